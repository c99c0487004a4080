import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { FeeInput } from '../../charts/fee/types.ts';
import { commit } from '../../lives/commit.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { addCalendarDays, civilDate, endOfDay } from '../../rules/working-days.ts';
import { pass } from '../../testing/engine/pass.ts';
import { createChild } from '../../testing/lives/creations.ts';
import type { Proposed } from '../../testing/people/proposals.ts';
import { decide } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import { walk } from '../../testing/probes/pages.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { FeeFacts, FeeList } from './schema.ts';
import { feeTermsAt } from './terms.ts';

type Fee = z.output<typeof FeeFacts> & {
  id: string;
  state: string;
  commands: { name: string }[];
  ifNobodyActs: { at: string; becomes: string } | null;
};
type Fees = z.output<typeof FeeList>;

const today = (): string => civilDate(new Date().toISOString());
/** The civil date this many days from now. */
const day = (days: number): string => addCalendarDays(today(), days);

let api: Api;
let customer: Person;
let operator: Person;
let stranger: Person;
beforeAll(async () => {
  api = await openApi();
  [customer, operator, stranger] = await Promise.all([
    api.join(['customer']),
    api.join(['operator']),
    api.join(['customer', 'contractor']),
  ]);
});
afterAll(() => api.close());

/** The platform's answer after it has looked for the notice. */
async function noticeIsSent(life: string, on: string): Promise<void> {
  const { outcome } = await commit(api.lives, {
    life,
    idempotencyKey: randomUUID(),
    type: 'noticeSent',
    by: 'platform',
    input: { on, due: `${on}T06:00:00.000Z` },
  });
  expect(outcome).toBe('done');
}

/** A fee of 1 000 tenge for a customer's task, created as the task creates it. Returns its life. */
async function charge(given: Partial<FeeInput> = {}, person = customer): Promise<string> {
  const id = randomUUID();
  const parent = `task/${id}`;
  const life = `fee/${id}/1`;
  const input: FeeInput = {
    parent,
    customer: person.id,
    principal: '100000',
    dueOn: day(20),
    terms: feeTermsAt(parameters, today(), { rate: 500 }),
    ...given,
  };
  await createChild(api, parent, { child: life, type: 'charge', by: 'platform', input });
  // A fee whose term has passed: its notice was sent in time.
  if (input.dueOn < today()) await noticeIsSent(life, addCalendarDays(input.dueOn, -20));
  return life;
}

const pathOf = (life: string): string => `/v1/fees/${life.slice(4).replace('/', '.')}`;
const read = async (life: string, query = '', person = operator): Promise<Fee> =>
  (await api.as(person).get<Fee>(`${pathOf(life)}${query}`)).body;
const say = (life: string, name: string, body: object, person = operator) => api.as(person).post<Fee>(`${pathOf(life)}/${name}`, body);
const record = async (life: string, amount: number, paidOn: string): Promise<Fee> => {
  const { status, body } = await say(life, 'record-payment', { amount, paidOn, proof: 'Payment order 17' });
  expect(status).toBe(200);
  return body;
};
const owed = ({ principalOwed, penaltyOwed }: Fee): [number, number] => [principalOwed.amount, penaltyOwed.amount];
const templates = async (life: string): Promise<string[]> =>
  (await api.as(customer).get<{ items: { template: string }[] }>(`${pathOf(life)}/notices`)).body.items.map(({ template }) => template);
/** Lets time pass until a moment on the life's own clock. */
const passUntil = async (life: string, moment: string): Promise<void> => {
  const [row] = await api.rows<{ now: Date }>(
    `select clock_timestamp() + clock_offset * interval '1 millisecond' as now from life where id = $1`,
    life,
  );
  await pass(api, life, Date.parse(moment) - (row?.now.getTime() ?? 0));
};
const receivable = async (): Promise<number> =>
  Number((await api.rows<{ owed: string }>('select -balance($1) as owed', `receivable/${customer.id}`))[0]?.owed);
const money = (amount: number) => ({ amount, currency: 'KZT' });

describe('a fee (3.2, 5.1, 6.3)', () => {
  it('is due, becomes overdue at midnight after its due date, and reaches its cap at midnight of the hundredth day', async () => {
    await api.withWorker(async () => {
      const life = await charge();
      const dueOn = day(20);
      expect(await read(life, '', customer)).toMatchObject({
        state: 'due',
        principal: money(100_000),
        penalty: money(0),
        penaltyRanges: [],
        commands: [],
        ifNobodyActs: { at: endOfDay(dueOn), becomes: 'unnoticed.asked' },
        asOf: today(),
      });
      expect((await read(life)).commands.map(({ name }) => name)).toEqual(['record-payment', 'write-off']);

      await passUntil(life, new Date(Date.parse(endOfDay(dueOn)) - 3_600_000).toISOString());
      expect(await read(life)).toMatchObject({ state: 'due', asOf: dueOn, penalty: money(0) });
      await passUntil(life, endOfDay(dueOn));
      const cap = addCalendarDays(dueOn, 100);
      const capAt = endOfDay(addCalendarDays(dueOn, 99));
      // The platform looks for the notice first.
      await until(async () => (await read(life)).state === 'overdue', 'the answer about the notice');
      expect(await read(life)).toMatchObject({
        state: 'overdue',
        asOf: addCalendarDays(dueOn, 1),
        penalty: money(100),
        ifNobodyActs: { at: capAt, becomes: 'capped' },
      });

      await passUntil(life, new Date(Date.parse(capAt) - 3_600_000).toISOString());
      expect(await read(life)).toMatchObject({ state: 'overdue', penalty: money(9_900), penaltyCappedOn: null });
      await passUntil(life, capAt);
      expect(await read(life)).toMatchObject({
        state: 'capped',
        asOf: cap,
        penalty: money(10_000),
        penaltyRanges: [
          { from: addCalendarDays(dueOn, 1), until: cap, days: 100, base: money(100_000), penalty: money(10_000), capped: false },
        ],
        penaltyCappedOn: cap,
        ifNobodyActs: null,
      });
      const [event] = await api.rows<{ at: Date; by: string; input: object }>(
        `select at, by, input from event where life = $1 and state = 'capped'`,
        life,
      );
      expect(event).toMatchObject({ by: 'clock', input: { due: capAt } });
      expect((event?.at.getTime() ?? 0) - Date.parse(capAt)).toBeLessThan(60_000);

      expect(await record(life, 110_000, cap)).toMatchObject({ state: 'paid', commands: [] });
      await expect(api.ended(life)).resolves.toBe('paid');
      expect(await templates(life)).toEqual([
        ...['fee-charged', 'fee-reminder', 'fee-reminder', 'fee-overdue'],
        ...['fee-still-owed', 'fee-still-owed', 'fee-still-owed', 'fee-capped', 'fee-paid'],
      ]);
      await until(
        async () =>
          (await api.rows(`select from notice where life = $1 and channel = 'mail' and status <> 'delivered'`, life)).length === 0,
        'letters',
      );
      expect(await receivable()).toBe(0);
    });
  });

  it('paid in part lowers the sum that bears penalty, and shows the penalty for any day', async () => {
    const life = await charge({ dueOn: day(-30) });
    const paid = await record(life, 60_000, day(-20));
    expect(paid).toMatchObject({ state: 'overdue', principalOwed: money(40_000), penalty: money(10 * 100 + 20 * 40) });
    expect(await receivable()).toBe(40_000 + 1_800);
    expect(await read(life, `?asOf=${day(-25)}`, customer)).toMatchObject({
      asOf: day(-25),
      principalOwed: money(100_000),
      penalty: money(500),
    });
    expect(await read(life, `?asOf=${day(-30)}`)).toMatchObject({ penalty: money(0), penaltyRanges: [] });
    const far = await read(life, `?asOf=${day(300)}`);
    expect(far.penaltyRanges.map(({ days, base, penalty, capped }) => [days, base.amount, penalty.amount, capped])).toEqual([
      [10, 100_000, 1_000, false],
      [75, 40_000, 3_000, false],
      [245, 40_000, 0, true],
    ]);
    expect(far).toMatchObject({ penalty: money(4_000), penaltyCappedOn: day(55) });
    expect(owed(await record(life, 41_000, day(0)))).toEqual([0, 800]);
    expect(await record(life, 800, day(0))).toMatchObject({ state: 'paid' });
    expect(await receivable()).toBe(0);
  });

  it('bears no penalty without a notice that was sent, says why, and can be charged again by the staff (R11)', async () => {
    const life = await charge({ dueOn: day(2) });
    await api.withWorker(async () => {
      const settled = () => api.rows(`select from notice where life = $1 and status <> 'waiting'`, life);
      await until(async () => (await settled()).length > 0, 'the notice');
      // As if no channel had reached the account.
      await api.owner.query(`update notice set status = 'undeliverable' where life = $1`, [life]);
      await pass(api, life, 3 * 86_400_000);
      await until(async () => (await read(life)).state === 'unnoticed.withheld', 'the answer');
    });
    expect(await read(life, `?asOf=${day(300)}`, customer)).toMatchObject({
      noPenaltyBecause: 'not-notified',
      penalty: money(0),
      penaltyRanges: [],
    });
    expect((await say(life, 'send-again', {}, customer)).status).toBe(403);
    const again = await say(life, 'send-again', {});
    expect(again.body).toMatchObject({ state: 'due', noPenaltyBecause: null });
    expect(again.body.dueOn > day(3)).toBe(true);
    expect((await record(life, 100_000, day(0))).state).toBe('paid');
  });

  it('accepts no more than is owed, and no payment dated tomorrow', async () => {
    const life = await charge({ dueOn: day(-10) });
    for (const [amount, paidOn, rule] of [
      [101_001, day(0), 'amountIsOwed'],
      [1_000, day(1), 'paymentDayHasCome'],
    ] as const) {
      const { status, problem } = await say(life, 'record-payment', { amount, paidOn });
      expect([status, problem?.rule, problem?.clause]).toEqual([422, rule, '5.1']);
    }
    expect(await record(life, 101_000, day(0))).toMatchObject({ state: 'paid' });
  });

  it('can be written off with its penalty: nothing is owed, and the books balance', async () => {
    const life = await charge({ dueOn: day(-10) });
    const second = await api.join(['operator']);
    const path = `${pathOf(life)}/write-off`;
    const proposal = done(await api.as(operator).post<Proposed>(path, { reasons: 'The customer is bankrupt' }));
    expect((await read(life)).state).toBe('overdue');
    expect((await decide(api, operator, proposal)).problem?.rule).toBe('secondPersonDecides');
    expect(done(await decide(api, second, proposal)).writeOff).toMatchObject({ reasons: 'The customer is bankrupt' });
    const body = await read(life);
    expect([body.state, body.writtenOffOn, owed(body), body.penalty.amount]).toEqual(['writtenOff', day(0), [0, 0], 1_000]);
    expect(await receivable()).toBe(0);
    expect((await say(life, 'record-payment', { amount: 1, paidOn: day(0) })).status).toBe(409);
    expect(JSON.stringify(await api.rows('select input from event where life = $1', life))).not.toContain('bankrupt');
  });

  it('is hidden from a stranger, and its customer can only read it', async () => {
    const life = await charge();
    for (const path of ['', '/events', '/notices']) expect((await api.as(stranger).get(`${pathOf(life)}${path}`)).status).toBe(404);
    for (const [name, body] of [
      ['record-payment', { amount: 1_000, paidOn: day(0) }],
      ['write-off', { reasons: 'Please' }],
    ] as const) {
      expect((await say(life, name, body, stranger)).status).toBe(404);
      expect((await say(life, name, body, customer)).status).toBe(403);
    }
    expect((await api.as(customer).get(`${pathOf(life)}?asOf=2026-02-30`)).status).toBe(400);
    expect((await api.as().get(pathOf(life))).status).toBe(401);
  });
});

describe('the list of fees', () => {
  it('shows a customer their own and the operator all, by state and page, newest first', async () => {
    const own = await api.join(['customer']);
    const lives: string[] = [];
    for (let count = 0; count < 5; count++) lives.unshift(await charge({}, own));
    await charge();
    await say(lives[1] as string, 'record-payment', { amount: 100_000, paidOn: day(0) });
    const ids = lives.map((life) => life.slice(4).replace('/', '.'));
    const list = async (query: string, person = own): Promise<Fees> => (await api.as(person).get<Fees>(`/v1/fees?${query}`)).body;
    expect((await walk(list, 2)).map(({ id }) => id)).toEqual(ids);
    const { items } = await list('state=paid');
    expect(items).toMatchObject([{ id: ids[1], state: 'paid', paid: money(100_000), principal: money(100_000), dueOn: day(20) }]);
    expect((await list('state=due')).items).toHaveLength(4);
    const all = await list('limit=100', operator);
    expect(all.items.length).toBeGreaterThan(5);
    expect((await list('', stranger)).items).toEqual([]);
    expect((await api.as(own).get('/v1/fees?state=lost')).status).toBe(400);
  });

  it('uses an index for every reader and filter', async () => {
    await fill();
    const said = await saidDuring(api, /from fee/, async () => {
      for (const person of [customer, operator]) {
        for (const query of ['', 'state=overdue', 'after=1003000', 'state=overdue&after=1003000'])
          await api.as(person).get(`/v1/fees?${query}`);
      }
    });
    expect(said).toHaveLength(8);
    await expectIndexed(
      api,
      said,
      'drop index fee_of_customer, fee_of_customer_in_state, fee_in_state; alter table fee drop constraint fee_number_key',
    );
  });
});

/** Five thousand fees of a hundred customers. */
const fill = (): Promise<unknown> =>
  api.owner.query(`
    set session_replication_role = replica;
    insert into fee (id, number, state, parent, customer, principal, paid, due_on, charged_at, changed_at)
    select 'fee/' || n, 1000000 + n, case when n % 10 = 0 then 'overdue' else 'paid' end, 'task/' || n,
      ('00000000-0000-4000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, 100, 0, now(), now(), now() from generate_series(1, 5000) as n;
    set session_replication_role = origin;
    analyze fee`);
