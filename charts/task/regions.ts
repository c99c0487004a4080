/** The regions parallel to the progress of a task: claims (9.1) and holds (8.1, 4.4.2). */
import { or, stateIn } from 'xstate';
import { answer, command, openEnded, reminder, timeout } from '../law.ts';
import type { TaskTemplate } from './messages/index.ts';
import { beginDispute, beginSigningOfPaper, chargeFee, noted, notify, notifyBoth, oweClaimed, owePaidBack } from './orders.ts';
import { drawBriefing } from './papers.ts';
import { task } from './setup.ts';
import type { Hold } from './types.ts';

export const FINALS = ['closed', 'cancelled', 'withdrawn', 'expired', 'blocked'];
const isOver = () => or(FINALS.map((state) => stateIn(`#task.progress.${state}`)) as never);

const claim = (target: 'open' | 'outlasting') =>
  command(['customer', 'contractor'], '9.1', {
    guard: 'contractorIsBound',
    check: ['claimFitsDeal', 'endingFitsDeal', 'costsAreClaimedBeside', 'sumFitsSubject', 'calculationAddsUp'],
    target: `#task.claims.${target}`,
    actions: [...beginDispute(), ...notifyBoth('claim-made')],
  });

/** A paper that a party brings itself while the deal runs. The deal does not depend on it: its signing reports nothing. */
const sendPaper = command(['customer', 'contractor'], '1.8', {
  guard: 'contractorIsBound',
  calendar: true,
  actions: [beginSigningOfPaper],
});

/** Where the work is, exactly: a text that only the parties of a deal read. The contractor of a deal is told of another one. */
const setAddress = command('customer', '4.3.1', { actions: ['keepAddress' as const, notify('contractor', 'address-changed')] });

/** Records the result of a document even if no state waits for it. */
const documents = {
  // Its report may come after that of the dispute's end.
  claimCertified: answer({ actions: [noted('certified')] }),
  partySigned: answer({ actions: [notify('customer', 'document-confirmed')] }),
  signed: answer({ actions: [noted('signed')] }),
  signingRefused: answer({ actions: [noted('refused')] }),
  signingExpired: answer({ actions: [noted('expired')] }),
};

/** The reports of a dispute about a claim during the task. The states of the task define their effect on it. */
const ends = {
  claimAdmitted: answer({ check: 'isOfAnOpenClaim', calendar: true, actions: ['admitClaim' as const] }),
  claimSettled: answer({ check: 'isOfAnOpenClaim', calendar: true, actions: ['closeClaim' as const] }),
  claimDropped: answer({ check: 'isOfAnOpenClaim', calendar: true, actions: ['closeClaim' as const, ...notifyBoth('claim-dropped')] }),
};

const settle = { type: 'settleClaim' as const, params: { to: 'owedBeside' as const } };

/** The same once the task has ended: a debt of what was paid and is given back, and of what is still to be paid. */
const priceBrings = (last: 'admitClaim' | 'closeClaim') => [
  answer({ check: ['isOfAnOpenClaim', 'isPaidBack'], calendar: true, actions: [...owePaidBack(), last] }),
  answer({
    check: ['isOfAnOpenClaim', 'isPriceClaim', 'claimBringsMore'],
    calendar: true,
    actions: [...oweClaimed(), settle, ...chargeFee(), last],
  }),
];

export const claims = task.createStateConfig({
  initial: 'none',
  states: {
    none: { on: { claim: claim('open'), sendPaper, setAddress, ...documents }, always: { guard: isOver(), target: 'over' } },
    open: {
      meta: openEnded('9.1', 'otherLife'),
      on: {
        claim: claim('open'),
        sendPaper,
        setAddress,
        ...documents,
        ...ends,
      },
      always: [
        { guard: 'nobodyClaims', target: 'none' },
        { guard: isOver(), target: 'outlasting' },
      ],
    },
    // The task is settled: a sum that a claim awards or takes back is a separate debt.
    outlasting: {
      meta: openEnded('9.1', 'otherLife'),
      on: {
        claim: claim('outlasting'),
        ...documents,
        ...ends,
        claimAdmitted: [...priceBrings('admitClaim'), ends.claimAdmitted],
        claimSettled: [
          ...priceBrings('closeClaim'),
          answer({
            check: ['isOfAnOpenClaim', 'claimBringsMore'],
            calendar: true,
            actions: [...oweClaimed(), settle, ...chargeFee(), 'closeClaim'],
          }),
          ends.claimSettled,
        ],
      },
      always: { guard: 'nobodyClaims', target: 'none' },
    },
    over: { type: 'final' },
  },
});

const begin = (kind: Hold['kind']) => ({ type: 'openHold' as const, params: { kind } });
const end = (...kinds: Hold['kind'][]) => ({ type: 'closeHold' as const, params: { kinds } });

/** Work that cannot go on, because it is unsafe (4.2.3) or the site is closed (4.3.2); and its going on. */
export const stop = (kind: 'unsafe' | 'no-access', clause: string, template: TaskTemplate) =>
  command('contractor', clause, { guard: 'workIsNotStopped', actions: [begin(kind), notify('customer', template)] });
export const resume = (clause: string) =>
  command('contractor', clause, { guard: 'workIsStopped', actions: [end('unsafe', 'no-access'), notify('customer', 'work-resumed')] });

const acknowledge = () =>
  command('contractor', '4.2.3', {
    guard: 'riskWasBriefed',
    check: 'briefingIsCurrent',
    actions: [end('risk'), drawBriefing, notify('customer', 'briefing-acknowledged')],
  });

/** The briefing of a risk that an amendment brought while work goes on, and the contractor's confirmation (4.2.3, 4.3.2). */
export const briefOfRisk = () => ({
  brief: command('customer', '4.3.2', { guard: 'riskIsUnbriefed', actions: ['keepBriefing' as const, notify('contractor', 'briefed')] }),
  acknowledge: acknowledge(),
});

/** A new risk requires a new briefing (4.3.1, 4.3.2). The contractor continues after confirming it, and no term runs until then. */
export const newRisk = () => ({
  acknowledge: acknowledge(),
  reportRisk: command('customer', '4.3.1', {
    guard: 'noRiskIsNew',
    actions: ['keepBriefing' as const, begin('risk'), notify('contractor', 'risk-reported')],
  }),
});

const forceMajeure = {
  reportForceMajeure: command(['customer', 'contractor'], '8.1', {
    guard: 'noForceMajeure',
    actions: [begin('force-majeure'), ...notifyBoth('force-majeure-reported')],
  }),
  admitForceMajeure: command(['customer', 'contractor'], '8.1', {
    guard: 'otherSideIsHit',
    check: 'noticeIsCurrent',
    actions: ['admitHold' as const, ...notifyBoth('force-majeure-admitted')],
  }),
  contestForceMajeure: command(['customer', 'contractor'], '8.1', {
    guard: 'otherSideIsHit',
    check: 'noticeIsCurrent',
    actions: [end('force-majeure'), ...notifyBoth('force-majeure-contested')],
  }),
  endForceMajeure: command(['customer', 'contractor'], '8.1', {
    guard: 'ownSideIsHit',
    actions: [end('force-majeure'), ...notifyBoth('force-majeure-over')],
  }),
};

/**
 * The reports of a party's account (4.4.2). A suspended party can finish current work: it signs, confirms, claims, answers, stops work and is paid.
 * The API prevents it from beginning anything new.
 */
const suspension = {
  // The notice does not say whether payments stop too: that would disclose the ground, which may be confidential.
  partySuspended: answer({ check: 'isSuspendedAnew', actions: [begin('suspended'), ...notifyBoth('party-suspended')] }),
  partyReinstated: answer({ check: 'wasSuspended', calendar: true, actions: [end('suspended'), ...notifyBoth('party-reinstated')] }),
};

export const holds = task.createStateConfig({
  initial: 'none',
  states: {
    none: {
      on: { ...forceMajeure, ...suspension },
      always: [
        { guard: isOver(), target: 'over' },
        { guard: 'somethingIsHeld', target: 'held' },
      ],
    },
    held: {
      meta: openEnded('platform', 'people'),
      on: { ...forceMajeure, ...suspension },
      always: [
        { guard: isOver(), target: 'over' },
        { guard: 'nothingIsHeld', target: 'none', actions: ['unmarkTooLong'] },
      ],
      after: {
        holdPatience: timeout('platform', { actions: ['markTooLong', ...notifyBoth('hold-too-long')] }),
        heldReminder: reminder('platform', { actions: [...notifyBoth('hold-still-on')] }),
      },
    },
    over: { type: 'final' },
  },
});
