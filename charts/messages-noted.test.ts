import { transition } from 'xstate';
import { examples } from '../testing/charts/examples/index.ts';
import { accounts, noted } from '../testing/charts/examples/task.ts';
import type { Configuration, Examples } from '../testing/charts/state-space.ts';
import { activeStates, stateSpaceOf } from '../testing/charts/state-space.ts';
import { lifeTypes } from './index.ts';
import { judge, persisted } from './judge.ts';
import type { ChartEvent } from './law.ts';

test('every state of a dispute takes what is noted of messages until it is over, and nothing changes by it', () => {
  const { chart } = lifeTypes.dispute;
  const { configurations } = stateSpaceOf(chart, examples.dispute as Examples);
  const wrong = configurations.filter(({ snapshot, at }) => {
    const event: ChartEvent = { type: 'messagesNoted', by: 'platform', at, input: noted };
    if (snapshot.status === 'done') return judge(chart, snapshot, event).allowed;
    const [after, actions] = transition(chart, snapshot, event);
    const isSame = JSON.stringify(persisted(chart, after as typeof snapshot)) === JSON.stringify(persisted(chart, snapshot));
    return !judge(chart, snapshot, event).allowed || !isSame || actions.length > 0;
  });
  expect(configurations.length).toBeGreaterThan(100);
  expect([...new Set(wrong.map((each) => activeStates(each).join(' ')))]).toEqual([]);
});

test.each(['customer', 'contractor', 'operator', 'clock'] as const)('a %s cannot say it', (by) => {
  const { chart } = lifeTypes.dispute;
  const [, { snapshot, at }] = stateSpaceOf(chart, examples.dispute as Examples).configurations as [Configuration, Configuration];
  const event: ChartEvent = { type: 'messagesNoted', by, actor: accounts.customer as string, at, input: noted };
  expect(judge(chart, snapshot, event)).toMatchObject({ allowed: false, reason: 'party' });
});
