/** The tasks of an account that is suspended, or whose offer changes: over HTTP on the real stack. */
import { pass } from '../../testing/engine/pass.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { inForceOn, publishes } from '../../testing/people/proposals.ts';
import { accepts } from '../../testing/people/registration.ts';
import { chargeCommission } from '../../testing/people/tariffs.ts';
import { waitsForLock } from '../../testing/probes/locks.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;
const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let contractor: Person;
let staff: Person;
let colleague: Person;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  [staff, colleague] = [await api.join(['operator']), await api.join(['operator'])];
});
beforeEach(async () => {
  [customer, contractor] = [await registerUnderOffer(api, ['customer']), await registerUnderOffer(api, ['contractor'])];
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const story = (name: string, work: () => Promise<void>) => it(name, () => api.withWorker(work));
const does = (person: Person, task: Task, command: string, body: object = {}) => api.as(person).command(task.id, command, body);
const read = async (task: Task, person = customer): Promise<Task> => (await api.as(person).get(`/v1/tasks/${task.id}`)).body;
const menuOf = ({ commands }: Task): string[] => commands.map(({ name }) => name);
const stands = (task: Task, stage: string) => until(async () => (await read(task)).stage === stage && read(task), `the task in ${stage}`);
const problemOf = async (person: Person, task: Task, command: string, body: object = {}) =>
  (await api.as(person).post(`/v1/tasks/${task.id}/${command}`, body)).problem?.code;

async function order(by: Person, person: Person, command: string, body: object): Promise<void> {
  const { problem } = await api.as(by).post(`/v1/accounts/${person.id}/${command}`, body);
  if (problem) throw new Error(JSON.stringify(problem));
}
const suspend = (person: Person, ground = 'complaints', given: object = {}) =>
  order(staff, person, 'suspend', { ground, reasons: 'A report', ...given });
/** The task has received the suspension of a party, or its end. */
const hears = (task: Task, party: string, lasts: boolean) =>
  until(
    async () => (await read(task)).progress?.holds.some((hold) => hold.party === party && (hold.until === null) === lasts),
    `the hold of the ${party} ${lasts ? 'begins' : 'ends'}`,
  );

async function agreed(given: object = {}): Promise<Task> {
  const task = await api.as(customer).postTask(given);
  return does(contractor, task, 'accept', { version: task.version });
}
async function started(given: object = {}): Promise<Task> {
  return does(contractor, await agreed(given), 'start');
}

story('a contractor who is suspended during a task finishes it, is paid, and begins nothing', async () => {
  const [task, agreedOnly, open] = [await started(), await agreed(), await api.as(customer).postTask()];
  const asked = await api.as(customer).postTask({ match: 'choice' });
  expect(menuOf(await read(open, contractor))).toContain('accept');
  await suspend(contractor);
  for (const each of [task, agreedOnly]) await hears(each, 'contractor', true);

  expect(menuOf(await read(open, contractor))).toEqual([]);
  expect(menuOf(await read(asked, contractor))).toEqual([]);
  expect(menuOf(await read(agreedOnly, contractor))).not.toContain('start');
  expect(await problemOf(contractor, open, 'accept', { version: 1 })).toBe('account-suspended');
  expect(await problemOf(contractor, asked, 'respond', { version: 1 })).toBe('account-suspended');
  expect(await problemOf(contractor, agreedOnly, 'start')).toBe('account-suspended');

  expect(menuOf(await read(task, contractor))).toEqual(expect.arrayContaining(['submit', 'stop-work', 'claim']));
  await does(contractor, task, 'stop-work', { reasons: 'The anchor is loose' });
  await does(contractor, task, 'resume-work');
  await does(contractor, task, 'submit');
  await does(customer, task, 'approve');
  await does(contractor, task, 'confirm');
  expect(await read(task)).toMatchObject({ state: 'closed', progress: { paid: tenge(15_000) } });
  expect((await api.rows('select from unexpected')).length).toBe(0);
});

story('the other side of a suspended party waits, or leaves free after the term', async () => {
  const task = await agreed({ terms: { holdPatienceDays: 3 } });
  await suspend(contractor);
  await hears(task, 'contractor', true);
  expect((await read(task)).deadlines).toEqual({});
  expect(await problemOf(customer, task, 'give-up', { reasons: 'Nobody comes' })).toBe('not-in-this-state');
  await pass(api, `task/${task.id}`, 3 * DAY + 1_000);
  expect(await does(customer, task, 'give-up', { reasons: 'Nobody comes' })).toMatchObject({
    state: 'cancelled',
    progress: { due: tenge(0) },
  });
});

story('an appeal that another member of staff grants ends the hold, and the terms continue', async () => {
  const task = await agreed();
  const before = Date.parse(task.deadlines.startBy as string);
  await suspend(contractor, 'bad-faith');
  await hears(task, 'contractor', true);
  await order(contractor, contractor, 'appeal', { reasons: 'It was not me' });
  const own = await api.as(staff).post(`/v1/accounts/${contractor.id}/grant-appeal`, { reasons: 'All is well' });
  expect(own.problem?.code).toBe('wrong-party');
  await order(colleague, contractor, 'grant-appeal', { reasons: 'All is well' });
  await hears(task, 'contractor', false);
  expect(Date.parse((await read(task)).deadlines.startBy as string)).toBeGreaterThan(before);
  expect((await does(contractor, task, 'start')).stage).toBe('executing.working');
});

story('a contractor who was just reinstated can start at once, even before the task gets the message', async () => {
  const task = await agreed();
  await suspend(contractor, 'bad-faith');
  await hears(task, 'contractor', true);
  // The reinstatement's effect never reaches this task.
  await api.owner.query(`create rule no_effects as on insert to effect where new.kind = 'tellTasks' do instead nothing`);
  try {
    await order(contractor, contractor, 'appeal', { reasons: 'It was not me' });
    await order(colleague, contractor, 'grant-appeal', { reasons: 'All is well' });
    expect((await does(contractor, task, 'start')).stage).toBe('executing.working');
  } finally {
    await api.owner.query('drop rule no_effects on effect');
  }
});

story('a suspended customer can post, change and choose nothing, nobody accepts its task, and running tasks finish', async () => {
  const [task, open] = [await started(), await api.as(customer).postTask()];
  await suspend(customer);
  for (const each of [task, open]) await hears(each, 'customer', true);
  expect(menuOf(await read(open))).toEqual(['withdraw', 'set-address']);
  expect(await problemOf(contractor, open, 'accept', { version: 1 })).toBe('not-in-this-state');
  await does(contractor, task, 'submit');
  expect((await does(customer, task, 'approve')).stage).toBe('settling.due');
  await order(staff, customer, 'lift', { reasons: 'It was settled' });
  await hears(open, 'customer', false);
  expect((await does(contractor, open, 'accept', { version: 1 })).state).toBe('agreed');
});

story('by an order on suspicion of laundering nothing is taken or paid out until the suspension is lifted', async () => {
  const task = await does(contractor, await started({ payment: 'platform', terms: { funding: 'none' } }), 'submit');
  await suspend(contractor, 'laundering', { order: { authority: 'The agency', number: '17-03/1', date: '2026-02-03' } });
  await hears(task, 'contractor', true);
  expect((await does(customer, task, 'approve')).stage).toBe('settling.kept');
  await pass(api, `task/${task.id}`, 20 * DAY);
  expect(await read(task)).toMatchObject({ stage: 'settling.kept', progress: { paid: tenge(0), payment: null } });
  expect(JSON.stringify((await read(task)).progress?.holds)).not.toMatch(/laundering|stops/);
  expect(await sandbox.book(`payment/${task.id}/1`)).toEqual([]);

  await order(staff, contractor, 'lift', { reasons: 'It was explained' });
  await stands(task, 'settling.paying');
  const payment = await until(async () => {
    const { body } = await api.as(customer).get<{ state: string; page: string }>(`/v1/payments/${task.id}.1`);
    return body.state === 'waiting' && body;
  }, 'the page to pay on');
  await sandbox.onPage(payment.page, 'approve');
  expect(await stands(task, 'closed')).toMatchObject({ progress: { paid: tenge(15_000) } });
});

story(
  'a new revision during a task: commands are refused until it was shown, the next command consents, and the task stays as it was',
  async () => {
    interface Acceptance {
      id: string;
      revision: string;
      form: string;
    }
    const acceptancesOf = async (person: Person) => (await api.as(person).get<{ items: Acceptance[] }>('/v1/offer/acceptances')).body.items;
    const task = await does(contractor, await started(), 'submit');
    const [[his], [theirs]] = [await acceptancesOf(customer), await acceptancesOf(contractor)];
    const pinned = { customer: his?.id, contractor: theirs?.id };
    expect(task.progress?.acceptances).toEqual(pinned);
    expect((await read(task)).progress?.acceptances).toEqual(pinned);

    const { text } = (await api.as().get<{ text: string }>('/v1/offer')).body;
    const inForceFrom = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty' }).format(Date.now());
    const changed = inForceOn(text, inForceFrom).replace('пеня 0,1 % в день', 'пеня 0,05 % в день');
    const published = await publishes(api, [staff, await api.join(['operator'])], changed, inForceFrom);
    expect(published.status).toBe(200);
    const revision = published.body.sha256;
    await chargeCommission(api, { rate: 1_000 });

    expect(await problemOf(customer, task, 'approve', { submission: 1 })).toBe('offer-not-shown');
    await api.as(customer).post('/v1/offer/acceptances', { act: 'acknowledge', revision });
    expect(await acceptancesOf(customer)).toHaveLength(1);
    expect(await does(customer, task, 'approve')).toMatchObject({ stage: 'settling.due', terms: task.terms });
    const [, consent] = await acceptancesOf(customer);
    expect(consent).toMatchObject({ revision, form: 'conduct' });
    expect((await read(task)).progress?.acceptances).toEqual(pinned);
    const fee = await until(
      async () => (await api.as(customer).get<{ principal?: object }>(`/v1/fees/${task.id}.1`)).body.principal,
      'the fee of the task',
    );
    expect(fee).toEqual(tenge(750));

    const next = await api.as(customer).postTask({ places: 2 });
    const { body } = await api.as(customer).get<{ items: Task[] }>(`/v1/tasks?group=${next.group}`);
    for (const place of body.items) expect((await read(place)).progress?.acceptances).toEqual({ customer: consent?.id, contractor: null });
    expect((await read(next, contractor)).progress).toBeNull();

    await api.as(contractor).post('/v1/offer/acceptances', { act: 'decline', revision });
    expect(await problemOf(contractor, next, 'accept', { version: 1 })).toBe('offer-declined');
    expect(menuOf(await read(next, contractor))).toEqual([]);
    expect((await does(contractor, task, 'confirm')).state).toBe('closed');
    await accepts(api, contractor);
    const bound = await does(contractor, next, 'accept', { version: 1 });
    expect(bound.progress?.acceptances).toEqual({ customer: consent?.id, contractor: (await acceptancesOf(contractor)).at(-1)?.id });
  },
);

it('a suspension committed while an acceptance is being handled counts', async () => {
  const task = await api.as(customer).postTask();
  const client = await api.owner.connect();
  try {
    await client.query('begin');
    await client.query('update account set may_open = false where id = $1', [contractor.id]);
    // Admission still reads the old account; the write waits for the row.
    const accepting = api.as(contractor).post(`/v1/tasks/${task.id}/accept`, { version: task.version });
    await waitsForLock(api, '%may_open%for share%');
    await client.query('commit');
    expect((await accepting).problem).toMatchObject({ code: 'account-suspended', clause: '4.4.2' });
    expect(await read(task)).toMatchObject({ state: 'posted', contractor: null });
  } finally {
    await client.query('rollback');
    client.release();
  }
});
