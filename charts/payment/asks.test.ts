import fc from 'fast-check';
import { asksOf } from './asks.ts';

const from = '2026-04-20T04:00:00.000Z';
const seconds = (moment: string): number => (Date.parse(moment) - Date.parse(from)) / 1_000;
const later = (after: number): string => new Date(Date.parse(from) + after * 1_000).toISOString();

test('the pauses between queries to a provider grow fourfold up to the longest', () => {
  expect(asksOf(from, later(600), 10, 200).map(seconds)).toEqual([10, 50, 210, 410]);
});

test('no query is made at or after the end, or if the end is past', () => {
  expect(asksOf(from, later(50), 10, 200).map(seconds)).toEqual([10]);
  expect(asksOf(from, later(10), 10, 200)).toEqual([]);
  expect(asksOf(from, later(-1), 10, 200)).toEqual([]);
});

test('no pause is shorter than the previous one, or longer than the longest', () => {
  const given = [fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 86_400 }), fc.integer({ min: 0, max: 1_000_000 })] as const;
  fc.assert(
    fc.property(...given, (first, longest, length) => {
      const moments = [from, ...asksOf(from, later(length), first, longest)].map(seconds);
      const pauses = moments.slice(1).map((moment, index) => moment - (moments[index] as number));
      expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
      expect(Math.max(0, ...pauses)).toBeLessThanOrEqual(longest);
    }),
  );
});
