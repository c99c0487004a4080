import { setup } from 'xstate';
import { restore } from './judge.ts';
import { innermostStates, stagesOf, statesTagged } from './state.ts';

const chart = setup({ types: { tags: {} as 'awaited' | 'late' } }).createMachine({
  initial: 'new',
  states: {
    new: {},
    paying: { tags: 'awaited' },
    drawing: { tags: ['awaited'], initial: 'first', states: { first: {}, again: { tags: ['late'] } } },
    over: { type: 'final' },
  },
});

test('the states that a chart tags are named by their paths, with the states in them', () => {
  expect(statesTagged(chart, 'awaited')).toEqual(['paying', 'drawing.first', 'drawing.again']);
  expect(statesTagged(chart, 'late')).toEqual(['drawing.again']);
});

test('the active states are the innermost ones of each region, in the order of the chart', () => {
  const regions = setup({}).createMachine({
    id: 'life',
    type: 'parallel',
    states: {
      way: { initial: 'agreed', states: { agreed: { initial: 'late', states: { late: {}, missed: {} } } } },
      holds: { initial: 'none', states: { none: {}, held: {} } },
    },
  });
  expect(innermostStates(restore(regions, { value: { holds: 'held', way: { agreed: 'late' } }, context: {}, status: 'active' }))).toEqual([
    'life.way.agreed.late',
    'life.holds.held',
  ]);
});

test('the stages are the innermost states of the first region', () => {
  expect(stagesOf(chart)).toEqual(['new', 'paying', 'drawing.first', 'drawing.again', 'over']);
});
