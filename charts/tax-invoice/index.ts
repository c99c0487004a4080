import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { taxInvoiceChart as chart } from './chart.ts';
import { taxInvoiceMessages as messages } from './messages.ts';
import type { TaxInvoiceContext } from './types.ts';

export const taxInvoice = defineLifeType<TaxInvoiceContext, 'operator'>({
  chart,
  messages,
  awaited: { due: ['record'], overdue: ['record'], annulled: ['record'] },
  recipients: () => [STAFF],
  facts: ({ paper, amount, dueOn }) => ({ number: paper, sum: amount.replace('-', ''), day: dueOn }),
  summary: ({ paper, amount, dueOn }) => `${paper}: ${Number(amount) / 100} KZT, due on ${dueOn}`,
});
