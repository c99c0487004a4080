/** The money of approved work, of agreed costs or of a settled claim: directly (5.2), or through the provider. */
import { answer, command, openEnded, reminder, timeout } from '../law.ts';
import { waitsForPeople } from '../open-ends.ts';
import { openReminder } from './open-ends.ts';
import {
  askForMoney,
  capture,
  chargeFee,
  notify,
  notifyBoth,
  notPaidOut,
  openReview,
  oweOverpayment,
  owePaidBack,
  payOut,
  release,
  stopPayout,
} from './orders.ts';
import { task } from './setup.ts';

const settle = { type: 'settleClaim' as const, params: { to: 'due' as const } };

export const settling = task.createStateConfig({
  initial: 'gate',
  on: {
    claimSettled: [...priceBrings(notifyBoth('claim-settled')), endingBrings()],
    // The dispute has already sent the notices.
    claimAdmitted: priceBrings(),
    // A payout that came back and was sent again was counted before.
    paidOut: answer({ actions: [notify('contractor', 'paid-out')] }),
    paymentFailed: answer({
      check: 'isOfThisPayment',
      calendar: true,
      target: '.gate',
      actions: ['dropFunds', 'renewPayment', ...notifyBoth('hold-lost')],
    }),
    paymentTakenBack: takenBack(),
  },
  states: {
    gate: {
      always: [
        { guard: 'overpaymentIsUntold', target: 'gate', actions: [...oweOverpayment(), 'noteOverpayment', ...notifyBoth('overpaid')] },
        { guard: 'endsCancelled', target: '#task.progress.cancelled' },
        { guard: 'nothingToSettle', target: '#task.progress.closed', actions: [...openReview(), ...notifyBoth('task-closed')] },
        { guard: 'sumsAreStopped', target: 'kept' },
        { guard: 'payoutWaits', target: 'payingOut', actions: [...payOut()] },
        { guard: 'claimKeepsMoney', target: 'kept' },
        { guard: 'fundsAreReturning', target: 'releasing' },
        { guard: 'fundsGoBack', target: 'releasing', actions: [release()] },
        { guard: 'fundsAreHeld', target: 'capturing', actions: [...capture()] },
        { guard: 'paysThroughPlatform', target: 'paying', actions: [...askForMoney('settling')] },
        { guard: 'somethingIsReported', target: 'reported' },
        { target: 'due' },
      ],
    },
    // An open claim keeps what goes through the platform (9.1), and so does a suspension that stops the sums (4.4.2).
    kept: {
      on: {
        paymentHeld: answer({ check: 'isOfThisPayment', actions: ['keepFunds', notify('contractor', 'money-held')] }),
        paymentExpired: keptNothing(),
        paymentCancelled: keptNothing(),
        paymentRefunded: restIsBack(),
        paymentTakenBack: [
          answer({ check: 'isOfThisSource', calendar: true, actions: [notPaidOut(), 'reduceFunds', 'reduceCaptured', 'renewPayment'] }),
          answer({ calendar: true, actions: ['reduceFunds', 'renewPayment'] }),
        ],
      },
      always: { guard: 'moneyGoesOn', target: 'gate' },
    },
    releasing: {
      meta: openEnded('platform', 'platform'),
      on: {
        paymentHeld: answer({ check: 'isOfThisPayment', actions: ['keepFunds', notify('customer', 'money-held')] }),
        paymentExpired: fundsAreGone(),
        paymentCancelled: fundsAreGone(),
        paymentRefunded: fundsAreGone(),
      },
    },
    capturing: {
      meta: openEnded('platform', 'platform'),
      on: {
        paymentCaptured: captured(),
        paymentTakenBack: [
          answer({ check: ['isOfThisPayment', 'isCapturedInVain'], calendar: true, target: 'gate', actions: askAgain() }),
          answer({ actions: ['reduceFunds'] }),
        ],
      },
    },
    paying: {
      meta: openEnded('5.2', 'otherLife'),
      on: {
        paymentCaptured: captured(),
        paymentFailed: unpaid(),
        paymentExpired: unpaid(),
        paymentCancelled: unpaid(),
      },
    },
    unpaid: {
      ...waitsForPeople('5.2'),
      always: settled(),
      on: {
        pay: command('customer', '5.2', {
          calendar: true,
          target: 'gate',
          actions: ['renewPayment', notify('contractor', 'payment-again')],
        }),
      },
      after: { openReminder: openReminder('5.2', ...notifyBoth('payment-still-open')) },
    },
    payingOut: {
      meta: openEnded('platform', 'platform'),
      on: {
        paymentRefunded: restIsBack(),
        paidOut: answer({
          check: 'isOfThisPayout',
          calendar: true,
          target: 'gate',
          actions: ['countPaid', notify('contractor', 'paid-out')],
        }),
        paymentTakenBack: [
          answer({ check: 'isOfThisSource', actions: ['reduceFunds', stopPayout(), 'noteTakenOfPayout'] }),
          answer({ actions: ['reduceFunds'] }),
        ],
        payoutStopped: [payoutIsStopped(['moreWasTaken'], notPaidOut()), payoutIsStopped()],
        payoutRefused: answer({ actions: [notify('contractor', 'payout-refused')] }),
        payoutReturned: answer({ actions: [notify('contractor', 'payout-refused')] }),
      },
    },
    due: {
      always: settled(),
      on: { report: reportPayment(), confirm: confirmPayment() },
      after: {
        payReminder: reminder('5.2', { actions: [notify('customer', 'pay-reminder')] }),
        payBy: timeout('5.2', {
          target: 'overdue',
          actions: [notify('customer', 'payment-overdue'), notify('contractor', 'payment-overdue')],
        }),
      },
    },
    overdue: {
      ...waitsForPeople('5.2'),
      always: settled(),
      on: { report: reportPayment(), confirm: confirmPayment() },
      after: { openReminder: openReminder('5.2', ...notifyBoth('payment-still-overdue')) },
    },
    reported: {
      ...waitsForPeople('5.2'),
      // A settled claim leaves nothing of a report.
      always: { guard: 'nothingIsReported', target: 'gate' },
      on: {
        confirm: confirmPayment(),
        deny: command('contractor', '5.2', {
          check: 'reportIsCurrent',
          target: 'due',
          actions: ['denyPayment', notify('customer', 'payment-denied')],
        }),
      },
      after: {
        confirmReminder: reminder('5.2', { actions: [notify('contractor', 'confirm-reminder')] }),
        openReminder: openReminder('5.2', notify('contractor', 'report-still-open')),
      },
    },
  },
});

/**
 * What a claim about a price, or what was admitted of it, makes of what is due. What the customer gets of it is no longer due; what was paid of it is
 * a debt of the contractor. What it brings for work that was refused is due, and bears the fee.
 */
function priceBrings(told: readonly unknown[] = []) {
  const taken = (more: string[], before: readonly unknown[] = [], after: readonly unknown[] = []) =>
    answer({
      check: ['isOfAnOpenClaim', 'isPriceClaim', ...more],
      calendar: true,
      actions: [...before, settle, ...after, ...told] as never,
    });
  return [taken(['isPaidBack'], owePaidBack()), taken(['feeIsDue'], [], chargeFee()), taken([])];
}

/** The result of a claim for the ending if the deal has ended in another way. */
function endingBrings() {
  return answer({
    check: ['isOfAnOpenClaim', 'claimBringsMore'],
    calendar: true,
    actions: [settle, ...chargeFee(), ...notifyBoth('claim-settled')],
  });
}

/** What the bank took is asked for again. */
function askAgain() {
  return ['reduceFunds' as const, 'endCapture' as const, 'renewPayment' as const, ...notifyBoth('hold-lost')];
}

/** The payer's bank took money back before the payout arrived, and perhaps more since the payout was stopped. */
function payoutIsStopped(more: 'moreWasTaken'[] = [], ...first: ReturnType<typeof notPaidOut>[]) {
  return answer({
    check: ['isOfThisPayout', ...more],
    calendar: true,
    target: 'gate',
    actions: [...first, 'takeStopped' as const, 'renewPayment' as const, ...notifyBoth('payment-not-made')],
  });
}

/** The bank took back money that the task kept. If it was already paid out, the payment has sent all notices. */
function takenBack() {
  return [
    answer({ check: ['isOfThisPayment', 'nothingIsKept'], calendar: true, target: '.gate', actions: askAgain() }),
    answer({ actions: ['reduceFunds' as const] }),
  ];
}

/** A settled claim may leave nothing to pay. */
function settled() {
  return { guard: 'nothingToSettle' as const, target: 'gate' };
}

function keptNothing() {
  return answer({ check: 'isOfThisPayment', actions: ['dropFunds' as const, ...notifyBoth('payment-not-made')] });
}

/** If nothing had been paid in, no notice is sent: the payment has announced its own end. */
function fundsAreGone() {
  return [
    answer({
      check: ['isOfThisPayment', 'somethingWasPaidIn'],
      calendar: true,
      target: 'gate',
      actions: ['dropFunds' as const, notify('customer', 'money-released')],
    }),
    answer({ check: 'isOfThisPayment', calendar: true, target: 'gate', actions: ['dropFunds' as const] }),
  ];
}

/** What is captured is paid out at once, unless the sums were stopped while it was on its way. */
function captured() {
  return answer({
    check: 'isOfThisPayment',
    target: 'gate',
    actions: ['keepReturning' as const, 'keepCaptured' as const, notify('customer', 'money-captured')],
  });
}

/** What was prepaid and is not due has gone back, while the rest is paid out or kept. */
function restIsBack() {
  return answer({ check: 'isOfThisPayment', actions: ['letFundsGo' as const, notify('customer', 'money-released')] });
}

function unpaid() {
  return answer({ check: 'isOfThisPayment', target: 'unpaid', actions: ['dropFunds' as const, ...notifyBoth('payment-not-made')] });
}

/** The customer says what was paid; the contractor has yet to confirm it. */
function reportPayment() {
  return command('customer', '5.2', {
    check: ['amountIsDue', 'paymentDayHasCome'],
    calendar: true,
    target: 'reported',
    actions: [{ type: 'reportPayment' as const, params: { of: 'due' as const } }, notify('contractor', 'payment-reported')],
  });
}

/** The contractor's confirmation is sufficient. After a partial one the rest stays due; after a full one the task is settled. */
function confirmPayment() {
  return [
    command('contractor', '5.2', {
      check: ['reportIsCurrent', 'amountIsDue', 'settlesAll'],
      target: 'gate',
      actions: ['confirmPayment' as const, notify('customer', 'payment-confirmed')],
    }),
    command('contractor', '5.2', {
      check: ['reportIsCurrent', 'amountIsDue'],
      target: 'due',
      actions: ['confirmPayment' as const, notify('customer', 'payment-confirmed')],
    }),
  ];
}
