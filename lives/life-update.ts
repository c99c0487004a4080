/** Where a life stands, as its workflow needs to know it: the one shape of news, whether of one step or of the whole. */

/** A timer that should be armed now. */
export interface WantedTimer {
  type: string;
  name: string;
  /** UTC ISO-8601. */
  due: string;
  /** Milliseconds to go, by the store's clock: what the workflow sleeps. */
  in: number;
  clause: string;
  /** Only tells; nothing follows from it. */
  reminder: boolean;
}

/** Work outside the transaction. What is to be done stands in the effect's row; only the id and the kind travel. */
export interface OpenEffect {
  id: string;
  kind: string;
}

export interface LifeUpdate {
  seq: number;
  /** The hash of event `seq`. */
  hash: string;
  /** The hash before it: tells a workflow that it missed nothing. Absent where the standing is the whole and replaces what was missed. */
  previous?: string;
  /** The event's name in the history. */
  name: string;
  state: string;
  done: boolean;
  timers: WantedTimer[];
  /** The effects of this step, or all that are open; at most `MOST_EFFECTS`, then `more`. */
  effects: OpenEffect[];
  more?: true;
  /** Number, kind and sum, for the engine's list. */
  summary: string;
  /** Accounts, by party: what operators filter by. */
  parties: { customer?: string; contractor?: string };
  /** Markdown for the engine's UI. */
  details: string;
  /** The templates of this step's notices: operators see what was told. Empty in the whole. */
  notices: string[];
}

/** What the engine's list shows of a life. */
export type ListEntry = Pick<LifeUpdate, 'state' | 'summary' | 'parties' | 'timers'>;

/** A payload stays small however much is open. */
export const MOST_EFFECTS = 200;
