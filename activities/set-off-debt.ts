/** Takes a set-off from the other debt, or learns that the other debt has changed. */
import type { Transaction } from 'sequelize';
import { debtChart } from '../charts/debt/chart.ts';
import type { Effects } from '../charts/effects.ts';
import type { Refusal } from '../charts/judge.ts';
import { judge, restore } from '../charts/judge.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { lockLife } from '../lives/store.ts';
import { hashOf } from '../models/stores/event.ts';

/**
 * The other debt is reduced by the whole sum or not at all. Its chart is asked under its lock, because an answer of the platform that a chart does
 * not expect would be recorded as unexpected.
 */
export const setOffDebt = (lives: Lives, dispatch: Dispatch): Performer<Effects['setOffDebt']> => ({
  // The debt waits for the answer.
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life, seq, params: { debt, amount } }) {
    const input = { amount, from: life, seq, hash: await hashOf(lives.database, life, seq) };
    const event = { type: 'reduce', by: 'platform' as const, input };
    const precondition = async (transaction: Transaction): Promise<Refusal | undefined> => {
      const [row] = await lockLife(transaction, [debt, '']);
      if (row?.snapshot == null) return { allowed: false, reason: 'precondition' };
      const verdict = judge(debtChart, restore(debtChart, row.snapshot), { ...event, at: row.now.toISOString() });
      return verdict.allowed ? undefined : verdict;
    };
    const { outcome, updates } = await commit(lives, { life: debt, idempotencyKey: messageKey(id), ...event, precondition });
    dispatch(updates);
    if (outcome === 'done' || outcome === 'replayed') return { type: 'setOffDone', input: {} };
    if (outcome === 'refused' || outcome === 'notFound') return { type: 'setOffFailed', input: {} };
    throw new Error(`${debt} did not answer the set-off of ${life}: ${outcome}`);
  },
});
