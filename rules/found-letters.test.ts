import { foundLetterAt } from './found-letters.ts';

const terms = { waitMinutes: 15, pauseMinutes: 60, quietFromHour: 22, quietToHour: 8, dailyHour: 9 };
const at = (found: string, alerts: 'at-once' | 'daily', last?: string) => foundLetterAt(found, alerts, last, terms);

// Almaty is five hours ahead of UTC.
test.each([
  ['in the morning, today', '2026-11-30T03:59:00.000Z', '2026-11-30T04:00:00.000Z'],
  ['at the hour itself, tomorrow', '2026-11-30T04:00:00.000Z', '2026-12-01T04:00:00.000Z'],
  ['by day, tomorrow', '2026-11-30T10:00:00.000Z', '2026-12-01T04:00:00.000Z'],
  ['after midnight in Almaty, that day', '2026-11-30T20:00:00.000Z', '2026-12-01T04:00:00.000Z'],
])('daily: what is found %s', (_, found, due) => {
  expect(at(found, 'daily')).toBe(due);
  expect(at(found, 'daily', found)).toBe(due);
});

test('at once: after the wait, after the pause since the last letter, and not at night', () => {
  expect(at('2026-11-30T06:00:00.000Z', 'at-once')).toBe('2026-11-30T06:15:00.000Z');
  expect(at('2026-11-30T06:00:00.000Z', 'at-once', '2026-11-30T05:50:00.000Z')).toBe('2026-11-30T06:50:00.000Z');
  expect(at('2026-11-30T06:00:00.000Z', 'at-once', '2026-11-30T01:00:00.000Z')).toBe('2026-11-30T06:15:00.000Z');
  // 22:00 in Almaty is 17:00 UTC, and 8:00 is 3:00.
  expect(at('2026-11-30T16:50:00.000Z', 'at-once')).toBe('2026-12-01T03:00:00.000Z');
});
