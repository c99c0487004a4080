/** Deadlines under holds: while force majeure, a suspension or the like lasts, a term stands still (8.1, 4.4.2). */

/** A time in which terms stand still, its first moment included and its last not; ISO moments. */
export interface Interval {
  from: string;
  /** Not given while it is still on. */
  until?: string;
}

/**
 * The deadline `base`, set at `since`, moved by the time that the holds together kept of it: by the union of their parts that lie after
 * `since` and before the moved deadline. `undefined` while a hold that began before the moved deadline is still on. Moments are ISO;
 * a hold that ends before it begins counts for nothing.
 */
export function extended(base: string, since: string, holds: readonly Interval[]): string | undefined {
  const spans = holds.map(({ from, until }) => ({ from: Date.parse(from), until: until === undefined ? Infinity : Date.parse(until) }));
  let deadline = Date.parse(base);
  let counted = Date.parse(since);
  for (const { from, until } of spans.sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, counted);
    if (start >= deadline) break;
    if (until <= start) continue;
    if (until === Infinity) return undefined;
    deadline += until - start;
    counted = until;
  }
  return new Date(deadline).toISOString();
}
