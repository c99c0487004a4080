import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { paymentChart as chart } from './chart.ts';
import { paymentMessages as messages } from './messages.ts';
import type { PaymentContext } from './types.ts';

export const payment = defineLifeType<PaymentContext, Reader>({
  chart,
  messages,
  recipients: ({ customer, contractor }, to) =>
    ({ operator: [STAFF], customer: [customer], contractor: [contractor] })[to].filter((reader) => reader !== undefined),
  summary: ({ amount, mode }) => `${Number(amount) / 100} KZT, ${mode}`,
});
