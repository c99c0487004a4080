import type { AnyStateMachine } from 'xstate';
import { collecting } from '../../testing/charts/examples/social-transfer.ts';
import { calendar } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { stateOf } from '../state.ts';
import { restOf, socialTransferChart } from './chart.ts';
import type { SocialTransferContext } from './types.ts';

const chart = socialTransferChart as AnyStateMachine;
/** The transfer is due on 24 April 2026: 1 000 tenge of each of three components. */
const IN_TIME = '2026-04-23T05:00:00.000Z';
const LATE = '2026-04-27T05:00:00.000Z';

function transfer() {
  let at: Configuration = initialConfiguration(chart, IN_TIME);
  const take = (event: ChartEvent): boolean => {
    const edge = step(chart, at, event);
    if (edge !== undefined) at = edge.to;
    return edge !== undefined;
  };
  const hears = (type: string, input: object, when = IN_TIME) => take({ type, by: 'platform', at: when, input });
  hears('collect', collecting());
  return {
    confirmed: (amount: string, component?: string) =>
      hears('confirmed', { outflow: 'one', amount, paidOn: '2026-04-23', ...(component && { component }) }),
    returned: (amount: string, when: string, more: object = {}) =>
      hears('returned', { inflow: 'two', amount, paidOn: when.slice(0, 10), component: 'so', reason: 'account-closed', ...more }, when),
    timeComes() {
      const [timer] = timersOf(chart, at.snapshot, at.at);
      return timer !== undefined && take(timerEvent(at, timer, calendar) as ChartEvent);
    },
    state: () => stateOf(at.snapshot),
    rest: () => restOf(at.snapshot.context as SocialTransferContext),
  };
}

test('is paid by the sums of its orders alone, one by one or as one', () => {
  const apart = transfer();
  expect([apart.confirmed('99999', 'opv'), apart.confirmed('100000', 'vosms'), apart.confirmed('100000')]).toEqual([false, false, false]);
  expect([apart.confirmed('100000', 'opv'), apart.confirmed('100000', 'opv'), apart.rest()]).toEqual([true, false, '200000']);
  expect([apart.confirmed('200000'), apart.state(), apart.rest()]).toEqual([true, 'paid', '0']);
  const together = transfer();
  expect([together.confirmed('300000'), together.state()]).toEqual([true, 'paid']);
});

test('of which an order comes back is due again, and overdue at once if its term has passed', () => {
  const inTime = transfer();
  inTime.confirmed('300000');
  expect([inTime.returned('100000', IN_TIME), inTime.state(), inTime.rest()]).toEqual([true, 'due', '100000']);
  const late = transfer();
  late.confirmed('300000');
  expect([late.returned('100000', LATE), late.timeComes(), late.state(), late.rest()]).toEqual([true, true, 'overdue', '100000']);
});

test('takes back a whole order or the line of a contractor, and neither of another sum, twice or after the other', () => {
  const paid = transfer();
  expect(paid.returned('100000', IN_TIME)).toBe(false);
  paid.confirmed('300000');
  expect([paid.returned('99999', IN_TIME), paid.returned('100001', IN_TIME, { contractor: 'a' })]).toEqual([false, false]);
  expect([paid.returned('40000', IN_TIME, { contractor: 'a' }), paid.state(), paid.rest()]).toEqual([true, 'paid', '0']);
  expect([paid.returned('100000', IN_TIME), paid.returned('60001', IN_TIME, { contractor: 'b' })]).toEqual([false, false]);
});
