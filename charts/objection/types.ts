import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, FileRef } from '../law.ts';
import type { Start } from '../task/types.ts';

/** The starts that count against a contractor. */
export type BadStart = Exclude<Start, 'inTime'>;

/** The dated parameters of the day of the objection. */
export interface ObjectionTerms {
  /** Working days in which the customer may answer. */
  answerWorkingDays: number;
  /** Working days after that term in which the operator decides, and those after which it is reminded. */
  decideWorkingDays: number;
  decideReminderWorkingDays: number[];
}

export interface RaiseInput {
  id: string;
  /** The task whose start was recorded, by its UUID. */
  task: string;
  customer: string;
  contractor: string;
  outcome: BadStart;
  /** The event of the task that recorded it, by its number in the chain. */
  recordedBy: number;
  recordedAt: string;
  /** The end of the term to object. */
  objectUntil: string;
  reasons: ErasableRef;
  files?: FileRef[];
  terms: ObjectionTerms;
}

export type ObjectionEvent =
  | ChartEvent<'raise', RaiseInput & { calendar: Calendar }>
  | ChartEvent<'answer', { comment: ErasableRef; files?: FileRef[] }>
  | ChartEvent<'excuse' | 'keep', { reasons: ErasableRef }>
  | ChartEvent<'withdraw', object>;

export interface ObjectionContext extends BoundParties, Omit<RaiseInput, 'customer' | 'contractor'> {
  deadlines: { answerBy: string; decideReminders: string[]; decideBy: string };
  /** What the customer said of it. */
  answer?: { at: string; comment: ErasableRef };
  /** Why the operator excused the start, or did not. */
  decision?: { at: string; reasons: ErasableRef };
}
