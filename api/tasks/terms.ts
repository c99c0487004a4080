import { isDeepStrictEqual } from 'node:util';
import type { Sequelize } from 'sequelize';
import type { TaskTerms } from '../../charts/task/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';
import { debtTermsAt } from '../debts/terms.ts';
import { feeTermsAt } from '../fees/terms.ts';

const NUMBERS = [
  'horizonDays',
  'acceptDays',
  'acceptReminderHours',
  'startReminderHours',
  'startGraceHours',
  'lateNoticeHours',
  'dueReminderHours',
  'overdueGraceHours',
  'reviewWorkingDays',
  'reworkRounds',
  'reworkWorkingDays',
  'payWorkingDays',
  'confirmWorkingDays',
  'signWorkingDays',
  'fundWorkingDays',
  'holdDays',
  'briefHours',
  'cancelCost',
  'cancelCostOfWork',
  'holdPatienceDays',
  'reviewDays',
] as const;
const LISTS = ['signReminderWorkingDays', 'reviewReminderWorkingDays', 'payReminderWorkingDays', 'openReminderWorkingDays'] as const;

/** The terms of a task posted now: the poster's own, and for the rest the dated parameters of the day. */
export async function termsOfTheDay(database: Sequelize, own: Partial<Record<keyof TaskTerms, unknown>>): Promise<TaskTerms> {
  const rows = await readParameters(database);
  const today = civilDate(new Date().toISOString());
  const standard: Record<string, unknown> = {
    silence: 'claim',
    earlyStart: false,
    pricedResponses: true,
    paper: 'order',
    funding: 'none',
    review: { reminderHours: numberAt(rows, 'reviewReminderHours', today), replyDays: numberAt(rows, 'reviewReplyDays', today) },
    fee: feeTermsAt(rows, today),
    debt: debtTermsAt(rows, today),
    graceShare: numberAt(rows, 'startGraceShare', today),
  };
  for (const code of NUMBERS) standard[code] = numberAt(rows, code, today);
  for (const code of LISTS) standard[code] = listAt(rows, code, today);
  const departures = Object.entries(own).flatMap(([code, value]) => (isDeepStrictEqual(value, standard[code]) ? [] : [code]));
  return { ...standard, ...own, departures } as unknown as TaskTerms;
}
