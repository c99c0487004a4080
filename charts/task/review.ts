/** The customer's review of submitted work and of its act (4.3.3). */
import { answer, command, reminder, timeout } from '../law.ts';
import { confirmReminder, inAdvance } from './advance.ts';
import { acceptAmendment, byAgreement, ends, fundsTakenBack, giveUp, holdLost, SETTLING, settledByClaim } from './leaving.ts';
import { chargeFee, drawAct, drawActOfParts, drawOneSidedAct, drawOrder, noted, notify, tellSigning } from './orders.ts';
import { task } from './setup.ts';
import type { TaskContext } from './types.ts';

type Approval = NonNullable<TaskContext['approval']>;
const approved = (approval: Approval) => ({ type: 'approveSubmission' as const, params: { approval } });
/** What follows from the last approval: the money, and the operator's fee. */
const settle = () => [ends('closed'), ...chargeFee()];

export const review = task.createStateConfig({
  always: drawOrder(),
  after: { confirmReminder: confirmReminder() },
  initial: 'awaited',
  on: {
    ...inAdvance(),
    ...byAgreement([tellSigning('replace')]),
    acceptAmendment: acceptAmendment({ actions: ['submitAnew', tellSigning('replace'), ...drawAct()] }),
    claimSettled: settledByClaim([tellSigning('replace')]),
    paymentFailed: holdLost(),
    paymentTakenBack: fundsTakenBack(),
    giveUp: giveUp(['customer', 'contractor'], '8.1', 'holdIsTooLong', [tellSigning('replace')]),
    approve: [
      command('customer', '4.3.3', {
        guard: 'restOfWorkRemains',
        calendar: true,
        target: 'executing',
        actions: [approved('act'), tellSigning('confirm'), 'goOnWithRest', notify('contractor', 'part-approved')],
      }),
      command('customer', '4.3.3', {
        calendar: true,
        target: 'settling',
        actions: [
          approved('act'),
          tellSigning('confirm'),
          ...settle(),
          notify('contractor', 'work-approved'),
          notify('customer', 'payment-due'),
        ],
      }),
    ],
    // The customer's confirmation of the act itself is the approval.
    signed: [
      answer({
        guard: 'restOfWorkRemains',
        check: 'isOfThisSigning',
        calendar: true,
        target: 'executing',
        actions: [noted('signed'), approved('act'), 'goOnWithRest', notify('contractor', 'part-approved')],
      }),
      answer({
        check: 'isOfThisSigning',
        calendar: true,
        target: 'settling',
        actions: [noted('signed'), approved('act'), ...settle(), notify('contractor', 'work-approved'), notify('customer', 'payment-due')],
      }),
    ],
    approvePart: [
      command('customer', '4.3.3', {
        check: ['partsWereSubmitted', 'restMayBeReworked', 'restIsReworked'],
        calendar: true,
        target: 'executing',
        actions: [tellSigning('replace'), ...drawActOfParts(), 'approveParts', 'beginRework', notify('contractor', 'part-approved')],
      }),
      command('customer', '4.3.3', {
        check: ['partsWereSubmitted', 'restMayBeReworked'],
        calendar: true,
        target: 'settling',
        actions: [
          tellSigning('replace'),
          ...drawActOfParts(),
          'approveParts',
          ...settle(),
          notify('contractor', 'part-approved'),
          notify('customer', 'payment-due'),
        ],
      }),
    ],
    refuse: command('customer', '4.3.3', {
      guard: 'roundsAreLeft',
      calendar: true,
      target: 'executing',
      actions: [tellSigning('replace'), 'beginRework', notify('contractor', 'work-refused')],
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
    silent: {},
  },
});
