import type { LimitTerms, PayTerms } from '../../rules/pay-terms.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';
import type { OpenEndContext } from '../open-ends.ts';

/** What an invoice begins with. Sums are tiyn, as decimal strings. */
export interface InvoiceInput {
  id: string;
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
  /** The payment by which it came, if it came by card. */
  payment?: string;
}

/** What a payment by card may be of, by the parameters of the day on which it is asked for. */
export interface CardTerms {
  /** The most that is taken, in tiyn. */
  most: number;
}

/** A page on which the customer may pay by card. */
export interface Card {
  payment: string;
  /** Tiyn, as a decimal string: what was owed on the day on which it was asked for. */
  amount: string;
  /** A moment: the end of that day, because a day later more penalty may be owed. */
  payBy: string;
}

/** What a payment of the invoice reports names it. */
type OfPayment = { child: string };

export type InvoiceEvent =
  | ChartEvent<'draw', InvoiceInput & { calendar: Calendar }>
  /** The civil date and the moment at which the invoice was sent: its term runs from the day. */
  | ChartEvent<'noticeSent', { on: string; due: string; calendar: Calendar }>
  | ChartEvent<'noticeNotSent', { reason: WithheldBecause }>
  | ChartEvent<'sendAgain', { calendar: Calendar }>
  /** The warning that new tasks will be limited reached the customer by no channel. */
  | ChartEvent<'warnAgain', { calendar: Calendar }>
  | ChartEvent<'recordPayment', { amount: string; paidOn: string; proof?: ErasableRef }>
  /** An entry of the bank's statement was matched with the invoice: the life `inflow` has it in suspense. */
  | ChartEvent<'paymentCame', { amount: string; paidOn: string; inflow: string }>
  | ChartEvent<'pay', { terms?: CardTerms }>
  /** The provider has the money of a payment by card. `paidOn`: the civil date on which the customer paid. */
  | ChartEvent<'paymentCaptured', OfPayment & { amount: string; paidOn: string }>
  | ChartEvent<'paymentFailed' | 'paymentExpired' | 'paymentCancelled' | 'paymentRefunded', OfPayment>
  /** The payer's bank took back what was paid by card: `owed` is new of it. */
  | ChartEvent<'paymentTakenBack', OfPayment & { owed: string }>
  /** No bank can take it back any more. */
  | ChartEvent<'paymentSettled', OfPayment>
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
  /** How many payments by card were asked for. */
  asked?: number;
  /** The page that is open. */
  card?: Card | undefined;
  /** Payments by card that came, while a bank may take them back. */
  watched?: string[];
  /** What of the payments was passed on to the advance, in tiyn. */
  passedOn?: string;
  /** Left out before the warning, and once the fee is paid. */
  limit?: PostingLimit | undefined;
  /** The last warning was not sent, so nothing is limited. */
  unwarned?: true | undefined;
  /** The last change of what is owed has ended a limit of new tasks. */
  limitEnded?: true | undefined;
  /** The operator has answered the customer's objections. */
  upheld?: true;
  deadlines: { reminders?: string[]; dueBy?: string; capBy?: string | undefined; warnBy?: string | undefined };
}
