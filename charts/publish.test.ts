import { createMachine } from 'xstate';
import { lifeTypes } from './index.ts';
import type { LifeType } from './life-type.ts';
import { conditionOf, published } from './publish.ts';

describe.each(Object.entries(lifeTypes))('the published law of a %s', (life, law) => {
  const chart = published(law);

  test('is plain JSON and always the same', () => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(JSON.stringify(published(law))).toBe(JSON.stringify(chart));
    expect(chart.life).toBe(life);
  });

  test('has only transitions between its own states', () => {
    const ids = chart.states.map(({ id }) => id);
    const named = [
      ...chart.regions,
      ...chart.states.flatMap(({ initial }) => initial ?? []),
      ...chart.transitions.flatMap(({ from, targets }) => [from, ...targets]),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the published law of the task', () => {
  const { regions, states, transitions, words } = published(lifeTypes.task as LifeType);

  test('names its regions, its states and their words', () => {
    expect(regions).toEqual(['task.progress', 'task.claims', 'task.holds']);
    expect(states.find(({ id }) => id === 'task.progress.agreed')).toMatchObject({
      path: 'progress.agreed',
      type: 'compound',
      initial: 'task.progress.agreed.gate',
      words: { name: { en: 'Agreed' } },
    });
    expect(words.commands.accept).toEqual({ kk: 'Тапсырманы қабылдау', ru: 'Принять задание', en: 'Accept the task' });
  });

  test('gives for a command its party, clause, conditions, target and effects', () => {
    expect(transitions.find(({ event }) => event === 'accept')).toEqual({
      from: 'task.progress.posted',
      event: 'accept',
      by: ['contractor'],
      clause: '3.4',
      candidate: 'mayAccept',
      guard: 'customerIsNotSuspended',
      checks: ['versionIsCurrent'],
      calendar: true,
      opens: true,
      targets: ['task.progress.agreed'],
      actions: [
        { type: 'bindContractor' },
        { type: 'notify', params: { to: 'customer', template: 'task-accepted' } },
        { type: 'askDetails', params: {} },
      ],
    });
  });

  test('gives for a timer its delay, whether it only reminds, and the condition of each outcome', () => {
    expect(transitions.find(({ delay }) => delay === 'payReminder')).toMatchObject({ by: ['clock'], reminder: true, targets: [] });
    expect(transitions.filter(({ delay }) => delay === 'reviewBy').map(({ guard }) => guard)).toEqual([
      'silenceApproves',
      'silenceMakesOneSidedAct',
      'silenceGivesClaim',
    ]);
  });

  test('gives for an automatic transition its moment', () => {
    const own = transitions.filter(({ event }) => event === '');
    const of = (from: string) => own.filter((each) => each.from === from);
    expect(of('task.claims.none')).toMatchObject([{ when: { or: expect.arrayContaining([{ in: 'task.progress.closed' }]) } }]);
    expect(of('task.progress.agreed.gate').map(({ when }) => when)).toEqual([
      'needsContract',
      'fundsHaveToWait',
      'needsFunds',
      'needsBriefing',
      'somethingCameFirst',
      undefined,
    ]);
  });
});

test('entry and exit actions are published; timers and computed parameters are not', () => {
  const chart = createMachine(
    {
      id: 'lamp',
      initial: 'on',
      states: {
        on: {
          entry: ['light', { type: 'tell', params: { to: 'customer' } }, { type: 'count', params: () => ({}) }],
          exit: () => {},
          after: { soon: 'off' },
        },
        off: { type: 'final' },
      },
    },
    { delays: { soon: 1 } },
  );
  const words = { life: { kk: '', ru: '', en: '' }, states: {}, commands: {}, timers: {}, rules: {}, notices: {} };
  const { regions, states, transitions } = published({ chart, messages: words, recipients: () => [], summary: () => '' } as LifeType);
  expect(regions).toEqual([]);
  expect(states[1]).toEqual({
    id: 'lamp.on',
    path: 'on',
    type: 'atomic',
    entry: [{ type: 'light' }, { type: 'tell', params: { to: 'customer' } }, { type: 'count' }],
    exit: [{ type: 'inline' }],
  });
  expect(transitions).toEqual([{ from: 'lamp.on', event: 'soon', delay: 'soon', targets: ['lamp.off'], actions: [] }]);
});

test('a condition without a readable text is refused', () => {
  expect(conditionOf({ type: 'isQuiet', params: {} })).toBe('isQuiet');
  expect(() => conditionOf(() => true)).toThrow('guard without a name is not named in setup');
});
