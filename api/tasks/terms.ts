import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { TaskTerms } from '../../charts/task/types.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { numberAt, parameterAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';

const NUMBERS = [
  'horizonDays',
  'acceptDays',
  'acceptReminderHours',
  'startReminderHours',
  'startGraceHours',
  'dueReminderHours',
  'overdueGraceHours',
  'reviewWorkingDays',
  'reworkRounds',
  'reworkWorkingDays',
  'payWorkingDays',
  'confirmWorkingDays',
] as const;
const LISTS = ['reviewReminderWorkingDays', 'payReminderWorkingDays'] as const;

/** The terms of a task posted now: the poster's own, and for the rest the dated parameters of the day. */
export async function termsOfTheDay(database: Sequelize, own: Partial<Record<keyof TaskTerms, unknown>>): Promise<TaskTerms> {
  const rows = await database.query<Parameter>(
    `select code, value, unit, valid_from::text as "validFrom", valid_to::text as "validTo" from parameter`,
    { type: QueryTypes.SELECT },
  );
  const today = civilDate(new Date().toISOString());
  const standard: Record<string, unknown> = { silence: 'claim', pricedResponses: true };
  for (const code of NUMBERS) standard[code] = numberAt(rows, code, today);
  for (const code of LISTS) standard[code] = [parameterAt(rows, code, today)].flat();
  return { ...standard, ...own } as TaskTerms;
}
