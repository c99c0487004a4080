import type { DebtTerms, TransferTerms } from '../../charts/debt/types.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';

/** The terms of debts on a civil date, pinned by a life that may order one. @throws if a parameter is missing. */
export function debtTermsAt(rows: readonly Parameter[], date: string): DebtTerms {
  const list = (code: string): number[] => listAt(rows, code, date);
  return {
    payDays: numberAt(rows, 'debtPayDays', date),
    reminderDaysBefore: list('debtReminderDaysBefore'),
    overdueReminderDays: list('debtOverdueReminderDays'),
    answerWorkingDays: numberAt(rows, 'debtAnswerWorkingDays', date),
    answerReminderWorkingDays: list('debtAnswerReminderWorkingDays'),
    openReminderWorkingDays: list('openReminderWorkingDays'),
    mostPayments: numberAt(rows, 'debtMostPayments', date),
  };
}

/** The terms of a payment through the platform, requested on a civil date. @throws if a parameter is missing. */
export const transferTermsAt = (rows: readonly Parameter[], date: string): TransferTerms => ({
  payWorkingDays: numberAt(rows, 'debtPaymentWorkingDays', date),
});
