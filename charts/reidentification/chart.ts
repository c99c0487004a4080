/**
 * The law of a re-identification: a person who lost a device or changed the number is known again before the authorised number changes (1.2).
 * Whoever holds the old number or device is told, and may object while nothing has changed.
 */
import { assign, setup } from 'xstate';
import { workingDaysAfter } from '../../rules/working-days.ts';
import type { ErasableRef, Party } from '../law.ts';
import { answer, command, due, speaksFor, timeout } from '../law.ts';
import type { ReidentificationContext, ReidentificationEvent } from './types.ts';

const HOUR = 3_600_000;

/** The account, as whichever party it is. */
const ACCOUNT: Party[] = ['customer', 'contractor'];

/** The account a notice goes to, once where it is customer and contractor. */
export const readersOf = ({ customer, contractor }: ReidentificationContext): string[] => [
  ...new Set([customer, contractor].filter((account) => account !== undefined)),
];

type Refuser = NonNullable<ReidentificationContext['refused']>['by'];

const reidentification = setup({
  types: { context: {} as ReidentificationContext, events: {} as ReidentificationEvent, input: {} as Partial<ReidentificationContext> },
  guards: {
    by: speaksFor,
    isProved: ({ event }) => event.type === 'ask' && (event.input.proof === 'password' || event.input.proof === 'device'),
  },
  delays: {
    checkBy: ({ context }) => due(context.deadlines?.checkBy),
    coolingOffUntil: ({ context }) => due(context.deadlines?.coolingOffUntil),
  },
  actions: {
    bind: assign(({ context, event }) => {
      if (event.type !== 'ask') return context;
      const { calendar, ...asked } = event.input;
      return { ...context, ...asked, deadlines: { checkBy: workingDaysAfter(event.at, asked.terms.checkWorkingDays, calendar) } };
    }),
    coolOff: assign(({ context, event }) => ({
      ...context,
      deadlines: { coolingOffUntil: new Date(Date.parse(event.at) + context.terms.coolingOffHours * HOUR).toISOString() },
    })),
    keepRefusal: assign(({ context, event }, { by }: { by: Refuser }) => {
      const { reasons } = event.input as { reasons?: ErasableRef };
      return { ...context, refused: { by, at: event.at, ...(reasons && { reasons }) } };
    }),
    notify: (_, _params: { to: 'account'; template: string }) => {},
    sendToLife: (_, _params: { to: string; type: 'reidentificationOver' | 'identityShown'; input: object }) => {},
    changeNumber: (_, _params: { person: string; number: ErasableRef }) => {},
  },
});

const notify = (template: string) => ({ type: 'notify' as const, params: { to: 'account' as const, template } });
const over = (became: 'done' | 'refused' | 'lapsed') => ({
  type: 'sendToLife' as const,
  params: ({ context: { id, parent } }: { context: ReidentificationContext }) => ({
    to: parent,
    type: 'reidentificationOver' as const,
    input: { child: id, became },
  }),
});
/** Documents were looked at and show the person: from now on the account's commands pause. */
const shown = {
  type: 'sendToLife' as const,
  params: ({ context: { id, parent } }: { context: ReidentificationContext }) => ({
    to: parent,
    type: 'identityShown' as const,
    input: { child: id },
  }),
};
const refusal = (by: Refuser) => [{ type: 'keepRefusal' as const, params: { by } }, over('refused'), notify('number-change-refused')];
const changeNumber = {
  type: 'changeNumber' as const,
  params: ({ context: { person, number } }: { context: ReidentificationContext }) => ({ person, number }),
};

const object = () => command(ACCOUNT, '1.2', { target: 'refused', actions: refusal('account') });
const refuse = () => command('operator', '1.2', { target: 'refused', actions: refusal('operator') });

export const reidentificationChart = reidentification.createMachine({
  id: 'reidentification',
  // xstate also runs the initial state without input.
  context: ({ input }) => ({ deadlines: {}, ...input }) as unknown as ReidentificationContext,
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        ask: [
          answer({ check: 'isProved', calendar: true, target: 'coolingOff', actions: ['bind', 'coolOff', notify('number-change-asked')] }),
          answer({ calendar: true, target: 'checking', actions: ['bind', notify('number-change-checked')] }),
        ],
      },
    },
    checking: {
      on: {
        object: object(),
        approve: command('operator', '1.2', {
          duty: 'checkIdentity',
          target: 'coolingOff',
          actions: ['coolOff', shown, notify('number-change-asked')],
        }),
        refuse: refuse(),
      },
      after: { checkBy: timeout('platform', { target: 'lapsed', actions: [over('lapsed'), notify('number-change-lapsed')] }) },
    },
    coolingOff: {
      on: { object: object(), refuse: refuse() },
      after: {
        coolingOffUntil: timeout('platform', { target: 'changing', actions: [notify('number-change-begins'), changeNumber] }),
      },
    },
    changing: {
      on: {
        numberChanged: answer({ target: 'done', actions: [over('done'), notify('number-changed')] }),
        numberRefused: answer({ target: 'refused', actions: refusal('number') }),
      },
    },
    done: { type: 'final' },
    refused: { type: 'final' },
    lapsed: { type: 'final' },
  },
});
