/** What each event changes in the context of a task. */
import { workingDaysAfter } from '../../rules/working-days.ts';
import { calendarOf, dueOf, sideOf } from '../law.ts';
import { begin, change, on } from './context.ts';
import { answered, later, latest, offered, replaced, starting, working, workingDays } from './deadlines.ts';
import { ended, OF_WORK, openForceMajeure, partyBy } from './holds.ts';
import { atLeastZero, priceOfParts, remainder, share, submissionOf, sum, toCapture, unapproved, unpaidPrice } from './money.ts';
import { ofTakenBack } from './taken-back.ts';
import type { Hold, TaskContext } from './types.ts';

/** A child life's id: the number is counted by `countChild` before it is named. */
export const childOf = ({ id, children }: Pick<TaskContext, 'id' | 'children'>, kind: string): string => `${kind}/${id}/${children[kind]}`;

export const reducers = {
  bindTerms: begin('post', (event) => {
    const { id, hazardous, payment, match, invited, group, terms, acceptance, ...work } = event.input;
    return {
      id,
      hazardous,
      customer: event.actor,
      version: 1,
      work,
      confirmed: { customer: event.at },
      acceptances: { customer: acceptance },
      payment,
      match,
      invited,
      ...(group !== undefined && { group }),
      terms,
      deadlines: offered(work, terms, event.at),
    };
  }),
  newVersion: on('change', ({ context, event }) => {
    const { version, ...work } = event.input;
    const deadlines = offered(work, context.terms, event.at);
    return { chosen: undefined, version: version + 1, work, confirmed: { customer: event.at }, deadlines };
  }),
  addResponse: on('respond', ({ context, event: { actor = '', input } }) => {
    const { version, price } = input;
    return { responses: { ...context.responses, [actor]: { version, ...(price !== undefined && { price }) } } };
  }),
  dropResponse: change(({ context, event }) => {
    const { [event.actor ?? '']: _, ...responses } = context.responses;
    return { responses, chosen: context.chosen === event.actor ? undefined : context.chosen };
  }),
  dropInvitation: change(({ context, event }) => ({ invited: context.invited.filter((each) => each !== event.actor) })),
  chooseContractor: on('choose', ({ event: { at, input } }) => ({ chosen: input.contractor, confirmed: { customer: at } })),
  bindContractor: on('accept', ({ context, event }) => {
    const { work, responses } = context;
    const price = responses[event.actor ?? '']?.price ?? work.price;
    const confirmed = { ...context.confirmed, contractor: event.at };
    // Tasks posted before acceptances were pinned have none.
    const acceptances = context.acceptances && { ...context.acceptances, contractor: event.input.acceptance };
    return {
      contractor: event.actor,
      work: { ...work, price },
      confirmed,
      ...(acceptances && { acceptances }),
      deadlines: {},
    };
  }),

  /** The money for the work is not there any more: that gate is to be passed again. */
  unpass: change(({ context }) => ({ passed: context.passed.filter((gate) => gate !== 'funds') })),
  pass: change(({ context }, { gate }: { gate: TaskContext['passed'][number] }) => ({ passed: [...context.passed, gate] })),
  beginBriefing: change(({ context, event }) => ({
    deadlines: replaced(context, { since: event.at, briefBy: latest(later(context.work.startAt, -context.terms.briefHours), event.at) }),
  })),
  keepBriefing: on(['brief', 'reportRisk'], ({ event }) => ({ briefing: event.input.note })),
  beginWaiting: change(({ context, event }) => ({ deadlines: replaced(context, starting(context, event.at)) })),
  amendTerms: on('amend', ({ event }) => {
    const { version: _, ...work } = event.input;
    return { amendment: { by: sideOf(event), at: event.at, work } };
  }),
  takeAmendment: change(({ context, event }) => {
    const { amendment } = context;
    if (amendment === undefined) return {};
    const confirmed = { [amendment.by]: amendment.at, [event.by]: event.at };
    return { work: amendment.work, version: context.version + 1, confirmed, amendment: undefined };
  }),
  keepOrder: change(({ context }) => ({ ordered: context.version })),
  beginWork: change(({ context, event }) => ({
    deadlines: replaced(context, working(context.terms, context.work.dueAt, event.at)),
  })),
  /** What was submitted, at the terms that were changed since. */
  submitAnew: change(({ context }) => ({ submission: submissionOf(context, context.submission?.parts) })),
  dropProposals: change(() => ({ amendment: undefined, cancellation: undefined })),
  proposeCancellation: on('proposeCancel', ({ event }) => ({
    cancellation: { by: sideOf(event), amount: event.input.amount ?? '0' },
  })),

  beginReview: on('submit', ({ context, event }) => {
    const { terms } = context;
    const { parts } = event.input;
    return {
      submission: submissionOf(context, parts),
      deadlines: replaced(context, {
        since: event.at,
        reviewReminders: terms.reviewReminderWorkingDays.map((days) => workingDays(event, days)),
        reviewBy: workingDays(event, terms.reviewWorkingDays),
      }),
    };
  }),
  beginRework: change(({ context, event }) => {
    const dueBy = workingDays(event, context.terms.reworkWorkingDays);
    return {
      submission: undefined,
      rounds: context.rounds + 1,
      deadlines: replaced(context, working(context.terms, dueBy, event.at)),
    };
  }),
  goOnWithRest: change(({ context, event }) => {
    const dueBy = latest(context.work.dueAt, workingDays(event, context.terms.reworkWorkingDays));
    return { deadlines: replaced(context, working(context.terms, dueBy, event.at)) };
  }),
  approveSubmission: change(({ context }, { approval }: { approval: NonNullable<TaskContext['approval']> }) => ({
    approval,
    approved: sum(context.approved, context.submission?.amount ?? '0'),
    submission: undefined,
  })),
  approveParts: on('approvePart', ({ context, event }) => ({
    approval: 'act',
    approved: sum(context.approved, priceOfParts(context, event.input.parts)),
    submission: undefined,
  })),
  /** Terms run from the event, or from the missed deadline: not from the moment when a late timer fired. */
  beginSettling: change(({ context, event }, { ending }: { ending: TaskContext['ending'] }) => {
    const from = dueOf(event);
    // 24:00 of a day is still that day: the day after it is the first of the term.
    const start = from === undefined ? event.at : new Date(Date.parse(from) - 1).toISOString();
    const after = (days: number): string => workingDaysAfter(start, days, calendarOf(event));
    const { payReminderWorkingDays, payWorkingDays } = context.terms;
    return {
      ending,
      due: context.approved,
      amendment: undefined,
      cancellation: undefined,
      submission: undefined,
      holds: ended(context.holds, ({ kind }) => OF_WORK.includes(kind), event.at),
      deadlines: replaced(context, {
        since: from ?? event.at,
        payReminders: payReminderWorkingDays.map(after),
        payBy: after(payWorkingDays),
      }),
    };
  }),
  /** What the customer owes beside approved work: agreed, or by the terms. */
  oweCancellation: change(({ context }) => ({ approved: sum(context.approved, context.cancellation?.amount ?? '0') })),
  oweCost: change(({ context }, { ofWork }: { ofWork: boolean }) => {
    const { cancelCost, cancelCostOfWork } = context.terms;
    return { approved: sum(context.approved, share(unapproved(context), ofWork ? cancelCostOfWork : cancelCost)) };
  }),
  oweSettlement: on('claimSettled', ({ context, event }) => ({ approved: sum(context.approved, event.input.toContractor) })),
  /** What was in dispute goes out of what is due, and what the contractor got of it comes in; money on its way stays on it. */
  settleDue: on('claimSettled', ({ context, event }) => {
    const { toContractor, toCustomer } = event.input;
    const undisputed = atLeastZero(remainder(context) - BigInt(toContractor) - BigInt(toCustomer));
    const rest = sum(undisputed, toContractor);
    const { underWay } = context;
    return {
      reported: undefined,
      deadlines: answered(context),
      due: sum(context.paid, BigInt(rest) > BigInt(underWay) ? rest : underWay),
    };
  }),

  reportPayment: on('report', ({ context, event }, { of }: { of: 'price' | 'due' }) => {
    const confirmBy = workingDays(event, context.terms.confirmWorkingDays);
    const all = of === 'due' ? remainder(context) : unpaidPrice(context);
    return { reported: event.input.amount ?? String(all), deadlines: { ...context.deadlines, confirmBy } };
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
  dropFunds: change(() => ({ funds: undefined, underWay: '0' })),
  /** What was captured leaves; of a prepayment the rest is on its way back. */
  keepReturning: on('paymentCaptured', ({ event: { input } }) => {
    const { child, returning } = input;
    return { funds: returning === undefined ? undefined : { payment: child, held: returning, returning: true } };
  }),
  letFundsGo: change(() => ({ funds: undefined })),
  countPaid: on('paidOut', ({ context, event }) => ({
    paid: sum(context.paid, event.input.amount),
    payout: undefined,
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
    const { amount } = event.input;
    const claim = { claimant: sideOf(event), ...(amount !== undefined && { amount }) };
    return { claims: { ...context.claims, [childOf(context, 'dispute')]: claim } };
  }),
  closeClaim: on(['claimSettled', 'claimDropped'], ({ context, event }) => {
    const { [event.input.child]: _, ...claims } = context.claims;
    return { claims };
  }),

  openHold: change(({ context, event }, { kind }: { kind: Hold['kind'] }) => {
    const opened = (party: Hold['party'], more: Partial<Hold> = {}) => ({
      holds: [...context.holds, { kind, party, from: event.at, ...more }],
    });
    if (event.type !== 'partySuspended') return opened(sideOf(event));
    const { account, stopsMoney } = event.input;
    const party = partyBy(context, account);
    return party === undefined ? {} : opened(party, stopsMoney && { stopsMoney });
  }),
  /** Force majeure counts from its notice (8.1). */
  admitHold: change(({ context }) => ({
    holds: context.holds.map((hold) => (hold === openForceMajeure(context) ? { ...hold, admitted: true } : hold)),
  })),
  closeHold: change(({ context, event }, { kinds }: { kinds: readonly Hold['kind'][] }) => {
    const party = event.type === 'partyReinstated' ? partyBy(context, event.input.account) : undefined;
    const ends = (hold: Hold): boolean => kinds.includes(hold.kind) && (party === undefined || hold.party === party);
    return { holds: ended(context.holds, ends, event.at) };
  }),
  markTooLong: change(() => ({ heldTooLong: true })),
  unmarkTooLong: change(() => ({ heldTooLong: false })),
};
