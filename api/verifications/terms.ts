import type { Sequelize } from 'sequelize';
import type { VerificationTerms } from '../../charts/verification/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';

/** The terms of a request for documents made now (4.4.1): the dated parameters of the day. */
export async function verificationTerms(database: Sequelize): Promise<VerificationTerms> {
  const rows = await readParameters(database);
  const today = todayInAlmaty();
  const list = (code: string): number[] => listAt(rows, code, today);
  return {
    answerWorkingDays: numberAt(rows, 'verificationWorkingDays', today),
    reminderWorkingDays: list('verificationReminderWorkingDays'),
    graceWorkingDays: numberAt(rows, 'verificationGraceWorkingDays', today),
    decideReminderWorkingDays: list('verificationDecideReminderWorkingDays'),
    mostSubmissions: numberAt(rows, 'verificationMostSubmissions', today),
  };
}
