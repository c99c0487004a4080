/**
 * The law of a payout: what the platform owes a contractor, sent by the provider, or by the operator's bank where the provider does not pay there. First it is prepared: where to, within which limits, and by how many
 * persons. What pays for work is taxed on the day on which it is sent (3.4): what is withheld of it stays with the operator, and comes back with it. A bank
 * may send it back, also after it was confirmed. Whatever it waited for, it is prepared anew, because details and limits may have changed.
 */
import { enqueueActions, setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { atLeastZero, least, less, sum, tiynOf } from '../../rules/money.ts';
import type { PayoutFault } from '../../rules/payout-details.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, isConfirmedByAnother, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { openedAt, openReminder, waitsForPeople } from '../open-ends.ts';
import { asksOf } from '../payment/asks.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { PayoutTemplate } from './messages.ts';
import type { LineState, PayoutContext, PayoutEvent } from './types.ts';

interface Scope {
  context: PayoutContext;
  event: PayoutEvent;
}

/**
 * `payee`: the creditor of a debt, who gets all other notices from the debt. `recipient`: who is paid, by a task or a debt; `misled`: the same, if the bank
 * wants other details; `taxed`: if something is withheld; `untaxed`: the contractor of a task, if nothing is.
 */
export type Reader = 'contractor' | 'payee' | 'recipient' | 'misled' | 'taxed' | 'untaxed' | 'operator';

const { begin, change, on, when } = contextOf<PayoutContext, PayoutEvent>();
const { book, effect, notify, ordered } = ordersOf<Scope, Reader, PayoutTemplate>();

/** The new part of a stop. The task and the payment may both report the same stop if the payout was returned meanwhile. */
const newOf = ({ takenInAll }: PayoutContext, input: { amount: string; inAll?: string }): bigint => {
  const amount = tiynOf(input.amount) ?? 0n;
  const inAll = tiynOf(input.inAll);
  return inAll === undefined ? amount : least(amount, atLeastZero(inAll - BigInt(takenInAll ?? '0')));
};

/** What less came back than was paid, and two of the staff have accepted. */
const shortIn = (input: object): bigint => ('short' in input ? tiynOf(input.short) : undefined) ?? 0n;

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
     * refused it or sent it back. The others say how its line in a payment order to the bank is, if it has one.
     */
    tags: {} as 'attempts' | 'handedOver' | LineState,
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
    lacksDetails: when('payoutWaits', ({ event: { input } }) => input.reason === 'details'),
    isUnpayable: when('payoutWaits', ({ event: { input } }) => input.reason === 'unpayable'),
    goesByBank: when('prepared', ({ event: { input } }) => input.bank !== undefined),
    /** Other details may have been named since the first of the two looked. */
    detailsAreThose: when('allow', ({ context: { wait }, event: { input } }) => input.details === wait?.details),
    isOfOrder: when(['handOver', 'leave'], ({ context, event: { input } }) => input.order === context.order),
    /** Neither more nor less left the bank: another sum is no payment of it. */
    sumAgrees: when(
      ['confirmed', 'returned'],
      ({ context, event: { input } }) =>
        input.amount === undefined || (tiynOf(input.amount) ?? 0n) + shortIn(input) === BigInt(netOf(context)),
    ),
    /** What the bank of the operator got is no word of the provider, which still has the payout. */
    isOfProvider: when('returned', ({ event: { input } }) => input.inflow === undefined),
    isLarge: when('payoutWaits', ({ event: { input } }) => input.reason === 'large'),
    detailsHaveChanged: ({ context }) => context.changed === true,
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
    waitUntil: ({ context }) => due(context.wait?.until),
    openReminder,
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
    noteOpen: change(({ event }) => openedAt(event)),
    keepDetails: on('prepared', ({ event: { input } }) => ({
      ...{ bank: undefined, ...input },
      ...{ order: undefined, changed: undefined, fault: undefined },
    })),
    keepWait: on('payoutWaits', ({ event: { input } }) => {
      const { id, provider, reason, until, details, fault, openEnds: terms } = input;
      const wait = { reason, ...(until !== undefined && { until }), ...(details !== undefined && { details }) };
      return { id, provider, terms, bank: undefined, wait, ...(fault !== undefined && { fault }) };
    }),
    keepOrder: on('take', ({ event: { input } }) => ({ order: input.order })),
    keepListed: on('listed', ({ event: { input } }) => ({ ...input, asks: [], wait: undefined })),
    /** A bank's statement comes later than what it says: the time for a return begins with it. */
    keepReturnTerm: change(({ context: { returnDays = 0 }, event: { at } }) => ({ returnUntil: hoursAfter(at, returnDays * 24) })),
    noteChange: change(() => ({ changed: true })),
    lookAgain: change(() => ({ changed: undefined, wait: undefined })),
    /** The staff insist on the same details. */
    forgetFault: change(() => ({ fault: undefined })),
    keepAllowance: on('allow', ({ event: { at, input } }) => ({ allowed: { at, reasons: input.reasons, details: input.details } })),
    keepReport: on('reportRefused', ({ event: { at, input } }) => ({ reported: { at, reasons: input.reasons } })),
    keepFault: change(({ event: { input } }) => ({ fault: 'reason' in input ? (input.reason as PayoutFault) : 'bank' })),
    endTax: change(() => ({ tax: undefined })),
    endWait: change(() => ({ wait: undefined })),
    keepTaxWait: on('taxWaits', ({ event: { at, input } }) => {
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
    keepInFull: on('payInFull', ({ event: { at, input } }) => ({ inFull: { at, reasons: input.reasons } })),
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
    ...ordered('notify', 'sendToLife', 'book', 'preparePayout', 'sendPayout', 'askPayout', 'reviewTax', 'askReceipt'),
  },
});

const prepare = effect('preparePayout', ({ context: { contractor = '', amount, allowed, fault = 'bank', details } }) => ({
  account: contractor,
  amount,
  ...(allowed && { allowed: allowed.details }),
  ...(fault !== 'bank' && details !== undefined && { refused: details }),
}));
const prepareAnew = ['lookAgain' as const, prepare];
const askAgain = reminder('platform', { actions: [effect('askPayout', ({ context: { reference = '' } }) => ({ reference }))] });
const toParent = (type: Told) => ({ type: 'tellParent' as const, params: { type } });
const toPayment = (type: 'paidOut' | 'payoutReturned') =>
  effect('sendToLife', (scope) => ({ to: scope.context.payment ?? '', type, input: { child: idOf(scope), amount: scope.context.amount } }));
const tell = (type: Told, template: PayoutTemplate) => [toParent(type), notify('contractor', template)];
/**
 * A prepared payout reserves what is owed, so that no other takes it. Once the provider confirms it, the net sum leaves the provider's account, and what is
 * withheld is owed to the State and no more to the payee. What comes back after that is owed again, to the tiyn: it is taxed anew when it is sent again.
 */
const TRANSIT = 'in-transit/payouts';
const owedTo = (contractor: string | undefined): string => `owed/${contractor}`;
const bookOnWay = (code: string, phase: 'pending' | 'void') =>
  book(({ context: { contractor, amount } }) => [{ phase, debit: owedTo(contractor), credit: TRANSIT, amount, code }]);
const withheldOf = ({ tax }: PayoutContext): { account: string; amount: string }[] =>
  (tax?.withheld ?? []).filter(({ amount }) => amount !== '0').map(({ component, amount }) => ({ account: `social/${component}`, amount }));
/** What of it the payee is paid. */
export const netOf = ({ tax, amount }: PayoutContext): string => tax?.net ?? amount;

const reserve = bookOnWay('payout-ordered', 'pending');
const sendIt = effect('sendPayout', ({ context: { contractor = '', amount, details = '', bank, income, payer, inFull } }) => ({
  account: contractor,
  amount,
  details,
  ...(bank !== undefined && { byBank: true as const }),
  ...(income !== undefined && { income }),
  ...(payer !== undefined && { payer }),
  ...(inFull !== undefined && { inFull: true as const }),
}));
const send = [reserve, sendIt];
/** Where the money was until it reached the payee: at the provider, or at the bank, whose entry waits to be known for what it is. */
const paidFrom = ({ context: { provider }, event: { input } }: Scope): string =>
  'outflow' in input ? `outgoing/${input.outflow}` : `provider/${provider}`;
const cameBackTo = ({ context: { provider }, event: { input } }: Scope): string =>
  'inflow' in input ? `suspense/${input.inflow}` : `provider/${provider}`;
/** What came back, and what a bank kept of it: it is not at the cost of the payee. */
function cameBackOf(scope: Scope): { account: string; amount: string }[] {
  const short = shortIn(scope.event.input);
  const came = { account: cameBackTo(scope), amount: String(BigInt(netOf(scope.context)) - short) };
  return short === 0n ? [came] : [came, { account: 'spent/fees', amount: String(short) }];
}
const bookConfirmed = book(({ context, event }) => [
  { phase: 'post', debit: owedTo(context.contractor), credit: TRANSIT, amount: netOf(context), code: 'payout-confirmed' },
  { debit: TRANSIT, credit: paidFrom({ context, event }), amount: netOf(context), code: 'payout-confirmed' },
  ...withheldOf(context).map(({ account, amount }) => ({
    debit: owedTo(context.contractor),
    credit: account,
    amount,
    code: 'payout-withheld',
  })),
]);
const bookRefused = [bookOnWay('payout-refused', 'void'), 'endTax' as const];
const bookReturned = [
  book(({ context, event }) =>
    [...cameBackOf({ context, event }), ...withheldOf(context)].map(({ account, amount }) => ({
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
/** What the bank said leads the payee to other details. */
const tellWhy = ['keepFault' as const, notify('misled', 'payout-other-details')];
const refused = [...tellWhy, ...tell('payoutRefused', 'payout-refused'), toPayee, toStaff];
const tryAgain = () =>
  command('operator', 'platform', { duty: 'tryAgain', target: 'preparing', actions: ['forgetFault' as const, ...prepareAnew] });
/** With other details it is sent again by itself. */
const detailsChanged = () => answer({ target: '#payout.preparing', actions: prepareAnew });

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

interface SumCheck {
  check?: 'sumAgrees' | 'isOfProvider';
}

/**
 * The payer's bank took the money back, and the payout did not arrive: it is not sent again. The parent has what is left paid out by another payout,
 * unless it has counted this one as paid: then it may be over, and this payout keeps what is left.
 */
const stopped = (first: typeof bookRefused | typeof bookReturned | [] = [], check: SumCheck = {}) => [
  answer({ ...check, guard: 'isTakenBackOnceConfirmed', target: 'stopped', actions: [...first, ...stopIt] }),
  answer({ ...check, guard: 'isTakenBack', target: 'stopped', actions: [...first, ...stopIt, tellStopped] }),
];
const stopNow = () => [
  answer({ check: 'isToldAlready', actions: ['leaveAsIs' as const] }),
  answer({ check: 'stopLeavesSome', actions: ['keepTakenBack' as const, ...cutIt] }),
  answer({ guard: 'wasConfirmed', target: 'stopped', actions: ['keepTakenBack' as const, ...stopIt] }),
  answer({ target: 'stopped', actions: ['keepTakenBack' as const, ...stopIt, tellStopped] }),
];
/** What was reserved for an order to the bank is let go with it. */
const stopReserved = () => [
  answer({ check: 'isToldAlready', actions: ['leaveAsIs' as const] }),
  answer({
    check: 'stopLeavesSome',
    target: '#payout.preparing',
    actions: [...bookRefused, 'keepTakenBack' as const, ...cutIt, ...prepareAnew],
  }),
  answer({ guard: 'wasConfirmed', target: '#payout.stopped', actions: [...bookRefused, 'keepTakenBack' as const, ...stopIt] }),
  answer({ target: '#payout.stopped', actions: [...bookRefused, 'keepTakenBack' as const, ...stopIt, tellStopped] }),
];
const stopLater = () => [
  answer({ check: 'isToldAlready', actions: ['leaveAsIs' as const] }),
  answer({ actions: ['keepTakenBack' as const] }),
];

const tellConfirmed = [
  toParent('paidOut'),
  notify('untaxed', 'payout-confirmed'),
  notify('taxed', 'payout-withheld'),
  effect('askReceipt', {}),
];
/** The payment is also informed, because a sum that was not paid out can still be stopped. */
const confirmed = (check: SumCheck = {}, more: 'keepReturnTerm'[] = []) => [
  answer({
    ...check,
    guard: 'isOfAPayment',
    target: 'confirmed',
    actions: [bookConfirmed, ...tellConfirmed, 'noteConfirmed' as const, ...more, toPayment('paidOut')],
  }),
  answer({ ...check, target: 'confirmed', actions: [bookConfirmed, ...tellConfirmed, 'noteConfirmed' as const, ...more] }),
];
/** Sent back: before it was confirmed, or once it was. */
const returned = (onceConfirmed = false) => {
  const check: SumCheck = { check: onceConfirmed ? 'sumAgrees' : 'isOfProvider' };
  const bookBack = onceConfirmed ? bookReturned : bookRefused;
  const actions = [...bookBack, ...tellWhy, ...tell('payoutReturned', 'payout-returned'), toPayee, toStaff];
  const cut = [...bookBack, ...cutIt, toParent('payoutReturned'), toStaff, toPayment('payoutReturned')];
  return [
    answer({ ...check, guard: 'leavesSome', target: 'returned', actions: cut }),
    ...(onceConfirmed ? stopped(bookBack, check).slice(0, 1) : stopped(bookBack, check)),
    answer({ ...check, guard: 'isOfAPayment', target: 'returned', actions: [...actions, toPayment('payoutReturned')] }),
    answer({ ...check, target: 'returned', actions }),
  ];
};

/** The recipient is told before the limit of the month is reached, and when it is. */
const taxed = <Target extends 'sent' | 'listed', Action>(target: Target, actions: Action[]) => [
  answer({ check: 'reachesLimit', target, actions: [...actions, notify('recipient', 'income-at-limit')] }),
  answer({ check: 'comesNearLimit', target, actions: [...actions, notify('recipient', 'income-near-limit')] }),
  answer({ target, actions }),
];
const sent = () => taxed('sent', ['keepSent' as const, 'askIfDecided' as const]);
/** What the payer's bank took back in the meantime does not go to the bank. */
const listed = () => [
  answer({ guard: 'leavesSome', target: 'preparing', actions: [...bookRefused, ...cutIt, ...prepareAnew] }),
  ...stopped(bookRefused),
  ...taxed('listed', ['keepListed' as const]),
];
/** It is prepared anew, because details, limits and tax are those of the day. */
const leaves = (check: { check?: 'isOfOrder' } = {}) =>
  answer({ ...check, target: '#payout.preparing', actions: [bookOnWay('payout-waits', 'void'), 'endTax' as const, ...prepareAnew] });
/** Two of the staff say it for the bank: the payout hears it as it hears a provider. */
const tellItself = effect('sendToLife', (scope) => ({
  to: idOf(scope) ?? '',
  type: 'refused',
  input: { reason: 'reason' in scope.event.input ? scope.event.input.reason : 'bank' },
}));
const notTaken = () => [
  answer({ guard: 'leavesSome', target: 'refused', actions: [...bookRefused, ...refusedInPart] }),
  ...stopped(bookRefused),
  answer({ target: 'refused', actions: [...bookRefused, ...refused] }),
];

/** What waits is reserved anew when it is sent. A status may have been confirmed while the answer was on its way. */
const bookWaits = bookOnWay('payout-waits', 'void');
const keepTaxWait = [bookWaits, 'keepTaxWait' as const, effect('reviewTax', {})];
const taxWaits = () => [
  answer({ guard: 'leavesSome', target: 'waiting.unproved', actions: [...keepTaxWait, ...cutIt] }),
  ...stopped([bookWaits, 'endTax' as const]),
  answer({ check: 'isOverLimit', target: 'waiting.overLimit', actions: [...keepTaxWait, notify('recipient', 'payout-over-limit')] }),
  answer({
    check: 'hasNoRegime',
    target: 'waiting.withoutRegime',
    actions: [...keepTaxWait, notify('recipient', 'payout-without-regime')],
  }),
  answer({ target: 'waiting.unproved', actions: [...keepTaxWait, notify('recipient', 'payout-unproved')] }),
];
const waits = (more: object = {}) => ({
  after: {
    waitReminder: reminder('3.4', { actions: [notify('recipient', 'payout-still-waits')] }),
    waitBy: timeout('3.4', {
      target: '#payout.waiting.late',
      actions: [notify('recipient', 'payout-waits-long'), notify('operator', 'payout-to-decide')],
    }),
    ...more,
  },
});
/** The operator answers for what it withholds, so two persons decide to pay without a proved status. */
const payInFull = (duty: { duty?: 'decideWait' } = {}) =>
  command('operator', '3.4', { ...duty, proposed: true, target: '#payout.preparing', actions: ['keepInFull' as const, ...prepareAnew] });

const unpaid = () => ({
  meta: openEnded('platform', 'staff'),
  on: { tryAgain: tryAgain(), detailsChanged: detailsChanged(), stop: stopNow() },
});

export const payoutChart = payout.createMachine({
  id: 'payout',
  context: unbegun<PayoutContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'preparing', actions: ['bind', prepare] }) } },
    // The details of the payee that count now are looked up and pinned, so that a repeat goes to the same.
    preparing: {
      meta: openEnded('platform', 'platform'),
      on: {
        prepared: [
          answer({ guard: 'leavesSome', check: 'goesByBank', target: 'queued', actions: ['keepDetails', ...cutIt, reserve] }),
          answer({ guard: 'leavesSome', target: 'sending', actions: ['keepDetails', ...cutIt, ...send] }),
          ...stopped(),
          answer({ check: 'goesByBank', target: 'queued', actions: ['keepDetails', reserve] }),
          answer({ target: 'sending', actions: ['keepDetails', ...send] }),
        ],
        payoutWaits: [
          answer({ guard: 'leavesSome', target: 'preparing', actions: [...cutIt, ...prepareAnew] }),
          ...stopped(),
          answer({ guard: 'detailsHaveChanged', target: 'preparing', actions: prepareAnew }),
          answer({
            check: 'lacksDetails',
            target: 'unready.details',
            actions: ['keepWait', notify('recipient', 'payout-details-missing')],
          }),
          answer({ check: 'isUnpayable', target: 'unready.details', actions: ['keepWait', notify('misled', 'payout-other-details')] }),
          answer({ check: 'isLarge', target: 'unready.large', actions: ['keepWait', notify('operator', 'payout-to-allow')] }),
          answer({ target: 'unready.term', actions: ['keepWait', notify('recipient', 'payout-later')] }),
        ],
        detailsChanged: answer({ actions: ['noteChange'] }),
        stop: stopLater(),
      },
    },
    // It is owed and not sent yet: the provider holds the money.
    unready: {
      on: { stop: stopNow(), detailsChanged: detailsChanged() },
      initial: 'details',
      states: {
        details: {
          ...waitsForPeople('5.2'),
          after: { openReminder: reminder('5.2', { actions: [notify('recipient', 'payout-details-still-missing')] }) },
        },
        term: { after: { waitUntil: timeout('5.2', { target: '#payout.preparing', actions: prepareAnew }) } },
        large: {
          meta: openEnded('5.2', 'staff'),
          on: {
            allow: command('operator', '5.2', {
              duty: 'allow',
              proposed: true,
              check: 'detailsAreThose',
              target: '#payout.preparing',
              actions: ['keepAllowance', ...prepareAnew],
            }),
          },
        },
      },
    },
    // The operator's bank pays it: it waits for the next payment order.
    queued: {
      meta: openEnded('5.2', 'staff'),
      on: {
        take: answer({ target: 'sending', actions: ['keepOrder', sendIt] }),
        detailsChanged: leaves(),
        stop: stopReserved(),
      },
    },
    // It stands in an order that is not released. Whoever names other details meanwhile is not paid by this order.
    listed: {
      tags: ['listed'],
      meta: openEnded('5.2', 'otherLife'),
      on: {
        handOver: answer({ check: 'isOfOrder', target: 'atBank' }),
        leave: leaves({ check: 'isOfOrder' }),
        detailsChanged: leaves(),
        stop: stopReserved(),
      },
    },
    // Only the bank's statement says that it was paid.
    atBank: {
      tags: ['handedOver', 'atBank'],
      meta: openEnded('5.2', 'platform'),
      on: {
        confirmed: confirmed({ check: 'sumAgrees' }, ['keepReturnTerm']),
        refused: notTaken(),
        reportRefused: command('operator', '5.2', { proposed: true, actions: ['keepReport', tellItself] }),
        stop: stopLater(),
      },
    },
    sending: {
      tags: ['attempts'],
      meta: openEnded('platform', 'platform'),
      on: {
        sent: sent(),
        listed: listed(),
        taxWaits: taxWaits(),
        failed: [
          answer({ guard: 'leavesSome', target: 'refused', actions: [...bookRefused, ...refusedInPart] }),
          ...stopped(bookRefused),
          answer({ target: 'refused', actions: [...bookRefused, ...refused] }),
        ],
        stop: stopLater(),
        stopped: [
          answer({ guard: 'leavesSome', target: 'preparing', actions: [...bookRefused, ...cutIt, ...prepareAnew] }),
          ...stopped(bookRefused),
        ],
      },
    },
    sent: {
      tags: ['handedOver'],
      meta: openEnded('platform', 'platform'),
      on: {
        confirmed: confirmed(),
        refused: notTaken(),
        returned: returned(),
        stop: stopLater(),
      },
      after: { askAgain },
    },
    confirmed: {
      tags: ['handedOver', 'paid'],
      on: { returned: returned(true), stop: stopLater() },
      after: { askAgain, returnUntil: timeout('platform', { target: 'settled' }) },
    },
    // It is owed and not sent. The recipient proves a status, the next month begins, or two of the staff decide.
    waiting: {
      on: { taxChanged: answer({ target: 'preparing', actions: prepareAnew }), stop: stopNow() },
      initial: 'unproved',
      states: {
        unproved: { ...waits(), on: { payInFull: payInFull() } },
        overLimit: {
          ...waits({ monthBegins: timeout('3.4', { target: '#payout.preparing', actions: prepareAnew }) }),
          on: { payInFull: payInFull() },
        },
        withoutRegime: { ...waits(), on: { payInFull: payInFull() } },
        late: { meta: openEnded('3.4', 'staff'), on: { payInFull: payInFull({ duty: 'decideWait' }) } },
      },
    },
    refused: { tags: ['back'], ...unpaid() },
    returned: { tags: ['back'], ...unpaid() },
    settled: { type: 'final', tags: ['handedOver', 'paid'] },
    stopped: { type: 'final', tags: ['back'] },
  },
});
