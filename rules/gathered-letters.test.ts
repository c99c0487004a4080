import { letterAt } from './gathered-letters.ts';

/** Almaty is five hours ahead: its night from 22 to 8 is 17 to 3 in UTC. */
const terms = { waitMinutes: 15, pauseMinutes: 360, quietFromHour: 22, quietToHour: 8 };

test.each([
  ['waits to be read', '2026-11-30T06:00:00.000Z', undefined, '2026-11-30T06:15:00.000Z'],
  [
    'comes no sooner after another letter than the pause',
    '2026-11-30T06:00:00.000Z',
    '2026-11-30T05:00:00.000Z',
    '2026-11-30T11:00:00.000Z',
  ],
  ['need not wait for a pause that is over', '2026-11-30T12:00:00.000Z', '2026-11-30T05:00:00.000Z', '2026-11-30T12:15:00.000Z'],
  ['waits for the morning if it fell into the night', '2026-11-30T16:50:00.000Z', undefined, '2026-12-01T03:00:00.000Z'],
  [
    'waits for the morning if its pause ended in the night',
    '2026-11-30T14:00:00.000Z',
    '2026-11-30T13:00:00.000Z',
    '2026-12-01T03:00:00.000Z',
  ],
])('a letter about messages %s', (_, since, lastLetter, at) => {
  expect(letterAt(since, lastLetter, terms)).toBe(at);
});

test('without quiet hours it goes at night too', () => {
  expect(letterAt('2026-11-30T20:00:00.000Z', undefined, { ...terms, quietFromHour: 0, quietToHour: 0 })).toBe('2026-11-30T20:15:00.000Z');
});
