/** The law of a payout: what the platform owes a contractor, sent by the provider. A bank may send it back, also after it was confirmed. */
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
import type { PayoutContext, PayoutEvent } from './types.ts';

interface Scope {
  context: PayoutContext;
  event: PayoutEvent;
}

/**
 * `payee`: the creditor of a debt, who gets all other notices from the debt. `recipient`: who is paid, by a task or a debt; `other`: the same, if the bank
 * wants other details.
 */
export type Reader = 'contractor' | 'payee' | 'recipient' | 'other' | 'operator';

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
  types: { context: {} as PayoutContext, events: {} as PayoutEvent, input: {} as Partial<PayoutContext> },
  guards: {
    by: speaksFor,
    confirmedByAnother: isConfirmedByAnother,
    lacksDetails: when('payoutWaits', ({ event: { input } }) => input.reason === 'details'),
    isLarge: when('payoutWaits', ({ event: { input } }) => input.reason === 'large'),
    detailsHaveChanged: ({ context }) => context.changed === true,
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
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    noteOpen: change(({ event }) => openedAt(event)),
    keepDetails: on('prepared', ({ event: { input } }) => ({ ...input, wait: undefined, fault: undefined })),
    keepWait: on('payoutWaits', ({ event: { input } }) => {
      const { id, provider, reason, until, openEnds: terms } = input;
      return { id, provider, terms, wait: { reason, ...(until !== undefined && { until }) } };
    }),
    noteChange: change(() => ({ changed: true })),
    lookAgain: change(() => ({ changed: undefined, wait: undefined })),
    /** The staff insist on the same details. */
    forgetFault: change(() => ({ fault: undefined })),
    keepAllowance: on('allow', ({ event: { at, input } }) => ({ allowed: { at, reasons: input.reasons } })),
    keepFault: change(({ event: { input } }) => ({ fault: 'reason' in input ? (input.reason as PayoutFault) : 'bank' })),
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
    ...ordered('notify', 'sendToLife', 'book', 'preparePayout', 'sendPayout', 'askPayout'),
  },
});

const prepare = effect('preparePayout', ({ context: { contractor = '', amount, allowed, fault = 'bank', details } }) => ({
  account: contractor,
  amount,
  ...(allowed && { allowed: true }),
  ...(fault !== 'bank' && details !== undefined && { refused: details }),
}));
const send = effect('sendPayout', ({ context: { contractor = '', amount, details = '' } }) => ({ account: contractor, amount, details }));
const askAgain = reminder('platform', { actions: [effect('askPayout', ({ context: { reference = '' } }) => ({ reference }))] });
const toParent = (type: Told) => ({ type: 'tellParent' as const, params: { type } });
const toPayment = (type: 'paidOut' | 'payoutReturned') =>
  effect('sendToLife', (scope) => ({ to: scope.context.payment ?? '', type, input: { child: idOf(scope), amount: scope.context.amount } }));
const tell = (type: Told, template: PayoutTemplate) => [toParent(type), notify('contractor', template)];
/** What the bank said leads the payee to other details. */
const tellWhy = ['keepFault' as const, notify('other', 'payout-other-details')];
/** What the provider has taken over is owed no more; what comes back is owed again. */
const bookPayout = (code: string, back: boolean) =>
  book(({ context: { contractor, provider, amount } }) => {
    const [debit, credit] = back ? [`provider/${provider}`, `owed/${contractor}`] : [`owed/${contractor}`, `provider/${provider}`];
    return [{ debit, credit, amount, code }];
  });

const bookBack = (code: string) => bookPayout(code, true);

const toStaff = notify('operator', 'payout-waits');
const toPayee = notify('payee', 'debt-payout-waits');
const refused = [...tellWhy, ...tell('payoutRefused', 'payout-refused'), toPayee, toStaff];
const tryAgain = () =>
  command('operator', 'platform', {
    duty: 'tryAgain',
    target: 'preparing',
    actions: ['lookAgain' as const, 'forgetFault' as const, prepare],
  });
/** With other details it is sent again by itself. */
const detailsChanged = () => answer({ target: '#payout.preparing', actions: ['lookAgain' as const, prepare] });

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
const stopped = (...first: ReturnType<typeof bookBack>[]) => [
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

/** The payment is also informed, because a sum that was not paid out can still be stopped. */
const confirmed = () => [
  answer({
    guard: 'isOfAPayment',
    target: 'confirmed',
    actions: [...tell('paidOut', 'payout-confirmed'), 'noteConfirmed' as const, toPayment('paidOut')],
  }),
  answer({ target: 'confirmed', actions: [...tell('paidOut', 'payout-confirmed'), 'noteConfirmed' as const] }),
];
const returned = (onceConfirmed = false) => {
  const actions = [bookBack('payout-returned'), ...tellWhy, ...tell('payoutReturned', 'payout-returned'), toPayee, toStaff];
  const cut = [bookBack('payout-returned'), ...cutIt, toParent('payoutReturned'), toStaff, toPayment('payoutReturned')];
  return [
    answer({ guard: 'leavesSome', target: 'returned', actions: cut }),
    ...(onceConfirmed ? stopped(bookBack('payout-returned')).slice(0, 1) : stopped(bookBack('payout-returned'))),
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
    new: { on: { ask: answer({ target: 'preparing', actions: ['bind', prepare] }) } },
    // The details of the payee that count now are looked up and pinned, so that a repeat goes to the same.
    preparing: {
      meta: openEnded('platform', 'platform'),
      on: {
        prepared: [
          answer({ guard: 'leavesSome', target: 'sending', actions: ['keepDetails', ...cutIt, send] }),
          ...stopped(),
          answer({ target: 'sending', actions: ['keepDetails', send] }),
        ],
        payoutWaits: [
          answer({ guard: 'leavesSome', target: 'preparing', actions: [...cutIt, 'lookAgain', prepare] }),
          ...stopped(),
          answer({ guard: 'detailsHaveChanged', target: 'preparing', actions: ['lookAgain', prepare] }),
          answer({
            check: 'lacksDetails',
            target: 'unready.details',
            actions: ['keepWait', notify('recipient', 'payout-details-missing')],
          }),
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
        term: { after: { waitUntil: timeout('5.2', { target: '#payout.preparing', actions: ['lookAgain', prepare] }) } },
        large: {
          meta: openEnded('5.2', 'staff'),
          on: {
            allow: command('operator', '5.2', {
              duty: 'allow',
              proposed: true,
              target: '#payout.preparing',
              actions: ['keepAllowance', 'lookAgain', prepare],
            }),
          },
        },
      },
    },
    sending: {
      meta: openEnded('platform', 'platform'),
      on: {
        sent: answer({ target: 'sent', actions: ['keepSent', bookPayout('payout-sent', false)] }),
        failed: [
          answer({ guard: 'leavesSome', target: 'refused', actions: refusedInPart }),
          ...stopped(),
          answer({ target: 'refused', actions: ['keepId', ...refused] }),
        ],
        stop: stopLater(),
        stopped: [answer({ guard: 'leavesSome', actions: [...cutIt, send] }), ...stopped()],
      },
    },
    sent: {
      meta: openEnded('platform', 'platform'),
      on: {
        confirmed: confirmed(),
        refused: [
          answer({ guard: 'leavesSome', target: 'refused', actions: [bookBack('payout-refused'), ...refusedInPart] }),
          ...stopped(bookBack('payout-refused')),
          answer({ target: 'refused', actions: [bookBack('payout-refused'), ...refused] }),
        ],
        returned: returned(),
        stop: stopLater(),
      },
      after: { askAgain },
    },
    confirmed: {
      on: { returned: returned(true), stop: stopLater() },
      after: { askAgain, returnUntil: timeout('platform', { target: 'settled' }) },
    },
    refused: { meta: openEnded('platform', 'staff'), on: { tryAgain: tryAgain(), detailsChanged: detailsChanged(), stop: stopNow() } },
    returned: { meta: openEnded('platform', 'staff'), on: { tryAgain: tryAgain(), detailsChanged: detailsChanged(), stop: stopNow() } },
    settled: { type: 'final' },
    stopped: { type: 'final' },
  },
});
