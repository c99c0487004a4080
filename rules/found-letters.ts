/** When a letter about what was found for a saved search is due. */
import type { LetterTerms } from './gathered-letters.ts';
import { letterAt } from './gathered-letters.ts';
import { hoursAfter } from './hours.ts';
import { addCalendarDays, civilDate, endOfDay } from './working-days.ts';

/** Dated parameters of the day on which it is found. */
export interface FoundLetterTerms extends LetterTerms {
  /** Whole hours in Almaty. */
  dailyHour: number;
}

/** The next moment (UTC, ISO-8601) at which it is this hour in Almaty. */
function nextAtHour(moment: string, hour: number): string {
  const today = civilDate(moment);
  const on = (date: string): string => hoursAfter(endOfDay(addCalendarDays(date, -1)), hour);
  return moment < on(today) ? on(today) : on(addCalendarDays(today, 1));
}

/** One letter a day; or one soon, with all that is found until then, not at night and not too soon after the last one. */
export const foundLetterAt = (
  found: string,
  alerts: 'at-once' | 'daily',
  lastLetter: string | undefined,
  terms: FoundLetterTerms,
): string => (alerts === 'daily' ? nextAtHour(found, terms.dailyHour) : letterAt(found, lastLetter, terms));
