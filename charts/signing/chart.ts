/**
 * The law of a signing: who confirms a document, how, and in which order. Each confirmation is over the document's hash: the act of an authenticated
 * party (1.4), perhaps with a code, or an electronic signature (1.11). A document with electronic signatures counts as signed only after each of them
 * was read again from the store and checked.
 */
import { enqueueActions, setup } from 'xstate';
import type { Way } from '../../rules/signing-ways.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, next, openEnded, reminder, STAFF, sideOf, speaksFor, timeout } from '../law.ts';
import type { Recipients } from '../life-type.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { SigningTemplate } from './messages.ts';
import type { Confirmation, Side, SigningContext, SigningEvent } from './types.ts';

/** The parties that may confirm now. */
export function awaitedOf({ order, sideBySide, confirmations }: Pick<SigningContext, 'order' | 'sideBySide' | 'confirmations'>): Side[] {
  const left = order.filter((party) => !confirmations.some((each) => each.party === party));
  return sideBySide ? left : left.slice(0, 1);
}

/** The ways that count for a party. */
export const waysOf = ({ ways }: Pick<SigningContext, 'ways'>, party: Side): readonly Way[] => ways?.[party] ?? ['account'];

/**
 * `awaited`: the parties that may confirm now. `following`: those of them whose turn has just come. `others`: the parties who did not make the last act.
 * `addressee`: who gets the paper that the other party brought.
 */
export type Reader = 'customer' | 'contractor' | 'awaited' | 'following' | 'others' | 'addressee' | 'staff';

/** The accounts a notice goes to. */
export function readersOf(context: SigningContext, to: Reader): Recipients {
  if (to === 'staff') return [STAFF];
  const { refused, withdrawn, confirmations, sideBySide, issuer } = context;
  const both = ['customer', 'contractor'] as const;
  const acted = (refused ?? withdrawn ?? confirmations.at(-1))?.party;
  const sides: Record<Exclude<Reader, 'staff'>, Side[]> = {
    customer: ['customer'],
    contractor: ['contractor'],
    awaited: awaitedOf(context),
    following: sideBySide ? [] : awaitedOf(context),
    others: both.filter((side) => side !== acted),
    addressee: both.filter((side) => side !== issuer),
  };
  return sides[to].flatMap((side) => context[side] ?? []);
}

const blank = { order: [], confirmations: [] } satisfies Partial<SigningContext>;

const { begin, on, when, change } = contextOf<SigningContext, SigningEvent, typeof blank>();
const { effect, notify, ordered } = ordersOf<{ context: SigningContext; event: SigningEvent }, Reader, SigningTemplate>();

const isAwaited = (context: SigningContext, party: string): boolean => awaitedOf(context).some((each) => each === party);
/** Also of the input of a life that asks, which nobody has validated. */
const mayUseAccount = (context: Pick<SigningContext, 'ways'>, party: Side): boolean => [waysOf(context, party)].flat().includes('account');

type Told = 'signed' | 'partySigned' | 'signingRefused' | 'signingExpired';

const factsOf: Record<Told, (context: SigningContext) => object> = {
  signed: ({ document }) => document,
  partySigned: ({ confirmations }) => ({ party: confirmations.at(-1)?.party }),
  signingRefused: ({ refused, withdrawn }) => ({ party: (refused ?? withdrawn)?.party }),
  signingExpired: () => ({}),
};

/** Tells the life that asked. Nothing depends there on a paper that a party brought itself. */
const report = enqueueActions<SigningContext, SigningEvent, { type: Told }, SigningEvent, never, never, never, never, never>(
  ({ context, enqueue }, { type }) => {
    const { id: child, parent: to, issuer } = context;
    if (issuer === undefined) enqueue(effect('sendToLife', { to, type, input: { child, ...factsOf[type](context) } }) as never);
  },
);

const signing = setup({
  types: { context: {} as SigningContext, events: {} as SigningEvent, input: {} as Partial<SigningContext> },
  guards: {
    by: speaksFor,

    /** It reads only the sender of the event, which the menu also supplies. */
    isTheirTurn: ({ context, event }) => isAwaited(context, event.by),
    isTheirOwnAndUnsigned: ({ context, event }) => event.by === context.issuer && context.confirmations.length === 0,

    hashIsTheDocuments: when('sign', ({ context, event }) => event.input.sha256 === context.document.sha256),
    wayCounts: when('sign', ({ context, event }) => waysOf(context, sideOf(event)).includes(event.input.way ?? 'account')),
    confirmsLast: ({ context }) => context.order.length - context.confirmations.length === 1,
    hasNoSignature: ({ context, event }) =>
      !(event.type === 'sign' && event.input.way === 'cms') && !context.confirmations.some(({ way }) => way === 'cms'),

    isTheTurnOfWhoConfirmed: when(
      'confirm',
      ({ context, event: { input } }) => isAwaited(context, input.party) && input.account === context[input.party],
    ),
    accountCounts: when('confirm', ({ context, event: { input } }) => mayUseAccount(context, input.party)),
    allHaveConfirmed: when(
      'ask',
      ({ event: { input } }) =>
        Array.isArray(input.order) && input.order.every((party) => input.confirmed?.[party] !== undefined && mayUseAccount(input, party)),
    ),

    bringsAPaper: when('ask', ({ event: { input } }) => input.issuer !== undefined),

    wasReplaced: ({ context }) => context.replaced === true,
    signaturesHold: when('checked', ({ event: { input } }) => Array.isArray(input.faults) && input.faults.length === 0),
  },
  delays: {
    signReminder: ({ context, event }) => next(context.signBy === undefined ? [] : context.reminders, event.at),
    signBy: ({ context }) => due(context.signBy),
  },
  actions: {
    bind: begin('ask', ({ input: { confirmed = {}, ...asked } }) => {
      const confirmations = asked.order.flatMap((party): Confirmation[] => {
        const at = confirmed[party];
        return at === undefined || !mayUseAccount(asked, party) ? [] : [{ party, at, way: 'account' }];
      });
      return { ...asked, confirmations };
    }),
    addConfirmation: on(['sign', 'confirm'], ({ context, event }) => ({
      confirmations: [...context.confirmations, confirmationOf(event)],
    })),
    keepRefusal: on(['refuse', 'refuseSignatures'], ({ event }) => {
      const party = event.by === 'operator' ? 'operator' : sideOf(event);
      return { refused: { party, at: event.at, reasons: event.input.reasons } };
    }),
    keepWithdrawal: on('withdraw', ({ event }) => ({ withdrawn: { party: sideOf(event), at: event.at } })),
    noteReplacement: change(() => ({ replaced: true })),
    keepFaults: on('checked', ({ event: { input } }) => ({ faults: Array.isArray(input.faults) ? input.faults : [] })),
    report,
    ...ordered('notify', 'checkSignatures'),
  },
});

function confirmationOf(event: Extract<SigningEvent, { type: 'sign' | 'confirm' }>): Confirmation {
  if (event.type === 'confirm') return { party: event.input.party, at: event.input.at, way: 'account' };
  const { way = 'account', signature } = event.input;
  return { party: sideOf(event), at: event.at, way, ...(signature && { signature }) };
}

const reported = (type: Told) => ({ type: 'report' as const, params: { type } });
const reportSigned = reported('signed');
const reportParty = reported('partySigned');
const reportRefusal = reported('signingRefused');
const toBoth = (template: SigningTemplate) => [notify('customer', template), notify('contractor', template)] as const;
const check = effect('checkSignatures', {});

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
          answer({ check: 'bringsAPaper', target: 'awaited', actions: ['bind', notify('addressee', 'paper-brought')] }),
          answer({ target: 'awaited', actions: ['bind', notify('awaited', 'sign-asked')] }),
        ],
      },
    },
    awaited: {
      on: {
        sign: [
          command(['customer', 'contractor'], '1.4', {
            guard: 'isTheirTurn',
            check: ['hashIsTheDocuments', 'wayCounts', 'confirmsLast', 'hasNoSignature'],
            target: 'signed',
            actions: ['addConfirmation', reportSigned, notify('others', 'document-confirmed')],
          }),
          command(['customer', 'contractor'], '1.11', {
            guard: 'isTheirTurn',
            check: ['hashIsTheDocuments', 'wayCounts', 'confirmsLast'],
            target: 'checking',
            actions: ['addConfirmation', check],
          }),
          command(['customer', 'contractor'], '1.4', {
            guard: 'isTheirTurn',
            check: ['hashIsTheDocuments', 'wayCounts'],
            actions: ['addConfirmation', reportParty, notify('following', 'sign-asked')],
          }),
        ],
        refuse: command(['customer', 'contractor'], '5.3', {
          guard: 'isTheirTurn',
          target: 'refused',
          actions: ['keepRefusal', reportRefusal, notify('others', 'sign-refused')],
        }),
        withdraw: command(['customer', 'contractor'], '5.3', {
          guard: 'isTheirOwnAndUnsigned',
          target: 'withdrawn',
          actions: ['keepWithdrawal', reportRefusal, notify('others', 'document-withdrawn')],
        }),
        // What a party confirmed in the parent counts here in its turn, once; at any other time it is unexpected and moves nothing.
        // The parent knows of it already.
        confirm: [
          answer({
            check: ['isTheTurnOfWhoConfirmed', 'accountCounts', 'confirmsLast', 'hasNoSignature'],
            target: 'signed',
            actions: ['addConfirmation'],
          }),
          answer({
            check: ['isTheTurnOfWhoConfirmed', 'accountCounts', 'confirmsLast'],
            target: 'checking',
            actions: ['addConfirmation', check],
          }),
          answer({ check: ['isTheTurnOfWhoConfirmed', 'accountCounts'], actions: ['addConfirmation', notify('following', 'sign-asked')] }),
          // The party needs a stronger way: it confirmed the work, and has yet to sign its document.
          answer({ check: 'isTheTurnOfWhoConfirmed', actions: [notify('awaited', 'sign-asked')] }),
        ],
        replace: answer({ target: 'replaced' }),
      },
      after: {
        signReminder: reminder('4.3.3', { actions: [notify('awaited', 'sign-reminder')] }),
        signBy: timeout('4.3.3', {
          target: 'expired',
          actions: [reported('signingExpired'), ...toBoth('sign-expired')],
        }),
      },
    },
    // Every party has confirmed. The worker reads the document and each signature from the store, and checks them without asking anybody.
    checking: {
      meta: openEnded('1.11', 'platform'),
      on: {
        checked: [
          answer({ guard: 'wasReplaced', target: 'replaced' }),
          answer({ check: 'signaturesHold', target: 'signed', actions: [reportSigned, ...toBoth('document-confirmed')] }),
          answer({ target: 'unsound', actions: ['keepFaults', notify('staff', 'signatures-unsound')] }),
        ],
        replace: answer({ actions: ['noteReplacement'] }),
      },
    },
    unsound: {
      meta: openEnded('1.11', 'staff'),
      on: {
        checkAgain: command('operator', '1.11', { duty: 'checkAgain', target: 'checking', actions: [check] }),
        refuseSignatures: command('operator', '1.11', {
          target: 'refused',
          actions: ['keepRefusal', reportRefusal, ...toBoth('signatures-refused')],
        }),
        replace: answer({ target: 'replaced' }),
      },
    },
    signed: { type: 'final' },
    refused: { type: 'final' },
    withdrawn: { type: 'final' },
    expired: { type: 'final' },
    replaced: { type: 'final' },
  },
});
