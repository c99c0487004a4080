/** Money comes in and goes out through this door. Sums are tiyn. */

export interface Payment {
  /** The provider's own id. */
  providerId: string;
  /** Where the customer pays. */
  page: string;
  /** `declined` and `cancelled` are for ever; a declined payment is tried again as another. */
  status: 'waiting' | 'declined' | 'held' | 'captured' | 'cancelled';
  /** What is held, or has been captured. */
  amount: bigint;
}

export interface Payout {
  /** A confirmed payout may still be returned; `refused` and `returned` are for ever. */
  status: 'sent' | 'confirmed' | 'refused' | 'returned';
}

/** A request that comes from outside and says that it is the provider's. */
export interface Delivery {
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** What a genuine hook is about. */
export interface Hook {
  /** The same for every delivery of one message. */
  message: string;
  /** Our id of the payment or payout. */
  about: string;
}

/**
 * Our ids are idempotency keys: the same asked again does nothing again and answers how it stands.
 * All but `find`, `findPayout` and `hook` throw Refused where the provider will not do it however often it is asked; any other error may pass.
 */
export interface Payments {
  /** As in the account `provider/sandbox` and in the address of its hooks. */
  name: string;
  create(payment: { id: string; amount: bigint; mode: 'hold' | 'charge' }): Promise<Payment>;
  find(id: string): Promise<Payment | undefined>;
  /** Takes a part or the whole of what is held; the rest is released. */
  capture(id: string, amount: bigint): Promise<void>;
  /** Closes a payment before it is made. Refused where the money has come. */
  close(id: string): Promise<void>;
  /** Releases what is held. */
  release(id: string): Promise<void>;
  refund(refund: { id: string; payment: string; amount: bigint }): Promise<void>;
  payOut(payout: { id: string; account: string; amount: bigint }): Promise<Payout>;
  findPayout(id: string): Promise<Payout | undefined>;
  /** What a delivery is about, or undefined for one that the provider did not make, or not now. */
  hook(delivery: Delivery): Hook | undefined;
}

/** The provider will never do this. */
export class Refused extends Error {}
