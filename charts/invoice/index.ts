import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { factsOf } from './balance.ts';
import type { Reader } from './chart.ts';
import { invoiceChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { invoiceMessages as messages } from './messages.ts';
import type { InvoiceContext } from './types.ts';

export const invoice = defineLifeType<InvoiceContext, Reader>({
  chart,
  messages,
  awaited: { sent: ['pay'], withheld: ['sendAgain'], partlyPaid: ['pay'], overdue: ['pay'], capped: ['pay'], disputed: ['uphold'] },
  consequences,
  recipients: ({ customer, limitEnded }, to) => {
    if (to === 'operator') return [STAFF];
    return customer === undefined || (to === 'limited' && !limitEnded) ? [] : [customer];
  },
  facts: factsOf,
  summary: ({ number, principal, dueOn }) => `${number}, ${Number(principal) / 100} KZT, due on ${dueOn}`,
});
