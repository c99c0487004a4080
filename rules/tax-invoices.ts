/**
 * Tax invoices (электронные счета-фактуры, ЭСФ) of the operator's services: whether one is owed, by when, and under which number. No accountant has confirmed
 * who owes one and from when the term runs.
 */
import type { Parameter } from './parameters.ts';
import { listAt, numberAt } from './parameters.ts';
import { addCalendarDays, morningOf } from './working-days.ts';

/** Whether the operator owes one for its services of a day: as a payer of VAT, and otherwise only where the parameter says so. */
export const owesTaxInvoice = (paysVat: boolean, rows: readonly Parameter[], day: string): boolean =>
  paysVat || numberAt(rows, 'taxInvoiceWithoutVat', day) === 1;

/** The terms of a tax invoice of a turnover of a day. */
export function taxInvoiceTermsAt(rows: readonly Parameter[], day: string): { dueOn: string; reminders: string[]; watchDays: number } {
  const dueOn = addCalendarDays(day, numberAt(rows, 'taxInvoiceDays', day));
  return {
    dueOn,
    reminders: listAt(rows, 'taxInvoiceReminderDays', day).map((days) => morningOf(addCalendarDays(dueOn, -days))),
    watchDays: numberAt(rows, 'taxInvoiceWatchDays', day),
  };
}

/**
 * The outgoing number of a tax invoice. The system takes digits alone, so the year, the number of six digits, and two digits for a credit note and for a
 * correction follow each other: `2026-17` is 2026000017, its second credit note 202600001703. No two are the same.
 * `nth`: 1 for the services, 2 and on for credit notes. `corrections`: how many were made before.
 */
export function taxInvoiceNumber(paper: string, nth: number, corrections: number): string {
  const [year = '', seq = ''] = (paper.split('/')[0] ?? '').split('-');
  const two = (count: number): string => String(count).padStart(2, '0');
  const own = `${year}${seq.padStart(6, '0')}`;
  if (corrections > 0) return `${own}${two(nth)}${two(corrections)}`;
  return nth === 1 ? own : `${own}${two(nth)}`;
}
