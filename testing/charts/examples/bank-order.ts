/** Events of a payment order to the bank, for walks through its chart. */
import type { BankOrderContext, MakeOrder } from '../../../charts/bank-order/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar } from './task.ts';

export const making = (given: Partial<MakeOrder> = {}): MakeOrder => ({
  payouts: ['payout/00000000-0000-4000-8000-000000000001/1'],
  until: '2026-04-20T19:00:00.000Z',
  ...given,
});

export const bankOrderExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(_, at) {
    const finance = (type: string, input: object = {}): ChartEvent => ({
      ...{ type, by: 'operator', at, input },
      ...{ actor: accounts.operator, person: 'releases' },
    });
    const platform = (type: string, input: object = {}): ChartEvent => ({ type, by: 'platform', at, input });
    const totals = { lines: 1, total: '1440000' };
    return [
      { ...finance('make', making()), actor: 'account-operator-second', person: 'makes' },
      platform('gathered', totals),
      platform('gathered', { lines: 0, total: '0' }),
      finance('release'),
      platform('released', { ...totals, number: '2026-1', hash: 'a'.repeat(64) }),
      platform('emptied'),
      finance('dissolve'),
      platform('dissolved'),
    ];
  },
  abstraction: (given) => [(given as BankOrderContext).number === undefined],
};
