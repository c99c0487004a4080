/** Waits for a life's next event. */
import type { Lives } from '../lives/lives.ts';
import { seqsOf } from '../models/stores/life.ts';
import { openSeats, openWaiting } from './waiting.ts';

interface Seen {
  life: string;
  seq: number;
}

/**
 * Resolves when the life has an event after `seq`, when the time is over, or when the caller has disconnected. At once where too many wait, or too many of
 * this person.
 */
export type WaitForChange = (person: string, life: string, seq: number, milliseconds: number, signal: AbortSignal) => Promise<void>;

export function watchChanges({ database, log }: Pick<Lives, 'database' | 'log'>): WaitForChange {
  const seats = openSeats();
  const wait = openWaiting<Seen>(log, async (places) => {
    const now = await seqsOf(database, [...new Set(places.map(({ life }) => life))]);
    return places.map(({ life, seq }) => (now.get(life) ?? 0) > seq);
  });
  return async (person, life, seq, milliseconds, signal) => {
    const leave = seats(person);
    if (leave === undefined) return;
    await wait({ life, seq }, milliseconds, signal).finally(leave);
  };
}
