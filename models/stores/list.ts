/** What all lists share. A page is asked for by a number, newest first, with an index for each listed query. */

/** Who reads: the account, and what it may act as. */
export interface Reader {
  account: string;
  roles: readonly string[];
}

export interface Page {
  /** The number of the last item of the page before. */
  after?: number | undefined;
  limit: number;
}

/** Collects the values of a statement. `put` answers the placeholder of the value it is given. */
export function collect(...first: unknown[]): { bind: unknown[]; put(value: unknown): string } {
  const bind = first;
  return { bind, put: (value) => `$${bind.push(value)}` };
}
