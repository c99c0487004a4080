import { lifeTypes } from './index.ts';
import { menu, restore } from './judge.ts';
import type { Party } from './law.ts';
import { rankOf } from './rank.ts';
import { taskChart } from './task/chart.ts';

const AT = '2026-12-01T04:00:00.000Z';

/** The ranks in a menu of a task in this state. */
function ranks(progress: object | string, by: Party): Record<string, string> {
  const { task } = lifeTypes;
  const context = {
    customer: 'c',
    contractor: 'k',
    match: 'first-come',
    invited: [],
    responses: {},
    holds: [],
    claims: {},
    numbers: {},
    at: AT,
  };
  const snapshot = restore(taskChart, { value: { progress, claims: 'none', holds: 'none' }, context, status: 'active' });
  return Object.fromEntries(
    menu(taskChart, snapshot, by, by === 'customer' ? 'c' : 'k').map((choice) => [choice.name, rankOf(task, snapshot, choice)]),
  );
}

test('what a state waits for is main, also where it moves money; what else does so is dangerous', () => {
  expect(ranks({ review: 'awaited' }, 'customer')).toMatchObject({
    approve: 'main',
    refuse: 'dangerous',
    claim: 'dangerous',
    amend: 'other',
  });
});
