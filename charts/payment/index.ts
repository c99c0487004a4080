import { less } from '../../rules/money.ts';
import { lastDayOf } from '../../rules/working-days.ts';
import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { paymentChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import type { PaymentTemplate } from './messages.ts';
import { paymentMessages as messages } from './messages.ts';
import type { PaymentContext } from './types.ts';
import { paysDebt, paysOperator } from './types.ts';

export const payment = defineLifeType<PaymentContext, Reader>({
  chart,
  messages,
  awaited: {
    declined: ['retry'],
    'closing.refused': ['tryAgain'],
    'capturing.refused': ['tryAgain'],
    'releasing.refused': ['tryAgain'],
    'refunding.refused': ['tryAgain'],
  },
  consequences,
  recipients: ({ customer, contractor, parent }, to) => {
    // What is paid to the operator, the parent tells of.
    if (paysOperator({ contractor }) && to !== 'operator') return [];
    const ofTask = paysDebt({ parent }) ? [] : { customer: [customer], contractor: [contractor] }[to as string];
    const ofDebt = paysDebt({ parent }) ? { payer: [customer], payee: [contractor] }[to as string] : [];
    return (to === 'operator' ? [STAFF] : [...(ofTask ?? []), ...(ofDebt ?? [])]).filter((reader) => reader !== undefined);
  },
  facts: ({ amount, decline, held, captured, refunded, payBy, takenBack = '0', lost = '0', twice = '0' }, template, { before }) => {
    const sums: Partial<Record<PaymentTemplate, string>> = {
      'payment-held': held,
      'payment-released': before.held,
      'payment-lapsed': before.held,
      'payment-captured': captured,
      'payment-refunded': refunded,
      'money-taken-back': takenBack,
      // A hold that the bank dropped was not taken yet.
      'taken-back': takenBack === '0' ? before.held : takenBack,
      'payment-lost': less(lost, twice),
      'payment-lost-late': less(lost, twice),
      'loss-booked': lost,
      'paid-back-twice': twice,
      'debt-payment-lost': less(lost, twice),
      'debt-paid-back-twice': twice,
    };
    return { sum: sums[template as PaymentTemplate] ?? amount, rest: amount, day: lastDayOf(payBy), decline: decline?.reason };
  },
  summary: ({ amount, mode }) => `${Number(amount) / 100} KZT, ${mode}`,
});
