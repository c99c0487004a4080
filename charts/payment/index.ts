import { less } from '../../rules/money.ts';
import { lastDayOf } from '../../rules/working-days.ts';
import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { paymentChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { paymentMessages as messages } from './messages.ts';
import type { PaymentContext } from './types.ts';
import { paysDebt } from './types.ts';

export const payment = defineLifeType<PaymentContext, Reader>({
  chart,
  messages,
  consequences,
  recipients: ({ customer, contractor, parent }, to) => {
    const ofTask = paysDebt({ parent }) ? [] : { customer: [customer], contractor: [contractor] }[to as string];
    const ofDebt = paysDebt({ parent }) ? { payer: [customer], payee: [contractor] }[to as string] : [];
    return (to === 'operator' ? [STAFF] : [...(ofTask ?? []), ...(ofDebt ?? [])]).filter((reader) => reader !== undefined);
  },
  facts: ({ amount, held, captured, refunded, payBy, takenBack = '0', lost = '0', twice = '0' }, template) => {
    const sums: Record<string, string> = {
      'payment-held': held,
      'payment-captured': captured,
      'payment-refunded': refunded,
      'money-taken-back': takenBack,
      'payment-lost': less(lost, twice),
      'payment-lost-late': less(lost, twice),
      'paid-back-twice': twice,
      'debt-payment-lost': less(lost, twice),
      'debt-paid-back-twice': twice,
    };
    return { sum: sums[template] ?? amount, rest: amount, day: lastDayOf(payBy) };
  },
  summary: ({ amount, mode }) => `${Number(amount) / 100} KZT, ${mode}`,
});
