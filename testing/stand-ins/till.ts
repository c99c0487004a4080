import type { Performer } from '../../lives/effects.ts';
import { FinalFailure } from '../../lives/effects.ts';
import type { ErrandEffects } from '../charts/errand.ts';

/** What goes wrong with a payment: nothing is booked, it is booked and the answer is lost, it is refused for good, or it waits. */
export type Trouble = 'fails' | 'answer lost' | 'refuses' | Promise<void>;

/** A payment provider of the tests. It books by the effect's id, as a real one does by the idempotency key. */
export interface Till extends Performer<ErrandEffects['pay']> {
  /** Amounts by effect. */
  book: Map<string, unknown>;
  /** Every time it was asked, by effect. */
  asked: string[];
  /** What happens to a life's next payments, one each; then all goes well. */
  trouble(life: string, ...troubles: Trouble[]): void;
}

export function openTill({ tries = 20 }: { tries?: number } = {}): Till {
  const book = new Map<string, unknown>();
  const asked: string[] = [];
  const troubles = new Map<string, Trouble[]>();
  return {
    book,
    asked,
    tries,
    trouble: (life, ...list) => void troubles.set(life, list),
    async perform({ id, life, params }) {
      asked.push(id);
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
