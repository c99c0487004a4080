/** The conditions of a task's chart: who may stand for a party, when a command is open, and what its input has to keep. */
import { isSumBetween } from '../../rules/money.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Scope } from './context.ts';
import { when } from './context.ts';
import { earliestReviewEnd, later } from './deadlines.ts';
import { areSumsStopped, isHeld, lasting, OF_WORK, openForceMajeure, partyBy, stopping } from './holds.ts';
import { isSettled, mayBePaid, priceOfParts, remainder, unapproved, unpaidPrice } from './money.ts';
import { onTakenBack } from './taken-back.ts';
import type { Part, TaskContext } from './types.ts';

function mayBeContractor(context: TaskContext, actor: string | undefined): boolean {
  if (actor === undefined || actor === context.customer) return false;
  return context.match !== 'invited' || context.invited.includes(actor);
}

/** Whether an event reports of this child life. */
const isOf = ({ input }: Scope['event'], child: string | undefined): boolean =>
  child !== undefined && 'child' in input && input.child === child;

const isClaimed = ({ claims }: TaskContext): boolean => Object.keys(claims).length > 0;

const partsFit = ({ work }: TaskContext, parts: readonly Part[]): boolean =>
  new Set(parts.map(({ line }) => line)).size === parts.length &&
  parts.every(({ line, quantity }) => Number(quantity) <= Number(work.lines[line - 1]?.quantity ?? 0));

/** Are these parts among those submitted, of which there are none where the whole was? */
const areAmong = (submitted: readonly Part[] | undefined, parts: readonly Part[]): boolean =>
  parts.length > 0 &&
  (submitted === undefined ||
    parts.every(({ line, quantity }) => submitted.some((each) => each.line === line && Number(quantity) <= Number(each.quantity))));

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
  silenceApproves: ({ context }) => context.terms.silence === 'approved' && !isClaimed(context),
  silenceMakesOneSidedAct: ({ context }) => context.terms.silence === 'one-sided' && !isClaimed(context),
  silenceGivesClaim: ({ context }) => context.terms.silence === 'claim' || isClaimed(context),

  needsContract: ({ context }) => context.terms.paper === 'signed-contract' && !context.passed.includes('contract'),
  // A deal older than order documents has no times of confirmation.
  needsOrder: ({ context: { terms, confirmed, ordered, version } }) =>
    terms.paper === 'order' && confirmed !== undefined && ordered !== version,
  fundsHaveToWait: ({ context }) => context.terms.funding !== 'none' && !context.passed.includes('funds') && areSumsStopped(context),
  needsFunds: ({ context }) => context.terms.funding !== 'none' && !context.passed.includes('funds'),
  needsBriefing: ({ context }) => context.hazardous && !context.passed.includes('briefing'),
  isOfThisSigning: ({ context, event }) => isOf(event, context.signing),
  isOfThisPayout: ({ context, event }) => isOf(event, context.payout),
  isOfThisPayment: ({ context, event }) => isOf(event, context.funds?.payment),
  ...onTakenBack,
  isOfAnOpenClaim: ({ context, event }) => Object.keys(context.claims).some((claim) => isOf(event, claim)),
  restOfWorkRemains: ({ context }) => BigInt(context.submission?.amount ?? '0') < BigInt(unapproved(context)),

  nothingToSettle: ({ context }) => isSettled(context),
  endsCancelled: ({ context }) => isSettled(context) && context.ending === 'cancelled',
  overpaymentIsUntold: ({ context }) => isSettled(context) && remainder(context) < 0n && context.overpaid === undefined,
  sumsAreStopped: ({ context }) => areSumsStopped(context),
  sumsMayMove: ({ context }) => !areSumsStopped(context),
  payoutWaits: ({ context }) => context.captured !== undefined,
  claimKeepsMoney: ({ context }) => context.payment === 'platform' && isClaimed(context),
  // No claim keeps what was captured: it is on its way.
  moneyGoesOn: ({ context }) => !areSumsStopped(context) && (context.captured !== undefined || !isClaimed(context)),
  // Nothing is due of it, or nothing of it has come.
  fundsGoBack: ({ context }) => context.funds !== undefined && (remainder(context) <= 0n || context.funds.held === '0'),
  fundsAreReturning: ({ context }) => context.funds?.returning === true,
  fundsAreHeld: ({ context }) => context.funds !== undefined,
  paysThroughPlatform: ({ context }) => context.payment === 'platform',

  contractorIsBound: ({ context }) => context.contractor !== undefined,
  nobodyClaims: ({ context }) => !isClaimed(context),
  somethingIsHeld: ({ context }) => stopping(lasting(context.holds)).length > 0,
  nothingIsHeld: ({ context }) => stopping(lasting(context.holds)).length === 0,
  holdIsTooLong: ({ context }) => context.heldTooLong,
  workGoesOn: ({ context }) => !OF_WORK.some((kind) => isHeld(context.holds, kind)),
  workIsNotStopped: ({ context }) => !isHeld(context.holds, 'unsafe') && !isHeld(context.holds, 'no-access'),
  riskIsNew: ({ context }) => isHeld(context.holds, 'risk'),
  noRiskIsNew: ({ context }) => !isHeld(context.holds, 'risk'),
  workIsStopped: ({ context }) => isHeld(context.holds, 'unsafe') || isHeld(context.holds, 'no-access'),
  noForceMajeure: ({ context }) => context.contractor !== undefined && openForceMajeure(context) === undefined,
  otherSideIsHit: ({ context, event }) => {
    const hold = openForceMajeure(context);
    return hold !== undefined && hold.admitted !== true && hold.party !== event.by;
  },
  ownSideIsHit: ({ context, event }) => openForceMajeure(context)?.party === event.by,
  nothingIsProposed: ({ context }) => context.amendment === undefined && context.cancellation === undefined,
  otherSideAmends: ({ context, event }) => context.amendment !== undefined && context.amendment.by !== event.by,
  otherSideCancels: ({ context, event }) => context.cancellation !== undefined && context.cancellation.by !== event.by,

  datesAreInOrder: when(['post', 'change'], ({ event: { at, input } }) => {
    const { startAt, dueAt, acceptBy } = input;
    return at < startAt && startAt < dueAt && (acceptBy === undefined || (at < acceptBy && acceptBy <= startAt));
  }),
  datesAreNear: when(['post', 'change'], ({ context, event }) => {
    const { horizonDays } = event.type === 'post' ? event.input.terms : context.terms;
    return event.input.dueAt <= later(event.at, horizonDays * 24);
  }),
  newDatesFit: when('amend', ({ context, event: { at, input } }) => {
    const { startAt, dueAt } = input;
    return startAt < dueAt && at < dueAt && dueAt <= later(at, context.terms.horizonDays * 24);
  }),
  fundingFitsPayment: when('post', ({ event: { input } }) => input.payment === 'platform' || input.terms.funding === 'none'),
  invitedFitsMatch: when('post', ({ event: { input } }) => (input.match === 'invited') === input.invited.length > 0),
  /** The bank drops a hold after some days (R14): the work and its review have to end before. What is held already runs from then. */
  holdOutlastsWork: when(['post', 'change', 'amend'], ({ context, event }) => {
    const { terms, payment } = event.type === 'post' ? event.input : context;
    const isHeldOrWillBe = event.type !== 'amend' || context.funds !== undefined || !context.passed.includes('funds');
    // Tasks posted before the days were among the terms have none.
    if (terms.funding !== 'hold' || payment !== 'platform' || terms.holdDays === undefined || !isHeldOrWillBe) return true;
    const from = (event.type === 'amend' && context.funds?.since) || event.at;
    return earliestReviewEnd(event.input.dueAt, terms.reviewWorkingDays) <= later(from, terms.holdDays * 24);
  }),
  invitesOthers: when('post', ({ event: { actor, input } }) => !input.invited.includes(actor ?? '')),
  versionIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.version,
  priceMayBeNamed: when('respond', ({ context, event }) => event.input.price === undefined || context.terms.pricedResponses),
  responseIsCurrent: when('choose', ({ context: { responses, version }, event }) => responses[event.input.contractor]?.version === version),
  partsFitTheWork: when('submit', ({ context, event: { input } }) => {
    const { parts } = input;
    return parts === undefined || (partsFit(context, parts) && BigInt(priceOfParts(context, parts)) <= BigInt(unapproved(context)));
  }),
  partsWereSubmitted: when('approvePart', ({ context, event: { input } }) => {
    const { parts = [] } = input;
    return (
      areAmong(context.submission?.parts, parts) &&
      partsFit(context, parts) &&
      BigInt(priceOfParts(context, parts)) < BigInt(context.submission?.amount ?? '0')
    );
  }),
  restMayBeReworked: when(
    'approvePart',
    ({ context: { rounds, terms }, event }) => event.input.rest === 'drop' || rounds < terms.reworkRounds,
  ),
  restIsReworked: when('approvePart', ({ event }) => event.input.rest === 'rework'),
  costIsWithinPrice: when('proposeCancel', ({ context, event: { input } }) =>
    isSumBetween(input.amount ?? '0', 0n, BigInt(unapproved(context))),
  ),
  claimIsWithinPrice: when(
    'claim',
    ({ context, event: { input } }) => input.amount === undefined || isSumBetween(input.amount, 0n, BigInt(context.work.price)),
  ),
  /** True only for a party of this task not yet suspended, so a repeated message changes nothing. */
  isSuspendedAnew: when('partySuspended', ({ context, event }) => {
    const party = partyBy(context, event.input.account);
    return party !== undefined && !isHeld(context.holds, 'suspended', party);
  }),
  stopsSums: when('partySuspended', ({ context, event }) => event.input.stopsMoney === true && context.payment === 'platform'),
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
