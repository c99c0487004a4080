import type { PayoutFault } from '../../rules/payout-details.ts';
import type { Component } from '../../rules/withholding.ts';
import type { BoundParties, ChartEvent } from '../law.ts';

/** What a month's transfer begins with. It names no person: the register is kept apart, and pinned by its hash. Sums are tiyn, as decimal strings. */
export interface CollectMonth {
  /** `YYYY-MM`, in Almaty. */
  month: string;
  /** The last civil date of the transfer. */
  dueOn: string;
  /** The moments at which the staff are reminded before it. */
  reminders: string[];
  /** The hash of the register's lines. */
  register: string;
  /** How many accounts stand in it. */
  persons: number;
  totals: Record<Component, string>;
  /** КНП. */
  codes: Record<Component, string>;
  /** For how many days of delay the staff are reminded of it. */
  lateReminderDays: number;
  /** How long what was transferred may still come back. */
  returnDays: number;
}

/** The payment order, as the bank has it. */
interface Order {
  order: string;
  /** A civil date. */
  on: string;
}

/** How a component was paid. `outflow`: the entry of the bank's statement that shows it; without one the finance recorded it. */
export interface PaidOrder extends Order {
  outflow?: string;
}

/** An entry of a bank's statement by which money came. */
interface CameIn {
  /** The local id of its life. */
  inflow: string;
  amount: string;
  /** The civil date on which the bank booked it. */
  paidOn: string;
  /** What the bank says. */
  reason: PayoutFault;
}

/** An order that the bank sent back as a whole: its component is to be paid again. */
export interface SentBack extends CameIn {
  component: Component;
}

/** A line that came back to the operator's account: it went to the wrong place, or too much of it. */
export interface Returned extends Order {
  component: Component;
  /** The account that the line was for. */
  contractor: string;
  amount: string;
}

export type SocialTransferEvent =
  | ChartEvent<'collect', CollectMonth>
  /** Without a component: all that are not paid yet. */
  | ChartEvent<'recordPaid', Order & { component?: Component }>
  | ChartEvent<'recordReturned', Returned>
  /** The bank's statement shows that it left. Without a component: all that are not paid yet, debited as one sum. */
  | ChartEvent<'confirmed', { outflow: string; amount: string; paidOn: string; component?: Component }>
  /** The bank's statement shows that it came back: the line of a contractor, or the whole order. */
  | ChartEvent<'returned', CameIn & { component: Component; contractor?: string }>;

export interface SocialTransferContext extends BoundParties, CollectMonth {
  paid: Partial<Record<Component, PaidOrder>>;
  sentBack: SentBack[];
  /** `inflow`: the entry of the bank's statement that shows it; without one the finance recorded it. */
  returned: (Returned & { inflow?: string })[];
  returnsUntil?: string;
}
