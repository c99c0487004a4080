/**
 * The law of a payment: money of the customer for a task, or of whoever owes a debt, an invoice or an extra, through the provider. Only an answer of the provider moves money in the books. A state that
 * waits for the provider is left only by its answer.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { atLeastZero, isSumBetween, least, less, sum, tiynOf } from '../../rules/money.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Booking, LifeMessage } from '../effects.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import { asksOf } from './asks.ts';
import type { PaymentTemplate } from './messages.ts';
import { afterTakenBack, leftAfter, openLoss, openLossOfPayout, refundedTwice, takenBackBy, takenInAll } from './taken-back.ts';
import type { PaymentContext, PaymentEvent } from './types.ts';
import { paysOperator } from './types.ts';

interface Scope {
  context: PaymentContext;
  event: PaymentEvent;
}

const blank = { held: '0', captured: '0', refunded: '0', asked: '0' } satisfies Partial<PaymentContext>;

/** For a task's payment: its parties. For a debt's payment: the payer and the payee, who get all other notices from the debt. */
export type Reader = 'customer' | 'contractor' | 'payer' | 'payee' | 'operator';

const { begin, change, on, when } = contextOf<PaymentContext, PaymentEvent, typeof blank>();
const { book: bookPostings, effect, notify, ordered } = ordersOf<Scope, Reader, PaymentTemplate>();

const sumIn = ({ input }: PaymentEvent): string | undefined => ('amount' in input ? input.amount : undefined);

/** The sum captured, minus the sums returned or about to be returned. */
const refundable = ({ captured, refunded, takenBack = '0', asked }: PaymentContext): string =>
  less(less(captured, sum(refunded, takenBack)), asked);
/** What goes back of what is still kept: the rest of it was due already. */
const keptBack = (scope: Scope): string =>
  String(least(BigInt(sumIn(scope.event) ?? '0') - BigInt(refundedTwice(scope)), BigInt(scope.context.held)));
const within = (amount: unknown, most: string): boolean => isSumBetween(amount, 1n, BigInt(most));

/** A bank may take money back long after it came, so the provider is asked as long. */
function watching({ terms }: PaymentContext, at: string): Pick<PaymentContext, 'asks' | 'watchUntil'> {
  if (terms === undefined) throw new Error('money comes only to a payment that was opened');
  const watchUntil = hoursAfter(at, terms.paymentWatchDays * 24);
  return { watchUntil, asks: asksOf(at, watchUntil, terms.paymentWatchAskFirstSeconds, terms.paymentWatchAskLongestSeconds) };
}

/** The events of a payment that are sent to its task. */
type Reported = Extract<LifeMessage, `payment${string}`>;

/** A sum that was not paid out first reduces the pending sum, and then the booked loss. */
function unpaidOf({ context: { pending = '0' }, event }: Scope): { ofPending: string; ofLoss: string } {
  const amount = sumIn(event) ?? '0';
  const ofPending = String(least(BigInt(amount), BigInt(pending)));
  return { ofPending, ofLoss: less(amount, ofPending) };
}

const payment = setup({
  types: {
    context: {} as PaymentContext,
    events: {} as PaymentEvent,
    input: {} as Partial<PaymentContext>,
    /** Money may come: a provider that asks before it charges the payer is told to go on. */
    tags: {} as 'payable',
  },
  guards: {
    by: speaksFor,
    isWanted: ({ context }) => context.unwanted !== true,
    isUnwanted: ({ context }) => context.unwanted === true,
    isOfOperator: ({ context }) => paysOperator(context),
    isExpiring: ({ context }) => context.ending === 'expired',
    /** The payer is not told the same twice. */
    isOtherReason: when('tryDeclined', ({ context, event }) => context.decline?.reason !== event.input.reason),
    isPrepayment: ({ context }) => context.mode === 'prepay',
    isUnwantedPrepayment: ({ context }) => context.mode === 'prepay' && context.unwanted === true,

    withinHeld: ({ context, event }) => within(sumIn(event) ?? '0', context.held),
    takesAll: ({ context, event }) => sumIn(event) === context.held,
    somethingIsRefundable: ({ context }) => BigInt(refundable(context)) > 0n,
    refundsAll: ({ context, event }) =>
      (tiynOf(sumIn(event)) ?? 0n) >= BigInt(context.captured) - BigInt(context.takenBack ?? '0') - BigInt(context.refunded),
    moreIsAsked: ({ context, event }) => BigInt(context.asked) > (tiynOf(sumIn(event)) ?? 0n),
    isRefundedTwice: (scope) => BigInt(refundedTwice(scope)) > 0n,

    isNews: when(['takenBack', 'closed'], (scope) => takenInAll(scope) > BigInt(scope.context.takenBack ?? '0')),
    nothingIsLeft: when(['takenBack', 'closed'], (scope) => leftAfter(scope) <= 0n),
    someIsTwice: when('takenBack', (scope) => BigInt(takenBackBy(scope).excess) > 0n),
    isPaidOut: ({ context }) => context.paidOut !== undefined,
    isOfAReturnedPayout: when(
      ['takenBack', 'closed'],
      (scope) => scope.context.cameBack !== undefined && BigInt(takenBackBy(scope).owed) > 0n,
    ),
    someIsTakenBack: ({ context }) => BigInt(context.takenBack ?? '0') > 0n,
    somethingIsPending: ({ context }) => BigInt(context.pending ?? '0') > 0n,
    lossOfPayoutIsOpen: ({ context }) => openLossOfPayout(context) > 0n,
    lossIsOpen: ({ context }) => openLoss(context) > 0n,
    isSettled: ({ context }) => openLoss(context) === 0n && BigInt(context.pending ?? '0') === 0n,
    recoveredIsWithinLoss: when('closeLoss', ({ context, event: { input } }) =>
      isSumBetween(input.recovered ?? '0', 0n, openLoss(context)),
    ),
  },
  delays: {
    payReminder: ({ context, event }) => next(context.reminders, event.at),
    askAgain: ({ context, event }) => next(context.asks, event.at),
    payBy: ({ context }) => due(context.payBy),
    watchUntil: ({ context }) => due(context.watchUntil),
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    open: on('opened', ({ context, event: { at, input } }) => {
      const { paymentAskFirstSeconds: first, paymentAskLongestSeconds: longest } = input.terms;
      return { ...input, openedAt: at, decline: undefined, asks: asksOf(at, context.payBy, first, longest) };
    }),
    /** What the task or the provider said before it knew better. */
    leaveAsIs: change(() => ({})),
    endAs: change((_, { ending }: { ending: 'expired' | 'cancelled' }) => ({ ending })),
    unwant: change(() => ({ unwanted: true, ending: 'cancelled' })),
    keepDecline: on('tryDeclined', ({ event: { at, input } }) => ({ decline: { reason: input.reason, at } })),
    keepHeld: change(({ context, event }) => ({ held: sumIn(event) ?? '0', decline: undefined, ...watching(context, event.at) })),
    letGo: change(() => ({ held: '0' })),
    askFor: change(({ context, event }) => ({ asked: sumIn(event) ?? refundable(context) })),
    keepCaptured: change(({ context, event }) => ({
      held: '0',
      asked: '0',
      decline: undefined,
      captured: sumIn(event) ?? '0',
      ...watching(context, event.at),
    })),
    /** Taken and kept: nothing of it is due yet. */
    keepPrepaid: change(({ event }) => ({ held: sumIn(event) ?? '0' })),
    /** What is due is kept no more; what is left goes back. */
    keepDue: change(({ context, event }) => {
      const left = less(context.held, sumIn(event) ?? '0');
      return { held: left, asked: left };
    }),
    keepRefunded: change((scope) => {
      const { asked, held, refunded, lost = '0', twice = '0' } = scope.context;
      const amount = sumIn(scope.event) ?? '0';
      return {
        asked: String(atLeastZero(BigInt(asked) - BigInt(amount))),
        held: less(held, keptBack(scope)),
        refunded: sum(refunded, amount),
        lost: sum(lost, refundedTwice(scope)),
        twice: sum(twice, refundedTwice(scope)),
      };
    }),
    keepTakenBack: change(afterTakenBack),
    keepPaidOut: on('paidOut', ({ context: { lost = '0', pending = '0' }, event: { input } }) => ({
      paidOut: input.amount,
      cameBack: undefined,
      pending: '0',
      lost: sum(lost, pending),
    })),
    forgetPayout: on('payoutReturned', ({ context: { paidOut, cameBack }, event: { input } }) => ({
      paidOut: undefined,
      cameBack: paidOut === undefined ? cameBack : input.child,
    })),
    /** A bank gave it back after all: what was taken is not lost. */
    keepUnpaid: on('notPaidOut', (scope) => {
      const { lost = '0', closed = '0', pending = '0' } = scope.context;
      const { ofPending, ofLoss } = unpaidOf(scope);
      const { paidOut, cameBack } = scope.context;
      const rest = less(lost, ofLoss);
      return {
        paidOut: undefined,
        // This event may come before `payoutReturned`, which then does not know that the sum was paid out.
        cameBack: paidOut === undefined ? cameBack : scope.event.input.child,
        pending: less(pending, ofPending),
        lost: rest,
        ...(BigInt(closed) > BigInt(rest) && { closed: rest }),
      };
    }),
    /** A refund that was made though the bank had taken the money: given back twice. */
    keepTwice: on('refunded', ({ context: { refunded, lost = '0', twice = '0' }, event: { input } }) => ({
      refunded: sum(refunded, input.amount),
      lost: sum(lost, input.amount),
      twice: sum(twice, input.amount),
    })),
    closeIt: on('closeLoss', ({ context: { lost = '0', recovered = '0' }, event: { input } }) => ({
      closed: lost,
      recovered: sum(recovered, input.recovered ?? '0'),
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

/** Moves sums between accounts along a way. A zero sum is not booked. */
const book = (code: string, ...moves: ((scope: Scope) => { way: string[]; amount: string; phase?: Booking['phase'] })[]) =>
  bookPostings((scope) =>
    moves.flatMap((move) => {
      const { amount, phase, ...given } = move(scope);
      // What is due to the operator stays where it is kept.
      const way = given.way.filter((account, index) => account !== given.way[index - 1]);
      const reason = (paysOperator(scope.context) && REASONS_OF_OPERATOR[code]) || code;
      const legs = way
        .slice(1)
        .map((credit, index) => ({ debit: way[index] as string, credit, amount, code: reason, ...(phase && { phase }) }));
      return BigInt(amount) > 0n ? legs : [];
    }),
  );
/** It pays for no accepted work, and no payout follows it. */
const REASONS_OF_OPERATOR: Record<string, string> = {
  'payment-captured': 'payment-received',
  'payment-not-paid-out': 'payment-taken-back',
};
const provider = ({ context }: Scope): string => `provider/${context.provider}`;
const kept = ({ context }: Scope): string => `held/${context.parent}`;
/** Where what is due waits for whom it is due to. What the operator is due, the parent takes from what is kept. */
const owed = (scope: Scope): string => (paysOperator(scope.context) ? kept(scope) : `owed/${scope.context.contractor}`);

/** A hold at the provider is still the payer's money: it is pending until it is captured. */
const bookHeld = book('payment-held', (scope) => ({
  way: [provider(scope), kept(scope)],
  amount: sumIn(scope.event) ?? '0',
  phase: 'pending',
}));
const bookReleased = book('payment-released', (scope) => ({
  way: [provider(scope), kept(scope)],
  amount: scope.context.held,
  phase: 'void',
}));
const bookPrepaid = book('payment-prepaid', (scope) => ({ way: [provider(scope), kept(scope)], amount: sumIn(scope.event) ?? '0' }));
const bookCharged = book('payment-captured', (scope) => ({
  way: [provider(scope), kept(scope), owed(scope)],
  amount: sumIn(scope.event) ?? '0',
}));
/** The part of the hold that was not captured: computed before `keepCaptured` clears the hold. */
const rest = ({ context, event }: Scope): string => less(context.held, sumIn(event) ?? '0');
const bookCaptured = book(
  'payment-captured',
  (scope) => ({ way: [provider(scope), kept(scope)], amount: sumIn(scope.event) ?? '0', phase: 'post' }),
  (scope) => ({ way: [kept(scope), owed(scope)], amount: sumIn(scope.event) ?? '0' }),
);
const bookDue = book('payment-captured', (scope) => ({ way: [kept(scope), owed(scope)], amount: sumIn(scope.event) ?? '0' }));
const LOSS = 'loss/payments';
const bookRefunded = book(
  'payment-refunded',
  (scope) => ({ way: [kept(scope), provider(scope)], amount: keptBack(scope) }),
  (scope) => ({
    way: [owed(scope), kept(scope), provider(scope)],
    amount: less(sumIn(scope.event) ?? '0', sum(keptBack(scope), refundedTwice(scope))),
  }),
  (scope) => ({ way: [LOSS, provider(scope)], amount: refundedTwice(scope) }),
);

/** Taken back by the payer's bank, and not known to be paid out. */
const atBank = ({ context }: Scope): string => `taken-back/${context.parent}`;
const bookTakenBack = book(
  'payment-taken-back',
  (scope) => {
    const { kept: keptPart, returningKept } = takenBackBy(scope);
    return { way: [kept(scope), provider(scope)], amount: sum(keptPart, returningKept) };
  },
  (scope) => {
    const { returning, returningKept } = takenBackBy(scope);
    return { way: [owed(scope), provider(scope)], amount: less(returning, returningKept) };
  },
  (scope) => ({ way: [scope.context.paidOut === undefined ? atBank(scope) : LOSS, provider(scope)], amount: takenBackBy(scope).owed }),
  (scope) => ({ way: [LOSS, provider(scope)], amount: takenBackBy(scope).excess }),
);
const bookLoss = book('payment-lost', (scope) => ({ way: [LOSS, atBank(scope)], amount: scope.context.pending ?? '0' }));
const bookUnpaid = book(
  'payment-not-paid-out',
  (scope) => ({ way: [owed(scope), atBank(scope)], amount: unpaidOf(scope).ofPending }),
  (scope) => ({ way: [owed(scope), LOSS], amount: unpaidOf(scope).ofLoss }),
);
const bookTwice = book('payment-refunded-twice', (scope) => ({ way: [LOSS, provider(scope)], amount: sumIn(scope.event) ?? '0' }));
const bookRecovery = book('loss-recovered', ({ event }) => ({
  way: ['bank/operator', LOSS],
  amount: event.type === 'closeLoss' ? (event.input.recovered ?? '0') : '0',
}));

const amountOf = ({ event }: Scope): object => ({ amount: sumIn(event) });
/** The day on which the payer paid: what the provider says may reach us days later. It is no day before the page was there, and none to come. */
function paidOn({ context: { openedAt = '' }, event: { at, input } }: Scope): string {
  const said = 'paidAt' in input && input.paidAt !== undefined && input.paidAt < at ? input.paidAt : at;
  return civilDate(said < openedAt ? openedAt : said);
}

/** The consequences of money received: context, postings and notices. */
const isHeld = ['keepHeld' as const, bookHeld];
const tellHeld = [report('paymentHeld', amountOf), tell('payment-held')];
const isCharged = ['keepCaptured' as const, bookCharged];
const tellCharged = [
  report('paymentCaptured', (scope) => ({ ...amountOf(scope), released: '0', paidOn: paidOn(scope) })),
  tell('payment-captured'),
];
const isPrepaid = ['keepCaptured' as const, 'keepPrepaid' as const, bookPrepaid];
const tellPrepaid = [report('paymentHeld', amountOf), tell('payment-prepaid')];
const askAll = ['askFor' as const, refundIt];

const lapse = () =>
  answer({
    target: '#payment.lapsed',
    actions: [bookReleased, 'letGo' as const, report('paymentFailed'), tell('payment-lapsed'), notify('operator', 'taken-back')],
  });
const expire = [report('paymentExpired'), tell('payment-expired')];
const withdraw = [report('paymentCancelled'), tell('payment-cancelled')];

/** A state in which the provider was asked for something. If it finally refuses, the operator's staff are notified and may try again. */
const doing = <const Effect extends object>(effect: Effect, again: string) => ({
  initial: 'asked' as const,
  states: {
    asked: {
      meta: openEnded('platform', 'platform'),
      on: {
        failed: answer({
          target: 'refused',
          actions: [notify('operator', 'payment-refused')],
        }),
      },
    },
    refused: {
      meta: openEnded('platform', 'staff'),
      on: { tryAgain: command('operator', 'platform', { duty: 'tryAgain', brings: again, target: 'asked', actions: [effect] }) },
    },
  },
});

const tellBoth = (template: PaymentTemplate) => [notify('customer', template), notify('contractor', template)];
const tellOfDebt = [notify('payer', 'debt-payment-lost'), notify('payee', 'debt-payment-lost')];
const lossIsBooked = notify('operator', 'loss-booked');
const tellLateLoss = [...tellBoth('payment-lost-late'), ...tellOfDebt, lossIsBooked];
const tellLoss = [...tellBoth('payment-lost'), ...tellOfDebt];
/** The contractor has no part in what the customer got twice. */
const tellTwice = [notify('customer', 'paid-back-twice'), notify('payer', 'debt-paid-back-twice'), lossIsBooked];

const dueTaken = (scope: Scope): string => sum(scope.context.dueTaken ?? '0', takenBackBy(scope).owed);
const reportIt = report('paymentTakenBack', (scope) => ({ ...takenBackBy(scope), inAll: dueTaken(scope) }));
const keepIt = [bookTakenBack, 'keepTakenBack' as const];
const tellBack = [...tellBoth('money-taken-back'), notify('operator', 'taken-back')];
const stopReturned = effect('sendToLife', (scope) => ({
  to: scope.context.cameBack ?? '',
  type: 'stop',
  input: { amount: takenBackBy(scope).owed, inAll: dueTaken(scope) },
}));

/**
 * The payer's bank took money back. Money that a task still keeps was not paid out. The task is informed of the rest and stops the payout, unless it has
 * counted it as paid. If that payout was returned since, the payment stops it. During a refund, the task is informed as of any refund.
 */
const takenBackOf = (kind: 'kept' | 'owed' | 'refund') => {
  const heard = kind === 'refund' ? [reportIt] : [];
  const lost = [...heard, ...keepIt, ...tellLoss];
  const stopped = [...heard, stopReturned, ...keepIt, ...tellBack];
  const back = [reportIt, ...keepIt, ...tellBack];
  const paidOut = { when: ['isPaidOut'], actions: [...lost, lossIsBooked] };
  const returned = { when: ['isOfAReturnedPayout'], actions: stopped };
  const other = { when: [], actions: back };
  const twice = [
    { when: ['isPaidOut', 'someIsTwice'], actions: [...lost, ...tellTwice] },
    { when: ['isOfAReturnedPayout', 'someIsTwice'], actions: [...stopped, ...tellTwice] },
    { when: ['someIsTwice'], actions: [...back, ...tellTwice] },
  ];
  // Nothing of what is kept was paid out or given back before.
  const parts = kind === 'kept' ? [other] : [paidOut, returned, other];
  const whole = ({ when: checks, actions }: (typeof twice)[number]) =>
    answer({ check: ['isNews', 'nothingIsLeft', ...checks], target: '#payment.takenBack' as const, actions });
  const part = ({ when: checks, actions }: (typeof twice)[number]) => answer({ check: ['isNews', ...checks], actions });
  return {
    takenBack: [...(kind === 'kept' ? [] : twice.map(whole)), ...parts.map(whole), ...parts.map(part)],
    closed: parts.map(whole),
  };
};
/** More is taken back than there was. */
const takenTwice = () => ({ takenBack: answer({ check: 'isNews', actions: [...keepIt, ...tellTwice] }) });

/** What became of the payout, and of the loss if there is one. */
const payoutIsHeard = () => ({
  paidOut: [
    answer({ guard: 'somethingIsPending', actions: [bookLoss, 'keepPaidOut' as const, ...tellLateLoss] }),
    answer({ actions: ['keepPaidOut' as const] }),
  ],
  // What the bank took back is not paid again.
  payoutReturned: [
    answer({
      guard: 'lossOfPayoutIsOpen',
      actions: [
        'forgetPayout' as const,
        effect('sendToLife', ({ context, event }) => ({
          to: 'child' in event.input ? event.input.child : '',
          type: 'stop',
          input: { amount: String(least(openLossOfPayout(context), BigInt(sumIn(event) ?? '0'))), inAll: context.dueTaken },
        })),
      ],
    }),
    answer({ actions: ['forgetPayout' as const] }),
  ],
  notPaidOut: answer({ actions: [bookUnpaid, 'keepUnpaid' as const] }),
  closeLoss: command('operator', 'platform', {
    duty: 'closeLoss',
    guard: 'lossIsOpen',
    check: 'recoveredIsWithinLoss',
    actions: [bookRecovery, 'closeIt' as const],
  }),
});

/** A refund that was asked for before the bank took the money, and was refused or made meanwhile. */
const lateRefund = () => ({
  failed: answer({ guard: 'someIsTakenBack', actions: ['leaveAsIs'] }),
  refunded: answer({ guard: 'someIsTakenBack', actions: [bookTwice, 'keepTwice' as const, ...tellTwice] }),
});

/** Nobody else hears that the bank's time is over: a task and a debt have ended long before. */
const watchEnds = () => ({
  watchUntil: [
    timeout('platform', { guard: 'isSettled', check: 'isOfOperator', target: 'settled', actions: [report('paymentSettled')] }),
    timeout('platform', { guard: 'isSettled', target: 'settled' }),
  ],
});
/** It is too late to call it off: money came, is about to come or has gone again. */
const tooLate = () => ({ callOff: answer({ actions: ['leaveAsIs' as const] }) });

const askAgain = () => reminder('platform', { actions: [atProvider('askPayment')] });

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
      meta: openEnded('platform', 'platform'),
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
        callOff: answer({ actions: ['unwant'] }),
      },
    },
    waiting: {
      tags: ['payable'],
      on: {
        held: answer({ target: 'held', actions: [...isHeld, ...tellHeld] }),
        captured: [
          answer({ guard: 'isPrepayment', target: 'prepaid', actions: [...isPrepaid, ...tellPrepaid] }),
          answer({ target: 'captured', actions: [...isCharged, ...tellCharged] }),
        ],
        declined: answer({ target: 'declined', actions: [tell('payment-declined')] }),
        closed: answer({ target: 'declined', actions: [tell('payment-declined')] }),
        tryDeclined: answer({ check: 'isOtherReason', actions: ['keepDecline', tell('payment-try-declined')] }),
        cancel: command('customer', '5.2', { target: 'closing', actions: [end('cancelled'), closeIt] }),
        release: answer({ target: 'closing', actions: ['unwant', closeIt] }),
        callOff: answer({ target: 'closing', actions: [end('cancelled'), closeIt] }),
      },
      after: {
        payReminder: reminder('5.2', { actions: [tell('payment-reminder')] }),
        askAgain: askAgain(),
        payBy: timeout('5.2', { target: 'closing', actions: [end('expired'), closeIt] }),
      },
    },
    declined: {
      on: {
        retry: command('customer', '5.2', { target: 'created', actions: [create] }),
        cancel: command('customer', '5.2', { target: 'cancelled', actions: withdraw }),
        release: answer({ target: 'cancelled', actions: withdraw }),
        callOff: answer({ target: 'cancelled', actions: withdraw }),
      },
      after: {
        payReminder: reminder('5.2', { actions: [tell('payment-reminder')] }),
        payBy: timeout('5.2', { target: 'expired', actions: expire }),
      },
    },
    closing: {
      ...doing(closeIt, 'closeAgain'),
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
        ...tooLate(),
      },
    },
    held: {
      meta: openEnded('5.2', 'otherLife'),
      on: {
        capture: answer({ check: 'withinHeld', target: 'capturing', actions: ['askFor', captureIt] }),
        release: answer({ target: 'releasing', actions: [releaseIt] }),
        closed: lapse(),
      },
      after: { askAgain: askAgain() },
    },
    // Taken by the provider already: what is due of it is only booked, and what is not goes back.
    prepaid: {
      meta: openEnded('5.2', 'otherLife'),
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
          // The task asked before it knew what the bank had taken: it asks again.
          answer({ guard: 'someIsTakenBack', actions: ['leaveAsIs'] }),
        ],
        release: answer({ target: 'refunding', actions: askAll }),
        ...takenBackOf('kept'),
      },
      after: { askAgain: askAgain() },
    },
    capturing: {
      ...doing(captureIt, 'captureAgain'),
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
      ...doing(releaseIt, 'releaseAgain'),
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
      meta: openEnded('platform', 'nothing'),
      on: {
        release: [
          answer({ guard: 'somethingIsRefundable', target: 'refunding', actions: askAll }),
          // The bank has taken back what was left.
          answer({ actions: [report('paymentRefunded', () => ({ amount: '0' }))] }),
        ],
        ...tooLate(),
        ...lateRefund(),
        ...payoutIsHeard(),
        ...takenBackOf('owed'),
      },
      after: { askAgain: askAgain(), ...watchEnds() },
    },
    refunding: {
      ...doing(refundIt, 'refundAgain'),
      on: {
        refunded: [
          // In part: the rest is still on its way. The task is informed once the whole sum was returned.
          answer({ check: 'moreIsAsked', target: '#payment.refunding.asked', actions: [bookRefunded, 'keepRefunded', refundIt] }),
          answer({
            check: 'isRefundedTwice',
            target: 'takenBack',
            actions: [bookRefunded, 'keepRefunded', report('paymentRefunded', amountOf), tell('payment-refunded'), ...tellTwice],
          }),
          // What the bank took of it may still wait for its payout, or be a loss to close.
          answer({
            check: ['refundsAll', 'someIsTakenBack'],
            target: 'takenBack',
            actions: [bookRefunded, 'keepRefunded', report('paymentRefunded', amountOf), tell('payment-refunded')],
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
        ...tooLate(),
        ...payoutIsHeard(),
        ...takenBackOf('refund'),
      },
    },
    // All is with the payer again. What the task says without knowing it yet changes nothing.
    takenBack: {
      meta: openEnded('platform', 'staff'),
      on: {
        capture: answer({ actions: ['leaveAsIs'] }),
        release: answer({ actions: ['leaveAsIs'] }),
        ...tooLate(),
        ...lateRefund(),
        ...payoutIsHeard(),
        ...takenTwice(),
      },
      after: watchEnds(),
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
