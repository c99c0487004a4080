/**
 * The law of an invoice: what a customer owes the operator for a month (3.2, 5.1), with a penalty for paying late (6.3). The fees of the month are its
 * lines, and it alone has a term: it is what the customer is sent, pays and is late with. The term runs from the day of sending, so nothing runs before.
 * Access is given on the terms of payment (3.2): while its fee is overdue, the customer is warned and later posts no new tasks.
 */
import { setup } from 'xstate';
import { isSumBetween, less, tiynOf } from '../../rules/money.ts';
import { balanceOf } from '../../rules/penalty.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { addCalendarDays, addWorkingDays, civilDate, endOfDay, workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import { answer, calendarOf, command, due, dueOf, isConfirmedByAnother, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { openedAt, openReminder, waitsForPeople } from '../open-ends.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { Scope } from './balance.ts';
import {
  after,
  bookedAtDrawing,
  bookedByClaim,
  bookedByCredit,
  bookedByPayment,
  bookedByTakenBack,
  bookedByWriteOff,
  capBy,
  debtOf,
  owedOf,
  totalOf,
  withChange,
} from './balance.ts';
import type { InvoiceTemplate } from './messages.ts';
import type { InvoiceContext, InvoiceEvent } from './types.ts';

/** Whether it is a civil date, and no later than another. Lives that order this event are not validated before. */
const isDateUntil = (date: unknown, last: string): boolean => typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) && date <= last;

/** The later of two days, or of two moments. */
const later = (one: string, other: string): string => (one > other ? one : other);

/** The term that runs from a day of sending. It is never shorter than the one that the paper names. */
function sent(context: InvoiceContext, on: string, at: string, calendar: Calendar): Partial<InvoiceContext> {
  const { payWorkingDays, reminderWorkingDays } = context.terms;
  const dueOn = later(addWorkingDays(on, payWorkingDays, calendar), context.dueOn);
  const own = { sentOn: on, dueOn, withheld: undefined };
  const reminders = reminderWorkingDays.map((days) => workingDaysAfter(at, days, calendar));
  const warnBy = later(endOfDay(addWorkingDays(dueOn, context.limitTerms.warningAfter, calendar)), at);
  return { ...own, deadlines: { reminders, dueBy: endOfDay(dueOn), capBy: capBy({ ...context, ...own }), warnBy } };
}

/** The first day without new tasks: the day after the whole notice. */
const limitedFrom = (on: string, { limitTerms }: InvoiceContext, calendar: Calendar): string =>
  addCalendarDays(addWorkingDays(on, limitTerms.notice, calendar), 1);

/** Whether a limit that has begun ends with so much of the fee owed. */
const endsLimit = ({ limit }: InvoiceContext, principalOwed: bigint): true | undefined =>
  limit?.begun && principalOwed === 0n ? true : undefined;

const blank = { payments: [], credits: [], claims: [], booked: '0', deadlines: {} } satisfies Partial<InvoiceContext>;

const MONEY_EVENTS = ['recordPayment', 'paymentCame', 'paymentCaptured'] as const;

/** What is owed at the end of the day on which the customer asks to pay by card. */
const toPayByCard = ({ context, event }: Scope): bigint => owedOf(balanceOf(debtOf(context), civilDate(event.at)));

/** `limited`: the customer, if the event has ended a limit of new tasks. */
export type Reader = 'customer' | 'operator' | 'limited';

const { begin, change, on, when } = contextOf<InvoiceContext, InvoiceEvent, typeof blank>();
const { book, effect, notify, ordered } = ordersOf<Scope, Reader, InvoiceTemplate>();

const invoice = setup({
  types: { context: {} as InvoiceContext, events: {} as InvoiceEvent, input: {} as Partial<InvoiceContext> },
  guards: {
    by: speaksFor,
    confirmedByAnother: isConfirmedByAnother,
    advanceCoversAll: when('draw', ({ event: { input } }) => tiynOf(input.advance) === tiynOf(input.principal)),
    somethingIsCharged: when('draw', ({ event: { input } }) => {
      const principal = tiynOf(input.principal) ?? 0n;
      return principal > 0n && isSumBetween(input.advance, 0n, principal);
    }),
    paymentDayHasCome: when([...MONEY_EVENTS], ({ event: { at, input } }) => isDateUntil(input.paidOn, civilDate(at))),
    amountIsPaid: when([...MONEY_EVENTS], ({ event: { input } }) => (tiynOf(input.amount) ?? 0n) > 0n),
    amountIsCharged: when('credit', ({ context: { principal, credits }, event: { input } }) => {
      const amount = tiynOf(input.amount);
      return amount !== undefined && amount > 0n && amount <= BigInt(principal) - BigInt(totalOf(credits));
    }),
    noPageIsOpen: ({ context: { card } }) => card === undefined,
    pageIsOpen: ({ context: { card } }) => card !== undefined,
    sumIsSmall: (scope) => {
      const { event } = scope;
      const most = event.type === 'pay' ? event.input.terms?.most : undefined;
      return most !== undefined && toPayByCard(scope) <= BigInt(most);
    },
    isOfThisPage: ({ context: { card }, event: { input } }) => 'child' in input && input.child === card?.payment,
    isWatched: ({ context: { watched = [] }, event: { input } }) => 'child' in input && watched.includes(input.child),
    somethingIsTaken: when('paymentTakenBack', ({ event: { input } }) => (tiynOf(input.owed) ?? 0n) > 0n),
    noBankMayTakeBack: ({ context: { card, watched = [] } }) => card === undefined && watched.length === 0,
    bankMayTakeBack: ({ context: { watched = [] } }) => watched.length > 0,
    isWrittenOff: ({ context }) => context.writtenOffOn !== undefined,
    isCredited: ({ context }) => debtOf(context).principal === 0n,
    creditsAll: (scope) => debtOf(withChange(scope)).principal === 0n,
    someIsPaid: ({ context }) => context.payments.length > 0,
    /** The invoice was sent so early that its term has passed when that is known. */
    termIsOver: ({ context: { sentOn, dueOn }, event: { at } }) => sentOn !== undefined && civilDate(at) > dueOn,
    settlesAll: (scope) => owedOf(after(scope)) === 0n,
    capIsReached: (scope) => after(scope).cappedOn !== undefined,
    warningFailed: ({ context }) => context.unwarned === true,
    penaltyIsOwed: (scope) => after(scope).penaltyOwed > 0n,
  },
  delays: {
    invoiceReminder: ({ context, event }) => next(context.deadlines?.reminders, event.at),
    dueBy: ({ context }) => due(context.deadlines?.dueBy),
    capBy: ({ context }) => due(context.deadlines?.capBy),
    warnBy: ({ context }) => due(context.deadlines?.warnBy),
    limitBy: ({ context: { limit } }) =>
      due(limit?.toldOn === undefined || limit.begun ? undefined : endOfDay(addCalendarDays(limit.from, -1))),
    openReminder,
  },
  actions: {
    /** What is known late of the sending opens nothing later than the term has ended. */
    noteOpen: change(({ context: { dueOn }, event }) => (event.type === 'noticeSent' ? { openSince: endOfDay(dueOn) } : openedAt(event))),
    bind: begin('draw', ({ at, input: { calendar, ...input } }) => {
      const drawnOn = civilDate(at);
      const payments = input.advance === '0' ? [] : [{ on: drawnOn, amount: input.advance }];
      return { ...input, drawnOn, payments, dueOn: addWorkingDays(drawnOn, input.terms.payWorkingDays, calendar) };
    }),
    keepSent: on('noticeSent', ({ context, event: { at, input } }) => sent(context, input.on, at, input.calendar)),
    withhold: on('noticeNotSent', ({ event }) => ({ withheld: event.input.reason })),
    drawAgain: on('sendAgain', ({ context, event: { at, input } }) => {
      const end = addWorkingDays(civilDate(at), context.terms.payWorkingDays, input.calendar);
      return { withheld: undefined, dueOn: later(end, context.dueOn) };
    }),
    keepChange: change((scope) => {
      const changed = withChange(scope);
      const { payments, credits, deadlines, sentOn, passedOn = '0' } = changed;
      const { penalty, principalOwed, excess } = after(scope);
      return {
        ...{ payments, credits, booked: String(penalty) },
        ...(excess > BigInt(passedOn) ? { passedOn: String(excess) } : changed.passedOn !== undefined && { passedOn }),
        ...(sentOn !== undefined && { deadlines: { ...deadlines, capBy: capBy(changed) } }),
        // Access is given for the fee (3.2). A penalty that is left is claimed, and limits nothing.
        ...(principalOwed === 0n && {
          ...{ limit: undefined, unwarned: undefined },
          deadlines: { ...deadlines, capBy: capBy(changed), warnBy: undefined },
        }),
        limitEnded: endsLimit(changed, principalOwed),
      };
    }),
    keepClaim: change((scope) => {
      const { penalty, penaltyOwed } = after(scope);
      const claim = { on: civilDate(scope.event.at), amount: String(penaltyOwed) };
      return { booked: String(penalty), claims: [...scope.context.claims, claim] };
    }),
    keepWriteOff: change((scope) => ({
      ...{ booked: String(after(scope).penalty), writtenOffOn: civilDate(scope.event.at) },
      ...{ limit: undefined, limitEnded: endsLimit(scope.context, 0n) },
    })),
    /** A warning that is late moves the day by its sending. */
    keepWarning: change(({ context, event }) => ({
      limit: { from: limitedFrom(civilDate(dueOf(event) ?? event.at), context, calendarOf(event)) },
      unwarned: undefined,
      deadlines: { ...context.deadlines, warnBy: undefined },
    })),
    /** The notice runs from its sending. It is never shorter than the one that the letter names. */
    keepWarned: on('noticeSent', ({ context, event: { input } }) => {
      const { limit } = context;
      if (limit === undefined) return {};
      const from = limitedFrom(input.on, context, input.calendar);
      return { limit: { ...limit, from: later(from, limit.from), toldOn: input.on } };
    }),
    /** The fee is owed again, and the customer is warned of it anew. */
    warnAnew: change(({ context: { sentOn, dueOn, limit, limitTerms, deadlines }, event }) => {
      if (sentOn === undefined || limit !== undefined) return {};
      const warnBy = later(endOfDay(addWorkingDays(dueOn, limitTerms.warningAfter, calendarOf(event))), event.at);
      return { deadlines: { ...deadlines, warnBy } };
    }),
    dropWarning: change(() => ({ limit: undefined, unwarned: true })),
    beginLimit: change(({ context: { limit } }) => (limit === undefined ? {} : { limit: { ...limit, begun: true } })),
    /** Whoever contests in good faith is not limited meanwhile. Objections that were answered lift nothing a second time. */
    liftLimit: change(({ context: { limit, upheld } }) => (limit === undefined || upheld ? {} : { limit: { ...limit, begun: undefined } })),
    keepUpheld: change(({ context: { deadlines }, event: { at } }) => ({
      upheld: true,
      ...(deadlines.warnBy !== undefined && { deadlines: { ...deadlines, warnBy: later(deadlines.warnBy, at) } }),
    })),
    openPage: change((scope) => {
      const { id, asked = 0 } = scope.context;
      const payment = `payment${id.slice(id.indexOf('/'))}/${asked + 1}`;
      return { asked: asked + 1, card: { payment, amount: String(toPayByCard(scope)), payBy: endOfDay(civilDate(scope.event.at)) } };
    }),
    closePage: change(() => ({ card: undefined })),
    watch: on('paymentCaptured', ({ context: { card, watched = [] }, event: { input } }) => ({
      watched: [...watched, input.child],
      ...(card?.payment === input.child && { card: undefined }),
    })),
    watchNoMore: on('paymentSettled', ({ context: { watched = [] }, event: { input } }) => ({
      watched: watched.filter((each) => each !== input.child),
    })),
    ...ordered('book', 'notify', 'askNotice', 'issuePaper', 'askTaxInvoice', 'startChild', 'sendToLife'),
  },
});

/** Both papers of the month, and the letter. When the letter was sent is asked: the term runs from that day. */
const send = () =>
  [
    effect('issuePaper', { kind: 'invoice', confirmed: {} }),
    notify('customer', 'invoice-sent'),
    effect('askNotice', { template: 'invoice-sent' }),
  ] as const;
/** The act of services, and what the State is told of them. */
const drawAct = () =>
  [
    effect('issuePaper', { kind: 'service-act', confirmed: {} }),
    effect('askTaxInvoice', ({ context: { number, principal } }) => ({ nth: 1, paper: number, amount: principal })),
  ] as const;

const tellLimitEnded = notify('limited', 'invoice-limit-ended');

const received = <const Target extends string | undefined>(target: Target, template: InvoiceTemplate) => ({
  ...(target !== undefined && { target }),
  actions: [book(bookedByPayment), 'keepChange' as const, notify('customer', template), tellLimitEnded],
});
const MONEY = ['paymentDayHasCome', 'amountIsPaid'];

type Way = { target?: string; check?: string; template: InvoiceTemplate };

/** What comes to the operator's account: the finance staff record it, or the bank's statement names it. What is paid too much is kept for the next invoice. */
function money(...ways: Way[]) {
  return {
    recordPayment: ways.map(({ target, check = [], template }) =>
      command('operator', '5.1', { check: [...MONEY, check].flat(), ...received(target, template) }),
    ),
    paymentCame: ways.map(({ target, check = [], template }) => answer({ check: [...MONEY, check].flat(), ...received(target, template) })),
  };
}
const PAID = { target: '#invoice.over', check: 'settlesAll', template: 'invoice-paid' } as const;
const CAPPED = [
  PAID,
  { target: '#invoice.capped', check: 'capIsReached', template: 'invoice-payment' },
  // A payment that is known late, or a credit, may reduce a penalty that had reached its cap.
  { target: '#invoice.overdue', template: 'invoice-payment' },
] as const;

/** Nothing came of a page: the invoice is as it was. Called off or paid back, the customer needs no letter: another payment came. */
const unpaidPage = (target?: string) => {
  const closed = (...actions: ReturnType<typeof notify>[]) =>
    answer({ check: 'isOfThisPage', ...(target !== undefined && { target }), actions: ['closePage' as const, ...actions] });
  const told = target === undefined ? [notify('customer', 'invoice-card-unpaid')] : [];
  return { paymentFailed: closed(...told), paymentExpired: closed(...told), paymentCancelled: closed(), paymentRefunded: closed() };
};
/** The same of a payment by card, which the provider has. A bank may take it back for long. */
const cardPays = (...ways: Way[]) => ({
  paymentCaptured: ways.map(({ target, check = [], template }) => {
    const { actions, ...own } = received(target, template);
    return answer({ check: [...MONEY, check].flat(), ...own, actions: [...actions, 'watch' as const] });
  }),
});
const bankTakesBack = (...ways: { target?: string; check?: string }[]) => ({
  paymentTakenBack: ways.map(({ target, check = [] }) =>
    answer({
      calendar: true,
      check: ['isWatched', 'somethingIsTaken', check].flat(),
      ...(target !== undefined && { target }),
      actions: [
        book(bookedByTakenBack),
        'keepChange' as const,
        'warnAnew' as const,
        // The payment has it as taken and not known whose: it was paid to nobody else.
        effect('sendToLife', ({ event: { input } }) => ({
          to: 'child' in input ? input.child : '',
          type: 'notPaidOut',
          input: { amount: 'owed' in input ? input.owed : '0', child: 'child' in input ? input.child : '' },
        })),
        notify('customer', 'invoice-taken-back'),
        notify('operator', 'invoice-taken-back-staff'),
      ],
    }),
  ),
});
const bankIsTooLate = (target?: string) => ({
  paymentSettled: answer({ check: 'isWatched', ...(target !== undefined && { target }), actions: ['watchNoMore' as const] }),
});

/** The customer pays all that is left by card, through the provider. Nothing counts before the provider has the money. */
const payByCard = () => ({
  pay: command('customer', '5.1', {
    guard: 'noPageIsOpen',
    check: 'sumIsSmall',
    actions: [
      'openPage' as const,
      effect('startChild', ({ context: { id, customer = '', card } }) => ({
        ...{ child: card?.payment ?? '', type: 'ask', by: 'platform' },
        input: { parent: id, customer, amount: card?.amount ?? '0', mode: 'charge', payBy: card?.payBy ?? '', reminders: [] },
      })),
    ],
  }),
});

const credited = (target: string | undefined, ...check: string[]) =>
  command('operator', '3.2', {
    proposed: true,
    check: ['amountIsCharged', ...check],
    ...(target !== undefined && { target }),
    actions: [
      book(bookedByCredit),
      'keepChange' as const,
      effect('issuePaper', ({ context: { credits }, event }) => ({
        ...{ kind: 'credit-note', confirmed: {}, nth: credits.length },
        before: less(totalOf(credits), event.type === 'credit' ? event.input.amount : '0'),
      })),
      effect('askTaxInvoice', ({ context: { number, credits }, event }) => ({
        ...{ nth: credits.length + 1, paper: `${number}/${credits.length}` },
        amount: event.type === 'credit' ? `-${event.input.amount}` : '0',
      })),
      notify('customer', 'invoice-credited'),
      tellLimitEnded,
    ],
  });

/** A credit after which nothing is left of what was not paid before, and one after which something is. */
const SETTLED = credited('#invoice.over', 'settlesAll');
const LOWERED = credited(undefined);

/** What two of the staff may do while anything is owed: credit all of it or a part, or forgive it. */
const relief = (...inPart: ReturnType<typeof credited>[]) => ({
  credit: [credited('#invoice.over', 'creditsAll'), ...inPart],
  // What was paid by card may be owed again, and would then be forgiven as well.
  writeOff: command('operator', 'platform', {
    proposed: true,
    check: 'noBankMayTakeBack',
    target: '#invoice.over',
    actions: [book(bookedByWriteOff), 'keepWriteOff' as const, notify('customer', 'invoice-written-off'), tellLimitEnded],
  }),
});

const dispute = () =>
  command('customer', '3.2', { target: '#invoice.disputed', actions: ['liftLimit' as const, notify('operator', 'invoice-disputed')] });
/** The term went on meanwhile: an invoice whose penalty has reached its cap is capped, and one that is late is overdue. */
const upheld = (target: string, check: string[] | string = []) =>
  command('operator', '3.2', {
    check,
    duty: 'answerDispute',
    target,
    actions: ['keepUpheld' as const, notify('customer', 'invoice-upheld')],
  });
const claimPenalty = () =>
  command('operator', '6.3', {
    check: 'penaltyIsOwed',
    actions: [
      book(bookedByClaim),
      'keepClaim' as const,
      effect('issuePaper', ({ context: { principal, credits, payments, dueOn, claims } }) => ({
        ...{ kind: 'penalty-sheet', confirmed: {}, nth: claims.length, debt: { principal, credits, payments, dueOn } },
      })),
      notify('customer', 'invoice-penalty-claimed'),
    ],
  });

/** The staff record what came: a customer who has paid is reminded no more once they have. */
const callOff = effect('sendToLife', ({ context: { card } }) => ({ to: card?.payment ?? '', type: 'callOff', input: {} }));

const stillOwed = () => reminder('6.3', { actions: [notify('customer', 'invoice-still-owed')] });

const late = () => ({ guard: 'termIsOver' as const, target: '#invoice.overdue', actions: [notify('customer', 'invoice-overdue')] });
/** When the warning was sent is asked: the notice runs from that day. Who was not reached is not limited. */
const warned = () => ({
  noticeSent: answer({ calendar: true, actions: ['keepWarned' as const] }),
  noticeNotSent: answer({ actions: ['dropWarning' as const, notify('operator', 'invoice-not-warned')] }),
});
const warn = () =>
  [
    'keepWarning' as const,
    notify('customer', 'invoice-limit-warning'),
    effect('askNotice', { template: 'invoice-limit-warning' }),
  ] as const;
/** One that was not sent is sent again by the staff: the notice runs from that day. */
const warnAgain = () => command('operator', '3.2', { guard: 'warningFailed', duty: 'warnAgain', calendar: true, actions: [...warn()] });
/** The way from an unpaid fee to the limit of new tasks: the warning, and its day. */
const limiting = () => ({
  warnBy: timeout('3.2', { calendar: true, actions: [...warn()] }),
  limitBy: timeout('3.2', { actions: ['beginLimit' as const, notify('customer', 'invoice-limited')] }),
});

/** Sent, and the term runs. */
const awaited = (...inPart: Parameters<typeof relief>) => ({
  on: {
    ...money(PAID, { target: '#invoice.partlyPaid', template: 'invoice-payment' }),
    ...relief(...inPart),
    ...payByCard(),
    ...cardPays(PAID, { target: '#invoice.partlyPaid', template: 'invoice-payment' }),
    ...unpaidPage(),
    ...bankIsTooLate(),
    dispute: dispute(),
  },
  after: {
    invoiceReminder: reminder('5.1', { actions: [notify('customer', 'invoice-reminder')] }),
    dueBy: timeout('6.3', { target: '#invoice.overdue', actions: [notify('customer', 'invoice-overdue')] }),
  },
});

const paidInPart = awaited(SETTLED, LOWERED);

export const invoiceChart = invoice.createMachine({
  id: 'invoice',
  context: unbegun<InvoiceContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        draw: [
          answer({
            check: ['somethingIsCharged', 'advanceCoversAll'],
            calendar: true,
            target: 'paid',
            actions: [
              'bind',
              book(bookedAtDrawing),
              effect('issuePaper', { kind: 'invoice', confirmed: {} }),
              ...drawAct(),
              notify('customer', 'invoice-paid'),
            ],
          }),
          answer({
            check: 'somethingIsCharged',
            calendar: true,
            target: 'drawn',
            actions: ['bind', book(bookedAtDrawing), ...send(), ...drawAct()],
          }),
        ],
      },
    },
    drawn: {
      meta: openEnded('5.1', 'platform'),
      on: {
        noticeSent: answer({ calendar: true, target: 'sent', actions: ['keepSent'] }),
        noticeNotSent: answer({ target: 'withheld', actions: ['withhold', notify('operator', 'invoice-withheld')] }),
        ...money(PAID, { template: 'invoice-payment' }),
        ...relief(SETTLED, LOWERED),
      },
    },
    // Nothing runs before the customer could know of the debt and where to pay it (R11).
    withheld: {
      meta: openEnded('6.3', 'staff'),
      on: {
        sendAgain: command('operator', '5.1', { duty: 'sendAgain', calendar: true, target: 'drawn', actions: ['drawAgain', ...send()] }),
        ...money(PAID, { template: 'invoice-payment' }),
        ...relief(SETTLED, LOWERED),
      },
    },
    sent: { ...awaited(LOWERED), always: [late(), { guard: 'someIsPaid', target: 'partlyPaid' }] },
    partlyPaid: { ...paidInPart, on: { ...paidInPart.on, ...bankTakesBack({ target: '#invoice.sent' }) }, always: [late()] },
    overdue: {
      ...waitsForPeople('6.3'),
      on: {
        ...money(PAID, { target: '#invoice.overdue', template: 'invoice-payment' }),
        ...relief(SETTLED, LOWERED),
        ...warned(),
        ...payByCard(),
        ...cardPays(PAID, { target: '#invoice.overdue', template: 'invoice-payment' }),
        ...unpaidPage(),
        ...bankTakesBack({ check: 'capIsReached', target: '#invoice.capped' }, { target: '#invoice.overdue' }),
        ...bankIsTooLate(),
        dispute: dispute(),
        claimPenalty: claimPenalty(),
        warnAgain: warnAgain(),
      },
      after: {
        ...limiting(),
        openReminder: stillOwed(),
        capBy: timeout('6.3', { target: 'capped', actions: [notify('customer', 'invoice-capped')] }),
      },
    },
    capped: {
      ...waitsForPeople('6.3'),
      on: {
        ...money(...CAPPED),
        ...relief(SETTLED, credited(undefined, 'capIsReached'), credited('#invoice.overdue')),
        ...warned(),
        ...payByCard(),
        ...cardPays(...CAPPED),
        ...unpaidPage(),
        // More is owed now than it was, so the penalty is still at its cap.
        ...bankTakesBack({}),
        ...bankIsTooLate(),
        dispute: dispute(),
        claimPenalty: claimPenalty(),
        warnAgain: warnAgain(),
      },
      after: { ...limiting(), openReminder: stillOwed() },
    },
    // The customer contests it: nobody is reminded until the staff have answered. What is credited counts as never charged, so it has borne no penalty.
    disputed: {
      meta: openEnded('3.2', 'staff'),
      on: {
        uphold: [upheld('#invoice.capped', 'capIsReached'), upheld('#invoice.sent')],
        ...warned(),
        ...money(PAID, { template: 'invoice-payment' }),
        ...relief(SETTLED, LOWERED),
        ...cardPays(PAID, { template: 'invoice-payment' }),
        ...unpaidPage(),
        ...bankTakesBack({}),
        ...bankIsTooLate(),
      },
    },
    over: {
      always: [
        { guard: 'pageIsOpen', target: 'settled', actions: [callOff] },
        { guard: 'bankMayTakeBack', target: 'settled' },
        { guard: 'isWrittenOff', target: 'writtenOff' },
        { guard: 'isCredited', target: 'credited' },
        { target: 'paid' },
      ],
    },
    // Nothing is owed. A page that was open may still bring money, and the bank of whoever paid by card may take it back.
    settled: {
      meta: openEnded('5.1', 'nothing'),
      on: {
        paymentCaptured: answer({
          check: MONEY,
          target: '#invoice.over',
          actions: [book(bookedByPayment), 'keepChange', 'watch', notify('customer', 'invoice-paid-twice')],
        }),
        ...unpaidPage('#invoice.over'),
        ...bankTakesBack({ check: 'capIsReached', target: '#invoice.capped' }, { target: '#invoice.sent' }),
        ...bankIsTooLate('#invoice.over'),
      },
    },
    paid: { type: 'final' },
    credited: { type: 'final' },
    writtenOff: { type: 'final' },
  },
});
