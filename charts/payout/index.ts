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
  recipients: ({ contractor, parent, fault = 'bank' }, to) => {
    if (to === 'operator') return [STAFF];
    if (contractor === undefined || (to === 'other' && fault === 'bank')) return [];
    return to === 'recipient' || to === 'other' || (to === 'payee') === paysDebt({ parent }) ? [contractor] : [];
  },
  facts: ({ amount, cut = '0', provider }, template) => ({
    sum: template.endsWith('payout-cut') ? cut : amount,
    rest: amount,
    holder: provider,
  }),
  summary: ({ amount }) => `${Number(amount) / 100} KZT`,
});
