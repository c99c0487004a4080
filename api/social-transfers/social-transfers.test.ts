/** The monthly transfer of what was withheld (3.4), over HTTP with the sandbox provider, a worker, and the books. Sums in comments are tenge. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { collectSocialPayments } from '../../activities/collect-social-payments.ts';
import { commit } from '../../lives/commit.ts';
import { verify } from '../../lives/verify.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../../models/today.ts';
import { collectedFrom } from '../../rules/social-transfer.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { addCalendarDays, endOfDay, lastMonth } from '../../rules/working-days.ts';
import { keepSchedules } from '../../schedules.ts';
import { pass } from '../../testing/engine/pass.ts';
import { paidOut, taxedAs } from '../../testing/lives/paid-out.ts';
import { done } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { Overpaid, Register, SocialTransferFacts } from './schema.ts';

const DAY = 86_400_000;

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let staff: Person;
let one: Person;
let other: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  [customer, staff] = await Promise.all([api.join(['customer']), api.join(['operator'])]);
  await api.owner.query(`
    update parameter set value = '1' where code = 'unprovedTaxStatusWaits';
    update parameter set valid_to = null where code in ('mrpTiyn', 'mzpTiyn')`);
  work = api.withWorker(() => over.promise);
  [one, other] = await Promise.all([selfEmployed(), selfEmployed()]);
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
  await sandbox.close();
});

const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, ...states: string[]): Promise<unknown> =>
  until(async () => states.includes((await stateOf(life)) ?? ''), `${life} ${states}`);

const selfEmployed = (): Promise<Person> => taxedAs(api, staff, 'selfEmployed');
const paid = (contractor: Person, sum: number): Promise<string> => paidOut(api, { contractor, payer: customer, tenge: sum });

const thisMonth = (): string => todayInAlmaty().slice(0, 7);
const nextMonth = (month: string): string => addCalendarDays(`${month}-01`, 32).slice(0, 7);
/** The moment at which the register of a month may be collected, and the one before it. */
const collectable = (month: string, days = 0): Date => new Date(endOfDay(addCalendarDays(collectedFrom(month, parameters), days - 1)));
const collect = (now: Date): Promise<string[]> => collectSocialPayments(api.worker.lives, api.worker.dispatch, now);

type Transfer = z.output<typeof SocialTransferFacts> & { id: string; state: string; commands: { name: string }[] };
const pathOf = (month: string): string => `/v1/social-transfers/${month}`;
const read = async (month: string): Promise<Transfer> => done(await api.as(staff).get<Transfer>(pathOf(month)));
const say = (month: string, name: string, body: object, person = staff) => api.as(person).post<Transfer>(`${pathOf(month)}/${name}`, body);
const register = async (month: string, query = ''): Promise<z.output<typeof Register>> =>
  done(await api.as(staff).get<z.output<typeof Register>>(`${pathOf(month)}/register${query}`));
const list = async () => done(await api.as(staff).get<{ items: Transfer[]; overpaid: z.output<typeof Overpaid> }>('/v1/social-transfers'));
const templates = async (month: string): Promise<string[]> =>
  done(await api.as(staff).get<{ items: { template: string }[] }>(`${pathOf(month)}/notices`)).items.map(({ template }) => template);
/** Tenge on an account of the books: credits less debits. */
const balance = async (code: string): Promise<number> =>
  Number((await api.rows<{ sum: string }>('select balance($1) as sum', code))[0]?.sum) / 100;
const social = (): Promise<number[]> => Promise.all(COMPONENTS.map((component) => balance(`social/${component}`)));

let returning = '';

test('a month is collected once its day has come, once for all that ask, and pinned without a person in the chain', async () => {
  returning = await paid(one, 100_000);
  await paid(other, 250_000);
  expect(await social()).toEqual([3_500, 3_500, 3_500, 3_500]);
  const month = thisMonth();
  // Before its day nothing begins, and in the month itself neither.
  expect([await collect(new Date()), await collect(collectable(month, -1))]).toEqual([[], []]);
  const asked = await Promise.all(Array.from({ length: 10 }, () => collect(collectable(month))));
  expect(asked.flat().every((life) => life === `social-transfer/${month}`)).toBe(true);
  expect(await api.rows(`select from event where life like 'social-transfer/%'`)).toHaveLength(1);
  expect(await api.rows('select from social_transfer_line')).toHaveLength(8);
  expect(await collect(collectable(month))).toEqual([]);
  // The control: an event that has not the month's key reaches the life, and the life refuses to begin again.
  const life = `social-transfer/${month}`;
  const again = await commit(api.lives, {
    ...{ life, idempotencyKey: randomUUID(), type: 'collect', by: 'platform', input: {}, create: true, refusable: true },
  });
  expect(again.outcome).toBe('refused');

  expect(await read(month)).toMatchObject({
    ...{ id: month, state: 'due', month, persons: 2, rest: tenge(14_000) },
    orders: [
      { component: 'opv', code: '010', amount: tenge(3_500), paid: null },
      { component: 'opvr', code: '089', amount: tenge(3_500), paid: null },
      { component: 'so', code: '012', amount: tenge(3_500), paid: null },
      { component: 'vosms', code: '122', amount: tenge(3_500), paid: null },
    ],
  });
  const { items, csv } = await register(month, '?component=opv');
  expect(items.map(({ contractor, amount }) => [contractor, amount]).toSorted()).toEqual(
    [
      [one.id, tenge(1_000)],
      [other.id, tenge(2_500)],
    ].toSorted(),
  );
  const rows = csv.split('\r\n');
  expect(rows[0]).toBe('ИИН;ФИО;Платёж;КНП;Период;Сумма, тенге');
  expect(
    rows
      .slice(1, -1)
      .map((row) => row.replace(/^\d{12};[^;]+;/, ''))
      .toSorted(),
  ).toEqual([`ОПВ;010;${month};1000`, `ОПВ;010;${month};2500`]);
  expect((await register(month)).items).toHaveLength(8);
  const told = JSON.stringify(await api.rows('select input from event where life = $1', life));
  for (const hidden of [one.id, other.id, items[0]?.iin, items[0]?.name]) expect(told).not.toContain(hidden);
  expect(await api.rows('select account from staff_reading where account = any($1::uuid[])', [one.id, other.id])).not.toEqual([]);
});

test('finance is reminded before the term and each day after it', async () => {
  const month = thisMonth();
  const { dueOn } = await read(month);
  expect(dueOn >= `${nextMonth(month)}-23` && dueOn <= `${nextMonth(month)}-25`).toBe(true);
  const life = `social-transfer/${month}`;
  await pass(api, life, Date.parse(endOfDay(dueOn)) - Date.now() - 3_600_000);
  expect([await stateOf(life), await templates(month)]).toEqual(['due', ['transfer-collected', ...Array(3).fill('transfer-reminder')]]);
  await pass(api, life, 2 * 3_600_000 + 2 * DAY);
  expect([await stateOf(life), (await templates(month)).slice(4)]).toEqual([
    'overdue',
    ['transfer-overdue', 'transfer-late', 'transfer-late'],
  ]);
  const duties = await api.rows<{ duty: string }>('select duty from work where life = $1', life);
  expect(duties).toEqual([{ duty: 'transferSocial' }]);
});

test('finance records the payment orders, and the accounts of the social payments are even', async () => {
  const month = thisMonth();
  const on = todayInAlmaty();
  expect((await say(month, 'record-paid', { order: '17', on }, customer)).status).toBe(404);
  expect((await api.as(customer).get('/v1/social-transfers')).problem?.code).toBe('wrong-party');
  expect((await say(month, 'record-paid', { order: '17', on: addCalendarDays(on, 400) })).problem?.rule).toBe('dayHasCome');
  const first = done(await say(month, 'record-paid', { component: 'so', order: '17', on }));
  expect([first.state, first.rest]).toEqual(['overdue', tenge(10_500)]);
  expect((await say(month, 'record-paid', { component: 'so', order: '18', on })).problem?.rule).toBe('componentIsUnpaid');
  const all = done(await say(month, 'record-paid', { order: '18/2', on }));
  expect([all.state, all.rest, all.orders.map(({ paid }) => paid?.order)]).toEqual(['paid', tenge(0), ['18/2', '18/2', '17', '18/2']]);
  expect(await social()).toEqual([0, 0, 0, 0]);
  expect(await balance('bank/operator')).toBe(14_000);
  expect(await api.rows('select from work where life = $1', `social-transfer/${month}`)).toEqual([]);
  expect((await say(month, 'record-paid', { order: '19', on })).status).toBe(409);
});

test('what came back after the transfer lowers the next registers, unless it was claimed back', async () => {
  const month = thisMonth();
  const [{ id: reference = '' } = {}] = (await sandbox.book(returning)) as { id: string }[];
  await sandbox.become(reference, 'returned');
  // The provider is asked again within the term of returns.
  await pass(api, returning, 3_600_000);
  await comes(returning, 'returned');
  expect(await social()).toEqual([-1_000, -1_000, -1_000, -1_000]);
  expect((await list()).overpaid).toEqual(
    ['opv', 'opvr', 'so', 'vosms'].map((component) => ({ contractor: one.id, component, amount: tenge(1_000) })),
  );

  // The State gives one of them back.
  const line = { component: 'opv', contractor: one.id, amount: 100_000, order: '5', on: todayInAlmaty() };
  expect((await say(month, 'record-returned', { ...line, amount: 100_001 })).problem?.rule).toBe('standsInRegister');
  expect((await say(month, 'record-returned', { ...line, contractor: randomUUID() })).problem?.rule).toBe('standsInRegister');
  done(await say(month, 'record-returned', line));
  expect((await say(month, 'record-returned', line)).problem?.rule).toBe('standsInRegister');
  expect(await social()).toEqual([0, -1_000, -1_000, -1_000]);

  // In the next month the first person has 40 000 (400 each) and the second 50 000 (500 each).
  const next = nextMonth(month);
  for (const payout of [await paid(one, 40_000), await paid(other, 50_000)])
    await api.owner.query(`update paid_income set day = $2, month = $2 where payout = $1`, [payout, `${next}-01`]);
  expect(await collect(collectable(next))).toEqual([`social-transfer/${next}`]);
  expect((await read(next)).orders.map(({ component, amount }) => [component, amount])).toEqual([
    ['opv', tenge(900)],
    ['opvr', tenge(500)],
    ['so', tenge(500)],
    ['vosms', tenge(500)],
  ]);
  const { items, overpaid } = await list();
  expect(items.map(({ id }) => id)).toEqual([next, month]);
  // 1 000 less 400 is still to be covered.
  expect(overpaid).toEqual(['opvr', 'so', 'vosms'].map((component) => ({ contractor: one.id, component, amount: tenge(600) })));
  done(await say(next, 'record-paid', { order: '20', on: todayInAlmaty() }));
  // What is left is what the State has too much of: 600 of each of three.
  expect(await social()).toEqual([0, -600, -600, -600]);
});

test('a register that was changed is not shown, and verification finds its chain sound and a lost return', async () => {
  const month = thisMonth();
  const life = `social-transfer/${month}`;
  expect(await verify(api.lives, life)).toBeUndefined();
  const change = (sql: string) =>
    api.owner.query(`alter table social_transfer_line disable trigger user; ${sql}; alter table social_transfer_line enable trigger user`);
  await change(`delete from social_transfer_line where nth = 1`);
  expect(await verify(api.lives, life)).toMatchObject({ problem: expect.stringContaining('social_transfer_line') });
  await change(`update social_transfer_line set amount = amount + 100 where transfer = '${life}' and component = 'so'`);
  expect((await api.as(staff).get(`${pathOf(month)}/register`)).status).toBe(500);
});

test('the schedule runs every night, is made once, and begins one transfer for a past month however often it fires', async () => {
  const past = lastMonth(new Date().toISOString());
  const third = await selfEmployed();
  const payout = await paid(third, 10_000);
  await api.owner.query(`update parameter set value = '1' where code = 'socialTransferCollectDay'`);
  await api.owner.query(`update paid_income set day = $2, month = $2 where payout = $1`, [payout, `${past}-01`]);
  const { client, config } = api;
  await keepSchedules(client, config.TASK_QUEUE);
  await keepSchedules(client, config.TASK_QUEUE);
  const handle = client.schedule.getHandle(`socialTransfers/${config.TASK_QUEUE}`);
  expect((await handle.describe()).spec.timezone).toBe('Asia/Almaty');
  await handle.trigger();
  await until(async () => (await stateOf(`social-transfer/${past}`)) !== undefined, 'the transfer');
  // The workflow that it starts, nine times more.
  const again = () => client.workflow.execute('socialTransfers', { taskQueue: config.TASK_QUEUE, workflowId: randomUUID() });
  await Promise.all(Array.from({ length: 9 }, again));
  expect(await api.rows('select from event where life = $1', `social-transfer/${past}`)).toHaveLength(1);
  expect((await register(past)).items.map(({ contractor, amount }) => [contractor, amount])).toEqual(
    COMPONENTS.map(() => [third.id, tenge(100)]),
  );
  await handle.delete();
  await client.schedule.getHandle(`reconciliation/${config.TASK_QUEUE}`).delete();
});
