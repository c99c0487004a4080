import { lastDayOf } from '../../rules/working-days.ts';
import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { paymentChart as chart } from './chart.ts';
import { paymentMessages as messages } from './messages.ts';
import type { PaymentContext } from './types.ts';

export const payment = defineLifeType<PaymentContext, Reader>({
  chart,
  messages,
  recipients: ({ customer }, to) => (to === 'operator' ? [STAFF] : [customer]).filter((reader) => reader !== undefined),
  facts: ({ amount, held, captured, refunded, payBy }, template) => {
    const sums: Record<string, string> = { 'payment-held': held, 'payment-captured': captured, 'payment-refunded': refunded };
    return { sum: sums[template] ?? amount, rest: amount, day: lastDayOf(payBy) };
  },
  summary: ({ amount, mode }) => `${Number(amount) / 100} KZT, ${mode}`,
});
