/** The port for payments and payouts. Sums are in tiyn. */
import type { PayoutDetails, PayoutFault } from '../../rules/payout-details.ts';

export interface Payment {
  /** The provider's own id. */
  providerId: string;
  /** The URL of the customer's payment page. */
  page: string;
  /** `declined` and `cancelled` are final. A retry of a declined payment is a new payment. */
  status: 'waiting' | 'declined' | 'held' | 'captured' | 'cancelled';
  /** The sum held or captured. */
  amount: bigint;
  /** What the payer's bank has taken back of what was captured, in all: a chargeback or a reversal. Zero if nothing. */
  takenBack: bigint;
}

/** Who is paid: the account's own name and IIN or BIN, which the bank compares, and where to. */
export interface Recipient {
  name: string;
  identifier: string;
  to: PayoutDetails;
}

export interface Payout {
  /** A confirmed payout may still be returned; `refused` and `returned` are final. */
  status: 'sent' | 'confirmed' | 'refused' | 'returned';
  /** Why it was refused or returned, if the bank says so. */
  reason?: PayoutFault | undefined;
}

/** An incoming request that claims to come from the provider. */
export interface Delivery {
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** The content of a verified webhook. */
export interface Hook {
  /** Identical for every delivery of one message. */
  message: string;
  /** Our id of the payment or payout. */
  about: string;
}

/**
 * Our ids are idempotency keys: a repeated request changes nothing and returns the current state.
 * All but `find`, `findPayout` and `hook` throw Refused for a permanent refusal; any other error may be temporary.
 */
export interface Payments {
  /** The provider's name in the account `provider/sandbox` and in the path of its webhooks. */
  name: string;
  create(payment: { id: string; amount: bigint; mode: 'hold' | 'charge' }): Promise<Payment>;
  find(id: string): Promise<Payment | undefined>;
  /** Captures part or all of the held sum; the rest is released. */
  capture(id: string, amount: bigint): Promise<void>;
  /** Cancels an unpaid payment. Throws Refused if the money has arrived. */
  close(id: string): Promise<void>;
  /** Releases the held sum. */
  release(id: string): Promise<void>;
  refund(refund: { id: string; payment: string; amount: bigint }): Promise<void>;
  payOut(payout: { id: string; recipient: Recipient; amount: bigint }): Promise<Payout>;
  findPayout(id: string): Promise<Payout | undefined>;
  /** The content of a delivery; undefined if its signature is invalid or its timestamp is too far from now. */
  hook(delivery: Delivery): Hook | undefined;
}

/** A permanent refusal by the provider. */
export class Refused extends Error {}
