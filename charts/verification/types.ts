import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, FileRef } from '../law.ts';

/** What documents are to show. */
export const VERIFICATION_KINDS = ['identity', 'taxStatus', 'licence', 'company', 'sourceOfFunds', 'other'] as const;
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];

/** The dated parameters of the day on which documents are asked for. */
export interface VerificationTerms {
  /** Working days to answer, and those after which the account is reminded. */
  answerWorkingDays: number;
  reminderWorkingDays: number[];
  /** Working days after the term in which an answer is still taken. */
  graceWorkingDays: number;
  /** Working days from an answer to the reminder to decide. */
  decideReminderWorkingDays: number[];
  /** Answers to one asking: the first and what is added to it. */
  mostSubmissions: number;
}

type Reckoned = { calendar: Calendar };

export interface AskInput {
  id: string;
  /** The account's life, which receives the result. */
  parent: string;
  /** The account, as whichever party it is; one that is both is bound as both. */
  customer?: string;
  contractor?: string;
  /** Which documents, and why. */
  what: ErasableRef;
  kinds: VerificationKind[];
  terms: VerificationTerms;
}

export type VerificationEvent =
  | ChartEvent<'ask', AskInput & Reckoned>
  | ChartEvent<'submit', { files?: FileRef[]; evidence: ErasableRef } & Reckoned>
  | ChartEvent<'askAgain', { reasons: ErasableRef; workingDays?: number } & Reckoned>
  | ChartEvent<'approve', { version: number }>
  | ChartEvent<'refuse', { version: number; reasons: ErasableRef }>
  | ChartEvent<'withdraw', { reasons?: ErasableRef }>;

/** What the account gave. */
export interface Submission {
  version: number;
  /** Of the asking it answers. */
  round: number;
  at: string;
  /** The files that show it. */
  documents: FileRef[];
  evidence: ErasableRef;
}

export interface VerificationContext extends BoundParties, Omit<AskInput, 'customer' | 'contractor'> {
  /** The account of the member of staff who asked. */
  askedBy?: string;
  /** How often documents have been asked for. */
  round: number;
  /** What was still missing when they were asked for again. */
  askedAgain?: { at: string; reasons: ErasableRef };
  submissions: Submission[];
  deadlines: { reminders?: string[]; answerBy?: string; lapseBy?: string; decideReminders?: string[] };
  /** What the operator decided. */
  decision?: { at: string; reasons?: ErasableRef };
}
