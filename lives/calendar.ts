import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { Calendar, CalendarDay } from '../rules/working-days.ts';
import { addCalendarDays, calendarOf, civilDate } from '../rules/working-days.ts';

/** The table is read again this often, so that an operator's change needs no restart. Milliseconds. */
const FRESH_FOR = 60_000;
/** No term in working days reaches further. It bounds what travels with an input. */
const DAYS_AHEAD = 180;

/** The days off around a moment, as they travel with an input: from the day before to as far as terms reach and the table goes. */
export function readCalendar(database: Sequelize): (at: string) => Promise<Calendar> {
  let known: { days: CalendarDay[]; readAt: number } | undefined;
  return async (at) => {
    if (known === undefined || performance.now() - known.readAt > FRESH_FOR) {
      const days = await database.query<CalendarDay>('select date::text, kind from calendar_day order by date', { type: QueryTypes.SELECT });
      known = { days, readAt: performance.now() };
    }
    const today = civilDate(at);
    const endOfTable = `${known.days.at(-1)?.date.slice(0, 4) ?? today.slice(0, 4)}-12-31`;
    const reach = addCalendarDays(today, DAYS_AHEAD);
    return calendarOf(known.days, addCalendarDays(today, -1), reach < endOfTable ? reach : endOfTable);
  };
}
