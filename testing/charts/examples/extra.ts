/** Events of a paid extra, for walks through its chart. */
import type { ExtraContext, OrderExtra } from '../../../charts/extra/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import { hoursAfter } from '../../../rules/hours.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar } from './task.ts';

/** A certificate of 990 tenge. */
export const ordering = (at: string): OrderExtra => ({
  ...{ id: 'extra/one', extra: 'income-certificate', contractor: accounts.first as string, price: '99000' },
  ...{ from: '2026-01-01', to: '2026-03-31', language: 'en', payBy: hoursAfter(at, 2), hours: 24 },
});

export const extraExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(given, at) {
    const { paid, back = '0' } = given as ExtraContext;
    const child = 'payment/one/1';
    const platform = (type: string, input: object = {}): ChartEvent => ({ type, by: 'platform', at, input });
    const taken = (amount: string): ChartEvent => platform('paymentTakenBack', { child, owed: amount, amount });
    return [
      { type: 'order', by: 'contractor', actor: accounts.first as string, at, input: ordering(at) },
      platform('paymentCaptured', { child, amount: '99000', paidOn: '2026-04-20' }),
      platform('paymentCaptured', { child, amount: '50000', paidOn: '2026-04-20' }),
      ...['paymentFailed', 'paymentExpired', 'paymentCancelled', 'paymentSettled'].map((type) => platform(type, { child })),
      platform('drawn'),
      platform('notDrawn'),
      ...(back === '0' && paid !== undefined ? [taken('30000'), taken(paid)] : []),
      ...(back !== '0' && paid !== undefined ? [taken(String(BigInt(paid) - BigInt(back)))].filter(() => back !== paid) : []),
      ...(paid === undefined ? [] : [platform('paymentRefunded', { child, amount: String(BigInt(paid) - BigInt(back)) })]),
    ];
  },
  abstraction: (given) => [(given as ExtraContext).paid, (given as ExtraContext).back],
};
