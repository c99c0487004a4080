import type { BoundParties, ChartEvent } from '../law.ts';

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
}

export type PayoutEvent =
  | ChartEvent<'ask', AskPayout>
  | ChartEvent<'sent', { id: string; provider: string; reference: string; terms: PayoutTerms }>
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
  /** It was confirmed once, so that the parent counts it as paid. */
  confirmed?: true;
}
