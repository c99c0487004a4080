/** The port for payments and payouts. Sums are in tiyn. */
import type { Decline } from '../../rules/declines.ts';
import type { PayableTo, PayoutFault, Recipient } from '../../rules/payout-details.ts';
import type { Operation } from '../../rules/reconciliation.ts';

/** A new payment at the provider. */
export interface Opened {
  /** The provider's own id. */
  providerId: string;
  /** The URL of the customer's payment page. */
  page: string;
}

export interface Payment {
  /** `declined` and `cancelled` are final. A retry of a declined payment is a new payment. */
  status: 'waiting' | 'declined' | 'held' | 'captured' | 'cancelled';
  /** The sum held or captured. */
  amount: bigint;
  /** What the payer's bank has taken back of what was captured, in all: a chargeback or a reversal. Zero if nothing. */
  takenBack: bigint;
  /** When it took the payer's money, if it says so. UTC, ISO-8601. */
  paidAt?: string;
  /** Of a payment that still waits: its last try, if a bank declined it. */
  decline?: { attempt: string; reason: Decline };
}

export interface Payout {
  /** A confirmed payout may still be returned; `refused` and `returned` are final. */
  status: 'sent' | 'confirmed' | 'refused' | 'returned';
  /** Why it was refused or returned, if the bank says so. */
  reason?: PayoutFault | undefined;
}

/** One operation on the provider's list. */
export interface Entry {
  /** The provider's own id of the operation. */
  id: string;
  kind: Operation['kind'];
  /** Our id of the payment or payout. Empty if the provider knows none. */
  about: string;
  /** Negative for a chargeback that the bank has withdrawn. */
  amount: bigint;
  status: Operation['status'];
  at: Date;
}

/** An incoming request that claims to come from the provider. */
export interface Delivery {
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  /** The kind of notification, where a provider has an address for each. */
  notification?: string;
}

/** The content of a verified webhook. */
export interface Hook {
  /** Identical for every delivery of one message. */
  message: string;
  /** Our id of the payment or payout. */
  about: string;
  /** The moment that the provider names, in its own words. */
  timestamp: string;
  /** The provider asks whether this sum may be paid, and takes no money after a no. Null if it is no sum in tenge. */
  asks?: { amount: bigint | null };
}

/**
 * Our ids are idempotency keys: a repeated request changes nothing and returns the current state.
 * All but `find`, `findPayout`, `list` and `hook` throw Refused for a permanent refusal; any other error may be temporary.
 */
export interface Payments {
  /** The provider's name in the account `provider/sandbox` and in the path of its webhooks. */
  name: string;
  /** For how many days a hold lasts: then the provider drops it. */
  holdDays: number;
  /** What it pays out to; nothing if it has no payouts. To an account that it does not pay to, `payOut` throws Refused for `cards-only`. */
  paysTo: PayableTo;
  create(payment: { id: string; amount: bigint; mode: 'hold' | 'charge' }): Promise<Opened>;
  find(id: string): Promise<Payment | undefined>;
  /** Captures part or all of the held sum; the rest is released. */
  capture(id: string, amount: bigint): Promise<void>;
  /** Cancels an unpaid payment: no money can come to it any more. Throws Refused if the money has arrived. */
  close(payment: { id: string; providerId: string }): Promise<void>;
  /** Releases the held sum. */
  release(id: string): Promise<void>;
  /** `since` is when the refund was ordered: no try of it was earlier. */
  refund(refund: { id: string; payment: string; amount: bigint; since: Date }): Promise<void>;
  payOut(payout: { id: string; recipient: Recipient; amount: bigint }): Promise<Payout>;
  findPayout(id: string): Promise<Payout | undefined>;
  /** What the provider did in this time, with the state that it has now. May contain operations besides. */
  list(from: Date, to: Date): Promise<Entry[]>;
  /** The content of a delivery; undefined if its signature is invalid or its timestamp is too far from now. */
  hook(delivery: Delivery): Hook | undefined;
}

/** A permanent refusal by the provider. */
export class Refused extends Error {
  /** Of a payout, if the payee can do something about it. */
  reason: PayoutFault | undefined;

  constructor(message: string, reason?: PayoutFault) {
    super(message);
    this.reason = reason;
  }
}
