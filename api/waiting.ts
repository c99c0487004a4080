/** Waiting requests: one query looks for all of them, and nobody takes the seats of all. */
import type { Logger } from 'pino';

/** The interval between the looks. Milliseconds. */
const EVERY = 250;
/** The most that wait in one process, and of them the most of one person. */
const MOST = 2_000;
const MOST_OF_ONE = 20;

/** Takes a seat for a person and returns what frees it. Returns undefined if all are taken, or this person has enough. */
export type Seats = (person: string) => (() => void) | undefined;

export function openSeats(): Seats {
  const taken = new Map<string, number>();
  let all = 0;
  return (person) => {
    const own = taken.get(person) ?? 0;
    if (all >= MOST || own >= MOST_OF_ONE) return undefined;
    all++;
    taken.set(person, own + 1);
    return () => {
      all--;
      const left = (taken.get(person) ?? 0) - 1;
      if (left > 0) taken.set(person, left);
      else taken.delete(person);
    };
  };
}

/** Resolves when something has happened after the place, when the time is over, or when the caller has disconnected. */
export type Wait<Place> = (place: Place, milliseconds: number, signal: AbortSignal) => Promise<void>;

/** `happened` says for each place whether something has happened after it. Nothing is asked while nobody waits. */
export function openWaiting<Place>(log: Logger, happened: (places: Place[]) => Promise<boolean[]>): Wait<Place> {
  const waiters = new Map<() => void, Place>();
  let looking = false;

  const look = async (): Promise<void> => {
    const asked = [...waiters];
    const found = await happened(asked.map(([, place]) => place));
    for (const [index, [answer]] of asked.entries()) if (found[index]) answer();
  };
  const keepLooking = (): void => {
    looking = waiters.size > 0;
    if (looking)
      setTimeout(
        () =>
          look()
            .catch((error: unknown) => log.warn({ err: error }, 'waiting.failed'))
            .finally(keepLooking),
        EVERY,
      );
  };

  return (place, milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const answer = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', answer);
        waiters.delete(answer);
        resolve();
      };
      const timer = setTimeout(answer, milliseconds);
      signal.addEventListener('abort', answer, { once: true });
      waiters.set(answer, place);
      if (!looking) keepLooking();
    });
}
