/** What is asked of a life, and what comes of it. */
import type { Transaction } from 'sequelize';
import type { Refusal } from '../charts/judge.ts';
import type { Party } from '../charts/law.ts';
import type { ActSignature } from './act-signature.ts';
import type { LifeUpdate } from './life-update.ts';
import type { Precondition } from './precondition.ts';

/**
 * Who acts (1.4): the account, the person behind it, the session and the device. A command names the last three by their ids, an event by keyed hashes
 * (`actorIn`). `note` names somebody whom the platform could not authenticate.
 */
export interface Actor {
  account?: string;
  person?: string;
  session?: string;
  device?: string;
  note?: string;
  /** What the person's device signed, if the command came signed. */
  signature?: ActSignature;
}

/** A text that an input refers to. It is written with the event and can be erased later. */
export interface ErasableText {
  id: string;
  body: unknown;
}

export interface Command {
  life: string;
  /** Says where the event comes from, for ever. One key never makes two events. */
  idempotencyKey: string;
  type: string;
  by: Party;
  actor?: Actor;
  input: object;
  texts?: ErasableText[];
  /** The hash of method, route and body. Another request under the same key is refused. */
  requestHash?: string;
  /** The command may create the life. */
  create?: true;
  /** The id of the effect that this event answers: closed in the same transaction. */
  closesEffect?: string;
  /** The life's own workflow made this call and reads the result, so its updates are stored as delivered. */
  deliveredInline?: true;
  /** An event of the platform that the chart does not accept is refused like a command of people, and not recorded as unexpected. */
  refusable?: true;
  /**
   * Conditions outside the life. They run under the life's lock, after due timers and before the chart is asked. A refusal leaves the command
   * undone; the due timers stay committed.
   */
  preconditions?: readonly Precondition[];
  /**
   * Runs last in the same transaction, after the read model: for rows outside the event store and for restricted data that must not enter an
   * event. What may be refused is asked in a precondition: an error here is a fault of ours, and nothing is committed, not even due timers.
   */
  inSameTransaction?: (transaction: Transaction) => Promise<void>;
}

/** Proof that an event is in the chain. */
export interface Receipt {
  life: string;
  seq: number;
  type: string;
  at: string;
  hash: string;
}

/** A life as it is stored. */
export interface LifeState {
  id: string;
  number: string;
  seq: number;
  state: string;
  done: boolean;
  snapshot: object;
  /** The moment of its last event. */
  at: Date;
  /** What the life's projection returned, where it ran. */
  readModel?: unknown;
}

/** `updates` are for the workflows: pass them to the dispatch. They are there for every outcome, because due timers may have fired. */
export type Committed = { updates: LifeUpdate[] } & (
  | { outcome: 'done'; receipt: Receipt; life: LifeState }
  /** The key came before, with the same request: nothing new happened. */
  | { outcome: 'replayed'; receipt: Receipt; life: LifeState }
  | { outcome: 'refused'; refusal: Refusal; life: LifeState | undefined }
  /** The key came before, with another request. */
  | { outcome: 'keyConflict' }
  | { outcome: 'notFound' }
);
