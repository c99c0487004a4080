/** What a payout does with what is withheld of it. Sums are tiyn. */
import type { AnyStateMachine } from 'xstate';
import { payoutExamples } from '../../testing/charts/examples/payout.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration, Edge } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import type { Posting } from '../effects.ts';
import { timersOf } from '../judge.ts';
import { stateOf } from '../state.ts';
import { payoutChart } from './chart.ts';
import type { PayoutContext, PayoutTax } from './types.ts';

const LIFE = 'payout/00000000-0000-4000-8000-000000000001/1';
const TASK = 'task/00000000-0000-4000-8000-000000000001';
const chart = payoutChart as AnyStateMachine;
const terms = { payoutAskFirstSeconds: 3_600, payoutAskLongestSeconds: 86_400, payoutReturnDays: 3 };
const waitTerms = { taxWaitDays: 30, taxWaitReminderDays: [3] };
const OWED = `owed/${accounts.first}`;
const TRANSIT = 'in-transit/payouts';
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
    prepared: (details = 'version') => hears('prepared', { id: LIFE, provider: 'sandbox', details }),
    unready: (reason: string, more: object = {}) =>
      hears('payoutWaits', { id: LIFE, provider: 'sandbox', reason, openEnds: { openReminderWorkingDays: [3] }, ...more }),
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
          (params as { postings: Posting[] }).postings.map(
            ({ phase, debit, credit, amount }) => `${phase === 'single' ? '' : `${phase} `}${debit} to ${credit}: ${amount}`,
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
/** Where it goes is known, and it is being sent. */
const prepared = () => begin().prepared();
const PREPARE = { account: accounts.first, amount: '10000000' };

test('what is withheld is booked apart, the rest goes to the provider, and the parent hears of the gross sum', () => {
  const payout = begin();
  expect([payout.orders('preparePayout'), payout.booked()]).toEqual([[PREPARE], []]);
  expect(payout.prepared().orders('sendPayout')).toEqual([{ ...PREPARE, details: 'version', income: '10000000', payer: 'company' }]);
  expect(payout.booked()).toEqual([`pending ${OWED} to ${TRANSIT}: 10000000`]);
  expect(payout.sent().booked()).toEqual([]);
  expect(payout.hears('confirmed').booked()).toEqual([
    `post ${OWED} to ${TRANSIT}: 9600000`,
    `${TRANSIT} to provider/sandbox: 9600000`,
    ...COMPONENTS.map((each) => `${OWED} to social/${each}: 100000`),
  ]);
  expect(payout.orders('sendToLife')).toContainEqual({
    ...{ to: TASK, type: 'paidOut' },
    input: { child: LIFE, amount: '10000000', withheld: '400000' },
  });
});

test.each([
  ['is refused', ['refused'], [`void ${OWED} to ${TRANSIT}: 10000000`]],
  ['comes back before it was confirmed', ['returned'], [`void ${OWED} to ${TRANSIT}: 10000000`]],
  [
    'comes back after it was confirmed',
    ['confirmed', 'returned'],
    [`provider/sandbox to ${OWED}: 9600000`, ...COMPONENTS.map((each) => `social/${each} to ${OWED}: 100000`)],
  ],
])('a payout that %s gives back all of it, and is taxed anew when it is sent again', (_, types, booked) => {
  const payout = prepared().sent();
  for (const type of types) payout.hears(type);
  expect(payout.booked()).toEqual(booked);
  expect(payout.context().tax).toBeUndefined();
  payout.hears('tryAgain', {}, { by: 'operator', actor: accounts.operator });
  expect(payout.orders('preparePayout')).toEqual([PREPARE]);
  payout.prepared();
  // Half of the rate by then.
  const half = { ...tax, net: '9800000', withheld: tax.withheld.map((part) => ({ ...part, amount: '50000' })) };
  expect(payout.sent(half).hears('confirmed').booked()).toContain(`${TRANSIT} to provider/sandbox: 9800000`);
});

test('a component of nothing is not booked', () => {
  const none = { ...tax, net: '10000000', withheld: tax.withheld.map((part) => ({ ...part, amount: '0' })) };
  expect(prepared().sent(none).hears('confirmed').booked()).toEqual([
    `post ${OWED} to ${TRANSIT}: 10000000`,
    `${TRANSIT} to provider/sandbox: 10000000`,
  ]);
});

describe('a payout that waits for a regime', () => {
  test('is sent once the regime may have changed', () => {
    const payout = prepared().waits('unproved');
    expect([payout.state(), payout.orders('reviewTax'), payout.booked()]).toEqual([
      'waiting.unproved',
      [{}],
      [`void ${OWED} to ${TRANSIT}: 10000000`],
    ]);
    expect(payout.hears('taxChanged').orders('preparePayout')).toEqual([PREPARE]);
    expect([payout.state(), payout.context().wait]).toEqual(['preparing', undefined]);
    // It goes where the payee is paid by then.
    expect(payout.prepared('other').orders('sendPayout')).toMatchObject([{ details: 'other' }]);
  });

  test('above the limit is sent again with the next month', () => {
    const payout = prepared().waits('overLimit', { until: '2026-04-30T19:00:00.000Z' });
    expect(payout.rings('waitReminder').rings('monthBegins').orders('preparePayout')).toEqual([PREPARE]);
  });

  test('is decided by two of the staff after its term, and sent in full', () => {
    const payout = prepared().waits('withoutRegime').rings('waitReminder').rings('waitBy');
    expect(payout.state()).toBe('waiting.late');
    payout.hears(
      'payInFull',
      { reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } },
      { by: 'operator', actor: accounts.operator, person: 'confirms' },
    );
    expect(payout.orders('preparePayout')).toEqual([PREPARE]);
    expect(payout.prepared().orders('sendPayout')).toMatchObject([{ inFull: true }]);
  });

  test("is stopped if the payer's bank takes the money back", () => {
    const payout = prepared().waits('unproved').hears('stop', { amount: '10000000', inAll: '10000000' });
    expect([payout.state(), payout.context().wait]).toEqual(['stopped', undefined]);
    expect(payout.orders('sendToLife')).toContainEqual({
      to: TASK,
      type: 'payoutStopped',
      input: { child: LIFE, amount: '10000000', left: '0' },
    });
  });
});

describe('a payout that cannot be prepared', () => {
  const byOperator = { by: 'operator', actor: accounts.operator, person: 'confirms' };

  test.each([
    ['details', 'unready.details'],
    ['cooling', 'unready.term'],
    ['day', 'unready.term'],
    ['month', 'unready.term'],
    ['large', 'unready.large'],
  ])('for %s waits, with nothing reserved, and is prepared anew with other details', (reason, state) => {
    const payout = begin().unready(reason, { until: '2026-04-21T19:00:00.000Z' });
    expect([payout.state(), payout.booked(), payout.context().wait?.reason]).toEqual([state, [], reason]);
    expect([payout.hears('detailsChanged').orders('preparePayout'), payout.state()]).toEqual([[PREPARE], 'preparing']);
    expect(payout.prepared().booked()).toEqual([`pending ${OWED} to ${TRANSIT}: 10000000`]);
  });

  test('for a term goes on when the term is over', () => {
    const payout = begin().unready('day', { until: '2026-04-21T19:00:00.000Z' });
    expect([payout.rings('waitUntil').orders('preparePayout'), payout.context().wait]).toEqual([[PREPARE], undefined]);
  });

  test('is looked at again if the details changed while they were looked up', () => {
    const payout = begin().hears('detailsChanged').unready('details');
    expect([payout.state(), payout.orders('preparePayout')]).toEqual(['preparing', [PREPARE]]);
  });

  test('because it is large is let go by a second person alone, and stays let go', () => {
    const payout = begin().unready('large', { details: 'version' });
    const reasons = { reasons: text('reasons'), details: 'version' };
    const alone = { ...reasons, proposed: { account: accounts.operator, person: 'confirms' } };
    expect(() => payout.hears('allow', alone, byOperator)).toThrow();
    payout.hears('allow', { ...reasons, proposed: { account: 'account-operator-second', person: 'proposes' } }, byOperator);
    expect(payout.orders('preparePayout')).toEqual([{ ...PREPARE, allowed: 'version' }]);
    payout.prepared().waits('unproved').hears('taxChanged');
    expect(payout.orders('preparePayout')).toEqual([{ ...PREPARE, allowed: 'version' }]);
  });

  test("is stopped if the payer's bank takes the money back, and nothing is let go that was not reserved", () => {
    const waiting = begin().unready('details').hears('stop', { amount: '10000000', inAll: '10000000' });
    expect([waiting.state(), waiting.booked()]).toEqual(['stopped', []]);
    const payout = begin().hears('stop', { amount: '10000000', inAll: '10000000' }).prepared();
    expect([payout.state(), payout.booked(), payout.orders('sendPayout')]).toEqual(['stopped', [], []]);
    expect(payout.orders('sendToLife')).toContainEqual({
      ...{ to: TASK, type: 'payoutStopped' },
      input: { child: LIFE, amount: '10000000', left: '0' },
    });
  });
});

describe('a payout that was not taken', () => {
  test('for its details does not go there again, unless the staff insist', () => {
    const payout = prepared().sent().hears('refused', { reason: 'account-closed' });
    expect([payout.state(), payout.context().fault]).toEqual(['refused', 'account-closed']);
    expect(payout.hears('detailsChanged').orders('preparePayout')).toEqual([{ ...PREPARE, refused: 'version' }]);
    // They do not count yet: it keeps in mind what was refused.
    payout.unready('cooling', { until: '2026-04-21T19:00:00.000Z' });
    expect(payout.rings('waitUntil').orders('preparePayout')).toEqual([{ ...PREPARE, refused: 'version' }]);
    expect(payout.prepared('other').context().fault).toBeUndefined();

    const insisted = prepared().sent().hears('refused', { reason: 'account-closed' });
    insisted.hears('tryAgain', {}, { by: 'operator', actor: accounts.operator });
    expect(insisted.orders('preparePayout')).toEqual([PREPARE]);
  });

  test('because the provider pays to cards only is refused, owed again, and waits for other details', () => {
    const payout = prepared().hears('failed', { id: LIFE, fault: 'TipTopPay pays to cards only', reason: 'cards-only' });
    expect([payout.state(), payout.context().fault, payout.booked()]).toEqual([
      'refused',
      'cards-only',
      [`void ${OWED} to ${TRANSIT}: 10000000`],
    ]);
    expect(payout.orders('notify')).toContainEqual(expect.objectContaining({ template: 'payout-other-details', to: 'misled' }));
  });
});

describe("a payout by the operator's bank", () => {
  const ORDER = 'bank-order/one';
  const queued = () => begin().hears('prepared', { id: LIFE, provider: 'tiptoppay', details: 'version', bank: 'The bank' });
  const listed = (order = ORDER) =>
    queued()
      .hears('take', { order })
      .hears('listed', { id: LIFE, reference: `${LIFE}/1/0`, returnDays: 3, tax });
  const atBank = () => listed().hears('handOver', { order: ORDER });
  const PAID = { outflow: 'entry', amount: '9600000' };

  test('is reserved, taxed by the order that takes it, and owed until the statement shows its own sum', () => {
    expect(queued().booked()).toEqual([`pending ${OWED} to ${TRANSIT}: 10000000`]);
    const payout = queued().hears('take', { order: ORDER });
    expect(payout.orders('sendPayout')).toMatchObject([{ byBank: true, details: 'version' }]);
    const due = atBank();
    expect(() => due.hears('confirmed', { ...PAID, amount: '9599999' })).toThrow();
    due.hears('confirmed', PAID);
    expect([due.state(), due.booked()[1]]).toEqual(['confirmed', `${TRANSIT} to outgoing/entry: 9600000`]);
    due.hears('returned', { inflow: 'back', amount: '9600000', reason: 'account-closed' });
    expect([due.state(), due.booked()[0]]).toEqual(['returned', `suspense/back to ${OWED}: 9600000`]);
    expect(due.orders('notify')).toContainEqual(expect.objectContaining({ template: 'payout-other-details', to: 'misled' }));
  });

  test('goes out with its own order alone, and leaves it if other details are named before', () => {
    expect(() => listed('bank-order/other').hears('handOver', { order: ORDER })).toThrow();
    const payout = listed().hears('detailsChanged');
    expect([payout.state(), payout.booked(), payout.context().tax]).toEqual([
      'preparing',
      [`void ${OWED} to ${TRANSIT}: 10000000`],
      undefined,
    ]);
    expect(() => payout.hears('handOver', { order: ORDER })).toThrow();
  });

  test('is left as it is by details that are named once the bank has it', () => {
    expect(() => atBank().hears('detailsChanged')).toThrow();
  });

  test("that the payer's bank takes back leaves the queue, and what was reserved is let go", () => {
    for (const payout of [queued(), listed()]) {
      payout.hears('stop', { amount: '10000000', inAll: '10000000' });
      expect([payout.state(), payout.booked()]).toEqual(['stopped', [`void ${OWED} to ${TRANSIT}: 10000000`]]);
    }
  });

  test('to details that nobody can pay to waits for others before anything is reserved', () => {
    const payout = begin().unready('unpayable', { fault: 'cards-only' });
    expect([payout.state(), payout.context().fault, payout.booked()]).toEqual(['unready.details', 'cards-only', []]);
    expect(payout.orders('notify')).toContainEqual(expect.objectContaining({ template: 'payout-other-details', to: 'misled' }));
  });
});

test('two persons allow a large payout for the details that they saw, and for no others', () => {
  const payout = begin().unready('large', { details: 'version' });
  const proposed = { account: 'account-operator-second', person: 'proposes' };
  payout.hears('detailsChanged').unready('large', { details: 'other' });
  const byOther = { by: 'operator', actor: accounts.operator, person: 'confirms' };
  expect(() => payout.hears('allow', { reasons: text('reasons'), details: 'version', proposed }, byOther)).toThrow();
  payout.hears('allow', { reasons: text('reasons'), details: 'other', proposed }, byOther);
  expect(payout.orders('preparePayout')).toEqual([{ ...PREPARE, allowed: 'other' }]);
});
