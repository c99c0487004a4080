import type { Logger } from 'pino';
import type { Sequelize } from 'sequelize';
import { readCalendar } from '../models/stores/calendar-day.ts';
import type { Calendar } from '../rules/working-days.ts';
import { addCalendarDays, calendarOf, civilDate } from '../rules/working-days.ts';

/** The table is read again this often, so that an operator's change needs no restart. Milliseconds. */
const FRESH_FOR = 60_000;
/** No term in working days reaches further. It bounds what travels with an input. */
const DAYS_AHEAD = 180;

/**
 * The days off around a moment, as they travel with an input: from the day before to as far as terms reach and the table goes. It is called inside
 * transactions, so it never waits for the database: a stale table is refreshed in the background.
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
    const endOfTable = `${days.at(-1)?.date.slice(0, 4) ?? today.slice(0, 4)}-12-31`;
    const reach = addCalendarDays(today, DAYS_AHEAD);
    return calendarOf(days, addCalendarDays(today, -1), reach < endOfTable ? reach : endOfTable);
  };
}
