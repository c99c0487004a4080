/** Merging hides nothing of the money: of the nodes merged with one, the last continues in the same way. `money.test.ts` compares every twentieth. */
import type { AnyStateMachine } from 'xstate';
import { audit, moneyDivergences } from '../../testing/charts/task-money.ts';
import { taskChart } from './chart.ts';

test('merged configurations behave in the same way', () => {
  const { merged } = audit(taskChart as AnyStateMachine);
  expect(merged.size).toBeGreaterThan(1_000);
  expect([...merged].flatMap((pair) => moneyDivergences(...pair))).toEqual([]);
});
