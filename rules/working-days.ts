/**
 * Civil dates and terms in days under the law of Kazakhstan. A term begins the day after its event and ends at 24:00 of its last day (Civil Code
 * art. 173-175, to be confirmed by a lawyer).
 */
import { daysOffByLaw } from './holidays.ts';

/** Exceptions to the five-day week. Plain JSON, because it is part of a command's input. Dates are civil, `YYYY-MM-DD`, in Asia/Almaty. */
export interface Calendar {
  /** The first and last date of the table; it is empty if `until` is before `from`. Outside it `daysOffByLaw` gives the days off. */
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

/** The calendar from `from` to `until` (both included) from rows in any order. @throws RangeError for a bad date. */
export function calendarOf(days: readonly CalendarDay[], from: string, until: string): Calendar {
  for (const date of [from, until]) checkedDate(date);
  const dates = (kind: CalendarDay['kind']) =>
    days
      .filter((day) => day.kind === kind && checkedDate(day.date) >= from && day.date <= until)
      .map(({ date }) => date)
      .sort();
  return { from, until, off: dates('off'), working: dates('working') };
}

/** Returns the civil date itself. @throws RangeError unless it is `YYYY-MM-DD` and the day exists. */
export function checkedDate(date: string): string {
  midnight(date);
  return date;
}

/** The civil date in Almaty at a moment (UTC, ISO-8601 with milliseconds). @throws RangeError for a bad moment. */
export function civilDate(moment: string): string {
  return clock(instant(moment)).slice(0, 10);
}

/** The calendar month (`YYYY-MM`) before that of a moment, in Almaty. @throws RangeError for a bad moment. */
export const lastMonth = (moment: string): string => addCalendarDays(`${civilDate(moment).slice(0, 7)}-01`, -1).slice(0, 7);

/** The end of a civil day in Almaty, its 24:00, as a moment (UTC, ISO-8601 with milliseconds). @throws RangeError for a bad date. */
export function endOfDay(date: string): string {
  const next = midnight(date) + DAY;
  const guess = next - offset(next);
  return new Date(next - offset(guess)).toISOString();
}

/** The hour of the morning in Almaty at which people are reminded. */
const MORNING = 9;

const hourOf = (date: string, hour: number): string =>
  new Date(Date.parse(endOfDay(addCalendarDays(date, -1))) + hour * 3_600_000).toISOString();

/** The morning of a civil day in Almaty, as a moment. @throws RangeError for a bad date. */
export const morningOf = (date: string): string => hourOf(date, MORNING);

/** The first moment after this one at which it is a given hour of the day in Almaty. @throws RangeError for a bad moment. */
export function nextHour(moment: string, hour: number): string {
  const today = civilDate(moment);
  return [hourOf(today, hour), hourOf(addCalendarDays(today, 1), hour)].find((each) => each > moment) as string;
}

/** The end of a term of years: 24:00 of the same date, or of the last day of a month without it. @throws RangeError for a bad moment. */
export function yearsAfter(moment: string, years: number): string {
  const [year = 0, month = 1, day = 1] = civilDate(moment).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return endOfDay(new Date(Date.UTC(year + years, month - 1, Math.min(day, lastDay))).toISOString().slice(0, 10));
}

/** The first civil date of the month after that of a date, or after a month (`YYYY-MM`). @throws RangeError for neither. */
export function firstOfNextMonth(date: string): string {
  const [year = Number.NaN, month = Number.NaN] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** The moment with which the calendar month of a civil date ends. @throws RangeError for a bad date. */
export const endOfMonth = (date: string): string => endOfDay(addCalendarDays(firstOfNextMonth(date), -1));

/** The same day so many months before, or the last day of a month without it. @throws RangeError for a bad date. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = checkedDate(date).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The last civil date of a term that ends at a moment. For midnight that is the day before. @throws RangeError for a bad moment. */
export function lastDayOf(moment: string): string {
  return civilDate(new Date(instant(moment) - 1).toISOString());
}

/** Whether a civil date is a working day of the five-day week. @throws RangeError for a bad date. */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  return works(midnight(date), date, calendar);
}

/** Whether a civil date, given with its midnight, is a working day. */
function works(ms: number, date: string, calendar: Calendar): boolean {
  const weekday = new Date(ms).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  if (!covers(calendar, date)) return !isWeekend && !daysOffByLaw(date.slice(0, 4)).has(date);
  return isWeekend ? calendar.working.includes(date) : !calendar.off.includes(date);
}

/** Whether the calendar covers the last day of a term. A day outside it may still move. @throws RangeError for a bad moment. */
export const isConfirmed = (end: string, calendar: Calendar): boolean => covers(calendar, lastDayOf(end));

const covers = ({ from, until }: Calendar, date: string): boolean => date >= from && date <= until;

/**
 * The nth working day after a civil date, which is not counted. A negative n counts back; zero returns the date itself.
 * @throws RangeError for a bad date or a fraction.
 */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string {
  let ms = midnight(date);
  let day = date;
  for (let left = Math.abs(whole(n)); left > 0; ) {
    ms += Math.sign(n) * DAY;
    day = dateOf(ms);
    if (works(ms, day, calendar)) left -= 1;
  }
  return day;
}

/** The civil date n days after another. A negative n counts back. @throws RangeError for a bad date or a fraction. */
export function addCalendarDays(date: string, n: number): string {
  return dateOf(midnight(date) + whole(n) * DAY);
}

/** The date itself if it is a working day, otherwise the next working day. @throws RangeError for a bad date. */
export function shiftToWorkingDay(date: string, calendar: Calendar): string {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** The end of a term of n working days from a moment: 24:00 of its last day, as a moment. @throws RangeError for a bad moment or a fraction. */
export function workingDaysAfter(moment: string, n: number, calendar: Calendar): string {
  return endOfDay(addWorkingDays(civilDate(moment), n, calendar));
}

/**
 * The end of a term of n working days that follows a term with the given end. The new term begins the day after the last day of the old one, also if
 * that ended at 24:00. @throws RangeError for a bad moment or a fraction.
 */
export function workingDaysAfterTerm(end: string, n: number, calendar: Calendar): string {
  return endOfDay(addWorkingDays(lastDayOf(end), n, calendar));
}

/**
 * The end of a term of n calendar days from a moment: 24:00 of its last day. If that is a day off, the term ends on the next working day.
 * @throws RangeError for a bad moment or a fraction.
 */
export function calendarDaysAfter(moment: string, n: number, calendar: Calendar): string {
  return endOfDay(shiftToWorkingDay(addCalendarDays(civilDate(moment), n), calendar));
}

const DAY = 86_400_000;

// Not a fixed offset: Almaty was UTC+6 until 2024-03-01 00:00 and is UTC+5 since.
const almaty = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'medium' });

/** The local time in Almaty, as `YYYY-MM-DD HH:MM:SS`. */
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

/** The milliseconds of a civil date's midnight in UTC, where every day is 24 hours long. */
function midnight(date: string): number {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms) || dateOf(ms) !== date) throw new RangeError(`Not a civil date: ${date}`);
  return ms;
}

/** The civil date whose midnight this is. @throws RangeError beyond what a date can be. */
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function whole(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of days: ${n}`);
  return n;
}

/** Of the moments (UTC, ISO-8601) those before the end of a term: a term shorter than usual has fewer reminders. */
export const remindersBefore = (end: string, moments: readonly string[]): string[] => moments.filter((each) => each < end);
