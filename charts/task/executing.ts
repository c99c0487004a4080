/** The work (4.2.1). */
import { answer, command, reminder, timeout } from '../law.ts';
import { waitsForPeople } from '../open-ends.ts';
import { confirmReminder, inAdvance } from './advance.ts';
import {
  acceptAmendment,
  admissionIsDue,
  admissionStands,
  byAgreement,
  cancel,
  ends,
  fundsTakenBack,
  giveUp,
  holdLost,
  resign,
  SETTLING,
  settledByClaim,
} from './leaving.ts';
import { lateNotice, openReminder } from './open-ends.ts';
import { chargeFee, drawAct, drawOrder, notify, notifyBoth } from './orders.ts';
import { briefOfRisk, newRisk, resume, stop } from './regions.ts';
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
    ...briefOfRisk(),
    giveUp: [giveUp(['customer', 'contractor'], '8.1', 'holdIsTooLong'), giveUp('contractor', '4.3.2', 'accessIsDenied')],
    cancel: cancel(true),
    resign: resign(),
    ...inAdvance(),
    ...byAgreement(),
    acceptAmendment: [
      // Hazards that the new terms bring stop the work until the contractor was briefed of them (4.3.1, 4.3.2).
      acceptAmendment({ guard: 'otherSideAmendsRisks', target: '#task.progress.executing', actions: ['beginWork', 'openUnbriefedRisk'] }),
      acceptAmendment({ target: '#task.progress.executing', actions: ['beginWork'] }),
    ],
    claimSettled: [
      settledByClaim(),
      // The price of work that was refused.
      answer({
        check: ['isOfAnOpenClaim', 'isPriceClaim', 'claimEndsWork'],
        calendar: true,
        target: SETTLING,
        actions: ['takeClaimedWork', ...chargeFee(), ends('closed'), ...notifyBoth('claim-settled')],
      }),
      answer({
        check: ['isOfAnOpenClaim', 'isPriceClaim'],
        calendar: true,
        actions: ['takeClaimedWork', ...chargeFee(), ...notifyBoth('claim-settled')],
      }),
    ],
    claimAdmitted: admissionIsDue(),
    claimDropped: admissionStands(),
    paymentFailed: holdLost(),
    paymentTakenBack: fundsTakenBack(),
  },
  states: {
    working: {
      after: {
        dueReminder: reminder('4.2.1', { actions: [notify('contractor', 'due-reminder')] }),
        dueBy: timeout('4.2.1', { target: 'overdue' }),
      },
    },
    // From the first minute that the work is late the customer may leave without cost.
    overdue: {
      entry: 'noteOpen',
      on: { giveUp: giveUp('customer', 'platform'), cancel: giveUp('customer', 'platform') },
      after: {
        lateNotice: lateNotice('4.2.1', 'work-overdue'),
        graceUntil: timeout('platform', { target: 'lapsed', actions: [...notifyBoth('grace-over')] }),
      },
    },
    lapsed: {
      ...waitsForPeople('4.2.1'),
      on: { giveUp: giveUp('customer', 'platform'), cancel: giveUp('customer', 'platform') },
      after: { openReminder: openReminder('4.2.1', ...notifyBoth('work-still-open')) },
    },
  },
});
