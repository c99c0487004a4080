/**
 * The law of a signing: who confirms a document, and in which order. A confirmation is the act of an authenticated party over the document's hash
 * (1.4); it is not an electronic signature (1.11).
 */
import { setup } from 'xstate';
import type { LifeMessage } from '../effects.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, reminder, sideOf, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { SigningTemplate } from './messages.ts';
import type { Confirmation, Side, SigningContext, SigningEvent } from './types.ts';

/** The party that still has to confirm; undefined if none has to. */
export const turnOf = ({ order, confirmations }: Pick<SigningContext, 'order' | 'confirmations'>): Side | undefined =>
  order.find((party) => !confirmations.some((each) => each.party === party));

/** `next`: the party whose turn it is. `others`: the parties who did not make the last act. */
export type Reader = 'customer' | 'contractor' | 'next' | 'others';

/** The accounts a notice goes to. */
export function readersOf(context: SigningContext, to: Reader): string[] {
  const { refused, confirmations } = context;
  const acted = (refused ?? confirmations.at(-1))?.party;
  const sides: Record<Reader, (Side | undefined)[]> = {
    customer: ['customer'],
    contractor: ['contractor'],
    next: [turnOf(context)],
    others: (['customer', 'contractor'] as const).filter((side) => side !== acted),
  };
  return sides[to].flatMap((side) => (side && context[side]) ?? []);
}

const blank = { order: [], confirmations: [] } satisfies Partial<SigningContext>;

const { begin, on, when } = contextOf<SigningContext, SigningEvent, typeof blank>();
const { effect, notify, ordered } = ordersOf<{ context: SigningContext; event: SigningEvent }, Reader, SigningTemplate>();

const signing = setup({
  types: { context: {} as SigningContext, events: {} as SigningEvent, input: {} as Partial<SigningContext> },
  guards: {
    by: speaksFor,

    /** It reads only the sender of the event, which the menu also supplies. */
    isTheirTurn: ({ context, event }) => event.by === turnOf(context),

    hashIsTheDocuments: when('sign', ({ context, event }) => event.input.sha256 === context.document.sha256),
    confirmsLast: ({ context }) => context.order.length - context.confirmations.length === 1,
    isTheTurnOfWhoConfirmed: when('confirm', ({ context, event: { input } }) => {
      const turn = turnOf(context);
      return turn !== undefined && input.party === turn && input.account === context[turn];
    }),
    allHaveConfirmed: when(
      'ask',
      ({ event: { input } }) => Array.isArray(input.order) && input.order.every((party) => input.confirmed?.[party] !== undefined),
    ),
  },
  delays: {
    signReminder: ({ context, event }) => next(context.signBy === undefined ? [] : context.reminders, event.at),
    signBy: ({ context }) => due(context.signBy),
  },
  actions: {
    bind: begin('ask', ({ input: { confirmed = {}, ...asked } }) => {
      const confirmations = asked.order.flatMap((party): Confirmation[] => {
        const at = confirmed[party];
        return at === undefined ? [] : [{ party, at }];
      });
      return { ...asked, confirmations };
    }),
    addConfirmation: on(['sign', 'confirm'], ({ context, event }) => {
      const party = event.type === 'confirm' ? event.input.party : sideOf(event);
      return { confirmations: [...context.confirmations, { party, at: event.at }] };
    }),
    keepRefusal: on('refuse', ({ event }) => ({ refused: { party: sideOf(event), at: event.at, reasons: event.input.reasons } })),
    ...ordered('notify', 'sendToLife'),
  },
});

const report = (type: LifeMessage, facts: (context: SigningContext) => object) =>
  effect('sendToLife', ({ context }) => ({ to: context.parent, type, input: { child: context.id, ...facts(context) } }));
const reportSigned = report('signed', ({ document }) => document);
const reportParty = report('partySigned', ({ confirmations }) => ({ party: confirmations.at(-1)?.party }));

export const signingChart = signing.createMachine({
  id: 'signing',
  context: unbegun<SigningContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        ask: [
          // The party confirmed in the parent, so the parent needs no message.
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
