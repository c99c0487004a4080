/** When what is owed to the operator is to be paid, and what becomes of a late payment (5.1, 6.3): dated parameters. */
import type { Parameter } from './parameters.ts';
import { listAt, numberAt } from './parameters.ts';
import type { PenaltyTerms } from './penalty.ts';

/** Pinned with the task or the month that something is owed for. */
export interface PayTerms {
  /** Working days to pay (5.1), and those after which the customer is reminded. */
  payWorkingDays: number;
  reminderWorkingDays: number[];
  /** Reminders where nothing happens by itself, in working days. */
  openReminderWorkingDays?: number[];
  penalty: PenaltyTerms;
}

/** The terms of a civil date. @throws if a parameter is missing. */
export function payTermsAt(rows: readonly Parameter[], date: string): PayTerms {
  const number = (code: string): number => numberAt(rows, code, date);
  return {
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

/** When a customer who does not pay may post no new tasks (3.2), in working days. Pinned with the invoice. */
export interface LimitTerms {
  /** After the term of payment, until the customer is warned. */
  warningAfter: number;
  /** From the sending of the warning until new tasks are limited. */
  notice: number;
}

/** The terms of a civil date. @throws if a parameter is missing. */
export const limitTermsAt = (rows: readonly Parameter[], date: string): LimitTerms => ({
  warningAfter: numberAt(rows, 'postingLimitWarningWorkingDays', date),
  notice: numberAt(rows, 'postingLimitNoticeWorkingDays', date),
});

/** These alone of terms that say more. */
export const payTermsOf = ({ payWorkingDays, reminderWorkingDays, openReminderWorkingDays, penalty }: PayTerms): PayTerms => ({
  ...{ payWorkingDays, reminderWorkingDays, penalty },
  ...(openReminderWorkingDays !== undefined && { openReminderWorkingDays }),
});
