import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { payoutChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { payoutMessages as messages } from './messages.ts';
import type { PayoutContext } from './types.ts';

export const payout = defineLifeType<PayoutContext, Reader>({
  chart,
  messages,
  consequences,
  recipients: ({ contractor }, to) => (to === 'operator' ? [STAFF] : [contractor]).filter((reader) => reader !== undefined),
  facts: ({ amount, cut = '0' }, template) => ({ sum: template === 'payout-cut' ? cut : amount, rest: amount }),
  summary: ({ amount }) => `${Number(amount) / 100} KZT`,
});
