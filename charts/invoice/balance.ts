/** What is owed of an invoice on a day, and what its events bring to the books. */
import { atLeastZero, sum, tiynOf } from '../../rules/money.ts';
import type { Debt, DebtBalance } from '../../rules/penalty.ts';
import { balanceOf, capReachedOn } from '../../rules/penalty.ts';
import { addCalendarDays, civilDate, endOfDay } from '../../rules/working-days.ts';
import type { Booking } from '../effects.ts';
import type { Happened, NoticeFacts } from '../life-type.ts';
import type { InvoiceTemplate } from './messages.ts';
import type { InvoiceContext, InvoiceEvent, Received } from './types.ts';

export interface Scope {
  context: InvoiceContext;
  event: InvoiceEvent;
}

export const totalOf = (sums: readonly Received[]): string => sums.reduce((all, { amount }) => sum(all, amount), '0');

/** The invoice as the rule of its penalty reads it. What was credited counts as never charged. */
export const debtOf = ({ principal, dueOn, payments, credits, writtenOffOn, terms, sentOn }: InvoiceContext): Debt => ({
  principal: BigInt(principal) - BigInt(totalOf(credits)),
  dueOn,
  payments: payments.map(({ on, amount }) => ({ on, amount: BigInt(amount) })),
  writtenOffOn,
  // No penalty runs before the customer could know of the debt and where to pay it.
  terms: sentOn === undefined ? { ...terms.penalty, perDayBasisPoints: 0 } : terms.penalty,
});

/** The invoice with what its event brings: money, money that went back, or a credit. */
export function withChange({ context, event }: Scope): InvoiceContext {
  if (event.type === 'recordPayment' || event.type === 'paymentCame')
    return { ...context, payments: [...context.payments, { on: event.input.paidOn, amount: event.input.amount }] };
  if (event.type === 'paymentCaptured') {
    const { paidOn: on, amount, child: payment } = event.input;
    return { ...context, payments: [...context.payments, { on, amount, payment }] };
  }
  if (event.type === 'paymentTakenBack') return withoutTaken(context, event);
  if (event.type === 'credit')
    return { ...context, credits: [...context.credits, { on: civilDate(event.at), amount: event.input.amount }] };
  return context;
}

/**
 * The bank undid a payment, or a part of it: that was never paid, so its days bear the penalty. What it had brought to the advance stays there, because an
 * invoice may have taken it since; from the day on which the bank took it back so much is owed here instead.
 */
function withoutTaken(context: InvoiceContext, { at, input }: Extract<InvoiceEvent, { type: 'paymentTakenBack' }>): InvoiceContext {
  const taken = tiynOf(input.owed) ?? 0n;
  const payments = context.payments
    .map((each) => (each.payment === input.child ? { ...each, amount: String(atLeastZero(BigInt(each.amount) - taken)) } : each))
    .filter(({ amount }) => amount !== '0');
  const today = civilDate(at);
  const passedOn = BigInt(context.passedOn ?? '0');
  const { excess } = balanceOf(debtOf({ ...context, payments }), today);
  const short = atLeastZero(passedOn - excess);
  if (short === 0n) return { ...context, payments };
  return { ...context, passedOn: String(excess), payments: [...payments, { on: today, amount: String(-short) }] };
}

/** The balance on the day of an event, with what the event brings. */
export const after = (scope: Scope): DebtBalance => balanceOf(debtOf(withChange(scope)), civilDate(scope.event.at));
export const owedOf = ({ principalOwed, penaltyOwed }: DebtBalance): bigint => principalOwed + penaltyOwed;

/** The beginning of the day on which the penalty reaches the cap. */
export function capBy(context: InvoiceContext): string | undefined {
  const day = capReachedOn(debtOf(context));
  return day === undefined ? undefined : endOfDay(addCalendarDays(day, -1));
}

/** Of these notices the rest is that of the day of their event. */
const OF_TODAY: readonly string[] = [
  'invoice-still-owed',
  'invoice-credited',
  'invoice-upheld',
  'invoice-penalty-claimed',
  'invoice-limit-warning',
  'invoice-limited',
  'invoice-limit-ended',
  'invoice-not-warned',
  'invoice-card-unpaid',
  'invoice-taken-back',
  'invoice-taken-back-staff',
] satisfies InvoiceTemplate[];

/**
 * What a notice says: the sum of its event, and what was owed on the day that it names. That is the latest day of a payment, the day whose penalty
 * reached the cap, the day of a reminder, or the last day to pay in time. A warning names the day from which new tasks are limited.
 */
export function factsOf(context: InvoiceContext, template: string, { before, event }: Happened<InvoiceContext, InvoiceEvent>): NoticeFacts {
  const debt = debtOf(context);
  const today = civilDate(event.at);
  const isPayment = template === 'invoice-payment' || template === 'invoice-paid';
  // A payment that is recorded late has an earlier day than one before it.
  const paidOn = isPayment
    ? context.payments
        .map(({ on }) => on)
        .sort()
        .at(-1)
    : undefined;
  const capped = template === 'invoice-capped' ? capReachedOn(debt) : undefined;
  const isOfToday = OF_TODAY.includes(template);
  const day = paidOn ?? capped ?? (isOfToday ? today : context.dueOn);
  const balance = balanceOf(debt, day);
  const sums: Partial<Record<InvoiceTemplate, string | undefined>> = {
    'invoice-sent': String(balance.principalOwed),
    'invoice-payment': context.payments.at(-1)?.amount,
    'invoice-paid': totalOf(context.payments),
    'invoice-card-unpaid': before.card?.amount,
    'invoice-paid-twice': context.payments.at(-1)?.amount,
    ...(event.type === 'paymentTakenBack' && { 'invoice-taken-back': event.input.owed }),
    'invoice-credited': context.credits.at(-1)?.amount,
    'invoice-penalty-claimed': context.claims.at(-1)?.amount,
    // Before the first event there is nothing to reckon.
    ...(event.type === 'writeOff' && { 'invoice-written-off': String(owedOf(balanceOf(debtOf(before), today))) }),
  };
  const { number, limit } = context;
  const named = template === 'invoice-limit-warning' ? limit?.from : day;
  return { number, sum: sums[template as InvoiceTemplate] ?? context.principal, rest: String(owedOf(balance)), day: named };
}

const BANK = 'bank/operator';
const receivable = ({ customer }: InvoiceContext): string => `receivable/${customer}`;
/** What a customer paid beyond what was owed: the next invoice takes it. */
const advance = ({ customer }: InvoiceContext): string => `advance/${customer}`;
/** What came by card, until the invoice takes it. */
const kept = ({ id }: InvoiceContext): string => `held/${id}`;

/** Without the postings of nothing. */
const some = (postings: Booking[]): Booking[] => postings.filter(({ amount }) => amount !== '0');

/** Adjusts the books to the accrued penalty. A payment recorded late or a credit may reduce it. */
function accrual(context: InvoiceContext, penalty: bigint): Booking[] {
  const more = penalty - BigInt(context.booked);
  const accounts = { debit: receivable(context), credit: 'income/penalty' };
  if (more > 0n) return [{ ...accounts, amount: String(more), code: 'penalty' }];
  if (more < 0n) return [{ debit: accounts.credit, credit: accounts.debit, amount: String(-more), code: 'penalty-reversed' }];
  return [];
}

/** The fees were booked when they were charged; the invoice takes what was paid too much before. */
export const bookedAtDrawing = ({ event }: Scope): Booking[] =>
  event.type !== 'draw'
    ? []
    : some([
        {
          debit: `advance/${event.input.customer}`,
          credit: `receivable/${event.input.customer}`,
          amount: event.input.advance,
          code: 'advance-used',
        },
      ]);

/**
 * What was owed is paid, and the rest is an advance. It may be more than came now: a payment that is reported late may lower a penalty that was paid.
 * The postings of an event are made from the context before it.
 */
export function bookedByPayment(scope: Scope): Booking[] {
  const { context, event } = scope;
  if (event.type !== 'recordPayment' && event.type !== 'paymentCame' && event.type !== 'paymentCaptured') return [];
  const { penalty, excess } = after(scope);
  return some([
    ...accrual(context, penalty),
    { debit: sourceOf(context, event), credit: receivable(context), amount: event.input.amount, code: 'invoice-paid' },
    ...passingOn(context, excess),
  ]);
}

/** Where the money of an invoice waits: at the bank, in suspense, or at the provider, kept for the invoice. */
function sourceOf(context: InvoiceContext, event: InvoiceEvent): string {
  if (event.type === 'paymentCame') return `suspense/${event.input.inflow}`;
  return event.type === 'paymentCaptured' ? kept(context) : BANK;
}

/** What is paid beyond the invoice and was not passed on before. */
const passingOn = (context: InvoiceContext, excess: bigint): Booking[] => [
  {
    ...{ debit: receivable(context), credit: advance(context) },
    ...{ amount: String(atLeastZero(excess - BigInt(context.passedOn ?? '0'))), code: 'advance-received' },
  },
];

/** It is owed again, and goes back to where the payment finds it. */
export function bookedByTakenBack(scope: Scope): Booking[] {
  const { context, event } = scope;
  if (event.type !== 'paymentTakenBack') return [];
  const { penalty } = after(scope);
  return some([
    { debit: receivable(context), credit: kept(context), amount: String(tiynOf(event.input.owed) ?? 0n), code: 'payment-taken-back' },
    ...accrual(context, penalty),
  ]);
}

export function bookedByCredit(scope: Scope): Booking[] {
  const { context, event } = scope;
  if (event.type !== 'credit') return [];
  const { penalty, excess } = after(scope);
  return some([
    { debit: 'income/fee', credit: receivable(context), amount: event.input.amount, code: 'fee-credited' },
    ...accrual(context, penalty),
    ...passingOn(context, excess),
  ]);
}

/** A claimed penalty is income from the day of the claim. */
export const bookedByClaim = (scope: Scope): Booking[] => accrual(scope.context, after(scope).penalty);

export function bookedByWriteOff(scope: Scope): Booking[] {
  const balance = after(scope);
  const loss = { debit: 'loss/fee', credit: receivable(scope.context), amount: String(owedOf(balance)), code: 'fee-written-off' };
  return [...accrual(scope.context, balance.penalty), loss];
}
