/** Merging hides little of the money: each that was merged goes on as the one explored in its place. `money.test.ts` compares every twentieth. */
import type { AnyStateMachine } from 'xstate';
import { audit, moneyDivergences } from '../../testing/charts/task-money.ts';
import { taskChart } from './chart.ts';

// Sums that claims and amendments leave are too many to keep apart: of merged tasks a few differ in the sign of a remainder.
test('what is merged goes on in the same way, but for one in fifty', () => {
  const { merged } = audit(taskChart as AnyStateMachine);
  const hidden = [...merged].filter((pair) => moneyDivergences(...pair).length > 0);
  expect(merged.size).toBeGreaterThan(1_000);
  expect(hidden.length / merged.size).toBeLessThan(0.02);
});
