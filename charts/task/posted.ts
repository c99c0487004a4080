/**
 * A task that waits for its contractor. What leads to a new obligation opens something, and so does the start of the work (`agreed.ts`); leaving does
 * not. Once the task binds both nothing else does: amending, signing and paying in serve what was accepted (3.4, 4.4.2).
 */
import { command, reminder, timeout } from '../law.ts';
import { askDetails, notify } from './orders.ts';
import { task } from './setup.ts';

export const posted = task.createStateConfig({
  on: {
    // A new version is offered to contractors as a new post would be.
    change: command('customer', '1.10', {
      opens: true,
      check: ['versionIsCurrent', 'linesAreKnown', 'datesAreInOrder', 'datesAreNear'],
      platformCheck: 'holdOutlastsWork',
      target: 'posted',
      actions: ['newVersion', notify('candidates', 'task-changed')],
    }),
    withdraw: command('customer', '1.10', { target: 'withdrawn', actions: [notify('candidates', 'task-withdrawn')] }),
    block: command('operator', '4.4.3', {
      target: 'blocked',
      actions: [notify('customer', 'task-blocked'), notify('candidates', 'task-withdrawn')],
    }),
    respond: command('contractor', '1.7', {
      opens: true,
      candidate: 'mayRespond',
      guard: 'nobodyIsChosen',
      check: ['versionIsCurrent', 'priceMayBeNamed'],
      actions: ['addResponse', notify('customer', 'task-responded')],
    }),
    retract: command('contractor', '1.10', {
      candidate: 'hasResponded',
      guard: 'isChoice',
      actions: ['dropResponse', notify('customer', 'response-retracted')],
    }),
    choose: command('customer', '1.10', {
      opens: true,
      guard: 'someoneMayBeChosen',
      check: ['versionIsCurrent', 'responseIsCurrent'],
      actions: ['chooseContractor', notify('chosen', 'task-offered')],
    }),
    accept: command('contractor', '3.4', {
      opens: true,
      candidate: 'mayAccept',
      guard: 'customerIsNotSuspended',
      check: 'versionIsCurrent',
      calendar: true,
      target: 'agreed',
      actions: ['bindContractor', notify('customer', 'task-accepted'), askDetails],
    }),
    decline: command('contractor', '1.10', {
      candidate: 'mayDecline',
      actions: ['dropInvitation', 'dropResponse', notify('customer', 'task-declined')],
    }),
  },
  after: {
    acceptReminder: reminder('platform', { actions: [notify('customer', 'accept-reminder')] }),
    acceptBy: timeout('platform', { target: 'expired', actions: [notify('customer', 'task-expired')] }),
  },
});
