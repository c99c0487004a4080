/** What each event changes in the context of a task. */
import { atLeastZero, greatest, least, sum } from '../../rules/money.ts';
import type { Part, PricedPart } from '../../rules/work-lines.ts';
import { accept, atTotal, atUnitPrices, countClaimed, drop, identify, noteClaimed, partsLess, totalOf } from '../../rules/work-lines.ts';
import { remindersBefore, workingDaysAfterTerm } from '../../rules/working-days.ts';
import type { ErasableRef } from '../law.ts';
import { calendarOf, dueOf, sideOf } from '../law.ts';
import { openedAt } from '../open-ends.ts';
import {
  award,
  beginningOf,
  broughtByEnding,
  changeByAdmission,
  changeOfDue,
  changeOfPrice,
  changeOfWork,
  claimOf,
  claimsAfter,
  paidBack,
  paidWork,
  takesWork,
  withAdmitted,
} from './claims.ts';
import { begin, change, on } from './context.ts';
import { answered, briefing, isLate, latest, offered, replaced, starting, workDueAt, working, workingDays } from './deadlines.ts';
import { bringsRisk, ended, OF_WORK, openForceMajeure, partyBy } from './holds.ts';
import { amended, leavingOf, pricedOf, remainder, submissionOf, toCapture, unpaidPrice } from './money.ts';
import { ofTakenBack } from './taken-back.ts';
import type { Hold, Numbered, ProposedWork, TaskContext, WorkTerms } from './types.ts';

/** A child life's id: the number is counted by `countChild` before it is named. */
export const childOf = ({ id, children }: Pick<TaskContext, 'id' | 'children'>, kind: string): string => `${kind}/${id}/${children[kind]}`;

/** The numbers with one more of a kind. */
const counted = ({ numbers }: TaskContext, kind: Numbered): TaskContext['numbers'] => ({ ...numbers, [kind]: (numbers[kind] ?? 0) + 1 });

/** The work as the proposed amendment makes it, and the highest id of its lines. */
function repricedBy(context: TaskContext): { work: WorkTerms; last: number } | undefined {
  const { amendment } = context;
  const repriced = amendment && amended(context, { ...amendment.work, price: amendment.price });
  if (amendment === undefined || repriced === undefined) return undefined;
  const { lines, last } = repriced;
  return { work: { ...amendment.work, lines, price: totalOf(lines) }, last };
}
export const amendedWork = (context: TaskContext): WorkTerms | undefined => repricedBy(context)?.work;

/** Parts of the work, or all that remains, as the next submission. */
function handIn(
  context: TaskContext,
  given: readonly Part[] | undefined,
  act: ErasableRef | undefined,
): Pick<TaskContext, 'numbers' | 'submission' | 'handedIn'> {
  const numbers = counted(context, 'submission');
  const submission = submissionOf(context, given);
  const { amount, parts } = submission;
  return {
    numbers,
    submission: { ...submission, ...(act && { act }) },
    handedIn: { number: numbers.submission ?? 0, amount, parts, rest: parts, accepted: '0' },
  };
}

/** Work that is accepted at a sum, with what of the submission remains to be accepted. What claims brought for it before counts towards the sum. */
export function accepting(context: TaskContext, parts: readonly PricedPart[], amount: string, rest: readonly Part[]): Partial<TaskContext> {
  const { approved, progress: before, work, handedIn, claims } = context;
  const { progress, counted } = countClaimed(work.lines, accept(before, parts));
  const accepted = totalOf(parts);
  const withPrice = Object.entries(claims).map(([id, claim]) =>
    claim.price !== undefined && claim.submission === handedIn?.number
      ? [id, { ...claim, price: { ...claim.price, accepted } }]
      : [id, claim],
  );
  return {
    approved: String(BigInt(approved) + atLeastZero(BigInt(amount) - counted)),
    progress,
    ...(handedIn && { handedIn: { ...handedIn, accepted, rest: [...rest] } }),
    claims: Object.fromEntries(withPrice),
    submission: undefined,
  };
}

/** Terms that the customer alone offers: each line at its unit price. */
function firstOffer(proposed: ProposedWork, before?: Pick<TaskContext, 'work' | 'numbers'>): { work: WorkTerms; last: number } {
  const { lines: identified, last } = identify(proposed.lines, before?.work.lines ?? [], before?.numbers.line ?? 0);
  const lines = atUnitPrices(identified);
  return { work: { ...proposed, lines, price: totalOf(lines) }, last };
}

export const reducers = {
  noteOpen: change(({ event }) => openedAt(event)),
  bindTerms: begin('post', (event) => {
    const { id, payment, match, nature, invited, group, terms, acceptance, ...proposed } = event.input;
    const { work, last } = firstOffer(proposed);
    return {
      id,
      numbers: { line: last },
      customer: event.actor,
      version: 1,
      work,
      confirmed: { customer: event.at },
      acceptances: { customer: acceptance },
      payment,
      match,
      ...(nature !== undefined && { nature }),
      invited,
      ...(group !== undefined && { group }),
      terms,
      deadlines: offered(work, terms, event.at),
    };
  }),
  keepAddress: on('setAddress', ({ event: { input } }) => ({ address: input.address })),
  newVersion: on('change', ({ context, event }) => {
    const { version, ...proposed } = event.input;
    const { work, last } = firstOffer(proposed, context);
    const deadlines = offered(work, context.terms, event.at);
    const numbers = { ...context.numbers, line: last };
    return { chosen: undefined, version: version + 1, work, numbers, confirmed: { customer: event.at }, deadlines };
  }),
  addResponse: on('respond', ({ context, event: { actor = '', input } }) => {
    const { version, price, message } = input;
    const numbers = counted(context, 'response');
    const response = { number: numbers.response ?? 0, version, ...(price !== undefined && { price }), ...(message && { message }) };
    return { numbers, responses: { ...context.responses, [actor]: response } };
  }),
  dropResponse: change(({ context, event }) => {
    const { [event.actor ?? '']: _, ...responses } = context.responses;
    return { responses, chosen: context.chosen === event.actor ? undefined : context.chosen };
  }),
  dropInvitation: change(({ context, event }) => ({ invited: context.invited.filter((each) => each !== event.actor) })),
  chooseContractor: on('choose', ({ event: { at, input } }) => ({ chosen: input.contractor, confirmed: { customer: at } })),
  bindContractor: on('accept', ({ context, event }) => {
    const { work, responses } = context;
    const price = responses[event.actor ?? '']?.price;
    const agreed = price === undefined ? work : { ...work, lines: atTotal(work.lines, BigInt(price)), price };
    const confirmed = { ...context.confirmed, contractor: event.at };
    // Tasks posted before acceptances were pinned have none.
    const acceptances = context.acceptances && { ...context.acceptances, contractor: event.input.acceptance };
    return {
      contractor: event.actor,
      work: agreed,
      confirmed,
      ...(acceptances && { acceptances }),
      deadlines: {},
    };
  }),

  /** The money for the work is not there any more: that gate is to be passed again. */
  unpass: change(({ context }) => ({ passed: context.passed.filter((gate) => gate !== 'funds') })),
  pass: change(({ context }, { gate }: { gate: TaskContext['passed'][number] }) => ({ passed: [...context.passed, gate] })),
  forgetStart: change(() => ({ start: undefined })),
  noteStart: change(({ context: { start = 'inTime' } }) => ({ start })),
  noteDelay: change(({ context, event }) => (isLate(context, event.at) ? { start: 'late' } : {})),
  noteNoShow: change(() => ({ start: 'missed' })),
  beginBriefing: change(({ context, event }) => ({ deadlines: replaced(context, briefing(context, event.at)) })),
  keepBriefing: on(['brief', 'reportRisk'], ({ context, event }) => ({
    briefing: event.input.note,
    briefedAt: event.at,
    numbers: counted(context, 'briefing'),
    holds: context.holds.map(({ unbriefed: _, ...hold }) => hold),
  })),
  noteReady: change(({ event }) => ({ readyAt: event.at })),
  beginWaiting: change(({ context, event }) => ({ deadlines: replaced(context, starting(context, event.at)) })),
  amendTerms: on('amend', ({ context, event }) => {
    const { version: _, price, ...work } = event.input;
    const numbers = counted(context, 'proposal');
    return { numbers, amendment: { by: sideOf(event), at: event.at, work, ...(price !== undefined && { price }) } };
  }),
  takeAmendment: change(({ context, event }) => {
    const { amendment, passed } = context;
    const repriced = repricedBy(context);
    if (amendment === undefined || repriced === undefined) return {};
    const { work, last } = repriced;
    // New dates apply as agreed, whatever delayed the work before.
    const isMoved = work.startAt !== context.work.startAt || work.dueAt !== context.work.dueAt;
    return {
      work,
      ...(isMoved && { readyAt: undefined }),
      numbers: { ...context.numbers, line: last },
      version: context.version + 1,
      confirmed: { [amendment.by]: amendment.at, [event.by]: event.at },
      passed: bringsRisk(work, context.work) ? passed.filter((gate) => gate !== 'briefing') : passed,
      amendment: undefined,
    };
  }),
  keepOrder: change(({ context }) => ({ ordered: context.version })),
  beginWork: change(({ context, event }) => ({
    deadlines: replaced(context, working(context, workDueAt(context), event.at)),
  })),
  /** What was submitted, at the terms that were changed since. */
  submitAnew: change(({ context }) =>
    handIn(context, context.submission?.all ? undefined : context.submission?.parts, context.submission?.act),
  ),
  dropProposals: change(() => ({ amendment: undefined, cancellation: undefined })),
  proposeCancellation: on('proposeCancel', ({ context, event }) => ({
    numbers: counted(context, 'proposal'),
    cancellation: { by: sideOf(event), amount: event.input.amount ?? '0', at: event.at, reasons: event.input.reasons },
  })),

  beginReview: on('submit', ({ context, event }) => {
    const { terms } = context;
    const reviewBy = workingDays(event, terms.reviewWorkingDays);
    const reminders = terms.reviewReminderWorkingDays.map((days) => workingDays(event, days));
    return {
      ...handIn(context, event.input.parts, event.input.act),
      deadlines: replaced(context, { since: event.at, reviewReminders: remindersBefore(reviewBy, reminders), reviewBy }),
    };
  }),
  beginRework: change(({ context, event }) => {
    const dueBy = workingDays(event, context.terms.reworkWorkingDays);
    return {
      submission: undefined,
      rounds: context.rounds + 1,
      deadlines: replaced(context, working(context, dueBy, event.at)),
    };
  }),
  goOnWithRest: change(({ context, event }) => {
    const dueBy = latest(workDueAt(context), workingDays(event, context.terms.reworkWorkingDays));
    return {
      deadlines: replaced(context, working(context, dueBy, event.at)),
    };
  }),
  approveSubmission: change(({ context }, { approval }: { approval: NonNullable<TaskContext['approval']> }) => ({
    approval,
    ...accepting(context, context.submission?.parts ?? [], context.submission?.amount ?? '0', []),
  })),
  /** What was not approved of a submission is to be done again, or is given up. */
  approveParts: on('approvePart', ({ context, event: { input } }) => {
    const parts = pricedOf(context, input.parts);
    const rest = partsLess(context.submission?.parts ?? [], parts);
    const isDropped = input.rest === 'drop';
    const progress = isDropped ? drop(context.progress, rest) : context.progress;
    return { approval: 'act', ...accepting({ ...context, progress }, parts, totalOf(parts), isDropped ? [] : rest) };
  }),
  noteCharge: change((scope) => ({ charged: String(greatest(paidWork(scope), BigInt(scope.context.charged))) })),
  allowStart: change(() => ({ mayStartEarly: true })),
  /** Terms run from the event, or from the missed deadline: not from the moment when a late timer fired. */
  beginSettling: change((scope, { ending }: { ending: TaskContext['ending'] }) => {
    const { context, event } = scope;
    const from = dueOf(event);
    const after = (days: number): string =>
      from === undefined ? workingDays(event, days) : workingDaysAfterTerm(from, days, calendarOf(event));
    const { payReminderWorkingDays, payWorkingDays } = context.terms;
    const payBy = after(payWorkingDays);
    return {
      ending,
      ...withAdmitted({ ...context, claims: claimsAfter(scope) }),
      amendment: undefined,
      cancellation: undefined,
      submission: undefined,
      holds: ended(context.holds, ({ kind }) => OF_WORK.includes(kind), event.at),
      deadlines: replaced(context, {
        since: from ?? event.at,
        payReminders: remindersBefore(payBy, payReminderWorkingDays.map(after)),
        payBy,
      }),
    };
  }),
  /** The sum that the customer owes in addition to approved work, as agreed or under the terms. */
  oweCancellation: change(({ context }) => ({ compensation: sum(context.compensation, context.cancellation?.amount ?? '0') })),
  oweCost: change(({ context }, { ofWork }: { ofWork: boolean }) => {
    const leaving = leavingOf(context, ofWork);
    return { leaving, compensation: sum(context.compensation, leaving.cost) };
  }),
  /** The sums of an ending are for what was not accepted when it was claimed: what was accepted since counts towards them. They pay for work. */
  oweSettlement: on('claimSettled', (scope) => {
    const brought = BigInt(claimOf(scope)?.before ?? '0') + BigInt(scope.event.input.toContractor);
    return { approved: String(greatest(brought, BigInt(scope.context.approved))) };
  }),
  /** What a claim brings once the deal is settled, or is over. Of what was paid before, or is on its way, a debt is made instead. */
  settleClaim: on(['claimSettled', 'claimAdmitted'], (scope, { to }: { to: 'due' | 'owedBeside' }) => {
    const { context } = scope;
    const { due, owedBeside = '0' } = context;
    const claim = claimOf(scope);
    const change = changeOfDue(scope);
    const forWork = changeOfPrice(scope);
    return {
      ...(claim && forWork > 0n && award(context, claim, forWork, BigInt(due) + BigInt(owedBeside)).sums),
      ...(claim?.about === 'ending' && broughtByEnding(context, change)),
      [to]: to === 'due' ? String(BigInt(due) + change + paidBack(scope)) : String(BigInt(owedBeside) + atLeastZero(change)),
    };
  }),
  /** A submission under review is accepted at the price that a claim brought. */
  reduceSubmission: on('claimSettled', ({ context: { submission }, event }) => {
    if (submission === undefined) return {};
    const amount = String(atLeastZero(BigInt(submission.amount) - BigInt(event.input.toCustomer)));
    return { submission: { ...submission, amount } };
  }),
  /** The result of a claim about refused work. The work is accepted at that sum, if it was not repeated since. */
  takeClaimedWork: on('claimSettled', (scope) => {
    const { context } = scope;
    const { work, progress, handedIn, approved } = context;
    const price = claimOf(scope)?.price;
    const change = changeOfWork(scope);
    if (price === undefined) return {};
    if (handedIn === undefined || !takesWork(scope))
      return { approved: String(BigInt(approved) + change), progress: noteClaimed(work.lines, progress, price.parts, atLeastZero(change)) };
    const taken = countClaimed(work.lines, accept(progress, pricedOf(context, handedIn.rest)));
    return {
      approval: 'act',
      approved: String(BigInt(approved) + change - least(taken.counted, atLeastZero(change))),
      progress: taken.progress,
      handedIn: { ...handedIn, rest: [] },
    };
  }),
  /** What was admitted of a price stands, though the claim is dropped: of work under review the customer's part comes off its price. */
  keepAdmitted: on('claimDropped', (scope) => {
    const { approved, progress, work, submission, numbers } = scope.context;
    const claim = claimOf(scope);
    if (claim?.price === undefined) return {};
    const change = changeByAdmission(scope);
    const isReviewed = submission !== undefined && claim.submission === numbers.submission && claim.claimant === 'customer';
    return {
      approved: String(BigInt(approved) + change),
      progress: noteClaimed(work.lines, progress, claim.price.parts, atLeastZero(change)),
      ...(isReviewed && {
        submission: { ...submission, amount: String(atLeastZero(BigInt(submission.amount) - BigInt(claim.admitted ?? '0'))) },
      }),
    };
  }),
  /** Leaving without a ground: the other side may name what it really cost (platform; Civil Code art. 686). */
  noteLeaving: change(({ event }, { free }: { free: boolean }) => ({ left: { by: sideOf(event), at: event.at, free } })),

  reportPayment: on('report', ({ context, event }, { of }: { of: 'price' | 'due' }) => {
    const confirmBy = workingDays(event, context.terms.confirmWorkingDays);
    const all = of === 'due' ? remainder(context) : unpaidPrice(context);
    return {
      numbers: counted(context, 'report'),
      reported: event.input.amount ?? String(all),
      deadlines: { ...context.deadlines, confirmBy },
    };
  }),
  confirmPayment: on('confirm', ({ context, event }) => {
    const { paid, reported } = context;
    const amount = event.input.amount ?? reported ?? String(remainder(context));
    return { paid: sum(paid, amount), reported: undefined, deadlines: answered(context) };
  }),
  noteOverpayment: change(({ context }) => ({ overpaid: String(-remainder(context)) })),
  denyPayment: change(({ context }) => ({ reported: undefined, deadlines: answered(context) })),
  countChild: change(({ context }, { kind }: { kind: string }) => ({
    children: { ...context.children, [kind]: (context.children[kind] ?? 0) + 1 },
  })),
  nameSigning: change(({ context }) => ({ signing: childOf(context, 'signing') })),
  namePayment: change(({ context }) => ({ funds: { payment: childOf(context, 'payment'), held: '0' } })),
  keepFunds: on('paymentHeld', ({ event: { at, input } }) => ({ funds: { payment: input.child, held: input.amount, since: at } })),
  /** What was captured stays under way, whatever is reported of the payment afterwards. */
  dropFunds: change(({ context }) => ({ funds: undefined, underWay: context.captured ?? '0' })),
  /** What was captured leaves; of a prepayment the rest is on its way back. */
  keepReturning: on('paymentCaptured', ({ event: { input } }) => {
    const { child, returning } = input;
    return { funds: returning === undefined ? undefined : { payment: child, held: returning, returning: true } };
  }),
  letFundsGo: change(() => ({ funds: undefined })),
  countPaid: on('paidOut', ({ context, event }) => ({
    paid: sum(context.paid, event.input.amount),
    payout: undefined,
    takenOfPayout: undefined,
    source: undefined,
    underWay: '0',
  })),
  ...ofTakenBack,
  sendCapture: change(({ context }) => ({ underWay: String(toCapture(context)) })),
  keepCaptured: on('paymentCaptured', ({ event: { input } }) => ({
    captured: input.amount,
    underWay: input.amount,
    source: input.child,
  })),
  namePayout: change(({ context }) => ({ payout: childOf(context, 'payout'), captured: undefined })),
  noteDocument: on(
    ['signed', 'signingRefused', 'signingExpired', 'claimCertified'],
    ({ context, event }, { became }: { became: TaskContext['documents'][string] }) => ({
      documents: { ...context.documents, [event.input.child]: became },
    }),
  ),

  openClaim: on('claim', ({ context, event }) => {
    const { about, amount, submission } = event.input;
    const { handedIn, approved, compensation } = context;
    const claimant = sideOf(event);
    const claim = {
      claimant,
      about,
      ...(amount !== undefined && { amount }),
      ...(submission !== undefined && { submission }),
      ...(about === 'price' &&
        handedIn && {
          price: { parts: handedIn.parts, from: beginningOf(handedIn, claimant, amount ?? '0'), accepted: handedIn.accepted },
        }),
      ...(about === 'ending' && { before: sum(approved, compensation) }),
    };
    return { claims: { ...context.claims, [childOf(context, 'dispute')]: claim } };
  }),
  admitClaim: on('claimAdmitted', ({ context: { claims }, event: { input } }) => {
    const claim = claims[input.child];
    return claim === undefined ? {} : { claims: { ...claims, [input.child]: { ...claim, admitted: input.amount } } };
  }),
  /** What was settled of a price, or admitted before the claim was dropped, is not claimed again. */
  closeClaim: on(['claimSettled', 'claimDropped'], ({ context, event }) => {
    const { [event.input.child]: claim, ...claims } = context.claims;
    const { handedIn } = context;
    const amount = (event.type === 'claimDropped' ? claim?.admitted : claim?.amount) ?? '0';
    if (claim?.price === undefined || amount === '0' || handedIn?.number !== claim.submission || handedIn === undefined) return { claims };
    const { customer, contractor } = handedIn.decided ?? { customer: '0', contractor: '0' };
    const decided =
      claim.claimant === 'customer' ? { customer: sum(customer, amount), contractor } : { customer, contractor: sum(contractor, amount) };
    return { claims, handedIn: { ...handedIn, decided } };
  }),

  openHold: change(({ context, event }, { kind }: { kind: Hold['kind'] }) => {
    const opened = (party: Hold['party'], more: Partial<Hold> = {}) => ({
      ...(kind === 'force-majeure' && { numbers: counted(context, 'notice') }),
      holds: [...context.holds, { kind, party, from: event.at, ...more }],
    });
    if (event.type !== 'partySuspended') return opened(sideOf(event));
    const { account, stopsMoney } = event.input;
    const party = partyBy(context, account);
    return party === undefined ? {} : opened(party, stopsMoney && { stopsMoney });
  }),
  /** A risk that an amendment brought, of which the contractor was not briefed yet. */
  openUnbriefedRisk: change(({ context, event }) => ({
    holds: [...context.holds, { kind: 'risk', party: 'customer', from: event.at, unbriefed: true }],
  })),
  /** Force majeure counts from its notice (8.1). */
  admitHold: change(({ context }) => ({
    holds: context.holds.map((hold) => (hold === openForceMajeure(context) ? { ...hold, admitted: true } : hold)),
  })),
  closeHold: change(({ context, event }, { kinds }: { kinds: readonly Hold['kind'][] }) => {
    const party = event.type === 'partyReinstated' ? partyBy(context, event.input.account) : undefined;
    const ends = (hold: Hold): boolean => kinds.includes(hold.kind) && (party === undefined || hold.party === party);
    return { holds: ended(context.holds, ends, event.at) };
  }),
  keepInChain: change(() => ({})),
  markTooLong: change(() => ({ heldTooLong: true })),
  unmarkTooLong: change(() => ({ heldTooLong: false })),
};
