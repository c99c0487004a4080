import type { Calendar } from '../../rules/working-days.ts';
import type { Bound, Told } from '../law.ts';

/** A text kept outside the chain: its row's id and its keyed hash stand for it, so that it can be erased and the chain still verifies. */
export interface TextReference {
  text: string;
  hash: string;
}

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
}

export interface Line {
  unit: string;
  quantity: string;
  /** Tiyn, as a decimal string. */
  unitPrice: string;
}

/** The work terms of one version. Names, description and place are texts and stand outside. */
export interface WorkTerms {
  wording: TextReference;
  category?: string;
  lines: Line[];
  /** Tiyn, as a decimal string: the sum of the lines. */
  price: string;
  startAt: string;
  dueAt: string;
  acceptBy?: string;
}

export interface PostInput extends WorkTerms {
  payment: 'platform' | 'direct';
  match: 'invited' | 'first-come' | 'choice';
  invited: string[];
  group?: string;
  terms: TaskTerms;
}

type Reasoned = { reasons: TextReference };
type Versioned = { version: number };
type Reckoned = { calendar: Calendar };

export type TaskEvent =
  | Told<'post', PostInput>
  | Told<'change', WorkTerms & Versioned>
  | Told<'withdraw', Record<string, never>>
  | Told<'block', Reasoned>
  | Told<'respond', Versioned & { price?: string; message?: TextReference }>
  | Told<'retract', Record<string, never>>
  | Told<'choose', Versioned & { contractor: string }>
  | Told<'accept', Versioned>
  | Told<'decline', Partial<Reasoned>>
  | Told<'giveUp', Reasoned>
  | Told<'start', Record<string, never>>
  | Told<'submit', Reckoned & { note?: TextReference }>
  | Told<'approve', Reckoned>
  | Told<'refuse', Reckoned & Reasoned>
  | Told<'report', Reckoned & { amount?: string; paidOn: string; proof?: TextReference }>
  | Told<'confirm', { amount?: string }>
  | Told<'deny', Reasoned>;

export interface Deadlines {
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

export interface TaskContext extends Bound {
  version: number;
  work: WorkTerms;
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
  /** How the work came to be approved: by the customer's act or by silence. */
  approval?: 'act' | 'silence' | 'one-sided';
}
