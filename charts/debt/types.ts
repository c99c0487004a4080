import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';
import type { OpenEndContext, OpenEndTerms } from '../open-ends.ts';

/** The dated parameters of the day, pinned by the life that orders the debt. */
export interface DebtTerms extends OpenEndTerms {
  /** Calendar days to pay, if no other day is agreed or ordered. */
  payDays: number;
  /** Days before the due day on which the debtor is reminded. */
  reminderDaysBefore: number[];
  /** Days after the due day on which the debtor is reminded. */
  overdueReminderDays: number[];
  /** Working days in which the creditor answers a report, and those after which the creditor is reminded. */
  answerWorkingDays: number;
  answerReminderWorkingDays: number[];
  /** Reports and payments through the platform together. Debts that arose before this bound have none. */
  mostPayments?: number;
}

/** The dated parameters of the day on which the debtor asks to pay through the platform. */
export interface TransferTerms {
  /** Working days to pay on the provider's page. */
  payWorkingDays: number;
}

export type Ground = 'settlement' | 'admission' | 'court-act' | 'cost-of-leaving' | 'overpayment';
export type DebtParty = 'customer' | 'contractor' | 'operator';
export type Side = 'debtor' | 'creditor';

/** What a debt begins with. Of `customer` and `contractor`, the one that is no side of the debt is left out. */
export interface DebtInput {
  /** The debt's own id: what its payments know it by. */
  id: string;
  /** The life that ordered the debt. */
  parent: string;
  /** The task that the debt is about: `task/<uuid>`. Omitted if there is none. */
  about?: string;
  customer?: string | undefined;
  contractor?: string | undefined;
  debtor: DebtParty;
  creditor: DebtParty;
  /** Tiyn, as a decimal string; above zero. */
  amount: string;
  ground: Ground;
  /** The last civil date on which payment is in time. Left out where none is agreed or ordered: then the terms give it. */
  dueOn?: string;
  terms: DebtTerms;
}

/** What is known of the debt to set off against, read when the set-off is proposed. Sides are accounts, or `operator`. */
export interface OtherDebt {
  debtor: string;
  creditor: string;
  /** Tiyn, as a decimal string. */
  owed: string;
}

type Reckoned = { calendar: Calendar };
/** A payment or a payout reports to the debt. Sums are tiyn, as decimal strings. */
type Told = { child: string };

export type DebtEvent =
  | ChartEvent<'owe', DebtInput & Reckoned>
  | ChartEvent<'report', { amount?: string; paidOn: string; proof?: ErasableRef; order?: number } & Reckoned>
  | ChartEvent<'orderPayment', { amount?: string }>
  | ChartEvent<'pay', { amount?: string; terms: TransferTerms } & Reckoned>
  | ChartEvent<'confirm', { report?: number; amount?: string }>
  /** An entry of a bank statement paid the operator. */
  | ChartEvent<'paymentCame', { amount: string; inflow: string; paidOn: string }>
  | ChartEvent<'deny', { report: number; reasons: ErasableRef }>
  | ChartEvent<'waive', { reasons: ErasableRef }>
  /** The operator waives what it is owed: one of the staff proposed it, and a second person confirms. */
  | ChartEvent<'writeOff', { reasons: ErasableRef; proposed: Proposer }>
  | ChartEvent<'proposeSetOff', { debt: string; other?: OtherDebt }>
  | ChartEvent<'acceptSetOff', { proposal: number; debt: string }>
  | ChartEvent<'declineSetOff', { proposal: number }>
  /** What is left of the other debt. Answers from before it was told have none. */
  | ChartEvent<'setOffDone', { left?: string }>
  | ChartEvent<'setOffFailed', object>
  | ChartEvent<'reduce', { amount: string }>
  | ChartEvent<'paymentCaptured', Told & { amount: string }>
  | ChartEvent<'paymentFailed' | 'paymentExpired' | 'paymentCancelled', Told>
  | ChartEvent<'paymentTakenBack', Told & { owed: string; inAll?: string }>
  | ChartEvent<'payoutRefused' | 'payoutReturned', Told & { amount: string }>
  | ChartEvent<'paidOut', Told & { amount: string; withheld?: string }>
  /** What the payer's bank took back of the payout, and what is left to be paid out by another one. */
  | ChartEvent<'payoutStopped', Told & { amount: string; left: string }>;

/** A payment that the debtor reported, and what the creditor said to it. */
export interface Report {
  number: number;
  at: string;
  /** Tiyn, as a decimal string. */
  amount: string;
  /** A civil date. */
  paidOn: string;
  proof?: ErasableRef;
  answer?: { at: string; answer: 'confirmed'; amount: string } | { at: string; answer: 'denied'; reasons: ErasableRef };
}

/** A set-off proposed by one side. The last one is kept until it is declined or carried out. */
export interface Proposal {
  number: number;
  at: string;
  side: Side;
  /** The debt to set off against. */
  debt: string;
  /** Tiyn, as a decimal string. */
  amount: string;
  acceptedAt?: string;
  became?: 'declined' | 'accepted' | 'failed' | 'done';
}

/** Money on its way through the platform: asked for, and with the provider once a payout has begun. */
export interface Transfer {
  payment: string;
  payout?: string;
  /** The sum that the payer's bank took of that payout, as reported so far. */
  taken?: string;
  /** Tiyn, as a decimal string. */
  amount: string;
}

/** What one member of staff ordered to be paid of a debt of the operator: another person pays it and reports it. */
export interface PaymentOrder {
  number: number;
  at: string;
  by: string;
  person?: string;
  /** Tiyn, as a decimal string. */
  amount: string;
}

/** Sums in tiyn, as decimal strings. What is owed is `amount` less `paid`, `setOff` and `waived`. */
export interface DebtContext extends BoundParties, OpenEndContext, Omit<DebtInput, 'id' | 'customer' | 'contractor' | 'dueOn'> {
  /** Debts that arose before they could be paid through the platform have none. */
  id?: string;
  dueOn: string;
  arisenAt: string;
  paid: string;
  setOff: string;
  waived: string;
  reports: Report[];
  /** The sum that last came, was set off, or failed to come through the platform. */
  moved?: string;
  transfer?: Transfer | undefined;
  /** How many payments and payouts there were. */
  children?: { payment?: number; payout?: number };
  /** The current order, and the number of orders so far. */
  order?: PaymentOrder | undefined;
  orders?: number;
  proposal?: Proposal;
  waiver?: { at: string; reasons: ErasableRef };
  /** The first civil date on which the payment was late. */
  overdueSince?: string;
  deadlines: {
    reminders?: string[];
    dueBy?: string;
    overdueReminders?: string[];
    answerReminders?: string[];
    /** Undefined once the creditor's term has passed. */
    answerBy?: string | undefined;
  };
}
