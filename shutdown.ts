/**
 * Once this process is asked to end, it is over within so many milliseconds, also where the database or the engine does not answer any more: what
 * was on its way is found by others.
 */
export function shutDownWithin(milliseconds: number): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => setTimeout(() => process.exit(), milliseconds).unref());
}
