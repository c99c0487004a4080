import type { Way } from '../../rules/signing-ways.ts';
import type { Commission } from '../../rules/tariff.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { DebtTerms } from '../debt/types.ts';
import type { BoundParties, ChartEvent, ErasableRef, Party } from '../law.ts';
import type { MessagesNotedEvent } from '../messages-noted.ts';
import type { OpenEndContext, OpenEndTerms } from '../open-ends.ts';

/** The dated parameters of the day of the claim. */
export interface DisputeTerms extends OpenEndTerms {
  /** Counted from the sending: what is sent to the authorised number counts as received (1.2). */
  answerWorkingDays: number;
  /** Set for a consumer's claim, which is answered in calendar days. */
  answerCalendarDays?: number;
  answerReminderWorkingDays: number[];
  /** To settle, counted from the answer, or from the end of the term for it. */
  talksWorkingDays: number;
  /** Settlement offers of both sides together, and as many joint instructions. */
  mostOffers: number;
  /** Statements on the course of the pre-trial step that each party may request. Disputes from before this bound have none. */
  mostStatements?: number;
  /** A hint: only a court applies the limitation, on the request of a party. */
  limitationYears: number;
  /** In which the sides may object to a court act that was recorded. */
  objectionWorkingDays: number;
  /**
   * How far ahead a day to pay by may lie, and the day on which a court act comes into force, and how often one may be recorded. Disputes from before
   * these bounds have none.
   */
  untilMostDays?: number;
  courtActForceMostDays?: number;
  courtActMostRecords?: number;
  /** Of a claim against the operator. */
  liability?: Liability;
  /** Of the debts that it makes. */
  debt: DebtTerms;
  /** How a settlement is signed, where one of the parties needs more for it than its account. Left out where both may confirm it there (1.4). */
  settlement?: SettlementTerms;
}

export interface SettlementTerms {
  /** The ways that count for each party. */
  ways: Record<'customer' | 'contractor', Way[]>;
  signWorkingDays: number;
  signReminderWorkingDays: number[];
}

/**
 * The most the operator answers for: what the user paid in so many months before the event, and never more than the cap (6.2). Sums are tiyn, as decimal
 * strings.
 */
export interface Liability {
  cap: string;
  months: number;
  paid: string;
  /** Civil dates, both inclusive: `to` is the day of the event. */
  from: string;
  to: string;
  /** What came to `paid`, as the ledger had it on the day of the claim; below zero for what came back. */
  payments: { on: string; amount: string; reason: string; life: string }[];
}

/** What the operator answers for by another claim, for an event of the same days. */
export interface Answered {
  claim: string;
  /** The civil date of its event. */
  on: string;
  by: Outcome['by'];
  /** Tiyn, as a decimal string. */
  amount: string;
}
/** Added by the platform to what the staff say of a sum. */
type Limited = { answered?: Answered[] };

export type Side = 'claimant' | 'respondent';

/**
 * What a claim is about, and so what is at stake: `price` of what was handed in; `damages` or a `penalty`, or the `costs` of the other's leaving, which
 * are debts beside the deal; `conduct`, which is no money; the `ending` of the deal with the sums it names.
 */
export type Subject = 'price' | 'damages' | 'penalty' | 'costs' | 'conduct' | 'ending';

/**
 * What begins a dispute. A claim against the other party names both; a claim against the operator names the claimant alone: it is no business of
 * the other party.
 */
export interface ClaimInput {
  /** The dispute's own id: what its parent knows it by. */
  id: string;
  /** The life that waits for its end: `task/<uuid>`. Omitted if the dispute has no parent. */
  parent?: string;
  about: Subject;
  /** For a dispute without a parent: its task, and the moment from which the limitation is counted. Otherwise it is counted from the claim. */
  task?: string;
  since?: string;
  /** Of a claim against the operator: the civil date of the event that it is about. The months of 6.2 are counted back from it. */
  happenedOn?: string;
  /** The submission whose price it is about. */
  submission?: number;
  /** How the sum comes about: the words of its lines, and their sums in tiyn as decimal strings. */
  calculation?: ErasableRef;
  sums?: string[];
  customer?: string | undefined;
  contractor?: string | undefined;
  claimant: 'customer' | 'contractor';
  against?: 'operator';
  /** The sum in dispute: tiyn, as a decimal string. Omitted if the demand is not for money. */
  amount?: string;
  demand: ErasableRef;
  terms: DisputeTerms;
}

/**
 * `until` is the last day to pay, or of an undertaking. `amount` is always what the claimant gets of what is still in dispute, beside what was
 * admitted: tiyn, as a decimal string. The respondent keeps the rest.
 */
type Shared = { amount?: string; until?: string };
type Versioned = { version: number };
type Reckoned = { calendar: Calendar };
type Reasoned = { reasons: ErasableRef };
type Noted = { note?: ErasableRef };

export type DisputeEvent =
  | ChartEvent<'claim', ClaimInput & Reckoned>
  | ChartEvent<'admit', Limited & { until?: string; note?: ErasableRef }>
  | ChartEvent<'admitInPart', Limited & Shared & Reasoned & Reckoned>
  | ChartEvent<'reject', Reasoned & Reckoned>
  | ChartEvent<'offer', Limited & Shared & Versioned & Noted>
  | ChartEvent<'acceptOffer', Limited & Versioned>
  | ChartEvent<'declineOffer', Versioned & Partial<Reasoned>>
  | ChartEvent<'endTalks', object>
  | ChartEvent<'drop', Partial<Reasoned>>
  | ChartEvent<'jointInstruction', Limited & Shared & Noted>
  | ChartEvent<'confirmInstruction', Limited & Versioned>
  | ChartEvent<'requestStatement', object>
  | ChartEvent<
      'recordCourtAct',
      Shared &
        Reckoned & {
          covers?: CourtAct['covers'];
          court: ErasableRef;
          caseNumber: ErasableRef;
          decidedOn: string;
          inForceOn: string;
          proof: ErasableRef;
        }
    >
  | ChartEvent<'objectToCourtAct', Versioned & Reasoned>
  | ChartEvent<'confirmCourtAct', Versioned & Partial<Reasoned>>
  | ChartEvent<'proposeLimit', Limited & { amount: string } & Reasoned>
  | ChartEvent<'confirmLimit', Versioned>
  | ChartEvent<'refuseLimit', Versioned & Reasoned>
  | ChartEvent<'partySigned' | 'signed' | 'signingRefused' | 'signingExpired', { party?: Party }>
  | MessagesNotedEvent;

/** A sum that was named, and the words that went with it. */
export type Said = Shared & { words?: ErasableRef };

export interface Offer extends Versioned, Said {
  side: Side;
  at: string;
  declined?: true;
}

/** A joint instruction that one side proposed. */
export interface Instruction extends Versioned, Said {
  side: Side;
  at: string;
  /** What both agreed to was not signed. */
  declined?: true;
}

/** A court act that one member of staff recorded. */
export interface CourtAct extends Versioned, Said {
  /** The sum that the court decided on: the rest after the admitted part, or the whole. Present if a part was admitted. */
  covers?: 'rest' | 'whole';
  court: ErasableRef;
  caseNumber: ErasableRef;
  decidedOn: string;
  inForceOn: string;
  recordedBy: string;
  /** The person who acted for that account. Another person must confirm. */
  recordedByPerson?: string;
  at: string;
  /** Until when the sides may object. */
  objectBy: string;
  objections: { side: Side; at: string; words: ErasableRef }[];
}

/** What one member of staff proposes to answer for beyond the limit of 6.2: another person decides. */
export interface RaisedLimit extends Versioned, Required<Pick<Said, 'amount'>> {
  reasons: ErasableRef;
  at: string;
  by: string;
  person?: string;
  became?: 'confirmed' | 'refused';
}

/** What the respondent said to the claim. */
export interface ClaimAnswer extends Said {
  answer: 'admitted' | 'admitted-in-part' | 'rejected';
  at: string;
}

/** The facts of the pre-trial step (9.1): moments. Whether the order was kept is for a court to say. `answer` is silence where none came by `answerBy`, and none after it. */
export interface Certificate {
  sentAt: string;
  answerBy: string;
  answer: ClaimAnswer['answer'] | 'silence';
  answeredAt?: string;
  offers: number;
  endedAt: string;
  endedBy: 'claimant' | 'term';
}

export interface DisputeContext extends BoundParties, OpenEndContext, Omit<ClaimInput, 'customer' | 'contractor'> {
  sentAt: string;
  deadlines: {
    answerReminders: string[];
    answerBy: string;
    talksBy: string;
    /** A hint: when the limitation period may have passed. */
    limitationOn: string;
  };
  answer?: ClaimAnswer;
  /** The part that the respondent admitted. It is due, whatever the outcome for the rest. Tiyn, as a decimal string. */
  admitted?: string;
  /** The last one is open until it is declined or the talks end. */
  offers: Offer[];
  certificate?: Certificate;
  /** How many statements each party has requested. */
  requested?: Partial<Record<Party, number>>;
  instruction?: Instruction;
  courtAct?: CourtAct;
  raisedLimit?: RaisedLimit;
  /** What both agreed to and have yet to sign. It binds nobody until then. */
  agreed?: (Outcome & { by: 'offer' | 'instruction'; signBy: string; signed: Party[] }) | undefined;
  /** How it ended, and what of the disputed sum goes to whom. */
  outcome?: Outcome;
  /** Only where it is shown, and only of a claim against the operator: what its staff answer for by other claims. */
  answered?: Answered[];
  /** Only where it is shown, and only of a claim that stands alone about the price of work: what the commission on it is reckoned by (3.2). */
  work?: Record<'work' | 'charged', string> & { commission: Commission };
}

export interface Outcome {
  by: 'admission' | 'offer' | 'instruction' | 'court-act';
  toClaimant: string;
  toRespondent: string;
  /** The last day of an undertaking, or to pay. */
  until?: string;
}
