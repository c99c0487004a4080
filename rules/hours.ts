/** Terms that run by the clock and not by the calendar. */

/** Milliseconds. */
export const HOUR = 3_600_000;

/** The moment so many hours after another, before it for a negative number. A part of an hour counts. Throws RangeError for a bad moment. */
export const hoursAfter = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();
