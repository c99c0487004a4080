/**
 * The port to the second place: a store that is not in the hands of who keeps the database. It holds the log's leaves, its checkpoints and their time
 * stamps, each under a name, once.
 */
export interface SecondPlace {
  /** Stores bytes under a name for good. The same bytes again change nothing. @throws Taken if the name has other bytes. */
  keep(name: string, bytes: Uint8Array): Promise<void>;
  /** The bytes under a name; undefined if there are none. @throws if the place does not answer. */
  read(name: string): Promise<Buffer | undefined>;
  /** The names in a folder, sorted; with `after`, only those that sort after it. @throws if the place does not answer. */
  list(folder: string, after?: string): Promise<string[]>;
}

/** The name holds something else, and is never overwritten. */
export class Taken extends Error {}
