import type { Performer } from '../../lives/effects.ts';
import { FinalFailure } from '../../lives/effects.ts';
import type { ErrandEffects } from '../charts/errand.ts';

/** A fault: nothing is booked, the response is lost after booking, a final refusal, or a wait for the promise. */
export type Trouble = 'fails' | 'answer lost' | 'refuses' | Promise<void>;

/** A payment provider for tests. The effect's id is its idempotency key. */
export interface Till extends Performer<ErrandEffects['pay']> {
  /** Booked amounts by effect id. */
  book: Map<string, unknown>;
  /** The effect id of every attempt, in order. */
  attempts: string[];
  /** Injects faults into a life's next payments, one each. Later payments succeed. */
  trouble(life: string, ...troubles: Trouble[]): void;
}

export function openTill({ tries = 20 }: { tries?: number } = {}): Till {
  const book = new Map<string, unknown>();
  const attempts: string[] = [];
  const troubles = new Map<string, Trouble[]>();
  return {
    book,
    attempts,
    tries,
    trouble: (life, ...list) => void troubles.set(life, list),
    async perform({ id, life, params }) {
      attempts.push(id);
      const trouble = troubles.get(life)?.shift();
      if (trouble === 'fails') throw new Error('the till is shut');
      if (trouble === 'refuses') throw new FinalFailure('no such card');
      await trouble;
      book.set(id, params.amount);
      if (trouble === 'answer lost') throw new Error('the line went dead');
      return { type: 'charged', input: { receipt: `receipt of ${id}` } };
    },
    failed: async (_, fault) => ({ type: 'chargeFailed', input: { fault } }),
  };
}
