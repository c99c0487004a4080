/**
 * The law of a payout: what the platform owes a contractor, sent by the provider. A bank may send it back, also after it was confirmed. What pays for work
 * is taxed on the day on which it is sent (3.4): what is withheld of it stays with the operator, and comes back with it.
 */
import { enqueueActions, setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { atLeastZero, least, less, sum, tiynOf } from '../../rules/money.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, isConfirmedByAnother, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { asksOf } from '../payment/asks.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { PayoutTemplate } from './messages.ts';
import type { PayoutContext, PayoutEvent } from './types.ts';

interface Scope {
  context: PayoutContext;
  event: PayoutEvent;
}

/**
 * `payee`: the creditor of a debt, who gets all other notices from the debt. `earner`: who is paid for work, by a task or a debt; `taxed`: if something is
 * withheld; `untaxed`: the contractor of a task, if nothing is.
 */
export type Reader = 'contractor' | 'payee' | 'earner' | 'taxed' | 'untaxed' | 'operator';

const { begin, change, on, when } = contextOf<PayoutContext, PayoutEvent>();
const { book, effect, notify, ordered } = ordersOf<Scope, Reader, PayoutTemplate>();

/** The new part of a stop. The task and the payment may both report the same stop if the payout was returned meanwhile. */
const newOf = ({ takenInAll }: PayoutContext, input: { amount: string; inAll?: string }): bigint => {
  const amount = tiynOf(input.amount) ?? 0n;
  const inAll = tiynOf(input.inAll);
  return inAll === undefined ? amount : least(amount, atLeastZero(inAll - BigInt(takenInAll ?? '0')));
};

/** If `sent` never arrived, the id is taken from `failed`. */
const idOf = ({ context, event: { input } }: Scope): string | undefined => context.id ?? ('id' in input ? input.id : undefined);
/** Of a self-employed person: what the month had before this payment and has with it, and where it is told. */
function monthOf({ event: { input } }: Scope): { before: bigint; after: bigint; warnAt: bigint; limit: bigint } | undefined {
  const tax = 'tax' in input ? input.tax : undefined;
  if (tax?.month === undefined) return undefined;
  const { paid, warnAt, limit } = tax.month;
  return { before: BigInt(paid) - BigInt(tax.income), after: BigInt(paid), warnAt: BigInt(warnAt), limit: BigInt(limit) };
}
type Told = 'paidOut' | 'payoutRefused' | 'payoutReturned';

/** Reports the result of the payout to the parent, until the parent has counted it as paid. The parent may then have ended, and staff act. */
const tellParent = enqueueActions<PayoutContext, PayoutEvent, { type: Told }, PayoutEvent, never, never, never, never, never>(
  ({ context, event, enqueue }, { type }) => {
    if (context.confirmed === true) return;
    const withheld = context.tax && less(context.amount, context.tax.net);
    const input = {
      child: idOf({ context, event }),
      amount: context.amount,
      ...(type === 'paidOut' && withheld !== undefined && { withheld }),
    };
    enqueue(effect('sendToLife', { to: context.parent, type, input }) as never);
  },
);

/** The provider told its outcome before the platform knew that the payout was sent: it is asked at once, and not only after the first pause. */
const askIfDecided = enqueueActions<PayoutContext, PayoutEvent, undefined, PayoutEvent, never, never, never, never, never>(
  ({ event: { input }, enqueue }) => {
    if ('isDecided' in input && input.isDecided) enqueue(effect('askPayout', { reference: input.reference }) as never);
  },
);

const payout = setup({
  types: {
    context: {} as PayoutContext,
    events: {} as PayoutEvent,
    input: {} as Partial<PayoutContext>,
    /**
     * `attempts`: an attempt to pay may be under way that the chart does not know of yet. `handedOver`: the provider has taken it over, and no bank has
     * refused it or sent it back.
     */
    tags: {} as 'attempts' | 'handedOver',
  },
  guards: {
    by: speaksFor,
    confirmedByAnother: isConfirmedByAnother,
    reachesLimit: (scope) => {
      const month = monthOf(scope);
      return month !== undefined && month.before < month.limit && month.after >= month.limit;
    },
    comesNearLimit: (scope) => {
      const month = monthOf(scope);
      return month !== undefined && month.before < month.warnAt && month.after >= month.warnAt;
    },
    isOverLimit: when('taxWaits', ({ event: { input } }) => input.reason === 'overLimit'),
    hasNoRegime: when('taxWaits', ({ event: { input } }) => input.reason === 'withoutRegime'),
    isTakenBack: ({ context }) => context.takenBack !== undefined,
    wasConfirmed: ({ context }) => context.confirmed === true,
    isTakenBackOnceConfirmed: ({ context }) => context.takenBack !== undefined && context.confirmed === true,
    /** The rest is sent again: the parent has counted it as paid, so that no other payout will be made of it. */
    leavesSome: ({ context: { amount, takenBack = '0', confirmed } }) =>
      confirmed === true && BigInt(takenBack) > 0n && BigInt(takenBack) < BigInt(amount),
    isToldAlready: when('stop', ({ context, event: { input } }) => newOf(context, input) === 0n),
    stopLeavesSome: when(
      'stop',
      ({ context, event: { input } }) =>
        context.confirmed === true && BigInt(context.takenBack ?? '0') + newOf(context, input) < BigInt(context.amount),
    ),
    isOfAPayment: ({ context }) => context.payment !== undefined,
  },
  delays: {
    askAgain: ({ context, event }) => next(context.asks, event.at),
    returnUntil: ({ context }) => due(context.returnUntil),
    waitReminder: ({ context, event }) => next(context.wait?.reminders, event.at),
    waitBy: ({ context }) => due(context.wait?.by),
    monthBegins: ({ context }) => due(context.wait?.until),
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    keepSent: on('sent', ({ event: { at, input } }) => {
      const { id, provider, reference, terms, tax } = input;
      const returnUntil = hoursAfter(at, terms.payoutReturnDays * 24);
      const asks = asksOf(at, returnUntil, terms.payoutAskFirstSeconds, terms.payoutAskLongestSeconds);
      return { id, provider, reference, asks, returnUntil, tax, wait: undefined };
    }),
    endTax: change(() => ({ tax: undefined })),
    endWait: change(() => ({ wait: undefined })),
    keepWait: on('taxWaits', ({ event: { at, input } }) => {
      const { id, reason, until, waitTerms } = input;
      return {
        id,
        wait: {
          reason,
          ...(until !== undefined && { until }),
          reminders: waitTerms.taxWaitReminderDays.map((days) => hoursAfter(at, days * 24)),
          by: hoursAfter(at, waitTerms.taxWaitDays * 24),
        },
      };
    }),
    keepInFull: on('payInFull', ({ event: { at, input } }) => ({ inFull: { at, reasons: input.reasons }, wait: undefined })),
    keepId: on('failed', ({ event: { input } }) => ({ id: input.id })),
    keepTakenBack: on('stop', ({ context, event: { input } }) => ({
      takenBack: sum(context.takenBack ?? '0', String(newOf(context, input))),
      takenInAll: input.inAll ?? context.takenInAll,
    })),
    leaveAsIs: change(() => ({})),
    /** What was taken back is not paid out; the rest of the payout stays. */
    cutTakenBack: change(({ context: { amount, takenBack = '0', income } }) => ({
      amount: less(amount, takenBack),
      // What is paid pays for work first.
      ...(income !== undefined && { income: String(least(BigInt(income), BigInt(less(amount, takenBack)))) }),
      cut: takenBack,
      takenBack: undefined,
    })),
    noteConfirmed: change(() => ({ confirmed: true as const })),
    tellParent,
    askIfDecided,
    ...ordered('notify', 'sendToLife', 'book', 'sendPayout', 'askPayout', 'reviewTax'),
  },
});

const askAgain = reminder('platform', { actions: [effect('askPayout', ({ context: { reference = '' } }) => ({ reference }))] });
const toParent = (type: Told) => ({ type: 'tellParent' as const, params: { type } });
const toPayment = (type: 'paidOut' | 'payoutReturned') =>
  effect('sendToLife', (scope) => ({ to: scope.context.payment ?? '', type, input: { child: idOf(scope), amount: scope.context.amount } }));
const tell = (type: Told, template: PayoutTemplate) => [toParent(type), notify('contractor', template)];
/**
 * An ordered payout reserves what is owed, so that no other takes it. Once the provider confirms it, the net sum leaves the provider's account, and what is
 * withheld is owed to the State and no more to the payee. What comes back after that is owed again, to the tiyn: it is taxed anew when it is sent again.
 */
const TRANSIT = 'in-transit/payouts';
const owedTo = (contractor: string | undefined): string => `owed/${contractor}`;
const bookOnWay = (code: string, phase: 'pending' | 'void') =>
  book(({ context: { contractor, amount } }) => [{ phase, debit: owedTo(contractor), credit: TRANSIT, amount, code }]);
const withheldOf = ({ tax }: PayoutContext): { account: string; amount: string }[] =>
  (tax?.withheld ?? []).filter(({ amount }) => amount !== '0').map(({ component, amount }) => ({ account: `social/${component}`, amount }));
const netOf = ({ tax, amount }: PayoutContext): string => tax?.net ?? amount;

const order = [
  bookOnWay('payout-ordered', 'pending'),
  effect('sendPayout', ({ context: { contractor = '', amount, income, payer, inFull } }) => ({
    account: contractor,
    amount,
    ...(income !== undefined && { income }),
    ...(payer !== undefined && { payer }),
    ...(inFull !== undefined && { inFull: true }),
  })),
];
const bookConfirmed = book(({ context }) => [
  { phase: 'post', debit: owedTo(context.contractor), credit: TRANSIT, amount: netOf(context), code: 'payout-confirmed' },
  { debit: TRANSIT, credit: `provider/${context.provider}`, amount: netOf(context), code: 'payout-confirmed' },
  ...withheldOf(context).map(({ account, amount }) => ({
    debit: owedTo(context.contractor),
    credit: account,
    amount,
    code: 'payout-withheld',
  })),
]);
const bookRefused = [bookOnWay('payout-refused', 'void'), 'endTax' as const];
const bookReturned = [
  book(({ context }) =>
    [{ account: `provider/${context.provider}`, amount: netOf(context) }, ...withheldOf(context)].map(({ account, amount }) => ({
      debit: account,
      credit: owedTo(context.contractor),
      amount,
      code: 'payout-returned',
    })),
  ),
  'endTax' as const,
];

const toStaff = notify('operator', 'payout-waits');
const toPayee = notify('payee', 'debt-payout-waits');
const refused = [...tell('payoutRefused', 'payout-refused'), toPayee, toStaff];
const tryAgain = () => command('operator', 'platform', { duty: 'tryAgain', target: 'sending', actions: order });

const takenBack = ({ context }: Scope): string => String(least(BigInt(context.takenBack ?? '0'), BigInt(context.amount)));
const tellNotPaidOut = effect('sendToLife', (scope) => ({
  to: scope.context.payment ?? '',
  type: 'notPaidOut',
  input: { child: idOf(scope), amount: takenBack(scope) },
}));
const stopIt = [tellNotPaidOut, 'endWait' as const, notify('contractor', 'payout-stopped'), notify('payee', 'debt-payout-stopped')];
const cutIt = [tellNotPaidOut, 'cutTakenBack' as const, notify('contractor', 'payout-cut'), notify('payee', 'debt-payout-cut')];
const refusedInPart = [...cutIt, toParent('payoutRefused'), toStaff];
const tellStopped = effect('sendToLife', (scope) => ({
  to: scope.context.parent,
  type: 'payoutStopped',
  input: { child: idOf(scope), amount: takenBack(scope), left: less(scope.context.amount, takenBack(scope)) },
}));

/**
 * The payer's bank took the money back, and the payout did not arrive: it is not sent again. The parent has what is left paid out by another payout,
 * unless it has counted this one as paid: then it may be over, and this payout keeps what is left.
 */
const stopped = (first: typeof bookRefused | typeof bookReturned) => [
  answer({ guard: 'isTakenBackOnceConfirmed', target: 'stopped', actions: [...first, ...stopIt] }),
  answer({ guard: 'isTakenBack', target: 'stopped', actions: [...first, ...stopIt, tellStopped] }),
];
const stopNow = () => [
  answer({ check: 'isToldAlready', actions: ['leaveAsIs' as const] }),
  answer({ check: 'stopLeavesSome', actions: ['keepTakenBack' as const, ...cutIt] }),
  answer({ guard: 'wasConfirmed', target: 'stopped', actions: ['keepTakenBack' as const, ...stopIt] }),
  answer({ target: 'stopped', actions: ['keepTakenBack' as const, ...stopIt, tellStopped] }),
];
const stopLater = () => [
  answer({ check: 'isToldAlready', actions: ['leaveAsIs' as const] }),
  answer({ actions: ['keepTakenBack' as const] }),
];

const tellConfirmed = [toParent('paidOut'), notify('untaxed', 'payout-confirmed'), notify('taxed', 'payout-withheld')];
/** The payment is also informed, because a sum that was not paid out can still be stopped. */
const confirmed = () => [
  answer({
    guard: 'isOfAPayment',
    target: 'confirmed',
    actions: [bookConfirmed, ...tellConfirmed, 'noteConfirmed' as const, toPayment('paidOut')],
  }),
  answer({ target: 'confirmed', actions: [bookConfirmed, ...tellConfirmed, 'noteConfirmed' as const] }),
];
/** Sent back: before it was confirmed, or once it was. */
const returned = (onceConfirmed = false) => {
  const bookBack = onceConfirmed ? bookReturned : bookRefused;
  const actions = [...bookBack, ...tell('payoutReturned', 'payout-returned'), toPayee, toStaff];
  const cut = [...bookBack, ...cutIt, toParent('payoutReturned'), toStaff, toPayment('payoutReturned')];
  return [
    answer({ guard: 'leavesSome', target: 'returned', actions: cut }),
    ...(onceConfirmed ? stopped(bookBack).slice(0, 1) : stopped(bookBack)),
    answer({ guard: 'isOfAPayment', target: 'returned', actions: [...actions, toPayment('payoutReturned')] }),
    answer({ target: 'returned', actions }),
  ];
};

const keepSent = ['keepSent' as const, 'askIfDecided' as const];
/** The earner is told before the limit of the month is reached, and when it is. */
const sent = () => [
  answer({ check: 'reachesLimit', target: 'sent', actions: [...keepSent, notify('earner', 'income-at-limit')] }),
  answer({ check: 'comesNearLimit', target: 'sent', actions: [...keepSent, notify('earner', 'income-near-limit')] }),
  answer({ target: 'sent', actions: keepSent }),
];

/** What waits is reserved anew when it is sent. A status may have been confirmed while the answer was on its way. */
const bookWaits = bookOnWay('payout-waits', 'void');
const keepWait = [bookWaits, 'keepWait' as const, effect('reviewTax', {})];
const taxWaits = () => [
  answer({ guard: 'leavesSome', target: 'waiting.unproved', actions: [...keepWait, ...cutIt] }),
  ...stopped([bookWaits, 'endTax' as const]),
  answer({ check: 'isOverLimit', target: 'waiting.overLimit', actions: [...keepWait, notify('earner', 'payout-over-limit')] }),
  answer({ check: 'hasNoRegime', target: 'waiting.withoutRegime', actions: [...keepWait, notify('earner', 'payout-without-regime')] }),
  answer({ target: 'waiting.unproved', actions: [...keepWait, notify('earner', 'payout-unproved')] }),
];
const waits = (more: object = {}) => ({
  after: {
    waitReminder: reminder('3.4', { actions: [notify('earner', 'payout-still-waits')] }),
    waitBy: timeout('3.4', {
      target: '#payout.waiting.late',
      actions: [notify('earner', 'payout-waits-long'), notify('operator', 'payout-to-decide')],
    }),
    ...more,
  },
});
/** The operator answers for what it withholds, so two persons decide to pay without a proved status. */
const payInFull = (duty: { duty?: 'decideWait' } = {}) =>
  command('operator', '3.4', { ...duty, proposed: true, target: '#payout.sending', actions: ['keepInFull' as const, ...order] });

export const payoutChart = payout.createMachine({
  id: 'payout',
  context: unbegun<PayoutContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'sending', actions: ['bind', ...order] }) } },
    sending: {
      tags: ['attempts'],
      meta: openEnded('platform', 'platform'),
      on: {
        sent: sent(),
        taxWaits: taxWaits(),
        failed: [
          answer({ guard: 'leavesSome', target: 'refused', actions: [...bookRefused, ...refusedInPart] }),
          ...stopped(bookRefused),
          answer({ target: 'refused', actions: [...bookRefused, 'keepId', ...refused] }),
        ],
        stop: stopLater(),
        stopped: [answer({ guard: 'leavesSome', actions: [...bookRefused, ...cutIt, ...order] }), ...stopped(bookRefused)],
      },
    },
    sent: {
      tags: ['handedOver'],
      meta: openEnded('platform', 'platform'),
      on: {
        confirmed: confirmed(),
        refused: [
          answer({ guard: 'leavesSome', target: 'refused', actions: [...bookRefused, ...refusedInPart] }),
          ...stopped(bookRefused),
          answer({ target: 'refused', actions: [...bookRefused, ...refused] }),
        ],
        returned: returned(),
        stop: stopLater(),
      },
      after: { askAgain },
    },
    confirmed: {
      tags: ['handedOver'],
      on: { returned: returned(true), stop: stopLater() },
      after: { askAgain, returnUntil: timeout('platform', { target: 'settled' }) },
    },
    // It is owed and not sent. The earner proves a status, the next month begins, or two of the staff decide.
    waiting: {
      on: { taxChanged: answer({ target: 'sending', actions: ['endWait', ...order] }), stop: stopNow() },
      initial: 'unproved',
      states: {
        unproved: { ...waits(), on: { payInFull: payInFull() } },
        overLimit: {
          ...waits({ monthBegins: timeout('3.4', { target: '#payout.sending', actions: ['endWait', ...order] }) }),
          on: { payInFull: payInFull() },
        },
        withoutRegime: { ...waits(), on: { payInFull: payInFull() } },
        late: { meta: openEnded('3.4', 'staff'), on: { payInFull: payInFull({ duty: 'decideWait' }) } },
      },
    },
    refused: { meta: openEnded('platform', 'staff'), on: { tryAgain: tryAgain(), stop: stopNow() } },
    returned: { meta: openEnded('platform', 'staff'), on: { tryAgain: tryAgain(), stop: stopNow() } },
    settled: { type: 'final', tags: ['handedOver'] },
    stopped: { type: 'final' },
  },
});
