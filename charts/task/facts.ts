/** The sums and the day that a notice of a task names. */
import { atLeastZero, less } from '../../rules/money.ts';
import { lastDayOf } from '../../rules/working-days.ts';
import type { Happened, NoticeFacts } from '../life-type.ts';
import { hasEnded } from './claims.ts';
import { movedOrSet } from './deadlines.ts';
import type { TaskTemplate } from './messages/index.ts';
import { remainder, unpaidPrice } from './money.ts';
import type { TaskContext, TaskEvent } from './types.ts';

/** What an event names as its sum. */
const amountIn = ({ input }: TaskEvent): string | undefined => ('amount' in input ? input.amount : undefined);

/** What of a payout has arrived: the rest is withheld for social payments (3.4), and counts as paid. */
const arrived = (event: TaskEvent): string | undefined =>
  event.type === 'paidOut' ? less(event.input.amount, event.input.withheld ?? '0') : undefined;

/** What is due and not paid; of a deal that is not settled yet, what of its price is not paid. */
const unpaid = (context: TaskContext): bigint => atLeastZero(hasEnded(context) ? remainder(context) : unpaidPrice(context));

/** What the customer still has to pay: what is kept for it was paid in, and what was reported is not asked for again. */
export const toPay = (context: TaskContext): bigint =>
  atLeastZero(unpaid(context) - BigInt(context.funds?.held ?? '0') - BigInt(context.reported ?? '0'));

/** Tiyn, as decimal strings. Of a change by the event, what it changed. */
export function factsOf(context: TaskContext, template: string, { before, event }: Happened<TaskContext, TaskEvent>): NoticeFacts {
  const { work, due, paid, approved, reported, overpaid, cancellation, deadlines, funds } = context;
  const heldBefore = before.funds?.held ?? '0';
  const heldNow = funds?.payment === before.funds?.payment ? (funds?.held ?? '0') : '0';
  const rest = String(unpaid(context));
  const settled = event.type === 'claimSettled' ? event.input : undefined;
  const facts: Partial<Record<TaskTemplate, NoticeFacts>> = {
    'task-offered': { sum: work.price },
    'task-changed': { sum: work.price },
    'money-held': { sum: amountIn(event) },
    'hold-lost': { sum: less(heldBefore, heldNow) },
    'not-funded': { sum: work.price },
    'funding-again': { sum: work.price },
    'funding-still-open': { sum: work.price },
    'cancellation-proposed': { sum: cancellation?.amount },
    'contractor-resigned': { sum: due, rest },
    'task-cancelled': { sum: due, rest },
    'part-approved': { sum: less(approved, before.approved) },
    'work-approved': { sum: due, rest },
    'work-approved-by-silence': { sum: due, rest },
    'one-sided-act': { sum: due, rest },
    'payment-due': { rest: String(toPay(context)) },
    'payment-covered': { sum: due },
    'payment-reported': { sum: reported },
    'confirm-reminder': { sum: reported },
    'report-still-open': { sum: reported },
    'payment-denied': { sum: before.reported },
    'payment-confirmed': { sum: less(paid, before.paid), rest },
    'money-released': { sum: heldBefore },
    'money-captured': { sum: amountIn(event) },
    'paid-out': { sum: arrived(event) },
    'payout-refused': { sum: amountIn(event) },
    overpaid: { sum: overpaid },
    'task-closed': { sum: paid },
    'claim-made': { sum: amountIn(event) },
    'claim-settled': { sum: settled?.toContractor, rest: settled?.toCustomer },
  };
  // What follows a customer's silence is set at the end of the term to answer.
  const term = template === 'work-approved-by-silence' || template === 'one-sided-act' ? deadlines.since : payTerm(context);
  return { rest, ...facts[template as TaskTemplate], ...(term !== undefined && { day: lastDayOf(term) }) };
}

const payTerm = (context: TaskContext): string | undefined =>
  context.deadlines.payBy === undefined ? undefined : movedOrSet(context, context.deadlines.payBy);
