/** What a payout does with what is withheld of it. Sums are tiyn. */
import type { AnyStateMachine } from 'xstate';
import { payoutExamples } from '../../testing/charts/examples/payout.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration, Edge } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { timersOf } from '../judge.ts';
import { stateOf } from '../state.ts';
import { payoutChart } from './chart.ts';
import type { PayoutContext, PayoutTax } from './types.ts';

const LIFE = 'payout/00000000-0000-4000-8000-000000000001/1';
const TASK = 'task/00000000-0000-4000-8000-000000000001';
const chart = payoutChart as AnyStateMachine;
const terms = { payoutAskFirstSeconds: 3_600, payoutAskLongestSeconds: 86_400, payoutReturnDays: 3 };
const waitTerms = { taxWaitDays: 30, taxWaitReminderDays: [3] };
const COMPONENTS = ['opv', 'opvr', 'so', 'vosms'] as const;
/** 100 000 tenge: four times 1 000 are withheld, and 96 000 are left. */
const tax: PayoutTax = {
  ...{ day: '2026-04-20', status: 'selfEmployed', income: '10000000', net: '9600000' },
  withheld: COMPONENTS.map((component) => ({
    ...{ component, parameter: 'selfEmployedSoBasisPoints', basisPoints: 100, source: 'The law', amount: '100000' },
  })),
};

function begin() {
  let at: Configuration = initialConfiguration(chart, payoutExamples.begin);
  let last: Edge | undefined;
  const hears = (type: string, input: object = {}, by: object = { by: 'platform' }) => {
    last = step(chart, at, { type, at: at.at, input, ...by } as never);
    if (last === undefined) throw new Error(`${type} is not taken in ${stateOf(at.snapshot)}`);
    at = last.to;
    return payout;
  };
  const payout = {
    hears,
    sent: (given: PayoutTax | undefined = tax) =>
      hears('sent', { id: LIFE, provider: 'sandbox', reference: `${LIFE}/1/0`, terms, ...(given && { tax: given }) }),
    waits: (reason: string, more: object = {}) => hears('taxWaits', { id: LIFE, reason, waitTerms, ...more }),
    rings(name: string) {
      const timer = timersOf(chart, at.snapshot, at.at).find((each) => each.name === name);
      if (timer === undefined) throw new Error(`${name} is not armed`);
      last = step(chart, at, timerEvent(at, timer, calendar));
      if (last === undefined) throw new Error(`${name} is not taken`);
      at = last.to;
      return payout;
    },
    state: () => stateOf(at.snapshot),
    context: () => at.snapshot.context as PayoutContext,
    orders: (type: string) => (last?.actions ?? []).filter((each) => each.type === type).map(({ params }) => params),
    booked: () =>
      payout
        .orders('book')
        .flatMap((params) =>
          (params as { postings: { debit: string; credit: string; amount: string }[] }).postings.map(
            ({ debit, credit, amount }) => `${debit} to ${credit}: ${amount}`,
          ),
        ),
  };
  return hears('ask', {
    parent: TASK,
    contractor: accounts.first,
    amount: '10000000',
    income: '10000000',
    payment: 'payment/x/1',
    payer: 'company',
  });
}

test('what is withheld is booked apart, the rest goes to the provider, and the parent hears of the gross sum', () => {
  const payout = begin();
  expect(payout.orders('sendPayout')).toEqual([{ account: accounts.first, amount: '10000000', income: '10000000', payer: 'company' }]);
  expect(payout.sent().booked()).toEqual([
    `owed/${accounts.first} to provider/sandbox: 9600000`,
    ...COMPONENTS.map((each) => `owed/${accounts.first} to social/${each}: 100000`),
  ]);
  expect(payout.hears('confirmed').orders('sendToLife')).toContainEqual({
    ...{ to: TASK, type: 'paidOut' },
    input: { child: LIFE, amount: '10000000', withheld: '400000' },
  });
});

test.each(['refused', 'returned'])('a payout that is %s gives back all of it, and is taxed anew when it is sent again', (type) => {
  const payout = begin().sent();
  expect(payout.hears(type).booked()).toEqual([
    `provider/sandbox to owed/${accounts.first}: 9600000`,
    ...COMPONENTS.map((each) => `social/${each} to owed/${accounts.first}: 100000`),
  ]);
  expect(payout.context().tax).toBeUndefined();
  payout.hears('tryAgain', {}, { by: 'operator', actor: accounts.operator });
  expect(payout.orders('sendPayout')).toHaveLength(1);
  // Half of the rate by then.
  const half = { ...tax, net: '9800000', withheld: tax.withheld.map((part) => ({ ...part, amount: '50000' })) };
  expect(payout.sent(half).booked()).toContain(`owed/${accounts.first} to provider/sandbox: 9800000`);
});

test('a component of nothing is not booked', () => {
  const none = { ...tax, net: '10000000', withheld: tax.withheld.map((part) => ({ ...part, amount: '0' })) };
  expect(begin().sent(none).booked()).toEqual([`owed/${accounts.first} to provider/sandbox: 10000000`]);
});

describe('a payout that waits for a regime', () => {
  test('is sent once the regime may have changed', () => {
    const payout = begin().waits('unproved');
    expect([payout.state(), payout.orders('reviewTax'), payout.booked()]).toEqual(['waiting.unproved', [{}], []]);
    expect(payout.hears('taxChanged').orders('sendPayout')).toHaveLength(1);
    expect([payout.state(), payout.context().wait]).toEqual(['sending', undefined]);
  });

  test('above the limit is sent again with the next month', () => {
    const payout = begin().waits('overLimit', { until: '2026-04-30T19:00:00.000Z' });
    expect(payout.rings('waitReminder').rings('monthBegins').orders('sendPayout')).toHaveLength(1);
  });

  test('is decided by two of the staff after its term, and sent in full', () => {
    const payout = begin().waits('withoutRegime').rings('waitReminder').rings('waitBy');
    expect(payout.state()).toBe('waiting.late');
    payout.hears(
      'payInFull',
      { reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } },
      { by: 'operator', actor: accounts.operator, person: 'confirms' },
    );
    expect(payout.orders('sendPayout')).toMatchObject([{ inFull: true }]);
  });

  test("is stopped if the payer's bank takes the money back", () => {
    const payout = begin().waits('unproved').hears('stop', { amount: '10000000', inAll: '10000000' });
    expect([payout.state(), payout.context().wait]).toEqual(['stopped', undefined]);
    expect(payout.orders('sendToLife')).toContainEqual({
      to: TASK,
      type: 'payoutStopped',
      input: { child: LIFE, amount: '10000000', left: '0' },
    });
  });
});
