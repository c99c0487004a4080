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
  /** Of a claim that stands alone, after its task. */
  award?: Award;
}

/** What a claim brings of the price of a task's work beside the task. Sums are tiyn, as decimal strings. */
export interface Award {
  /** The dispute, and what decided it. */
  claim: string;
  ground: AwardGround;
  /** What the customer pays more for the work; below zero, what it gets back of the price. */
  amount: string;
  /** The number of the award in its task, and the account of the work after it: `WorkAccount`. */
  nth: number;
  work: string;
  charged: string;
}

export type AwardGround = 'admission' | 'settlement' | 'court-act';

export type FeeEvent = ChartEvent<'charge', FeeInput>;

export interface FeeContext extends BoundParties, Omit<FeeInput, 'customer'> {}
