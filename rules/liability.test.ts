import { limitOn } from './liability.ts';

const TERMS = { months: 12, cap: 5_000_000n };
const DAY = '2026-11-29';
const on = (date: string, tenge: number) => ({ on: date, amount: BigInt(tenge * 100) });
const of = (sums: ReturnType<typeof on>[], day = DAY) => {
  const { from, to, addends, paid, atMost } = limitOn(sums, [], day, TERMS);
  return [from, to, addends.map(({ on: date, amount }) => [date, Number(amount) / 100]), Number(paid) / 100, Number(atMost) / 100];
};

test('who has paid nothing is answered to for nothing', () => {
  expect(of([])).toEqual(['2025-11-29', DAY, [], 0, 0]);
});

test('the day itself and the day twelve months before count, the days beyond them do not', () => {
  const sums = [on('2025-11-28', 1), on('2025-11-29', 20), on('2026-11-29', 300), on('2026-11-30', 4_000)];
  expect(of(sums).slice(2)).toEqual([
    [
      ['2025-11-29', 20],
      ['2026-11-29', 300],
    ],
    ...[320, 320],
  ]);
});

test('a month without such a day begins with its last one', () => {
  expect(of([on('2027-02-28', 5), on('2027-02-27', 7)], '2028-02-29')).toEqual(['2027-02-28', '2028-02-29', [['2027-02-28', 5]], 5, 5]);
});

test('parts of a payment add up, in the order of their days', () => {
  expect(of([on('2026-05-17', 400), on('2026-05-12', 600.5)]).slice(2)).toEqual([
    [
      ['2026-05-12', 600.5],
      ['2026-05-17', 400],
    ],
    ...[1_000.5, 1_000.5],
  ]);
});

test('what came back lowers it, and never below zero', () => {
  expect(of([on('2026-05-12', 1_000), on('2026-06-01', -300)]).slice(3)).toEqual([700, 700]);
  // The payment is older than the refund of it.
  expect(of([on('2025-05-12', 1_000), on('2026-01-10', -1_000), on('2026-01-11', 400)]).slice(3)).toEqual([0, 0]);
});

test('it is never more than the cap', () => {
  expect(of([on('2026-01-01', 49_999.99)]).slice(3)).toEqual([49_999.99, 49_999.99]);
  expect(of([on('2026-01-01', 50_000)]).slice(3)).toEqual([50_000, 50_000]);
  expect(of([on('2026-01-01', 49_999.99), on('2026-01-02', 0.02)]).slice(3)).toEqual([50_000.01, 50_000]);
});

test('what was answered for before, for events of the same days, is taken off it, and a court’s award beyond it leaves nothing', () => {
  const left = (...answers: ReturnType<typeof on>[]) => {
    const { answered, left: rest } = limitOn([on('2026-05-12', 60_000)], answers, DAY, TERMS);
    return [answered.length, Number(rest) / 100];
  };
  expect(left()).toEqual([0, 50_000]);
  expect(left(on('2025-11-29', 20_000), on('2026-11-29', 5_000))).toEqual([2, 25_000]);
  // The day before the twelve months, and a day after the event.
  expect(left(on('2025-11-28', 20_000), on('2026-11-30', 5_000))).toEqual([0, 50_000]);
  expect(left(on('2026-06-01', 80_000))).toEqual([1, 0]);
});
