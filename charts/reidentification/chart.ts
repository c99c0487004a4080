/**
 * The law of a re-identification: a person who lost a device or changed the number is known again before the authorised number changes (1.2).
 * The holder of the old number or device is notified, and may object before anything changes.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import type { ErasableRef, Party } from '../law.ts';
import { answer, command, due, openEnded, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ReidentificationTemplate } from './messages.ts';
import type { ReidentificationContext, ReidentificationEvent } from './types.ts';

/** The account, as whichever party it is. */
const ACCOUNT: Party[] = ['customer', 'contractor'];

/** The account a notice goes to, once where it is customer and contractor. */
export const readersOf = ({ customer, contractor }: ReidentificationContext): string[] => [
  ...new Set([customer, contractor].filter((account) => account !== undefined)),
];

type Refuser = NonNullable<ReidentificationContext['refused']>['by'];

const blank = { deadlines: {} } satisfies Partial<ReidentificationContext>;

interface Scope {
  context: ReidentificationContext;
  event: ReidentificationEvent;
}

const { begin, change, when } = contextOf<ReidentificationContext, ReidentificationEvent, typeof blank>();
const { effect, notify: notifyReader, ordered } = ordersOf<Scope, 'account', ReidentificationTemplate>();

const reidentification = setup({
  types: { context: {} as ReidentificationContext, events: {} as ReidentificationEvent, input: {} as Partial<ReidentificationContext> },
  guards: {
    by: speaksFor,
    isProved: when('ask', ({ event: { input } }) => input.proof === 'password' || input.proof === 'device'),
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
    coolOff: change(({ context, event }) => ({
      deadlines: { coolingOffUntil: hoursAfter(event.at, context.terms.coolingOffHours) },
    })),
    keepRefusal: change(({ event }, { by }: { by: Refuser }) => {
      const { reasons } = event.input as { reasons?: ErasableRef };
      return { refused: { by, at: event.at, ...(reasons && { reasons }) } };
    }),
    ...ordered('notify', 'sendToLife', 'changeNumber'),
  },
});

const notify = (template: ReidentificationTemplate) => notifyReader('account', template);
const over = (became: 'done' | 'refused' | 'lapsed') =>
  effect('sendToLife', ({ context: { id, parent } }) => ({ to: parent, type: 'reidentificationOver', input: { child: id, became } }));
/** Documents were looked at and show the person: from now on the account's commands pause. */
const shown = effect('sendToLife', ({ context: { id, parent } }) => ({ to: parent, type: 'identityShown', input: { child: id } }));
const refusal = (by: Refuser) => [{ type: 'keepRefusal' as const, params: { by } }, over('refused'), notify('number-change-refused')];
const changeNumber = effect('changeNumber', ({ context: { person, number } }) => ({ person, number }));

const object = () => command(ACCOUNT, '1.2', { target: 'refused', actions: refusal('account') });
const refuse = () => command('operator', '1.2', { target: 'refused', actions: refusal('operator') });

export const reidentificationChart = reidentification.createMachine({
  id: 'reidentification',
  context: unbegun<ReidentificationContext>(blank),
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
      meta: openEnded('platform', 'platform'),
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
