/**
 * The law of the transfer of a month: what the operator withheld from the self-employed, and owes to the State until it is paid (3.4): the bank's
 * statement says so, or finance where there is none. It changes nothing of what was withheld, and nobody waits for it. An order that the bank sends back is
 * to be paid again; a line that comes back is reckoned in the next register.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { sum, tiynOf } from '../../rules/money.ts';
import { socialOrderNumber } from '../../rules/social-order.ts';
import type { Component } from '../../rules/withholding.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { civilDate, endOfDay } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { SocialTransferTemplate } from './messages.ts';
import type { PaidOrder, SocialTransferContext, SocialTransferEvent } from './types.ts';

interface Scope {
  context: SocialTransferContext;
  event: SocialTransferEvent;
}

const blank = { paid: {}, returned: [], sentBack: [] } satisfies Partial<SocialTransferContext>;
const { begin, on, when } = contextOf<SocialTransferContext, SocialTransferEvent, typeof blank>();
const { book, notify, ordered } = ordersOf<Scope, 'operator', SocialTransferTemplate>();

const BANK = 'bank/operator';
const DAY_HOURS = 24;
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** The components of which something is still to be paid. */
export const unpaidOf = ({ totals, paid }: SocialTransferContext): Component[] =>
  COMPONENTS.filter((component) => totals[component] !== '0' && paid[component] === undefined);

const sumOf = ({ totals }: SocialTransferContext, components: readonly Component[]): string =>
  components.reduce((all, component) => sum(all, totals[component]), '0');
/** What is still to be transferred. Tiyn, as a decimal string. */
export const restOf = (context: SocialTransferContext): string => sumOf(context, unpaidOf(context));

/** The components that an order pays. */
const paidBy = (context: SocialTransferContext, { component }: { component?: Component }): Component[] =>
  unpaidOf(context).filter((each) => component === undefined || each === component);

/** What of a component was transferred and has not come back. No schema has checked the component of an entry: a name such as `constructor` is none. */
function transferredOf({ totals, paid, returned }: SocialTransferContext, component: Component): bigint {
  const wasPaid = COMPONENTS.some((each) => each === component && paid[each] !== undefined);
  if (!wasPaid) return 0n;
  return returned.reduce((left, each) => (each.component === component ? left - BigInt(each.amount) : left), BigInt(totals[component]));
}

const socialTransfer = setup({
  types: { context: {} as SocialTransferContext, events: {} as SocialTransferEvent, input: {} as Partial<SocialTransferContext> },
  guards: {
    by: speaksFor,
    isLate: when('collect', ({ event: { at, input } }) => civilDate(at) > input.dueOn),
    dayHasCome: when(['recordPaid', 'recordReturned'], ({ event: { at, input } }) => input.on <= civilDate(at)),
    componentIsUnpaid: when(['recordPaid', 'confirmed'], ({ context, event: { input } }) => paidBy(context, input).length > 0),
    settlesAll: when(
      ['recordPaid', 'confirmed'],
      ({ context, event: { input } }) => paidBy(context, input).length === unpaidOf(context).length,
    ),
    /** Neither more nor less left the bank: another sum is no payment of it. */
    sumAgrees: when('confirmed', ({ context, event: { input } }) => input.amount === sumOf(context, paidBy(context, input))),
    isLine: when('returned', ({ event: { input } }) => input.contractor !== undefined),
    /** All that the order paid, of which nothing has come back before. */
    isWholeOrder: when('returned', ({ context, event: { input } }) => {
      const { component, contractor, amount } = input;
      const sent = tiynOf(amount) ?? 0n;
      return contractor === undefined && sent > 0n && amount === context.totals[component] && sent === transferredOf(context, component);
    }),
    somethingIsTransferred: ({ context }) => COMPONENTS.some((component) => transferredOf(context, component) > 0n),
    wasTransferred: when(['recordReturned', 'returned'], ({ context, event: { input } }) => {
      const { component, amount } = input;
      const sent = tiynOf(amount) ?? 0n;
      return sent > 0n && sent <= transferredOf(context, component);
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
    keepPaid: on(['recordPaid', 'confirmed'], ({ context, event: { at, input } }) => {
      const orderOf = (component: Component): PaidOrder =>
        'outflow' in input
          ? { order: socialOrderNumber(context.month, component), on: input.paidOn, outflow: input.outflow }
          : { order: input.order, on: input.on };
      const paid = Object.fromEntries(paidBy(context, input).map((component) => [component, orderOf(component)]));
      return { paid: { ...context.paid, ...paid }, returnsUntil: hoursAfter(at, context.returnDays * DAY_HOURS) };
    }),
    keepReturned: on(['recordReturned', 'returned'], ({ context, event: { input } }) => {
      if (!('inflow' in input)) return { returned: [...context.returned, input] };
      const { component, contractor = '', amount, inflow, paidOn } = input;
      const order = socialOrderNumber(context.month, component);
      return { returned: [...context.returned, { component, contractor, amount, inflow, order, on: paidOn }] };
    }),
    /** It is to be paid again. */
    keepSentBack: on('returned', ({ context, event: { input } }) => {
      const { component, amount, inflow, paidOn, reason } = input;
      const { [component]: _, ...paid } = context.paid;
      return { paid, sentBack: [...context.sentBack, { component, amount, inflow, paidOn, reason }] };
    }),
    ...ordered('notify', 'book'),
  },
});

/** The postings of an event are computed from the context before it. An entry of a bank's statement waits in suspense until it is known for what it is. */
const bookPaid = book(({ context, event }) => {
  if (event.type !== 'recordPaid' && event.type !== 'confirmed') return [];
  const credit = event.type === 'confirmed' ? `outgoing/${event.input.outflow}` : BANK;
  return paidBy(context, event.input).map((component) => ({
    ...{ debit: `social/${component}`, credit, amount: context.totals[component], code: 'social-transferred' },
  }));
});
/** What came back is owed to the State again. */
const bookReturned = book(({ event }) => {
  if (event.type !== 'recordReturned' && event.type !== 'returned') return [];
  const { component, amount } = event.input;
  const debit = event.type === 'returned' ? `suspense/${event.input.inflow}` : BANK;
  return [{ debit, credit: `social/${component}`, amount, code: 'social-returned' }];
});

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
/** The bank's statement shows it. What is not taken stays in suspense, where a person looks at it. */
const confirmed = () => [
  answer({
    check: ['componentIsUnpaid', 'sumAgrees', 'settlesAll'],
    target: '#social-transfer.paid',
    actions: [bookPaid, 'keepPaid' as const],
  }),
  answer({ check: ['componentIsUnpaid', 'sumAgrees'], actions: [bookPaid, 'keepPaid' as const] }),
];
const sentBack = [bookReturned, 'keepSentBack' as const, notify('operator', 'transfer-returned')];
const line = () => answer({ check: ['isLine', 'wasTransferred'], actions: [bookReturned, 'keepReturned' as const] });
const returned = () => [line(), answer({ check: 'isWholeOrder', actions: sentBack })];
const all = () => ({ recordPaid: recordPaid(), confirmed: confirmed(), recordReturned: recordReturned(), returned: returned() });

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
      on: all(),
      after: {
        transferReminder: reminder('3.4', { actions: [notify('operator', 'transfer-reminder')] }),
        dueBy: timeout('3.4', { target: 'overdue', actions: [notify('operator', 'transfer-overdue')] }),
      },
    },
    overdue: {
      meta: openEnded('3.4', 'staff'),
      on: all(),
      after: { lateReminder: reminder('3.4', { actions: [notify('operator', 'transfer-late')] }) },
    },
    // What was transferred may come back from the bank or the State.
    paid: {
      on: {
        recordReturned: recordReturned(),
        // If its term has passed already, that follows at once.
        returned: [line(), answer({ check: 'isWholeOrder', target: 'due', actions: sentBack })],
      },
      after: { returnsUntil: timeout('platform', { target: 'closed' }) },
    },
    closed: { type: 'final' },
  },
});
