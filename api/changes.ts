/** Waits for a life's next event, with one query for all waiting requests. */
import type { Lives } from '../lives/lives.ts';
import { seqsOf } from '../models/stores/life.ts';

/** The interval between queries for waiting requests. Milliseconds. */
const EVERY = 250;
/** The most waiting requests in one process; further ones get their response at once. */
const MOST = 2_000;
/** Of them, the most of one person: nobody may take the places of all. */
const MOST_OF_ONE = 20;

interface Waiter {
  life: string;
  seq: number;
  answer(): void;
}

/** Resolves when the life has an event after `seq`, when the time is over, or when the caller has disconnected. */
export type WaitForChange = (person: string, life: string, seq: number, milliseconds: number, signal: AbortSignal) => Promise<void>;

export function watchChanges({ database, log }: Pick<Lives, 'database' | 'log'>): WaitForChange {
  const waiters = new Set<Waiter>();
  const waiting = new Map<string, number>();
  let looking = false;

  const leave = (person: string): void => {
    const left = (waiting.get(person) ?? 0) - 1;
    if (left > 0) waiting.set(person, left);
    else waiting.delete(person);
  };

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

  return (person, life, seq, milliseconds, signal) =>
    new Promise((resolve) => {
      const own = waiting.get(person) ?? 0;
      if (waiters.size >= MOST || own >= MOST_OF_ONE || signal.aborted) return resolve();
      waiting.set(person, own + 1);
      const answer = (): void => {
        clearTimeout(timer);
        if (waiters.delete(waiter)) leave(person);
        resolve();
      };
      const waiter = { life, seq, answer };
      const timer = setTimeout(answer, milliseconds);
      signal.addEventListener('abort', answer, { once: true });
      waiters.add(waiter);
      if (!looking) keepLooking();
    });
}
