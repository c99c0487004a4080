/** Money at every end: everything that may happen to a task is explored together with a provider's books. `money.exhaustive.test.ts` shows that it finds faults. */
import type { AnyStateMachine } from 'xstate';
import { audit, contextOf, progressOf } from '../../testing/charts/task-money.ts';
import { taskChart } from './chart.ts';
import { FINALS } from './regions.ts';

describe('in every end state of a task', () => {
  const audited = audit(taskChart as AnyStateMachine);

  test('nothing is kept without an open claim, nothing paid above what is due, nothing paid out twice, and the sums balance', () => {
    expect([...audited.faults].map(([fault, way]) => `${fault}: ${way}`)).toEqual([]);
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
