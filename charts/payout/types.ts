import type { Exemption, TaxStatus, TaxWait } from '../../rules/payout-tax.ts';
import type { Component } from '../../rules/withholding.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';

/** Pinned on the day a payout is sent: every number is the dated parameter of that day. */
export interface PayoutTerms {
  /** The first pause before the provider is asked unbidden, and the longest that the growing ones come to. Seconds. */
  payoutAskFirstSeconds: number;
  payoutAskLongestSeconds: number;
  /** How long a bank may still send a payout back. */
  payoutReturnDays: number;
}

/** The request of a parent (a task or a debt) for a payout. `contractor` receives the money. Tiyn, as decimal strings. */
export interface AskPayout {
  parent: string;
  contractor: string;
  amount: string;
  /** The payment whose money it is, which has to know whether it was paid out. Payouts begun before that have none. */
  payment?: string;
  /** What of it pays for work. What pays damages, costs or gives back bears no tax. Payouts begun before that have none. */
  income?: string;
  /** The account that pays: a company is the tax agent of a natural person. */
  payer?: string;
}

/** How a payment was taxed on its day (3.4). Sums are tiyn, as decimal strings. */
export interface PayoutTax {
  /** The civil date of payment: the rates and the status of this day count. */
  day: string;
  /** The status that was proved on that day; none where the platform's rules let it go unproved. */
  status?: TaxStatus;
  exemption?: Exemption;
  income: string;
  /** Each social payment with its dated parameter, that one's value, and the law behind it. */
  withheld: { component: Component; parameter: string; basisPoints: number; source: string; amount: string }[];
  /** What the provider is told to pay. */
  net: string;
  /** What the person was paid in the calendar month with this payment, and its limit. Of the self-employed. */
  month?: { paid: string; limit: string; warnAt: string };
  /** What of it is above the limit and was paid all the same. */
  excess?: string;
}

/** How long a payout waits for a tax status: dated parameters of the day. */
export interface TaxWaitTerms {
  taxWaitDays: number;
  taxWaitReminderDays: number[];
}

export type PayoutEvent =
  | ChartEvent<'ask', AskPayout>
  /** `isDecided`: the provider's answer was already the outcome, which may have been told before it could be heard here. */
  | ChartEvent<'sent', { id: string; provider: string; reference: string; terms: PayoutTerms; tax?: PayoutTax; isDecided?: true }>
  /** It is not sent: no status is proved, or none that may be paid. `until`: the moment that ends the wait. */
  | ChartEvent<'taxWaits', { id: string; reason: TaxWait; until?: string; waitTerms: TaxWaitTerms }>
  /** What it waited for may have changed. */
  | ChartEvent<'taxChanged', object>
  /** Two of the staff decide that it does not wait. */
  | ChartEvent<'payInFull', { reasons: ErasableRef; proposed: Proposer }>
  | ChartEvent<'failed', { id: string; fault: string }>
  | ChartEvent<'confirmed', object>
  | ChartEvent<'refused', object>
  | ChartEvent<'returned', object>
  /** The payer's bank took back so much of the money that was due; `inAll` is what it took of that since the payment came. */
  | ChartEvent<'stop', { amount: string; inAll?: string }>
  | ChartEvent<'stopped', { id: string }>
  | ChartEvent<'tryAgain', object>;

export interface PayoutContext extends BoundParties, Omit<AskPayout, 'contractor'> {
  /** The payout's own id: what its parent knows it by. */
  id?: string;
  provider?: string;
  /** Our id at the provider, of the present attempt: the id of the effect that sent it. */
  reference?: string;
  asks?: string[];
  returnUntil?: string;
  /** What the payer's bank took back of it: it is not sent again. */
  takenBack?: string | undefined;
  /** The latest `inAll` that it received. */
  takenInAll?: string | undefined;
  /** What was last cut off for that, while `amount` is what is still to be paid. */
  cut?: string;
  /** How the present attempt is taxed, while it stands. */
  tax?: PayoutTax | undefined;
  /** Why it is not sent, and when the wait ends by itself. */
  wait?: { reason: TaxWait; until?: string; reminders: string[]; by: string } | undefined;
  /** Two of the staff have decided that it waits for no status. */
  inFull?: { at: string; reasons: ErasableRef };
  /** It was confirmed once, so that the parent counts it as paid. */
  confirmed?: true;
}
