/** The law of a dispute: the claim, the pre-trial step that is bound to come first (9.1), and what the disputed sum waits for after it (9.2). */
import { enqueueActions, setup } from 'xstate';
import { isSumBetween, tiynOf } from '../../rules/money.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { civilDate, endOfDay, workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import type { ErasableRef, Party } from '../law.ts';
import { command, due, dueOf, isSecondPerson, next, reminder, STAFF, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { DisputeTemplate } from './messages.ts';
import type { Certificate, ClaimAnswer, DisputeContext, DisputeEvent, DisputeTerms, Offer, Said, Side } from './types.ts';

/** A party of the dispute may be either side; the operator only the respondent. */
const ANYONE: Party[] = ['customer', 'contractor', 'operator'];
const CLAIMANTS: Party[] = ['customer', 'contractor'];

type Deadlines = DisputeContext['deadlines'];

/** Who a notice goes to. `asked` is the side that an offer or an instruction was put to last, `offerer` the one whose offer was answered. */
export type Reader = Side | 'asked' | 'offerer' | 'operator';

/** The end of a term of years: 24:00 of the same date, or of the last day of a month without it. */
function yearsAfter(moment: string, years: number): string {
  const [year = 0, month = 1, day = 1] = civilDate(moment).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return endOfDay(new Date(Date.UTC(year + years, month - 1, Math.min(day, lastDay))).toISOString().slice(0, 10));
}

function deadlinesOf(terms: DisputeTerms, at: string, since: string, calendar: Calendar): Deadlines {
  const answerBy = workingDaysAfter(at, terms.answerWorkingDays, calendar);
  return {
    answerReminders: terms.answerReminderWorkingDays.map((days) => workingDaysAfter(at, days, calendar)),
    answerBy,
    talksBy: workingDaysAfter(at, terms.answerWorkingDays + terms.talksWorkingDays, calendar),
    lapseBy: yearsAfter(since, terms.limitationYears),
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

const standingOffer = ({ offers }: DisputeContext): Offer | undefined => {
  const last = offers.at(-1);
  return last?.declined ? undefined : last;
};

/** What an input says of the sum, and the text that goes with it. */
function said(input: object): Said {
  const { amount, reasons, note, proof } = input as {
    amount?: string;
    reasons?: ErasableRef;
    note?: ErasableRef;
    proof?: ErasableRef;
  };
  const words = reasons ?? note ?? proof;
  return { ...(amount !== undefined && { amount }), ...(words && { words }) };
}

/** What of the disputed sum goes to each side. A demand that is not for money moves none. */
const shares = ({ amount = '0' }: DisputeContext, toClaimant = '0') => ({
  toClaimant,
  toRespondent: String(BigInt(amount) - BigInt(toClaimant)),
});

/** The result that an end sends to the parent. */
const sums = ({ claimant, outcome }: DisputeContext) => {
  if (outcome === undefined) return {};
  const { toClaimant, toRespondent } = outcome;
  return claimant === 'contractor'
    ? { toContractor: toClaimant, toCustomer: toRespondent }
    : { toContractor: toRespondent, toCustomer: toClaimant };
};

const delay =
  (name: 'answerBy' | 'talksBy' | 'lapseBy') =>
  ({ context }: { context: Partial<DisputeContext> }): number =>
    due(context.deadlines?.[name]);

const answerReminder = ({ context, event }: { context: Partial<DisputeContext>; event: { at?: string } }): number =>
  next(context.deadlines?.answerReminders, event.at);

const blank = { offers: [] } satisfies Partial<DisputeContext>;

interface Scope {
  context: DisputeContext;
  event: DisputeEvent;
}

const { begin, change, on, when } = contextOf<DisputeContext, DisputeEvent, typeof blank>();
const { effect, notify, ordered } = ordersOf<Scope, Reader, DisputeTemplate>();

/** The sum that an input names. */
const amountIn = ({ input }: DisputeEvent): string | undefined => ('amount' in input ? input.amount : undefined);

type End = 'claimSettled' | 'claimDropped' | 'claimCertified';

/** Sends the result to the parent. An independent dispute has no parent. */
const tellParent = enqueueActions<DisputeContext, DisputeEvent, { type: End }, DisputeEvent, never, never, never, never, never>(
  ({ context: { parent, ...context }, enqueue }, { type }) => {
    if (parent === undefined) return;
    const input = { child: context.id, ...(type === 'claimSettled' && sums(context)) };
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
      return side !== undefined && context.instruction?.side !== side;
    },
    isKnown: ({ event }) => event.actor !== undefined,

    offerStands: ({ context }) => standingOffer(context) !== undefined,
    offersAreLeft: ({ context }) => context.offers.length < context.terms.mostOffers,
    instructionStands: ({ context }) => context.instruction !== undefined,
    courtActStands: ({ context }) => context.courtAct !== undefined,

    claimantClaims: when('claim', ({ event: { by, actor, input } }) => by === input.claimant && actor === input[input.claimant]),
    respondentIsAnother: when('claim', ({ event: { input } }) => {
      const { against, claimant, customer, contractor } = input;
      if (against === 'operator') return (claimant === 'customer' ? contractor : customer) === undefined;
      return customer !== undefined && contractor !== undefined && customer !== contractor;
    }),
    sumIsPositive: when('claim', ({ event: { input } }) => input.amount === undefined || (tiynOf(input.amount) ?? 0n) > 0n),
    limitationRuns: when('claim', ({ event: { at, input } }) => at < yearsAfter(input.since ?? at, input.terms.limitationYears)),
    amountFits: ({ context, event }) => {
      const amount = amountIn(event);
      if (amount === undefined || context.amount === undefined) return amount === context.amount;
      return isSumBetween(amount, 0n, BigInt(context.amount));
    },
    amountIsPart: ({ context, event }) => {
      const amount = amountIn(event);
      return amount === undefined || (tiynOf(amount) !== 0n && amount !== context.amount);
    },
    versionIsNext: when('offer', ({ context, event }) => event.input.version === context.offers.length + 1),
    offerIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === standingOffer(context)?.version,
    instructionIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.instruction?.version,
    dayHasCome: when('recordCourtAct', ({ event: { at, input } }) => input.decidedOn <= civilDate(at)),
    courtActIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.courtAct?.version,
    confirmedByAnother: ({ context, event }) => isSecondPerson(event, context.courtAct?.recordedBy, context.courtAct?.recordedByPerson),
  },
  delays: {
    answerReminder,
    answerBy: delay('answerBy'),
    talksBy: delay('talksBy'),
    lapseBy: delay('lapseBy'),
  },
  actions: {
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
    /** An offer of a side. What a respondent admits in part is its offer too. */
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
    instruct: on('jointInstruction', ({ context, event }) => {
      const side = sideOf(context, event);
      if (side === undefined) return {};
      const version = (context.instruction?.version ?? 0) + 1;
      return { instruction: { version, side, at: event.at, ...said(event.input) } };
    }),
    keepCourtAct: on('recordCourtAct', ({ context, event: { at, actor = '', person, input } }) => {
      const version = (context.courtAct?.version ?? 0) + 1;
      const recorded = { recordedBy: actor, ...(person !== undefined && { recordedByPerson: person }) };
      return { courtAct: { version, decidedOn: input.decidedOn, ...recorded, at, ...said(input) } };
    }),
    settle: change(({ context }, { by }: { by: NonNullable<DisputeContext['outcome']>['by'] }) => {
      const toClaimant = {
        admission: context.amount,
        offer: standingOffer(context)?.amount,
        instruction: context.instruction?.amount,
        'court-act': context.courtAct?.amount,
      }[by];
      return { outcome: { by, ...shares(context, toClaimant) } };
    }),
    tellParent,
    ...ordered('notify'),
  },
});

const both = (template: DisputeTemplate) => [notify('claimant', template), notify('respondent', template)];
const tell = (type: End) => ({ type: 'tellParent' as const, params: { type } });
const answered = (answer: ClaimAnswer['answer']) => ({ type: 'keepAnswer' as const, params: { answer } });
const settle = (by: NonNullable<DisputeContext['outcome']>['by']) => ({ type: 'settle' as const, params: { by } });
const certify = (endedBy: Certificate['endedBy']) => ({ type: 'certify' as const, params: { endedBy } });

export const disputeChart = dispute.createMachine({
  id: 'dispute',
  context: unbegun<DisputeContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        claim: command(CLAIMANTS, '9.1', {
          candidate: 'anyone',
          check: ['claimantClaims', 'respondentIsAnother', 'sumIsPositive', 'limitationRuns'],
          calendar: true,
          target: 'sent',
          actions: ['bindClaim', notify('respondent', 'claim-sent')],
        }),
      },
    },
    sent: {
      on: {
        admit: admit(),
        admitInPart: admitInPart('beginTalks'),
        reject: reject('beginTalks'),
        drop: drop(),
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
          check: ['versionIsNext', 'amountFits'],
          actions: ['addOffer', notify('asked', 'offer-made')],
        }),
        acceptOffer: command(ANYONE, '9.1', {
          candidate: 'isAskedToSettle',
          guard: 'offerStands',
          duty: 'answerOffer',
          check: 'offerIsCurrent',
          target: 'settled',
          actions: [settle('offer'), tell('claimSettled'), ...both('claim-settled')],
        }),
        declineOffer: command(ANYONE, '9.1', {
          candidate: 'isAskedToSettle',
          guard: 'offerStands',
          check: 'offerIsCurrent',
          actions: ['declineOffer', notify('offerer', 'offer-declined')],
        }),
        endTalks: command(CLAIMANTS, '9.2', {
          candidate: 'isClaimant',
          target: 'unsettled',
          actions: [certify('claimant'), tell('claimCertified'), ...both('claim-unsettled')],
        }),
        drop: drop(),
      },
      after: {
        talksBy: timeout('9.2', {
          target: 'unsettled',
          actions: [certify('term'), tell('claimCertified'), ...both('claim-unsettled')],
        }),
      },
      states: {
        answered: {},
        unanswered: { on: { admit: admit(), admitInPart: admitInPart(), reject: reject() } },
      },
    },
    unsettled: {
      on: {
        jointInstruction: command(ANYONE, '9.1', {
          candidate: 'isSide',
          check: 'amountFits',
          actions: ['instruct', notify('asked', 'instruction-proposed')],
        }),
        confirmInstruction: command(ANYONE, '9.1', {
          candidate: 'isAskedToConfirm',
          guard: 'instructionStands',
          duty: 'answerInstruction',
          check: 'instructionIsCurrent',
          target: 'decided',
          actions: [settle('instruction'), tell('claimSettled'), ...both('claim-decided')],
        }),
        recordCourtAct: command('operator', '9.2', {
          candidate: 'isKnown',
          check: ['amountFits', 'dayHasCome'],
          actions: ['keepCourtAct', notify('operator', 'court-act-recorded')],
        }),
        confirmCourtAct: command('operator', '9.2', {
          candidate: 'isKnown',
          guard: 'courtActStands',
          duty: 'confirmCourtAct',
          check: ['courtActIsCurrent', 'confirmedByAnother'],
          target: 'decided',
          actions: [settle('court-act'), tell('claimSettled'), ...both('claim-decided')],
        }),
        drop: drop(),
      },
      after: { lapseBy: timeout('9.2', { target: 'lapsed', actions: [tell('claimDropped'), ...both('claim-lapsed')] }) },
    },
    settled: { type: 'final' },
    dropped: { type: 'final' },
    decided: { type: 'final' },
    lapsed: { type: 'final' },
  },
});

function admit() {
  return command(ANYONE, '9.1', {
    candidate: 'isRespondent',
    duty: 'answerClaim',
    target: '#dispute.settled',
    actions: [answered('admitted'), settle('admission'), tell('claimSettled'), ...both('claim-settled')],
  });
}

/** The admitted part counts as the respondent's offer, which the claimant may accept. */
function admitInPart(...more: 'beginTalks'[]) {
  return command(ANYONE, '9.1', {
    candidate: 'isRespondent',
    duty: 'answerClaim',
    check: ['amountFits', 'amountIsPart'],
    calendar: true,
    target: '#dispute.talks.answered',
    actions: [answered('admitted-in-part'), 'addOffer' as const, ...more, notify('claimant', 'claim-admitted-in-part')],
  });
}

function reject(...more: 'beginTalks'[]) {
  return command(ANYONE, '9.1', {
    candidate: 'isRespondent',
    duty: 'answerClaim',
    calendar: true,
    target: '#dispute.talks.answered',
    actions: [answered('rejected'), ...more, notify('claimant', 'claim-rejected')],
  });
}

function drop() {
  return command(CLAIMANTS, '9.1', {
    candidate: 'isClaimant',
    target: '#dispute.dropped',
    actions: [tell('claimDropped'), notify('respondent', 'claim-dropped')],
  });
}

/** The accounts that a notice goes to; where the operator is the respondent, its staff. */
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
