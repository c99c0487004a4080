/** The effects that a task orders: notices, documents, child lives and messages to other lives. */
import { enqueueActions } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { atLeastZero, least, sum } from '../../rules/money.ts';
import { payTermsOf } from '../../rules/pay-terms.ts';
import { commissionFor } from '../../rules/tariff.ts';
import { shareOut, totalOf } from '../../rules/work-lines.ts';
import { civilDate, remindersBefore } from '../../rules/working-days.ts';
import { debtCreation } from '../debt/creation.ts';
import { disputeCreation } from '../dispute/creation.ts';
import type { IssueDocument } from '../effects.ts';
import { ordersOf } from '../effects.ts';
import type { BoundParties } from '../law.ts';
import { sideOf } from '../law.ts';
import { takenOfLeft } from '../payout/stopped.ts';
import type { AskInput, Side } from '../signing/types.ts';
import { changeOfDue, owedByAdmission, paidBack, paidWork } from './claims.ts';
import type { Scope } from './context.ts';
import { movedOrSet, workingDays } from './deadlines.ts';
import type { TaskTemplate } from './messages/index.ts';
import { pricedOf, remainder, undisputed } from './money.ts';
import { childOf } from './reducers.ts';
import type { TaskContext, TaskEvent } from './types.ts';

/**
 * Who a notice goes to: `candidates` are the invited and those who responded. `payer` is the customer who has something left to pay, `covered` the one
 * who has paid in beforehand, or has reported, all of it.
 */
export type Reader = 'customer' | 'contractor' | 'payer' | 'covered' | 'invited' | 'candidates' | 'chosen';

const { effect, notify, ordered } = ordersOf<Scope, Reader, TaskTemplate>();

export { notify };

/** The orders that the chart gives, for its `setup`. */
export const orders = ordered('askDetails', 'notify', 'startChild', 'sendToLife', 'issueDocument', 'issuePaper');

/** Whoever is paid through the platform is told beforehand to say where to. */
export const askDetails = effect('askDetails', {});

const lifeOf = ({ id }: TaskContext): string => `task/${id}`;
const people = ({ customer, contractor }: BoundParties) => ({ customer, contractor });

/** To both parties. */
export const notifyBoth = (template: TaskTemplate) => [notify('customer', template), notify('contractor', template)] as const;

/** Notifies the customer of the sum to be paid, or that there is none. */
export const tellWhatIsDue = () => [notify('payer', 'payment-due'), notify('covered', 'payment-covered')] as const;

/** Keeps what became of a document. */
export const noted = (became: TaskContext['documents'][string]) => ({ type: 'noteDocument' as const, params: { became } });

const count = (kind: string) => ({ type: 'countChild' as const, params: { kind } });

type Facts = Omit<IssueDocument, 'child' | 'order'>;

const issue = (facts: (scope: Scope) => Facts, order: readonly Side[] = ['contractor', 'customer']) => [
  count('signing'),
  'nameSigning' as const,
  effect('issueDocument', (scope) => ({ child: childOf(scope.context, 'signing'), order, ...facts(scope) })),
];

/** Has the contract issued, for both to sign or confirm within a term, in any order: neither side waits for the other. */
export const drawContract = () =>
  issue(({ context, event }) => ({ kind: 'contract', amount: context.work.price, sideBySide: true, ...signingTerm(context, event) }));

/** The term for both parties to confirm a document that neither has confirmed yet, and its reminders. */
function signingTerm({ terms }: TaskContext, event: TaskEvent): { signBy: string; reminders: string[] } {
  const after = (days: number): string => workingDays(event, days);
  // Tasks posted before reminders were among the terms have none.
  const signBy = after(terms.signWorkingDays);
  return { signBy, reminders: remindersBefore(signBy, (terms.signReminderWorkingDays ?? []).map(after)) };
}

/** Begins the signing of a paper that a party brings itself, within the same term. */
export const beginSigningOfPaper = effect('startChild', ({ context, event }) => {
  if (event.type !== 'sendPaper') throw new Error(`a paper is brought by sending it, not by ${event.type}`);
  const { id, title, document, signers, ways } = event.input;
  return {
    child: `signing/${id}`,
    type: 'ask',
    by: 'platform',
    input: {
      ...{ id: `signing/${id}`, parent: lifeOf(context), ...people(context), document, title, ways },
      paper: { reference: id, number: null, date: civilDate(event.at) },
      order: signers,
      sideBySide: true,
      issuer: sideOf(event),
      ...signingTerm(context, event),
    } satisfies AskInput,
  };
});

/** Issues the order of each version (3.4). It already has both confirmations, so nothing waits for it. */
export const drawOrder = () => ({
  guard: 'needsOrder' as const,
  actions: [
    count('signing'),
    'keepOrder' as const,
    effect('issueDocument', ({ context: { work, confirmed = {}, ...context } }) => ({
      child: childOf(context, 'signing'),
      kind: 'order',
      amount: work.price,
      order: ['customer', 'contractor'],
      confirmed,
    })),
  ],
});

/** Issues the act of the submitted work. The submission is the contractor's confirmation (1.4). Its term is that of the review. */
export const drawAct = () => issue(submittedAct);
/** The same if the customer did not answer: a one-sided act of the contractor, with a note (4.3.3). */
export const drawOneSidedAct = () => issue(submittedAct, ['contractor']);

const particularsOf = (submission: TaskContext['submission']) => (submission?.act ? { particulars: submission.act } : {});

function submittedAct({ context: { submission }, event }: Scope): Facts {
  return {
    kind: 'completion-act',
    amount: submission?.amount ?? '0',
    lines: submission?.parts ?? [],
    ...particularsOf(submission),
    confirmed: { contractor: event.at },
  };
}

/** Has the act of the approved part issued: a new one, confirmed by the customer's approval, which the contractor confirms within a term (4.3.3). */
export const drawActOfParts = () =>
  issue(
    ({ context, event }) => {
      const lines = event.type === 'approvePart' ? pricedOf(context, event.input.parts) : [];
      const confirmed = { customer: event.at };
      return {
        kind: 'completion-act',
        amount: totalOf(lines),
        lines,
        confirmed,
        ...particularsOf(context.submission),
        ...signingTerm(context, event),
      };
    },
    ['customer', 'contractor'],
  );

/** Has the act of work issued that was accepted at the price of a settled claim, for both to confirm within a term. */
export const drawActOfClaim = () =>
  issue(({ context: { submission, ...context }, event }) => {
    const { amount = '0', parts = [] } = submission ?? {};
    const shares =
      amount === '0'
        ? parts.map(() => 0n)
        : shareOut(
            BigInt(amount),
            parts.map((each) => BigInt(each.amount)),
          );
    const lines = parts.map((part, index) => ({ ...part, amount: String(shares[index]) }));
    return { kind: 'completion-act', amount, lines, ...particularsOf(submission), ...signingTerm({ ...context, submission }, event) };
  });

/** Informs the current signing of an act in the task. */
export const tellSigning = (type: 'confirm' | 'replace') =>
  effect('sendToLife', ({ context, event }) => ({
    to: context.signing ?? '',
    type,
    input: type === 'confirm' ? { party: event.by, account: event.actor, at: event.at } : {},
  }));

/** Asks the customer for money through the provider: to be kept before the work, or for what is due. */
export const askForMoney = (purpose: 'funding' | 'settling') => [
  count('payment'),
  'namePayment' as const,
  effect('startChild', ({ context, event }) => ({
    child: childOf(context, 'payment'),
    type: 'ask',
    by: 'platform',
    input: {
      parent: lifeOf(context),
      ...people(context),
      ...(purpose === 'funding'
        ? {
            amount: context.work.price,
            mode: context.terms.funding === 'prepaid' ? 'prepay' : 'hold',
            payBy: workingDays(event, context.terms.fundWorkingDays),
            reminders: [],
          }
        : {
            // What is in dispute stays with the customer until it is decided.
            amount: String(undisputed(context)),
            mode: 'charge',
            payBy: movedOrSet(context, context.deadlines.payBy ?? event.at),
            reminders: (context.deadlines.payReminders ?? []).map((each) => movedOrSet(context, each)),
          }),
    },
  })),
];

/** Instructs the payment about the money that the provider holds. */
export const capture = () => [
  'sendCapture' as const,
  effect('sendToLife', ({ context }) => ({ to: context.funds?.payment ?? '', type: 'capture', input: { amount: context.underWay } })),
];
export const release = () => effect('sendToLife', ({ context }) => ({ to: context.funds?.payment ?? '', type: 'release', input: {} }));

/** The payer's bank took back what the payout is of: it is not to be paid out. */
export const stopPayout = () =>
  effect('sendToLife', ({ context, event }) => ({
    to: context.payout ?? '',
    type: 'stop',
    input: event.type === 'paymentTakenBack' ? { amount: event.input.owed, inAll: event.input.inAll } : { amount: '0' },
  }));
/** The same if no payout can process it, because none has begun or it has ended. The payment is informed for its books. */
export const notPaidOut = () =>
  effect('sendToLife', ({ context, event }) => {
    const ofStopped = event.type === 'payoutStopped' ? takenOfLeft(event.input, context.takenOfPayout) : '0';
    return {
      to: context.source ?? '',
      type: 'notPaidOut',
      input: { amount: event.type === 'paymentTakenBack' ? event.input.owed : ofStopped },
    };
  });

/** What of the money under way pays for work. What is paid first pays for that, and not for the cost of leaving. */
const incomeOf = (scope: Scope): bigint => {
  const { underWay, paid, owedBeside = '0' } = scope.context;
  return least(BigInt(underWay), atLeastZero(paidWork(scope) - BigInt(owedBeside) - BigInt(paid)));
};

/** Sends on to the contractor what was captured. */
export const payOut = () => [
  count('payout'),
  'namePayout' as const,
  effect('startChild', ({ context, event }) => ({
    child: childOf(context, 'payout'),
    type: 'ask',
    by: 'platform',
    input: {
      parent: lifeOf(context),
      contractor: context.contractor,
      amount: context.underWay,
      income: String(incomeOf({ context, event })),
      ...(context.customer !== undefined && { payer: context.customer }),
      ...(context.source !== undefined && { payment: context.source }),
    },
  })),
];

/**
 * The operator's fee (3.2, 5.1), a debt of the customer alone, however the deal ends: of what is to be paid for work since the last one. That is
 * accepted work, and what is admitted, agreed or decided of its price or for the ending. Costs of leaving, damages and penalties pay for no work.
 */
export const chargeFee = () => [
  count('fee'),
  effect('startChild', (scope) => {
    const { context } = scope;
    const { fee } = context.terms;
    return {
      child: childOf(context, 'fee'),
      type: 'charge',
      by: 'platform',
      input: {
        parent: lifeOf(context),
        customer: context.customer,
        // A claim may have lowered what was approved: nothing is charged twice.
        principal: String(commissionFor(BigInt(context.charged), paidWork(scope), fee)),
        terms: payTermsOf(fee),
      },
    };
  }),
  'noteCharge' as const,
];

/** A debt of one party to the other, of sums that no payment of the task settles. */
const owe = (debtor: 'customer' | 'contractor', ground: 'overpayment' | 'settlement' | 'admission', amountOf: (scope: Scope) => bigint) => [
  count('debt'),
  effect('startChild', (scope) => {
    const { context, event } = scope;
    const until = event.type === 'claimAdmitted' ? event.input.until : undefined;
    return debtCreation(lifeOf(context), context.children.debt ?? 0, {
      about: lifeOf(context),
      ...people(context),
      debtor,
      creditor: debtor === 'customer' ? 'contractor' : 'customer',
      amount: String(amountOf(scope)),
      ground,
      ...(until !== undefined && { dueOn: until }),
      terms: context.terms.debt,
    });
  }),
];
/** What was paid beyond what is due in the end. */
export const oweOverpayment = () => owe('contractor', 'overpayment', ({ context }) => -remainder(context));
/** What was paid of a price that a claim lowered. */
export const owePaidBack = () => owe('contractor', 'overpayment', paidBack);
/** What a claim brought once the task had ended. */
export const oweClaimed = () => owe('customer', 'settlement', changeOfDue);

/** The admitted part of a price during the deal. It is no debt if it was paid in advance, or money is kept for it. */
export const oweAdmitted = enqueueActions<TaskContext, TaskEvent, undefined, TaskEvent, never, never, never, never, never>(
  ({ context, event, enqueue }) => {
    const owed = owedByAdmission({ context, event });
    if (owed === 0n) return;
    for (const order of owe('customer', 'admission', owedByAdmission)) enqueue(order as never);
    // The task pays that much less.
    enqueue.assign({ owedBeside: sum(context.owedBeside ?? '0', String(owed)) });
  },
);

/** Lets both parties say how it was, once the task is closed. */
export const openReview = () => [
  count('review'),
  effect('startChild', ({ context, event }) => ({
    child: childOf(context, 'review'),
    type: 'open',
    by: 'platform',
    input: {
      parent: lifeOf(context),
      ...people(context),
      closesAt: hoursAfter(event.at, context.terms.reviewDays * 24),
      terms: context.terms.review,
    },
  })),
];

/** Begins the mandatory pre-trial step (9.1): the claimant is who asks. */
export const beginDispute = () => [
  count('dispute'),
  'openClaim' as const,
  effect('startChild', ({ context, event }) => {
    if (event.type !== 'claim') throw new Error(`a dispute begins by a claim, not by ${event.type}`);
    return disputeCreation(lifeOf(context), context.children.dispute ?? 0, { ...people(context), claimant: sideOf(event), ...event.input });
  }),
];
