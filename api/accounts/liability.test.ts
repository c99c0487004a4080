import { randomUUID } from 'node:crypto';
import { addCalendarDays, civilDate, monthsBefore } from '../../rules/working-days.ts';
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
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [payer, other, staff] = await Promise.all([api.join(['customer']), api.join(['customer']), api.join(['operator'])]);
  await api.owner.query(CHART);
});
afterAll(() => api.close());

const today = civilDate(new Date().toISOString());
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
  const claim = { against: 'operator', about: 'conduct', demand: 'An answer' };
  const { body: dispute } = await api.as(payer).post<{ limit: Liability }>('/v1/disputes', claim);
  expect([dispute.limit.paid.amount, dispute.limit.atMost.amount]).toEqual([9_180_000, 5_000_000]);
});

it.each(['2026-01-31', '2026-02-30', 'x'])('a day before the offer, or that does not exist, is refused: %s', async (on) => {
  expect((await read(payer, payer, on)).problem?.code).toBe('invalid-input');
});
