import type { PayTerms } from '../../rules/pay-terms.ts';
import type { Commission } from '../../rules/tariff.ts';
import type { BoundParties, ChartEvent } from '../law.ts';

/** The operator's tariff for a task (3.2), and when its fees are paid: pinned when the task is posted. */
export interface FeeTerms extends PayTerms, Commission {}

/** What a fee begins with. */
export interface FeeInput {
  /** The task's life; of a subscription that of the account. */
  parent: string;
  customer: string;
  /** Tiyn, as a decimal string. */
  principal: string;
  /** Of the invoice that will gather it. */
  terms: PayTerms;
  /** Of a subscription: its month, `2026-11`. */
  period?: string;
}

export type FeeEvent = ChartEvent<'charge', FeeInput>;

export interface FeeContext extends BoundParties, Omit<FeeInput, 'customer'> {}
