import type { Sequelize } from 'sequelize';
import type { DisputeTerms } from '../../charts/dispute/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numberAt, parameterAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';

/** The terms of a claim made now: the dated parameters of the day. */
export async function disputeTerms(database: Sequelize): Promise<DisputeTerms> {
  const rows = await readParameters(database);
  const today = civilDate(new Date().toISOString());
  const number = (code: string): number => numberAt(rows, code, today);
  return {
    answerWorkingDays: number('claimAnswerWorkingDays'),
    answerReminderWorkingDays: [parameterAt(rows, 'claimAnswerReminderWorkingDays', today)].flat(),
    talksWorkingDays: number('claimTalksWorkingDays'),
    mostOffers: number('claimMostOffers'),
    limitationYears: number('limitationYears'),
    liability: { cap: String(number('operatorLiabilityTiyn')), months: number('operatorLiabilityMonths') },
  };
}
