/**
 * The law of a payment: money of the customer for a task, by the provider. The provider's word alone moves money in the books: from every state
 * where it was asked to do something, only its answer leads on.
 */
import { setup } from 'xstate';
import { isSumBetween } from '../../rules/money.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import { asksOf } from './asks.ts';
import type { PaymentTemplate } from './messages.ts';
import type { PaymentContext, PaymentEvent } from './types.ts';

const DAY = 86_400_000;

interface Scope {
  context: PaymentContext;
  event: PaymentEvent;
}

const blank = { held: '0', captured: '0', refunded: '0', asked: '0', queued: '0' } satisfies Partial<PaymentContext>;

export type Reader = 'customer' | 'operator';

const { begin, change, on } = contextOf<PaymentContext, PaymentEvent, typeof blank>();
const { book: bookPostings, effect, notify, ordered } = ordersOf<Scope, Reader, PaymentTemplate>();

const sum = (one: string, other: string): string => String(BigInt(one) + BigInt(other));
const less = (one: string, other: string): string => String(BigInt(one) - BigInt(other));
const sumIn = ({ input }: PaymentEvent): string | undefined => ('amount' in input ? input.amount : undefined);

/** What is taken and neither given back nor about to be. */
const refundable = ({ captured, refunded, asked, queued }: PaymentContext): string => less(less(captured, refunded), sum(asked, queued));
/** What goes back of what is still kept: the rest of it was due already. */
const keptBack = ({ context, event }: Scope): string => {
  const amount = sumIn(event) ?? '0';
  return BigInt(amount) < BigInt(context.held) ? amount : context.held;
};
const within = (amount: unknown, most: string): boolean => isSumBetween(amount, 1n, BigInt(most));

type Reported = 'paymentHeld' | 'paymentCaptured' | 'paymentFailed' | 'paymentExpired' | 'paymentCancelled' | 'paymentRefunded';

const payment = setup({
  types: { context: {} as PaymentContext, events: {} as PaymentEvent, input: {} as Partial<PaymentContext> },
  guards: {
    by: speaksFor,
    isWanted: ({ context }) => context.unwanted !== true,
    isUnwanted: ({ context }) => context.unwanted === true,
    isExpiring: ({ context }) => context.ending === 'expired',
    isPrepayment: ({ context }) => context.mode === 'prepay',
    isUnwantedPrepayment: ({ context }) => context.mode === 'prepay' && context.unwanted === true,
    moreIsQueued: ({ context }) => BigInt(context.queued) > 0n,

    withinHeld: ({ context, event }) => within(sumIn(event) ?? '0', context.held),
    takesAll: ({ context, event }) => sumIn(event) === context.held,
    withinRefundable: ({ context, event }) => within(sumIn(event) ?? refundable(context), refundable(context)),
    refundsAll: ({ context, event }) => sumIn(event) === less(context.captured, context.refunded),
  },
  delays: {
    payReminder: ({ context, event }) => next(context.reminders, event.at),
    askAgain: ({ context, event }) => next(context.asks, event.at),
    payBy: ({ context }) => due(context.payBy),
    refundUntil: ({ context }) => due(context.refundUntil),
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    open: on('opened', ({ context, event: { at, input } }) => {
      const { paymentAskFirstSeconds: first, paymentAskLongestSeconds: longest } = input.terms;
      return { ...input, asks: asksOf(at, context.payBy, first, longest) };
    }),
    endAs: change((_, { ending }: { ending: 'expired' | 'cancelled' }) => ({ ending })),
    unwant: change(() => ({ unwanted: true, ending: 'cancelled' })),
    keepHeld: change(({ event }) => ({ held: sumIn(event) ?? '0' })),
    letGo: change(() => ({ held: '0' })),
    askFor: change(({ context, event }) => ({ asked: sumIn(event) ?? refundable(context) })),
    queue: change(({ context, event }) => ({ queued: sum(context.queued, sumIn(event) ?? refundable(context)) })),
    takeQueued: change(({ context }) => ({ asked: context.queued, queued: '0' })),
    keepCaptured: change(({ context, event }) => ({
      held: '0',
      asked: '0',
      captured: sumIn(event) ?? '0',
      refundUntil: new Date(Date.parse(event.at) + (context.terms?.paymentRefundDays ?? 0) * DAY).toISOString(),
    })),
    /** Taken and kept: nothing of it is due yet. */
    keepPrepaid: change(({ event }) => ({ held: sumIn(event) ?? '0' })),
    /** What is due is kept no more; what is left goes back. */
    keepDue: change(({ context, event }) => {
      const left = less(context.held, sumIn(event) ?? '0');
      return { held: left, asked: left };
    }),
    keepRefunded: change(({ context, event }) => ({
      asked: '0',
      held: less(context.held, keptBack({ context, event })),
      refunded: sum(context.refunded, sumIn(event) ?? '0'),
    })),
    ...ordered(
      ...(['notify', 'sendToLife', 'book'] as const),
      ...(['createPayment', 'askPayment', 'closePayment', 'releasePayment', 'capturePayment', 'refundPayment'] as const),
    ),
  },
});

/** If `opened` never arrived, the id is taken from `failed`. */
const idOf = ({ context, event: { input } }: Scope): string | undefined => context.id ?? ('id' in input ? input.id : undefined);

const tell = (template: PaymentTemplate) => notify('customer', template);
const report = (type: Reported, input: (scope: Scope) => object = () => ({})) =>
  effect('sendToLife', (scope) => ({ to: scope.context.parent, type, input: { child: idOf(scope), ...input(scope) } }));
const end = (ending: 'expired' | 'cancelled') => ({ type: 'endAs' as const, params: { ending } });

const create = effect('createPayment', ({ context: { amount, mode } }) => ({ amount, mode: mode === 'hold' ? 'hold' : 'charge' }));
const atProvider = <Kind extends 'askPayment' | 'closePayment' | 'releasePayment'>(kind: Kind) =>
  effect<Kind>(kind, ({ context: { reference = '' } }) => ({ reference }));
const sumAtProvider = <Kind extends 'capturePayment' | 'refundPayment'>(kind: Kind) =>
  effect<Kind>(kind, ({ context: { reference = '', asked } }) => ({ reference, amount: asked }));
/** Closes what was not paid: a provider that has the money refuses. */
const closeIt = atProvider('closePayment');
const releaseIt = atProvider('releasePayment');
const captureIt = sumAtProvider('capturePayment');
const refundIt = sumAtProvider('refundPayment');

/** Moves sums between accounts along a way; nothing is booked where there is nothing to move. */
const book = (code: string, ...moves: ((scope: Scope) => { way: string[]; amount: string })[]) =>
  bookPostings((scope) =>
    moves.flatMap((move) => {
      const { way, amount } = move(scope);
      const legs = way.slice(1).map((credit, index) => ({ debit: way[index] as string, credit, amount, code }));
      return BigInt(amount) > 0n ? legs : [];
    }),
  );
const provider = ({ context }: Scope): string => `provider/${context.provider}`;
const kept = ({ context }: Scope): string => `held/${context.parent}`;
const owed = ({ context }: Scope): string => `owed/${context.contractor}`;

const bookHeld = book('payment-held', (scope) => ({ way: [provider(scope), kept(scope)], amount: sumIn(scope.event) ?? '0' }));
const bookReleased = book('payment-released', (scope) => ({ way: [kept(scope), provider(scope)], amount: scope.context.held }));
const bookCharged = book('payment-captured', (scope) => ({
  way: [provider(scope), kept(scope), owed(scope)],
  amount: sumIn(scope.event) ?? '0',
}));
/** The part of the hold that was not captured: computed before `keepCaptured` clears the hold. */
const rest = ({ context, event }: Scope): string => less(context.held, sumIn(event) ?? '0');
const bookCaptured = book(
  'payment-captured',
  (scope) => ({ way: [kept(scope), owed(scope)], amount: sumIn(scope.event) ?? '0' }),
  (scope) => ({ way: [kept(scope), provider(scope)], amount: rest(scope) }),
);
const bookDue = book('payment-captured', (scope) => ({ way: [kept(scope), owed(scope)], amount: sumIn(scope.event) ?? '0' }));
const bookRefunded = book(
  'payment-refunded',
  (scope) => ({ way: [kept(scope), provider(scope)], amount: keptBack(scope) }),
  (scope) => ({ way: [owed(scope), kept(scope), provider(scope)], amount: less(sumIn(scope.event) ?? '0', keptBack(scope)) }),
);

const amountOf = ({ event }: Scope): object => ({ amount: sumIn(event) });

/** The consequences of money received: context, postings and notices. */
const isHeld = ['keepHeld' as const, bookHeld];
const tellHeld = [report('paymentHeld', amountOf), tell('payment-held')];
const isCharged = ['keepCaptured' as const, bookCharged];
const tellCharged = [report('paymentCaptured', (scope) => ({ ...amountOf(scope), released: '0' })), tell('payment-captured')];
const isPrepaid = ['keepCaptured' as const, 'keepPrepaid' as const, bookHeld];
const tellPrepaid = [report('paymentHeld', amountOf), tell('payment-prepaid')];
const askAll = ['askFor' as const, refundIt];

const lapse = () =>
  answer({ target: '#payment.lapsed', actions: [bookReleased, 'letGo' as const, report('paymentFailed'), tell('payment-lapsed')] });
const expire = [report('paymentExpired'), tell('payment-expired')];
const withdraw = [report('paymentCancelled'), tell('payment-cancelled')];

/** A state in which the provider was asked for something. If it finally refuses, the operator's staff are notified and may try again. */
const doing = <const Effect extends object>(effect: Effect) => ({
  initial: 'asked' as const,
  states: {
    asked: {
      meta: openEnded('platform'),
      on: {
        failed: answer({
          target: 'refused',
          actions: [notify('operator', 'payment-refused')],
        }),
      },
    },
    refused: {
      meta: openEnded('platform'),
      on: { tryAgain: command('operator', 'platform', { duty: 'tryAgain', target: 'asked', actions: [effect] }) },
    },
  },
});

/** Closed unpaid, as the provider says. */
const unpaid = () => [
  answer({ guard: 'isExpiring', target: '#payment.expired', actions: expire }),
  answer({ target: '#payment.cancelled', actions: withdraw }),
];

export const paymentChart = payment.createMachine({
  id: 'payment',
  context: unbegun<PaymentContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'created', actions: ['bind', create] }) } },
    created: {
      meta: openEnded('platform'),
      on: {
        opened: [
          answer({ guard: 'isUnwanted', target: 'closing', actions: ['open', closeIt] }),
          answer({ target: 'waiting', actions: ['open', tell('payment-awaited')] }),
        ],
        failed: [
          answer({ guard: 'isUnwanted', target: 'cancelled', actions: withdraw }),
          answer({ target: 'failed', actions: [report('paymentFailed'), tell('payment-failed')] }),
        ],
        cancel: command('customer', '5.2', { guard: 'isWanted', actions: ['unwant'] }),
        release: answer({ actions: ['unwant'] }),
      },
    },
    waiting: {
      on: {
        held: answer({ target: 'held', actions: [...isHeld, ...tellHeld] }),
        captured: [
          answer({ guard: 'isPrepayment', target: 'prepaid', actions: [...isPrepaid, ...tellPrepaid] }),
          answer({ target: 'captured', actions: [...isCharged, ...tellCharged] }),
        ],
        declined: answer({ target: 'declined', actions: [tell('payment-declined')] }),
        closed: answer({ target: 'declined', actions: [tell('payment-declined')] }),
        cancel: command('customer', '5.2', { target: 'closing', actions: [end('cancelled'), closeIt] }),
        release: answer({ target: 'closing', actions: ['unwant', closeIt] }),
      },
      after: {
        payReminder: reminder('5.2', { actions: [tell('payment-reminder')] }),
        askAgain: reminder('platform', { actions: [atProvider('askPayment')] }),
        payBy: timeout('5.2', { target: 'closing', actions: [end('expired'), closeIt] }),
      },
    },
    declined: {
      on: {
        retry: command('customer', '5.2', { target: 'created', actions: [create] }),
        cancel: command('customer', '5.2', { target: 'cancelled', actions: withdraw }),
        release: answer({ target: 'cancelled', actions: withdraw }),
      },
      after: {
        payReminder: reminder('5.2', { actions: [tell('payment-reminder')] }),
        payBy: timeout('5.2', { target: 'expired', actions: expire }),
      },
    },
    closing: {
      ...doing(closeIt),
      on: {
        held: [
          answer({ guard: 'isUnwanted', target: 'releasing', actions: [...isHeld, releaseIt] }),
          answer({ target: 'held', actions: [...isHeld, ...tellHeld] }),
        ],
        captured: [
          answer({ guard: 'isUnwantedPrepayment', target: 'refunding', actions: [...isPrepaid, ...askAll] }),
          answer({ guard: 'isPrepayment', target: 'prepaid', actions: [...isPrepaid, ...tellPrepaid] }),
          answer({ guard: 'isUnwanted', target: 'refunding', actions: [...isCharged, ...askAll] }),
          answer({ target: 'captured', actions: [...isCharged, ...tellCharged] }),
        ],
        closed: unpaid(),
        declined: unpaid(),
        release: answer({ actions: ['unwant'] }),
      },
    },
    held: {
      meta: openEnded('5.2'),
      on: {
        capture: answer({ check: 'withinHeld', target: 'capturing', actions: ['askFor', captureIt] }),
        release: answer({ target: 'releasing', actions: [releaseIt] }),
        closed: lapse(),
      },
    },
    // Taken by the provider already: what is due of it is only booked, and what is not goes back.
    prepaid: {
      meta: openEnded('5.2'),
      on: {
        capture: [
          answer({
            check: ['withinHeld', 'takesAll'],
            target: 'captured',
            actions: [bookDue, 'keepDue', report('paymentCaptured', amountOf)],
          }),
          answer({
            check: 'withinHeld',
            target: 'refunding',
            actions: [bookDue, report('paymentCaptured', (scope) => ({ ...amountOf(scope), returning: rest(scope) })), 'keepDue', refundIt],
          }),
        ],
        release: answer({ target: 'refunding', actions: askAll }),
      },
    },
    capturing: {
      ...doing(captureIt),
      on: {
        captured: answer({
          target: 'captured',
          actions: [
            bookCaptured,
            report('paymentCaptured', (scope) => ({ ...amountOf(scope), released: rest(scope) })),
            'keepCaptured',
            tell('payment-captured'),
          ],
        }),
        closed: lapse(),
      },
    },
    releasing: {
      ...doing(releaseIt),
      on: {
        closed: answer({
          target: 'released',
          actions: [
            bookReleased,
            report('paymentRefunded', ({ context }) => ({ amount: context.held })),
            'letGo',
            tell('payment-released'),
          ],
        }),
      },
    },
    captured: {
      on: {
        refund: answer({ check: 'withinRefundable', target: 'refunding', actions: askAll }),
        release: answer({ target: 'refunding', actions: askAll }),
      },
      after: { refundUntil: timeout('platform', { target: 'settled' }) },
    },
    refunding: {
      ...doing(refundIt),
      on: {
        refund: answer({ check: 'withinRefundable', actions: ['queue'] }),
        refunded: [
          answer({
            guard: 'moreIsQueued',
            target: '#payment.refunding.asked',
            actions: [bookRefunded, 'keepRefunded', report('paymentRefunded', amountOf), 'takeQueued', refundIt],
          }),
          answer({
            check: 'refundsAll',
            target: 'refunded',
            actions: [bookRefunded, 'keepRefunded', report('paymentRefunded', amountOf), tell('payment-refunded')],
          }),
          answer({
            target: 'captured',
            actions: [bookRefunded, 'keepRefunded', report('paymentRefunded', amountOf), tell('payment-refunded')],
          }),
        ],
      },
    },
    settled: { type: 'final' },
    released: { type: 'final' },
    refunded: { type: 'final' },
    lapsed: { type: 'final' },
    failed: { type: 'final' },
    expired: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
