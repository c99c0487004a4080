import { lifeTypes } from './index.ts';
import { choicesOf, restore } from './judge.ts';
import type { Party } from './law.ts';
import { rankOf } from './rank.ts';

/** The ranks in the menu of a party in this state. */
function ranks(life: keyof typeof lifeTypes, value: string, by: Party): Record<string, string> {
  const type = lifeTypes[life];
  const snapshot = restore(type.chart, { value, context: {}, status: 'active' });
  return Object.fromEntries(choicesOf(type.chart, snapshot, by).map((choice) => [choice.name, rankOf(type, snapshot, choice)]));
}

test('what a state waits for is main, also where it moves money; what else does so is dangerous', () => {
  expect(ranks('payment', 'declined', 'customer')).toEqual({ retry: 'main', cancel: 'dangerous' });
  expect(ranks('verification', 'submitted', 'operator')).toMatchObject({ approve: 'main', refuse: 'dangerous', askAgain: 'other' });
});

test('where nothing is awaited nothing is main', () => {
  expect(ranks('receipt', 'given', 'contractor')).toEqual({ annul: 'other' });
});
