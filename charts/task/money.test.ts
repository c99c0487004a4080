/** Money at every end: everything that may happen to a task is explored together with a provider's books. */
import type { AnyStateMachine } from 'xstate';
import { assign } from 'xstate';
import { audit, contextOf, moneyDivergences, progressOf } from '../../testing/charts/task-money.ts';
import { taskChart } from './chart.ts';
import { FINALS } from './regions.ts';
import type { TaskContext } from './types.ts';

describe('in every end state of a task', () => {
  const audited = audit(taskChart as AnyStateMachine);

  test('nothing is kept without an open claim, nothing paid above what is due, nothing paid out twice, and the sums balance', () => {
    expect([...audited.faults].map(([fault, way]) => `${fault}: ${way}`)).toEqual([]);
  });

  test('merged configurations behave in the same way: nothing is hidden (every twentieth)', () => {
    const some = [...audited.merged].filter((_, index) => index % 20 === 0);
    expect(some.flatMap((pair) => moneyDivergences(...pair))).toEqual([]);
  });

  test('the end is reachable with money under way, whatever happened', () => {
    expect(audited.stuck.slice(0, 5)).toEqual([]);
  });

  test('all, some, none and more of the prepaid money was due', () => {
    const ways = audited.arrivals.flatMap(({ configuration, way }) => {
      const { terms: agreed, due, work } = contextOf(configuration);
      return agreed?.funding === 'prepaid' && way.includes('paymentHeld') ? [{ way, due: BigInt(due), price: work.price }] : [];
    });
    const has = (...types: string[]) => types.every((type) => ways.some(({ way }) => way.includes(type)));
    expect(has('paymentCaptured', 'paymentRefunded', 'acceptAmendment', 'claimSettled', 'cancel')).toBe(true);
    expect(ways.some(({ due }) => due === 0n)).toBe(true);
    expect(ways.some(({ way, due }) => due === 1_500_000n && !way.includes('paymentRefunded'))).toBe(true);
    expect(ways.some(({ way, due }) => due === 1_200_000n && way.includes('paymentRefunded'))).toBe(true);
    expect(ways.some(({ way, due }) => due === 1_800_000n && way.filter((type) => type === 'paymentCaptured').length === 2)).toBe(true);
  });

  test('the payments were stopped and resumed on the way to each', () => {
    const stopped = audited.arrivals.filter(({ way }) => way.includes('partyReinstated'));
    const types = new Set(stopped.flatMap(({ way }) => way));
    expect([...types]).toEqual(expect.arrayContaining(['paymentHeld', 'paymentCaptured', 'paymentRefunded', 'claimSettled', 'paidOut']));
  });

  test('money of each kind occurred: captured and paid out, released, expired, and none', () => {
    const kinds = new Set(audited.arrivals.flatMap(({ way }) => way.filter((type) => /^(payment|paidOut|confirm$)/.test(type))));
    const all = ['Cancelled', 'Captured', 'Expired', 'Failed', 'Held', 'Refunded', 'TakenBack'].map((end) => `payment${end}`);
    expect([...kinds].sort()).toEqual(['confirm', 'paidOut', ...all]);
    expect(new Set(audited.arrivals.map(({ configuration }) => progressOf(configuration))).size).toBe(FINALS.length);
  });
});

type Scope = { context: TaskContext };
const restOf = ({ due, paid }: TaskContext): bigint => BigInt(due) - BigInt(paid);

describe('control: the check finds that', () => {
  const isFound = (fault: string, parts: object): boolean =>
    audit(taskChart.provide(parts as never) as AnyStateMachine, fault).faults.has(fault);
  const endsCancelled = ({ context }: Scope) => context.ending === 'cancelled' && restOf(context) <= 0n;
  const nothingToSettle = ({ context }: Scope) => restOf(context) <= 0n;

  test.each<[string, object]>([
    ['money is kept at the end', { guards: { endsCancelled, nothingToSettle } }],
    ['a payment is open at the end', { guards: { endsCancelled, nothingToSettle } }],
    ['what was paid out is not what is counted as paid', { actions: { countPaid: () => {} } }],
    ['more is paid than is due', { guards: { overpaymentIsUntold: () => false } }],
    ['a payment awaits its answer at the end', { guards: { nothingToSettle, endsCancelled } }],
    ['less is paid than is due at the end', { guards: { nothingToSettle: () => true } }],
    ['prepaid money is kept at the end', { actions: { keepReturning: assign({ funds: undefined }) } }],
    ['money moves while the sums are stopped', { guards: { sumsAreStopped: () => false } }],
    ['what was captured is not paid on', { actions: { keepCaptured: () => {} } }],
    ['a capture is ordered of what is not held', { guards: { fundsAreHeld: () => true } }],
    ['two payments are open at once', { actions: { namePayment: () => {} } }],
    ['paymentCaptured is not taken', { guards: { isOfThisPayment: () => false } }],
  ])('%s', (fault, parts) => {
    expect(isFound(fault, parts)).toBe(true);
  });
});
