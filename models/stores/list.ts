/** Paging, shared by all lists. A page starts after a number, newest first. Each list query has an index. */

/** The reader: the account and its roles. */
export interface Reader {
  account: string;
  roles: readonly string[];
}

export interface Page {
  /** The number of the last item of the previous page. */
  after?: number | undefined;
  limit: number;
}

/** Adds a value to a statement and returns its placeholder. */
export type Put = (value: unknown) => string;

/** Collects the values of a statement. */
export function collect(...first: unknown[]): { bind: unknown[]; put: Put } {
  const bind = first;
  return { bind, put: (value) => `$${bind.push(value)}` };
}

/** A condition on a value, where there is one. */
export const conditionIn =
  (put: Put) =>
  (value: unknown, condition: (value: string) => string): string[] =>
    value === undefined ? [] : [condition(put(value))];

/** What was committed at a moment, of a table in the order of the stream (`era`, `xid`). */
export interface Since {
  era: number;
  snapshot: string;
}

/** Only rows that were written by a transaction that the snapshot did not see. */
export const isSince = ({ era, snapshot }: Since, put: Put): string => {
  const own = put(era);
  return `(era > ${own} or era = ${own} and not pg_visible_in_snapshot(xid, ${put(snapshot)}::pg_snapshot))`;
};

/** What no number is above: the first page goes down from it. */
export const LAST = String(2n ** 63n - 1n);
