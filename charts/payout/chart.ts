/** The law of a payout: what the platform owes a contractor, sent by the provider. A bank may send it back, also after it was confirmed. */
import { setup } from 'xstate';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { asksOf } from '../payment/asks.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { PayoutTemplate } from './messages.ts';
import type { PayoutContext, PayoutEvent } from './types.ts';

const DAY = 86_400_000;

interface Scope {
  context: PayoutContext;
  event: PayoutEvent;
}

export type Reader = 'contractor' | 'operator';

const { begin, on } = contextOf<PayoutContext, PayoutEvent>();
const { book, effect, notify, ordered } = ordersOf<Scope, Reader, PayoutTemplate>();

const payout = setup({
  types: { context: {} as PayoutContext, events: {} as PayoutEvent, input: {} as Partial<PayoutContext> },
  guards: { by: speaksFor },
  delays: {
    askAgain: ({ context, event }) => next(context.asks, event.at),
    returnUntil: ({ context }) => due(context.returnUntil),
  },
  actions: {
    bind: begin('ask', ({ input }) => input),
    keepSent: on('sent', ({ event: { at, input } }) => {
      const { id, provider, reference, terms } = input;
      const returnUntil = new Date(Date.parse(at) + terms.payoutReturnDays * DAY).toISOString();
      const asks = asksOf(at, returnUntil, terms.payoutAskFirstSeconds, terms.payoutAskLongestSeconds);
      return { id, provider, reference, asks, returnUntil };
    }),
    ...ordered('notify', 'sendToLife', 'book', 'sendPayout', 'askPayout'),
  },
});

const send = effect('sendPayout', ({ context: { contractor = '', amount } }) => ({ account: contractor, amount }));
const askAgain = reminder('platform', { actions: [effect('askPayout', ({ context: { reference = '' } }) => ({ reference }))] });
/** If `sent` never arrived, the id is taken from `failed`. */
const idOf = ({ context, event: { input } }: Scope): string | undefined => context.id ?? ('id' in input ? input.id : undefined);
const tell = (type: 'paidOut' | 'payoutRefused' | 'payoutReturned', template: PayoutTemplate) => [
  effect('sendToLife', (scope) => ({ to: scope.context.parent, type, input: { child: idOf(scope), amount: scope.context.amount } })),
  notify('contractor', template),
];
/** What the provider has taken over is owed no more; what comes back is owed again. */
const bookPayout = (code: string, back: boolean) =>
  book(({ context: { contractor, provider, amount } }) => {
    const [debit, credit] = back ? [`provider/${provider}`, `owed/${contractor}`] : [`owed/${contractor}`, `provider/${provider}`];
    return [{ debit, credit, amount, code }];
  });

const toStaff = notify('operator', 'payout-waits');
const refused = [...tell('payoutRefused', 'payout-refused'), toStaff];
const comesBack = () =>
  answer({ target: 'returned', actions: [bookPayout('payout-returned', true), ...tell('payoutReturned', 'payout-returned'), toStaff] });
const tryAgain = () => command('operator', 'platform', { duty: 'tryAgain', target: 'sending', actions: [send] });

export const payoutChart = payout.createMachine({
  id: 'payout',
  context: unbegun<PayoutContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'sending', actions: ['bind', send] }) } },
    sending: {
      meta: openEnded('platform'),
      on: {
        sent: answer({ target: 'sent', actions: ['keepSent', bookPayout('payout-sent', false)] }),
        failed: answer({ target: 'refused', actions: refused }),
      },
    },
    sent: {
      meta: openEnded('platform'),
      on: {
        confirmed: answer({ target: 'confirmed', actions: tell('paidOut', 'payout-confirmed') }),
        refused: answer({ target: 'refused', actions: [bookPayout('payout-refused', true), ...refused] }),
        returned: comesBack(),
      },
      after: { askAgain },
    },
    confirmed: {
      on: { returned: comesBack() },
      after: { askAgain, returnUntil: timeout('platform', { target: 'settled' }) },
    },
    refused: { meta: openEnded('platform'), on: { tryAgain: tryAgain() } },
    returned: { meta: openEnded('platform'), on: { tryAgain: tryAgain() } },
    settled: { type: 'final' },
  },
});
