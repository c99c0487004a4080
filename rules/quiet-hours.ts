/** When phones are left in peace. */
import { HOUR } from './hours.ts';

// The zone and not a constant: see working-days.ts.
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Almaty',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});

/** Whole hours of a day in Almaty, 0 to 23. A day whose quiet begins and ends at one hour has none. */
export interface QuietHours {
  from: number;
  to: number;
}

/** The moment (UTC, ISO-8601) at which the quiet that a moment lies in is over; undefined for a moment outside of it. */
export function quietUntil(moment: string, { from, to }: QuietHours): string | undefined {
  const now = Date.parse(moment);
  const [hour = 0, minute = 0, second = 0] = clock.format(now).split(':').map(Number);
  const sinceMidnight = (hour * 60 + minute) * 60_000 + second * 1_000 + (now % 1_000);
  const isQuiet = from < to ? from <= hour && hour < to : from !== to && (hour >= from || hour < to);
  if (!isQuiet) return undefined;
  const end = to * HOUR <= sinceMidnight ? to + 24 : to;
  return new Date(now + end * HOUR - sinceMidnight).toISOString();
}
