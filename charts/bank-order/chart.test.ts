import type { AnyStateMachine } from 'xstate';
import { bankOrderExamples, making } from '../../testing/charts/examples/bank-order.ts';
import { calendar } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, timersOf } from '../judge.ts';
import { stateOf } from '../state.ts';
import { bankOrderChart } from './chart.ts';

const chart = bankOrderChart as AnyStateMachine;
const AT = bankOrderExamples.begin;

function order() {
  let at: Configuration = initialConfiguration(chart, AT);
  let ordered: unknown[] = [];
  const hears = (type: string, input: object = {}, who: object = { by: 'platform' }) => {
    const edge = step(chart, at, { type, at: at.at, input, ...who } as never);
    if (edge === undefined) throw new Error(`${type} is not taken in ${stateOf(at.snapshot)}`);
    [at, ordered] = [edge.to, edge.actions.filter((each) => each.type === 'moveOrder').map(({ params }) => params)];
    return story;
  };
  const story = {
    hears,
    by: (person: string, type: string, input: object = {}) => hears(type, input, { by: 'operator', actor: `account-${person}`, person }),
    verdict: (person: string, type: string) =>
      judge(chart, at.snapshot, { type, by: 'operator', actor: `account-${person}`, person, at: at.at, input: {} }),
    dayEnds() {
      const [timer] = timersOf(chart, at.snapshot, at.at);
      const edge = timer && step(chart, at, timerEvent(at, timer, calendar));
      if (edge === undefined) throw new Error('no timer is armed');
      [at, ordered] = [edge.to, edge.actions.filter((each) => each.type === 'moveOrder').map(({ params }) => params)];
      return story;
    },
    state: () => stateOf(at.snapshot),
    ordered: () => ordered,
  };
  return story.by('one', 'make', making());
}
const ready = () => order().hears('gathered', { lines: 1, total: '960000' });

test('is released by another person than the one who made it, once', () => {
  const made = ready();
  expect(made.verdict('one', 'release')).toMatchObject({ allowed: false, rule: 'releasedByAnother' });
  made.by('other', 'release');
  expect([made.state(), made.ordered()]).toEqual(['releasing', [{ step: 'handOver', payouts: making().payouts }]]);
  expect(made.verdict('other', 'release').allowed).toBe(false);
  made.hears('released', { number: '2026-1', lines: 1, total: '960000', hash: 'a' });
  expect(made.state()).toBe('released');
});

test('that nobody releases dissolves when its day ends, and its payouts leave it', () => {
  const made = ready().dayEnds();
  expect([made.state(), made.ordered()]).toEqual(['dissolving', [{ step: 'leave', payouts: making().payouts }]]);
  expect(made.hears('dissolved').state()).toBe('dissolved');
});

test('of which nothing is left is none', () => {
  expect(order().hears('gathered', { lines: 0, total: '0' }).state()).toBe('dissolved');
  expect(ready().by('other', 'release').hears('emptied').state()).toBe('dissolved');
});
