/**
 * The law of a tax invoice (ЭСФ) that the operator owes for its services. The State's system registers it and the platform cannot see that, so the finance
 * take the file, sign it there, and record the number. Nothing waits for it.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { civilDate, endOfDay } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { TaxInvoiceTemplate } from './messages.ts';
import type { TaxInvoiceContext, TaxInvoiceEvent } from './types.ts';

interface Scope {
  context: TaxInvoiceContext;
  event: TaxInvoiceEvent;
}

const blank = { registered: [] } satisfies Partial<TaxInvoiceContext>;
const { begin, on, when } = contextOf<TaxInvoiceContext, TaxInvoiceEvent, typeof blank>();
const { notify, ordered } = ordersOf<Scope, 'operator', TaxInvoiceTemplate>();

const DAY_HOURS = 24;
const ends = ({ watchDays }: TaxInvoiceContext, at: string) => ({ endsAt: hoursAfter(at, watchDays * DAY_HOURS) });

const taxInvoice = setup({
  types: { context: {} as TaxInvoiceContext, events: {} as TaxInvoiceEvent, input: {} as Partial<TaxInvoiceContext> },
  guards: {
    by: speaksFor,
    dayIsPossible: when(
      ['record', 'correct', 'annul'],
      ({ context: { turnoverOn }, event: { at, input } }) => input.on >= turnoverOn && input.on <= civilDate(at),
    ),
    numberIsNew: when(['record', 'correct'], ({ context: { registered }, event: { input } }) =>
      registered.every(({ registration }) => registration !== input.registration),
    ),
  },
  delays: {
    taxInvoiceReminder: ({ context, event }) => next(context.reminders, event.at),
    dueBy: ({ context: { dueOn } }) => due(dueOn && endOfDay(dueOn)),
    endsAt: ({ context }) => due(context.endsAt),
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    keepRegistered: on(['record', 'correct'], ({ context, event: { at, input } }) => {
      const { registration, on: day } = input;
      return { registered: [...context.registered, { registration, on: day }], annulledOn: undefined, ...ends(context, at) };
    }),
    keepAnnulled: on('annul', ({ context, event: { at, input } }) => ({ annulledOn: input.on, ...ends(context, at) })),
    ...ordered('notify'),
  },
});

const CHECKS = ['dayIsPossible', 'numberIsNew'];
const recorded = { check: CHECKS, target: 'registered', actions: ['keepRegistered' as const] };
/** Still owed to the State: work for the finance. */
const record = () => command('operator', 'platform', { ...recorded, duty: 'issueTaxInvoice' });
const closes = () => timeout('platform', { target: 'closed' });

export const taxInvoiceChart = taxInvoice.createMachine({
  id: 'tax-invoice',
  context: unbegun<TaxInvoiceContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'due', actions: ['bind'] }) } },
    due: {
      on: { record: record() },
      after: {
        taxInvoiceReminder: reminder('platform', { actions: [notify('operator', 'tax-invoice-reminder')] }),
        dueBy: timeout('platform', { target: 'overdue', actions: [notify('operator', 'tax-invoice-overdue')] }),
      },
    },
    overdue: { meta: openEnded('platform', 'staff'), on: { record: record() } },
    registered: {
      on: {
        correct: command('operator', 'platform', recorded),
        annul: command('operator', 'platform', { check: 'dayIsPossible', target: 'annulled', actions: ['keepAnnulled'] }),
      },
      after: { endsAt: closes() },
    },
    // Whether another one is owed depends on why it was annulled: the finance know.
    annulled: { on: { record: command('operator', 'platform', recorded) }, after: { endsAt: closes() } },
    closed: { type: 'final' },
  },
});
