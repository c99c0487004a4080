import type { CameBack, PayoutBack, TransferBack } from '../effects.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';

/** Money that came to the operator's account, by one entry of a bank's statement. */
export interface InflowInput {
  /** The local id of its life: its account in the books is `suspense/<inflow>`. */
  inflow: string;
  /** Tiyn, as a decimal string. */
  amount: string;
  /** The civil date on which the bank booked it. */
  on: string;
  /** Who paid and for what, as the bank says: a text { payer, identifier, purpose, reference }. */
  entry: ErasableRef;
  /** The SHA-256 of the statement that first named it. */
  statement: string;
  /** The invoice that it is for beyond doubt, or what came back with it. */
  invoice?: string;
  cameBack?: CameBack;
}

export type InflowEvent =
  | ChartEvent<'enter', InflowInput>
  | ChartEvent<'match', { invoice: string }>
  | ChartEvent<'applied', Record<string, never>>
  | ChartEvent<'notApplied', Record<string, never>>
  | ChartEvent<'takeReturn', PayoutBack>
  | ChartEvent<'takeTransferReturn', TransferBack>
  /** The payment provider handed over what it holds. */
  | ChartEvent<'settle', { provider: string }>
  | ChartEvent<'keep', { customer: string }>
  | ChartEvent<'sendBack', { reasons: ErasableRef; proposed: Proposer }>;

export interface InflowContext extends BoundParties, Omit<InflowInput, 'invoice' | 'cameBack'> {
  invoice?: string | undefined;
  cameBack?: CameBack | undefined;
}
