/** The work (4.2.1). */
import { command, reminder, timeout } from '../law.ts';
import { confirmReminder, inAdvance } from './advance.ts';
import { acceptAmendment, byAgreement, cancel, fundsTakenBack, giveUp, holdLost, resign, settledByClaim } from './leaving.ts';
import { drawAct, drawOrder, notify, notifyBoth } from './orders.ts';
import { newRisk, resume, stop } from './regions.ts';
import { task } from './setup.ts';

export const executing = task.createStateConfig({
  always: drawOrder(),
  after: { confirmReminder: confirmReminder() },
  initial: 'working',
  on: {
    submit: command('contractor', '4.2.1', {
      guard: 'workGoesOn',
      check: 'partsFitTheWork',
      calendar: true,
      target: 'review',
      actions: ['beginReview', ...drawAct(), notify('customer', 'work-submitted')],
    }),
    stopWork: stop('unsafe', '4.2.3', 'work-stopped'),
    reportNoAccess: stop('no-access', '4.3.2', 'no-access'),
    resumeWork: resume('4.2.3'),
    ...newRisk(),
    giveUp: giveUp(['customer', 'contractor'], '8.1', 'holdIsTooLong'),
    cancel: cancel(true),
    resign: resign(),
    ...inAdvance(),
    ...byAgreement(),
    acceptAmendment: acceptAmendment({ target: '#task.progress.executing', actions: ['beginWork'] }),
    claimSettled: settledByClaim(),
    paymentFailed: holdLost(),
    paymentTakenBack: fundsTakenBack(),
  },
  states: {
    working: {
      after: {
        dueReminder: reminder('4.2.1', { actions: [notify('contractor', 'due-reminder')] }),
        dueBy: timeout('4.2.1', { target: 'overdue', actions: [notify('contractor', 'work-overdue'), notify('customer', 'work-overdue')] }),
      },
    },
    overdue: {
      after: { graceUntil: timeout('platform', { target: 'lapsed', actions: [...notifyBoth('grace-over')] }) },
    },
    lapsed: { on: { giveUp: giveUp('customer', 'platform') } },
  },
});
