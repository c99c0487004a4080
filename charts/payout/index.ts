import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { paysDebt } from '../payment/types.ts';
import type { Reader } from './chart.ts';
import { payoutChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { payoutMessages as messages } from './messages.ts';
import type { PayoutContext } from './types.ts';

export const payout = defineLifeType<PayoutContext, Reader>({
  chart,
  messages,
  consequences,
  recipients: ({ contractor, parent }, to) => {
    if (to === 'operator') return [STAFF];
    return contractor !== undefined && (to === 'payee') === paysDebt({ parent }) ? [contractor] : [];
  },
  facts: ({ amount, cut = '0' }, template) => ({ sum: template.endsWith('payout-cut') ? cut : amount, rest: amount }),
  summary: ({ amount }) => `${Number(amount) / 100} KZT`,
});
