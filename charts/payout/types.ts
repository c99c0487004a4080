import type { PayoutFault } from '../../rules/payout-details.ts';
import type { Exemption, TaxStatus, TaxWait } from '../../rules/payout-tax.ts';
import type { Component } from '../../rules/withholding.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';
import type { OpenEndContext, OpenEndTerms } from '../open-ends.ts';

/** A line of a payment order to the bank: in an order that may still be given up, at the bank, paid by its statement, or not paid after all. */
export const LINE_STATES = ['listed', 'atBank', 'paid', 'back'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Pinned on the day a payout is sent: every number is the dated parameter of that day. */
export interface PayoutTerms {
  /** The first pause before the provider is asked unbidden, and the longest that the growing ones come to. Seconds. */
  payoutAskFirstSeconds: number;
  payoutAskLongestSeconds: number;
  /** How long a bank may still send a payout back. */
  payoutReturnDays: number;
}

/** The entry of a bank's statement by which money came back, and what the bank says of the reason. */
interface CameBack {
  inflow?: string;
  amount?: string;
  reason?: PayoutFault;
  /** What the bank kept of it, in tiyn: it is owed again as well. */
  short?: string;
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

/**
 * Why a payout is not prepared yet. `details`: the account has named none. `unpayable`: none that anybody here can pay to. `cooling`: they do not count yet.
 * `day`, `month`: a limit is used up. `large`: two persons decide.
 */
export const PAYOUT_WAITS = ['details', 'unpayable', 'cooling', 'day', 'month', 'large'] as const;
export type PayoutWait = (typeof PAYOUT_WAITS)[number];

export type PayoutEvent =
  | ChartEvent<'ask', AskPayout>
  /** The version of the details that count now. `provider` holds the money; `bank` is the operator's, where the provider does not pay there. */
  | ChartEvent<'prepared', { id: string; provider: string; details: string; bank?: string }>
  /** `details`: the version that the two who decide look at. `fault`: why those that count cannot be paid to. */
  | ChartEvent<
      'payoutWaits',
      { id: string; provider: string; reason: PayoutWait; until?: string; details?: string; fault?: PayoutFault; openEnds: OpenEndTerms }
    >
  /** The payee has named other details. */
  | ChartEvent<'detailsChanged', object>
  /** Confirmed by a second person. `details`: the version that both looked at. */
  | ChartEvent<'allow', { reasons: ErasableRef; details: string; proposed: Proposer }>
  /** `isDecided`: the provider's answer was already the outcome, which may have been told before it could be heard here. */
  | ChartEvent<'sent', { id: string; provider: string; reference: string; terms: PayoutTerms; tax?: PayoutTax; isDecided?: true }>
  /** A payment order to the bank takes it. */
  | ChartEvent<'take', { order: string }>
  /** It stands in the order with what is left after withholding. */
  | ChartEvent<'listed', { id: string; reference: string; returnDays: number; tax: PayoutTax }>
  /** The order is released: the bank has it. */
  | ChartEvent<'handOver', { order: string }>
  /** The order was given up. */
  | ChartEvent<'leave', { order: string }>
  /** Two of the staff know from the bank that it did not pay. */
  | ChartEvent<'reportRefused', { reason: PayoutFault; reasons: ErasableRef; proposed: Proposer }>
  /** It is not sent: no status is proved, or none that may be paid. `until`: the moment that ends the wait. */
  | ChartEvent<'taxWaits', { id: string; reason: TaxWait; until?: string; waitTerms: TaxWaitTerms }>
  /** What it waited for may have changed. */
  | ChartEvent<'taxChanged', object>
  /** Two of the staff decide that it does not wait. */
  | ChartEvent<'payInFull', { reasons: ErasableRef; proposed: Proposer }>
  | ChartEvent<'failed', { id: string; fault: string; reason?: PayoutFault }>
  /** By the provider, or by the entry of a bank's statement that paid it. */
  | ChartEvent<'confirmed', { outflow?: string; amount?: string }>
  | ChartEvent<'refused', { reason?: PayoutFault }>
  | ChartEvent<'returned', CameBack>
  /** The payer's bank took back so much of the money that was due; `inAll` is what it took of that since the payment came. */
  | ChartEvent<'stop', { amount: string; inAll?: string }>
  | ChartEvent<'stopped', { id: string }>
  | ChartEvent<'tryAgain', object>;

export interface PayoutContext extends BoundParties, OpenEndContext, Omit<AskPayout, 'contractor'> {
  /** The payout's own id: what its parent knows it by. */
  id?: string;
  provider?: string;
  /** Our id at the provider, of the present attempt: the id of the effect that sent it. */
  reference?: string;
  /** The version of the payee's details that it goes to. */
  details?: string;
  /** The bank of the operator, where that pays it and not the provider. */
  bank?: string | undefined;
  /** The payment order to the bank that it stands in. */
  order?: string | undefined;
  returnDays?: number;
  /** Of the wait for details. */
  terms?: OpenEndTerms;
  /** The payee named other details while they were being looked up. */
  changed?: boolean | undefined;
  /** Two persons let it go beyond the limits, to these details and to no others. */
  allowed?: { at: string; reasons: ErasableRef; details: string };
  /** Two of the staff said for the bank that it did not pay. */
  reported?: { at: string; reasons: ErasableRef };
  /** Why the bank did not take it. */
  fault?: PayoutFault | undefined;
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
  /** Why it is not sent, and when the wait ends by itself. For a tax status also: when it is reminded of, and by when it ends at the latest. */
  wait?: { reason: PayoutWait | TaxWait; until?: string; details?: string; reminders?: string[]; by?: string } | undefined;
  /** Two of the staff have decided that it waits for no status. */
  inFull?: { at: string; reasons: ErasableRef };
  /** It was confirmed once, so that the parent counts it as paid. */
  confirmed?: true;
}
