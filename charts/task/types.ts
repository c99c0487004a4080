import type { Interval } from '../../rules/holds.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { DisputeTerms } from '../dispute/types.ts';
import type { FeeTerms } from '../fee/types.ts';
import type { BoundParties, ChartEvent, ErasableRef, Party } from '../law.ts';
import type { ReviewTerms } from '../review/types.ts';

/** What the parties agreed about time and silence: every number is the poster's, or the dated parameter of the day of posting. */
export interface TaskTerms {
  /** How far ahead work may end: calendars are not kept further. */
  horizonDays: number;
  acceptDays: number;
  acceptReminderHours: number;
  startReminderHours: number;
  startGraceHours: number;
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
  /** What binds the parties beside acceptance (3.4): the order alone, or a contract that both confirm. */
  paper: 'order' | 'signed-contract';
  signWorkingDays: number;
  signReminderWorkingDays: number[];
  /** Money kept before the work begins, held on the customer's card or taken at once; only with payment through the platform. */
  funding: 'none' | 'hold' | 'prepaid';
  fundWorkingDays: number;
  /** How long the provider keeps a hold, in days: work that needs longer is prepaid (R14). */
  holdDays?: number;
  /** Hours before the start by which a briefing is due, where the task has hazards (4.3.2). */
  briefHours: number;
  /** What the customer owes who cancels without a ground: hundredths of a per cent of the price, before the work has begun and after. */
  cancelCost: number;
  cancelCostOfWork: number;
  /** After so long a hold the parties may give up without cost. */
  holdPatienceDays: number;
  /** How long reviews of one another stay closed, and the terms of their life. */
  reviewDays: number;
  review: ReviewTerms;
  /** The operator's tariff for this task (3.2, 5.1, 6.3). */
  fee: FeeTerms;
}

export interface Line {
  unit: string;
  quantity: string;
  /** Tiyn, as a decimal string. */
  unitPrice: string;
}

/** The work terms of one version. Names, description and location are erasable texts, stored elsewhere. */
export interface WorkTerms {
  wording: ErasableRef;
  category?: string;
  lines: Line[];
  /** Tiyn, as a decimal string: the sum of the lines. */
  price: string;
  startAt: string;
  dueAt: string;
  acceptBy?: string;
}

export interface PostInput extends WorkTerms {
  /** The task's own uuid: its child lives are named after it. */
  id: string;
  /** The task declares hazards, so a briefing comes before the work (4.3.1). */
  hazardous: boolean;
  payment: 'platform' | 'direct';
  match: 'invited' | 'first-come' | 'choice';
  invited: string[];
  group?: string;
  terms: TaskTerms;
  /** The acceptance of the offer under which the customer posts it (2.1). */
  acceptance: string;
}

type Reasoned = { reasons: ErasableRef };
type Versioned = { version: number };
type Reckoned = { calendar: Calendar };
/** What a child life's report bears. */
type Reported = { child: string };
type Nothing = Record<string, never>;

/** Part of the work: some lines of the task, by their number from 1, with the quantity done. */
export interface Part {
  line: number;
  quantity: string;
}

/** A period that suspends deadlines, and its reason. */
export interface Hold extends Interval {
  kind: 'force-majeure' | 'suspended' | 'unsafe' | 'no-access' | 'risk';
  party: 'customer' | 'contractor';
  /** Force majeure counts from its notice, once the other side has admitted it (8.1). */
  admitted?: boolean;
  /** A suspension that also stops what goes through the platform: suspicion of laundering (4.4.2). */
  stopsMoney?: true;
}

export interface ClaimInput {
  demand: ErasableRef;
  /** Tiyn, as a decimal string: what is in dispute. */
  amount?: string;
  terms: DisputeTerms;
}

export type TaskEvent =
  | ChartEvent<'post', PostInput>
  | ChartEvent<'change', WorkTerms & Versioned>
  | ChartEvent<'withdraw', Record<string, never>>
  | ChartEvent<'block', Reasoned>
  | ChartEvent<'respond', Versioned & { price?: string; message?: ErasableRef }>
  | ChartEvent<'retract', Record<string, never>>
  | ChartEvent<'choose', Versioned & { contractor: string }>
  | ChartEvent<'accept', Versioned & { acceptance: string }>
  | ChartEvent<'decline', Partial<Reasoned>>
  | ChartEvent<'giveUp', Reasoned & Reckoned>
  | ChartEvent<'cancel', Reasoned & Reckoned>
  | ChartEvent<'resign', Reasoned & Reckoned>
  | ChartEvent<'proposeCancel', Reasoned & { amount?: string }>
  | ChartEvent<'acceptCancel', Reckoned>
  | ChartEvent<'declineCancel', Nothing>
  | ChartEvent<'amend', WorkTerms & Versioned>
  | ChartEvent<'acceptAmendment', Versioned>
  | ChartEvent<'declineAmendment', Nothing>
  | ChartEvent<'signAgain', Reckoned>
  | ChartEvent<'fund', Reckoned>
  | ChartEvent<'brief' | 'reportRisk', { note: ErasableRef }>
  | ChartEvent<'acknowledge', Nothing>
  | ChartEvent<'approvePart', Reckoned & { parts: Part[]; rest: 'rework' | 'drop'; reasons: ErasableRef }>
  | ChartEvent<'pay', Reckoned>
  | ChartEvent<'claim', ClaimInput>
  | ChartEvent<'claimSettled', Reckoned & Reported & { toContractor: string; toCustomer: string }>
  | ChartEvent<'claimDropped' | 'claimCertified', Reckoned & Reported>
  | ChartEvent<'partySuspended', { account: string; stopsMoney?: true }>
  | ChartEvent<'partyReinstated', Reckoned & { account: string }>
  | ChartEvent<'reportForceMajeure', { evidence: ErasableRef }>
  | ChartEvent<'admitForceMajeure' | 'endForceMajeure', Nothing>
  | ChartEvent<'contestForceMajeure', Reasoned>
  | ChartEvent<'stopWork' | 'reportNoAccess', Reasoned>
  | ChartEvent<'resumeWork', Nothing>
  | ChartEvent<'partySigned' | 'signed' | 'signingRefused' | 'signingExpired', Reckoned & Reported & { party?: Party }>
  | ChartEvent<'paymentHeld', Reckoned & Reported & { amount: string }>
  | ChartEvent<'paymentCaptured', Reckoned & Reported & { amount: string; returning?: string }>
  | ChartEvent<'paymentFailed' | 'paymentExpired' | 'paymentCancelled', Reckoned & Reported>
  /** By whose money it was: kept for the task, on its way back to the customer, or owed to the contractor. */
  | ChartEvent<'paymentTakenBack', Reckoned & Reported & { kept: string; returning: string; owed: string }>
  | ChartEvent<'payoutStopped', Reckoned & Reported & { amount: string; left: string }>
  | ChartEvent<'paymentRefunded' | 'paidOut' | 'payoutRefused' | 'payoutReturned', Reckoned & Reported & { amount: string }>
  | ChartEvent<'start', Record<string, never>>
  | ChartEvent<'submit', Reckoned & { note?: ErasableRef; parts?: Part[] }>
  | ChartEvent<'approve', Reckoned>
  | ChartEvent<'refuse', Reckoned & Reasoned>
  | ChartEvent<'report', Reckoned & { amount?: string; paidOn: string; proof?: ErasableRef }>
  | ChartEvent<'confirm', { amount?: string }>
  | ChartEvent<'deny', Reasoned>;

export interface Deadlines {
  /** When these were set: a hold before that moves none of them. */
  since?: string;
  briefBy?: string;
  acceptBy?: string;
  acceptReminder?: string;
  startReminder?: string;
  startBy?: string;
  dueReminder?: string;
  dueBy?: string;
  graceUntil?: string;
  reviewReminders?: string[];
  reviewBy?: string;
  payReminders?: string[];
  payBy?: string;
  confirmBy?: string;
}

export interface TaskContext extends BoundParties {
  id: string;
  hazardous: boolean;
  /** How many child lives of each kind were begun. */
  children: Record<string, number>;
  /** Gates before the work that are passed. */
  passed: ('contract' | 'funds' | 'briefing')[];
  /** The latest briefing: of the risks and of how to be safe from them. */
  briefing?: ErasableRef;
  /** The signing in force: of the contract before the work, of the completion act after. */
  signing?: string | undefined;
  /** What was submitted and awaits approval, in tiyn; its parts where it is not the whole. */
  submission?: { amount: string; parts?: Part[] } | undefined;
  /** Tiyn of approved acts, and tiyn to be settled in the end. */
  approved: string;
  due: string;
  ending: 'closed' | 'cancelled';
  /** The payment under way or in hand, what is kept of it since when, and whether that is on its way back. */
  funds?: { payment: string; held: string; since?: string; returning?: true } | undefined;
  /** The payout on its way, and tiyn that are being captured or paid out: no settlement lowers what is due below them. */
  payout?: string | undefined;
  underWay: string;
  /** Tiyn that were captured and are not sent on yet: a payout waits while the sums are stopped. */
  captured?: string | undefined;
  /** The payment that this money, or the payout on its way, is of. */
  source?: string | undefined;
  /** Claims that are open, by the dispute's id (9.1). */
  claims: Record<string, { claimant: 'customer' | 'contractor'; amount?: string }>;
  holds: Hold[];
  /** A hold has lasted longer than the terms bear. */
  heldTooLong: boolean;
  /** What became of documents, by the life that made them: a signing, or a dispute whose pre-trial step was certified (9.2). */
  documents: Record<string, 'signed' | 'refused' | 'expired' | 'certified'>;
  amendment?: { by: 'customer' | 'contractor'; at: string; work: WorkTerms } | undefined;
  cancellation?: { by: 'customer' | 'contractor'; amount: string } | undefined;
  version: number;
  work: WorkTerms;
  /** When each party confirmed the terms in force: by posting, choosing, accepting, amending (1.4). */
  confirmed?: { customer?: string; contractor?: string };
  /** The acceptance of the offer that each party stood under when it was bound (2.1, 10.2): what it accepts later does not change the task. */
  acceptances?: { customer: string; contractor?: string };
  /** The version whose order was drawn. */
  ordered?: number;
  payment: PostInput['payment'];
  match: PostInput['match'];
  invited: string[];
  group?: string;
  terms: TaskTerms;
  /** The contractors who responded, each with the version they saw and, where the terms allow, a price. */
  responses: Record<string, { version: number; price?: string }>;
  chosen?: string | undefined;
  deadlines: Deadlines;
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
