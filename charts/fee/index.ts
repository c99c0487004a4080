import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { feeChart as chart, factsOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { feeMessages as messages } from './messages.ts';
import type { FeeContext } from './types.ts';

export const fee = defineLifeType<FeeContext, 'customer' | 'operator'>({
  chart,
  messages,
  consequences,
  recipients: ({ customer }, to) => (to === 'operator' ? [STAFF] : [customer]).filter((reader) => reader !== undefined),
  facts: factsOf,
  summary: ({ principal, dueOn }) => `${Number(principal) / 100} KZT, due on ${dueOn}`,
});
