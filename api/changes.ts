/** Waiting for a life's next event: one query for everybody who waits. */
import type { Lives } from '../lives/lives.ts';
import { seqsOf } from '../models/stores/life.ts';

/** How often the lives that somebody waits for are looked at. Milliseconds. */
const EVERY = 250;
/** Waiters in one process; more are answered at once. */
const MOST = 2_000;

interface Waiter {
  life: string;
  seq: number;
  answer(): void;
}

/** Resolves when the life has an event after `seq`, when the time is over, or when the caller has gone. */
export type WaitForChange = (life: string, seq: number, milliseconds: number, signal: AbortSignal) => Promise<void>;

export function watchChanges({ database, log }: Pick<Lives, 'database' | 'log'>): WaitForChange {
  const waiters = new Set<Waiter>();
  let looking = false;

  const look = async (): Promise<void> => {
    const lives = [...new Set([...waiters].map(({ life }) => life))];
    const now = await seqsOf(database, lives);
    for (const waiter of waiters) if ((now.get(waiter.life) ?? 0) > waiter.seq) waiter.answer();
  };
  const keepLooking = (): void => {
    looking = waiters.size > 0;
    if (looking)
      setTimeout(
        () =>
          look()
            .catch((error: unknown) => log.warn({ err: error }, 'changes.failed'))
            .finally(keepLooking),
        EVERY,
      );
  };

  return (life, seq, milliseconds, signal) =>
    new Promise((resolve) => {
      if (waiters.size >= MOST || signal.aborted) return resolve();
      const answer = (): void => {
        clearTimeout(timer);
        waiters.delete(waiter);
        resolve();
      };
      const waiter = { life, seq, answer };
      const timer = setTimeout(answer, milliseconds);
      signal.addEventListener('abort', answer, { once: true });
      waiters.add(waiter);
      if (!looking) keepLooking();
    });
}
