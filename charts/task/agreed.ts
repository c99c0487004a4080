/** A task that binds both parties (3.4), until the work begins. If the terms require them, the contract, the money and the briefing come first. */
import { answer, command, openEnded, reminder, timeout } from '../law.ts';
import { waitsForPeople } from '../open-ends.ts';
import { confirmReminder, inAdvance } from './advance.ts';
import { acceptAmendment, byAgreement, cancel, giveUp, resign, settledByClaim } from './leaving.ts';
import { lateNotice, openReminder } from './open-ends.ts';
import { askForMoney, drawContract, drawOrder, noted, notify, notifyBoth, tellSigning } from './orders.ts';
import { drawBriefing } from './papers.ts';
import { newRisk, resume, stop } from './regions.ts';
import { task } from './setup.ts';

const passed = (gate: 'contract' | 'funds' | 'briefing') => ({ type: 'pass' as const, params: { gate } });
const ahead = { check: ['proposedStartIsAhead'] as const };

export const agreed = task.createStateConfig({
  always: drawOrder(),
  after: { confirmReminder: confirmReminder() },
  initial: 'gate',
  on: {
    ...inAdvance(),
    ...byAgreement(),
    // A difference in price is settled in the end.
    acceptAmendment: acceptAmendment({ ...ahead }),
    giveUp: [giveUp(['customer', 'contractor'], '8.1', 'holdIsTooLong'), giveUp('contractor', '4.3.2', 'accessIsDenied')],
    cancel: cancel(false),
    resign: resign(),
    claimSettled: settledByClaim(),
    // The contractor has yet to begin, and need not before the money is there again.
    paymentFailed: fundsAreLost(),
    paymentTakenBack: [fundsAreLost('nothingIsKept'), answer({ check: 'isOfThisPayment', actions: ['reduceFunds'] })],
    allowEarlyStart: command('customer', '4.3.2', {
      guard: 'earlyStartIsClosed',
      actions: ['allowStart', notify('contractor', 'early-start-allowed')],
    }),
    reportNoAccess: stop('no-access', '4.3.2', 'no-access'),
    resumeWork: resume('4.3.2'),
  },
  states: {
    gate: {
      always: [
        { guard: 'needsContract', target: 'signing', actions: [...drawContract()] },
        { guard: 'fundsHaveToWait', target: 'stopped' },
        { guard: 'needsFunds', target: 'funding', actions: [...askForMoney('funding')] },
        { guard: 'needsBriefing', target: 'briefing', actions: ['beginBriefing'] },
        { guard: 'somethingCameFirst', target: 'awaited', actions: ['beginWaiting', ...notifyBoth('work-ready')] },
        { target: 'awaited', actions: ['beginWaiting'] },
      ],
    },
    signing: {
      meta: openEnded('5.3', 'otherLife'),
      on: {
        acceptAmendment: acceptAmendment({ ...ahead, target: 'gate', actions: [tellSigning('replace')] }),
        signed: answer({
          check: 'isOfThisSigning',
          calendar: true,
          target: 'gate',
          actions: [noted('signed'), passed('contract'), 'noteReady'],
        }),
        signingRefused: answer({
          check: 'isOfThisSigning',
          target: 'unsigned',
          actions: [noted('refused'), ...notifyBoth('contract-not-signed')],
        }),
        signingExpired: answer({
          check: 'isOfThisSigning',
          target: 'unsigned',
          actions: [noted('expired'), ...notifyBoth('contract-not-signed')],
        }),
      },
    },
    // Nothing agreed lapses by silence.
    unsigned: {
      ...waitsForPeople('5.3'),
      on: {
        signAgain: command(['customer', 'contractor'], '5.3', {
          calendar: true,
          target: 'gate',
          actions: [...notifyBoth('contract-again')],
        }),
        giveUp: giveUp(['customer', 'contractor'], '5.3'),
      },
      after: { openReminder: openReminder('5.3', ...notifyBoth('contract-still-open')) },
    },
    funding: {
      meta: openEnded('5.2', 'otherLife'),
      on: {
        paymentHeld: answer({
          check: 'isOfThisPayment',
          calendar: true,
          target: 'gate',
          actions: ['keepFunds', passed('funds'), 'noteReady', notify('contractor', 'money-held')],
        }),
        paymentFailed: notFunded(),
        paymentExpired: notFunded(),
        paymentCancelled: notFunded(),
      },
    },
    unfunded: {
      ...waitsForPeople('5.2'),
      on: {
        fund: command('customer', '5.2', { calendar: true, target: 'gate', actions: [notify('contractor', 'funding-again')] }),
        giveUp: giveUp('contractor', '5.2'),
      },
      after: { openReminder: openReminder('5.2', ...notifyBoth('funding-still-open')) },
    },
    // No money is asked for while the sums of a party are stopped (4.4.2).
    stopped: { always: { guard: 'sumsMayMove', target: 'gate' } },
    briefing: {
      initial: 'awaited',
      on: {
        acceptAmendment: acceptAmendment({ ...ahead, guard: 'otherSideAmendsRisks', target: 'gate' }),
        brief: command('customer', '4.3.2', {
          target: '.told',
          actions: ['keepBriefing', 'noteReady', 'beginWaiting', notify('contractor', 'briefed')],
        }),
      },
      states: {
        awaited: {
          after: { briefBy: timeout('4.3.2', { target: 'late' }) },
        },
        late: {
          ...waitsForPeople('4.3.2'),
          on: { giveUp: giveUp('contractor', '4.3.2') },
          after: {
            lateNotice: lateNotice('4.3.2', 'briefing-late'),
            openReminder: openReminder('4.3.2', ...notifyBoth('briefing-still-late')),
          },
        },
        told: {
          on: { acknowledge: acknowledge() },
          after: { startBy: timeout('4.2.3', { target: 'unconfirmed' }) },
        },
        // The contractor was briefed, and has not confirmed it by the start of the work.
        unconfirmed: {
          ...waitsForPeople('4.2.3'),
          on: { acknowledge: acknowledge(), giveUp: giveUp('customer', 'platform'), cancel: giveUp('customer', 'platform') },
          after: {
            lateNotice: lateNotice('4.2.3', 'briefing-unconfirmed'),
            openReminder: openReminder('4.2.3', ...notifyBoth('briefing-still-unconfirmed')),
          },
        },
      },
    },
    awaited: {
      entry: 'forgetStart',
      on: {
        start: start(),
        acceptAmendment: acceptAmendment({ ...ahead, target: 'gate' }),
        ...newRisk(),
      },
      after: {
        startReminder: reminder('4.2.1', {
          actions: [notify('contractor', 'start-reminder'), notify('customer', 'access-reminder')],
        }),
        startBy: timeout('4.2.1', { target: 'late' }),
      },
    },
    // From the first minute that the start is late the customer may leave without cost. After a grace it is a no-show.
    late: {
      entry: 'noteOpen',
      // However it is left, by a start, a cancellation or a resignation.
      exit: 'noteDelay',
      on: whileLate(),
      after: {
        lateNotice: lateNotice('4.2.1', 'start-late'),
        noShow: timeout('4.2.1', { target: 'missed', actions: ['noteNoShow', ...notifyBoth('no-show')] }),
      },
    },
    missed: {
      ...waitsForPeople('4.2.1'),
      on: whileLate(),
      after: { openReminder: openReminder('4.2.1', ...notifyBoth('start-still-missed')) },
    },
  },
});

/** What may be done once the start is late: the customer leaves without cost. */
function whileLate() {
  return {
    start: start(),
    giveUp: giveUp('customer', 'platform'),
    cancel: giveUp('customer', 'platform'),
    acceptAmendment: acceptAmendment({ ...ahead, target: 'gate' }),
    ...newRisk(),
  };
}

function acknowledge() {
  return command('contractor', '4.2.3', {
    check: 'briefingIsCurrent',
    calendar: true,
    target: '#task.progress.agreed.gate',
    actions: [passed('briefing'), drawBriefing, notify('customer', 'briefing-acknowledged')],
  });
}

function start() {
  return command('contractor', '4.2.1', {
    opens: true,
    guard: 'workMayBegin',
    check: 'startHasCome',
    target: '#task.progress.executing',
    actions: ['noteStart', notify('customer', 'work-started')],
  });
}

function fundsAreLost(...checks: 'nothingIsKept'[]) {
  return answer({
    check: ['isOfThisPayment', ...checks],
    target: '.unfunded',
    actions: ['dropFunds' as const, 'unpass' as const, ...notifyBoth('hold-lost')],
  });
}

function notFunded() {
  return answer({ check: 'isOfThisPayment', target: 'unfunded', actions: ['dropFunds' as const, ...notifyBoth('not-funded')] });
}
