import type { LimitTerms, PayTerms } from '../../rules/pay-terms.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';
import type { OpenEndContext } from '../open-ends.ts';

/** What an invoice begins with. Sums are tiyn, as decimal strings. */
export interface InvoiceInput {
  customer: string;
  /** The number that its papers bear and payers name: `2026-17`. Without holes within a year. */
  number: string;
  /** The month whose fees it gathers: `2026-11`. */
  period: string;
  /** How many fees, and what they come to. The table `bill_line` names them. */
  lines: number;
  principal: string;
  /** What the customer had paid too much before, and is set against it. */
  advance: string;
  terms: PayTerms;
  limitTerms: LimitTerms;
}

/** New tasks of a customer are limited while the fee is overdue (3.2), once the customer was told so in time. */
export interface PostingLimit {
  /** The civil date from which no new task is posted. */
  from: string;
  /** The civil date on which the warning was sent. Without it nothing is limited. */
  toldOn?: string;
  /** New tasks are limited now. */
  begun?: true | undefined;
}

/** Money that came to the operator's account (5.1). */
export interface Received {
  /** A civil date. */
  on: string;
  /** Tiyn, as a decimal string. */
  amount: string;
}

export type InvoiceEvent =
  | ChartEvent<'draw', InvoiceInput & { calendar: Calendar }>
  /** The civil date and the moment at which the invoice was sent: its term runs from the day. */
  | ChartEvent<'noticeSent', { on: string; due: string; calendar: Calendar }>
  | ChartEvent<'noticeNotSent', { reason: WithheldBecause }>
  | ChartEvent<'sendAgain', { calendar: Calendar }>
  | ChartEvent<'recordPayment', { amount: string; paidOn: string; proof?: ErasableRef }>
  /** An entry of the bank's statement was matched with the invoice: the life `inflow` has it in suspense. */
  | ChartEvent<'paymentCame', { amount: string; paidOn: string; inflow: string }>
  | ChartEvent<'dispute', { reasons: ErasableRef }>
  | ChartEvent<'uphold', { reasons: ErasableRef }>
  | ChartEvent<'credit', { amount: string; reasons: ErasableRef; proposed: Proposer }>
  | ChartEvent<'claimPenalty', Record<string, never>>
  | ChartEvent<'writeOff', { reasons: ErasableRef; proposed: Proposer }>;

/** Why no term runs: the operator had named no account to pay to, or the notice reached the customer by no channel. */
export type WithheldBecause = 'no-requisites' | 'not-notified';

export interface InvoiceContext extends BoundParties, OpenEndContext, Omit<InvoiceInput, 'customer'> {
  /** A civil date. */
  drawnOn: string;
  /** The last civil date on which payment is in time. Before the invoice was sent, the one it would be if it were sent on the day of drawing. */
  dueOn: string;
  /** The civil date on which it was sent. No penalty runs without it. */
  sentOn?: string | undefined;
  /** Also what was paid too much before. */
  payments: Received[];
  /** By credit notes. */
  credits: Received[];
  /** The booked penalty, in tiyn. */
  booked: string;
  /** The penalty as the operator claimed it: the sheet of each shows the days until then. */
  claims: Received[];
  writtenOffOn?: string;
  withheld?: WithheldBecause | undefined;
  /** Left out before the warning, and once the fee is paid. */
  limit?: PostingLimit | undefined;
  /** The operator has answered the customer's objections. */
  upheld?: true;
  deadlines: { reminders?: string[]; dueBy?: string; capBy?: string | undefined; warnBy?: string | undefined };
}
