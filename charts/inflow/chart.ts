/**
 * The law of money that came to the operator's account (5.1): it waits in suspense until it is known for what it is. What is matched beyond doubt is applied by
 * the platform, the rest by a person. An invoice takes it, or a payout or a social transfer that came back, or not; if not, it is in suspense again.
 */
import { setup } from 'xstate';
import { entering } from '../bank-entry.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, isConfirmedByAnother, openEnded, speaksFor } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { InflowContext, InflowEvent } from './types.ts';

interface Scope {
  context: InflowContext;
  event: InflowEvent;
}

const { begin, change, on, when } = contextOf<InflowContext, InflowEvent>();
const { book, effect, ordered } = ordersOf<Scope, never, never>();

const inflow = setup({
  types: { context: {} as InflowContext, events: {} as InflowEvent, input: {} as Partial<InflowContext> },
  guards: {
    by: speaksFor,
    confirmedByAnother: isConfirmedByAnother,
    isMatched: when('enter', ({ event }) => (event.input.invoice ?? event.input.cameBack) !== undefined),
  },
  actions: {
    bind: begin('enter', ({ input }) => input),
    keepMatch: on('match', ({ event }) => ({ invoice: event.input.invoice })),
    keepReturn: on(['takeReturn', 'takeTransferReturn'], ({ event: { input } }) => ({ cameBack: input })),
    dropMatch: change(() => ({ invoice: undefined, cameBack: undefined })),
    ...ordered('book', 'applyInflow'),
  },
});

const suspense = ({ inflow: id }: { inflow: string }): string => `suspense/${id}`;
const BANK = 'bank/operator';

const bookEntry = book(({ event }) =>
  event.type !== 'enter' ? [] : [{ debit: BANK, credit: suspense(event.input), amount: event.input.amount, code: 'bank-received' }],
);
const bookKept = book(({ context, event }) =>
  event.type !== 'keep'
    ? []
    : [{ debit: suspense(context), credit: `advance/${event.input.customer}`, amount: context.amount, code: 'advance-received' }],
);
/** What the provider held is at the bank now. */
const bookSettled = book(({ context, event }) =>
  event.type !== 'settle'
    ? []
    : [{ debit: suspense(context), credit: `provider/${event.input.provider}`, amount: context.amount, code: 'provider-settled' }],
);
const bookBack = book(({ context }) => [{ debit: suspense(context), credit: BANK, amount: context.amount, code: 'bank-sent-back' }]);

const apply = () =>
  effect('applyInflow', ({ context: { inflow: id, invoice = '', cameBack, amount, on: paidOn } }) => ({
    ...{ inflow: id, amount, paidOn },
    to: cameBack ?? { invoice },
  }));

export const inflowChart = inflow.createMachine({
  id: 'inflow',
  context: unbegun<InflowContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: entering(bookEntry, apply()),
    suspense: {
      meta: openEnded('5.1', 'staff'),
      on: {
        match: command('operator', '5.1', { duty: 'matchInflow', target: 'matching', actions: ['keepMatch', apply()] }),
        takeReturn: command('operator', '5.2', { target: 'matching', actions: ['keepReturn', apply()] }),
        takeTransferReturn: command('operator', '3.4', { target: 'matching', actions: ['keepReturn', apply()] }),
        settle: command('operator', '5.2', { target: 'settled', actions: [bookSettled] }),
        keep: command('operator', '5.1', { target: 'kept', actions: [bookKept] }),
        sendBack: command('operator', 'platform', { proposed: true, target: 'sentBack', actions: [bookBack] }),
      },
    },
    // What takes it books it.
    matching: {
      meta: openEnded('5.1', 'platform'),
      on: { applied: answer({ target: 'matched' }), notApplied: answer({ target: 'suspense', actions: ['dropMatch'] }) },
    },
    matched: { type: 'final' },
    settled: { type: 'final' },
    kept: { type: 'final' },
    sentBack: { type: 'final' },
  },
});
