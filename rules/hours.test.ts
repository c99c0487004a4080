import { hoursAfter } from './hours.ts';

test.each([
  ['2026-12-04T19:00:00.000Z', 3, '2026-12-04T22:00:00.000Z'],
  ['2026-12-04T19:00:00.000Z', -20, '2026-12-03T23:00:00.000Z'],
  ['2026-12-04T19:00:00.000Z', 0.5, '2026-12-04T19:30:00.000Z'],
  ['2028-02-28T23:30:00.000Z', 24, '2028-02-29T23:30:00.000Z'],
])('%s and %d hours are %s', (moment, hours, end) => {
  expect(hoursAfter(moment, hours)).toBe(end);
});

test('a bad moment is refused', () => {
  expect(() => hoursAfter('soon', 1)).toThrow(RangeError);
});
