/** Quiet hours: a notice to a phone waits until they end. */
import { HOUR } from './hours.ts';
import type { Parameter } from './parameters.ts';
import { numberAt } from './parameters.ts';

// Not a fixed offset: see working-days.ts.
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Almaty',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});

/** Whole hours in Almaty, 0 to 23. If both are equal, there are no quiet hours. */
export interface QuietHours {
  from: number;
  to: number;
}

/** The dated parameters of a civil date. @throws if one is missing. */
export const quietHoursOn = (rows: readonly Parameter[], date: string): QuietHours => ({
  from: numberAt(rows, 'quietFromHour', date),
  to: numberAt(rows, 'quietToHour', date),
});

/** The end (UTC, ISO-8601) of the quiet hours that contain the moment. `undefined` if the moment is outside them. */
export function quietUntil(moment: string, { from, to }: QuietHours): string | undefined {
  const now = Date.parse(moment);
  const [hour = 0, minute = 0, second = 0] = clock.format(now).split(':').map(Number);
  const sinceMidnight = (hour * 60 + minute) * 60_000 + second * 1_000 + (now % 1_000);
  const isQuiet = from < to ? from <= hour && hour < to : from !== to && (hour >= from || hour < to);
  if (!isQuiet) return undefined;
  const end = to * HOUR <= sinceMidnight ? to + 24 : to;
  return new Date(now + end * HOUR - sinceMidnight).toISOString();
}
