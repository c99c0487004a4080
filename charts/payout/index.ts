import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { paysDebt } from '../payment/types.ts';
import type { Reader } from './chart.ts';
import { payoutChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { factsOf as facts } from './facts.ts';
import { payoutMessages as messages } from './messages.ts';
import type { PayoutContext } from './types.ts';

export const payout = defineLifeType<PayoutContext, Reader>({
  chart,
  messages,
  awaited: { 'unready.large': ['allow'], refused: ['tryAgain'], returned: ['tryAgain'] },
  consequences,
  recipients: ({ contractor, parent, tax, fault = 'bank' }, to) => {
    if (to === 'operator') return [STAFF];
    if (contractor === undefined) return [];
    const isTaxed = tax !== undefined && tax.withheld.length > 0;
    const ofDebt = paysDebt({ parent });
    const reads = {
      recipient: true,
      misled: fault !== 'bank',
      taxed: isTaxed,
      untaxed: !isTaxed && !ofDebt,
      payee: ofDebt,
      contractor: !ofDebt,
    };
    return reads[to] ? [contractor] : [];
  },
  facts,
  summary: ({ amount }) => `${Number(amount) / 100} KZT`,
});
