/** The conditions of a task's chart: who can act for a party, when a command is possible, and which rules its input must keep. */
import { hoursAfter } from '../../rules/hours.ts';
import { isSumBetween } from '../../rules/money.ts';
import type { ProposedLine } from '../../rules/work-lines.ts';
import {
  areUnchanged,
  areWithin,
  identify,
  idsAreKnown,
  isTotalAgreed,
  keepAccepted,
  partsLess,
  partsRemain,
  remainingParts,
} from '../../rules/work-lines.ts';
import { civilDate } from '../../rules/working-days.ts';
import { addsUp, hasItsSum } from '../dispute/claim-rules.ts';
import { sideOf } from '../law.ts';
import {
  changeOfDue,
  claimable,
  claimed,
  claimOf,
  disputed,
  hasEnded,
  owedByAdmission,
  paidBack,
  paidWork,
  takesWork,
  withAdmitted,
} from './claims.ts';
import type { Scope } from './context.ts';
import { when } from './context.ts';
import { earliestReviewEnd } from './deadlines.ts';
import { areSumsStopped, bringsRisk, isHeld, lasting, OF_WORK, openForceMajeure, partyBy, stopping } from './holds.ts';
import { amended, isSettled, mayBePaid, remainder, unapproved, undisputed, unpaidPrice } from './money.ts';
import { onTakenBack } from './taken-back.ts';
import type { Numbered, TaskContext } from './types.ts';

function mayBeContractor(context: TaskContext, actor: string | undefined): boolean {
  if (actor === undefined || actor === context.customer) return false;
  return context.match !== 'invited' || context.invited.includes(actor);
}

/** Whether an event reports of this child life. */
const isOf = ({ input }: Scope['event'], child: string | undefined): boolean =>
  child !== undefined && 'child' in input && input.child === child;

/** A claim about the price of what is under review stops what silence would bring about. */
const isReviewClaimed = ({ claims, numbers }: TaskContext): boolean =>
  Object.values(claims).some(({ about, submission }) => about === 'price' && submission === numbers.submission);

/**
 * Whether an open claim keeps money that goes through the platform. A held or prepaid sum is captured once, so a claim keeps all of it. Of a sum
 * still to be requested it keeps only the disputed part.
 */
const keepsMoney = (context: TaskContext): boolean =>
  context.payment === 'platform' &&
  (context.funds === undefined ? disputed(context) > 0n && undisputed(context) <= 0n : claimed(context) > 0n);

/** Whether an answer names the latest of what it answers. */
const names =
  (what: Exclude<Numbered, 'line'>) =>
  ({ context, event }: Scope): boolean =>
    (event.input as Partial<Record<Numbered, number>>)[what] === context.numbers[what];

/** Whether the proposed lines keep the work that was accepted, submitted, or awarded by claims. */
const keepsAccepted = (context: TaskContext, lines: readonly ProposedLine[]): boolean => {
  const { work, submission, numbers } = context;
  const { progress } = withAdmitted(context);
  const proposed = identify(lines, work.lines, numbers.line ?? 0).lines;
  return keepAccepted(proposed, work.lines, progress, submission?.all ? [] : submission?.parts);
};

export const guards = {
  anyone: () => true,
  mayRespond: ({ context, event }) => mayBeContractor(context, event.actor) && context.responses !== undefined,
  hasResponded: ({ context, event }) => event.actor !== undefined && context.responses[event.actor] !== undefined,
  mayAccept: ({ context, event }) =>
    context.match === 'choice' ? event.actor !== undefined && event.actor === context.chosen : mayBeContractor(context, event.actor),
  mayDecline: ({ context, event }) =>
    event.actor !== undefined && (context.match === 'choice' ? event.actor === context.chosen : context.invited.includes(event.actor)),

  isChoice: ({ context }) => context.match === 'choice',
  nobodyIsChosen: ({ context }) => context.match === 'choice' && context.chosen === undefined,
  someoneMayBeChosen: ({ context }) =>
    context.chosen === undefined && Object.values(context.responses).some(({ version }) => version === context.version),
  customerIsNotSuspended: ({ context }) => !isHeld(context.holds, 'suspended', 'customer'),
  workMayBegin: ({ context }) => !isHeld(context.holds, 'suspended') && !isHeld(context.holds, 'risk'),
  roundsAreLeft: ({ context }) => context.rounds < context.terms.reworkRounds,
  // A claim stops what silence would bring about (9.1), not the duties.
  silenceApproves: ({ context }) => context.terms.silence === 'approved' && !isReviewClaimed(context),
  silenceMakesOneSidedAct: ({ context }) => context.terms.silence === 'one-sided' && !isReviewClaimed(context),
  silenceGivesClaim: ({ context }) => context.terms.silence === 'claim' || isReviewClaimed(context),

  needsContract: ({ context }) => context.terms.paper === 'signed-contract' && !context.passed.includes('contract'),
  // A deal older than order documents has no times of confirmation.
  needsOrder: ({ context: { terms, confirmed, ordered, version } }) =>
    terms.paper === 'order' && confirmed !== undefined && ordered !== version,
  fundsHaveToWait: ({ context }) => context.terms.funding !== 'none' && !context.passed.includes('funds') && areSumsStopped(context),
  needsFunds: ({ context }) => context.terms.funding !== 'none' && !context.passed.includes('funds'),
  somethingCameFirst: ({ context }) => context.passed.length > 0,
  needsBriefing: ({ context }) => context.work.hazards !== undefined && !context.passed.includes('briefing'),
  isOfThisSigning: ({ context, event }) => isOf(event, context.signing),
  isOfThisPayout: ({ context, event }) => isOf(event, context.payout),
  isOfThisPayment: ({ context, event }) => isOf(event, context.funds?.payment),
  ...onTakenBack,
  isOfAnOpenClaim: ({ context, event }) => Object.keys(context.claims).some((claim) => isOf(event, claim)),
  restOfWorkRemains: ({ context: { work, progress, submission } }) =>
    partsLess(remainingParts(work.lines, progress), submission?.parts ?? []).length > 0,

  nothingToSettle: ({ context }) => isSettled(context),
  endsCancelled: ({ context }) => isSettled(context) && context.ending === 'cancelled',
  overpaymentIsUntold: ({ context }) => isSettled(context) && remainder(context) < 0n && context.overpaid === undefined,
  sumsAreStopped: ({ context }) => areSumsStopped(context),
  sumsMayMove: ({ context }) => !areSumsStopped(context),
  payoutWaits: ({ context }) => context.captured !== undefined,
  claimKeepsMoney: ({ context }) => keepsMoney(context),
  // No claim keeps what was captured: it is on its way.
  moneyGoesOn: ({ context }) => !areSumsStopped(context) && (context.captured !== undefined || !keepsMoney(context)),
  // Nothing is due of it, or nothing of it has come.
  fundsGoBack: ({ context }) => context.funds !== undefined && (remainder(context) <= 0n || context.funds.held === '0'),
  fundsAreReturning: ({ context }) => context.funds?.returning === true,
  somethingWasPaidIn: ({ context }) => context.funds !== undefined && context.funds.held !== '0',
  fundsAreHeld: ({ context }) => context.funds !== undefined,
  paysThroughPlatform: ({ context }) => context.payment === 'platform',

  contractorIsBound: ({ context }) => context.contractor !== undefined,
  nobodyClaims: ({ context }) => Object.keys(context.claims).length === 0,
  somethingIsHeld: ({ context }) => stopping(lasting(context.holds)).length > 0,
  nothingIsHeld: ({ context }) => stopping(lasting(context.holds)).length === 0,
  holdIsTooLong: ({ context }) => context.heldTooLong,
  accessIsDenied: ({ context }) => isHeld(context.holds, 'no-access'),
  workGoesOn: ({ context }) => !OF_WORK.some((kind) => isHeld(context.holds, kind)),
  workIsNotStopped: ({ context }) => !isHeld(context.holds, 'unsafe') && !isHeld(context.holds, 'no-access'),
  riskWasBriefed: ({ context }) => lasting(context.holds).some(({ kind, unbriefed }) => kind === 'risk' && !unbriefed),
  riskIsUnbriefed: ({ context }) => lasting(context.holds).some(({ unbriefed }) => unbriefed),
  noRiskIsNew: ({ context }) => !isHeld(context.holds, 'risk'),
  workIsStopped: ({ context }) => isHeld(context.holds, 'unsafe') || isHeld(context.holds, 'no-access'),
  noForceMajeure: ({ context }) => context.contractor !== undefined && openForceMajeure(context) === undefined,
  otherSideIsHit: ({ context, event }) => {
    const hold = openForceMajeure(context);
    return hold !== undefined && hold.admitted !== true && hold.party !== event.by;
  },
  ownSideIsHit: ({ context, event }) => openForceMajeure(context)?.party === event.by,
  nothingIsUnderWay: ({ context: { claims, amendment, cancellation } }) =>
    Object.keys(claims).length === 0 && amendment === undefined && cancellation === undefined,
  nothingIsProposed: ({ context }) => context.amendment === undefined && context.cancellation === undefined,
  otherSideAmends: ({ context, event }) => context.amendment !== undefined && context.amendment.by !== event.by,
  otherSideAmendsRisks: ({ context: { amendment, work }, event }) =>
    amendment !== undefined && amendment.by !== event.by && bringsRisk(amendment.work, work),
  /** Hazards are of work to come: while what was handed in is reviewed, there is nothing to brief of. */
  bringsNoRisk: ({ context: { amendment, work } }) => amendment === undefined || !bringsRisk(amendment.work, work),
  /** A claim about the price of work in review is about that submission. An amendment would submit the work again, and leave the claim without it. */
  reviewIsUnclaimed: ({ context }) => !isReviewClaimed(context),
  otherSideCancels: ({ context, event }) => context.cancellation !== undefined && context.cancellation.by !== event.by,

  datesAreInOrder: when(['post', 'change'], ({ event: { at, input } }) => {
    const { startAt, dueAt, acceptBy } = input;
    return at < startAt && startAt < dueAt && (acceptBy === undefined || (at < acceptBy && acceptBy <= startAt));
  }),
  datesAreNear: when(['post', 'change'], ({ context, event }) => {
    const { horizonDays } = event.type === 'post' ? event.input.terms : context.terms;
    return event.input.dueAt <= hoursAfter(event.at, horizonDays * 24);
  }),
  newDatesFit: when('amend', ({ context, event: { at, input } }) => {
    const { startAt, dueAt } = input;
    return startAt < dueAt && at < dueAt && dueAt <= hoursAfter(at, context.terms.horizonDays * 24);
  }),
  /** Nobody is late by an acceptance: a start that was moved is yet to come. */
  proposedStartIsAhead: ({ context: { amendment, work }, event }) =>
    amendment === undefined || amendment.work.startAt === work.startAt || event.at < amendment.work.startAt,
  proposedEndIsAhead: ({ context: { amendment }, event }) => amendment === undefined || event.at < amendment.work.dueAt,
  fundingFitsPayment: when('post', ({ event: { input } }) => input.payment === 'platform' || input.terms.funding === 'none'),
  invitedFitsMatch: when('post', ({ event: { input } }) => (input.match === 'invited') === input.invited.length > 0),
  /** The bank drops a hold after some days (R14): the work and its review have to end before. What is held already runs from then. */
  holdOutlastsWork: when(['post', 'change', 'amend'], ({ context, event }) => {
    const { terms, payment } = event.type === 'post' ? event.input : context;
    const isHeldOrWillBe = event.type !== 'amend' || context.funds !== undefined || !context.passed.includes('funds');
    // Tasks posted before the days were among the terms have none.
    if (terms.funding !== 'hold' || payment !== 'platform' || terms.holdDays === undefined || !isHeldOrWillBe) return true;
    const from = (event.type === 'amend' && context.funds?.since) || event.at;
    return earliestReviewEnd(event.input.dueAt, terms.reviewWorkingDays) <= hoursAfter(from, terms.holdDays * 24);
  }),
  invitesOthers: when('post', ({ event: { actor, input } }) => !input.invited.includes(actor ?? '')),
  versionIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.version,
  priceMayBeNamed: when('respond', ({ context, event }) => event.input.price === undefined || context.terms.pricedResponses),
  responseIsCurrent: when('choose', ({ context: { responses, version }, event: { input } }) => {
    const response = responses[input.contractor];
    return response?.version === version && response.number === input.response;
  }),
  submissionIsCurrent: names('submission'),
  proposalIsCurrent: names('proposal'),
  briefingIsCurrent: names('briefing'),
  noticeIsCurrent: names('notice'),
  reportIsCurrent: when(
    ['confirm', 'deny'],
    ({ context: { reported, numbers }, event }) => event.input.report === (reported === undefined ? undefined : numbers.report),
  ),
  linesAreKnown: when(['post', 'change', 'amend'], ({ context, event }) =>
    idsAreKnown(event.input.lines, event.type === 'post' ? [] : context.work.lines),
  ),
  linesKeepAccepted: when('amend', ({ context, event }) => keepsAccepted(context, event.input.lines)),
  proposalKeepsAccepted: ({ context }) => context.amendment !== undefined && keepsAccepted(context, context.amendment.work.lines),
  priceIsNamed: when('amend', ({ context, event: { input } }) => {
    const { lines } = input;
    const known = identify(lines, context.work.lines, context.numbers.line ?? 0).lines;
    return input.price !== undefined || areUnchanged(known, context.work.lines) || !isTotalAgreed(context.work.lines);
  }),
  priceFitsAccepted: when('amend', ({ context, event: { input } }) => input.price === undefined || amended(context, input) !== undefined),
  proposalFitsAccepted: ({ context }) =>
    context.amendment !== undefined && amended(context, { ...context.amendment.work, price: context.amendment.price }) !== undefined,
  partsFitTheWork: when(
    'submit',
    ({ context: { work, progress }, event: { input } }) => input.parts === undefined || partsRemain(work.lines, progress, input.parts),
  ),
  partsWereSubmitted: when('approvePart', ({ context: { submission }, event: { input } }) => {
    const submitted = submission?.parts ?? [];
    return areWithin(submitted, input.parts) && partsLess(submitted, input.parts).length > 0;
  }),
  startHasCome: ({ context: { work, terms, mayStartEarly }, event }) =>
    terms.earlyStart || mayStartEarly === true || event.at >= work.startAt,
  earlyStartIsClosed: ({ context: { terms, mayStartEarly } }) => !terms.earlyStart && mayStartEarly !== true,
  restMayBeReworked: when(
    'approvePart',
    ({ context: { rounds, terms }, event }) => event.input.rest === 'drop' || rounds < terms.reworkRounds,
  ),
  restIsReworked: when('approvePart', ({ event }) => event.input.rest === 'rework'),
  costIsWithinPrice: when('proposeCancel', ({ context, event: { input } }) =>
    isSumBetween(input.amount ?? '0', 0n, BigInt(unapproved(context))),
  ),
  /** Some of the work may have been approved since it was proposed. */
  proposedCostIsWithinPrice: ({ context }) => BigInt(context.cancellation?.amount ?? '0') <= BigInt(unapproved(context)),
  claimFitsDeal: when('claim', ({ context, event }) => {
    const { about, amount, submission } = event.input;
    return about !== 'price' || (submission === context.handedIn?.number && isSumBetween(amount, 1n, claimable(context, sideOf(event))));
  }),
  /** The sums of an ending are for work that is not accepted yet. */
  endingFitsDeal: when('claim', ({ context, event: { input } }) => {
    if (input.about !== 'ending') return true;
    return !hasEnded(context) && isSumBetween(input.amount ?? '0', 0n, BigInt(unapproved(context)));
  }),
  costsAreClaimedBeside: when('claim', ({ event }) => event.input.about !== 'costs'),
  sumFitsSubject: when('claim', ({ event: { input } }) => hasItsSum(input)),
  calculationAddsUp: when('claim', ({ event: { input } }) => addsUp(input)),
  isEndingClaim: (scope) => claimOf(scope)?.about === 'ending',
  isPriceClaim: (scope) => claimOf(scope)?.about === 'price',
  isOfThisReview: (scope) => claimOf(scope)?.submission === scope.context.numbers.submission,
  claimEndsWork: (scope) => {
    const { work, progress, handedIn } = scope.context;
    return takesWork(scope) && partsLess(remainingParts(work.lines, progress), handedIn?.rest ?? []).length === 0;
  },
  someWasAdmitted: (scope) => claimOf(scope)?.price !== undefined && claimOf(scope)?.admitted !== undefined,
  /** It makes a debt, or bears the fee. */
  admissionCounts: (scope) => owedByAdmission(scope) > 0n || paidWork(scope) > BigInt(scope.context.charged),
  isPaidBack: (scope) => paidBack(scope) > 0n,
  claimBringsMore: (scope) => changeOfDue(scope) > 0n,
  /** By this claim, or by what was admitted of it before the deal ended. */
  feeIsDue: (scope) => changeOfDue(scope) > 0n || BigInt(scope.context.approved) > BigInt(scope.context.charged),
  /** True only for a party of this task not yet suspended, so a repeated message changes nothing. */
  isSuspendedAnew: when('partySuspended', ({ context, event }) => {
    const party = partyBy(context, event.input.account);
    return party !== undefined && !isHeld(context.holds, 'suspended', party);
  }),
  wasSuspended: when('partyReinstated', ({ context, event }) => {
    const party = partyBy(context, event.input.account);
    return party !== undefined && isHeld(context.holds, 'suspended', party);
  }),
  mayPayInAdvance: ({ context }) => context.payment === 'direct' && context.reported === undefined && unpaidPrice(context) > 0n,
  somethingIsReported: ({ context }) => context.reported !== undefined,
  nothingIsReported: ({ context }) => context.reported === undefined,
  amountIsWithinPrice: when(['report', 'confirm'], ({ context, event }) => mayBePaid(context, event.input.amount, unpaidPrice(context))),
  amountIsDue: when(['report', 'confirm'], ({ context, event }) => mayBePaid(context, event.input.amount, remainder(context))),
  paymentDayHasCome: when('report', ({ event: { at, input } }) => input.paidOn <= civilDate(at)),
  settlesAll: when('confirm', ({ context, event }) => {
    const { amount = context.reported } = event.input;
    return amount === undefined || BigInt(amount) >= remainder(context);
  }),
} satisfies Record<string, (scope: Scope) => boolean>;
