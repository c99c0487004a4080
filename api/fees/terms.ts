import type { FeeTerms } from '../../charts/fee/types.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';

/** The operator's tariff on a civil date, pinned in the terms of a task. @throws if a parameter is missing. */
export function feeTermsAt(rows: readonly Parameter[], date: string): FeeTerms {
  const number = (code: string): number => numberAt(rows, code, date);
  return {
    rate: number('feeRateBasisPoints'),
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
