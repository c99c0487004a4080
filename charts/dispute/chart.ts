/** The law of a dispute: the claim, the pre-trial step that is bound to come first (9.1), and what the disputed sum waits for after it (9.2). */
import { enqueueActions, setup } from 'xstate';
import { atLeastZero, isSumBetween, least, MAX_SUM, sum, tiynOf } from '../../rules/money.ts';
import type { Calendar } from '../../rules/working-days.ts';
import {
  addCalendarDays,
  calendarDaysAfter,
  civilDate,
  endOfDay,
  remindersBefore,
  workingDaysAfter,
  workingDaysAfterTerm,
  yearsAfter,
} from '../../rules/working-days.ts';
import { debtCreation } from '../debt/creation.ts';
import type { ToSign } from '../effects.ts';
import { ordersOf } from '../effects.ts';
import type { ErasableRef, Party } from '../law.ts';
import { answer, calendarOf, command, due, dueOf, isSecondPerson, next, openEnded, reminder, STAFF, speaksFor, timeout } from '../law.ts';
import type { NoticeFacts } from '../life-type.ts';
import { notesMessages } from '../messages-noted.ts';
import { openedAt, openReminder, waitsForPeople } from '../open-ends.ts';
import { contextOf, unbegun } from '../reduce.ts';
import { addsUp, beyondAdmitted, hasItsSum, isOfWork, makesDebt } from './claim-rules.ts';
import type { DisputeTemplate } from './messages.ts';
import type {
  Answered,
  Certificate,
  ClaimAnswer,
  DisputeContext,
  DisputeEvent,
  DisputeTerms,
  Instruction,
  Liability,
  Offer,
  RaisedLimit,
  Said,
  Side,
} from './types.ts';

/** A party of the dispute may be either side; the operator only the respondent. */
const ANYONE: Party[] = ['customer', 'contractor', 'operator'];
const CLAIMANTS: Party[] = ['customer', 'contractor'];

type Deadlines = DisputeContext['deadlines'];

/** The addressees of notices. `asked`: the side that received the last offer or instruction. `offerer`: the side whose offer was answered. */
export type Reader = Side | 'asked' | 'offerer' | 'operator';

function deadlinesOf(terms: DisputeTerms, at: string, since: string, calendar: Calendar): Deadlines {
  const { answerCalendarDays: days } = terms;
  const answerBy = days === undefined ? workingDaysAfter(at, terms.answerWorkingDays, calendar) : calendarDaysAfter(at, days, calendar);
  const reminders = terms.answerReminderWorkingDays.map((each) => workingDaysAfter(at, each, calendar));
  return {
    answerReminders: remindersBefore(answerBy, reminders),
    answerBy,
    talksBy: workingDaysAfterTerm(answerBy, terms.talksWorkingDays, calendar),
    limitationOn: yearsAfter(since, terms.limitationYears),
  };
}

const opposite = (side: Side): Side => (side === 'claimant' ? 'respondent' : 'claimant');

/** The side that an event's party acts for. An operator without an account acts for none. */
function sideOf({ claimant, against, ...bound }: DisputeContext, { by, actor }: { by?: Party; actor?: string }): Side | undefined {
  if (actor === undefined) return undefined;
  if (by === 'operator') return against === 'operator' ? 'respondent' : undefined;
  if ((by !== 'customer' && by !== 'contractor') || bound[by] !== actor) return undefined;
  return by === claimant ? 'claimant' : 'respondent';
}

const standingInstruction = ({ instruction }: DisputeContext): Instruction | undefined => (instruction?.declined ? undefined : instruction);

const standingOffer = ({ offers }: DisputeContext): Offer | undefined => {
  const last = offers.at(-1);
  return last?.declined ? undefined : last;
};

/** What an input says of the sum, and the text that goes with it. */
function said(input: object): Said {
  const { amount, until, reasons, note, proof } = input as {
    amount?: string;
    until?: string;
    reasons?: ErasableRef;
    note?: ErasableRef;
    proof?: ErasableRef;
  };
  const words = reasons ?? note ?? proof;
  return { ...(amount !== undefined && { amount }), ...(until !== undefined && { until }), ...(words && { words }) };
}

/** What is still in dispute of the sum: without what was admitted. */
const restOf = ({ amount = '0', admitted = '0' }: DisputeContext): bigint => BigInt(amount) - BigInt(admitted);

/** What of the sum goes to each side, with what was admitted before. A demand that is not for money moves none. */
const shares = ({ amount = '0', admitted = '0' }: DisputeContext, ofRest: string) => {
  const toClaimant = sum(admitted, ofRest);
  // A court may award more against the operator than was claimed.
  return { toClaimant, toRespondent: String(atLeastZero(BigInt(amount) - BigInt(toClaimant))) };
};

/**
 * The most that the operator answers for (6.2), less what it answers for by other claims, for events of the same days; unless two persons of its staff have
 * raised it for this claim.
 */
export const liabilityOf = ({ cap, paid }: Liability, raised: RaisedLimit | undefined, answered: readonly Answered[]): bigint =>
  raised?.became === 'confirmed'
    ? BigInt(raised.amount)
    : atLeastZero(answered.reduce((left, { amount }) => left - BigInt(amount), least(BigInt(paid), BigInt(cap))));

/** The other claims: those that the platform added to a command, or those that are shown with the menu. */
const answeredIn = ({ context, event }: { context: DisputeContext; event: { input?: object } }): readonly Answered[] =>
  (event.input as { answered?: Answered[] } | undefined)?.answered ?? context.answered ?? [];

/** Whether a day lies no more than so many days after the day of a moment. */
const isNear = (day: string | undefined, at: string, days: number | undefined): boolean =>
  day === undefined || days === undefined || day <= addCalendarDays(civilDate(at), days);

/** The result that an end sends to the parent. */
const sums = ({ claimant, outcome }: DisputeContext) => {
  if (outcome === undefined) return {};
  const { toClaimant, toRespondent } = outcome;
  return claimant === 'contractor'
    ? { toContractor: toClaimant, toCustomer: toRespondent }
    : { toContractor: toRespondent, toCustomer: toClaimant };
};

const delay =
  (name: 'answerBy' | 'talksBy') =>
  ({ context }: { context: Partial<DisputeContext> }): number =>
    due(context.deadlines?.[name]);

const answerReminder = ({ context, event }: { context: Partial<DisputeContext>; event: { at?: string } }): number =>
  next(context.deadlines?.answerReminders, event.at);

/** When each side that is an account has confirmed what a paper says (1.4). */
const confirmedBy = ({ claimant, against }: DisputeContext, moments: Partial<Record<Side, string>>): Partial<Record<Claimant, string>> => {
  const respondent = claimant === 'customer' ? 'contractor' : 'customer';
  return {
    ...(moments.claimant !== undefined && { [claimant]: moments.claimant }),
    ...(moments.respondent !== undefined && against === undefined && { [respondent]: moments.respondent }),
  };
};

const blank = { offers: [] } satisfies Partial<DisputeContext>;

interface Scope {
  context: DisputeContext;
  event: DisputeEvent;
}

const { begin, change, on, when } = contextOf<DisputeContext, DisputeEvent, typeof blank>();
const { effect, notify, ordered } = ordersOf<Scope, Reader, DisputeTemplate>();

type Claimant = DisputeContext['claimant'];
type DisputePaper = 'claim' | 'answer' | 'settlement' | 'pre-trial-statement';

/** Has a paper drawn, with the confirmations that were given for it by now. */
const draw = (kind: DisputePaper, moments: (scope: Scope) => Partial<Record<Side, string>>) =>
  effect('issuePaper', (scope) => ({ kind, confirmed: confirmedBy(scope.context, moments(scope)) }));
const drawClaim = draw('claim', ({ event }) => ({ claimant: event.at }));
const drawAnswer = draw('answer', ({ event }) => ({ respondent: event.at }));
/** It has both confirmations: of who named the terms then, and of who agrees to them now. A claim that is admitted whole has them by itself. */
const whenAgreed = ({ context, event }: Scope): Partial<Record<Side, string>> => {
  const by = AGREES[event.type];
  const named = { offer: standingOffer(context), instruction: standingInstruction(context) }[by as 'offer' | 'instruction'] ?? {
    side: 'claimant' as const,
    at: context.sentAt,
  };
  return { [named.side]: named.at, [opposite(named.side)]: event.at };
};
const drawSettlement = draw('settlement', whenAgreed);
const isToBeSigned = ({ terms }: Pick<DisputeContext, 'terms'>): boolean => terms.settlement !== undefined;

/** How what is agreed now is signed. The term ends with the day that was agreed: a debt is not late as it arises. */
function toSign({ context, event }: Scope): ToSign {
  const { settlement } = context.terms;
  const by = AGREES[event.type];
  if (settlement === undefined || by === undefined) throw new Error(`${event.type} has nothing signed`);
  const after = (days: number): string => workingDaysAfter(event.at, days, calendarOf(event));
  const { until } = agreedBy(context, event, by);
  const signBy = [after(settlement.signWorkingDays), ...(until === undefined ? [] : [endOfDay(until)])].toSorted()[0] as string;
  return { ways: settlement.ways, signBy, reminders: remindersBefore(signBy, settlement.signReminderWorkingDays.map(after)) };
}
/** The same paper, for one of the sides at least to sign. */
const drawToSign = effect('issuePaper', (scope) => ({
  kind: 'settlement',
  confirmed: confirmedBy(scope.context, whenAgreed(scope)),
  toSign: toSign(scope),
}));

/** What the operator certifies needs nobody's confirmation. */
const drawStatement = draw('pre-trial-statement', () => ({}));

/**
 * An admission binds by itself, and the answer is its paper. A settlement is drawn beside it, unless it would have to be signed: it must not be called
 * signed, and nothing is to wait for it.
 */
const drawAdmitted = enqueueActions<DisputeContext, DisputeEvent, undefined, DisputeEvent, never, never, never, never, never>(
  ({ context, event, enqueue }) => {
    if (isToBeSigned(context)) return;
    const confirmed = confirmedBy(context, whenAgreed({ context, event }));
    enqueue(effect('issuePaper', { kind: 'settlement', confirmed }) as never);
  },
);

/** The sum that an input names. */
const amountIn = ({ input }: DisputeEvent): string | undefined => ('amount' in input ? input.amount : undefined);

/**
 * Starts the debt for the sum that an event admits or settles, and has the commission charged on it where it is the price of work. There is neither if
 * nothing is to be paid.
 */
const orderDebt = enqueueActions<
  DisputeContext,
  DisputeEvent,
  { by: By; ofRest: 'part' | 'rest' },
  DisputeEvent,
  never,
  never,
  never,
  never,
  never
>(({ context, event, enqueue }, { by, ofRest }) => {
  const { id, about, claimant, against, customer, contractor, task, parent, terms } = context;
  const { amount, until } = ofRest === 'part' ? said(event.input) : agreedBy(context, event, by);
  if (!makesDebt(context) || amount === undefined || amount === '0') return;
  const other = claimant === 'customer' ? 'contractor' : 'customer';
  const concerned = parent ?? task;
  const nth = ofRest === 'rest' && context.admitted !== undefined ? 2 : 1;
  const debt = debtCreation(id, nth, {
    ...(concerned !== undefined && { about: concerned }),
    customer,
    contractor,
    debtor: against ?? other,
    creditor: claimant,
    amount,
    ground: about === 'costs' ? 'cost-of-leaving' : GROUNDS[by],
    ...(until !== undefined && { dueOn: until }),
    terms: terms.debt,
  });
  enqueue(effect('startChild', debt as never) as never);
  if (task === undefined || !isOfWork(context)) return;
  const brought = claimant === 'contractor' ? amount : String(-BigInt(amount));
  enqueue(effect('chargeClaim', { task, nth, ground: GROUNDS[by], amount: brought }) as never);
});

type By = NonNullable<DisputeContext['outcome']>['by'];
const GROUNDS = { admission: 'admission', offer: 'settlement', instruction: 'settlement', 'court-act': 'court-act' } as const;

/** What of another's words, or of the claim, a command agrees to. */
const AGREES: Partial<Record<DisputeEvent['type'], By>> = { admit: 'admission', acceptOffer: 'offer', confirmInstruction: 'instruction' };

/** What was agreed about the rest of the sum. */
function agreedBy(context: DisputeContext, event: DisputeEvent, by: By): Said {
  if (by === 'admission') return { ...said(event.input), ...(context.amount !== undefined && { amount: String(restOf(context)) }) };
  const { courtAct } = context;
  return (
    {
      offer: standingOffer(context),
      instruction: standingInstruction(context),
      'court-act': courtAct && beyondAdmitted(context, courtAct),
    }[by] ?? {}
  );
}

type End = 'claimSettled' | 'claimDropped' | 'claimCertified';

/** Reports the admitted part of a price to the task. Other claims make a debt of it, or end the deal only as a whole. */
const tellAdmitted = enqueueActions<DisputeContext, DisputeEvent, undefined, DisputeEvent, never, never, never, never, never>(
  ({ context: { id, parent, about, admitted }, event, enqueue }) => {
    if (parent === undefined || about !== 'price' || admitted === undefined) return;
    const { until } = said(event.input);
    const input = { child: id, amount: admitted, ...(until !== undefined && { until }) };
    enqueue(effect('sendToLife', { to: parent, type: 'claimAdmitted', input }) as never);
  },
);

/** Sends the result to the parent. An independent dispute has no parent. */
const tellParent = enqueueActions<DisputeContext, DisputeEvent, { type: End }, DisputeEvent, never, never, never, never, never>(
  ({ context: { parent, ...context }, enqueue }, { type }) => {
    if (parent === undefined) return;
    // The admitted part of a price remains when the claim is dropped.
    const { about, admitted } = context;
    const stands = type === 'claimDropped' && about === 'price' && admitted !== undefined;
    const input = { child: context.id, ...(type === 'claimSettled' && sums(context)), ...(stands && { amount: admitted }) };
    // xstate types what may be enqueued by what `setup` names, and `setup` names what transitions order.
    enqueue(effect('sendToLife', { to: parent, type, input }) as never);
  },
);

const dispute = setup({
  types: { context: {} as DisputeContext, events: {} as DisputeEvent, input: {} as Partial<DisputeContext> },
  guards: {
    by: speaksFor,

    anyone: () => true,
    isClaimant: ({ context, event }) => sideOf(context, event) === 'claimant',
    isRespondent: ({ context, event }) => sideOf(context, event) === 'respondent',
    isSide: ({ context, event }) => sideOf(context, event) !== undefined,
    isAskedToSettle: ({ context, event }) => {
      const side = sideOf(context, event);
      return side !== undefined && standingOffer(context)?.side !== side;
    },
    isAskedToConfirm: ({ context, event }) => {
      const side = sideOf(context, event);
      return side !== undefined && standingInstruction(context)?.side !== side;
    },
    isKnown: ({ event }) => event.actor !== undefined,

    /** One that is settled at once. */
    offerStands: ({ context }) => standingOffer(context) !== undefined && !isToBeSigned(context),
    offerIsToBeSigned: ({ context }) => standingOffer(context) !== undefined && isToBeSigned(context),
    wasInstructed: ({ context: { agreed } }) => agreed?.by === 'instruction',
    wasInstructedBesideAct: ({ context: { agreed, courtAct } }) => agreed?.by === 'instruction' && courtAct !== undefined,
    wasAnswered: ({ context: { answer } }) => answer !== undefined,
    offersAreLeft: ({ context }) => context.offers.length < context.terms.mostOffers,
    instructionsAreLeft: ({ context: { instruction, terms } }) => (instruction?.version ?? 0) < terms.mostOffers,
    /** Each party has its own number, so that nobody uses up the other's. */
    statementsAreLeft: ({ context: { requested, terms }, event }) =>
      terms.mostStatements === undefined || (requested?.[event.by] ?? 0) < terms.mostStatements,
    /** Each record is announced to both sides, and restarts their term to object. */
    courtActsAreLeft: ({ context: { courtAct, terms } }) =>
      terms.courtActMostRecords === undefined || (courtAct?.version ?? 0) < terms.courtActMostRecords,
    instructionStands: ({ context }) => standingInstruction(context) !== undefined && !isToBeSigned(context),
    instructionIsToBeSigned: ({ context }) => standingInstruction(context) !== undefined && isToBeSigned(context),
    nothingIsInstructed: ({ context }) => standingInstruction(context) === undefined,

    claimantClaims: when('claim', ({ event: { by, actor, input } }) => by === input.claimant && actor === input[input.claimant]),
    respondentIsAnother: when('claim', ({ event: { input } }) => {
      const { against, claimant, customer, contractor } = input;
      if (against === 'operator') return (claimant === 'customer' ? contractor : customer) === undefined;
      return customer !== undefined && contractor !== undefined && customer !== contractor;
    }),
    sumIsPositive: when('claim', ({ event: { input } }) => input.amount === undefined || (tiynOf(input.amount) ?? 0n) > 0n),
    sumFitsSubject: when('claim', ({ event: { input } }) => hasItsSum(input)),
    calculationAddsUp: when('claim', ({ event: { input } }) => addsUp(input)),
    amountFits: ({ context, event }) => {
      const amount = amountIn(event);
      if (amount === undefined || context.amount === undefined) return amount === context.amount;
      return isSumBetween(amount, 0n, restOf(context));
    },
    amountIsPart: ({ context, event }) => {
      const amount = amountIn(event);
      return amount === undefined || (tiynOf(amount) !== 0n && amount !== context.amount);
    },
    /** An undertaking must have a day, and any given day must be in the future. */
    dayIsNamed: ({ context, event: { at, input } }) => {
      const { until } = said(input);
      return until === undefined ? context.about !== 'conduct' : until >= civilDate(at);
    },
    /** Whether all that is claimed may be admitted. */
    claimIsWithinLimit: (scope) => {
      const { against, amount = '0', raisedLimit, terms } = scope.context;
      return (
        against !== 'operator' ||
        terms.liability === undefined ||
        BigInt(amount) <= liabilityOf(terms.liability, raisedLimit, answeredIn(scope))
      );
    },
    withinLiability: ({ context, event }) => {
      const { liability } = context.terms;
      if (context.against !== 'operator' || liability === undefined || sideOf(context, event) !== 'respondent') return true;
      const by = AGREES[event.type];
      const { amount = '0' } = by ? agreedBy(context, event, by) : said(event.input);
      return BigInt(sum(context.admitted ?? '0', amount)) <= liabilityOf(liability, context.raisedLimit, answeredIn({ context, event }));
    },
    /** What was proposed may be accepted until the day that it names: a debt is not late as it arises. */
    agreedDayIsAhead: ({ context, event }) => {
      const by = AGREES[event.type];
      const { until } = by ? agreedBy(context, event, by) : {};
      return until === undefined || until >= civilDate(event.at);
    },
    versionIsNext: when('offer', ({ context, event }) => event.input.version === context.offers.length + 1),
    offerIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === standingOffer(context)?.version,
    instructionIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === standingInstruction(context)?.version,
    dayHasCome: when(
      'recordCourtAct',
      ({ event: { at, input } }) => input.decidedOn <= civilDate(at) && input.decidedOn <= input.inForceOn,
    ),
    forceIsNear: when('recordCourtAct', ({ context, event: { at, input } }) =>
      isNear(input.inForceOn, at, context.terms.courtActForceMostDays),
    ),
    /** Nobody has to pay by an act that is not in force. */
    payDayFitsForce: when('recordCourtAct', ({ event: { input } }) => input.until === undefined || input.until >= input.inForceOn),
    dayIsNear: ({ context, event: { at, input } }) => isNear(said(input).until, at, context.terms.untilMostDays),
    coverIsNamed: when('recordCourtAct', ({ context, event: { input } }) => context.admitted === undefined || input.covers !== undefined),
    /** Between users no more than is in dispute: a task divides that sum. Against the operator whatever the court awarded, also beyond 6.2. */
    awardFits: when('recordCourtAct', ({ context, event: { input } }) => {
      const { amount, admitted, against } = context;
      if (input.amount === undefined || amount === undefined) return input.amount === amount;
      if (against === 'operator') return isSumBetween(input.amount, 0n, MAX_SUM);
      const most = input.covers === 'whole' && admitted !== undefined ? BigInt(amount) : restOf(context);
      return isSumBetween(input.amount, 0n, most);
    }),
    /** An admission remains binding if the court awards less than the admitted sum. */
    awardsLess: ({ context: { admitted = '0', courtAct } }) =>
      courtAct?.covers === 'whole' && BigInt(courtAct.amount ?? '0') < BigInt(admitted),
    objectsOnce: ({ context, event }) => {
      const side = sideOf(context, event);
      return context.courtAct?.objections.every((objection) => objection.side !== side) ?? false;
    },
    isLimited: ({ context }) => context.terms.liability !== undefined && context.against === 'operator' && context.amount !== undefined,
    limitIsBeyond: when('proposeLimit', (scope) => {
      const { terms, amount = '0', raisedLimit } = scope.context;
      if (terms.liability === undefined) return false;
      return isSumBetween(scope.event.input.amount, liabilityOf(terms.liability, raisedLimit, answeredIn(scope)) + 1n, BigInt(amount));
    }),
    limitIsProposed: ({ context: { raisedLimit } }) => raisedLimit !== undefined && raisedLimit.became === undefined,
    limitIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.raisedLimit?.version,
    raisedByAnother: ({ context, event }) => isSecondPerson(event, context.raisedLimit?.by, context.raisedLimit?.person),
    actIsInForce: ({ context: { courtAct }, event }) => courtAct !== undefined && courtAct.inForceOn <= civilDate(event.at),
    objectionIsAnswered: when(
      'confirmCourtAct',
      ({ context: { courtAct }, event: { input } }) => courtAct?.objections.length === 0 || input.reasons !== undefined,
    ),
    courtActIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.courtAct?.version,
    confirmedByAnother: ({ context, event }) => isSecondPerson(event, context.courtAct?.recordedBy, context.courtAct?.recordedByPerson),
  },
  delays: {
    answerReminder,
    answerBy: delay('answerBy'),
    talksBy: delay('talksBy'),
    objectBy: ({ context }) => due(context.courtAct?.objectBy),
    limitationHint: ({ context, event }) => next(context.deadlines && [context.deadlines.limitationOn], event.at),
    openReminder,
  },
  actions: {
    noteOpen: change(({ event }) => openedAt(event)),
    bindClaim: begin('claim', ({ at, input: { calendar, ...claim } }) => ({
      ...claim,
      sentAt: at,
      deadlines: deadlinesOf(claim.terms, at, claim.since ?? at, calendar),
    })),
    keepAnswer: change(({ event }, { answer }: { answer: ClaimAnswer['answer'] }) => ({
      answer: { answer, at: event.at, ...said(event.input) },
    })),
    /** The term to settle runs from the answer; one that came after its term leaves the term as it runs. */
    beginTalks: on(['admitInPart', 'reject'], ({ context, event }) => {
      const talksBy = workingDaysAfter(event.at, context.terms.talksWorkingDays, event.input.calendar);
      return { deadlines: { ...context.deadlines, talksBy } };
    }),
    /** The admitted part is due, whatever the outcome for the rest. */
    keepAdmitted: on('admitInPart', ({ context, event }) => ({
      ...(event.input.amount !== undefined && { admitted: event.input.amount }),
      // Offers were about the whole, and the talks are now about the rest.
      offers: context.offers.map((each) => ({ ...each, declined: true as const })),
    })),
    addOffer: change(({ context, event }) => {
      const side = sideOf(context, event);
      if (side === undefined) return {};
      const offer = { version: context.offers.length + 1, side, at: event.at, ...said(event.input) };
      return { offers: [...context.offers, offer] };
    }),
    declineOffer: change(({ context }) => ({
      offers: context.offers.map((each, index) => (index === context.offers.length - 1 ? { ...each, declined: true as const } : each)),
    })),
    certify: change(({ context, event }, { endedBy }: { endedBy: Certificate['endedBy'] }) => {
      const { sentAt, deadlines, answer, offers } = context;
      return {
        certificate: {
          sentAt,
          answerBy: deadlines.answerBy,
          answer: answer?.answer ?? 'silence',
          ...(answer && { answeredAt: answer.at }),
          offers: offers.length,
          // The term runs from the deadline, not from the moment when a late timer fired.
          endedAt: dueOf(event) ?? event.at,
          endedBy,
        },
      };
    }),
    countRequest: change(({ context: { requested }, event: { by } }) => ({
      requested: { ...requested, [by]: (requested?.[by] ?? 0) + 1 },
    })),
    instruct: on('jointInstruction', ({ context, event }) => {
      const side = sideOf(context, event);
      if (side === undefined) return {};
      const version = (context.instruction?.version ?? 0) + 1;
      return { instruction: { version, side, at: event.at, ...said(event.input) } };
    }),
    keepCourtAct: on('recordCourtAct', ({ context, event: { at, actor = '', person, input } }) => {
      const { covers, court, caseNumber, decidedOn, inForceOn, calendar } = input;
      const version = (context.courtAct?.version ?? 0) + 1;
      const objectBy = workingDaysAfter(at, context.terms.objectionWorkingDays, calendar);
      const act = {
        ...(covers !== undefined && { covers }),
        court,
        caseNumber,
        decidedOn,
        inForceOn,
        recordedBy: actor,
        ...(person !== undefined && { recordedByPerson: person }),
        at,
        objectBy,
        objections: [],
      };
      return { courtAct: { version, ...act, ...said(input) } };
    }),
    keepObjection: on('objectToCourtAct', ({ context, event }) => {
      const { courtAct } = context;
      const side = sideOf(context, event);
      if (courtAct === undefined || side === undefined) return {};
      const objection = { side, at: event.at, words: event.input.reasons };
      return { courtAct: { ...courtAct, objections: [...courtAct.objections, objection] } };
    }),
    proposeLimit: on('proposeLimit', ({ context, event: { at, actor = '', person, input } }) => ({
      raisedLimit: {
        version: (context.raisedLimit?.version ?? 0) + 1,
        amount: input.amount,
        reasons: input.reasons,
        at,
        by: actor,
        ...(person !== undefined && { person }),
      },
    })),
    noteLimit: change(({ context: { raisedLimit } }, { became }: { became: NonNullable<RaisedLimit['became']> }) =>
      raisedLimit === undefined ? {} : { raisedLimit: { ...raisedLimit, became } },
    ),
    settle: change(({ context, event }, { by }: { by: By }) => {
      const { amount = '0', until } = agreedBy(context, event, by);
      return { outcome: { by, ...shares(context, amount), ...(until !== undefined && { until }) } };
    }),
    agree: on(['acceptOffer', 'confirmInstruction'], ({ context, event }) => {
      const by = AGREES[event.type] === 'instruction' ? ('instruction' as const) : ('offer' as const);
      const { amount = '0', until } = agreedBy(context, event, by);
      const { signBy } = toSign({ context, event });
      return { agreed: { by, ...shares(context, amount), ...(until !== undefined && { until }), signBy, signed: [] } };
    }),
    noteSigned: on('partySigned', ({ context: { agreed }, event: { input } }) =>
      agreed === undefined || input.party === undefined ? {} : { agreed: { ...agreed, signed: [...agreed.signed, input.party] } },
    ),
    keepInChain: change(() => ({})),
    forgetAgreed: change(() => ({ agreed: undefined })),
    /** Nobody is bound by what was not signed: it may be proposed anew. */
    declineInstruction: change(({ context: { instruction } }) =>
      instruction === undefined ? {} : { instruction: { ...instruction, declined: true as const } },
    ),
    /** A claim that ends without an agreement leaves what was admitted. */
    settleAdmitted: change(({ context }) => ({
      ...(context.admitted !== undefined && { outcome: { by: 'admission' as const, ...shares(context, '0') } }),
    })),
    drawAdmitted,
    orderDebt,
    tellParent,
    tellAdmitted,
    ...ordered('notify', 'issuePaper'),
  },
});

const both = (template: DisputeTemplate) => [notify('claimant', template), notify('respondent', template)];
const tell = (type: End) => ({ type: 'tellParent' as const, params: { type } });
const answered = (answer: ClaimAnswer['answer']) => ({ type: 'keepAnswer' as const, params: { answer } });
const settle = (by: By) =>
  [
    { type: 'settle' as const, params: { by } },
    { type: 'orderDebt' as const, params: { by, ofRest: 'rest' as const } },
    tell('claimSettled'),
  ] as const;
const certify = (endedBy: Certificate['endedBy']) => ({ type: 'certify' as const, params: { endedBy } });

const acceptance = {
  candidate: 'isAskedToSettle' as const,
  duty: 'answerOffer',
  check: ['offerIsCurrent', 'agreedDayIsAhead', 'withinLiability'],
};
const confirmationOfInstruction = {
  candidate: 'isAskedToConfirm' as const,
  duty: 'answerInstruction',
  check: ['instructionIsCurrent', 'agreedDayIsAhead', 'withinLiability'],
};
/** Both agree by it, and what they agreed to is signed before it counts. */
const toBeSigned = (brings: string) => ({
  brings,
  calendar: true as const,
  target: '#dispute.signing' as const,
  actions: ['agree' as const, drawToSign, notify('offerer', 'settlement-to-sign')],
});

const confirmation = {
  candidate: 'isKnown' as const,
  duty: 'confirmCourtAct',
  check: ['courtActIsCurrent', 'confirmedByAnother', 'actIsInForce', 'objectionIsAnswered'],
  target: '#dispute.decided' as const,
};

/**
 * Two members of staff, with reasons, can raise the limit of liability (6.2). A proposal replaces the previous one, and only staff are notified. The
 * chart therefore does not limit the number of proposals.
 */
const limits = {
  proposeLimit: command('operator', '6.2', {
    candidate: 'isRespondent',
    guard: 'isLimited',
    check: 'limitIsBeyond',
    actions: ['proposeLimit', notify('operator', 'limit-proposed')],
  }),
  confirmLimit: command('operator', '6.2', {
    candidate: 'isRespondent',
    guard: 'limitIsProposed',
    duty: 'decideLimit',
    check: ['limitIsCurrent', 'raisedByAnother'],
    actions: [{ type: 'noteLimit' as const, params: { became: 'confirmed' as const } }],
  }),
  refuseLimit: command('operator', '6.2', {
    candidate: 'isRespondent',
    guard: 'limitIsProposed',
    check: 'limitIsCurrent',
    actions: [{ type: 'noteLimit' as const, params: { became: 'refused' as const } }],
  }),
};

export const disputeChart = dispute.createMachine({
  id: 'dispute',
  context: unbegun<DisputeContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  on: notesMessages,
  states: {
    new: {
      on: {
        claim: command(CLAIMANTS, '9.1', {
          candidate: 'anyone',
          check: ['claimantClaims', 'respondentIsAnother', 'sumIsPositive', 'sumFitsSubject', 'calculationAddsUp'],
          calendar: true,
          target: 'sent',
          actions: ['bindClaim', drawClaim, notify('respondent', 'claim-sent')],
        }),
      },
    },
    sent: {
      on: {
        admit: admit(),
        admitInPart: admitInPart('beginTalks'),
        reject: reject('beginTalks'),
        drop: drop(),
        ...limits,
      },
      after: {
        answerReminder: reminder('1.2', { actions: [notify('respondent', 'answer-reminder')] }),
        answerBy: timeout('9.1', { target: 'talks.unanswered', actions: both('claim-unanswered') }),
      },
    },
    talks: {
      initial: 'answered',
      on: {
        offer: command(ANYONE, '9.1', {
          candidate: 'isSide',
          guard: 'offersAreLeft',
          check: ['versionIsNext', 'amountFits', 'dayIsNamed', 'dayIsNear', 'withinLiability'],
          actions: ['addOffer', notify('asked', 'offer-made')],
        }),
        acceptOffer: [
          command(ANYONE, '9.1', {
            ...acceptance,
            guard: 'offerStands',
            target: 'settled',
            actions: [...settle('offer'), drawSettlement, ...both('claim-settled')],
          }),
          command(ANYONE, '9.1', { ...acceptance, ...toBeSigned('acceptOfferToSign'), guard: 'offerIsToBeSigned' }),
        ],
        declineOffer: (['offerStands', 'offerIsToBeSigned'] as const).map((guard) =>
          command(ANYONE, '9.1', {
            candidate: 'isAskedToSettle',
            guard,
            check: 'offerIsCurrent',
            actions: ['declineOffer', notify('offerer', 'offer-declined')],
          }),
        ),
        endTalks: command(CLAIMANTS, '9.2', {
          candidate: 'isClaimant',
          target: 'unsettled',
          actions: [certify('claimant'), tell('claimCertified'), drawStatement, ...both('claim-unsettled')],
        }),
        drop: drop(),
        ...limits,
      },
      after: {
        talksBy: timeout('9.2', {
          target: 'unsettled',
          actions: [certify('term'), tell('claimCertified'), drawStatement, ...both('claim-unsettled')],
        }),
      },
      states: {
        answered: {},
        unanswered: { on: { admit: admit(), admitInPart: admitInPart(), reject: reject() } },
      },
    },
    // Both have agreed, and by the terms of the dispute one of them has yet to sign (1.11). The signing has the term, so that only one life decides
    // whether a signature came in time. Until it is signed nothing follows from the agreement.
    signing: {
      meta: openEnded('9.1', 'otherLife'),
      on: {
        partySigned: answer({ actions: ['noteSigned'] }),
        signed: [
          answer({
            guard: 'wasInstructed',
            target: 'decided',
            actions: [...settle('instruction'), 'forgetAgreed', ...both('claim-decided')],
          }),
          answer({ target: 'settled', actions: [...settle('offer'), 'forgetAgreed', ...both('claim-settled')] }),
        ],
        signingRefused: unsigned(),
        signingExpired: unsigned(),
      },
    },
    unsettled: {
      initial: 'open',
      on: {
        jointInstruction: command(ANYONE, '9.1', {
          candidate: 'isSide',
          guard: 'instructionsAreLeft',
          check: ['amountFits', 'dayIsNamed', 'dayIsNear', 'withinLiability'],
          actions: ['instruct', notify('asked', 'instruction-proposed')],
        }),
        confirmInstruction: [
          command(ANYONE, '9.1', {
            ...confirmationOfInstruction,
            guard: 'instructionStands',
            target: 'decided',
            actions: [...settle('instruction'), drawSettlement, ...both('claim-decided')],
          }),
          command(ANYONE, '9.1', {
            ...confirmationOfInstruction,
            ...toBeSigned('confirmInstructionToSign'),
            guard: 'instructionIsToBeSigned',
          }),
        ],
        // Drawn anew, with what was delivered since. Nothing else changes by it.
        requestStatement: command(CLAIMANTS, '9.2', {
          candidate: 'isSide',
          guard: 'statementsAreLeft',
          actions: ['countRequest', drawStatement],
        }),
        recordCourtAct: command('operator', '9.2', {
          candidate: 'isKnown',
          guard: 'courtActsAreLeft',
          check: ['coverIsNamed', 'awardFits', 'dayHasCome', 'forceIsNear', 'payDayFitsForce', 'dayIsNear'],
          calendar: true,
          target: '#dispute.unsettled.recorded',
          actions: ['keepCourtAct', notify('operator', 'court-act-recorded'), ...both('court-act-told')],
        }),
        drop: drop(),
        ...limits,
      },
      // Only a court applies the limitation: nothing ends here, and no money moves.
      after: { limitationHint: reminder('9.2', { actions: both('limitation-passed') }) },
      states: {
        open: {
          ...waitsForPeople('9.2'),
          after: { openReminder: reminder('9.2', { guard: 'nothingIsInstructed', actions: both('dispute-still-open') }) },
        },
        // Both sides were notified, and can object.
        recorded: {
          on: {
            objectToCourtAct: command(ANYONE, '9.2', {
              candidate: 'isSide',
              check: ['courtActIsCurrent', 'objectsOnce'],
              actions: ['keepObjection', notify('operator', 'court-act-objected')],
            }),
          },
          after: { objectBy: timeout('9.2', { target: 'checkable', actions: [notify('operator', 'court-act-recorded')] }) },
        },
        checkable: {
          meta: openEnded('9.2', 'staff'),
          on: {
            confirmCourtAct: [
              command('operator', '9.2', {
                ...confirmation,
                guard: 'awardsLess',
                actions: [...settle('court-act'), ...both('court-awards-less')],
              }),
              command('operator', '9.2', { ...confirmation, actions: [...settle('court-act'), ...both('claim-decided')] }),
            ],
          },
        },
      },
    },
    settled: { type: 'final' },
    dropped: { type: 'final' },
    decided: { type: 'final' },
  },
});

/** What was agreed is not signed: the dispute goes on where it was. A term that has passed meanwhile has its consequence at once. */
function unsigned() {
  const declined = ['declineInstruction' as const, 'forgetAgreed' as const, ...both('settlement-unsigned')];
  const refused = ['declineOffer' as const, 'forgetAgreed' as const, ...both('settlement-unsigned')];
  return [
    answer({ guard: 'wasInstructedBesideAct', target: '#dispute.unsettled.recorded', actions: declined }),
    answer({ guard: 'wasInstructed', target: '#dispute.unsettled.open', actions: declined }),
    answer({ guard: 'wasAnswered', target: '#dispute.talks.answered', actions: refused }),
    answer({ target: '#dispute.talks.unanswered', actions: refused }),
  ];
}

function admit() {
  return command(ANYONE, '9.1', {
    candidate: 'isRespondent',
    guard: 'claimIsWithinLimit',
    duty: 'answerClaim',
    check: ['dayIsNamed', 'dayIsNear'],
    target: '#dispute.settled',
    actions: [answered('admitted'), drawAnswer, ...settle('admission'), 'drawAdmitted' as const, ...both('claim-settled')],
  });
}

/** What is admitted in part is due at once: as a debt, or as a part of a price. The talks are about the rest. */
function admitInPart(...more: 'beginTalks'[]) {
  return command(ANYONE, '9.1', {
    candidate: 'isRespondent',
    duty: 'answerClaim',
    check: ['amountFits', 'amountIsPart', 'dayIsNamed', 'dayIsNear', 'withinLiability'],
    calendar: true,
    target: '#dispute.talks.answered',
    actions: [
      answered('admitted-in-part'),
      drawAnswer,
      { type: 'orderDebt' as const, params: { by: 'admission' as const, ofRest: 'part' as const } },
      'keepAdmitted' as const,
      'tellAdmitted' as const,
      ...more,
      notify('claimant', 'claim-admitted-in-part'),
    ],
  });
}

function reject(...more: 'beginTalks'[]) {
  return command(ANYONE, '9.1', {
    candidate: 'isRespondent',
    duty: 'answerClaim',
    calendar: true,
    target: '#dispute.talks.answered',
    actions: [answered('rejected'), drawAnswer, ...more, notify('claimant', 'claim-rejected')],
  });
}

function drop() {
  return command(CLAIMANTS, '9.1', {
    candidate: 'isClaimant',
    target: '#dispute.dropped',
    actions: ['settleAdmitted' as const, tell('claimDropped'), notify('respondent', 'claim-dropped')],
  });
}

/** The accounts that a notice goes to. If the operator is the respondent, its staff. */
export function readersOf(context: DisputeContext, to: Reader): (string | typeof STAFF)[] {
  if (to === 'operator') return [STAFF];
  const { claimant, customer, contractor, against, offers, instruction } = context;
  const last = (instruction ?? offers.at(-1))?.side;
  const asked = to === 'asked' || to === 'offerer';
  const side = asked ? (to === 'asked' && last ? opposite(last) : last) : to;
  if (side === 'respondent' && against === 'operator') return [STAFF];
  const account = (side === 'claimant') === (claimant === 'customer') ? customer : contractor;
  return account === undefined ? [] : [account];
}

/** The sums that a notice names, in tiyn. There are none if the claim is not for money. */
export function factsOf(context: DisputeContext, template: string): NoticeFacts {
  const { amount, admitted, offers, instruction, agreed, outcome, courtAct, raisedLimit } = context;
  if (amount === undefined) return {};
  const rest = String(restOf(context));
  const sums: Partial<Record<DisputeTemplate, string | undefined>> = {
    'claim-admitted-in-part': admitted,
    'claim-dropped': admitted,
    'offer-made': offers.at(-1)?.amount,
    'offer-declined': offers.at(-1)?.amount,
    'claim-unsettled': rest,
    'dispute-still-open': rest,
    'limitation-passed': rest,
    'instruction-proposed': instruction?.amount,
    'settlement-to-sign': agreed?.toClaimant,
    'claim-settled': outcome?.toClaimant,
    'claim-decided': outcome?.toClaimant,
    'court-act-recorded': courtAct?.amount,
    'court-act-told': courtAct?.amount,
    'court-act-objected': courtAct?.amount,
    'court-awards-less': courtAct?.amount,
    'limit-proposed': raisedLimit?.amount,
  };
  const sum = template in sums ? sums[template as DisputeTemplate] : amount;
  return { sum, rest: template === 'court-awards-less' ? admitted : rest };
}
