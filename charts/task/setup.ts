/** What a task's chart is made of: conditions, deadlines, and what each event changes in the context. */
import { assign, setup } from 'xstate';
import { extended } from '../../rules/holds.ts';
import { priceOf } from '../../rules/money.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { civilDate, workingDaysAfter } from '../../rules/working-days.ts';
import { disputeCreation } from '../dispute/creation.ts';
import type { BoundParties, Party } from '../law.ts';
import { due, next, speaksFor } from '../law.ts';
import type { Deadlines, Hold, Part, TaskContext, TaskEvent, TaskTerms, WorkTerms } from './types.ts';

const HOUR = 3_600_000;
const later = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();
const earliest = (...moments: string[]): string => new Date(Math.min(...moments.map((moment) => Date.parse(moment)))).toISOString();
const latest = (...moments: string[]): string => new Date(Math.max(...moments.map((moment) => Date.parse(moment)))).toISOString();

/** While a task waits for a contractor: until the named moment, else some days, and never beyond the start of the work. */
const offered = (work: WorkTerms, terms: TaskTerms, at: string): Deadlines => {
  const acceptBy = work.acceptBy ?? earliest(later(at, terms.acceptDays * 24), work.startAt);
  return { since: at, acceptBy, acceptReminder: later(acceptBy, -terms.acceptReminderHours) };
};

/** The time to do the work, ending at `dueBy`. */
const working = (terms: TaskTerms, dueBy: string, at: string): Deadlines => ({
  since: at,
  dueReminder: later(dueBy, -terms.dueReminderHours),
  dueBy,
  graceUntil: later(dueBy, terms.overdueGraceHours),
});

/** The time to begin: where gates held it up, from the moment they were passed. */
const starting = ({ work, terms }: TaskContext, at: string): Deadlines => ({
  since: at,
  startReminder: later(work.startAt, -terms.startReminderHours),
  startBy: later(latest(work.startAt, at), terms.startGraceHours),
  ...working(terms, work.dueAt, at),
});

/** A stage's own deadlines, beside that of an answer about a payment, which no stage ends. */
const anew = ({ deadlines: { confirmBy } }: TaskContext, given: Deadlines): Deadlines =>
  confirmBy === undefined ? given : { ...given, confirmBy };

const answered = ({ deadlines: { confirmBy: _, ...kept } }: TaskContext): Deadlines => kept;

/** Who a notice goes to: `candidates` are the invited and those who responded. */
export type Reader = 'customer' | 'contractor' | 'invited' | 'candidates' | 'chosen';

/** Holds that stop the clocks: of force majeure only an admitted one (8.1). */
const stopping = (holds: readonly Hold[] | undefined): Hold[] =>
  (holds ?? []).filter(({ kind, admitted }) => kind !== 'force-majeure' || admitted === true);
const lasting = (holds: readonly Hold[]): Hold[] => holds.filter(({ until }) => until === undefined);
/** Holds that stop the work itself: they end with it. */
const OF_WORK: readonly Hold['kind'][] = ['unsafe', 'no-access', 'risk'];
const ended = (holds: readonly Hold[], ends: (hold: Hold) => boolean, at: string): Hold[] =>
  holds.map((hold) => (hold.until === undefined && ends(hold) ? { ...hold, until: at } : hold));
const isHeld = (holds: readonly Hold[], kind: Hold['kind'], party?: string): boolean =>
  lasting(holds).some((hold) => hold.kind === kind && (party === undefined || hold.party === party));
/** Does a suspension last that stops what goes through the platform too? Direct payments are between the parties (5.2). */
const areSumsStopped = ({ payment, holds }: TaskContext): boolean =>
  payment === 'platform' && lasting(holds).some(({ stopsMoney }) => stopsMoney);
/** The party that an account is in the task. */
const partyBy = ({ customer, contractor }: TaskContext, account: string): Hold['party'] | undefined => {
  if (account === customer) return 'customer';
  return account === contractor ? 'contractor' : undefined;
};
const openForceMajeure = ({ holds }: TaskContext): Hold | undefined => lasting(holds).find(({ kind }) => kind === 'force-majeure');

/** A deadline as the holds since it was set have moved it: none while one lasts. */
const moved = ({ deadlines, holds }: Partial<TaskContext>, base: string | undefined): string | undefined =>
  base === undefined || deadlines?.since === undefined ? base : extended(base, deadlines.since, stopping(holds));

/** The same where a moment is needed: as it was set while a hold lasts. */
const standing = (context: TaskContext, base: string): string => moved(context, base) ?? base;

/** The deadlines as they stand: what the parties are shown. */
export const standingDeadlines = (context: TaskContext): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(context.deadlines).flatMap(([name, base]) => {
      if (name === 'since') return [];
      const stands = Array.isArray(base) ? base.flatMap((each) => moved(context, each) ?? []) : moved(context, base);
      return stands === undefined || stands.length === 0 ? [] : [[name, stands]];
    }),
  );

type Moment = { [Name in keyof Deadlines]-?: Required<Deadlines>[Name] extends string ? Name : never }[keyof Deadlines];
type Moments = Exclude<keyof Deadlines, Moment>;
const moment =
  (name: Moment) =>
  ({ context }: { context: Partial<TaskContext> }): number =>
    due(moved(context, context.deadlines?.[name]));
const moments =
  (name: Moments) =>
  ({ context, event }: { context: Partial<TaskContext>; event: { at?: string } }): number =>
    next(
      (context.deadlines?.[name] ?? []).flatMap((each) => moved(context, each) ?? []),
      event.at,
    );

/** When a hold has lasted longer than the terms bear. */
const holdPatience = ({ context }: { context: Partial<TaskContext> }): number => {
  const [first] = stopping(lasting(context.holds ?? []));
  if (first === undefined || context.heldTooLong || context.terms === undefined) return due(undefined);
  return due(later(first.from, context.terms.holdPatienceDays * 24));
};

const sum = (one: string, other: string): string => String(BigInt(one) + BigInt(other));
const remainder = (context: TaskContext): bigint => BigInt(context.due) - BigInt(context.paid);
const unpaidPrice = ({ work, paid }: TaskContext): bigint => BigInt(work.price) - BigInt(paid);
/** What a payment may be told of: above nothing, and at most what is still to be paid or what was reported of it before that fell. */
const mayBePaid = ({ event, context: { reported = '0' } }: Scope, rest: bigint): boolean => {
  if (event.type !== 'report' && event.type !== 'confirm') return false;
  const { amount } = event.input;
  const most = BigInt(reported) > rest ? BigInt(reported) : rest;
  return amount === undefined || (BigInt(amount) > 0n && BigInt(amount) <= most);
};
/** What is due of what the provider holds. */
const toCapture = (context: TaskContext): bigint => {
  const held = BigInt(context.funds?.held ?? '0');
  return remainder(context) < held ? remainder(context) : held;
};
/** Nothing is to be paid, nothing is kept, and no payment awaits its answer. */
const isSettled = (context: TaskContext): boolean =>
  remainder(context) <= 0n && context.funds === undefined && context.reported === undefined;
const atLeastZero = (amount: bigint): string => String(amount > 0n ? amount : 0n);
const unapproved = ({ work, approved }: TaskContext): string => atLeastZero(BigInt(work.price) - BigInt(approved));

/** A share of a sum in tiyn, in hundredths of a per cent, half a tiyn rounded up. */
const share = (amount: string, basisPoints: number): string => String((BigInt(amount) * BigInt(basisPoints) + 5_000n) / 10_000n);

/** What parts of the work cost: their share of the lines, at the price that was agreed. */
function priceOfParts({ work }: TaskContext, parts: readonly Part[]): string {
  const lines = parts.map(({ line, quantity }) => ({ quantity, unitPrice: work.lines[line - 1]?.unitPrice ?? '0' }));
  const whole = priceOf(work.lines);
  return String((priceOf(lines) * BigInt(work.price) * 2n + whole) / (whole * 2n));
}

/** What is submitted: parts at their price, or all that is not approved yet. */
const submissionOf = (context: TaskContext, parts: Part[] | undefined): NonNullable<TaskContext['submission']> =>
  parts === undefined ? { amount: unapproved(context) } : { amount: priceOfParts(context, parts), parts };

const partsFit = ({ work }: TaskContext, parts: readonly Part[]): boolean =>
  new Set(parts.map(({ line }) => line)).size === parts.length &&
  parts.every(({ line, quantity }) => Number(quantity) <= Number(work.lines[line - 1]?.quantity ?? 0));

/** Are these parts among those submitted, of which there are none where the whole was? */
const areAmong = (submitted: readonly Part[] | undefined, parts: readonly Part[]): boolean =>
  parts.length > 0 &&
  (submitted === undefined ||
    parts.every(({ line, quantity }) => submitted.some((each) => each.line === line && Number(quantity) <= Number(each.quantity))));

/** The context before anything is posted. xstate also runs the initial state without input. */
export const blank = (): TaskContext =>
  ({
    id: '',
    version: 0,
    invited: [],
    responses: {},
    deadlines: {},
    children: {},
    passed: [],
    documents: {},
    claims: {},
    holds: [],
    rounds: 0,
    approved: '0',
    due: '0',
    paid: '0',
    underWay: '0',
    ending: 'closed',
    hazardous: false,
    heldTooLong: false,
  }) as unknown as TaskContext;

function mayBeContractor(context: TaskContext, actor: string | undefined): boolean {
  if (actor === undefined || actor === context.customer) return false;
  return context.match !== 'invited' || context.invited.includes(actor);
}

const calendarOf = (event: { input: object }): Calendar => (event.input as { calendar: Calendar }).calendar;
const isClaimed = ({ claims }: TaskContext): boolean => Object.keys(claims).length > 0;
const reportOf = (event: { input: object }): { child?: string; amount?: string; returning?: string } => event.input;

/** A child life's id: the number is counted by `begin…` before it is named. */
export const childOf = ({ id, children }: TaskContext, kind: string): string => `${kind}/${id}/${children[kind]}`;
export const lifeOf = ({ id }: TaskContext): string => `task/${id}`;
export const people = ({ customer, contractor }: BoundParties) => ({ customer, contractor });

type Claim = Parameters<typeof disputeCreation>[2];
type Scope = { context: TaskContext; event: TaskEvent };
const counted = (context: TaskContext, kind: string): Record<string, number> => ({
  ...context.children,
  [kind]: (context.children[kind] ?? 0) + 1,
});
const workingDays = (event: TaskEvent, days: number): string => workingDaysAfter(event.at, days, calendarOf(event));

export const task = setup({
  types: { context: {} as TaskContext, events: {} as TaskEvent, input: {} as Partial<TaskContext> },
  guards: {
    by: speaksFor,

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
    // Of a deal from before orders were drawn it is not known when each confirmed it.
    needsOrder: ({ context: { terms, confirmed, ordered, version } }) =>
      terms.paper === 'order' && confirmed !== undefined && ordered !== version,
    fundsHaveToWait: ({ context }) => context.terms.funding !== 'none' && !context.passed.includes('funds') && areSumsStopped(context),
    needsFunds: ({ context }) => context.terms.funding !== 'none' && !context.passed.includes('funds'),
    needsBriefing: ({ context }) => context.hazardous && !context.passed.includes('briefing'),
    isOfThisSigning: ({ context, event }) => reportOf(event).child === context.signing,
    isOfThisPayout: ({ context, event }) => reportOf(event).child === context.payout,
    isOfThisPayment: ({ context, event }) => reportOf(event).child === context.funds?.payment,
    isOfAnOpenClaim: ({ context, event }) => context.claims[reportOf(event).child ?? ''] !== undefined,
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

    datesAreInOrder: ({ event }) => {
      if (event.type !== 'post' && event.type !== 'change') return false;
      const { startAt, dueAt, acceptBy } = event.input;
      return event.at < startAt && startAt < dueAt && (acceptBy === undefined || (event.at < acceptBy && acceptBy <= startAt));
    },
    datesAreNear: ({ context, event }) => {
      if (event.type !== 'post' && event.type !== 'change') return false;
      const { horizonDays } = event.type === 'post' ? event.input.terms : context.terms;
      return event.input.dueAt <= later(event.at, horizonDays * 24);
    },
    newDatesFit: ({ context, event }) => {
      if (event.type !== 'amend') return false;
      const { startAt, dueAt } = event.input;
      return startAt < dueAt && event.at < dueAt && dueAt <= later(event.at, context.terms.horizonDays * 24);
    },
    fundingFitsPayment: ({ event }) =>
      event.type === 'post' && (event.input.payment === 'platform' || event.input.terms.funding === 'none'),
    invitedFitsMatch: ({ event }) => event.type === 'post' && (event.input.match === 'invited') === event.input.invited.length > 0,
    invitesOthers: ({ event }) => event.type === 'post' && !event.input.invited.includes(event.actor ?? ''),
    versionIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.version,
    priceMayBeNamed: ({ context, event }) => event.type === 'respond' && (event.input.price === undefined || context.terms.pricedResponses),
    responseIsCurrent: ({ context, event }) =>
      event.type === 'choose' && context.responses[event.input.contractor]?.version === context.version,
    partsFitTheWork: ({ context, event }) => {
      if (event.type !== 'submit' || event.input.parts === undefined) return event.type === 'submit';
      const { parts } = event.input;
      return partsFit(context, parts) && BigInt(priceOfParts(context, parts)) <= BigInt(unapproved(context));
    },
    partsWereSubmitted: ({ context, event }) => {
      if (event.type !== 'approvePart') return false;
      const { parts = [] } = event.input;
      return (
        areAmong(context.submission?.parts, parts) &&
        partsFit(context, parts) &&
        BigInt(priceOfParts(context, parts)) < BigInt(context.submission?.amount ?? '0')
      );
    },
    restMayBeReworked: ({ context, event }) =>
      event.type === 'approvePart' && (event.input.rest === 'drop' || context.rounds < context.terms.reworkRounds),
    restIsReworked: ({ event }) => event.type === 'approvePart' && event.input.rest === 'rework',
    costIsWithinPrice: ({ context, event }) =>
      event.type === 'proposeCancel' && BigInt(event.input.amount ?? '0') <= BigInt(unapproved(context)),
    claimIsWithinPrice: ({ context, event }) =>
      event.type === 'claim' && (event.input.amount === undefined || BigInt(event.input.amount) <= BigInt(context.work.price)),
    /** Of a party here, and told for the first time: what is told again moves nothing. */
    isSuspendedAnew: ({ context, event }) => {
      if (event.type !== 'partySuspended') return false;
      const party = partyBy(context, event.input.account);
      return party !== undefined && !isHeld(context.holds, 'suspended', party);
    },
    stopsSums: ({ context, event }) => event.type === 'partySuspended' && event.input.stopsMoney === true && context.payment === 'platform',
    wasSuspended: ({ context, event }) => {
      if (event.type !== 'partyReinstated') return false;
      const party = partyBy(context, event.input.account);
      return party !== undefined && isHeld(context.holds, 'suspended', party);
    },
    mayPayInAdvance: ({ context }) => context.payment === 'direct' && context.reported === undefined && unpaidPrice(context) > 0n,
    somethingIsReported: ({ context }) => context.reported !== undefined,
    nothingIsReported: ({ context }) => context.reported === undefined,
    amountIsWithinPrice: (scope) => mayBePaid(scope, unpaidPrice(scope.context)),
    amountIsDue: (scope) => mayBePaid(scope, remainder(scope.context)),
    paymentDayHasCome: ({ event }) => event.type === 'report' && event.input.paidOn <= civilDate(event.at),
    settlesAll: ({ context, event }) =>
      event.type === 'confirm' && BigInt(event.input.amount ?? context.reported ?? remainder(context)) >= remainder(context),
  },
  delays: {
    acceptReminder: moment('acceptReminder'),
    acceptBy: moment('acceptBy'),
    briefBy: moment('briefBy'),
    startReminder: moment('startReminder'),
    startBy: moment('startBy'),
    dueReminder: moment('dueReminder'),
    dueBy: moment('dueBy'),
    graceUntil: moment('graceUntil'),
    reviewReminder: moments('reviewReminders'),
    reviewBy: moment('reviewBy'),
    payReminder: moments('payReminders'),
    payBy: moment('payBy'),
    confirmReminder: moment('confirmBy'),
    holdPatience,
  },
  // What an assign answers is laid over the context: a key goes by being undefined, not by being left out.
  actions: {
    bindTerms: assign(({ context, event }) => {
      if (event.type !== 'post') return context;
      const { id, hazardous, payment, match, invited, group, terms, acceptance, ...work } = event.input;
      return {
        ...context,
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
    newVersion: assign(({ context, event }) => {
      if (event.type !== 'change') return context;
      const { version, ...work } = event.input;
      const deadlines = offered(work, context.terms, event.at);
      return { ...context, chosen: undefined, version: version + 1, work, confirmed: { customer: event.at }, deadlines };
    }),
    addResponse: assign(({ context, event }) => {
      if (event.type !== 'respond' || event.actor === undefined) return context;
      const { version, price } = event.input;
      return { ...context, responses: { ...context.responses, [event.actor]: { version, ...(price !== undefined && { price }) } } };
    }),
    dropResponse: assign(({ context, event }) => {
      const { [event.actor ?? '']: _, ...responses } = context.responses;
      return { ...context, responses, chosen: context.chosen === event.actor ? undefined : context.chosen };
    }),
    dropInvitation: assign(({ context, event }) => ({ ...context, invited: context.invited.filter((each) => each !== event.actor) })),
    chooseContractor: assign(({ context, event }) =>
      event.type === 'choose' ? { ...context, chosen: event.input.contractor, confirmed: { customer: event.at } } : context,
    ),
    bindContractor: assign(({ context, event }) => {
      if (event.type !== 'accept') return context;
      const { work, responses } = context;
      const price = responses[event.actor ?? '']?.price ?? work.price;
      const confirmed = { ...context.confirmed, contractor: event.at };
      // Tasks posted before acceptances were pinned have none.
      const acceptances = context.acceptances && { ...context.acceptances, contractor: event.input.acceptance };
      return {
        ...context,
        contractor: event.actor,
        work: { ...work, price },
        confirmed,
        ...(acceptances && { acceptances }),
        deadlines: {},
      };
    }),

    pass: assign(({ context }, { gate }: { gate: TaskContext['passed'][number] }) => ({ ...context, passed: [...context.passed, gate] })),
    beginBriefing: assign(({ context, event }) => ({
      ...context,
      deadlines: anew(context, { since: event.at, briefBy: latest(later(context.work.startAt, -context.terms.briefHours), event.at) }),
    })),
    keepBriefing: assign(({ context, event }) =>
      event.type === 'brief' || event.type === 'reportRisk' ? { ...context, briefing: event.input.note } : context,
    ),
    beginWaiting: assign(({ context, event }) => ({ ...context, deadlines: anew(context, starting(context, event.at)) })),
    amendTerms: assign(({ context, event }) =>
      event.type === 'amend' && (event.by === 'customer' || event.by === 'contractor')
        ? { ...context, amendment: { by: event.by, at: event.at, work: (({ version: _, ...work }) => work)(event.input) } }
        : context,
    ),
    takeAmendment: assign(({ context, event }) => {
      const { amendment } = context;
      if (amendment === undefined) return context;
      const confirmed = { [amendment.by]: amendment.at, [event.by]: event.at };
      return { ...context, work: amendment.work, version: context.version + 1, confirmed, amendment: undefined };
    }),
    keepOrder: assign(({ context }) => ({ ...context, ordered: context.version })),
    beginWork: assign(({ context, event }) => ({
      ...context,
      deadlines: anew(context, working(context.terms, context.work.dueAt, event.at)),
    })),
    /** What was submitted, at the terms that were changed since. */
    submitAnew: assign(({ context }) => ({ ...context, submission: submissionOf(context, context.submission?.parts) })),
    dropProposals: assign(({ context }) => ({ ...context, amendment: undefined, cancellation: undefined })),
    proposeCancellation: assign(({ context, event }) =>
      event.type === 'proposeCancel' && (event.by === 'customer' || event.by === 'contractor')
        ? { ...context, cancellation: { by: event.by, amount: event.input.amount ?? '0' } }
        : context,
    ),

    beginReview: assign(({ context, event }) => {
      if (event.type !== 'submit') return context;
      const { terms } = context;
      const { parts } = event.input;
      return {
        ...context,
        submission: submissionOf(context, parts),
        deadlines: anew(context, {
          since: event.at,
          reviewReminders: terms.reviewReminderWorkingDays.map((days) => workingDays(event, days)),
          reviewBy: workingDays(event, terms.reviewWorkingDays),
        }),
      };
    }),
    beginRework: assign(({ context, event }) => {
      const dueBy = workingDays(event, context.terms.reworkWorkingDays);
      return {
        ...context,
        submission: undefined,
        rounds: context.rounds + 1,
        deadlines: anew(context, working(context.terms, dueBy, event.at)),
      };
    }),
    goOnWithRest: assign(({ context, event }) => {
      const dueBy = latest(context.work.dueAt, workingDays(event, context.terms.reworkWorkingDays));
      return { ...context, deadlines: anew(context, working(context.terms, dueBy, event.at)) };
    }),
    approveSubmission: assign(({ context }, { approval }: { approval: NonNullable<TaskContext['approval']> }) => ({
      ...context,
      approval,
      approved: sum(context.approved, context.submission?.amount ?? '0'),
      submission: undefined,
    })),
    approveParts: assign(({ context, event }) =>
      event.type === 'approvePart'
        ? {
            ...context,
            approval: 'act' as const,
            approved: sum(context.approved, priceOfParts(context, event.input.parts)),
            submission: undefined,
          }
        : context,
    ),
    /** From the event, or from the deadline that silence let pass: terms run from deadlines, not from when a late timer was heard. */
    beginSettling: assign(({ context, event }, { ending }: { ending: TaskContext['ending'] }) => {
      const from = (event.input as { due?: string }).due;
      // 24:00 of a day is still that day: the day after it is the first of the term.
      const start = from === undefined ? event.at : new Date(Date.parse(from) - 1).toISOString();
      const after = (days: number): string => workingDaysAfter(start, days, calendarOf(event));
      const { payReminderWorkingDays, payWorkingDays } = context.terms;
      return {
        ...context,
        ending,
        due: context.approved,
        amendment: undefined,
        cancellation: undefined,
        submission: undefined,
        holds: ended(context.holds, ({ kind }) => OF_WORK.includes(kind), event.at),
        deadlines: anew(context, {
          since: from ?? event.at,
          payReminders: payReminderWorkingDays.map(after),
          payBy: after(payWorkingDays),
        }),
      };
    }),
    /** What the customer owes beside approved work: agreed, or by the terms. */
    oweCancellation: assign(({ context }) => ({ ...context, approved: sum(context.approved, context.cancellation?.amount ?? '0') })),
    oweCost: assign(({ context }, { ofWork }: { ofWork: boolean }) => {
      const { cancelCost, cancelCostOfWork } = context.terms;
      return { ...context, approved: sum(context.approved, share(unapproved(context), ofWork ? cancelCostOfWork : cancelCost)) };
    }),
    oweSettlement: assign(({ context, event }) =>
      event.type === 'claimSettled' ? { ...context, approved: sum(context.approved, event.input.toContractor) } : context,
    ),
    /** What was in dispute goes out of what is due, and what the contractor got of it comes in; money on its way stays on it. */
    settleDue: assign(({ context, event }) => {
      if (event.type !== 'claimSettled') return context;
      const { toContractor, toCustomer } = event.input;
      const undisputed = atLeastZero(remainder(context) - BigInt(toContractor) - BigInt(toCustomer));
      const rest = sum(undisputed, toContractor);
      const { underWay } = context;
      return {
        ...context,
        reported: undefined,
        deadlines: answered(context),
        due: sum(context.paid, BigInt(rest) > BigInt(underWay) ? rest : underWay),
      };
    }),

    reportPayment: assign(({ context, event }, { of }: { of: 'price' | 'due' }) => {
      if (event.type !== 'report') return context;
      const confirmBy = workingDays(event, context.terms.confirmWorkingDays);
      const all = of === 'due' ? remainder(context) : unpaidPrice(context);
      return { ...context, reported: event.input.amount ?? String(all), deadlines: { ...context.deadlines, confirmBy } };
    }),
    confirmPayment: assign(({ context, event }) => {
      if (event.type !== 'confirm') return context;
      const { paid, reported } = context;
      const amount = event.input.amount ?? reported ?? String(remainder(context));
      return { ...context, paid: sum(paid, amount), reported: undefined, deadlines: answered(context) };
    }),
    noteOverpayment: assign(({ context }) => ({ ...context, overpaid: String(-remainder(context)) })),
    denyPayment: assign(({ context }) => ({ ...context, reported: undefined, deadlines: answered(context) })),
    countChild: assign(({ context }, { kind }: { kind: string }) => ({ ...context, children: counted(context, kind) })),
    nameSigning: assign(({ context }) => ({ ...context, signing: childOf(context, 'signing') })),
    namePayment: assign(({ context }) => ({ ...context, funds: { payment: childOf(context, 'payment'), held: '0' } })),
    keepFunds: assign(({ context, event }) => ({
      ...context,
      funds: { payment: reportOf(event).child ?? '', held: reportOf(event).amount ?? '0' },
    })),
    dropFunds: assign(({ context }) => ({ ...context, funds: undefined, underWay: '0' })),
    /** What was captured leaves; of a prepayment the rest is on its way back. */
    keepReturning: assign(({ context, event }) => {
      const { child = '', returning } = reportOf(event);
      return { ...context, funds: returning === undefined ? undefined : { payment: child, held: returning, returning: true as const } };
    }),
    letFundsGo: assign({ funds: undefined }),
    countPaid: assign(({ context, event }) => ({
      ...context,
      paid: sum(context.paid, reportOf(event).amount ?? '0'),
      payout: undefined,
      underWay: '0',
    })),
    sendCapture: assign(({ context }) => ({ ...context, underWay: String(toCapture(context)) })),
    keepCaptured: assign(({ context, event }) => {
      const { amount = '0' } = reportOf(event);
      return { ...context, captured: amount, underWay: amount };
    }),
    namePayout: assign(({ context }) => ({ ...context, payout: childOf(context, 'payout'), captured: undefined })),
    noteDocument: assign(({ context, event }, { became }: { became: TaskContext['documents'][string] }) => ({
      ...context,
      documents: { ...context.documents, [reportOf(event).child ?? '']: became },
    })),

    openClaim: assign(({ context, event }) =>
      event.type === 'claim' && (event.by === 'customer' || event.by === 'contractor')
        ? {
            ...context,
            claims: {
              ...context.claims,
              [childOf(context, 'dispute')]: {
                claimant: event.by,
                ...(event.input.amount !== undefined && { amount: event.input.amount }),
              },
            },
          }
        : context,
    ),
    closeClaim: assign(({ context, event }) => {
      const { [reportOf(event).child ?? '']: _, ...claims } = context.claims;
      return { ...context, claims };
    }),

    openHold: assign(({ context, event }, { kind }: { kind: Hold['kind'] }) => {
      const { account, stopsMoney }: { account?: string; stopsMoney?: true } = event.type === 'partySuspended' ? event.input : {};
      const party = (account === undefined ? event.by : partyBy(context, account)) as Hold['party'];
      return { ...context, holds: [...context.holds, { kind, party, from: event.at, ...(stopsMoney && { stopsMoney }) }] };
    }),
    /** Force majeure counts from its notice (8.1). */
    admitHold: assign(({ context }) => ({
      ...context,
      holds: context.holds.map((hold) => (hold === openForceMajeure(context) ? { ...hold, admitted: true } : hold)),
    })),
    closeHold: assign(({ context, event }, { kinds }: { kinds: readonly Hold['kind'][] }) => {
      const party = event.type === 'partyReinstated' ? partyBy(context, event.input.account) : undefined;
      const ends = (hold: Hold): boolean => kinds.includes(hold.kind) && (party === undefined || hold.party === party);
      return { ...context, holds: ended(context.holds, ends, event.at) };
    }),
    markTooLong: assign(({ context }) => ({ ...context, heldTooLong: true })),
    unmarkTooLong: assign(({ context }) => ({ ...context, heldTooLong: false })),

    /** Effects and notices: the commit reads their names and parameters, the chart does nothing. */
    notify: (_, _params: { to: Reader; template: string }) => {},
    startChild: (_, _params: { child: string; type: string; by: Party; actor?: { account: string }; input: object }) => {},
    sendToLife: (_, _params: { to: string; type: string; input: object }) => {},
    issueDocument: (_, _params: object) => {},
  },
});

export const notify = (to: Reader, template: string) => ({ type: 'notify' as const, params: { to, template } });
/** To both parties. */
export const notifyBoth = (template: string) => [notify('customer', template), notify('contractor', template)] as const;

/** Keeps what became of a document. */
export const noted = (became: TaskContext['documents'][string]) => ({ type: 'noteDocument' as const, params: { became } });

const count = (kind: string) => ({ type: 'countChild' as const, params: { kind } });

const draw = (facts: (scope: Scope) => object, order: readonly ('customer' | 'contractor')[] = ['contractor', 'customer']) => [
  count('signing'),
  'nameSigning' as const,
  {
    type: 'issueDocument' as const,
    params: (scope: Scope) => ({ child: childOf(scope.context, 'signing'), order, ...facts(scope) }),
  },
];

/** Has the contract drawn, for both to confirm within a term. */
export const drawContract = () =>
  draw(({ context, event }) => ({
    kind: 'contract',
    amount: context.work.price,
    ...signingTerm(context, event),
  }));

/** By when both are to confirm what neither has confirmed yet, and when they are reminded. */
function signingTerm({ terms }: TaskContext, event: TaskEvent): { signBy: string; reminders: string[] } {
  const after = (days: number): string => workingDays(event, days);
  // Tasks posted before reminders were among the terms have none.
  return { signBy: after(terms.signWorkingDays), reminders: (terms.signReminderWorkingDays ?? []).map(after) };
}

/** Has the order of each version drawn (3.4). It bears both confirmations already and is waited for by nobody. */
export const drawOrder = () => ({
  guard: 'needsOrder' as const,
  actions: [
    count('signing'),
    'keepOrder' as const,
    {
      type: 'issueDocument' as const,
      params: ({ context }: Scope) => ({
        child: childOf(context, 'signing'),
        kind: 'order',
        amount: context.work.price,
        order: ['customer', 'contractor'],
        confirmed: context.confirmed,
      }),
    },
  ],
});

/** Has the act of what was submitted drawn. It bears the contractor's confirmation, which was the submission (1.4); its term is that of the review. */
export const drawAct = () => draw(submittedAct);
/** The same where the customer was silent: the contractor's alone, with a note (4.3.3). */
export const drawOneSidedAct = () => draw(submittedAct, ['contractor']);

function submittedAct({ context: { submission }, event }: Scope): object {
  return {
    kind: 'completion-act',
    amount: submission?.amount ?? '0',
    ...(submission?.parts && { lines: submission.parts }),
    confirmed: { contractor: event.at },
  };
}

/** Has the act of the approved part drawn: a new one, which both confirm in order and within a term. */
export const drawActOfParts = () =>
  draw(({ context, event }) => {
    const { parts = [] } = event.input as { parts?: Part[] };
    return { kind: 'completion-act', amount: priceOfParts(context, parts), lines: parts, ...signingTerm(context, event) };
  });

/** Tells the signing in force what was done here. */
export const tellSigning = (type: 'confirm' | 'replace') => ({
  type: 'sendToLife' as const,
  params: ({ context, event }: Scope) => ({
    to: context.signing ?? '',
    type,
    input: type === 'confirm' ? { party: event.by, account: event.actor } : {},
  }),
});

/** Asks the customer for money through the provider: to be kept before the work, or for what is due. */
export const askForMoney = (purpose: 'funding' | 'settling') => [
  count('payment'),
  'namePayment' as const,
  {
    type: 'startChild' as const,
    params: ({ context, event }: Scope) => ({
      child: childOf(context, 'payment'),
      type: 'ask',
      by: 'platform' as const,
      input: {
        parent: lifeOf(context),
        ...people(context),
        ...(purpose === 'funding'
          ? {
              amount: context.work.price,
              mode: context.terms.funding === 'prepaid' ? 'prepay' : 'hold',
              payBy: workingDays(event, context.terms.fundWorkingDays),
              reminders: [],
            }
          : {
              amount: String(remainder(context)),
              mode: 'charge',
              payBy: standing(context, context.deadlines.payBy ?? event.at),
              reminders: (context.deadlines.payReminders ?? []).map((each) => standing(context, each)),
            }),
      },
    }),
  },
];

/** Tells the payment what to do with what the provider holds. */
export const capture = () => [
  'sendCapture' as const,
  {
    type: 'sendToLife' as const,
    params: ({ context }: Scope) => ({ to: context.funds?.payment ?? '', type: 'capture', input: { amount: context.underWay } }),
  },
];
export const release = () => ({
  type: 'sendToLife' as const,
  params: ({ context }: Scope) => ({ to: context.funds?.payment ?? '', type: 'release', input: {} }),
});

/** Sends on to the contractor what was captured. */
export const payOut = () => [
  count('payout'),
  'namePayout' as const,
  {
    type: 'startChild' as const,
    params: ({ context }: Scope) => ({
      child: childOf(context, 'payout'),
      type: 'ask',
      by: 'platform' as const,
      input: { parent: lifeOf(context), contractor: context.contractor, amount: context.underWay },
    }),
  },
];

/** The operator's fee for approved work (3.2, 5.1): a debt of the customer alone. */
export const chargeFee = () => [
  count('fee'),
  {
    type: 'startChild' as const,
    params: ({ context, event }: Scope) => {
      const { fee } = context.terms;
      return {
        child: childOf(context, 'fee'),
        type: 'charge',
        by: 'platform' as const,
        input: {
          parent: lifeOf(context),
          customer: context.customer,
          principal: share(context.approved, fee.rate),
          dueOn: civilDate(later(workingDays(event, fee.payWorkingDays), -1)),
          terms: fee,
        },
      };
    },
  },
];

/** Lets both parties say how it was, once the task is closed. */
export const openReview = () => [
  count('review'),
  {
    type: 'startChild' as const,
    params: ({ context, event }: Scope) => ({
      child: childOf(context, 'review'),
      type: 'open',
      by: 'platform' as const,
      input: {
        parent: lifeOf(context),
        ...people(context),
        closesAt: later(event.at, context.terms.reviewDays * 24),
        terms: context.terms.review,
      },
    }),
  },
];

/** Begins the mandatory pre-trial step (9.1): the claimant is who asks. */
export const beginDispute = () => [
  count('dispute'),
  'openClaim' as const,
  {
    type: 'startChild' as const,
    params: ({ context, event }: Scope) =>
      disputeCreation(lifeOf(context), context.children.dispute ?? 0, { ...people(context), claimant: event.by, ...event.input } as Claim),
  },
];
