/**
 * The law of a paid extra of a contractor (3.3): its price was seen before the order, it is paid by card before it is drawn, and what cannot be drawn in its term
 * is paid back by itself. The money is kept until then: it is income only once the extra is there.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { sum, tiynOf } from '../../rules/money.ts';
import type { Booking } from '../effects.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, openEnded, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ExtraTemplate } from './messages.ts';
import type { ExtraContext, ExtraEvent } from './types.ts';

interface Scope {
  context: ExtraContext;
  event: ExtraEvent;
}

export type Reader = 'contractor' | 'operator';

const { begin, change, on, when } = contextOf<ExtraContext, ExtraEvent>();
const { book, effect, notify, ordered } = ordersOf<Scope, Reader, ExtraTemplate>();

const paymentOf = ({ id }: Pick<ExtraContext, 'id'>): string => `payment${id.slice(id.indexOf('/'))}/1`;
/** What went back to the payer by an event, in tiyn. */
export const goneIn = ({ input }: ExtraEvent): string => String(('amount' in input ? tiynOf(input.amount) : undefined) ?? 0n);

const extra = setup({
  types: {
    context: {} as ExtraContext,
    events: {} as ExtraEvent,
    input: {} as Partial<ExtraContext>,
    /** It still waits for its payment or its paper. */
    tags: {} as 'awaited',
  },
  guards: {
    by: speaksFor,
    /** Before an order there is nobody that it is of. */
    isOwn: ({ event: { actor, input } }) => !('contractor' in (input ?? {})) || (input as { contractor?: string }).contractor === actor,
    isPaidInFull: when('paymentCaptured', ({ context, event }) => tiynOf(event.input.amount) === BigInt(context.price)),
    allIsBack: ({ context: { paid = '0', back = '0' }, event }) => BigInt(sum(back, goneIn(event))) >= BigInt(paid),
  },
  delays: { drawBy: ({ context }) => due(context.drawBy) },
  actions: {
    bind: begin('order', ({ input }) => input),
    keepPaid: on('paymentCaptured', ({ context, event: { at, input } }) => ({
      ...{ paid: input.amount, paidOn: input.paidOn, drawBy: hoursAfter(at, context.hours) },
    })),
    keepBack: change(({ context, event }) => ({ back: sum(context.back ?? '0', goneIn(event)) })),
    ...ordered('book', 'notify', 'startChild', 'sendToLife', 'drawExtra'),
  },
});

const ask = effect('startChild', ({ context }) => ({
  ...{ child: paymentOf(context), type: 'ask', by: 'platform' },
  // A payment calls the payer `customer`, whatever the role.
  input: {
    parent: context.id,
    customer: context.contractor ?? '',
    amount: context.price,
    mode: 'charge',
    payBy: context.payBy,
    reminders: [],
  },
}));
const draw = effect('drawExtra', ({ context: { from, to, language } }) => ({ kind: 'income-certificate', from, to, language }));
const toPayment = (type: 'release' | 'notPaidOut') =>
  effect('sendToLife', ({ context, event: { input } }) => ({
    to: paymentOf(context),
    type,
    input: type === 'release' ? {} : { child: paymentOf(context), amount: 'owed' in input ? input.owed : '0' },
  }));

const receivable = ({ contractor }: ExtraContext): string => `receivable/${contractor}`;
const kept = ({ id }: ExtraContext): string => `held/${id}`;
/** Charged and paid in one: what an account paid to the operator stands on `receivable`, whatever it was for (6.2). */
const bookEarned = book(({ context }): Booking[] => [
  { debit: receivable(context), credit: 'income/extra', amount: context.price, code: 'extra-charged' },
  { debit: kept(context), credit: receivable(context), amount: context.price, code: 'extra-paid' },
]);
/** The bank took the price of what was delivered: it counts as paid no more, and the operator bears it. The payment finds it where it was kept. */
const bookLost = book(({ context, event }): Booking[] => {
  const amount = goneIn(event);
  return [
    { debit: receivable(context), credit: kept(context), amount, code: 'payment-taken-back' },
    { debit: 'loss/payments', credit: receivable(context), amount, code: 'payment-lost' },
  ];
});

const unpaid = () => answer({ target: '#extra.cancelled', actions: [notify('contractor', 'extra-unpaid')] });
const refund = { target: '#extra.refunding', actions: [toPayment('release'), notify('contractor', 'extra-not-drawn')] } as const;

export const extraChart = extra.createMachine({
  id: 'extra',
  context: unbegun<ExtraContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { order: command('contractor', '3.3', { candidate: 'isOwn', target: 'paying', actions: ['bind', ask] }) } },
    // The payment has the term, and the letters of its own page.
    paying: {
      tags: ['awaited'],
      meta: openEnded('3.3', 'otherLife'),
      on: {
        paymentCaptured: [
          answer({ check: 'isPaidInFull', target: 'drawing', actions: ['keepPaid', draw] }),
          answer({ ...refund, actions: ['keepPaid', ...refund.actions] }),
        ],
        paymentFailed: unpaid(),
        paymentExpired: unpaid(),
        paymentCancelled: unpaid(),
      },
    },
    drawing: {
      tags: ['awaited'],
      on: {
        drawn: answer({ target: 'delivered', actions: [bookEarned, notify('contractor', 'extra-drawn')] }),
        notDrawn: answer({ ...refund, actions: [...refund.actions, notify('operator', 'extra-failed')] }),
        paymentTakenBack: [
          answer({
            check: 'allIsBack',
            target: 'refunded',
            actions: [toPayment('notPaidOut'), 'keepBack', notify('contractor', 'extra-refunded')],
          }),
          answer({ target: 'refunding', actions: [toPayment('notPaidOut'), 'keepBack', toPayment('release')] }),
        ],
      },
      after: { drawBy: timeout('3.3', { ...refund, actions: [...refund.actions, notify('operator', 'extra-failed')] }) },
    },
    refunding: {
      meta: openEnded('3.3', 'otherLife'),
      on: {
        paymentRefunded: answer({ target: 'refunded', actions: ['keepBack', notify('contractor', 'extra-refunded')] }),
        paymentTakenBack: [
          answer({
            check: 'allIsBack',
            target: 'refunded',
            actions: [toPayment('notPaidOut'), 'keepBack', notify('contractor', 'extra-refunded')],
          }),
          answer({ actions: [toPayment('notPaidOut'), 'keepBack'] }),
        ],
      },
    },
    // What was delivered stays. A bank may still take its price back.
    delivered: {
      meta: openEnded('3.3', 'nothing'),
      on: {
        paymentTakenBack: answer({ actions: [bookLost, toPayment('notPaidOut'), 'keepBack', notify('operator', 'extra-lost')] }),
        paymentSettled: answer({ target: 'settled' }),
      },
    },
    settled: { type: 'final' },
    refunded: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
