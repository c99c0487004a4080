/** Deadlines under holds: a term does not run during force majeure, a suspension or another hold (8.1, 4.4.2). */

/** A hold: terms do not run from `from` (included) until `until` (excluded). Moments in ISO-8601. */
export interface Interval {
  from: string;
  /** Absent while the hold lasts. */
  until?: string;
}

/**
 * Moves the deadline `base`, set at `since`, by the time under holds. Overlapping holds count once, and only between `since` and the moved deadline.
 * Returns `undefined` while a hold that began before the moved deadline still lasts. Moments are in ISO-8601. A hold that ends before it begins is
 * ignored.
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
