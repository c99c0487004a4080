/** The customer's review of submitted work and of its act (4.3.3). */
import { answer, command, reminder, timeout } from '../law.ts';
import { waitsForPeople } from '../open-ends.ts';
import { confirmReminder, inAdvance } from './advance.ts';
import {
  acceptAmendment,
  admissionIsDue,
  admissionStands,
  byAgreement,
  ends,
  fundsTakenBack,
  giveUp,
  holdLost,
  SETTLING,
  settledByClaim,
} from './leaving.ts';
import { openReminder } from './open-ends.ts';
import {
  chargeFee,
  drawAct,
  drawActOfClaim,
  drawActOfParts,
  drawOneSidedAct,
  drawOrder,
  noted,
  notify,
  notifyBoth,
  tellSigning,
  tellWhatIsDue,
} from './orders.ts';
import { drawDefects, drawRefusal } from './papers.ts';
import { task } from './setup.ts';
import type { TaskContext } from './types.ts';

type Approval = NonNullable<TaskContext['approval']>;
const approved = (approval: Approval) => ({ type: 'approveSubmission' as const, params: { approval } });
/** What follows from any approval: the operator's fee. And from the last one: the money. */
const settle = () => [ends('closed'), ...chargeFee()];

/** Work accepted at the price of a settled claim, with an act of that price. */
const acceptedByClaim = () => ['reduceSubmission' as const, tellSigning('replace'), ...drawActOfClaim(), approved('act'), ...chargeFee()];

/** The act of what was approved takes the place of that of what was submitted. */
const approveParts = () => [tellSigning('replace'), drawDefects, ...drawActOfParts(), 'approveParts' as const, ...chargeFee()];

export const review = task.createStateConfig({
  always: drawOrder(),
  after: { confirmReminder: confirmReminder() },
  initial: 'awaited',
  on: {
    ...inAdvance(),
    ...byAgreement([tellSigning('replace')]),
    acceptAmendment: acceptAmendment({
      check: ['bringsNoRisk', 'reviewIsUnclaimed'],
      actions: ['submitAnew', tellSigning('replace'), ...drawAct()],
    }),
    claimSettled: [
      settledByClaim([tellSigning('replace')]),
      // The price of what is under review: it is accepted at what the claim brought.
      answer({
        check: ['isOfAnOpenClaim', 'isPriceClaim', 'isOfThisReview', 'claimEndsWork'],
        calendar: true,
        target: 'settling',
        actions: [...acceptedByClaim(), ends('closed'), ...notifyBoth('claim-settled')],
      }),
      answer({
        check: ['isOfAnOpenClaim', 'isPriceClaim', 'isOfThisReview'],
        calendar: true,
        target: 'executing',
        actions: [...acceptedByClaim(), 'goOnWithRest', ...notifyBoth('claim-settled')],
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
    giveUp: giveUp(['customer', 'contractor'], '8.1', 'holdIsTooLong', [tellSigning('replace')]),
    approve: [
      command('customer', '4.3.3', {
        guard: 'restOfWorkRemains',
        check: 'submissionIsCurrent',
        calendar: true,
        target: 'executing',
        actions: [approved('act'), tellSigning('confirm'), ...chargeFee(), 'goOnWithRest', notify('contractor', 'part-approved')],
      }),
      command('customer', '4.3.3', {
        check: 'submissionIsCurrent',
        calendar: true,
        target: 'settling',
        actions: [approved('act'), tellSigning('confirm'), ...settle(), notify('contractor', 'work-approved'), ...tellWhatIsDue()],
      }),
    ],
    // The customer's confirmation of the act itself is the approval.
    signed: [
      answer({
        guard: 'restOfWorkRemains',
        check: 'isOfThisSigning',
        calendar: true,
        target: 'executing',
        actions: [noted('signed'), approved('act'), ...chargeFee(), 'goOnWithRest', notify('contractor', 'part-approved')],
      }),
      answer({
        check: 'isOfThisSigning',
        calendar: true,
        target: 'settling',
        actions: [noted('signed'), approved('act'), ...settle(), notify('contractor', 'work-approved'), ...tellWhatIsDue()],
      }),
    ],
    approvePart: [
      command('customer', '4.3.3', {
        check: ['submissionIsCurrent', 'partsWereSubmitted', 'restMayBeReworked', 'restIsReworked'],
        calendar: true,
        target: 'executing',
        actions: [...approveParts(), 'beginRework', notify('contractor', 'part-approved')],
      }),
      // What is given up of this submission leaves the rest of the work as it was agreed.
      command('customer', '4.3.3', {
        guard: 'restOfWorkRemains',
        check: ['submissionIsCurrent', 'partsWereSubmitted', 'restMayBeReworked'],
        calendar: true,
        target: 'executing',
        actions: [...approveParts(), 'goOnWithRest', notify('contractor', 'part-approved')],
      }),
      command('customer', '4.3.3', {
        check: ['submissionIsCurrent', 'partsWereSubmitted', 'restMayBeReworked'],
        calendar: true,
        target: 'settling',
        actions: [...approveParts(), ends('closed'), notify('contractor', 'part-approved'), ...tellWhatIsDue()],
      }),
    ],
    refuse: command('customer', '4.3.3', {
      guard: 'roundsAreLeft',
      check: 'submissionIsCurrent',
      calendar: true,
      target: 'executing',
      actions: [tellSigning('replace'), drawRefusal, 'beginRework', notify('contractor', 'work-refused')],
    }),
  },
  states: {
    awaited: {
      after: {
        reviewReminder: reminder('4.3.3', { actions: [notify('customer', 'review-reminder')] }),
        reviewBy: [
          timeout('4.3.3', {
            guard: 'silenceApproves',
            calendar: true,
            target: SETTLING,
            actions: [
              tellSigning('replace'),
              ...drawOneSidedAct(),
              approved('silence'),
              ...settle(),
              notify('contractor', 'work-approved-by-silence'),
              notify('customer', 'work-approved-by-silence'),
            ],
          }),
          timeout('4.3.3', {
            guard: 'silenceMakesOneSidedAct',
            calendar: true,
            target: SETTLING,
            actions: [
              tellSigning('replace'),
              ...drawOneSidedAct(),
              approved('one-sided'),
              ...settle(),
              notify('contractor', 'one-sided-act'),
              notify('customer', 'one-sided-act'),
            ],
          }),
          timeout('4.3.3', {
            guard: 'silenceGivesClaim',
            target: 'silent',
            actions: [notify('contractor', 'review-silence'), notify('customer', 'review-silence')],
          }),
        ],
      },
    },
    silent: { ...waitsForPeople('4.3.3'), after: { openReminder: openReminder('4.3.3', ...notifyBoth('review-still-open')) } },
  },
});
