/** Has payouts join a payment order to the bank, go out with it or leave it. Each payout decides by its own chart, so none is in two orders. */
import type { Effects } from '../charts/effects.ts';
import type { PayoutContext } from '../charts/payout/types.ts';
import { orderHash } from '../lives/bank-order.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent, lifeNow } from '../lives/external-event.ts';
import { messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import type { Line } from '../models/stores/bank-order.ts';
import { linesOf, numberOrder } from '../models/stores/bank-order.ts';
import { nowOf, todayOf } from '../models/stores/life.ts';
import { detailsVersions } from '../models/stores/payout-details.ts';
import { detailsAt } from '../rules/payout-details.ts';

const totalsOf = (lines: readonly Line[]) => ({
  lines: lines.length,
  total: String(lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n)),
});

export const moveOrder = (lives: Lives, dispatch: Dispatch): Performer<Effects['moveOrder']> => {
  const { database } = lives;

  const contextOf = async (payout: string) => {
    const now = await lifeNow(lives, payout);
    return { tags: now?.tags ?? new Set(), ...((now?.context ?? {}) as Partial<PayoutContext>) };
  };
  /** Only details that count now are paid to: others may have begun to since the payout was prepared. */
  async function isStale(order: string, payout: string): Promise<boolean> {
    const { contractor = '', details } = await contextOf(payout);
    const [versions, now] = await Promise.all([detailsVersions(database, contractor), nowOf(database, order)]);
    return detailsAt(versions, now)?.version !== details;
  }
  const isBeingTaxed = async (order: string, payout: string): Promise<boolean> => {
    const { tags, order: own } = await contextOf(payout);
    return tags.has('attempts') && own === order;
  };

  return {
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform({ id, life: order, params: { step, payouts } }) {
      for (const payout of payouts) {
        const type = step !== 'leave' && (await isStale(order, payout)) ? 'detailsChanged' : step;
        const input = type === 'detailsChanged' ? {} : { order };
        await commitExternalEvent(lives, dispatch, { life: payout, key: messageKey(`${id}/${payout}`), type, input });
      }
      for (const payout of step === 'take' ? payouts : [])
        if (await isBeingTaxed(order, payout)) throw new Error(`${payout} has not answered ${order} yet`);
      if (step === 'leave') return { type: 'dissolved', input: {} };
      if (step === 'take') return { type: 'gathered', input: totalsOf(await linesOf(database, order)) };
      if ((await linesOf(database, order)).length === 0) return { type: 'emptied', input: {} };
      const number = await numberOrder(database, order, Number((await todayOf(database, order)).slice(0, 4)));
      const lines = await linesOf(database, order);
      return { type: 'released', input: { number, ...totalsOf(lines), hash: orderHash(lines) } };
    },
  };
};
