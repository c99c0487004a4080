/** What a command of an account means on the day it is given: the dated parameters of that day. */
import type { Sequelize } from 'sequelize';
import type { Ground, GroundTerms } from '../../charts/account/types.ts';
import { GROUNDS } from '../../charts/account/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';

export interface AccountTerms {
  /** Years of full age. */
  majority: number;
  taxReminderDays: number;
  ground(ground: Ground): GroundTerms;
}

/** The parameters about accounts, as they are now. What follows from a ground stands in lists, in the order of 4.4.2. */
export async function accountTerms(database: Sequelize): Promise<AccountTerms> {
  const rows = await readParameters(database);
  const today = civilDate(new Date().toISOString());
  return {
    majority: numberAt(rows, 'accountAge', today),
    taxReminderDays: numberAt(rows, 'taxStatusReminderDays', today),
    ground(ground) {
      const of = (code: string): number => listAt(rows, code, today)[GROUNDS.indexOf(ground)] ?? 0;
      return {
        told: of('suspensionGroundTold') === 1,
        appealWorkingDays: of('suspensionAppealWorkingDays'),
        decisionWorkingDays: of('suspensionDecisionWorkingDays'),
        stopsMoney: of('suspensionStopsMoney') === 1,
      };
    },
  };
}
