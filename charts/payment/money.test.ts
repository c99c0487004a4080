/** The money of a payment and its payouts, whatever the banks do and in any order. */
import type { AnyStateMachine } from 'xstate';
import type { Start } from '../../testing/charts/payment-money.ts';
import { walk } from '../../testing/charts/payment-money.ts';
import { payoutChart } from '../payout/chart.ts';
import { paymentChart } from './chart.ts';

const charts = { payment: paymentChart as AnyStateMachine, payout: payoutChart as AnyStateMachine };

test.each(['charge', 'taxed', 'due in part', 'nothing is due'] as const)(
  'every sum has a holder, is booked as lost or is a duty of staff: %s',
  (start) => {
    const { faults, ends } = walk(charts, start);
    expect([...faults].map(([fault, way]) => `${fault}: ${way}`)).toEqual([]);
    const ways = ends.map(({ way }) => way.join(', '));
    expect(ways.some((way) => way.includes('bank took 10 in all'))).toBe(true);
    expect(ways.some((way) => way.includes('closeLoss'))).toBe(true);
  },
);

describe('control: the check finds that', () => {
  const found = (start: Start, payment: object, payout: object): string[] => [
    ...walk(
      {
        payment: paymentChart.provide(payment as never) as AnyStateMachine,
        payout: payoutChart.provide(payout as never) as AnyStateMachine,
      },
      start,
    ).faults.keys(),
  ];

  test.each<[string, Start, object, object?]>([
    ['what is owed is not what payouts wait with', 'charge', {}, { guards: { leavesSome: () => false } }],
    ['what is withheld is not of payouts that stand', 'taxed', {}, { actions: { endTax: () => {} } }],
    ['a refund is asked of nobody', 'nothing is due', { guards: { moreIsAsked: () => false } }],
    ['what is kept is not on its way back', 'nothing is due', { actions: { keepRefunded: () => {} } }],
    ['a loss is no duty', 'nothing is due', { guards: { lossIsOpen: () => false } }],
  ])('%s', (fault, start, payment, payout = {}) => {
    expect(found(start, payment, payout)).toContain(fault);
  });
});
