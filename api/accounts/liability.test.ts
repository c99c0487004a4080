import { randomUUID } from 'node:crypto';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays, endOfDay, monthsBefore } from '../../rules/working-days.ts';
import { pass } from '../../testing/engine/pass.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { Movement } from '../../testing/worlds/ledger.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';

interface Liability {
  from: string;
  to: string;
  paid: { amount: number };
  atMost: { amount: number };
  addends: { on: string; amount: { amount: number }; reason: string; life: string }[];
}

let api: Api;
let payer: Person;
let other: Person;
let staff: Person;
let colleague: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [payer, other, staff, colleague] = await Promise.all([
    api.join(['customer']),
    api.join(['customer']),
    api.join(['operator']),
    api.join(['operator']),
  ]);
  await api.owner.query(CHART);
});
afterAll(() => api.close());

const today = todayInAlmaty();
const longAgo = monthsBefore(today, 12);
/** Noon in Almaty. */
const book = (on: string, life: string, ...moves: [code: string, debit: string, credit: string, amount: number][]) =>
  writeBooked(
    api.owner,
    BOOK,
    moves.map(([code, debit, credit, amount]): Movement => ({ code, debit, credit, amount, phase: 'single', at: `${on}T07:00:00.000Z` })),
    life,
  );
const read = async (of: Person, by: Person, on = today) => api.as(by).get<Liability>(`/v1/accounts/${of.id}/liability?on=${on}`);
const shown = async (on?: string) => {
  const { addends, paid, atMost } = (await read(payer, payer, on)).body;
  return [addends.map((each) => [each.on, each.amount.amount]), paid.amount, atMost.amount];
};

it('adds what an account paid for fees in twelve months, with each payment, for the account and the staff', async () => {
  const owes = `receivable/${payer.id}`;
  const [fee, late, debt] = [`fee/${randomUUID()}/1`, `fee/${randomUUID()}/1`, `debt/${randomUUID()}/1`];
  expect(await shown()).toEqual([[], 0, 0]);
  await book(
    addCalendarDays(longAgo, -1),
    fee,
    ['fee-charged', owes, 'income/fee', 300_000],
    ['invoice-paid', 'bank/operator', owes, 100_000],
  );
  await book(longAgo, fee, ['invoice-paid', 'bank/operator', owes, 150_000]);
  await book(today, fee, ['invoice-paid', 'bank/operator', owes, 50_000]);
  // A part of it becomes an advance by a credit note. What is written off, set off or paid for damage was not paid for fees.
  await book(today, fee, ['advance-received', owes, `advance/${payer.id}`, 20_000], ['fee-written-off', 'loss/fee', owes, 20_000]);
  await book(today, debt, ['debt-arisen', owes, 'income/debts', 900_000], ['debt-paid', 'bank/operator', owes, 900_000]);
  expect(await shown()).toEqual([
    [
      [longAgo, 150_000],
      [today, 50_000],
      [today, -20_000],
    ],
    ...[180_000, 180_000],
  ]);
  // A day later the oldest one is over.
  expect((await shown(addCalendarDays(today, 1)))[1]).toBe(30_000);

  await book(today, late, ['fee-charged', owes, 'income/fee', 9_000_000], ['invoice-paid', 'bank/operator', owes, 9_000_000]);
  expect((await shown()).slice(1)).toEqual([9_180_000, 5_000_000]);
  const { body } = await read(payer, staff);
  expect(body).toMatchObject({ from: longAgo, to: today, atMost: { amount: 5_000_000 } });
  expect(body.addends[0]).toMatchObject({ reason: 'Payment of an invoice', life: `/v1/fees/${fee.slice(4).replace('/', '.')}` });
  expect((await read(payer, other)).status).toBe(404);
  expect((await read(other, other)).body.addends).toEqual([]);

  // A claim against the operator keeps the same limit.
  const claim = { against: 'operator', happenedOn: today, about: 'conduct', demand: 'An answer' };
  const { body: dispute } = await api.as(payer).post<{ limit: Liability }>('/v1/disputes', claim);
  expect([dispute.limit.paid.amount, dispute.limit.atMost.amount]).toEqual([9_180_000, 5_000_000]);
});

it.each(['2026-01-31', '2026-02-30', 'x'])('a day before the offer, or that does not exist, is refused: %s', async (on) => {
  expect((await read(payer, payer, on)).problem?.code).toBe('invalid-input');
});

interface Dispute {
  id: string;
  state: string;
  happenedOn: string;
  deadlines: { limitationOn: string };
  courtAct: { objectBy: string } | null;
  outcome: object | null;
  limit: Pick<Liability, 'from' | 'to' | 'paid' | 'atMost'> & { payments: Liability['addends']; answered: Answered[] };
}
interface Answered {
  claim: string;
  on: string;
  by: string;
  amount: { amount: number };
}

/** A claim against the operator, for money unless it says otherwise. */
const claim = (by: Person, happenedOn: string, amount = 6_000_000) =>
  api.as(by).post<Dispute>('/v1/disputes', {
    ...{ against: 'operator', happenedOn, about: 'damages', amount, demand: 'My account was closed' },
    calculation: [{ what: 'Two days', amount }],
  });
const says = (by: Person, { id }: Dispute, name: string, body: object = {}) => api.as(by).post<Dispute>(`/v1/disputes/${id}/${name}`, body);
const readClaim = async ({ id }: Dispute): Promise<Dispute> => (await api.as(staff).get<Dispute>(`/v1/disputes/${id}`)).body;
const admits = (by: Person, of: Dispute, amount: number) => says(by, of, 'admit-in-part', { amount, reasons: 'Ours' });

/** A customer who joined two years ago, and has paid 60 000 ₸ since: 10 000 of them today. */
async function paying(): Promise<Person> {
  const person = await api.join(['customer']);
  await api.owner.query(`update account set created_at = created_at - interval '2 years' where id = $1`, [person.id]);
  const owes = `receivable/${person.id}`;
  const pay = (on: string, amount: number) =>
    book(on, `fee/${randomUUID()}/1`, ['fee-charged', owes, 'income/fee', amount], ['invoice-paid', 'bank/operator', owes, amount]);
  await pay(addCalendarDays(longAgo, -1), 2_000_000);
  await pay(addCalendarDays(today, -3), 3_000_000);
  await pay(today, 1_000_000);
  return person;
}

describe('the day of the event of a claim (6.2)', () => {
  it('is what the months are counted back from, with each payment, and the limitation too', async () => {
    const person = await paying();
    const yesterday = addCalendarDays(today, -1);
    const { body } = await claim(person, yesterday);
    // What was paid today is later than the event, and the first payment lies within twelve months of it.
    expect(body).toMatchObject({
      happenedOn: yesterday,
      limit: { from: monthsBefore(yesterday, 12), to: yesterday, paid: { amount: 5_000_000 }, atMost: { amount: 5_000_000 }, answered: [] },
      deadlines: { limitationOn: endOfDay(`${Number(yesterday.slice(0, 4)) + 3}${yesterday.slice(4)}`) },
    });
    expect(body.limit.payments.map(({ on, amount, reason }) => [on, amount.amount, reason])).toEqual([
      [addCalendarDays(longAgo, -1), 2_000_000, 'Payment of an invoice'],
      [addCalendarDays(today, -3), 3_000_000, 'Payment of an invoice'],
    ]);
    const { body: later } = await claim(person, today);
    expect([later.limit.paid.amount, later.limit.payments.length]).toEqual([4_000_000, 2]);
  });

  it('has come, lies after the account was made, and is named in every claim against the operator and in no other', async () => {
    const refused = async (by: Person, happenedOn: string) => (await claim(by, happenedOn)).problem?.rule;
    expect(await refused(other, addCalendarDays(today, 1))).toBe('dayOfEventIsPossible');
    // The account was made today.
    expect(await refused(other, addCalendarDays(today, -1))).toBe('dayOfEventIsPossible');
    const person = await paying();
    expect(await refused(person, addCalendarDays(today, -1))).toBeUndefined();
    // The offer is in force since 1 February 2026.
    expect(await refused(person, '2026-01-31')).toBe('dayOfEventIsPossible');
    const conduct = { about: 'conduct', demand: 'An answer' };
    const unnamed = await api.as(person).post('/v1/disputes', { against: 'operator', ...conduct });
    const ofOther = await api
      .as(person)
      .post('/v1/disputes', { against: 'counterparty', task: randomUUID(), happenedOn: today, ...conduct });
    expect([unnamed.status, ofOther.status]).toEqual([400, 400]);
  });
});

describe('what the operator answers for by other claims (6.2)', () => {
  it('is taken off the limit, also what a court awarded beyond it', async () => {
    const person = await paying();
    const [first, second, earlier] = [
      (await claim(person, today)).body,
      (await claim(person, today)).body,
      (await claim(person, addCalendarDays(today, -1))).body,
    ];
    expect((await admits(staff, first, 3_000_000)).status).toBe(200);
    // Of 40 000 ₸ 10 000 are left for an event of the same day. The first event was later than the one of yesterday.
    const { limit } = await readClaim(second);
    expect([limit.atMost.amount, limit.answered]).toEqual([
      1_000_000,
      [{ claim: `/v1/disputes/${first.id}`, on: today, by: 'admission', amount: { amount: 3_000_000, currency: 'KZT' } }],
    ]);
    expect((await readClaim(earlier)).limit).toMatchObject({ atMost: { amount: 5_000_000 }, answered: [] });
    expect((await admits(staff, second, 1_000_001)).problem?.rule).toBe('withinLiability');
    expect((await says(staff, second, 'propose-limit', { amount: 1_000_000, reasons: 'Ours' })).problem?.rule).toBe('limitIsBeyond');

    await says(staff, second, 'reject', { reasons: 'It was right' });
    await says(person, second, 'end-talks');
    // More than was left, than the limit itself, and than the 60 000 ₸ that were claimed.
    const act = {
      ...{ amount: 6_100_000, court: 'A court', caseNumber: '7594-26-00-2/7', decidedOn: today, inForceOn: today, proof: 'A copy' },
    };
    const recorded = (await says(staff, second, 'record-court-act', act)).body;
    expect((await readClaim(first)).limit.answered).toEqual([]);
    await api.withWorker(() => pass(api, `dispute/${second.id}`, Date.parse(recorded.courtAct?.objectBy ?? '') - Date.now() + 60_000));
    expect((await says(staff, second, 'confirm-court-act', { version: 1 })).problem?.rule).toBe('confirmedByAnother');
    const decided = (await says(colleague, second, 'confirm-court-act', { version: 1 })).body;
    expect(decided).toMatchObject({
      state: 'decided',
      outcome: { by: 'court-act', toClaimant: { amount: 6_100_000 }, toRespondent: { amount: 0 } },
    });
    const debts = (await api.as(person).get<{ items: object[] }>('/v1/debts?party=creditor')).body.items;
    expect(debts[0]).toMatchObject({ debtor: 'operator', ground: 'court-act', owed: { amount: 6_100_000 } });
    const [books] = await api.rows<{ owed: string }>('select balance($1) as owed', `payable/${person.id}`);
    expect(Number(books?.owed)).toBe(9_100_000);

    const { body } = await api.as(person).get<{ left: object; answered: Answered[] }>(`/v1/accounts/${person.id}/liability`);
    expect([body.left, body.answered.map(({ by, amount }) => [by, amount.amount])]).toEqual([
      { amount: 0, currency: 'KZT' },
      [
        ['admission', 3_000_000],
        ['court-act', 6_100_000],
      ],
    ]);
    expect((await claim(person, today)).body.limit.atMost.amount).toBe(0);
  });

  it('is never exceeded by two of the staff who admit at once', async () => {
    const person = await paying();
    const claims = [(await claim(person, today)).body, (await claim(person, today)).body, (await claim(person, today)).body];
    const replies = await Promise.all(claims.map((each, index) => admits(index === 1 ? colleague : staff, each, 3_000_000)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, problem } of replies)
      if (status !== 200) expect(['withinLiability', 'answersAreCurrent']).toContain(problem?.rule);
    const { body } = await api.as(staff).get<{ left: { amount: number } }>(`/v1/accounts/${person.id}/liability`);
    expect(body.left.amount).toBe(1_000_000);
  });
});
