/** Charges the commission on what a claim that stands alone brings for the work of its task (3.2): each award once, and one after the other. */
import type { Effects } from '../charts/effects.ts';
import type { FeeInput } from '../charts/fee/types.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { claimFeeLife, createKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import type { Precondition } from '../lives/precondition.ts';
import { holdWork, workOf } from '../models/stores/fee.ts';
import { payTermsOf } from '../rules/pay-terms.ts';
import { afterClaim } from '../rules/tariff.ts';
import { createLife } from './create-life.ts';

export const chargeClaim = (lives: Lives, dispatch: Dispatch): Performer<Effects['chargeClaim']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life: claim, params: { task, nth, ground, amount } }) {
    const known = await workOf(lives.database, task);
    if (known === undefined) throw new Error(`${claim} is about ${task}, which does not exist`);
    const { customer, terms, awards } = known;
    const before = { work: BigInt(known.work), charged: BigInt(known.charged) };
    const { fee, work, charged } = afterClaim(before, BigInt(amount), terms);
    const input: FeeInput = {
      ...{ parent: task, customer, principal: String(fee), terms: payTermsOf(terms) },
      award: { claim, ground, amount, nth: awards + 1, work: String(work), charged: String(charged) },
    };
    /** Another claim of the task was charged meanwhile: this effect is tried again, with what that one left. */
    const isStillSo: Precondition = async (transaction) =>
      (await holdWork(transaction, task))?.awards === awards ? undefined : { allowed: false, reason: 'precondition' };
    await createLife(lives, dispatch, {
      life: claimFeeLife(claim, nth),
      key: createKey(id),
      type: 'charge',
      input,
      preconditions: [isStillSo],
    });
    return undefined;
  },
});
