/** When a letter about unread messages goes: many messages are one letter. */
import { hoursAfter } from './hours.ts';
import type { Parameter } from './parameters.ts';
import { numberAt } from './parameters.ts';
import { quietHoursOn, quietUntil } from './quiet-hours.ts';

/** Dated parameters of the day on which the thread was opened. */
export interface LetterTerms {
  /** How long a message waits to be read before a letter tells of it. */
  waitMinutes: number;
  /** The least time between two letters about one thread. */
  pauseMinutes: number;
  quietFromHour: number;
  quietToHour: number;
}

/** The terms of a civil date, by the parameters that say how long such letters wait and pause. @throws if one is missing. */
export function letterTermsOn(rows: readonly Parameter[], date: string, codes: { wait: string; pause: string }): LetterTerms {
  const { from, to } = quietHoursOn(rows, date);
  return {
    waitMinutes: numberAt(rows, codes.wait, date),
    pauseMinutes: numberAt(rows, codes.pause, date),
    quietFromHour: from,
    quietToHour: to,
  };
}

const minutesAfter = (moment: string, minutes: number): string => hoursAfter(moment, minutes / 60);

/**
 * The moment (UTC, ISO-8601) of the letter: some time after the first message that is unread since `since`, and not sooner after the last letter than the
 * pause. What would go at night goes when the night is over.
 */
export function letterAt(since: string, lastLetter: string | undefined, terms: LetterTerms): string {
  const waited = minutesAfter(since, terms.waitMinutes);
  const paused = lastLetter === undefined ? waited : minutesAfter(lastLetter, terms.pauseMinutes);
  const moment = waited > paused ? waited : paused;
  return quietUntil(moment, { from: terms.quietFromHour, to: terms.quietToHour }) ?? moment;
}
