/** The law of a payout: what the platform owes a contractor, sent by the provider. A bank may send it back, also after it was confirmed. */
import { enqueueActions, setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { atLeastZero, least, less, sum, tiynOf } from '../../rules/money.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { asksOf } from '../payment/asks.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { PayoutTemplate } from './messages.ts';
import type { PayoutContext, PayoutEvent } from './types.ts';

interface Scope {
  context: PayoutContext;
  event: PayoutEvent;
}

/** `payee`: the creditor of a debt, who gets all other notices from the debt. */
export type Reader = 'contractor' | 'payee' | 'operator';

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
type Told = 'paidOut' | 'payoutRefused' | 'payoutReturned';

/** Reports the result of the payout to the parent, until the parent has counted it as paid. The parent may then have ended, and staff act. */
const tellParent = enqueueActions<PayoutContext, PayoutEvent, { type: Told }, PayoutEvent, never, never, never, never, never>(
  ({ context, event, enqueue }, { type }) => {
    if (context.confirmed === true) return;
    const input = { child: idOf({ context, event }), amount: context.amount };
    enqueue(effect('sendToLife', { to: context.parent, type, input }) as never);
  },
);

const payout = setup({
  types: {
    context: {} as PayoutContext,
    events: {} as PayoutEvent,
    input: {} as Partial<PayoutContext>,
    /** The provider has taken it over, and no bank has refused it or sent it back. */
    tags: {} as 'handedOver',
  },
  guards: {
    by: speaksFor,
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
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    keepSent: on('sent', ({ event: { at, input } }) => {
      const { id, provider, reference, terms } = input;
      const returnUntil = hoursAfter(at, terms.payoutReturnDays * 24);
      const asks = asksOf(at, returnUntil, terms.payoutAskFirstSeconds, terms.payoutAskLongestSeconds);
      return { id, provider, reference, asks, returnUntil };
    }),
    keepId: on('failed', ({ event: { input } }) => ({ id: input.id })),
    keepTakenBack: on('stop', ({ context, event: { input } }) => ({
      takenBack: sum(context.takenBack ?? '0', String(newOf(context, input))),
      takenInAll: input.inAll ?? context.takenInAll,
    })),
    leaveAsIs: change(() => ({})),
    /** What was taken back is not paid out; the rest of the payout stays. */
    cutTakenBack: change(({ context: { amount, takenBack = '0' } }) => ({
      amount: less(amount, takenBack),
      cut: takenBack,
      takenBack: undefined,
    })),
    noteConfirmed: change(() => ({ confirmed: true as const })),
    tellParent,
    ...ordered('notify', 'sendToLife', 'book', 'sendPayout', 'askPayout'),
  },
});

const askAgain = reminder('platform', { actions: [effect('askPayout', ({ context: { reference = '' } }) => ({ reference }))] });
const toParent = (type: Told) => ({ type: 'tellParent' as const, params: { type } });
const toPayment = (type: 'paidOut' | 'payoutReturned') =>
  effect('sendToLife', (scope) => ({ to: scope.context.payment ?? '', type, input: { child: idOf(scope), amount: scope.context.amount } }));
const tell = (type: Told, template: PayoutTemplate) => [toParent(type), notify('contractor', template)];
/**
 * An ordered payout reserves what is owed, so that no other takes it. It leaves the provider's account once the provider confirms it. What comes back after
 * that is owed again.
 */
const TRANSIT = 'in-transit/payouts';
const bookOnWay = (code: string, phase: 'pending' | 'post' | 'void') =>
  book(({ context: { contractor, amount } }) => [{ phase, debit: `owed/${contractor}`, credit: TRANSIT, amount, code }]);
const order = [
  bookOnWay('payout-ordered', 'pending'),
  effect('sendPayout', ({ context: { contractor = '', amount } }) => ({ account: contractor, amount })),
];
const bookConfirmed = [
  bookOnWay('payout-confirmed', 'post'),
  book(({ context: { provider, amount } }) => [{ debit: TRANSIT, credit: `provider/${provider}`, amount, code: 'payout-confirmed' }]),
];
const bookRefused = bookOnWay('payout-refused', 'void');
const bookReturned = book(({ context: { contractor, provider, amount } }) => [
  { debit: `provider/${provider}`, credit: `owed/${contractor}`, amount, code: 'payout-returned' },
]);

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
const stopIt = [tellNotPaidOut, notify('contractor', 'payout-stopped'), notify('payee', 'debt-payout-stopped')];
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
const stopped = (first: typeof bookRefused) => [
  answer({ guard: 'isTakenBackOnceConfirmed', target: 'stopped', actions: [first, ...stopIt] }),
  answer({ guard: 'isTakenBack', target: 'stopped', actions: [first, ...stopIt, tellStopped] }),
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

/** The payment is also informed, because a sum that was not paid out can still be stopped. */
const confirmed = () => [
  answer({
    guard: 'isOfAPayment',
    target: 'confirmed',
    actions: [...bookConfirmed, ...tell('paidOut', 'payout-confirmed'), 'noteConfirmed' as const, toPayment('paidOut')],
  }),
  answer({ target: 'confirmed', actions: [...bookConfirmed, ...tell('paidOut', 'payout-confirmed'), 'noteConfirmed' as const] }),
];
/** Sent back: before it was confirmed, or once it was. */
const returned = (onceConfirmed = false) => {
  const bookBack = onceConfirmed ? bookReturned : bookRefused;
  const actions = [bookBack, ...tell('payoutReturned', 'payout-returned'), toPayee, toStaff];
  const cut = [bookBack, ...cutIt, toParent('payoutReturned'), toStaff, toPayment('payoutReturned')];
  return [
    answer({ guard: 'leavesSome', target: 'returned', actions: cut }),
    ...(onceConfirmed ? stopped(bookBack).slice(0, 1) : stopped(bookBack)),
    answer({ guard: 'isOfAPayment', target: 'returned', actions: [...actions, toPayment('payoutReturned')] }),
    answer({ target: 'returned', actions }),
  ];
};

export const payoutChart = payout.createMachine({
  id: 'payout',
  context: unbegun<PayoutContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'sending', actions: ['bind', ...order] }) } },
    sending: {
      meta: openEnded('platform', 'platform'),
      on: {
        sent: answer({ target: 'sent', actions: ['keepSent'] }),
        failed: [
          answer({ guard: 'leavesSome', target: 'refused', actions: [bookRefused, ...refusedInPart] }),
          ...stopped(bookRefused),
          answer({ target: 'refused', actions: [bookRefused, 'keepId', ...refused] }),
        ],
        stop: stopLater(),
        stopped: [answer({ guard: 'leavesSome', actions: [bookRefused, ...cutIt, ...order] }), ...stopped(bookRefused)],
      },
    },
    sent: {
      tags: ['handedOver'],
      meta: openEnded('platform', 'platform'),
      on: {
        confirmed: confirmed(),
        refused: [
          answer({ guard: 'leavesSome', target: 'refused', actions: [bookRefused, ...refusedInPart] }),
          ...stopped(bookRefused),
          answer({ target: 'refused', actions: [bookRefused, ...refused] }),
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
    refused: { meta: openEnded('platform', 'staff'), on: { tryAgain: tryAgain(), stop: stopNow() } },
    returned: { meta: openEnded('platform', 'staff'), on: { tryAgain: tryAgain(), stop: stopNow() } },
    settled: { type: 'final', tags: ['handedOver'] },
    stopped: { type: 'final' },
  },
});
