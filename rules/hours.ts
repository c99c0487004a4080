/** Terms counted in hours instead of calendar days. */

/** Milliseconds. */
export const HOUR = 3_600_000;

/** Adds hours to a moment (ISO-8601). `hours` may be negative or a fraction. @throws RangeError for a bad moment. */
export const hoursAfter = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();
