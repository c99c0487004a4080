import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { debtChart as chart, factsOf, readersOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { debtMessages as messages } from './messages.ts';
import type { DebtContext } from './types.ts';

export const debt = defineLifeType<DebtContext, Reader>({
  chart,
  messages,
  awaited: {
    open: ['pay', 'orderPayment'],
    overdue: ['pay', 'orderPayment'],
    'reported.awaited': ['confirm'],
    'reported.silent': ['confirm'],
    'paying.asked': ['confirm'],
    'paying.sent': ['confirm'],
  },
  consequences,
  recipients: readersOf,
  facts: factsOf,
  summary: ({ amount, debtor, creditor, dueOn }) => `${Number(amount) / 100} KZT by the ${debtor} to the ${creditor}, due on ${dueOn}`,
});
