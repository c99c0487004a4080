/**
 * The law of a receipt (чек) that a contractor owes for what the platform paid out. The tax service issues it and the platform cannot see it, so the
 * contractor says what it is. Nothing waits for it, and nobody is refused anything without it.
 */
import { setup } from 'xstate';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ReceiptTemplate } from './messages.ts';
import type { ReceiptContext, ReceiptEvent } from './types.ts';

interface Scope {
  context: ReceiptContext;
  event: ReceiptEvent;
}

export type Reader = 'contractor' | 'customer';

const { begin, on, when } = contextOf<ReceiptContext, ReceiptEvent>();
const { notify, ordered } = ordersOf<Scope, Reader, ReceiptTemplate>();

const receipt = setup({
  types: { context: {} as ReceiptContext, events: {} as ReceiptEvent, input: {} as Partial<ReceiptContext> },
  guards: {
    by: speaksFor,
    somethingIsGiven: when('give', ({ event: { input } }) => (input.number ?? input.qr ?? input.note) !== undefined),
  },
  delays: {
    receiptReminder: ({ context, event }) => next(context.reminders, event.at),
    giveBy: ({ context }) => due(context.giveBy),
    endsAt: ({ context }) => due(context.endsAt),
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    keepGiven: on('give', ({ event }) => ({ givenAt: event.at })),
    keepAnnulled: on('annul', ({ event }) => ({ givenAt: undefined, annulledAt: event.at })),
    ...ordered('notify'),
  },
});

const give = () =>
  command('contractor', '3.4', {
    check: 'somethingIsGiven',
    target: 'given',
    actions: ['keepGiven' as const, notify('customer', 'receipt-given')],
  });
const ends = (target: 'kept' | 'missing') => timeout('platform', { target });

export const receiptChart = receipt.createMachine({
  id: 'receipt',
  context: unbegun<ReceiptContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'awaited', actions: ['bind', notify('contractor', 'receipt-awaited')] }) } },
    awaited: {
      on: { give: give() },
      after: {
        receiptReminder: reminder('3.4', { actions: [notify('contractor', 'receipt-reminder')] }),
        giveBy: timeout('3.4', { target: 'late', actions: [notify('contractor', 'receipt-late')] }),
      },
    },
    late: { on: { give: give() }, after: { endsAt: ends('missing') } },
    given: {
      on: {
        annul: command('contractor', '3.4', { target: 'annulled', actions: ['keepAnnulled', notify('customer', 'receipt-annulled')] }),
      },
      after: { endsAt: ends('kept') },
    },
    annulled: { on: { give: give() }, after: { endsAt: ends('missing') } },
    kept: { type: 'final' },
    missing: { type: 'final' },
  },
});
