/**
 * The law of an alert: what happened to the access of a person who has no account in their own name (1.3). It is recorded once, and the person is told
 * at the authorised number. The accounts that the person acts for are companies: their owners have no right to know when a member logs in.
 */
import { setup } from 'xstate';
import { ordersOf } from '../effects.ts';
import { answer, speaksFor } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { AlertTemplate } from './messages.ts';
import type { AlertContext, AlertEvent } from './types.ts';

interface Scope {
  context: AlertContext;
  event: AlertEvent;
}

const { change, when } = contextOf<AlertContext, AlertEvent>();
const { notify: notifyReader, ordered } = ordersOf<Scope, 'person', AlertTemplate>();

const alert = setup({
  types: { context: {} as AlertContext, events: {} as AlertEvent, input: {} as Partial<AlertContext> },
  guards: {
    by: speaksFor,
    deviceIsNew: when('loggedIn', ({ event }) => event.input.isNew),
  },
  actions: {
    bind: change(({ event: { input } }) => ({ person: input.person })),
    ...ordered('notify'),
  },
});

const told = (template: AlertTemplate) => answer({ target: 'told' as const, actions: ['bind' as const, notifyReader('person', template)] });

export const alertChart = alert.createMachine({
  id: 'alert',
  context: unbegun<AlertContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        loggedIn: [
          answer({ check: 'deviceIsNew', target: 'told', actions: ['bind', notifyReader('person', 'logged-in-anew')] }),
          answer({ target: 'told', actions: ['bind'] }),
        ],
        loggedOut: answer({ target: 'told', actions: ['bind'] }),
        deviceAuthorised: told('device-authorised'),
        deviceRevoked: told('device-revoked'),
        passwordSet: told('password-set'),
        lockedOut: told('locked-out'),
      },
    },
    told: { type: 'final' },
  },
});
