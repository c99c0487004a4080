import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { receiptChart as chart } from './chart.ts';
import { receiptMessages as messages } from './messages.ts';
import type { ReceiptContext } from './types.ts';

export const receipt = defineLifeType<ReceiptContext, Reader>({
  chart,
  messages,
  awaited: { awaited: ['give'], late: ['give'], annulled: ['give'] },
  recipients: (context, to) => [context[to]].filter((account) => account !== undefined),
  facts: ({ amount, paidOn }) => ({ sum: amount, day: paidOn }),
  summary: ({ amount }) => `${Number(amount) / 100} KZT`,
});
