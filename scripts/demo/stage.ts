/** Helpers of the demonstration: requests of people, and printed lines. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Sequelize } from 'sequelize';
import { developmentEnvironment } from '../../local/environment.ts';
import type { SampleUser } from '../../local/sample-users.ts';

const environment = developmentEnvironment();
export const { PUBLIC_URL = '', SMS_OUTBOX_URL = '' } = environment;
const { NODE_ENV, DATABASE_OWNER_URL, TEMPORAL_UI_URL, TEMPORAL_NAMESPACE = 'default' } = environment;
if (NODE_ENV !== 'development' || !DATABASE_OWNER_URL || !PUBLIC_URL) {
  console.error('The demonstration needs the stack: start it with npm start, then ask again.');
  process.exit(1);
}

/** The members of a response that the demonstration reads. */
export interface Seen {
  id: string;
  state: string;
  number: number;
  version: number;
  stateName: string;
  waits: string;
  commands: { name: string }[];
  ifNobodyActs: { at: string; title: string; clause: string } | null;
  /** Only of a task, for its parties. */
  progress?: {
    submission: { number: number; amount: { amount: number } } | null;
    amendment: { number: number } | null;
    cancellation: { number: number } | null;
    report: number | null;
    briefingNumber: number | null;
    notice: number | null;
  } | null;
  responses?: { number: number; contractor: string }[];
}

/** Who asks: a person with a session, or nobody. */
type Asker = Pick<SampleUser, 'name' | 'token'> | undefined;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

async function request(
  user: Asker,
  method: Method,
  path: string,
  body: object = {},
): Promise<{ ok: boolean; status: number; answer: unknown }> {
  const isBytes = Buffer.isBuffer(body);
  const response = await fetch(PUBLIC_URL + path, {
    method,
    headers: {
      ...(user && { authorization: `Bearer ${user.token}` }),
      'accept-language': 'en',
      // Staff say why they read. To others it means nothing.
      'staff-reason': 'check',
      ...(method !== 'GET' && {
        'idempotency-key': randomUUID(),
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      }),
    },
    ...(method !== 'GET' && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { ok: response.ok, status: response.status, answer: text === '' ? {} : JSON.parse(text) };
}

/** @throws Error if the request is refused. */
export async function ask<Answer = Seen>(user: Asker, method: Method, path: string, body?: object): Promise<Answer> {
  const { ok, status, answer } = await request(user, method, path, body);
  if (!ok) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer as Answer;
}

/** Sends a file as it is. */
export const upload = (user: Asker, bytes: Buffer): Promise<Seen> => ask(user, 'POST', '/v1/files', bytes);

/** Sends a request that must be refused, and prints the reason. @throws Error if it is not refused. */
export async function refused(user: Asker, method: Method, path: string, body?: object): Promise<void> {
  const { ok, status, answer } = await request(user, method, path, body);
  if (ok) throw new Error(`${method} ${path} was not refused`);
  const { code, title } = answer as { code: string; title: string };
  say(`  ${user?.name ?? 'Somebody'}: ${method} ${path} → ${status} ${code}: ${title}`);
}

export const say = (line: string): void => console.log(line);
export const moment = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { timeZone: 'Asia/Almaty', dateStyle: 'medium', timeStyle: 'short' });

type Numbers = (seen: Seen, body: { contractor?: string }) => object;
const submission: Numbers = ({ progress }) => ({ submission: progress?.submission?.number });
const amendment: Numbers = ({ progress }) => ({ proposal: progress?.amendment?.number });
const cancellation: Numbers = ({ progress }) => ({ proposal: progress?.cancellation?.number });
const report: Numbers = ({ progress }) => (progress?.report ? { report: progress.report } : {});
const notice: Numbers = ({ progress }) => ({ notice: progress?.notice });

/** The numbers by which a command names what it answers, as its party has read them. */
const ANSWERS: Record<string, Numbers> = {
  choose: ({ responses = [] }, body) => ({ response: responses.find(({ contractor }) => contractor === body.contractor)?.number }),
  approve: submission,
  'approve-part': submission,
  refuse: submission,
  'accept-amendment': amendment,
  'decline-amendment': amendment,
  'accept-cancel': cancellation,
  'decline-cancel': cancellation,
  acknowledge: ({ progress }) => ({ briefing: progress?.briefingNumber }),
  'admit-force-majeure': notice,
  'contest-force-majeure': notice,
  confirm: report,
  deny: report,
};

/** Performs one act of a person and prints the task's state after it. */
export async function act(user: SampleUser, task: Seen, command: string, body: object = {}): Promise<Seen> {
  const numbers = ANSWERS[command];
  const named = numbers ? numbers(await ask(user, 'GET', `/v1/tasks/${task.id}`), body) : {};
  const seen = await ask(user, 'POST', `/v1/tasks/${task.id}/${command}`, { ...named, ...body });
  say(`  ${user.name}: ${command} → ${seen.stateName}`);
  return seen;
}

/** Posts a task. By default its work may begin early, because no days pass here. */
export async function post(user: SampleUser, body: Record<string, unknown>): Promise<Seen> {
  const task = await ask(user, 'POST', '/v1/tasks', { ...body, terms: { earlyStart: true, ...(body.terms as object | undefined) } });
  say(`  ${user.name}: post → task ${task.number}, ${task.stateName}`);
  if (TEMPORAL_UI_URL)
    say(`  watch it: ${TEMPORAL_UI_URL}/namespaces/${TEMPORAL_NAMESPACE}/workflows/${encodeURIComponent(`task/${task.id}`)}`);
  return task;
}

/** Waits for another life of the task, such as its dispute, and performs one act of a person on it. */
export async function child(user: SampleUser, task: Seen, path: string, state?: string, number = 1): Promise<Seen> {
  for (let waited = 0; ; waited++) {
    const found = await ask(user, 'GET', `/v1/${path}/${task.id}.${number}`).catch(() => undefined);
    if (found && (state === undefined || found.state === state)) return found;
    if (waited > 100) throw new Error(`no ${path} ${state ?? ''} of task ${task.number}`);
    await pause(200);
  }
}
export async function actOn(user: SampleUser, path: string, life: Seen, command: string, body?: object): Promise<Seen> {
  const seen = await ask(user, 'POST', `/v1/${path}/${life.id}/${command}`, body);
  say(`  ${user.name}: ${command} → ${seen.stateName}`);
  return seen;
}
/** Waits until the reports of other lives have brought a task to a state. */
export async function comesTo(user: SampleUser, task: Seen, stateName: string): Promise<Seen> {
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

export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(new Date());
export const work = (title: string, unitPrice: number, quantity = 1) => ({
  title,
  lines: [{ name: title, unit: 'service', quantity, unitPrice }],
  startAt: inHours(24),
  dueAt: inHours(72),
});

/** Waits for the results of other lives and effects. */
export async function until<Answer>(question: () => Promise<Answer | undefined | false>, what: string): Promise<Answer> {
  for (let waited = 0; waited < 150; waited++) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
    await pause(200);
  }
  throw new Error(`${what} did not come`);
}

/** Moves the clock of one life in the database, with the rights of its owner. Due timers then fire with the next command. */
export async function letHoursPass(life: string, hours: number): Promise<void> {
  const owner = new Sequelize(DATABASE_OWNER_URL as string, { logging: false, pool: { max: 1 } });
  await owner.query(
    `update life set clock_offset = clock_offset + $2::bigint, next_due = next_due - $2::bigint * interval '1 millisecond' where id = $1`,
    {
      bind: [life, hours * 3_600_000],
    },
  );
  await owner.close();
}
