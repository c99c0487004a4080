/**
 * The law of a payment: money of the customer for a task, by the provider. The provider's word alone moves money in the books: from every state
 * where it was asked to do something, only its answer leads on.
 */
import { assign, setup } from 'xstate';
import { answer, command, due, next, reminder, speaksFor, timeout } from '../law.ts';
import { asksOf } from './asks.ts';
import type { PaymentContext, PaymentEvent } from './types.ts';

const DAY = 86_400_000;

interface Scope {
  context: PaymentContext;
  event: PaymentEvent;
}

/** The context before anything is asked for. xstate also runs the initial state without input. */
const blank = (): PaymentContext => ({ held: '0', captured: '0', refunded: '0', asked: '0', queued: '0' }) as unknown as PaymentContext;

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
const within = (amount: string, most: string): boolean => BigInt(amount) > 0n && BigInt(amount) <= BigInt(most);

type Reported = 'paymentHeld' | 'paymentCaptured' | 'paymentFailed' | 'paymentExpired' | 'paymentCancelled' | 'paymentRefunded';
interface Posting {
  debit: string;
  credit: string;
  amount: string;
  code: string;
}

const payment = setup({
  types: { context: {} as PaymentContext, events: {} as PaymentEvent, input: {} as Partial<PaymentContext> },
  guards: {
    by: speaksFor,
    isWanted: ({ context }) => context.unwanted !== true,
    isUnwanted: ({ context }) => context.unwanted === true,
    isExpiring: ({ context }) => context.ending === 'expired',
    isPrepayment: ({ context }) => context.mode === 'prepay',
    isUnwantedPrepayment: ({ context }) => context.mode === 'prepay' && context.unwanted === true,
    moreIsQueued: ({ context }) => BigInt(context.queued ?? 0) > 0n,

    withinHeld: ({ context, event }) => within(sumIn(event) ?? '0', context.held),
    takesAll: ({ context, event }) => sumIn(event) === context.held,
    withinRefundable: ({ context, event }) => within(sumIn(event) ?? refundable(context), refundable(context)),
    refundsAll: ({ context, event }) => sum(context.refunded, sumIn(event) ?? '0') === context.captured,
  },
  delays: {
    payReminder: ({ context, event }) => next(context.reminders, event.at),
    ask: ({ context, event }) => next(context.asks, event.at),
    payBy: ({ context }) => due(context.payBy),
    refundUntil: ({ context }) => due(context.refundUntil),
  },
  // What an assign answers is laid over the context: a key goes by being undefined, not by being left out.
  actions: {
    bind: assign(({ context, event }) => (event.type === 'ask' ? { ...context, ...event.input } : context)),
    open: assign(({ context, event }) => {
      if (event.type !== 'opened') return context;
      const { paymentAskFirstSeconds: first, paymentAskLongestSeconds: longest } = event.input.terms;
      return { ...context, ...event.input, asks: asksOf(event.at, context.payBy, first, longest) };
    }),
    endAs: assign((_, { ending }: { ending: 'expired' | 'cancelled' }) => ({ ending })),
    unwant: assign({ unwanted: true, ending: 'cancelled' }),
    keepHeld: assign(({ context, event }) => ({ ...context, held: sumIn(event) ?? '0' })),
    letGo: assign({ held: '0' }),
    askFor: assign(({ context, event }) => ({ ...context, asked: sumIn(event) ?? refundable(context) })),
    queue: assign(({ context, event }) => ({ ...context, queued: sum(context.queued, sumIn(event) ?? refundable(context)) })),
    takeQueued: assign(({ context }) => ({ ...context, asked: context.queued, queued: '0' })),
    keepCaptured: assign(({ context, event }) => ({
      ...context,
      held: '0',
      asked: '0',
      captured: sumIn(event) ?? '0',
      refundUntil: new Date(Date.parse(event.at) + (context.terms?.paymentRefundDays ?? 0) * DAY).toISOString(),
    })),
    /** Taken and kept: nothing of it is due yet. */
    keepPrepaid: assign(({ context, event }) => ({ ...context, held: sumIn(event) ?? '0' })),
    /** What is due is kept no more; what is left goes back. */
    keepDue: assign(({ context, event }) => {
      const left = less(context.held, sumIn(event) ?? '0');
      return { ...context, held: left, asked: left };
    }),
    keepRefunded: assign(({ context, event }) => ({
      ...context,
      asked: '0',
      held: less(context.held, keptBack({ context, event })),
      refunded: sum(context.refunded, sumIn(event) ?? '0'),
    })),
    /** Effects, notices and postings: the commit reads their names and parameters, the chart does nothing. */
    notify: (_, _params: { to: 'customer' | 'operator'; template: string }) => {},
    sendToLife: (_, _params: { to: string; type: Reported; input: object }) => {},
    book: (_, _params: { postings: Posting[] }) => {},
    createPayment: (_, _params: { amount: string; mode: 'hold' | 'charge' }) => {},
    askPayment: (_, _params: { reference?: string | undefined }) => {},
    closePayment: (_, _params: { reference?: string | undefined }) => {},
    releasePayment: (_, _params: { reference?: string | undefined }) => {},
    capturePayment: (_, _params: { reference?: string | undefined; amount: string }) => {},
    refundPayment: (_, _params: { reference?: string | undefined; amount: string }) => {},
  },
});

/** A payment that was never opened has its id from the failure. */
const idOf = ({ context, event: { input } }: Scope): string | undefined => context.id ?? ('id' in input ? input.id : undefined);

const tell = (template: string) => ({ type: 'notify' as const, params: { to: 'customer' as const, template } });
const report = (type: Reported, input: (scope: Scope) => object = () => ({})) => ({
  type: 'sendToLife' as const,
  params: (scope: Scope) => ({ to: scope.context.parent, type, input: { child: idOf(scope), ...input(scope) } }),
});
const end = (ending: 'expired' | 'cancelled') => ({ type: 'endAs' as const, params: { ending } });

const create = {
  type: 'createPayment' as const,
  params: ({ context: { amount, mode } }: Scope) => ({ amount, mode: mode === 'hold' ? ('hold' as const) : ('charge' as const) }),
};
const atProvider = <Kind extends 'askPayment' | 'closePayment' | 'releasePayment'>(type: Kind) => ({
  type,
  params: ({ context: { reference } }: Scope) => ({ reference }),
});
const sumAtProvider = <Kind extends 'capturePayment' | 'refundPayment'>(type: Kind) => ({
  type,
  params: ({ context: { reference, asked } }: Scope) => ({ reference, amount: asked }),
});
/** Closes what was not paid: a provider that has the money refuses. */
const closeIt = atProvider('closePayment');
const releaseIt = atProvider('releasePayment');
const captureIt = sumAtProvider('capturePayment');
const refundIt = sumAtProvider('refundPayment');

/** Moves sums between accounts along a way; nothing is booked where there is nothing to move. */
const book = (code: string, ...moves: ((scope: Scope) => { way: string[]; amount: string })[]) => ({
  type: 'book' as const,
  params: (scope: Scope) => ({
    postings: moves.flatMap((move) => {
      const { way, amount } = move(scope);
      const legs = way.slice(1).map((credit, index) => ({ debit: way[index] as string, credit, amount, code }));
      return BigInt(amount) > 0n ? legs : [];
    }),
  }),
});
const provider = ({ context }: Scope): string => `provider/${context.provider}`;
const kept = ({ context }: Scope): string => `held/${context.parent}`;
const owed = ({ context }: Scope): string => `owed/${context.contractor}`;

const bookHeld = book('payment-held', (scope) => ({ way: [provider(scope), kept(scope)], amount: sumIn(scope.event) ?? '0' }));
const bookReleased = book('payment-released', (scope) => ({ way: [kept(scope), provider(scope)], amount: scope.context.held }));
const bookCharged = book('payment-captured', (scope) => ({
  way: [provider(scope), kept(scope), owed(scope)],
  amount: sumIn(scope.event) ?? '0',
}));
/** What was held beyond what was captured: reckoned before `keepCaptured` forgets it. */
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

/** What follows where money has come: kept in the context, booked, told. */
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

/** While the provider is asked to do something; where it refuses for good, the operator's staff are told and have it tried again. */
const doing = <const Effect extends object>(effect: Effect) => ({
  initial: 'asked' as const,
  states: {
    asked: {
      on: {
        failed: answer({
          target: 'refused',
          actions: [{ type: 'notify' as const, params: { to: 'operator' as const, template: 'payment-refused' } }],
        }),
      },
    },
    refused: { on: { tryAgain: command('operator', 'platform', { duty: 'tryAgain', target: 'asked', actions: [effect] }) } },
  },
});

/** Closed unpaid, as the provider says. */
const unpaid = () => [
  answer({ guard: 'isExpiring', target: '#payment.expired', actions: expire }),
  answer({ target: '#payment.cancelled', actions: withdraw }),
];

export const paymentChart = payment.createMachine({
  id: 'payment',
  context: ({ input }) => ({ ...blank(), ...input }),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'created', actions: ['bind', create] }) } },
    created: {
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
        ask: reminder('platform', { actions: [atProvider('askPayment')] }),
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
      on: {
        capture: answer({ check: 'withinHeld', target: 'capturing', actions: ['askFor', captureIt] }),
        release: answer({ target: 'releasing', actions: [releaseIt] }),
        closed: lapse(),
      },
    },
    // Taken by the provider already: what is due of it is only booked, and what is not goes back.
    prepaid: {
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
