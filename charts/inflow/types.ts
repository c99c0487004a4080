import type { FeeTerms } from '../../rules/provider-fee.ts';
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
  /** The life of the invoice or the debt that it pays beyond doubt, or what came back with it. */
  pays?: string;
  cameBack?: CameBack;
}

/** The payment provider handed over what it held, less its own fee. */
export interface Settlement {
  provider: string;
  /** What it kept, in tiyn. */
  fee: string;
  /** Of its contract on the day of the entry; absent if none is known. */
  contract?: FeeTerms;
}

/** What two of the staff accept: how much was kept, in tiyn, and by which provider or of which payout. */
export interface Difference {
  of: string;
  difference: string;
}

export type InflowEvent =
  | ChartEvent<'enter', InflowInput>
  | ChartEvent<'match', { pays: string }>
  | ChartEvent<'applied', Record<string, never>>
  | ChartEvent<'notApplied', Record<string, never>>
  | ChartEvent<'takeReturn', PayoutBack>
  | ChartEvent<'takeTransferReturn', TransferBack>
  /** Less came back than the payout had paid. */
  | ChartEvent<'cameShort', { short: string }>
  | ChartEvent<'settle', Settlement>
  | ChartEvent<'acceptDifference', Difference & { reasons: ErasableRef; proposed: Proposer }>
  | ChartEvent<'rejectDifference', { reasons: ErasableRef }>
  | ChartEvent<'keep', { customer: string }>
  | ChartEvent<'sendBack', { reasons: ErasableRef; proposed: Proposer }>;

export interface InflowContext extends BoundParties, Omit<InflowInput, 'pays' | 'cameBack'> {
  pays?: string | undefined;
  cameBack?: CameBack | undefined;
  settlement?: Settlement | undefined;
  /** What less came back than was paid, in tiyn, while nobody has accepted it. */
  short?: string | undefined;
}
