const GROWTH = 4;

/**
 * The moments at which a provider is asked unbidden, so that nothing hangs on its word: each pause is four times the one before, from the first
 * to the longest (seconds), and the last moment is before `until`.
 */
export function asksOf(from: string, until: string, firstSeconds: number, longestSeconds: number): string[] {
  const moments: string[] = [];
  let pause = firstSeconds * 1_000;
  for (let moment = Date.parse(from) + pause; moment < Date.parse(until); moment += pause) {
    moments.push(new Date(moment).toISOString());
    pause = Math.min(GROWTH * pause, longestSeconds * 1_000);
  }
  return moments;
}
