import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

/** What a tax invoice (ЭСФ) is asked for with. */
export interface AskTaxInvoice {
  /** The invoice whose services it is of. */
  parent: string;
  customer: string;
  /** Of the services of the month: 1. Of the credit notes after it: 2 and on. */
  nth: number;
  /** The number of the paper that it follows: the act of services `2026-17`, or the credit note `2026-17/1`. */
  paper: string;
  /** Tiyn, as a decimal string, with the tax. Negative for a credit note. */
  amount: string;
  /** The civil date of the turnover: its term runs from it. */
  turnoverOn: string;
  /** The last civil date of its term. */
  dueOn: string;
  /** The moments at which the finance are reminded before it. */
  reminders: string[];
  /** For how many days after the last record it can be corrected and annulled here. */
  watchDays: number;
}

/** What the system of electronic invoices (ИС ЭСФ) made of a file. */
export interface Registered {
  /** The number that the system gave. */
  registration: string;
  /** A civil date. */
  on: string;
}

export type TaxInvoiceEvent =
  | ChartEvent<'ask', AskTaxInvoice>
  | ChartEvent<'record', Registered>
  /** A corrected one («исправленный») took the place of the one that counts. */
  | ChartEvent<'correct', Registered>
  | ChartEvent<'annul', { on: string; reasons: ErasableRef }>;

export interface TaxInvoiceContext extends BoundParties, Omit<AskTaxInvoice, 'customer'> {
  /** All that were registered, the last one is the one that counts. */
  registered: Registered[];
  /** When the one that counted was annulled and nothing took its place. */
  annulledOn?: string | undefined;
  endsAt?: string;
}
