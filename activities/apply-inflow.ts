/** Has an invoice take money that came, or learns that it takes none: it is paid, credited or forgiven, or is none. */
import type { Effects } from '../charts/effects.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';

export const applyInflow = (lives: Lives, dispatch: Dispatch): Performer<Effects['applyInflow']> => ({
  // The money waits for the answer.
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, params: { invoice, ...input } }) {
    const asked = { life: invoice, idempotencyKey: messageKey(id), type: 'paymentCame', by: 'platform', input, refusable: true } as const;
    const { outcome, updates } = await commit(lives, asked);
    dispatch(updates);
    if (outcome === 'done' || outcome === 'replayed') return { type: 'applied', input: {} };
    if (outcome === 'refused' || outcome === 'notFound') return { type: 'notApplied', input: {} };
    throw new Error(`${invoice} did not answer whether it takes money: ${outcome}`);
  },
});
