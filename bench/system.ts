import type { Client } from '@temporalio/client';

/** Has a caller do one act and wait for its answer. */
export type Act = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** One of those that are compared: it brings a deal from its post to its confirmed payment. */
export interface System {
  name: 'ours' | 'bare' | 'task';
  client: Client;
  /** One life, until its run has ended. Answers its id. */
  live(act: Act): Promise<string>;
  close(): Promise<void>;
}
