/**
 * The law of money that left the operator's account (5.2): it waits in suspense until it is known what it paid. What is matched beyond doubt is applied by the
 * platform, the rest by a person. A payout and a social transfer take only their own sum; what is not taken is in suspense again.
 */
import { setup } from 'xstate';
import { entering } from '../bank-entry.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, isConfirmedByAnother, openEnded, speaksFor } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { OutflowContext, OutflowEvent } from './types.ts';

interface Scope {
  context: OutflowContext;
  event: OutflowEvent;
}

const { begin, change, on, when } = contextOf<OutflowContext, OutflowEvent>();
const { book, effect, ordered } = ordersOf<Scope, never, never>();

const outflow = setup({
  types: { context: {} as OutflowContext, events: {} as OutflowEvent, input: {} as Partial<OutflowContext> },
  guards: {
    by: speaksFor,
    confirmedByAnother: isConfirmedByAnother,
    isMatched: when('enter', ({ event }) => event.input.pays !== undefined),
    wasRecorded: when('applied', ({ event }) => event.input.recorded === true),
  },
  actions: {
    bind: begin('enter', ({ input }) => input),
    keepMatch: on('match', ({ event: { input } }) => ({ pays: input.pays, component: input.component })),
    dropMatch: change(() => ({ pays: undefined, component: undefined })),
    ...ordered('book', 'applyOutflow'),
  },
});

const outgoing = ({ outflow: id }: { outflow: string }): string => `outgoing/${id}`;
const BANK = 'bank/operator';

const bookEntry = book(({ event }) =>
  event.type !== 'enter' ? [] : [{ debit: outgoing(event.input), credit: BANK, amount: event.input.amount, code: 'bank-paid' }],
);
/** Whoever recorded it has taken it from the bank account. */
const bookRecorded = book(({ context }) => [{ debit: BANK, credit: outgoing(context), amount: context.amount, code: 'bank-recorded' }]);
const bookOwn = book(({ context }) => [{ debit: 'spent/own', credit: outgoing(context), amount: context.amount, code: 'own-spending' }]);

const apply = () =>
  effect('applyOutflow', ({ context: { outflow: id, pays = '', component, amount, on: paidOn } }) => ({
    ...{ outflow: id, pays, amount, paidOn },
    ...(component !== undefined && { component }),
  }));

export const outflowChart = outflow.createMachine({
  id: 'outflow',
  context: unbegun<OutflowContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: entering(bookEntry, apply()),
    suspense: {
      meta: openEnded('5.2', 'staff'),
      on: {
        match: command('operator', '5.2', { duty: 'matchOutflow', target: 'matching', actions: ['keepMatch', apply()] }),
        setAside: command('operator', 'platform', { proposed: true, target: 'spent', actions: [bookOwn] }),
      },
    },
    // What takes it books it.
    matching: {
      meta: openEnded('5.2', 'platform'),
      on: {
        applied: [answer({ check: 'wasRecorded', target: 'matched', actions: [bookRecorded] }), answer({ target: 'matched' })],
        notApplied: answer({ target: 'suspense', actions: ['dropMatch'] }),
      },
    },
    matched: { type: 'final' },
    spent: { type: 'final' },
  },
});
