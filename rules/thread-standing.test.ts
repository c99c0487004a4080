import type { Standing } from './thread-standing.ts';
import { isDealOf, isWithCandidate } from './thread-standing.ts';

const now = new Date('2026-11-30T00:00:00Z');
const posted: Standing = { contractor: null, responded: true, endedAt: null, now };
const accepted: Standing = { ...posted, contractor: 'one' };
const ended = (days: number): Standing => ({ ...accepted, endedAt: new Date(now.getTime() - days * 86_400_000) });

test('while nobody has accepted, the customer and each candidate whose response stands write to each other', () => {
  expect(isWithCandidate(posted)).toBe(true);
  expect(isWithCandidate({ ...posted, responded: false })).toBe(false);
  expect(isWithCandidate({ ...posted, endedAt: now })).toBe(false);
  expect(isWithCandidate(accepted)).toBe(false);
});

test('a deal is of the one who accepted, until some days after its end', () => {
  expect(isDealOf(accepted, 'one', 30)).toBe(true);
  expect(isDealOf(accepted, 'other', 30)).toBe(false);
  expect(isDealOf(posted, undefined, 30)).toBe(false);
  expect(isDealOf(ended(30), 'one', 30)).toBe(true);
  expect(isDealOf(ended(31), 'one', 30)).toBe(false);
});
