/**
 * Exits this process at most this many milliseconds after SIGTERM or SIGINT, even if the database or Temporal does not answer. Other processes recover
 * unfinished work.
 */
export function shutDownWithin(milliseconds: number): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => setTimeout(() => process.exit(), milliseconds).unref());
}
