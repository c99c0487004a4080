import { createMachine } from 'xstate';
import { lifeTypes } from './index.ts';
import type { LifeType } from './life-type.ts';
import { conditionOf, published } from './publish.ts';

describe.each(Object.entries(lifeTypes))('the published law of a %s', (life, law) => {
  const chart = published(law);

  test('is plain JSON, the same each time', () => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(JSON.stringify(published(law))).toBe(JSON.stringify(chart));
    expect(chart.life).toBe(life);
  });

  test('leads from states it has to states it has', () => {
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

  test('says of a command who, under which clause, on what conditions, where to and with what effects', () => {
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
      actions: [{ type: 'bindContractor' }, { type: 'notify', params: { to: 'customer', template: 'task-accepted' } }],
    });
  });

  test('says of a timer which delay, whether it only reminds, and what each outcome needs', () => {
    expect(transitions.find(({ delay }) => delay === 'payReminder')).toMatchObject({ by: ['clock'], reminder: true, targets: [] });
    expect(transitions.filter(({ delay }) => delay === 'reviewBy').map(({ guard }) => guard)).toEqual([
      'silenceApproves',
      'silenceMakesOneSidedAct',
      'silenceGivesClaim',
    ]);
  });

  test('says of a change of its own when it comes', () => {
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

test('what a chart does on entry and exit is told, its timers and parameters reckoned from the context are not', () => {
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

test('a condition that nobody could read is refused', () => {
  expect(conditionOf({ type: 'isQuiet', params: {} })).toBe('isQuiet');
  expect(() => conditionOf(() => true)).toThrow('guard without a name is not named in setup');
});
