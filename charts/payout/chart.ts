/** The law of a payout: what the platform owes a contractor, sent by the provider. A bank may send it back, also after it was confirmed. */
import { assign, setup } from 'xstate';
import { answer, command, due, next, reminder, speaksFor, timeout } from '../law.ts';
import { asksOf } from '../payment/asks.ts';
import type { PayoutContext, PayoutEvent } from './types.ts';

const DAY = 86_400_000;

interface Scope {
  context: PayoutContext;
  event: PayoutEvent;
}

const payout = setup({
  types: { context: {} as PayoutContext, events: {} as PayoutEvent, input: {} as Partial<PayoutContext> },
  guards: { by: speaksFor },
  delays: {
    ask: ({ context, event }) => next(context.asks, event.at),
    returnUntil: ({ context }) => due(context.returnUntil),
  },
  actions: {
    bind: assign(({ context, event }) => (event.type === 'ask' ? { ...context, ...event.input } : context)),
    keepSent: assign(({ context, event }) => {
      if (event.type !== 'sent') return context;
      const { id, provider, reference, terms } = event.input;
      const returnUntil = new Date(Date.parse(event.at) + terms.payoutReturnDays * DAY).toISOString();
      const asks = asksOf(event.at, returnUntil, terms.payoutAskFirstSeconds, terms.payoutAskLongestSeconds);
      return { ...context, id, provider, reference, asks, returnUntil };
    }),
    /** Effects, notices and postings: the commit reads their names and parameters, the chart does nothing. */
    notify: (_, _params: { to: 'contractor' | 'operator'; template: string }) => {},
    sendToLife: (_, _params: { to: string; type: 'paidOut' | 'payoutRefused' | 'payoutReturned'; input: object }) => {},
    book: (_, _params: { postings: { debit: string; credit: string; amount: string; code: string }[] }) => {},
    sendPayout: (_, _params: { account?: string | undefined; amount: string }) => {},
    askPayout: (_, _params: { reference?: string | undefined }) => {},
  },
});

const send = {
  type: 'sendPayout' as const,
  params: ({ context: { contractor, amount } }: Scope) => ({ account: contractor, amount }),
};
const ask = reminder('platform', {
  actions: [{ type: 'askPayout' as const, params: ({ context: { reference } }: Scope) => ({ reference }) }],
});
/** A payout that was never sent has its id from the failure. */
const idOf = ({ context, event: { input } }: Scope): string | undefined => context.id ?? ('id' in input ? input.id : undefined);
const tell = (type: 'paidOut' | 'payoutRefused' | 'payoutReturned', template: string) => [
  {
    type: 'sendToLife' as const,
    params: (scope: Scope) => ({ to: scope.context.parent, type, input: { child: idOf(scope), amount: scope.context.amount } }),
  },
  { type: 'notify' as const, params: { to: 'contractor' as const, template } },
];
/** What the provider has taken over is owed no more; what comes back is owed again. */
const book = (code: string, back: boolean) => ({
  type: 'book' as const,
  params: ({ context: { contractor, provider, amount } }: Scope) => {
    const [debit, credit] = back ? [`provider/${provider}`, `owed/${contractor}`] : [`owed/${contractor}`, `provider/${provider}`];
    return { postings: [{ debit, credit, amount, code }] };
  },
});

const toStaff = { type: 'notify' as const, params: { to: 'operator' as const, template: 'payout-waits' } };
const refused = [...tell('payoutRefused', 'payout-refused'), toStaff];
const comesBack = () =>
  answer({ target: 'returned', actions: [book('payout-returned', true), ...tell('payoutReturned', 'payout-returned'), toStaff] });
const tryAgain = () => command('operator', 'platform', { duty: 'tryAgain', target: 'sending', actions: [send] });

export const payoutChart = payout.createMachine({
  id: 'payout',
  context: ({ input }) => ({ ...input }) as PayoutContext,
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { ask: answer({ target: 'sending', actions: ['bind', send] }) } },
    sending: {
      on: {
        sent: answer({ target: 'sent', actions: ['keepSent', book('payout-sent', false)] }),
        failed: answer({ target: 'refused', actions: refused }),
      },
    },
    sent: {
      on: {
        confirmed: answer({ target: 'confirmed', actions: tell('paidOut', 'payout-confirmed') }),
        refused: answer({ target: 'refused', actions: [book('payout-refused', true), ...refused] }),
        returned: comesBack(),
      },
      after: { ask },
    },
    confirmed: {
      on: { returned: comesBack() },
      after: { ask, returnUntil: timeout('platform', { target: 'settled' }) },
    },
    refused: { on: { tryAgain: tryAgain() } },
    returned: { on: { tryAgain: tryAgain() } },
    settled: { type: 'final' },
  },
});
