/**
 * The law of the closing of a month of the books: the finance close it, and two of them open it again. While it is closed, no record of money is taken on a
 * day of it. A month that was opened again is closed by a new life.
 */
import { setup } from 'xstate';
import { command, isConfirmedByAnother, openEnded, speaksFor } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { MonthContext, MonthEvent } from './types.ts';

const { begin } = contextOf<MonthContext, MonthEvent>();

const month = setup({
  types: { context: {} as MonthContext, events: {} as MonthEvent, input: {} as Partial<MonthContext> },
  guards: { by: speaksFor, confirmedByAnother: isConfirmedByAnother },
  actions: { keepTotals: begin('close', ({ input }) => input) },
});

export const monthChart = month.createMachine({
  id: 'month',
  context: unbegun<MonthContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { close: command('operator', 'platform', { target: 'closed', actions: ['keepTotals'] }) } },
    closed: {
      meta: openEnded('platform', 'nothing'),
      on: { reopen: command('operator', 'platform', { proposed: true, target: 'reopened' }) },
    },
    reopened: { type: 'final' },
  },
});
