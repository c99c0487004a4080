/**
 * Civil dates and terms in days, as they run in Kazakhstan. A term begins the day after the event it is reckoned from and ends at 24:00 of its
 * last day (Civil Code art. 173-175, to be confirmed by a lawyer).
 */

import { daysOffByLaw } from './holidays.ts';

/** The days that depart from the week, as plain JSON: it travels in the input of commands. Dates are civil, `YYYY-MM-DD`, in Asia/Almaty. */
export interface Calendar {
  /** The first and the last date of the table; none at all where the last is before the first. Elsewhere the days off are those that the law fixes. */
  from: string;
  until: string;
  /** Days off on Monday to Friday. */
  off: string[];
  /** Working days on Saturday or Sunday. */
  working: string[];
}

/** Every Saturday and Sunday is off, and no other day: for what has no calendar, and where a holiday does no harm. */
export const WEEKENDS: Calendar = { from: '0000-01-01', until: '9999-12-31', off: [], working: [] };

/** A row of the calendar table. */
export interface CalendarDay {
  date: string;
  kind: 'off' | 'working';
}

/** The calendar of `from` to `until` (both included) out of the rows of the table, in any order. Throws RangeError for a bad date. */
export function calendarOf(days: readonly CalendarDay[], from: string, until: string): Calendar {
  for (const date of [from, until]) checkedDate(date);
  const dates = (kind: CalendarDay['kind']) =>
    days
      .filter((day) => day.kind === kind && checkedDate(day.date) >= from && day.date <= until)
      .map(({ date }) => date)
      .sort();
  return { from, until, off: dates('off'), working: dates('working') };
}

/** The civil date itself. Throws RangeError unless it is `YYYY-MM-DD` and such a day exists. */
export function checkedDate(date: string): string {
  midnight(date);
  return date;
}

/** The date on a calendar in Almaty at a moment (UTC, ISO-8601 with milliseconds). Throws RangeError for a bad moment. */
export function civilDate(moment: string): string {
  return clock(instant(moment)).slice(0, 10);
}

/** The moment (UTC, ISO-8601 with milliseconds) at which a civil day ends in Almaty: its 24:00. Throws RangeError for a bad date. */
export function endOfDay(date: string): string {
  const next = midnight(date) + DAY;
  const guess = next - offset(next);
  return new Date(next - offset(guess)).toISOString();
}

/** The last civil date of a term that ends at a moment: the day before, where it ends at midnight. Throws RangeError for a bad moment. */
export function lastDayOf(moment: string): string {
  return civilDate(new Date(instant(moment) - 1).toISOString());
}

/** Whether a civil date is a working day of the five-day week. Throws RangeError for a bad date. */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  const weekday = new Date(midnight(date)).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  if (!covers(calendar, date)) return !isWeekend && !daysOffByLaw(date.slice(0, 4)).has(date);
  return isWeekend ? calendar.working.includes(date) : !calendar.off.includes(date);
}

/** Whether the last day of a term that ends at a moment stands in the table. A day beyond it may still move. Throws RangeError for a bad moment. */
export const isConfirmed = (end: string, calendar: Calendar): boolean => covers(calendar, lastDayOf(end));

const covers = ({ from, until }: Calendar, date: string): boolean => date >= from && date <= until;

/**
 * The nth working day after a civil date, which itself is not counted; before it for a negative n; the date itself for zero.
 * Throws RangeError for a bad date or a fraction.
 */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string {
  let day = checkedDate(date);
  for (let left = Math.abs(whole(n)); left > 0; ) {
    day = addCalendarDays(day, Math.sign(n));
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The civil date n days after another, before it for a negative n. Throws RangeError for a bad date or a fraction. */
export function addCalendarDays(date: string, n: number): string {
  return new Date(midnight(date) + whole(n) * DAY).toISOString().slice(0, 10);
}

/** The date itself when it is a working day, else the next working day. Throws RangeError for a bad date. */
export function shiftToWorkingDay(date: string, calendar: Calendar): string {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** The end of a term of n working days that runs from a moment: 24:00 of its last day, as a moment. Throws RangeError as its parts do. */
export function workingDaysAfter(moment: string, n: number, calendar: Calendar): string {
  return endOfDay(addWorkingDays(civilDate(moment), n, calendar));
}

/**
 * The end of a term of n working days that follows another term. Where that one ended at 24:00, its last day is still the day before: the day after
 * is the first of the new term. Throws RangeError as its parts do.
 */
export function workingDaysAfterTerm(end: string, n: number, calendar: Calendar): string {
  return endOfDay(addWorkingDays(lastDayOf(end), n, calendar));
}

/**
 * The end of a term of n calendar days that runs from a moment: 24:00 of its last day, or of the next working day when that is a day off.
 * Throws RangeError as its parts do.
 */
export function calendarDaysAfter(moment: string, n: number, calendar: Calendar): string {
  return endOfDay(shiftToWorkingDay(addCalendarDays(civilDate(moment), n), calendar));
}

const DAY = 86_400_000;

// The zone and not a constant: Almaty was UTC+6 until 2024-03-01 00:00 and is UTC+5 since.
const almaty = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'medium' });

/** What a clock in Almaty shows, as `YYYY-MM-DD HH:MM:SS`. */
function clock(ms: number): string {
  return almaty.format(ms);
}

function offset(ms: number): number {
  return Date.parse(`${clock(ms).replace(' ', 'T')}Z`) - ms;
}

function instant(moment: string): number {
  const ms = Date.parse(moment);
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== moment) {
    throw new RangeError(`Not a moment in UTC with milliseconds: ${moment}`);
  }
  return ms;
}

/** A civil date as the milliseconds of its midnight in UTC, where every day is 24 hours long. */
function midnight(date: string): number {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) throw new RangeError(`Not a civil date: ${date}`);
  return ms;
}

function whole(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of days: ${n}`);
  return n;
}
