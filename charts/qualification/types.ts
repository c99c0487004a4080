import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, FileRef } from '../law.ts';

/** What shows a skill or a right to do the work. */
export const QUALIFICATION_KINDS = ['licence', 'permit', 'certificate', 'diploma', 'other'] as const;
export type QualificationKind = (typeof QUALIFICATION_KINDS)[number];

/** The dated parameters of the day of the declaration. */
export interface QualificationTerms {
  /** Working days from the declaration to the reminders to decide. */
  decideReminderWorkingDays: number[];
  /** Days before the last one at which the contractor is reminded of the end. */
  endReminderDays: number[];
}

export interface DeclareInput {
  id: string;
  contractor: string;
  /** Codes of the categories of work. Each proves the categories below it. */
  categories: string[];
  kind: QualificationKind;
  title: ErasableRef;
  /** Of the paper. */
  documentNumber: ErasableRef;
  issuer: ErasableRef;
  /** Civil dates. Without a last day it holds until it is revoked. */
  issuedOn: string;
  validUntil?: string;
  files: FileRef[];
  terms: QualificationTerms;
}

type Reasoned = { reasons: ErasableRef };

export type QualificationEvent =
  | ChartEvent<'declare', DeclareInput & { calendar: Calendar }>
  | ChartEvent<'approve', object>
  | ChartEvent<'refuse', Reasoned>
  | ChartEvent<'revoke', Reasoned>
  | ChartEvent<'withdraw', object>;

export interface QualificationContext extends BoundParties, Omit<DeclareInput, 'contractor'> {
  deadlines: { decideReminders?: string[]; endReminders?: string[]; endsAt?: string };
  approvedAt?: string;
  /** Why the staff refused or revoked it. */
  decision?: { at: string; reasons: ErasableRef };
}
