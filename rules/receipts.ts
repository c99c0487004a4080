/** Receipts (чек) for what the platform pays out. Who has to give one, and by when, no accountant has confirmed. */
import type { Parameter } from './parameters.ts';
import { listAt, numberAt } from './parameters.ts';
import type { TaxStatus } from './payout-tax.ts';
import { addCalendarDays, endOfDay, morningOf } from './working-days.ts';

/** Whether whoever was taxed so on a day gives a receipt. */
export const givesReceipt = (status: TaxStatus | undefined, rows: readonly Parameter[], day: string): boolean =>
  status === 'selfEmployed' ||
  ((status === 'entrepreneurSimplified' || status === 'entrepreneurGeneral') && numberAt(rows, 'receiptOfEntrepreneurs', day) === 1);

/** The terms of a receipt that is asked for on a day. */
export const receiptTermsAt = (rows: readonly Parameter[], day: string): { reminders: string[]; giveBy: string; endsAt: string } => ({
  reminders: listAt(rows, 'receiptReminderDays', day).map((days) => morningOf(addCalendarDays(day, days))),
  giveBy: endOfDay(addCalendarDays(day, numberAt(rows, 'receiptDays', day))),
  endsAt: endOfDay(addCalendarDays(day, numberAt(rows, 'receiptWatchDays', day))),
});
