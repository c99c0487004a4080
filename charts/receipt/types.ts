import type { TaxStatus } from '../../rules/payout-tax.ts';
import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

/** What a receipt is asked for with. */
export interface AskReceipt {
  /** The task or the debt that was paid. */
  parent: string;
  payout: string;
  contractor: string;
  /** Who paid. The operator is no account. */
  customer?: string;
  /** What pays for work, before anything is withheld. Tiyn, as a decimal string. */
  amount: string;
  /** The civil date of payment. */
  paidOn: string;
  /** How the contractor was taxed on it. */
  status: TaxStatus;
  /** Moments: when the contractor is reminded, until when the receipt is in time, and until when it is kept here at all. */
  reminders: string[];
  giveBy: string;
  endsAt: string;
}

/** What the contractor says of it: the number, what its QR code holds, or a note such as where it was sent. */
interface Given {
  number?: ErasableRef;
  qr?: ErasableRef;
  note?: ErasableRef;
}

export type ReceiptEvent = ChartEvent<'ask', AskReceipt> | ChartEvent<'give', Given> | ChartEvent<'annul', { reasons?: ErasableRef }>;

export interface ReceiptContext extends BoundParties, Omit<AskReceipt, 'customer' | 'contractor'> {
  /** When the present one was given, and when one was last annulled. */
  givenAt?: string | undefined;
  annulledAt?: string;
}
