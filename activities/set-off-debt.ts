/** Takes a set-off from the other debt, or learns that the other debt has changed. */
import { owedOf } from '../charts/debt/sums.ts';
import type { DebtContext } from '../charts/debt/types.ts';
import type { Effects } from '../charts/effects.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { hashOf } from '../models/stores/event.ts';

/** The other debt is reduced by the whole sum or not at all. */
export const setOffDebt = (lives: Lives, dispatch: Dispatch): Performer<Effects['setOffDebt']> => ({
  // The debt waits for the answer.
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life, seq, params: { debt, amount } }) {
    const input = { amount, from: life, seq, hash: await hashOf(lives.database, life, seq) };
    const committed = await commit(lives, {
      life: debt,
      idempotencyKey: messageKey(id),
      type: 'reduce',
      by: 'platform',
      input,
      refusable: true,
    });
    dispatch(committed.updates);
    if (committed.outcome === 'done' || committed.outcome === 'replayed') {
      const { context } = committed.life.snapshot as { context: DebtContext };
      return { type: 'setOffDone', input: { left: String(owedOf(context)) } };
    }
    if (committed.outcome === 'refused' || committed.outcome === 'notFound') return { type: 'setOffFailed', input: {} };
    throw new Error(`${debt} did not answer the set-off of ${life}: ${committed.outcome}`);
  },
});
