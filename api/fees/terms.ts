import type { FeeTerms } from '../../charts/fee/types.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';
import type { Commission } from '../../rules/tariff.ts';

/** The commission of a customer's plan with the terms of payment of a civil date, as a task pins them. @throws if a parameter is missing. */
export function feeTermsAt(rows: readonly Parameter[], date: string, commission: Commission): FeeTerms {
  const number = (code: string): number => numberAt(rows, code, date);
  return {
    ...commission,
    payWorkingDays: number('feePayWorkingDays'),
    reminderWorkingDays: listAt(rows, 'feeReminderWorkingDays', date),
    openReminderWorkingDays: listAt(rows, 'openReminderWorkingDays', date),
    penalty: {
      perDayBasisPoints: number('penaltyPerDayBasisPoints'),
      capBasisPoints: number('penaltyCapBasisPoints'),
      capBase: number('penaltyCapBase') === 0 ? 'initial' : 'current',
      firstDay: number('penaltyFirstDay'),
      paidFirst: number('penaltyPaidFirst') === 0 ? 'principal' : 'penalty',
    },
  };
}
