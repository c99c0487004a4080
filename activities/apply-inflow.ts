/**
 * Has an invoice or a debt take money that came, or a payout or a social transfer that it came back; or learns that none does, or that less of a payout
 * came back than was paid.
 */
import type { CameBack, Effects } from '../charts/effects.ts';
import { netOf } from '../charts/payout/chart.ts';
import type { PayoutContext } from '../charts/payout/types.ts';
import { unpaidOf } from '../charts/social-transfer/chart.ts';
import type { SocialTransferContext } from '../charts/social-transfer/types.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent, lifeNow, wouldAccept } from '../lives/external-event.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';

/** A statement has what left and what came back: so often a return waits for the payment before it. */
const TRIES_FOR_PAYMENT = 6;

export const applyInflow = (lives: Lives, dispatch: Dispatch): Performer<Effects['applyInflow']> => {
  /** It has not left by what the platform knows, so it may still do so before it comes back. */
  const isAtBank = async (cameBack: CameBack): Promise<boolean> => {
    if ('transfer' in cameBack) {
      const now = await lifeNow(lives, cameBack.transfer);
      return now !== undefined && unpaidOf(now.context as SocialTransferContext).includes(cameBack.component);
    }
    const now = await lifeNow(lives, cameBack.payout);
    return now?.tags.has('handedOver') === true && (now.context as { confirmed?: true }).confirmed === undefined;
  };
  /** How much less came back than a payout that can come back had paid. */
  async function shortOf(payout: string, amount: string): Promise<bigint> {
    const context = (await lifeNow(lives, payout))?.context as PayoutContext | undefined;
    if (context?.confirmed !== true || !(await wouldAccept(lives, payout, 'returned'))) return 0n;
    return BigInt(netOf(context)) - BigInt(amount);
  }
  /** What is told to whom. */
  const saidTo = ({ to, inflow, amount, paidOn }: Effects['applyInflow']): [life: string, type: string, input: object] => {
    if ('pays' in to) return [to.pays, 'paymentCame', { inflow, amount, paidOn }];
    if ('payout' in to) {
      const { payout, ...why } = to;
      return [payout, 'returned', { ...why, inflow, amount }];
    }
    const { transfer, ...line } = to;
    return [transfer, 'returned', { ...line, inflow, amount, paidOn }];
  };
  return {
    // The money waits for the answer.
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform({ id, tries, params }) {
      const { to, amount } = params;
      const [life, type, input] = saidTo(params);
      const outcome = await commitExternalEvent(lives, dispatch, { life, key: messageKey(id), type, input });
      if (outcome === 'done' || outcome === 'replayed') return { type: 'applied', input: {} };
      if (tries < TRIES_FOR_PAYMENT && !('pays' in to) && (await isAtBank(to))) throw new Error(`${life} is not confirmed yet`);
      const short = 'payout' in to && to.short === undefined ? await shortOf(to.payout, amount) : 0n;
      if (short > 0n) return { type: 'cameShort', input: { short: String(short) } };
      if (outcome === 'refused' || outcome === 'notFound') return { type: 'notApplied', input: {} };
      throw new Error(`${life} did not answer whether it takes money: ${outcome}`);
    },
  };
};
