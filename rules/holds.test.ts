import fc from 'fast-check';
import type { Interval } from './holds.ts';
import { extended } from './holds.ts';

const HOUR = 3_600_000;
const hour = (n: number): string => new Date(Date.UTC(2026, 10, 1) + n * HOUR).toISOString();
const span = (from: number, until?: number): Interval => ({ from: hour(from), ...(until !== undefined && { until: hour(until) }) });
const hours = (moment: string | undefined): number => (moment === undefined ? Infinity : (Date.parse(moment) - Date.parse(hour(0))) / HOUR);
/** The moved deadline in hours for a deadline at `base`, set at `since`; `Infinity` while a hold lasts. */
const moved = (base: number, since: number, holds: readonly Interval[]): number => hours(extended(hour(base), hour(since), holds));

const lifted = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([from, long]) => span(from, from + long));
const open = fc.integer({ min: 0, max: 80 }).map((from) => span(from));
const term = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 40 }))
  .map(([since, long]) => ({ since, base: since + long }));
const holdsOf = (interval: fc.Arbitrary<Interval>) => fc.array(interval, { maxLength: 6 });
const many = holdsOf(fc.oneof({ weight: 5, arbitrary: lifted }, { weight: 1, arbitrary: open }));

describe('a deadline at hour 20, set at hour 10', () => {
  test.each<[string, Interval[], number]>([
    ['nothing was held', [], 20],
    ['it was held for three hours', [span(12, 15)], 23],
    ['it was held twice', [span(12, 15), span(16, 17)], 24],
    ['the holds overlap', [span(12, 15), span(14, 17)], 25],
    ['one holds within another', [span(12, 18), span(13, 14)], 26],
    ['the holds touch', [span(12, 14), span(14, 16)], 24],
    ['the same hold is given twice', [span(12, 15), span(12, 15)], 23],
    ['the hold was lifted before the term began', [span(5, 10)], 20],
    ['the hold began before the term', [span(5, 12)], 22],
    ['the hold begins at the deadline', [span(20, 30)], 20],
    ['the hold outlasts the deadline', [span(19, 30)], 31],
    ['only the moved deadline meets the second hold', [span(12, 17), span(22, 24)], 27],
    ['the second hold begins at the moved deadline', [span(12, 17), span(25, 26)], 25],
    ['a hold is still on', [span(12)], Infinity],
    ['a hold from before the term is still on', [span(5)], Infinity],
    ['one is lifted and another still on', [span(12, 15), span(14)], Infinity],
    ['only the moved deadline meets the hold still on', [span(12, 17), span(24)], Infinity],
    ['a hold is on that began at the deadline', [span(20)], 20],
    ['the hold is empty', [span(12, 12)], 20],
    ['the hold ends before it begins', [span(15, 12)], 20],
  ])('%s', (_, holds, at) => {
    expect(moved(20, 10, holds)).toBe(at);
  });
});

test('a deadline before its own setting is not moved by any hold', () => {
  expect(moved(5, 10, [span(0, 8), span(9)])).toBe(5);
});

test('without holds the deadline is the base', () => {
  fc.assert(fc.property(term, ({ base, since }) => expect(extended(hour(base), hour(since), [])).toBe(hour(base))));
});

test('the order, repetition, overlap and splitting of holds change nothing', () => {
  fc.assert(
    fc.property(term, many, fc.nat(100), ({ base, since }, holds, cut) => {
      const at = moved(base, since, holds);
      const parts = holds.flatMap(({ from, until }) => {
        const half = hour(hours(from) + (cut % (until === undefined ? 10 : Math.max(1, hours(until) - hours(from)))));
        return [
          { from, until: half },
          { from: half, ...(until !== undefined && { until }) },
        ];
      });
      expect(moved(base, since, holds.toReversed())).toBe(at);
      expect(moved(base, since, [...holds, ...parts])).toBe(at);
      expect(moved(base, since, parts)).toBe(at);
    }),
  );
});

test('the end of a hold extends the deadline by exactly the time held', () => {
  fc.assert(
    fc.property(term, holdsOf(lifted), ({ base, since }, holds) => {
      const held = (at: number): boolean => holds.some(({ from, until }) => hours(from) <= at && at < hours(until));
      const deadline = moved(base, since, holds);
      const all = Array.from({ length: deadline - since }, (_, n) => since + n);
      expect(all.filter((at) => !held(at)).length).toBe(base - since);
      // It is the first such moment: the hour before it ran.
      if (base > since) expect(held(deadline - 1)).toBe(false);
    }),
  );
});

test('a hold before the setting or after the moved deadline changes nothing', () => {
  fc.assert(
    fc.property(term, many, fc.nat(20), fc.nat(20), ({ base, since }, holds, early, long) => {
      const at = moved(base, since, holds);
      expect(moved(base, since, [span(since - early - long, since - early), ...holds])).toBe(at);
      if (at !== Infinity) expect(moved(base, since, [...holds, span(at + early, at + early + long), span(at + early)])).toBe(at);
    }),
  );
});

test('one more hold or a later base never brings the deadline nearer', () => {
  fc.assert(
    fc.property(term, many, fc.oneof(lifted, open), fc.nat(20), ({ base, since }, holds, more, later) => {
      const at = moved(base, since, holds);
      expect(at).toBeGreaterThanOrEqual(base);
      expect(moved(base, since, [...holds, more])).toBeGreaterThanOrEqual(at);
      expect(moved(base + later, since, holds)).toBeGreaterThanOrEqual(at);
    }),
  );
});
