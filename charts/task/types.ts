import type { Interval } from '../../rules/holds.ts';
import type { Point } from '../../rules/plane.ts';
import type { Way } from '../../rules/signing-ways.ts';
import type { WayOfPayment } from '../../rules/way-of-payment.ts';
import type { AgreedLine, Part, PricedPart, Progress, ProposedLine } from '../../rules/work-lines.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { DebtTerms } from '../debt/types.ts';
import type { DisputeTerms, Subject } from '../dispute/types.ts';
import type { FeeTerms } from '../fee/types.ts';
import type { BoundParties, ChartEvent, ErasableRef, Party, Shown } from '../law.ts';
import type { MessagesNotedEvent } from '../messages-noted.ts';
import type { OpenEndContext, OpenEndTerms } from '../open-ends.ts';
import type { ReviewTerms } from '../review/types.ts';
import type { DocumentReference, Side } from '../signing/types.ts';

/** What the parties agreed about time and silence: every number is the poster's, or the dated parameter of the day of posting. */
export interface TaskTerms extends OpenEndTerms {
  /** How far ahead work may end: calendars are not kept further. */
  horizonDays: number;
  acceptDays: number;
  acceptReminderHours: number;
  startReminderHours: number;
  startGraceHours: number;
  /** The time after which a delay of the start, the briefing or the work is announced. */
  lateNoticeHours?: number;
  /** Grace is at most so many hours, and at most this share of the work's length, in hundredths of a per cent. */
  graceShare: number;
  dueReminderHours: number;
  overdueGraceHours: number;
  reviewWorkingDays: number;
  reviewReminderWorkingDays: number[];
  /** What the customer's silence over submitted work leads to (4.3.3). */
  silence: 'claim' | 'one-sided' | 'approved';
  reworkRounds: number;
  reworkWorkingDays: number;
  payWorkingDays: number;
  payReminderWorkingDays: number[];
  confirmWorkingDays: number;
  /** May a response name a price of its own? */
  pricedResponses: boolean;
  /** The document that binds the parties in addition to acceptance (3.4): only the order, or a contract that both confirm. */
  paper: 'order' | 'signed-contract';
  signWorkingDays: number;
  signReminderWorkingDays: number[];
  /** Money kept before the work begins, held on the customer's card or taken at once; only with payment through the platform. */
  funding: 'none' | 'hold' | 'prepaid';
  fundWorkingDays: number;
  /** How long the provider keeps a hold, in days: work that needs longer is prepaid (R14). */
  holdDays?: number;
  /** Hours before the start by which a briefing is due, if the task has hazards (4.3.2). */
  briefHours: number;
  /** What the customer owes who cancels without a ground: hundredths of a per cent of the price, before the work has begun and after. */
  cancelCost: number;
  cancelCostOfWork: number;
  /** May the work begin before `startAt` without asking the customer (4.3.2)? */
  earlyStart: boolean;
  /** After so long a hold the parties may give up without cost. */
  holdPatienceDays: number;
  /** How long reviews of one another stay closed, and the terms of their life. */
  reviewDays: number;
  review: ReviewTerms;
  /** The operator's tariff for this task (3.2, 5.1, 6.3). */
  fee: FeeTerms;
  /** Of the debts that it makes. */
  debt: DebtTerms;
  /** Those of the terms above that the poster set otherwise than was usual on that day. */
  departures: string[];
}

/** Where the work is, as it is searched for: a code of the places, and a point to about a hundred metres. */
export interface Location {
  place: string;
  point?: Point;
}

/** Work terms as a party proposes them. Names, description and location are erasable texts, stored elsewhere. */
export interface ProposedWork {
  wording: ErasableRef;
  /** A code of the categories of work. */
  category?: string;
  /** Categories for which the contractor must have proved a qualification (4.2.2). */
  requires?: string[];
  location?: Location;
  lines: ProposedLine[];
  startAt: string;
  dueAt: string;
  acceptBy?: string;
  /** The keyed hash of the declared hazards and measures; absent where none are declared. Other hazards ask for a briefing of their own (4.3.1). */
  hazards?: string;
}

/** The work terms of one version. */
export interface WorkTerms extends ProposedWork {
  lines: AgreedLine[];
  /** Tiyn, as a decimal string: the sum of the lines' amounts. */
  price: string;
}

export interface PostInput extends ProposedWork {
  /** The task's own uuid: its child lives are named after it. */
  id: string;
  payment: WayOfPayment;
  match: 'invited' | 'first-come' | 'choice';
  /** What law and which act the deal is under. Absent: services. */
  nature?: 'works' | 'construction';
  invited: string[];
  group?: string;
  terms: TaskTerms;
  /** The acceptance of the offer under which the customer posts it (2.1). */
  acceptance: string;
}

type Reasoned = { reasons: ErasableRef };
type Versioned = { version: number };
type Reckoned = { calendar: Calendar };
/** The input of a child life's report. */
type Reported = { child: string };
type Nothing = Record<string, never>;

/** A period that suspends deadlines, and its reason. */
export interface Hold extends Interval {
  kind: 'force-majeure' | 'suspended' | 'unsafe' | 'no-access' | 'risk';
  party: 'customer' | 'contractor';
  /** Force majeure counts from its notice, once the other side has admitted it (8.1). */
  admitted?: boolean;
  /** A suspension that also stops what goes through the platform: suspicion of laundering (4.4.2). */
  stopsMoney?: true;
  /** A risk that came with an amendment: the customer has to brief of it before the contractor can confirm (4.3.2). */
  unbriefed?: true;
}

/**
 * What one party says and the other answers is numbered, so that an answer names what was read: a late answer to an earlier submission, response,
 * proposal, report, briefing or notice is refused. Lines take their ids from here too.
 */
export type Numbered = 'line' | 'submission' | 'response' | 'proposal' | 'report' | 'briefing' | 'notice';

export interface ClaimInput {
  demand: ErasableRef;
  about: Subject;
  /** Tiyn, as a decimal string: what is in dispute. */
  amount?: string;
  /** For a claim about the price: the submission it is about. */
  submission?: number;
  calculation?: ErasableRef;
  sums?: string[];
  terms: DisputeTerms;
}

/** A paper that a party brings itself, for the parties to sign or confirm. */
export interface SendPaperInput {
  /** The UUID of its signing, and its reference. */
  id: string;
  title: ErasableRef;
  document: DocumentReference;
  /** Who has to sign or confirm it, in any order. */
  signers: Side[];
  /** The ways that count for each party on that day. */
  ways: Record<Side, Way[]>;
  calendar: Calendar;
}

/** Work that was handed in. Sums are tiyn, as decimal strings. */
export interface Submitted {
  number: number;
  amount: string;
  parts: PricedPart[];
  /** Of its parts what was neither accepted nor given up, and the price of what was accepted. */
  rest: Part[];
  accepted: string;
  /** What of its price claims of each party have decided. */
  decided?: { customer: string; contractor: string };
}

/** A claim that is open. Sums are tiyn, as decimal strings. */
export interface OpenClaim {
  claimant: 'customer' | 'contractor';
  about: Subject;
  amount?: string;
  submission?: number;
  /** What the other side has admitted in part. */
  admitted?: string;
  /**
   * Of a claim about a price: what it disputes are the `amount` tiyn of the price of these parts from `from` on. What is accepted of the price
   * counts from nothing up, so a customer's claim begins below and a contractor's ends above.
   */
  price?: { parts: PricedPart[]; from: string; accepted: string };
  /** Of a claim for the ending: what was to be paid without it when it was made. */
  before?: string;
}

export type TaskEvent =
  | ChartEvent<'post', PostInput>
  | ChartEvent<'change', ProposedWork & Versioned>
  | ChartEvent<'withdraw', Record<string, never>>
  | ChartEvent<'block', Reasoned>
  | ChartEvent<'respond', Versioned & { price?: string; message?: ErasableRef }>
  | ChartEvent<'retract', Record<string, never>>
  | ChartEvent<'choose', Versioned & { contractor: string; response: number }>
  | ChartEvent<'accept', Versioned & { acceptance: string }>
  | ChartEvent<'decline', Partial<Reasoned>>
  | ChartEvent<'giveUp', Reasoned & Reckoned>
  | ChartEvent<'cancel', Reasoned & Reckoned>
  | ChartEvent<'resign', Reasoned & Reckoned>
  | ChartEvent<'proposeCancel', Reasoned & { amount?: string }>
  | ChartEvent<'acceptCancel', Reckoned & { proposal: number }>
  | ChartEvent<'amend', ProposedWork & Versioned & { price?: string }>
  | ChartEvent<'acceptAmendment', Reckoned & Versioned & { proposal: number }>
  | ChartEvent<'declineAmendment' | 'declineCancel', { proposal: number }>
  | ChartEvent<'signAgain', Reckoned>
  | ChartEvent<'fund', Reckoned>
  | ChartEvent<'brief' | 'reportRisk', { note: ErasableRef }>
  | ChartEvent<'acknowledge', { briefing: number }>
  | ChartEvent<'approvePart', Reckoned & { submission: number; parts: Part[]; rest: 'rework' | 'drop'; reasons: ErasableRef }>
  | ChartEvent<'pay', Reckoned>
  | ChartEvent<'claim', ClaimInput>
  | ChartEvent<'claimSettled', Reckoned & Reported & { toContractor: string; toCustomer: string }>
  | ChartEvent<'claimAdmitted', Reckoned & Reported & { amount: string; until?: string }>
  /** What was admitted of a price before it was dropped. */
  | ChartEvent<'claimDropped', Reckoned & Reported & { amount?: string }>
  | ChartEvent<'claimCertified', Reckoned & Reported>
  | ChartEvent<'sendPaper', SendPaperInput>
  | ChartEvent<'setAddress', { address: ErasableRef }>
  | ChartEvent<'partySuspended', { account: string; stopsMoney?: true }>
  | ChartEvent<'partyReinstated', Reckoned & { account: string }>
  | ChartEvent<'reportForceMajeure', { evidence: ErasableRef }>
  | ChartEvent<'endForceMajeure', Nothing>
  | ChartEvent<'admitForceMajeure', { notice: number }>
  | ChartEvent<'contestForceMajeure', Reasoned & Shown & { notice: number }>
  | ChartEvent<'stopWork' | 'reportNoAccess', Reasoned & Shown>
  | ChartEvent<'resumeWork', Nothing>
  | ChartEvent<'partySigned' | 'signed' | 'signingRefused' | 'signingExpired', Reckoned & Reported & { party?: Party }>
  | ChartEvent<'paymentHeld', Reckoned & Reported & { amount: string }>
  | ChartEvent<'paymentCaptured', Reckoned & Reported & { amount: string; returning?: string }>
  | ChartEvent<'paymentFailed' | 'paymentExpired' | 'paymentCancelled', Reckoned & Reported>
  /** By whose money it was: kept for the task, on its way back to the customer, or owed to the contractor. */
  | ChartEvent<'paymentTakenBack', Reckoned & Reported & { kept: string; returning: string; owed: string; inAll?: string }>
  | ChartEvent<'payoutStopped', Reckoned & Reported & { amount: string; left: string }>
  | ChartEvent<'paymentRefunded' | 'payoutRefused' | 'payoutReturned', Reckoned & Reported & { amount: string }>
  /** `withheld`: what of it the operator keeps for social payments. */
  | ChartEvent<'paidOut', Reckoned & Reported & { amount: string; withheld?: string }>
  | ChartEvent<'start', Record<string, never>>
  | ChartEvent<'submit', Reckoned & { note?: ErasableRef; act?: ErasableRef; parts?: Part[] } & Shown>
  | ChartEvent<'allowEarlyStart', Nothing>
  | ChartEvent<'approve', Reckoned & { submission: number }>
  | ChartEvent<'refuse', Reckoned & Reasoned & Shown & { submission: number }>
  | ChartEvent<'report', Reckoned & { amount?: string; paidOn: string; proof?: ErasableRef } & Shown>
  | ChartEvent<'confirm', { amount?: string; report?: number }>
  | ChartEvent<'deny', Reasoned & Shown & { report: number }>
  | MessagesNotedEvent;

export interface Deadlines {
  /** When these were set: a hold before that moves none of them. */
  since?: string;
  briefBy?: string;
  acceptBy?: string;
  acceptReminder?: string;
  startReminder?: string;
  startBy?: string;
  noShow?: string;
  dueReminder?: string;
  dueBy?: string;
  graceUntil?: string;
  reviewReminders?: string[];
  reviewBy?: string;
  payReminders?: string[];
  payBy?: string;
  confirmBy?: string;
}

/** Late once both were told that the work has not begun; missed once the grace of the terms is over too. */
export type Start = 'inTime' | 'late' | 'missed';

export interface TaskContext extends BoundParties, OpenEndContext {
  id: string;
  /** How often each was said, and the highest id of a line. */
  numbers: Partial<Record<Numbered, number>>;
  /** How many child lives of each kind were begun. */
  children: Record<string, number>;
  /** Gates before the work that are passed. */
  passed: ('contract' | 'funds' | 'briefing')[];
  /** The latest briefing: of the risks and of how to be safe from them. */
  briefing?: ErasableRef;
  /** When it was given. */
  briefedAt?: string;
  /** The signing in force: of the contract before the work, of the completion act after. */
  signing?: string | undefined;
  /** The submission that awaits approval. `all` if it was the whole rest; `act`: what the contractor added for the act of it. */
  submission?: { amount: string; parts: PricedPart[]; all: boolean; act?: ErasableRef } | undefined;
  /** What of each line was accepted or given up. */
  progress: Progress;
  /** In tiyn: the sum of approved acts; the additional sum owed (agreed costs, or the result of a claim); the final sum to be settled. */
  approved: string;
  compensation: string;
  /** Tiyn of approved acts for which the operator's fee was charged. */
  charged: string;
  due: string;
  ending: 'closed' | 'cancelled';
  /** The payment under way or in hand, what is kept of it since when, and whether that is on its way back. */
  funds?: { payment: string; held: string; since?: string; returning?: true } | undefined;
  /** The payout on its way, and tiyn that are being captured or paid out: no settlement lowers what is due below them. */
  payout?: string | undefined;
  /** The sum that the payer's bank took of that payout, as reported so far. */
  takenOfPayout?: string | undefined;
  underWay: string;
  /** Tiyn that were captured and are not sent on yet: a payout waits while the sums are stopped. */
  captured?: string | undefined;
  /** The payment that this money, or the payout on its way, is of. */
  source?: string | undefined;
  /** Claims that are open, by the dispute's id (9.1). */
  claims: Record<string, OpenClaim>;
  /** The last submission, even if it was refused. A claim about the price names it. */
  handedIn?: Submitted;
  /** Tiyn of the price that are separate debts: admitted during the deal, or awarded by claims after the end of the task. */
  owedBeside?: string;
  /** Who left the deal; `free` where that costs nothing: on a ground, or by agreement. */
  left?: { by: 'customer' | 'contractor'; at: string; free: boolean };
  /**
   * What the terms ask of who leaves, in tiyn: a share of the price of the work that was not accepted then, in hundredths of a per cent. What claims bring
   * for that work takes the place of it.
   */
  leaving?: { share: number; cost: string } | undefined;
  holds: Hold[];
  /** A hold has lasted longer than the terms allow. */
  heldTooLong: boolean;
  /** What became of documents, by the life that made them: a signing, or a dispute whose pre-trial step was certified (9.2). */
  documents: Record<string, 'signed' | 'refused' | 'expired' | 'certified'>;
  amendment?: { by: 'customer' | 'contractor'; at: string; work: ProposedWork; price?: string } | undefined;
  /** Proposals from before their moment was kept have no `at`. */
  cancellation?: { by: 'customer' | 'contractor'; amount: string; at?: string; reasons?: ErasableRef } | undefined;
  version: number;
  work: WorkTerms;
  /** When each party confirmed the terms in force: by posting, choosing, accepting, amending (1.4). */
  confirmed?: { customer?: string; contractor?: string };
  /** The offer acceptance of each party when it was bound (2.1, 10.2). A later acceptance does not change the task. */
  acceptances?: { customer: string; contractor?: string };
  /** The version whose order was issued. */
  ordered?: number;
  /** Where the work is, exactly. Only the parties of a deal read it. */
  address?: ErasableRef;
  payment: PostInput['payment'];
  match: PostInput['match'];
  nature?: PostInput['nature'];
  invited: string[];
  group?: string;
  terms: TaskTerms;
  /** The contractors who responded, each with the version they saw, a message and, where the terms allow, a price. */
  responses: Record<string, { number: number; version: number; price?: string; message?: ErasableRef }>;
  chosen?: string | undefined;
  /** The customer has allowed the work to begin before `startAt`. */
  mayStartEarly?: boolean;
  /** When the last of what comes before the work was there: the contract, the money, the briefing. */
  readyAt?: string | undefined;
  deadlines: Deadlines;
  /** How the work began, or did not: what the reliability of the contractor rests on. A start that both have moved counts by its new time. */
  start?: Start | undefined;
  /** Times the work was sent back. */
  rounds: number;
  /** Tiyn confirmed as received, and tiyn reported and not yet confirmed. */
  paid: string;
  reported?: string | undefined;
  /** Tiyn that were confirmed beyond what was due in the end: the way back is a claim (9.1). */
  overpaid?: string;
  /** How the work came to be approved: by the customer's act or by silence. */
  approval?: 'act' | 'silence' | 'one-sided';
}
