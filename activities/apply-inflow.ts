/** Has an invoice or a debt take money that came, or a payout that it came back; or learns that neither does, or that less came back than was paid. */
import type { Effects } from '../charts/effects.ts';
import { netOf } from '../charts/payout/chart.ts';
import type { PayoutContext } from '../charts/payout/types.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent, lifeNow, wouldAccept } from '../lives/external-event.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';

/** A statement has what left and what came back: so often a return waits for the payment before it. */
const TRIES_FOR_PAYMENT = 6;

export const applyInflow = (lives: Lives, dispatch: Dispatch): Performer<Effects['applyInflow']> => {
  const isAtBank = async (payout: string): Promise<boolean> => {
    const now = await lifeNow(lives, payout);
    return now?.tags.has('handedOver') === true && (now.context as { confirmed?: true }).confirmed === undefined;
  };
  /** How much less came back than a payout that can come back had paid. */
  async function shortOf(payout: string, amount: string): Promise<bigint> {
    const context = (await lifeNow(lives, payout))?.context as PayoutContext | undefined;
    if (context?.confirmed !== true || !(await wouldAccept(lives, payout, 'returned'))) return 0n;
    return BigInt(netOf(context)) - BigInt(amount);
  }

  return {
    // The money waits for the answer.
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform({ id, tries, params: { to, inflow, amount, paidOn } }) {
      const [life, type, input] =
        'pays' in to
          ? [to.pays, 'paymentCame', { inflow, amount, paidOn }]
          : [to.payout, 'returned', { inflow, amount, reason: to.reason, ...(to.short !== undefined && { short: to.short }) }];
      const outcome = await commitExternalEvent(lives, dispatch, { life, key: messageKey(id), type, input });
      if (outcome === 'done' || outcome === 'replayed') return { type: 'applied', input: {} };
      if (tries < TRIES_FOR_PAYMENT && 'payout' in to && (await isAtBank(life))) throw new Error(`${life} is not confirmed yet`);
      const short = 'payout' in to && to.short === undefined ? await shortOf(to.payout, amount) : 0n;
      if (short > 0n) return { type: 'cameShort', input: { short: String(short) } };
      if (outcome === 'refused' || outcome === 'notFound') return { type: 'notApplied', input: {} };
      throw new Error(`${life} did not answer whether it takes money: ${outcome}`);
    },
  };
};
