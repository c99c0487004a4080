import fc from 'fast-check';
import type { Counted } from './throttle.ts';
import { pauseAfter, throttleOf } from './throttle.ts';

const BITS = { leastBits: 14, mostBits: 20 };
const limit = (given: Partial<Counted>): Counted => ({ count: 0, free: 5, most: 50, easesIn: null, opensIn: null, ...given });

test.each([
  ['under its bound a try is free', [limit({ count: 4 })], { kind: 'free' }],
  [
    'at its bound it needs the least work, or the time until the count falls',
    [limit({ count: 5, easesIn: 60 })],
    { kind: 'work', bits: 14, wait: 60 },
  ],
  ['twice the count needs two bits more', [limit({ count: 10, easesIn: 60 })], { kind: 'work', bits: 16, wait: 60 }],
  [
    'the work stops growing',
    [limit({ count: 49, easesIn: 60 }), limit({ count: 4_000, free: 20, most: 5_000, easesIn: 9 })],
    { kind: 'work', bits: 20, wait: 60 },
  ],
  ['a count that has eased costs nothing', [limit({ count: 7, easesIn: 0 })], { kind: 'free' }],
  ['at the last bound no work helps', [limit({ count: 50, easesIn: 60, opensIn: 30 }), limit({})], { kind: 'closed', wait: 30 }],
  ['without a last bound it is never refused', [{ count: 9_999, free: 1, easesIn: 5, opensIn: 5 }], { kind: 'work', bits: 20, wait: 5 }],
  [
    'where none is free the first needs work, and waiting does not help',
    [{ count: 0, free: 0, easesIn: null, opensIn: null }],
    { kind: 'work', bits: 14, wait: undefined },
  ],
] as const)('%s', (_, limits, throttle) => {
  expect(throttleOf([...limits], BITS)).toEqual(throttle);
});

test('a pause begins at the bound, doubles with each failure, and stops growing', () => {
  const bounds = { free: 5, first: 30, longest: 1_800 };
  expect([0, 4, 5, 6, 7, 10, 11, 12, 5_000].map((failures) => pauseAfter(failures, bounds))).toEqual([
    ...[0, 0, 30, 60, 120, 960, 1_800, 1_800, 1_800],
  ]);
});

test('one more failure never makes a try cheaper', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 0, max: 30 }), fc.nat(100), (count, free, room) => {
      const cost = (counted: number): number => {
        const now = throttleOf([{ count: counted, free, most: free + room + 1, easesIn: 60, opensIn: 60 }], BITS);
        return now.kind === 'free' ? 0 : now.kind === 'work' ? now.bits : Number.POSITIVE_INFINITY;
      };
      expect(cost(count + 1)).toBeGreaterThanOrEqual(cost(count));
    }),
  );
});
