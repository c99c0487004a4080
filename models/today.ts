import { civilDate } from '../rules/working-days.ts';

/** The present day in Almaty, as YYYY-MM-DD. Dated parameters are read for it. */
export const todayInAlmaty = (): string => civilDate(new Date().toISOString());
