import type { Decline } from '../../rules/declines.ts';
import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

/** What the platform agrees with itself on the day a payment is opened: every number is the dated parameter of that day. */
export interface PaymentTerms {
  /** The first pause before the provider is asked unbidden, and the longest that the growing ones come to. Seconds. */
  paymentAskFirstSeconds: number;
  paymentAskLongestSeconds: number;
  /** How long the provider is asked, and listened to, after money came: a bank may take it back for so long. Days. */
  paymentWatchDays: number;
  /** The pauses of that asking, as above. Seconds. */
  paymentWatchAskFirstSeconds: number;
  paymentWatchAskLongestSeconds: number;
}

/** How a parent asks for money. Sums are tiyn, as decimal strings. */
export interface AskPayment {
  /** The life whose money it is, a task, a debt, an invoice or an extra: it is kept under `held/<parent>`. */
  parent: string;
  /** Who pays, and who is paid. A debt may go the other way round in its deal. Nobody but the operator is paid where `contractor` is left out. */
  customer: string;
  contractor?: string;
  amount: string;
  /**
   * `hold` keeps the money on the payer's card until the parent has it captured or released; `charge` takes it at once, for what is due; `prepay` takes it at
   * once and keeps it for the parent, which says like of a hold what is due of it.
   */
  mode: 'hold' | 'charge' | 'prepay';
  payBy: string;
  reminders: string[];
}

/** The events in which the provider reports money have an amount. That amount counts, whatever was requested. */
type Sum = { amount: string };

export type PaymentEvent =
  | ChartEvent<'ask', AskPayment>
  | ChartEvent<'opened', { id: string; provider: string; reference: string; page: ErasableRef; terms: PaymentTerms }>
  | ChartEvent<'failed', { id: string; fault: string }>
  | ChartEvent<'held', Sum>
  /** `paidAt`: when the provider took the money, if it says so. */
  | ChartEvent<'captured', Sum & { paidAt?: string }>
  | ChartEvent<'declined', object>
  /** A try was declined, and the payer may make another on the same page. */
  | ChartEvent<'tryDeclined', { reason: Decline }>
  /** The sum that the provider had. */
  | ChartEvent<'closed', Partial<Sum>>
  | ChartEvent<'refunded', Sum>
  /** What the payer's bank took back, in all. */
  | ChartEvent<'takenBack', Sum>
  /** What became of the payout of this money. */
  | ChartEvent<'paidOut' | 'payoutReturned' | 'notPaidOut', Sum & { child: string }>
  | ChartEvent<'retry', object>
  | ChartEvent<'cancel', object>
  | ChartEvent<'capture', Sum>
  | ChartEvent<'release', object>
  /** The parent needs no money any more: the page is closed, and what was paid before stays. */
  | ChartEvent<'callOff', object>
  | ChartEvent<'tryAgain', object>
  | ChartEvent<'closeLoss', { recovered?: string; reasons: ErasableRef }>;

/** Whether it pays a debt and not a task. */
export const paysDebt = ({ parent }: Pick<AskPayment, 'parent'>): boolean => parent.startsWith('debt/');
/** Whether it pays the operator: its parent takes the money from `held/<parent>` itself, and tells the payer what becomes of it. */
export const paysOperator = ({ contractor }: BoundParties): boolean => contractor === undefined;

export interface PaymentContext extends BoundParties, Omit<AskPayment, 'customer' | 'contractor'> {
  /** The payment's own id: what its parent knows it by. */
  id?: string;
  provider?: string;
  /** Our id at the provider, of the present attempt: the id of the effect that opened it. */
  reference?: string;
  /** The page on which the customer pays. Its address, and the provider's id that leads there, allow declining the payment: they are outside the chain. */
  page?: ErasableRef;
  /** When that page was opened: nothing was paid on it before. */
  openedAt?: string;
  terms?: PaymentTerms;
  /** Why the last try on this page was declined. Gone once money came, or with a new page. */
  decline?: { reason: Decline; at: string } | undefined;
  /** When the provider is asked unbidden. */
  asks?: string[];
  /** What becomes of the payment if it is closed unpaid. */
  ending?: 'expired' | 'cancelled';
  /** The parent has no use for it any more: what is paid all the same goes back. */
  unwanted?: boolean;
  /** What is kept for the parent; of a prepayment it is part of what was captured. */
  held: string;
  /** What the provider took, and what it gave back of that. */
  captured: string;
  refunded: string;
  /** What the provider is just asked to capture or to refund. */
  asked: string;
  /** The end of the time in which a bank may take money back. */
  watchUntil?: string;
  /** What the payer's bank took back in all; of that, what was due and may be paid out or not; and what was paid out, so that it is lost. */
  takenBack?: string;
  pending?: string;
  /** What it took in all of what was due: paid out, pending or neither any more. */
  dueTaken?: string;
  lost?: string;
  /** Of what was lost: what the customer was given back twice, by the bank and by a refund. It was never paid out. */
  twice?: string;
  /** Of the loss: what the operator's staff have closed, and what they got back for it. */
  closed?: string;
  recovered?: string;
  /** What the contractor was paid of this money, while no bank has returned it. */
  paidOut?: string | undefined;
  /** The payout that the task has counted as paid and a bank has returned: the task stops it no more. */
  cameBack?: string | undefined;
}
