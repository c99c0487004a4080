import type { Logger } from 'pino';
import type { Sequelize } from 'sequelize';
import { readCalendar } from '../models/stores/calendar-day.ts';
import type { Calendar, CalendarDay } from '../rules/working-days.ts';
import { addCalendarDays, calendarOf, civilDate } from '../rules/working-days.ts';

/** The table is read again this often, so that an operator's change needs no restart. Milliseconds. */
const FRESH_FOR = 60_000;

/**
 * The days off around a moment, as they travel with an input: from the day before to the end of the last year that the table has without a gap. It is
 * called inside transactions, so it never waits for the database: a stale table is refreshed in the background.
 */
export async function openCalendar(database: Sequelize, log: Logger): Promise<(at: string) => Calendar> {
  let days = await readCalendar(database);
  let readAt = performance.now();
  const refresh = (): void => {
    readAt = performance.now();
    readCalendar(database).then(
      (fresh) => {
        days = fresh;
      },
      (error: unknown) => log.warn({ err: error }, 'calendar.refresh-failed'),
    );
  };
  return (at) => {
    if (performance.now() - readAt > FRESH_FOR) refresh();
    const today = civilDate(at);
    return calendarOf(days, addCalendarDays(today, -1), endOfTable(days, Number(today.slice(0, 4))));
  };
}

/** The last day that the table decides, seen from a year. A year without a row is one that nobody has entered: the table ends before it. */
function endOfTable(days: readonly CalendarDay[], year: number): string {
  const years = new Set(days.map(({ date }) => Number(date.slice(0, 4))));
  let last = year;
  while (years.has(last)) last++;
  return `${last - 1}-12-31`;
}
