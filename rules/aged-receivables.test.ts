import { aged, ageOf, payableByMonth } from './aged-receivables.ts';

test.each([
  [undefined, 'notDue'],
  ['2026-06-30', 'notDue'],
  ['2026-06-29', 'upTo30'],
  ['2026-05-31', 'upTo30'],
  ['2026-05-30', 'upTo60'],
  ['2026-05-01', 'upTo60'],
  ['2026-04-30', 'upTo90'],
  ['2026-04-01', 'upTo90'],
  ['2026-03-31', 'over90'],
])('on 30 June a debt that was due on %s is %s', (dueOn, age) => {
  expect(ageOf(dueOn, '2026-06-30')).toBe(age);
});

test('the ages of debts add up to what is owed', () => {
  const debt = (amount: bigint, dueOn?: string, penalty = 0n) => ({ customer: 'one', amount, dueOn, penalty });
  expect(aged([debt(100n), debt(30n, '2026-06-29', 3n), debt(7n, '2026-05-31', 1n), debt(5n, '2026-01-01')], '2026-06-30')).toEqual({
    ...{ notDue: 100n, upTo30: 37n, upTo60: 0n, upTo90: 0n, over90: 5n, total: 142n, penalty: 4n },
  });
});

test('what was transferred is of the oldest months, and the rest adds up to the account', () => {
  const month = (name: string, withheld: bigint, settled: bigint) => ({ month: name, withheld, settled });
  expect(payableByMonth([month('2026-03', 50n, 120n), month('2026-01', 100n, 0n), month('2026-02', 70n, 0n)])).toEqual([
    { month: '2026-02', amount: 50n },
    { month: '2026-03', amount: 50n },
  ]);
});
