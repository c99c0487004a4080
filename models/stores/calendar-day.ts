import type { Sequelize } from 'sequelize';
import type { CalendarDay } from '../../rules/working-days.ts';
import { tables } from '../tables.ts';

/** The days off and the working days on weekends, in order. */
export const readCalendar = (database: Sequelize): Promise<CalendarDay[]> =>
  tables(database).CalendarDay.findAll({ attributes: ['date', 'kind'], order: ['date'], raw: true });
