import { setup } from 'xstate';
import { statesTagged } from './state.ts';

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
