import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

/** The dated parameters of the day of the claim. */
export interface DisputeTerms {
  /** Counted from the sending: what is sent to the authorised number counts as received (1.2). */
  answerWorkingDays: number;
  answerReminderWorkingDays: number[];
  /** To settle, counted from the answer, or from the end of the term for it. */
  talksWorkingDays: number;
  /** Settlement offers of both sides together. */
  mostOffers: number;
  limitationYears: number;
  /** The most the operator answers for: tiyn as a decimal string, and what the user paid in so many months (6.2). */
  liability: { cap: string; months: number };
}

export type Side = 'claimant' | 'respondent';

/**
 * What begins a dispute. A claim against the other party names both; a claim against the operator names the claimant alone: it is no business of
 * the other party.
 */
export interface ClaimInput {
  /** The dispute's own id: what its parent knows it by. */
  id: string;
  /** The life that waits for its end: `task/<uuid>`. Left out where the dispute stands alone. */
  parent?: string;
  /** Of a dispute that stands alone: the life it is about, and the moment from which the limitation runs; else it runs from the claim. */
  about?: string;
  since?: string;
  customer?: string | undefined;
  contractor?: string | undefined;
  claimant: 'customer' | 'contractor';
  against?: 'operator';
  /** The sum in dispute: tiyn, as a decimal string. Left out where the demand is not for money. */
  amount?: string;
  demand: ErasableRef;
  terms: DisputeTerms;
}

/** `amount` is always the part of the disputed sum that the claimant gets: tiyn, as a decimal string. The respondent keeps the rest. */
type Shared = { amount?: string };
type Versioned = { version: number };
type Reckoned = { calendar: Calendar };
type Reasoned = { reasons: ErasableRef };
type Noted = { note?: ErasableRef };

export type DisputeEvent =
  | ChartEvent<'claim', ClaimInput & Reckoned>
  | ChartEvent<'admit', object>
  | ChartEvent<'admitInPart', Shared & Reasoned & Reckoned>
  | ChartEvent<'reject', Reasoned & Reckoned>
  | ChartEvent<'offer', Shared & Versioned & Noted>
  | ChartEvent<'acceptOffer', Versioned>
  | ChartEvent<'declineOffer', Versioned & Partial<Reasoned>>
  | ChartEvent<'endTalks', object>
  | ChartEvent<'drop', Partial<Reasoned>>
  | ChartEvent<'jointInstruction', Shared & Noted>
  | ChartEvent<'confirmInstruction', Versioned>
  | ChartEvent<'recordCourtAct', Shared & { decidedOn: string; proof: ErasableRef }>
  | ChartEvent<'confirmCourtAct', Versioned>;

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
}

/** A court act that one member of staff recorded. */
export interface CourtAct extends Versioned, Said {
  decidedOn: string;
  recordedBy: string;
  /** Who acted for that account: another person confirms. */
  recordedByPerson?: string;
  at: string;
}

/** What the respondent said to the claim. */
export interface ClaimAnswer extends Said {
  answer: 'admitted' | 'admitted-in-part' | 'rejected';
  at: string;
}

/** That the pre-trial step was kept (9.1): moments. `answer` is silence where none came by `answerBy`, and none after it. */
export interface Certificate {
  sentAt: string;
  answerBy: string;
  answer: ClaimAnswer['answer'] | 'silence';
  answeredAt?: string;
  offers: number;
  endedAt: string;
  endedBy: 'claimant' | 'term';
}

export interface DisputeContext extends BoundParties, Omit<ClaimInput, 'customer' | 'contractor'> {
  sentAt: string;
  deadlines: {
    answerReminders: string[];
    answerBy: string;
    talksBy: string;
    lapseBy: string;
  };
  answer?: ClaimAnswer;
  /** The last one stands until it is declined or the talks end. */
  offers: Offer[];
  certificate?: Certificate;
  instruction?: Instruction;
  courtAct?: CourtAct;
  /** How it ended, and what of the disputed sum goes to whom. */
  outcome?: {
    by: 'admission' | 'offer' | 'instruction' | 'court-act';
    toClaimant: string;
    toRespondent: string;
  };
}
