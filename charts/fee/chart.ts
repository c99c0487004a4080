/** The law of the operator's fee: a debt of the customer (3.2, 5.1), with a penalty for paying late (6.3). The contractor owes nothing (3.3). */
import { setup } from 'xstate';
import { sum, tiynOf } from '../../rules/money.ts';
import type { Debt, DebtBalance } from '../../rules/penalty.ts';
import { balanceOf, capReachedOn } from '../../rules/penalty.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { addCalendarDays, addWorkingDays, civilDate, endOfDay, workingDaysAfter } from '../../rules/working-days.ts';
import type { Booking } from '../effects.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, isConfirmedByAnother, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import type { Happened, NoticeFacts } from '../life-type.ts';
import { openedAt, openReminder, waitsForPeople } from '../open-ends.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { FeeTemplate } from './messages.ts';
import type { FeeContext, FeeEvent } from './types.ts';

/** The fee as the rule of its penalty reads it. */
export const debtOf = ({ principal, dueOn, payments, writtenOffOn, terms, withheld }: FeeContext): Debt => ({
  principal: BigInt(principal),
  dueOn,
  payments: payments.map(({ on, amount }) => ({ on, amount: BigInt(amount) })),
  writtenOffOn,
  // No penalty runs before the customer could know of the debt and where to pay it.
  terms: withheld === undefined ? terms.penalty : { ...terms.penalty, perDayBasisPoints: 0 },
});

type Scope = { context: FeeContext; event: FeeEvent };

/** The fee with the payment from the event. */
const withPayment = ({ context, event }: Scope): FeeContext =>
  event.type === 'recordPayment'
    ? { ...context, payments: [...context.payments, { on: event.input.paidOn, amount: event.input.amount }] }
    : context;

/** The balance of the fee on the day of an event, including its payment. */
const after = (scope: Scope): DebtBalance => balanceOf(debtOf(withPayment(scope)), civilDate(scope.event.at));
const owed = ({ principalOwed, penaltyOwed }: DebtBalance): bigint => principalOwed + penaltyOwed;

/**
 * What a notice of the fee says: the charge (what is left of it, when it is sent again), or what a payment brought, and what was owed on the day that it
 * names. That is the latest day of a payment, the day whose penalty reached the cap, the day of a reminder, or the last day to pay in time.
 */
export function factsOf(context: FeeContext, template: string, { before, event }: Happened<FeeContext, FeeEvent>): NoticeFacts {
  const debt = debtOf(context);
  const today = civilDate(event.at);
  const { payments } = context;
  const isPayment = template === 'fee-payment' || template === 'fee-paid';
  // A payment that is recorded late has an earlier day than one before it.
  const paidOn = isPayment
    ? payments
        .map(({ on }) => on)
        .sort()
        .at(-1)
    : undefined;
  const capped = template === 'fee-capped' ? capReachedOn(debt) : undefined;
  const day = paidOn ?? capped ?? (template === 'fee-still-owed' ? today : context.dueOn);
  const balance = balanceOf(debt, day);
  const sums: Partial<Record<FeeTemplate, string | undefined>> = {
    'fee-charged': String(balance.principalOwed),
    'fee-payment': payments.at(-1)?.amount,
    'fee-paid': payments.reduce((all, { amount }) => sum(all, amount), '0'),
    // Before the first event there is no fee to compute.
    ...(event.type === 'writeOff' && { 'fee-written-off': String(owed(balanceOf(debtOf(before), today))) }),
  };
  return { sum: sums[template as FeeTemplate] ?? context.principal, rest: String(owed(balance)), day };
}

/** The beginning of the day on which the penalty reaches the cap. */
function capBy(context: FeeContext): string | undefined {
  const day = capReachedOn(debtOf(context));
  return day === undefined ? undefined : endOfDay(addCalendarDays(day, -1));
}

const BANK = 'bank/operator';
const receivable = ({ customer }: FeeContext): string => `receivable/${customer}`;

/** Adjusts the books to the accrued penalty. A payment recorded late may reduce it. */
function accrual(context: FeeContext, { penalty }: DebtBalance): Booking[] {
  const more = penalty - BigInt(context.booked);
  const accounts = { debit: receivable(context), credit: 'income/penalty' };
  if (more > 0n) return [{ ...accounts, amount: String(more), code: 'fee-penalty' }];
  if (more < 0n) return [{ debit: accounts.credit, credit: accounts.debit, amount: String(-more), code: 'fee-penalty-reversed' }];
  return [];
}

/** The fee after its notice was sent on a day. Its term is never shorter than the original one. */
function noticed(context: FeeContext, on: string, calendar: Calendar): Partial<FeeContext> {
  const end = addWorkingDays(on, context.terms.payWorkingDays, calendar);
  const dueOn = end > context.dueOn ? end : context.dueOn;
  const fee = { ...context, dueOn, withheld: undefined };
  return { dueOn, withheld: undefined, deadlines: { ...context.deadlines, dueBy: endOfDay(dueOn), capBy: capBy(fee) } };
}

const blank = { payments: [], booked: '0', deadlines: {} } satisfies Partial<FeeContext>;

const { begin, change, on, when } = contextOf<FeeContext, FeeEvent, typeof blank>();
const { book, effect, notify, ordered } = ordersOf<Scope, 'customer' | 'operator', FeeTemplate>();

const fee = setup({
  types: { context: {} as FeeContext, events: {} as FeeEvent, input: {} as Partial<FeeContext> },
  guards: {
    by: speaksFor,
    confirmedByAnother: isConfirmedByAnother,
    nothingIsCharged: when('charge', ({ event }) => tiynOf(event.input.principal) === 0n),
    paymentDayHasCome: when('recordPayment', ({ event: { at, input } }) => input.paidOn <= civilDate(at)),
    amountIsOwed: when('recordPayment', (scope) => BigInt(scope.event.input.amount) > 0n && after(scope).excess === 0n),
    isNoticed: ({ context }) => context.noticedOn !== undefined,
    /** The notice was sent so early that the term which runs from it has passed when that is known. */
    termIsOver: ({ context: { noticedOn, dueOn }, event: { at } }) => noticedOn !== undefined && civilDate(at) > dueOn,
    settlesAll: (scope) => owed(after(scope)) === 0n,
    capStays: (scope) => after(scope).cappedOn !== undefined,
  },
  delays: {
    feeReminder: ({ context, event }) => next(context.deadlines?.reminders, event.at),
    dueBy: ({ context }) => due(context.deadlines?.dueBy),
    capBy: ({ context }) => due(context.deadlines?.capBy),
    openReminder,
  },
  actions: {
    /** What is known late of the notice opens nothing later than the term has ended. */
    noteOpen: change(({ context: { dueOn }, event }) => (event.type === 'noticeSent' ? { openSince: endOfDay(dueOn) } : openedAt(event))),
    bind: begin('charge', ({ at, input: { calendar, ...input } }) => {
      const reminders = input.terms.reminderWorkingDays.map((days) => workingDaysAfter(at, days, calendar));
      return { ...input, deadlines: { reminders, dueBy: endOfDay(input.dueOn), capBy: capBy({ ...blank, ...input }) } };
    }),
    keepPayment: change((scope) => {
      const paid = withPayment(scope);
      const { payments, deadlines } = paid;
      return { payments, booked: String(after(scope).penalty), deadlines: { ...deadlines, capBy: capBy(paid) } };
    }),
    ask: change(() => ({ withheld: 'asked' as const })),
    keepNoticed: on('noticeSent', ({ context, event: { input } }) => ({
      ...noticed(context, input.on, input.calendar),
      noticedOn: input.on,
    })),
    withhold: on('noticeNotSent', ({ event }) => ({ withheld: event.input.reason })),
    /** The term begins once more with the new notice. */
    chargeAgain: on('sendAgain', ({ context, event: { at, input } }) => {
      const term = noticed(context, civilDate(at), input.calendar);
      const reminders = context.terms.reminderWorkingDays.map((days) => workingDaysAfter(at, days, input.calendar));
      return { ...term, deadlines: { ...term.deadlines, reminders } };
    }),
    keepWriteOff: change((scope) => ({ booked: String(after(scope).penalty), writtenOffOn: civilDate(scope.event.at) })),
    ...ordered('book', 'notify', 'askNotice'),
  },
});

const bookCharge = book(({ context, event }) =>
  event.type === 'charge' ? [{ debit: receivable(context), credit: 'income/fee', amount: context.principal, code: 'fee-charged' }] : [],
);
/** The postings of an event are computed from the context before it. */
const bookPayment = book((scope) => {
  const { context, event } = scope;
  if (event.type !== 'recordPayment') return [];
  const { amount } = event.input;
  return [...accrual(context, after(scope)), { debit: BANK, credit: receivable(context), amount, code: 'fee-paid' }];
});
const bookWriteOff = book((scope) => {
  const balance = after(scope);
  const loss = { debit: 'loss/fee', credit: receivable(scope.context), amount: String(owed(balance)), code: 'fee-written-off' };
  return [...accrual(scope.context, balance), loss];
});

/** The finance staff record what came to the operator's account; more than is owed is refused. */
const payment = <const Target extends string | undefined>(target: Target, template: FeeTemplate, ...checks: string[]) =>
  command('operator', '5.1', {
    check: ['paymentDayHasCome', 'amountIsOwed', ...checks],
    ...(target !== undefined && { target }),
    actions: [bookPayment, 'keepPayment' as const, notify('customer', template)],
  });
const writeOff = () =>
  command('operator', 'platform', {
    proposed: true,
    target: 'writtenOff',
    actions: [bookWriteOff, 'keepWriteOff' as const, notify('customer', 'fee-written-off')],
  });

/** The staff record what came: a customer who has paid is reminded no more once they have. */
const feeReminder = () => reminder('6.3', { actions: [notify('customer', 'fee-still-owed')] });

export const feeChart = fee.createMachine({
  id: 'fee',
  context: unbegun<FeeContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        charge: [
          answer({ check: 'nothingIsCharged', calendar: true, target: 'paid', actions: ['bind'] }),
          answer({ calendar: true, target: 'due', actions: ['bind', bookCharge, notify('customer', 'fee-charged')] }),
        ],
      },
    },
    due: {
      always: { guard: 'termIsOver', target: 'overdue', actions: [notify('customer', 'fee-overdue')] },
      on: { recordPayment: [payment('paid', 'fee-paid', 'settlesAll'), payment('due', 'fee-payment')], writeOff: writeOff() },
      after: {
        feeReminder: reminder('5.1', { actions: [notify('customer', 'fee-reminder')] }),
        dueBy: [
          timeout('6.3', { guard: 'isNoticed', target: 'overdue', actions: [notify('customer', 'fee-overdue')] }),
          timeout('5.1', { target: 'unnoticed', actions: ['ask', effect('askNotice', { template: 'fee-charged' })] }),
        ],
      },
    },
    // The debt is overdue only if the customer could know of it and where to pay (R11).
    unnoticed: {
      initial: 'asked',
      on: { recordPayment: [payment('paid', 'fee-paid', 'settlesAll'), payment(undefined, 'fee-payment')], writeOff: writeOff() },
      states: {
        asked: {
          meta: openEnded('6.3', 'platform'),
          on: {
            noticeSent: answer({ calendar: true, target: '#fee.due', actions: ['keepNoticed'] }),
            noticeNotSent: answer({ target: 'withheld', actions: ['withhold', notify('operator', 'fee-withheld')] }),
          },
        },
        withheld: {
          meta: openEnded('6.3', 'staff'),
          on: {
            sendAgain: command('operator', '5.1', {
              duty: 'sendAgain',
              calendar: true,
              target: '#fee.due',
              actions: ['chargeAgain', notify('customer', 'fee-charged')],
            }),
          },
        },
      },
    },
    overdue: {
      ...waitsForPeople('6.3'),
      on: { recordPayment: [payment('paid', 'fee-paid', 'settlesAll'), payment('overdue', 'fee-payment')], writeOff: writeOff() },
      after: {
        openReminder: feeReminder(),
        capBy: timeout('6.3', { target: 'capped', actions: [notify('customer', 'fee-capped')] }),
      },
    },
    capped: {
      ...waitsForPeople('6.3'),
      on: {
        recordPayment: [
          payment('paid', 'fee-paid', 'settlesAll'),
          payment('capped', 'fee-payment', 'capStays'),
          // A payment that is recorded late may reduce a penalty that had reached its cap.
          payment('overdue', 'fee-payment'),
        ],
        writeOff: writeOff(),
      },
      after: { openReminder: feeReminder() },
    },
    paid: { type: 'final' },
    writtenOff: { type: 'final' },
  },
});
