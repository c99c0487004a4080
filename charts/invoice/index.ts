import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { factsOf } from './balance.ts';
import { invoiceChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { invoiceMessages as messages } from './messages.ts';
import type { InvoiceContext } from './types.ts';

export const invoice = defineLifeType<InvoiceContext, 'customer' | 'operator'>({
  chart,
  messages,
  consequences,
  recipients: ({ customer }, to) => (to === 'operator' ? [STAFF] : [customer]).filter((reader) => reader !== undefined),
  facts: factsOf,
  summary: ({ number, principal, dueOn }) => `${number}, ${Number(principal) / 100} KZT, due on ${dueOn}`,
});
