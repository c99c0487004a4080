/**
 * The law of a re-identification: a person who lost a device or changed the number is known again before the authorised number changes (1.2). It is
 * about a person and not about an account. The old number gets a text, each account that the person acts for gets a notice, and any of them may object
 * before anything changes.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import type { ErasableRef, Party } from '../law.ts';
import { answer, command, due, isSecondPerson, openEnded, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ReidentificationTemplate } from './messages.ts';
import type { ReidentificationContext, ReidentificationEvent, ReidentificationReader } from './types.ts';

/** An account, as whichever party it is. */
const ACCOUNT: Party[] = ['customer', 'contractor'];

/** Whether the commands of the person's accounts pause: the person is proved, or two of the staff have seen the documents. */
export const pauses = ({ proof, deadlines }: Pick<ReidentificationContext, 'proof' | 'deadlines'>): boolean =>
  proof !== 'documents' || deadlines.coolingOffUntil !== undefined;

type Refuser = NonNullable<ReidentificationContext['refused']>['by'];

const blank = { deadlines: {}, own: [], companies: [], joined: [] } satisfies Partial<ReidentificationContext>;

interface Scope {
  context: ReidentificationContext;
  event: ReidentificationEvent;
}

const { begin, change, on, when } = contextOf<ReidentificationContext, ReidentificationEvent, typeof blank>();
const { effect, notify, ordered } = ordersOf<Scope, ReidentificationReader, ReidentificationTemplate>();

const reidentification = setup({
  types: { context: {} as ReidentificationContext, events: {} as ReidentificationEvent, input: {} as Partial<ReidentificationContext> },
  guards: {
    by: speaksFor,
    isConcerned: ({ context: { own, companies }, event: { actor } }) => actor !== undefined && [...own, ...companies].includes(actor),
    /** A second person has to confirm, so the first one must be known. */
    isKnown: ({ event }) => event.actor !== undefined,
    isAnother: ({ context: { approved }, event }) => isSecondPerson(event, approved?.by, approved?.byPerson),
    isProved: when('ask', ({ event: { input } }) => input.proof !== 'documents' && !input.isStaff),
    areNew: when('accountsJoined', ({ context, event: { input } }) => {
      if (!Array.isArray(input.own) || !Array.isArray(input.companies)) return false;
      const known = [...context.own, ...context.companies];
      const joined = [...input.own, ...input.companies];
      return joined.length > 0 && joined.every((account) => !known.includes(account));
    }),
  },
  delays: {
    checkBy: ({ context }) => due(context.deadlines?.checkBy),
    coolingOffUntil: ({ context }) => due(context.deadlines?.coolingOffUntil),
  },
  actions: {
    bind: begin('ask', ({ at, input: { calendar, ...asked } }) => ({
      ...asked,
      deadlines: { checkBy: workingDaysAfter(at, asked.terms.checkWorkingDays, calendar) },
    })),
    keepJoined: on('accountsJoined', ({ context, event: { input } }) => ({
      own: [...context.own, ...input.own],
      companies: [...context.companies, ...input.companies],
      joined: [...input.own, ...input.companies],
    })),
    keepApproval: change(({ event: { actor = '', person } }) => ({
      approved: { by: actor, ...(person !== undefined && { byPerson: person }) },
    })),
    coolOff: change(({ context, event }) => ({
      deadlines: { coolingOffUntil: hoursAfter(event.at, context.terms.coolingOffHours) },
    })),
    keepRefusal: change(({ event }, { by }: { by: Refuser }) => {
      const { reasons } = event.input as { reasons?: ErasableRef };
      return { refused: { by, at: event.at, ...(reasons && { reasons }) } };
    }),
    ...ordered('notify', 'tellAccounts', 'changeNumber'),
  },
});

const tellAccounts = effect('tellAccounts', ({ context: { person } }) => ({ person }));
/** To the person and the accounts in the person's name. A company gets words of its own. */
const notifyPerson = (template: ReidentificationTemplate) => [notify('person', template), notify('own', template)];
const asked = [...notifyPerson('number-change-asked'), notify('companies', 'member-number-changes')];
const checked = [...notifyPerson('number-change-checked'), notify('companies', 'member-number-changes')];
const ended = (template: ReidentificationTemplate) => [
  tellAccounts,
  ...notifyPerson(template),
  notify('companies', 'member-number-change-over'),
];
const refusal = (by: Refuser) => [{ type: 'keepRefusal' as const, params: { by } }, ...ended('number-change-refused')];
const changeNumber = effect('changeNumber', ({ context: { person, number } }) => ({ person, number }));

/** Until the number changes, every account of the person may object, and so may the person. The operator may refuse. */
const stopping = () => ({
  object: command(ACCOUNT, '1.2', { candidate: 'isConcerned', target: '#reidentification.refused', actions: refusal('account') }),
  personObjected: answer({ target: '#reidentification.refused', actions: refusal('person') }),
  refuse: command('operator', '1.2', { target: '#reidentification.refused', actions: refusal('operator') }),
});
const joining = () => ({
  accountsJoined: answer({ check: 'areNew', actions: ['keepJoined', tellAccounts, notify('joined', 'member-number-changes')] }),
});

export const reidentificationChart = reidentification.createMachine({
  id: 'reidentification',
  context: unbegun<ReidentificationContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        ask: [
          answer({ check: 'isProved', calendar: true, target: 'coolingOff', actions: ['bind', 'coolOff', tellAccounts, ...asked] }),
          answer({ calendar: true, target: 'checking', actions: ['bind', tellAccounts, ...checked] }),
        ],
      },
    },
    checking: {
      initial: 'first',
      on: { ...stopping(), ...joining() },
      after: { checkBy: timeout('platform', { target: 'lapsed', actions: ended('number-change-lapsed') }) },
      states: {
        first: {
          on: {
            approve: command('operator', '1.2', {
              duty: 'checkIdentity',
              candidate: 'isKnown',
              target: 'second',
              actions: ['keepApproval'],
            }),
          },
        },
        // Whoever changes a number holds every account of the person: no single member of the staff may do it.
        second: {
          on: {
            confirm: command('operator', '1.2', {
              duty: 'confirmIdentity',
              candidate: 'isAnother',
              target: '#reidentification.coolingOff',
              actions: ['coolOff', tellAccounts, ...notifyPerson('number-change-asked')],
            }),
          },
        },
      },
    },
    coolingOff: {
      on: { ...stopping(), ...joining() },
      after: {
        coolingOffUntil: timeout('platform', { target: 'changing', actions: [...notifyPerson('number-change-begins'), changeNumber] }),
      },
    },
    changing: {
      meta: openEnded('platform', 'platform'),
      on: {
        ...joining(),
        numberChanged: answer({ target: 'done', actions: ended('number-changed') }),
        numberRefused: answer({ target: 'refused', actions: refusal('number') }),
      },
    },
    done: { type: 'final' },
    refused: { type: 'final' },
    lapsed: { type: 'final' },
  },
});
