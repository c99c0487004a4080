import type { Component } from '../../rules/withholding.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';

/** Money that left the operator's account, by one entry of a bank's statement. */
export interface OutflowInput {
  /** The local id of its life: its account in the books is `outgoing/<outflow>`. */
  outflow: string;
  /** Tiyn, as a decimal string. */
  amount: string;
  /** The civil date on which the bank booked it. */
  on: string;
  /** Whom it paid and for what, as the bank says: a text { payer, identifier, purpose, reference }. */
  entry: ErasableRef;
  /** The SHA-256 of the statement that first named it. */
  statement: string;
  /** The life that it pays beyond doubt; of a social transfer also the component. */
  pays?: string;
  component?: Component;
}

export type OutflowEvent =
  | ChartEvent<'enter', OutflowInput>
  /** A payout, an order of payouts, a component of a social transfer or all of it, or what the finance had recorded as paid. */
  | ChartEvent<'match', { pays: string; component?: Component }>
  /** `recorded`: the books had it already. */
  | ChartEvent<'applied', { recorded?: true }>
  | ChartEvent<'notApplied', object>
  /** It is none of the platform's: a fee of the bank, rent, wages. */
  | ChartEvent<'setAside', { reasons: ErasableRef; proposed: Proposer }>;

export interface OutflowContext extends BoundParties, Omit<OutflowInput, 'pays' | 'component'> {
  pays?: string | undefined;
  component?: Component | undefined;
}
