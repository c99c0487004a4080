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
  | ChartEvent<'recordReturned', Returned>;

export interface SocialTransferContext extends BoundParties, CollectMonth {
  paid: Partial<Record<Component, Order>>;
  returned: Returned[];
  returnsUntil?: string;
}
