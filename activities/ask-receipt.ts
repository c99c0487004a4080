/** Asks whoever was paid for a receipt, if they have to give one: once for a payout. Nothing waits for it. */
import type { PayoutContext } from '../charts/payout/types.ts';
import type { AskReceipt } from '../charts/receipt/types.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { lifeNow } from '../lives/external-event.ts';
import { createKey, receiptLife } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { kindsOf } from '../models/stores/account.ts';
import { findLife } from '../models/stores/life.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { todayInAlmaty } from '../models/today.ts';
import { givesReceipt, receiptTermsAt } from '../rules/receipts.ts';
import { createLife } from './create-life.ts';

export const askReceipt = (lives: Lives, dispatch: Dispatch): Performer<object> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life: payout }) {
    const { database } = lives;
    const { contractor, parent, payer, tax } = ((await lifeNow(lives, payout))?.context ?? {}) as Partial<PayoutContext>;
    const receipt = receiptLife(payout);
    // What came back meanwhile needs none, and a payout that was sent again has one already.
    if (contractor === undefined || parent === undefined || tax === undefined || tax.income === '0') return undefined;
    if (await findLife(database, receipt)) return undefined;
    const rows = await readParameters(database);
    const today = todayInAlmaty();
    const { status, income: amount, day: paidOn } = tax;
    if (status === undefined || !givesReceipt(status, rows, paidOn)) return undefined;
    // The operator, who may owe a debt, is no account.
    const isAccount = payer !== undefined && payer !== 'operator' && (await kindsOf(database, [payer])).has(payer);
    const input: AskReceipt = {
      ...{ parent, payout, contractor, amount, paidOn, status, ...receiptTermsAt(rows, today) },
      ...(isAccount && { customer: payer }),
    };
    await createLife(lives, dispatch, { life: receipt, key: createKey(id), type: 'ask', input });
    return undefined;
  },
});
