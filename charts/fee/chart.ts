/**
 * The law of the operator's fee: what a customer owes for the accepted work of a task, or for a month of the subscription (3.2). The contractor owes
 * nothing (3.3). It is income from the day on which it arises, and a line of an invoice later: what is not invoiced is not due, and bears no penalty.
 */
import { setup } from 'xstate';
import { tiynOf } from '../../rules/money.ts';
import { ordersOf } from '../effects.ts';
import { answer, speaksFor } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { FeeContext, FeeEvent } from './types.ts';

const { begin, when } = contextOf<FeeContext, FeeEvent>();
const { book, ordered } = ordersOf<{ context: FeeContext; event: FeeEvent }, never, never>();

const fee = setup({
  types: { context: {} as FeeContext, events: {} as FeeEvent, input: {} as Partial<FeeContext> },
  guards: {
    by: speaksFor,
    nothingIsCharged: when('charge', ({ event }) => tiynOf(event.input.principal) === 0n),
  },
  actions: {
    bind: begin('charge', ({ input }) => input),
    ...ordered('book'),
  },
});

const charge = book(({ event: { input } }) => [
  { debit: `receivable/${input.customer}`, credit: 'income/fee', amount: input.principal, code: 'fee-charged' },
]);

export const feeChart = fee.createMachine({
  id: 'fee',
  context: unbegun<FeeContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        charge: [
          answer({ check: 'nothingIsCharged', target: 'nothing', actions: ['bind'] }),
          answer({ target: 'charged', actions: ['bind', charge] }),
        ],
      },
    },
    charged: { type: 'final' },
    nothing: { type: 'final' },
  },
});
