// Walks lives over HTTP on the running stack, in plain lines: npm run demo
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { developmentEnvironment } from '../local/environment.ts';
import type { SampleUser } from '../local/sample-users.ts';
import { openSampleSessions } from '../local/sample-users.ts';

const environment = developmentEnvironment();
const { NODE_ENV, DATABASE_URL, PUBLIC_URL, TEMPORAL_UI_URL, TEMPORAL_NAMESPACE = 'default' } = environment;
if (NODE_ENV !== 'development' || !DATABASE_URL || !PUBLIC_URL) {
  console.error('The demonstration needs the stack: start it with npm start, then ask again.');
  process.exit(1);
}

const [aigerim, company, daniyar, saule, marat] = (await openSampleSessions(environment)) as [
  SampleUser,
  SampleUser,
  SampleUser,
  SampleUser,
  SampleUser,
];

interface Seen {
  id: string;
  state: string;
  number: number;
  version: number;
  stateName: string;
  waits: string;
  commands: { name: string }[];
  ifNobodyActs: { at: string; title: string; clause: string } | null;
}

async function ask(user: SampleUser, method: 'GET' | 'POST', path: string, body?: object): Promise<Seen> {
  const response = await fetch(PUBLIC_URL + path, {
    method,
    headers: {
      authorization: `Bearer ${user.token}`,
      'accept-language': 'en',
      ...(method === 'POST' && { 'idempotency-key': randomUUID(), 'content-type': 'application/json' }),
    },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer as Seen;
}

const say = (line: string): void => console.log(line);
const moment = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { timeZone: 'Asia/Almaty', dateStyle: 'medium', timeStyle: 'short' });

/** One act of a person, and where the task stands after it. */
async function act(user: SampleUser, task: Seen, command: string, body?: object): Promise<Seen> {
  const seen = await ask(user, 'POST', `/v1/tasks/${task.id}/${command}`, body);
  say(`  ${user.name}: ${command} → ${seen.stateName}`);
  return seen;
}

async function post(user: SampleUser, body: object): Promise<Seen> {
  const task = await ask(user, 'POST', '/v1/tasks', body);
  say(`  ${user.name}: post → task ${task.number}, ${task.stateName}`);
  if (TEMPORAL_UI_URL)
    say(`  watch it: ${TEMPORAL_UI_URL}/namespaces/${TEMPORAL_NAMESPACE}/workflows/${encodeURIComponent(`task/${task.id}`)}`);
  return task;
}

/** A life beside the task, such as its dispute, once it is there; and one act of a person upon it. */
async function child(user: SampleUser, task: Seen, path: string, state?: string, number = 1): Promise<Seen> {
  for (let waited = 0; ; waited++) {
    const found = await ask(user, 'GET', `/v1/${path}/${task.id}.${number}`).catch(() => undefined);
    if (found && (state === undefined || found.state === state)) return found;
    if (waited > 100) throw new Error(`no ${path} ${state ?? ''} of task ${task.number}`);
    await pause(200);
  }
}
async function actOn(user: SampleUser, path: string, life: Seen, command: string, body?: object): Promise<Seen> {
  const seen = await ask(user, 'POST', `/v1/${path}/${life.id}/${command}`, body);
  say(`  ${user.name}: ${command} → ${seen.stateName}`);
  return seen;
}
/** Waits until what other lives report has brought a task somewhere. */
async function comesTo(user: SampleUser, task: Seen, stateName: string): Promise<Seen> {
  for (let waited = 0; waited < 150; waited++) {
    const seen = await ask(user, 'GET', `/v1/tasks/${task.id}`);
    if (seen.stateName === stateName) {
      say(`  the platform → ${stateName}`);
      return seen;
    }
    await pause(200);
  }
  throw new Error(`task ${task.number} did not come to ${stateName}`);
}

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(new Date());
const work = (title: string, unitPrice: number, quantity = 1) => ({
  title,
  lines: [{ name: title, unit: 'service', quantity, unitPrice }],
  startAt: inHours(24),
  dueAt: inHours(72),
});

say('1. From the post to the payment.');
let task = await post(aigerim, { ...work('Mend a tap', 1_500_000), place: 'Almaty, Bostandyk district' });
task = await act(daniyar, task, 'accept', { version: task.version });
task = await act(daniyar, task, 'start');
task = await act(daniyar, task, 'submit', { note: 'The tap holds.' });
task = await act(aigerim, task, 'approve');
task = await act(aigerim, task, 'report', { paidOn: today() });
await act(daniyar, task, 'confirm');

say('\n2. Two contractors respond, one is chosen; the work is sent back once; the money comes in two parts.');
task = await post(company, { ...work('Paint a fence', 40_000, 120), match: 'choice' });
await act(saule, task, 'respond', { version: 1, price: 4_500_000 });
await act(marat, task, 'respond', { version: 1 });
task = await act(company, task, 'choose', { version: 1, contractor: saule.id });
task = await act(saule, task, 'accept', { version: 1 });
task = await act(saule, task, 'start');
task = await act(saule, task, 'submit');
task = await act(company, task, 'refuse', { reasons: 'One side has a single coat only.' });
task = await act(saule, task, 'submit');
task = await act(company, task, 'approve');
task = await act(company, task, 'report', { amount: 2_000_000, paidOn: today() });
task = await act(saule, task, 'confirm');
task = await act(company, task, 'report', { paidOn: today() });
await act(saule, task, 'confirm');

say('\n3. Nobody takes it in time: the clock ends it.');
const soon = new Date(Date.now() + 8_000).toISOString();
task = await post(aigerim, { ...work('Carry a piano', 3_000_000), acceptBy: soon });
if (task.ifNobodyActs) say(`  if nobody acts: ${task.ifNobodyActs.title} (${task.ifNobodyActs.clause})`);
for (let waited = 0; task.stateName !== 'Expired' && waited < 30; waited++) {
  await pause(1_000);
  task = await ask(aigerim, 'GET', `/v1/tasks/${task.id}`);
  if (task.commands.length === 0) break;
}
say(`  the clock → ${task.stateName}`);

say('\n4. One that stands still, with its timers armed.');
task = await post(company, work('Lay tiles', 350_000, 18.5));
task = await act(marat, task, 'accept', { version: 1 });
task = await act(marat, task, 'start');
task = await act(marat, task, 'submit');
say(`  ${task.waits}`);
if (task.ifNobodyActs) say(`  if nobody acts by ${moment(task.ifNobodyActs.at)}: ${task.ifNobodyActs.title} (${task.ifNobodyActs.clause})`);

say('\n5. Paid and closed through the platform: the money is held before the work and goes to the contractor for the approved act (5.2).');
task = await post(aigerim, { ...work('Fit a boiler', 20_000_000), payment: 'platform', terms: { funding: 'hold' } });
task = await act(daniyar, task, 'accept', { version: 1 });
const { page } = (await child(aigerim, task, 'payments', 'waiting')) as unknown as { page: string };
await fetch(page, { method: 'POST', body: new URLSearchParams({ act: 'approve' }) });
say(`  ${aigerim.name}: pays on the provider's page, ${page}`);
task = await comesTo(aigerim, task, 'Start awaited');
task = await act(daniyar, task, 'start');
task = await act(daniyar, task, 'submit');
task = await act(aigerim, task, 'approve');
await comesTo(aigerim, task, 'Closed');

say('\n6. Refused, reworked, and approved in part: the act of what was approved is confirmed by both.');
task = await post(aigerim, work('Hang doors', 1_200_000, 5));
task = await act(daniyar, task, 'accept', { version: 1 });
task = await act(daniyar, task, 'start');
task = await act(daniyar, task, 'submit');
task = await act(aigerim, task, 'refuse', { reasons: 'The fifth door does not close.' });
task = await act(daniyar, task, 'submit');
task = await act(aigerim, task, 'approve-part', { parts: [{ line: 1, quantity: 4 }], rest: 'drop', reasons: 'Four doors hang well.' });
await act(daniyar, task, 'confirm');

say('\n7. The customer leaves without a ground and owes the costs of the terms.');
task = await post(company, work('Clean the yard', 2_000_000));
task = await act(saule, task, 'accept', { version: 1 });
task = await act(company, task, 'cancel', { reasons: 'The yard was sold.' });
await act(saule, task, 'confirm');

say('\n8. A quarrel: a claim, an offer, and the settlement decides the sum (9.1).');
task = await post(aigerim, work('Mend the roof', 6_000_000));
task = await act(marat, task, 'accept', { version: 1 });
task = await act(marat, task, 'start');
task = await act(marat, task, 'submit');
task = await act(marat, task, 'claim', { demand: 'The roof is mended and nobody looks at it.', amount: 6_000_000 });
let dispute = await child(aigerim, task, 'disputes');
dispute = await actOn(aigerim, 'disputes', dispute, 'reject', { reasons: 'It leaks at the chimney.' });
dispute = await actOn(aigerim, 'disputes', dispute, 'offer', { amount: 5_000_000, version: 1 });
await actOn(marat, 'disputes', dispute, 'accept-offer', { version: 1 });
task = await comesTo(marat, task, 'Payment awaited');
await act(marat, task, 'confirm');

say(
  '\n9. A quarrel without agreement: the certificate that the pre-trial step was kept, and a court act recorded by two members of staff (9.2).',
);
task = await post(company, work('Lay a cable', 9_000_000));
task = await act(daniyar, task, 'accept', { version: 1 });
task = await act(daniyar, task, 'start');
task = await act(company, task, 'claim', { demand: 'The wall was damaged.', amount: 1_000_000 });
dispute = await child(company, task, 'disputes');
dispute = await actOn(daniyar, 'disputes', dispute, 'reject', { reasons: 'The wall was so before.' });
dispute = await actOn(company, 'disputes', dispute, 'end-talks');
say(`  ${dispute.waits}`);

say('\n10. A fee, were it never paid: its penalty on days to come (6.3).');
const [first] = (await ask(aigerim, 'GET', '/v1/fees?limit=100').then((list) => (list as unknown as { items: Seen[] }).items)) as [Seen];
for (const days of [0, 30, 200]) {
  const asOf = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const fee = (await ask(aigerim, 'GET', `/v1/fees/${first.id}?asOf=${asOf}`)) as unknown as Record<string, { amount: number }>;
  say(`  on ${asOf}: principal ${fee.principal?.amount} tiyn, penalty ${fee.penalty?.amount} tiyn`);
}
