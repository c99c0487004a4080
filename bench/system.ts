import type { Client } from '@temporalio/client';

/** Performs one act of a life, such as an acceptance, and waits for its response. */
export type Act = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** A measured system. It drives a deal from its posting to its confirmed payment. */
export interface System {
  name: 'ours' | 'bare' | 'task';
  client: Client;
  /** Drives one life until its run has ended. Returns its id. */
  live(act: Act): Promise<string>;
  close(): Promise<void>;
}
