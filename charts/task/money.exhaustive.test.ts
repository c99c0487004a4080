/** The exploration of `money.test.ts` finds faults, and merging hides none: of the nodes merged with one, the last continues in the same way. */
import type { AnyStateMachine } from 'xstate';
import { assign } from 'xstate';
import { audit, moneyDivergences } from '../../testing/charts/task-money.ts';
import { taskChart } from './chart.ts';
import type { TaskContext } from './types.ts';

test('merged configurations behave in the same way', () => {
  const { merged } = audit(taskChart as AnyStateMachine);
  expect(merged.size).toBeGreaterThan(1_000);
  expect([...merged].flatMap((pair) => moneyDivergences(...pair))).toEqual([]);
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
