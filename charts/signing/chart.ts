/**
 * The law of a signing: who confirms a document, and in which order. A confirmation is the act of an authenticated party over the document's hash
 * (1.4); it is not an electronic signature (1.11).
 */
import { assign, setup } from 'xstate';
import { answer, command, due, next, reminder, speaksFor, timeout } from '../law.ts';
import type { Confirmation, Side, SigningContext, SigningEvent } from './types.ts';

/** Whose confirmation is waited for; undefined where nobody's is. */
export const turnOf = ({ order, confirmations }: Pick<SigningContext, 'order' | 'confirmations'>): Side | undefined =>
  order.find((party) => !confirmations.some((each) => each.party === party));

type Reader = 'customer' | 'contractor' | 'next' | 'others';

/** The accounts a notice goes to: `others` are those who did not make the last act. */
export function readersOf(context: SigningContext, to: string): string[] {
  const { refused, confirmations } = context;
  const acted = (refused ?? confirmations.at(-1))?.party;
  const sides: Record<Reader, (Side | undefined)[]> = {
    customer: ['customer'],
    contractor: ['contractor'],
    next: [turnOf(context)],
    others: (['customer', 'contractor'] as const).filter((side) => side !== acted),
  };
  return sides[to as Reader].flatMap((side) => (side && context[side]) ?? []);
}

const signing = setup({
  types: { context: {} as SigningContext, events: {} as SigningEvent, input: {} as Partial<SigningContext> },
  guards: {
    by: speaksFor,

    /** Of the event it reads who asks, which the menu tells too. */
    isTheirTurn: ({ context, event }) => event.by === turnOf(context),

    hashIsTheDocuments: ({ context, event }) => event.type === 'sign' && event.input.sha256 === context.document.sha256,
    confirmsLast: ({ context }) => context.order.length - context.confirmations.length === 1,
    isTheTurnOfWhoConfirmed: ({ context, event }) =>
      event.type === 'confirm' && event.input.party === turnOf(context) && event.input.account === context[event.input.party],
    allHaveConfirmed: ({ event }) =>
      event.type === 'ask' && event.input.order.every((party) => event.input.confirmed?.[party] !== undefined),
  },
  delays: {
    signReminder: ({ context, event }) => next(context.signBy === undefined ? [] : context.reminders, event.at),
    signBy: ({ context }) => due(context.signBy),
  },
  actions: {
    bind: assign(({ context, event }) => {
      if (event.type !== 'ask') return context;
      const { confirmed = {}, ...asked } = event.input;
      const confirmations = asked.order.flatMap((party): Confirmation[] => {
        const at = confirmed[party];
        return at === undefined ? [] : [{ party, at }];
      });
      return { ...asked, confirmations };
    }),
    addConfirmation: assign(({ context, event }) => {
      const party = event.type === 'confirm' ? event.input.party : (event.by as Side);
      return { ...context, confirmations: [...context.confirmations, { party, at: event.at }] };
    }),
    keepRefusal: assign(({ context, event }) =>
      event.type === 'refuse' ? { ...context, refused: { party: event.by as Side, at: event.at, reasons: event.input.reasons } } : context,
    ),
    notify: (_, _params: { to: Reader; template: string }) => {},
    sendToLife: (_, _params: { to: string; type: string; input: object }) => {},
  },
});

const notify = (to: Reader, template: string) => ({ type: 'notify' as const, params: { to, template } });
const report = (type: string, facts: (context: SigningContext) => object) => ({
  type: 'sendToLife' as const,
  params: ({ context }: { context: SigningContext }) => ({
    to: context.parent,
    type,
    input: { child: context.id, ...facts(context) },
  }),
});
const reportSigned = report('signed', ({ document }) => document);
const reportParty = report('partySigned', ({ confirmations }) => ({ party: confirmations.at(-1)?.party }));

export const signingChart = signing.createMachine({
  id: 'signing',
  // xstate also runs the initial state without input.
  context: ({ input }) => ({ order: [], confirmations: [], ...input }) as unknown as SigningContext,
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        ask: [
          // Who confirmed did so in the parent, which need not be told.
          answer({ check: 'allHaveConfirmed', target: 'signed', actions: ['bind'] }),
          answer({ target: 'awaited', actions: ['bind', notify('next', 'sign-asked')] }),
        ],
      },
    },
    awaited: {
      on: {
        sign: [
          command(['customer', 'contractor'], '1.4', {
            guard: 'isTheirTurn',
            check: ['hashIsTheDocuments', 'confirmsLast'],
            target: 'signed',
            actions: ['addConfirmation', reportSigned, notify('others', 'document-confirmed')],
          }),
          command(['customer', 'contractor'], '1.4', {
            guard: 'isTheirTurn',
            check: 'hashIsTheDocuments',
            actions: ['addConfirmation', reportParty, notify('next', 'sign-asked')],
          }),
        ],
        refuse: command(['customer', 'contractor'], '5.3', {
          guard: 'isTheirTurn',
          target: 'refused',
          actions: [
            'keepRefusal',
            report('signingRefused', ({ refused }) => ({ party: refused?.party })),
            notify('others', 'sign-refused'),
          ],
        }),
        // What a party confirmed in the parent counts here in its turn, once; at any other time it is unexpected and moves nothing.
        // The parent knows of it already.
        confirm: [
          answer({ check: ['isTheTurnOfWhoConfirmed', 'confirmsLast'], target: 'signed', actions: ['addConfirmation'] }),
          answer({ check: 'isTheTurnOfWhoConfirmed', actions: ['addConfirmation', notify('next', 'sign-asked')] }),
        ],
        replace: answer({ target: 'replaced' }),
      },
      after: {
        signReminder: reminder('4.3.3', { actions: [notify('next', 'sign-reminder')] }),
        signBy: timeout('4.3.3', {
          target: 'expired',
          actions: [report('signingExpired', () => ({})), notify('customer', 'sign-expired'), notify('contractor', 'sign-expired')],
        }),
      },
    },
    signed: { type: 'final' },
    refused: { type: 'final' },
    expired: { type: 'final' },
    replaced: { type: 'final' },
  },
});
