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

/** A store whose objects may also go: for bytes that a person may have erased. The second place is used without it. */
export interface ObjectStore extends SecondPlace {
  /** Removes what a name holds. Nothing under it is as good. @throws if the store does not answer. */
  remove(name: string): Promise<void>;
}

/** The name holds something else, and is never overwritten. */
export class Taken extends Error {}
