import type { BoundParties, ChartEvent, Proposer } from '../law.ts';

/** What finance makes a payment order of. It names no person: whom the bank pays stands beside the chain, and is pinned by a hash. */
export interface MakeOrder {
  /** The lives of the payouts that it asks for. */
  payouts: string[];
  /** The end of its day: what is withheld, and the details, are those of the day. */
  until: string;
}

/** What an order comes to. Tiyn, as a decimal string. */
export interface ControlTotals {
  lines: number;
  total: string;
}

/** What the bank gets: its number, and the hash of the lines. */
export interface ReleasedOrder extends ControlTotals {
  number: string;
  hash: string;
}

export type BankOrderEvent =
  | ChartEvent<'make', MakeOrder>
  /** Each payout has answered. */
  | ChartEvent<'gathered', ControlTotals>
  | ChartEvent<'release', object>
  | ChartEvent<'released', ReleasedOrder>
  /** Nothing was left of it. */
  | ChartEvent<'emptied', object>
  | ChartEvent<'dissolve', object>
  | ChartEvent<'dissolved', object>;

export interface BankOrderContext extends BoundParties, MakeOrder, Partial<ReleasedOrder> {
  maker: Proposer;
}
