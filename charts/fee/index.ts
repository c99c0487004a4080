import { defineLifeType } from '../life-type.ts';
import { feeChart as chart, factsOf } from './chart.ts';
import { feeMessages as messages } from './messages.ts';
import type { FeeContext } from './types.ts';

export const fee = defineLifeType<FeeContext, 'customer'>({
  chart,
  messages,
  recipients: ({ customer }) => (customer === undefined ? [] : [customer]),
  facts: factsOf,
  summary: ({ principal, dueOn }) => `${Number(principal) / 100} KZT, due on ${dueOn}`,
});
