/** Every life's law in one place. */
import type { AnyStateMachine } from 'xstate';
import { accountChart } from './account/chart.ts';
import { accountMessages } from './account/messages.ts';
import type { AccountContext } from './account/types.ts';
import type { Reader } from './dispute/chart.ts';
import { disputeChart, readersOf as readersOfDispute } from './dispute/chart.ts';
import { disputeMessages } from './dispute/messages.ts';
import type { DisputeContext } from './dispute/types.ts';
import { feeChart } from './fee/chart.ts';
import { feeMessages } from './fee/messages.ts';
import type { FeeContext } from './fee/types.ts';
import { STAFF } from './law.ts';
import type { Messages } from './messages.ts';
import { paymentChart } from './payment/chart.ts';
import { paymentMessages } from './payment/messages.ts';
import type { PaymentContext } from './payment/types.ts';
import { payoutChart } from './payout/chart.ts';
import { payoutMessages } from './payout/messages.ts';
import type { PayoutContext } from './payout/types.ts';
import { readersOf as readersOfReidentification, reidentificationChart } from './reidentification/chart.ts';
import { reidentificationMessages } from './reidentification/messages.ts';
import type { ReidentificationContext } from './reidentification/types.ts';
import { reviewChart } from './review/chart.ts';
import { reviewMessages } from './review/messages.ts';
import type { Author, ReviewContext } from './review/types.ts';
import { readersOf, signingChart } from './signing/chart.ts';
import { signingMessages } from './signing/messages.ts';
import type { SigningContext } from './signing/types.ts';
import { taskChart } from './task/chart.ts';
import { taskMessages } from './task/messages/index.ts';
import type { TaskContext } from './task/types.ts';
import { readersOf as readersOfVerification, verificationChart } from './verification/chart.ts';
import { verificationMessages } from './verification/messages.ts';
import type { VerificationContext } from './verification/types.ts';

/** What the commit, the API and the workflow's details need to know of one kind of life. */
export interface LifeType {
  chart: AnyStateMachine;
  messages: Messages;
  /** The accounts a notice goes to, or the operator's staff. `to` is the parameter of the chart's `notify`. */
  recipients(context: object, to: string): (string | typeof STAFF)[];
  /** Number, kind and sum for the engine's UI: no names, no texts. */
  summary(context: object): string;
}

const task: LifeType = {
  chart: taskChart,
  messages: taskMessages,
  recipients: (context, to) => {
    const { customer, contractor, invited, responses, chosen } = context as TaskContext;
    const candidates = [...new Set([...invited, ...Object.keys(responses)])];
    const accounts = { customer: [customer], contractor: [contractor], chosen: [chosen], invited, candidates }[to] ?? [];
    return accounts.filter((account) => account !== undefined);
  },
  summary: (context) => {
    const { work, payment } = context as TaskContext;
    return `${Number(work.price) / 100} KZT, ${payment}`;
  },
};

const signing: LifeType = {
  chart: signingChart,
  messages: signingMessages,
  recipients: (context, to) => readersOf(context as SigningContext, to),
  summary: (context) => {
    const { document, order, confirmations } = context as SigningContext;
    return `${document.kind}, ${confirmations.length} of ${order.length}`;
  },
};

const review: LifeType = {
  chart: reviewChart,
  messages: reviewMessages,
  recipients: (context, to) => {
    const { customer, contractor, written } = context as ReviewContext;
    const authors = Object.entries({ customer, contractor });
    const asked =
      to === 'silent' ? authors.filter(([author]) => written[author as Author] === undefined) : authors.filter(([author]) => author === to);
    return asked.flatMap(([, account]) => account ?? []);
  },
  summary: (context) => `of ${(context as ReviewContext).parent}`,
};

const dispute: LifeType = {
  chart: disputeChart,
  messages: disputeMessages,
  recipients: (context, to) => readersOfDispute(context as DisputeContext, to as Reader),
  summary: (context) => {
    const { claimant, against, amount } = context as DisputeContext;
    return `${amount === undefined ? 'no sum' : `${Number(amount) / 100} KZT`}, by the ${claimant} against the ${against ?? 'other party'}`;
  },
};

const fee: LifeType = {
  chart: feeChart,
  messages: feeMessages,
  recipients: (context) => {
    const { customer } = context as FeeContext;
    return customer === undefined ? [] : [customer];
  },
  summary: (context) => {
    const { principal, dueOn } = context as FeeContext;
    return `${Number(principal) / 100} KZT, due on ${dueOn}`;
  },
};

const payment: LifeType = {
  chart: paymentChart,
  messages: paymentMessages,
  recipients: (context, to) =>
    (to === 'operator' ? [STAFF] : [(context as PaymentContext).customer]).filter((reader) => reader !== undefined),
  summary: (context) => {
    const { amount, mode } = context as PaymentContext;
    return `${Number(amount) / 100} KZT, ${mode}`;
  },
};

const payout: LifeType = {
  chart: payoutChart,
  messages: payoutMessages,
  recipients: (context, to) =>
    (to === 'operator' ? [STAFF] : [(context as PayoutContext).contractor]).filter((reader) => reader !== undefined),
  summary: (context) => `${Number((context as PayoutContext).amount) / 100} KZT`,
};

const account: LifeType = {
  chart: accountChart,
  messages: accountMessages,
  recipients: (context) => [(context as AccountContext).id],
  summary: (context) => {
    const { kind, customer, contractor, staff } = context as AccountContext;
    const roles = [customer && 'customer', contractor && 'contractor', ...staff].filter((role) => role !== undefined);
    return [kind, ...roles].join(', ');
  },
};

const verification: LifeType = {
  chart: verificationChart,
  messages: verificationMessages,
  recipients: (context, to) => readersOfVerification(context as VerificationContext, to),
  summary: (context) => (context as VerificationContext).kinds.join(', '),
};

const reidentification: LifeType = {
  chart: reidentificationChart,
  messages: reidentificationMessages,
  recipients: (context) => readersOfReidentification(context as ReidentificationContext),
  summary: (context) => `by ${(context as ReidentificationContext).proof}`,
};

export const lifeTypes = { account, verification, reidentification, task, signing, payment, payout, fee, dispute, review } satisfies Record<
  string,
  LifeType
>;
