import fc from 'fast-check';
import { quietUntil } from './quiet-hours.ts';

const NIGHT = { from: 22, to: 8 };

test.each([
  ['2026-11-25T16:59:59.999Z', NIGHT, undefined],
  ['2026-11-25T17:00:00.000Z', NIGHT, '2026-11-26T03:00:00.000Z'],
  ['2026-11-25T18:30:00.500Z', NIGHT, '2026-11-26T03:00:00.000Z'],
  ['2026-11-25T19:00:00.000Z', NIGHT, '2026-11-26T03:00:00.000Z'],
  ['2026-11-26T02:59:59.999Z', NIGHT, '2026-11-26T03:00:00.000Z'],
  ['2026-11-26T03:00:00.000Z', NIGHT, undefined],
  ['2026-11-26T08:00:00.000Z', { from: 13, to: 14 }, '2026-11-26T09:00:00.000Z'],
  ['2026-11-26T09:00:00.000Z', { from: 13, to: 14 }, undefined],
  ['2026-11-26T20:00:00.000Z', { from: 0, to: 0 }, undefined],
  // Almaty was UTC+6 then.
  ['2024-02-20T16:00:00.000Z', NIGHT, '2024-02-21T02:00:00.000Z'],
])('at %s with %j it is quiet until %s', (moment, hours, until) => {
  expect(quietUntil(moment, hours)).toBe(until);
});

test('the quiet hours end within a day, and their end is not quiet', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const when = fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(when, hour, hour, (date, from, to) => {
      const until = quietUntil(date.toISOString(), { from, to });
      if (until === undefined) return;
      const ahead = Date.parse(until) - date.getTime();
      expect(ahead).toBeGreaterThan(0);
      expect(ahead).toBeLessThanOrEqual(86_400_000);
      expect(quietUntil(until, { from, to })).toBeUndefined();
    }),
  );
});
