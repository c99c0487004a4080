import type { PenaltyTerms } from '../../rules/penalty.ts';
import type { Commission } from '../../rules/tariff.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';
import type { OpenEndContext, OpenEndTerms } from '../open-ends.ts';

/** The operator's tariff for a task (3.2), and what becomes of a late fee: pinned when the task is posted. */
export interface FeeTerms extends OpenEndTerms, Commission {
  /** Working days to pay (5.1), and those after which the customer is reminded. */
  payWorkingDays: number;
  reminderWorkingDays: number[];
  penalty: PenaltyTerms;
}

/** What a fee begins with. */
export interface FeeInput {
  /** The task's life. */
  parent: string;
  customer: string;
  /** Tiyn, as a decimal string. */
  principal: string;
  /** The last civil date on which payment is in time. */
  dueOn: string;
  terms: FeeTerms;
}

/** Money that came to the operator's account (5.1). */
export interface FeePayment {
  /** A civil date. */
  on: string;
  /** Tiyn, as a decimal string. */
  amount: string;
}

export type FeeEvent =
  | ChartEvent<'charge', FeeInput & { calendar: Calendar }>
  | ChartEvent<'recordPayment', { amount: string; paidOn: string; proof?: ErasableRef }>
  | ChartEvent<'writeOff', { reasons: ErasableRef; proposed: Proposer }>
  /** The civil date and the moment at which the fee's notice was sent, with the operator's requisites. The calendar begins with it. */
  | ChartEvent<'noticeSent', { on: string; due: string; calendar: Calendar }>
  | ChartEvent<'noticeNotSent', { reason: WithheldBecause }>
  | ChartEvent<'sendAgain', { calendar: Calendar }>;

/** Why no penalty runs: the operator had named no account to pay to, or the notice reached the customer by no channel. */
export type WithheldBecause = 'no-requisites' | 'not-notified';

export interface FeeContext extends BoundParties, OpenEndContext, Omit<FeeInput, 'customer'> {
  payments: FeePayment[];
  /** The booked penalty, in tiyn. */
  booked: string;
  writtenOffOn?: string;
  /** Whether the notice was sent is being asked, or why no penalty runs. */
  /** The civil date on which the notice was sent that the term runs from: known once it has ended. */
  noticedOn?: string;
  withheld?: 'asked' | WithheldBecause | undefined;
  deadlines: { reminders?: string[]; dueBy?: string; capBy?: string | undefined };
}
