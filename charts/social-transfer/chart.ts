/**
 * The law of the transfer of a month: what the operator withheld from the self-employed, and owes to the State until finance has paid it (3.4). It changes
 * nothing of what was withheld, and nobody waits for it: what comes back afterwards is reckoned in the next register.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { sum } from '../../rules/money.ts';
import type { Component } from '../../rules/withholding.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { civilDate, endOfDay } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { SocialTransferTemplate } from './messages.ts';
import type { SocialTransferContext, SocialTransferEvent } from './types.ts';

interface Scope {
  context: SocialTransferContext;
  event: SocialTransferEvent;
}

const blank = { paid: {}, returned: [] } satisfies Partial<SocialTransferContext>;
const { begin, on, when } = contextOf<SocialTransferContext, SocialTransferEvent, typeof blank>();
const { book, notify, ordered } = ordersOf<Scope, 'operator', SocialTransferTemplate>();

const BANK = 'bank/operator';
const DAY_HOURS = 24;
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** The components of which something is still to be paid. */
const unpaidOf = ({ totals, paid }: SocialTransferContext): Component[] =>
  COMPONENTS.filter((component) => totals[component] !== '0' && paid[component] === undefined);

/** What is still to be transferred. Tiyn, as a decimal string. */
export const restOf = (context: SocialTransferContext): string =>
  unpaidOf(context).reduce((all, component) => sum(all, context.totals[component]), '0');

/** The components that an order pays. */
const paidBy = (context: SocialTransferContext, { component }: { component?: Component }): Component[] =>
  unpaidOf(context).filter((each) => component === undefined || each === component);

/** What of a component was transferred and has not come back. */
const transferredOf = ({ totals, paid, returned }: SocialTransferContext, component: Component): bigint =>
  paid[component] === undefined
    ? 0n
    : returned.reduce((left, each) => (each.component === component ? left - BigInt(each.amount) : left), BigInt(totals[component]));

const socialTransfer = setup({
  types: { context: {} as SocialTransferContext, events: {} as SocialTransferEvent, input: {} as Partial<SocialTransferContext> },
  guards: {
    by: speaksFor,
    isLate: when('collect', ({ event: { at, input } }) => civilDate(at) > input.dueOn),
    dayHasCome: when(['recordPaid', 'recordReturned'], ({ event: { at, input } }) => input.on <= civilDate(at)),
    componentIsUnpaid: when('recordPaid', ({ context, event: { input } }) => paidBy(context, input).length > 0),
    settlesAll: when('recordPaid', ({ context, event: { input } }) => paidBy(context, input).length === unpaidOf(context).length),
    somethingIsTransferred: ({ context }) => COMPONENTS.some((component) => transferredOf(context, component) > 0n),
    wasTransferred: when('recordReturned', ({ context, event: { input } }) => {
      const { component, amount } = input;
      return BigInt(amount) > 0n && BigInt(amount) <= transferredOf(context, component);
    }),
  },
  delays: {
    transferReminder: ({ context, event }) => next(context.reminders, event.at),
    dueBy: ({ context: { dueOn } }) => due(dueOn && endOfDay(dueOn)),
    /** Once for each whole day of delay. */
    lateReminder: ({ context: { dueOn, lateReminderDays = 0 }, event }) =>
      next(dueOn === undefined ? [] : range(lateReminderDays).map((day) => hoursAfter(endOfDay(dueOn), (day + 1) * DAY_HOURS)), event.at),
    returnsUntil: ({ context }) => due(context.returnsUntil),
  },
  actions: {
    bind: begin('collect', ({ input }) => input),
    keepPaid: on('recordPaid', ({ context, event: { at, input } }) => {
      const { order, on: day } = input;
      const paid = Object.fromEntries(paidBy(context, input).map((component) => [component, { order, on: day }]));
      return { paid: { ...context.paid, ...paid }, returnsUntil: hoursAfter(at, context.returnDays * DAY_HOURS) };
    }),
    keepReturned: on('recordReturned', ({ context, event: { input } }) => ({ returned: [...context.returned, input] })),
    ...ordered('notify', 'book'),
  },
});

/** The postings of an event are computed from the context before it. */
const bookPaid = book(({ context, event }) =>
  event.type === 'recordPaid'
    ? paidBy(context, event.input).map((component) => ({
        ...{ debit: `social/${component}`, credit: BANK, amount: context.totals[component], code: 'social-transferred' },
      }))
    : [],
);
/** What came back is owed to the State again. */
const bookReturned = book(({ event }) =>
  event.type === 'recordReturned'
    ? [{ debit: BANK, credit: `social/${event.input.component}`, amount: event.input.amount, code: 'social-returned' }]
    : [],
);

const recordPaid = () => [
  command('operator', '3.4', {
    duty: 'transferSocial',
    check: ['dayHasCome', 'componentIsUnpaid', 'settlesAll'],
    target: '#social-transfer.paid',
    actions: [bookPaid, 'keepPaid' as const],
  }),
  command('operator', '3.4', {
    duty: 'transferSocial',
    check: ['dayHasCome', 'componentIsUnpaid'],
    actions: [bookPaid, 'keepPaid' as const],
  }),
];
const recordReturned = () =>
  command('operator', '3.4', {
    guard: 'somethingIsTransferred',
    check: ['dayHasCome', 'wasTransferred'],
    actions: [bookReturned, 'keepReturned' as const],
  });
const both = () => ({ recordPaid: recordPaid(), recordReturned: recordReturned() });

export const socialTransferChart = socialTransfer.createMachine({
  id: 'social-transfer',
  context: unbegun<SocialTransferContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        collect: [
          answer({ check: 'isLate', target: 'overdue', actions: ['bind', notify('operator', 'transfer-overdue')] }),
          answer({ target: 'due', actions: ['bind', notify('operator', 'transfer-collected')] }),
        ],
      },
    },
    due: {
      on: both(),
      after: {
        transferReminder: reminder('3.4', { actions: [notify('operator', 'transfer-reminder')] }),
        dueBy: timeout('3.4', { target: 'overdue', actions: [notify('operator', 'transfer-overdue')] }),
      },
    },
    overdue: {
      meta: openEnded('3.4', 'staff'),
      on: both(),
      after: { lateReminder: reminder('3.4', { actions: [notify('operator', 'transfer-late')] }) },
    },
    // What was transferred may come back from the bank or the State.
    paid: {
      on: { recordReturned: recordReturned() },
      after: { returnsUntil: timeout('platform', { target: 'closed' }) },
    },
    closed: { type: 'final' },
  },
});
