/**
 * The law of a debt: a sum that one party owes the other in addition to the price. The parties pay directly or through the platform (5.2). An answer
 * to a report or proposal names its number. Silence changes nothing: no payment is confirmed by itself. Debts of and to the operator are booked.
 */
import { enqueueActions, setup } from 'xstate';
import { isSumBetween, least, sum, tiynOf } from '../../rules/money.ts';
import {
  addCalendarDays,
  calendarDaysAfter,
  civilDate,
  endOfDay,
  lastDayOf,
  remindersBefore,
  workingDaysAfter,
} from '../../rules/working-days.ts';
import type { Booking } from '../effects.ts';
import { ordersOf } from '../effects.ts';
import type { Party } from '../law.ts';
import {
  answer,
  command,
  due,
  isConfirmedByAnother,
  isSecondPerson,
  next,
  openEnded,
  reminder,
  STAFF,
  speaksFor,
  timeout,
} from '../law.ts';
import type { NoticeFacts } from '../life-type.ts';
import { openedAt, openReminder, waitsForPeople } from '../open-ends.ts';
import type { Stopped } from '../payout/stopped.ts';
import { leftToPay, takenOfLeft } from '../payout/stopped.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { DebtTemplate } from './messages.ts';
import { accountOf, availableOf, confirmableOf, owedOf, unanswered, unreportedOf } from './sums.ts';
import type { DebtContext, DebtEvent, DebtParty, Proposal, Report, Side, Transfer } from './types.ts';

/** Each of them may be the debtor or the creditor. */
const ANYONE: Party[] = ['customer', 'contractor', 'operator'];
/** The parties who can pay through the platform, and report a payment without a second person. For the operator two persons act. */
const USERS: Party[] = ['customer', 'contractor'];

/** Who a notice goes to. `asked` is the side that a set-off was proposed to, `proposer` the one that proposed it. */
export type Reader = Side | 'asked' | 'proposer';

const opposite = (side: Side): Side => (side === 'debtor' ? 'creditor' : 'debtor');

/** The side that an event's party acts for. The staff act for the operator. */
function sideOf({ debtor, creditor, ...bound }: DebtContext, { by, actor }: { by?: Party; actor?: string }): Side | undefined {
  if (actor === undefined || (by !== debtor && by !== creditor)) return undefined;
  const account = by === 'customer' || by === 'contractor' ? bound[by] : actor;
  if (account !== actor) return undefined;
  return by === debtor ? 'debtor' : 'creditor';
}

const openProposal = ({ proposal }: DebtContext): Proposal | undefined => (proposal?.became === undefined ? proposal : undefined);

/** The sum that an event names. */
const amountIn = ({ input }: DebtEvent): string | undefined => ('amount' in input ? input.amount : undefined);

/** The unanswered report that an event names. */
const reportIn = ({ context, event: { input } }: Scope): Report | undefined => {
  const number = 'report' in input ? input.report : undefined;
  return unanswered(context).find((report) => report.number === number);
};

/** The sum that a report names. Default: all that is left to report. */
const reportedIn = ({ context, event }: Scope): string => amountIn(event) ?? String(unreportedOf(context));
/**
 * What a creditor confirms: where no sum is named, what the report says, or all that is owed without a report. Never more than is owed then and does
 * not come through the platform.
 */
function confirmedIn(scope: Scope): string {
  const most = confirmableOf(scope.context);
  const reported = reportIn(scope)?.amount;
  return amountIn(scope.event) ?? String(reported === undefined ? most : least(BigInt(reported), most));
}

/** The midnight with which a day of the calendar begins, so many days after the due day. */
const daysAfterDue = (dueOn: string, days: number): string => endOfDay(addCalendarDays(dueOn, days - 1));

const delay =
  (name: 'dueBy' | 'answerBy') =>
  ({ context }: { context: Partial<DebtContext> }): number =>
    due(context.deadlines?.[name]);
const nextOf =
  (name: 'reminders' | 'overdueReminders' | 'answerReminders') =>
  ({ context, event }: { context: Partial<DebtContext>; event: { at?: string } }): number =>
    next(context.deadlines?.[name], event.at);

function beginPayout(context: DebtContext, more: Pick<Transfer, 'amount'>): Partial<DebtContext> {
  const children = counted(context, 'payout');
  const payment = context.transfer?.payment ?? '';
  return { children, transfer: { payment, payout: childOf({ ...context, children }, 'payout'), ...more } };
}

/** What is left of a payout that was stopped, and what the payer's bank took of it in all. */
const leftOf = ({ transfer }: DebtContext, stopped: Stopped): string => leftToPay(stopped, transfer?.taken);
const takenIn = ({ transfer }: DebtContext, stopped: Stopped): string =>
  sum(String(tiynOf(stopped.amount) ?? 0n), takenOfLeft(stopped, transfer?.taken));

const blank = { paid: '0', setOff: '0', waived: '0', reports: [], deadlines: {} } satisfies Partial<DebtContext>;

interface Scope {
  context: DebtContext;
  event: DebtEvent;
}

const { begin, change, on, when } = contextOf<DebtContext, DebtEvent, typeof blank>();
const { book: bookPostings, effect, notify, ordered } = ordersOf<Scope, Reader, DebtTemplate>();

/** The child that an event is from. */
const childIn = ({ input }: DebtEvent): string | undefined => ('child' in input ? input.child : undefined);
/** The nth payment or payout of the debt: `payment/<uuid>/2/1`. */
const childOf = ({ id = '', children = {} }: DebtContext, kind: 'payment' | 'payout'): string =>
  `${kind}${id.slice(id.indexOf('/'))}/${children[kind]}`;
const counted = ({ children = {} }: DebtContext, kind: 'payment' | 'payout'): NonNullable<DebtContext['children']> => ({
  ...children,
  [kind]: (children[kind] ?? 0) + 1,
});

const BANK = 'bank/operator';
/** What a debt of the operator costs it, and what a debt that was waived or never asked for gives back. */
const LOSS = 'loss/debts';
type Happened = 'arisen' | 'paid' | 'waived' | 'setOff';

/**
 * The debited and the credited account if the operator is a side. Undefined between users, whose debts are not in its books.
 * The operator's debt to a user is in `payable/<account>`. A set-off goes through `set-off/<account>`, which the other debt balances to zero.
 */
function wayOf(context: DebtContext, happened: Happened): [debit: string, credit: string] | undefined {
  if (context.debtor === 'operator') {
    const account = accountOf(context, 'creditor');
    const payable = `payable/${account}`;
    const gone = { paid: BANK, waived: LOSS, setOff: `set-off/${account}` };
    return happened === 'arisen' ? [LOSS, payable] : [payable, gone[happened]];
  }
  if (context.creditor !== 'operator') return undefined;
  const account = accountOf(context, 'debtor');
  const receivable = `receivable/${account}`;
  const gone = { paid: BANK, waived: LOSS, setOff: `set-off/${account}` };
  return happened === 'arisen' ? [receivable, 'income/debts'] : [gone[happened], receivable];
}
const book = (happened: Happened, code: string, amountOf: (scope: Scope) => string, phase: Booking['phase'] = 'single') =>
  bookPostings((scope) => {
    const way = wayOf(scope.context, happened);
    return way === undefined ? [] : [{ phase, debit: way[0], credit: way[1], amount: amountOf(scope), code }];
  });

/** The set-off statement, with both confirmations: of who proposed it, and of who accepted. The operator is no party of a signing. */
const drawSetOff = enqueueActions<DebtContext, DebtEvent, undefined, DebtEvent, never, never, never, never, never>(
  ({ context, event, enqueue }) => {
    const { proposal } = context;
    if (event.type !== 'setOffDone' || proposal?.acceptedAt === undefined || event.input.left === undefined) return;
    const { side, at, acceptedAt, debt, amount } = proposal;
    const moments = { [context[side]]: at, [context[opposite(side)]]: acceptedAt };
    const { operator: _, ...confirmed } = moments as Partial<Record<DebtParty, string>>;
    const sums = { amount, owed: String(owedOf(context)), otherOwed: sum(event.input.left, amount) };
    enqueue(effect('issuePaper', { kind: 'set-off-statement', confirmed, debt, ...sums }) as never);
  },
);

const debt = setup({
  types: { context: {} as DebtContext, events: {} as DebtEvent, input: {} as Partial<DebtContext> },
  guards: {
    by: speaksFor,

    isDebtor: ({ context, event }) => sideOf(context, event) === 'debtor',
    isCreditor: ({ context, event }) => sideOf(context, event) === 'creditor',
    confirmedByAnother: isConfirmedByAnother,
    isSide: ({ context, event }) => sideOf(context, event) !== undefined,
    isAsked: ({ context, event }) => {
      const side = sideOf(context, event);
      return side !== undefined && openProposal(context)?.side !== side;
    },

    isPaid: ({ context }) => owedOf(context) === 0n && context.setOff === '0',
    isSetOff: ({ context }) => owedOf(context) === 0n && context.setOff !== '0',
    somethingIsReported: ({ context }) => unanswered(context).length > 0,
    somethingIsConfirmable: ({ context }) => confirmableOf(context) > 0n,
    somethingIsUnreported: ({ context }) => unreportedOf(context) > 0n,
    isOverdue: ({ context }) => context.overdueSince !== undefined,
    restIsOwed: ({ context }) => context.overdueSince === undefined && unreportedOf(context) > 0n,
    answerIsLate: ({ context }) => context.deadlines.answerBy === undefined,
    setOffIsProposed: ({ context }) => openProposal(context) !== undefined,
    setOffIsPossible: ({ context }) => {
      const proposal = openProposal(context);
      return proposal !== undefined && BigInt(proposal.amount) <= owedOf(context);
    },

    paymentDayHasCome: when('report', ({ event: { at, input } }) => input.paidOn <= civilDate(at)),
    amountIsUnreported: ({ context, event }) =>
      isSumBetween(reportedIn({ context, event }), 1n, unreportedOf(context)) && (event.type !== 'pay' || event.input.terms !== undefined),
    reportIsNamed: (scope) =>
      'report' in scope.event.input && scope.event.input.report !== undefined
        ? reportIn(scope) !== undefined
        : unanswered(scope.context).length === 0,
    amountIsOwed: ({ context, event }) => isSumBetween(confirmedIn({ context, event }), 1n, confirmableOf(context)),
    debtsAreMutual: when('proposeSetOff', ({ context, event: { input } }) => {
      const { other } = input;
      if (other === undefined || BigInt(other.owed) <= 0n) return false;
      return other.debtor === accountOf(context, 'creditor') && other.creditor === accountOf(context, 'debtor');
    }),
    /** Both are users: the operator pays and is paid from its own account. */
    usersAreSides: ({ context }) =>
      context.id !== undefined && context.debtor !== 'operator' && context.creditor !== 'operator' && unreportedOf(context) > 0n,
    paymentsAreLeft: ({ context: { reports, children, terms } }) =>
      reports.length + (children?.payment ?? 0) < (terms.mostPayments ?? Number.POSITIVE_INFINITY),
    isOfThisPayment: ({ context: { transfer }, event }) => transfer?.payment === childIn(event),
    isOfThisPayout: ({ context: { transfer }, event }) => transfer?.payout !== undefined && transfer.payout === childIn(event),
    someIsLeft: when('payoutStopped', ({ context, event }) => leftOf(context, event.input) !== '0'),
    moreWasTaken: when('payoutStopped', ({ context, event }) => takenOfLeft(event.input, context.transfer?.taken) !== '0'),

    paymentIsOrdered: ({ context }) => context.order !== undefined && BigInt(context.order.amount) <= unreportedOf(context),
    orderIsCurrent: when('report', ({ context: { order }, event: { input } }) => {
      if (order === undefined || input.order !== order.number) return false;
      return input.amount === undefined || input.amount === order.amount;
    }),
    anotherPays: ({ context, event }) => isSecondPerson(event, context.order?.by, context.order?.person),

    proposalIsCurrent: ({ context, event: { input } }) => {
      const proposal = openProposal(context);
      if (proposal === undefined || !('proposal' in input) || input.proposal !== proposal.number) return false;
      return !('debt' in input) || input.debt === proposal.debt;
    },
    isOwedToOperator: ({ context }) => context.creditor === 'operator',
    isAvailable: ({ context, event }) => isSumBetween(amountIn(event), 1n, availableOf(context)),
  },
  delays: {
    dueReminder: nextOf('reminders'),
    dueBy: delay('dueBy'),
    overdueReminder: nextOf('overdueReminders'),
    answerReminder: nextOf('answerReminders'),
    answerBy: delay('answerBy'),
    openReminder,
  },
  actions: {
    noteOpen: change(({ event }) => openedAt(event)),
    bind: begin('owe', ({ at, input: { calendar, ...input } }) => {
      const { terms } = input;
      const dueOn = input.dueOn ?? lastDayOf(calendarDaysAfter(at, terms.payDays, calendar));
      return {
        ...input,
        dueOn,
        arisenAt: at,
        deadlines: {
          reminders: terms.reminderDaysBefore.map((days) => daysAfterDue(dueOn, -days)),
          dueBy: endOfDay(dueOn),
          overdueReminders: terms.overdueReminderDays.map((days) => daysAfterDue(dueOn, days)),
        },
      };
    }),
    markOverdue: change(({ context: { dueOn } }) => ({ overdueSince: addCalendarDays(dueOn, 1) })),
    /** A further report renews the creditor's term for all that are unanswered. */
    keepReport: on('report', ({ context, event }) => {
      const { at, input } = event;
      const { paidOn, proof, calendar } = input;
      const amount = context.order?.amount ?? reportedIn({ context, event });
      const report = { number: context.reports.length + 1, at, amount, paidOn, ...(proof && { proof }) };
      const after = (days: number): string => workingDaysAfter(at, days, calendar);
      const { answerWorkingDays, answerReminderWorkingDays } = context.terms;
      const answerBy = after(answerWorkingDays);
      return {
        reports: [...context.reports, report],
        order: undefined,
        deadlines: {
          ...context.deadlines,
          answerReminders: remindersBefore(answerBy, answerReminderWorkingDays.map(after)),
          answerBy,
        },
      };
    }),
    endAnswerTerm: change(({ context }) => ({ deadlines: { ...context.deadlines, answerBy: undefined } })),
    keepConfirmation: on('confirm', ({ context, event }) => {
      const amount = confirmedIn({ context, event });
      const answered = { at: event.at, answer: 'confirmed' as const, amount };
      return {
        paid: sum(context.paid, amount),
        moved: amount,
        reports: context.reports.map((report) => (report === reportIn({ context, event }) ? { ...report, answer: answered } : report)),
      };
    }),
    /** A report of this very sum is answered by the bank. */
    keepCame: on('paymentCame', ({ context, event: { at, input } }) => {
      const answered = unanswered(context).find(({ amount }) => amount === input.amount);
      const answer = { at, answer: 'confirmed' as const, amount: input.amount };
      return {
        paid: sum(context.paid, input.amount),
        moved: input.amount,
        reports: context.reports.map((report) => (report === answered ? { ...report, answer } : report)),
      };
    }),
    keepDenial: on('deny', ({ context, event }) => {
      const { at, input } = event;
      const answered = { at, answer: 'denied' as const, reasons: input.reasons };
      return {
        reports: context.reports.map((report) => (report === reportIn({ context, event }) ? { ...report, answer: answered } : report)),
      };
    }),
    keepWaiver: on(['waive', 'writeOff'], ({ context, event: { at, input } }) => ({
      waived: String(owedOf(context)),
      waiver: { at, reasons: input.reasons },
    })),
    keepProposal: on('proposeSetOff', ({ context, event }) => {
      const { at, input } = event;
      const side = sideOf(context, event);
      if (side === undefined || input.other === undefined) return {};
      const amount = String(least(owedOf(context), BigInt(input.other.owed)));
      return { proposal: { number: (context.proposal?.number ?? 0) + 1, at, side, debt: input.debt, amount } };
    }),
    noteProposal: change(({ context: { proposal }, event }, { became }: { became: NonNullable<Proposal['became']> }) =>
      proposal === undefined ? {} : { proposal: { ...proposal, became, ...(became === 'accepted' && { acceptedAt: event.at }) } },
    ),
    keepSetOff: change(({ context: { setOff, proposal } }) => {
      const moved = proposal?.amount ?? '0';
      return { setOff: sum(setOff, moved), moved, ...(proposal && { proposal: { ...proposal, became: 'done' as const } }) };
    }),
    keepReduction: on('reduce', ({ context, event: { input } }) => ({ setOff: sum(context.setOff, input.amount), moved: input.amount })),
    keepOrder: on('orderPayment', ({ context, event }) => {
      const { at, actor = '', person } = event;
      const number = (context.orders ?? 0) + 1;
      const order = { number, at, by: actor, ...(person !== undefined && { person }), amount: reportedIn({ context, event }) };
      return { orders: number, order };
    }),

    beginTransfer: on('pay', ({ context, event }) => {
      const children = counted(context, 'payment');
      return { children, transfer: { payment: childOf({ ...context, children }, 'payment'), amount: reportedIn({ context, event }) } };
    }),
    endTransfer: change(({ context: { transfer } }) => ({ moved: transfer?.amount ?? '0', transfer: undefined })),
    /** The sum that the provider reports as captured counts, whatever was requested. */
    keepReceived: on('paymentCaptured', ({ context, event: { input } }) => ({
      moved: input.amount,
      ...beginPayout(context, { amount: input.amount }),
    })),
    /** A payout may have paid less than was received: the rest is owed again. */
    keepPaidOut: on('paidOut', ({ context, event: { input } }) => {
      const amount = String(least(BigInt(input.amount), owedOf(context)));
      return { paid: sum(context.paid, amount), moved: amount, transfer: undefined };
    }),
    /** What the bank did not take is paid out by another payout. */
    keepLeft: on('payoutStopped', ({ context, event: { input } }) => ({
      moved: takenIn(context, input),
      ...beginPayout(context, { amount: leftOf(context, input) }),
    })),
    dropReceived: on('payoutStopped', ({ context, event: { input } }) => ({ moved: takenIn(context, input), transfer: undefined })),
    noteTaken: on('paymentTakenBack', ({ context: { transfer }, event: { input } }) =>
      transfer === undefined ? {} : { transfer: { ...transfer, taken: sum(transfer.taken ?? '0', String(tiynOf(input.owed) ?? 0n)) } },
    ),
    /** Once late, the debtor is reminded from that day on as from the day on which the debt was due. */
    remindAgain: change(({ context: { deadlines, terms }, event: { at } }) => ({
      deadlines: {
        ...deadlines,
        overdueReminders: [
          ...(deadlines.overdueReminders ?? []),
          ...terms.overdueReminderDays.map((days) => daysAfterDue(civilDate(at), days)),
        ],
      },
    })),
    leaveAsIs: change(() => ({})),
    drawSetOff,
    ...ordered('notify', 'setOffDebt', 'book', 'startChild', 'sendToLife'),
  },
});

const both = (toDebtor: DebtTemplate, toCreditor = toDebtor) => [notify('debtor', toDebtor), notify('creditor', toCreditor)];
const noted = (became: NonNullable<Proposal['became']>) => ({ type: 'noteProposal' as const, params: { became } });

/** The open state leads to the state that fits the sums and the day. */
const ONWARDS = '#debt.open';

const report = () => [
  command(USERS, '5.2', {
    candidate: 'isDebtor',
    guard: 'somethingIsUnreported',
    check: ['paymentDayHasCome', 'amountIsUnreported', 'paymentsAreLeft'],
    calendar: true,
    target: '#debt.reported.awaited',
    actions: ['keepReport' as const, notify('creditor', 'debt-reported')],
  }),
  // A payment of the operator needs two persons: one orders it, and another pays.
  command('operator', '5.2', {
    candidate: 'isDebtor',
    guard: 'paymentIsOrdered',
    duty: 'payDebt',
    check: ['orderIsCurrent', 'anotherPays', 'paymentDayHasCome'],
    calendar: true,
    target: '#debt.reported.awaited',
    actions: ['keepReport' as const, notify('creditor', 'debt-reported')],
  }),
];
/** An order replaces the last one, and only staff are notified. The number of orders is therefore not limited. */
const orderPayment = (...duty: ['payDebt'] | []) =>
  command('operator', 'platform', {
    candidate: 'isDebtor',
    guard: 'somethingIsUnreported',
    ...(duty[0] && { duty: duty[0] }),
    check: 'amountIsUnreported',
    actions: ['keepOrder' as const, notify('debtor', 'payment-ordered')],
  });

/** A payout that has ended does not report later takings to the payment. */
const notPaidOut = effect('sendToLife', ({ context: { transfer }, event }) => ({
  to: transfer?.payment ?? '',
  type: 'notPaidOut',
  input: { amount: event.type === 'payoutStopped' ? takenOfLeft(event.input, transfer?.taken) : '0' },
}));

/** A debt that a task makes of the customer is a part of the price. What a dispute makes is damages or costs, and an overpayment goes back. */
const paysForWork = ({ parent, creditor }: Pick<DebtContext, 'parent' | 'creditor'>): boolean =>
  creditor === 'contractor' && parent.startsWith('task/');

const payOut = effect('startChild', ({ context: { id = '', transfer, ...context } }) => ({
  child: transfer?.payout ?? '',
  type: 'ask',
  by: 'platform',
  input: {
    parent: id,
    contractor: accountOf(context as DebtContext, 'creditor'),
    amount: transfer?.amount,
    payment: transfer?.payment,
    income: paysForWork(context) ? transfer?.amount : '0',
    payer: accountOf(context as DebtContext, 'debtor'),
  },
}));
/** The debtor pays on the provider's page. A payment calls the payer `customer` and the payee `contractor`, whatever their roles in a deal. */
const pay = () =>
  command(USERS, '5.2', {
    candidate: 'isDebtor',
    guard: 'usersAreSides',
    check: ['amountIsUnreported', 'paymentsAreLeft'],
    calendar: true,
    target: '#debt.paying',
    actions: [
      'beginTransfer' as const,
      effect('startChild', ({ context, event }) => ({
        child: context.transfer?.payment ?? '',
        type: 'ask',
        by: 'platform',
        input: {
          parent: context.id,
          customer: accountOf(context, 'debtor'),
          contractor: accountOf(context, 'creditor'),
          amount: context.transfer?.amount,
          mode: 'charge',
          payBy: event.type === 'pay' ? workingDaysAfter(event.at, event.input.terms.payWorkingDays, event.input.calendar) : event.at,
          reminders: [],
        },
      })),
    ],
  });
const notPaid = () =>
  answer({ check: 'isOfThisPayment', target: ONWARDS, actions: ['endTransfer', notify('debtor', 'debt-payment-not-made')] });

const bookPaid = book('paid', 'debt-paid', confirmedIn);
const bookWaived = book('waived', 'debt-waived', ({ context }) => String(owedOf(context)));
/** An accepted set-off reserves its sum until the other debt has answered. */
const bookSetOff = (phase: 'pending' | 'post' | 'void') =>
  book('setOff', 'debt-set-off', ({ context: { proposal } }) => proposal?.amount ?? '0', phase);
const bookReduction = book('setOff', 'debt-set-off', ({ event }) => amountIn(event) ?? '0');

const confirm = (...duty: ['answerReport'] | []) =>
  command(ANYONE, '5.2', {
    candidate: 'isCreditor',
    ...(duty[0] && { duty: duty[0] }),
    check: ['reportIsNamed', 'amountIsOwed'],
    target: ONWARDS,
    actions: [bookPaid, 'keepConfirmation', notify('debtor', 'debt-confirmed')],
  });
/** The bank's statement confirms for the operator what it is owed. */
const bookCame = bookPostings(({ context, event: { input } }) =>
  'inflow' in input
    ? [{ debit: `suspense/${input.inflow}`, credit: `receivable/${accountOf(context, 'debtor')}`, amount: input.amount, code: 'debt-paid' }]
    : [],
);
const paymentCame = () =>
  answer({
    guard: 'isOwedToOperator',
    check: 'amountIsOwed',
    target: ONWARDS,
    actions: [bookCame, 'keepCame', notify('debtor', 'debt-confirmed')],
  });
const deny = () => ({
  candidate: 'isCreditor' as const,
  guard: 'somethingIsReported' as const,
  check: 'reportIsNamed' as const,
  actions: ['keepDenial' as const, notify('debtor', 'debt-denied')],
});
const waiving = { target: '#debt.waived', actions: [bookWaived, 'keepWaiver', notify('debtor', 'debt-waived')] } as const;
const waive = () => command(['customer', 'contractor'], 'platform', { candidate: 'isCreditor', ...waiving });
/** Nobody of the staff forgives alone what the operator is owed. */
const writeOff = () => command('operator', 'platform', { candidate: 'isCreditor', proposed: true, ...waiving });
/** The other debt of an accepted set-off takes its part of it. */
const reduce = () => answer({ check: 'isAvailable', target: ONWARDS, actions: [bookReduction, 'keepReduction', ...both('debt-set-off')] });

const unpaid = () => ({
  report: report(),
  orderPayment: orderPayment('payDebt'),
  pay: pay(),
  confirm: confirm(),
  paymentCame: paymentCame(),
  waive: waive(),
  writeOff: writeOff(),
  proposeSetOff: command(ANYONE, 'platform', {
    candidate: 'isSide',
    check: 'debtsAreMutual',
    actions: ['keepProposal', notify('asked', 'set-off-proposed')],
  }),
  acceptSetOff: command(ANYONE, 'platform', {
    candidate: 'isAsked',
    guard: 'setOffIsPossible',
    duty: 'answerSetOff',
    check: 'proposalIsCurrent',
    target: '#debt.settingOff',
    actions: [
      noted('accepted'),
      bookSetOff('pending'),
      effect('setOffDebt', ({ context: { proposal } }) => ({ debt: proposal?.debt ?? '', amount: proposal?.amount ?? '0' })),
    ],
  }),
  declineSetOff: command(ANYONE, 'platform', {
    candidate: 'isAsked',
    guard: 'setOffIsProposed',
    check: 'proposalIsCurrent',
    actions: [noted('declined'), notify('proposer', 'set-off-declined')],
  }),
  reduce: reduce(),
});

const bookArisen = book('arisen', 'debt-arisen', ({ context }) => context.amount);

export const debtChart = debt.createMachine({
  id: 'debt',
  context: unbegun<DebtContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  on: {
    // The payout itself notifies the creditor and the staff, who try again. A sum paid out once counts as paid and does not become owed again.
    paidOut: nothingNew(),
    payoutRefused: nothingNew(),
    payoutReturned: nothingNew(),
    paymentTakenBack: nothingNew(),
  },
  states: {
    new: {
      on: {
        owe: answer({ calendar: true, target: 'open', actions: ['bind', bookArisen, ...both('debt-arisen', 'debt-arisen-creditor')] }),
      },
    },
    open: {
      always: [
        { guard: 'isPaid', target: 'paid' },
        { guard: 'isSetOff', target: 'setOff' },
        { guard: 'somethingIsReported', target: 'reported' },
        { guard: 'isOverdue', target: 'overdue' },
      ],
      on: unpaid(),
      after: {
        dueReminder: reminder('5.2', { actions: [notify('debtor', 'debt-reminder')] }),
        dueBy: timeout('5.2', { target: 'overdue', actions: ['markOverdue', ...both('debt-overdue', 'debt-overdue-creditor')] }),
      },
    },
    overdue: {
      meta: openEnded('5.2', 'people'),
      on: unpaid(),
      after: { overdueReminder: reminder('5.2', { actions: [notify('debtor', 'debt-overdue-reminder')] }) },
    },
    reported: {
      initial: 'awaited',
      on: {
        report: report(),
        orderPayment: orderPayment(),
        pay: pay(),
        confirm: confirm('answerReport'),
        paymentCame: paymentCame(),
        deny: command(ANYONE, '5.2', { ...deny(), target: ONWARDS }),
        waive: waive(),
        writeOff: writeOff(),
        reduce: reduce(),
      },
      after: {
        // A sum that is not reported becomes overdue, whatever the creditor answers.
        dueBy: timeout('5.2', {
          guard: 'restIsOwed',
          actions: ['markOverdue', ...both('debt-overdue', 'debt-overdue-creditor')],
        }),
      },
      states: {
        awaited: {
          always: { guard: 'answerIsLate', target: 'silent' },
          after: {
            answerReminder: reminder('5.2', { actions: [notify('creditor', 'report-reminder')] }),
            answerBy: timeout('5.2', { target: 'silent', actions: ['endAnswerTerm', ...both('report-unanswered')] }),
          },
        },
        silent: {
          ...waitsForPeople('5.2'),
          after: { openReminder: reminder('5.2', { actions: [notify('creditor', 'report-still-open')] }) },
        },
      },
    },
    // Part of the debt, or all, comes through the platform. It cannot be waived meanwhile, or money would come for nothing.
    paying: {
      initial: 'asked',
      on: {
        confirm: command(ANYONE, '5.2', {
          candidate: 'isCreditor',
          guard: 'somethingIsConfirmable',
          check: ['reportIsNamed', 'amountIsOwed'],
          actions: ['keepConfirmation', notify('debtor', 'debt-confirmed')],
        }),
        deny: command(ANYONE, '5.2', deny()),
        reduce: answer({ check: 'isAvailable', actions: ['keepReduction', ...both('debt-set-off')] }),
      },
      after: {
        dueBy: timeout('5.2', {
          guard: 'restIsOwed',
          actions: ['markOverdue', ...both('debt-overdue', 'debt-overdue-creditor')],
        }),
      },
      states: {
        asked: {
          meta: openEnded('5.2', 'otherLife'),
          on: {
            paymentCaptured: answer({
              check: 'isOfThisPayment',
              target: 'sent',
              actions: ['keepReceived', payOut, ...both('debt-money-received')],
            }),
            paymentFailed: notPaid(),
            paymentExpired: notPaid(),
            paymentCancelled: notPaid(),
          },
        },
        sent: {
          meta: openEnded('5.2', 'otherLife'),
          on: {
            paidOut: answer({ check: 'isOfThisPayout', target: ONWARDS, actions: ['keepPaidOut', ...both('debt-paid-through')] }),
            paymentTakenBack: answer({
              check: 'isOfThisPayment',
              actions: [
                effect('sendToLife', ({ context: { transfer }, event }) => ({
                  to: transfer?.payout ?? '',
                  type: 'stop',
                  input: event.type === 'paymentTakenBack' ? { amount: event.input.owed, inAll: event.input.inAll } : { amount: '0' },
                })),
                'noteTaken',
              ],
            }),
            payoutStopped: [...payoutIsStopped(['moreWasTaken'], notPaidOut), ...payoutIsStopped()],
          },
        },
      },
    },
    // The other debt is asked for its part. Meanwhile no command may change what is owed.
    settingOff: {
      meta: openEnded('platform', 'platform'),
      on: {
        setOffDone: answer({ target: ONWARDS, actions: [bookSetOff('post'), 'drawSetOff', 'keepSetOff', ...both('debt-set-off')] }),
        setOffFailed: answer({ target: ONWARDS, actions: [bookSetOff('void'), noted('failed'), ...both('set-off-failed')] }),
        reduce: answer({ check: 'isAvailable', actions: [bookReduction, 'keepReduction', ...both('debt-set-off')] }),
      },
    },
    paid: { type: 'final' },
    setOff: { type: 'final' },
    waived: { type: 'final' },
  },
});

/** What the payer's bank took is owed again, and the rest is paid out by another payout. More may have been taken since the payout was stopped. */
function payoutIsStopped(more: 'moreWasTaken'[] = [], ...first: (typeof notPaidOut)[]) {
  return [
    answer({
      check: ['isOfThisPayout', 'someIsLeft', ...more],
      target: '#debt.paying.sent',
      actions: [...first, 'keepLeft' as const, payOut, 'remindAgain' as const, ...both('debt-payment-taken-back')],
    }),
    answer({
      check: ['isOfThisPayout', ...more],
      target: ONWARDS,
      actions: [...first, 'dropReceived' as const, 'remindAgain' as const, ...both('debt-payment-taken-back')],
    }),
  ];
}

function nothingNew() {
  return answer({ actions: ['leaveAsIs' as const] });
}

/** The accounts that a notice goes to. If the operator is the side, its staff. */
export function readersOf(context: DebtContext, to: Reader): (string | typeof STAFF)[] {
  const side =
    to === 'debtor' || to === 'creditor'
      ? to
      : context.proposal && (to === 'proposer' ? context.proposal.side : opposite(context.proposal.side));
  const account = side && accountOf(context, side);
  return account === undefined ? [] : [account === 'operator' ? STAFF : account];
}

/** The sums and the day that a notice names. By default the sum owed, without a day. */
export function factsOf(context: DebtContext, template: string): NoticeFacts {
  const { amount, dueOn, reports, moved, waived, proposal, deadlines } = context;
  const rest = String(owedOf(context));
  const open = String(unanswered(context).reduce((total, report) => total + BigInt(report.amount), 0n));
  const denied = reports
    .filter(({ answer }) => answer?.answer === 'denied')
    .toSorted((one, other) => (one.answer?.at ?? '').localeCompare(other.answer?.at ?? ''));
  const sums: Partial<Record<DebtTemplate, string | undefined>> = {
    'debt-arisen': amount,
    'debt-arisen-creditor': amount,
    // What was reported and is not answered yet is not asked for again.
    'debt-overdue': String(unreportedOf(context)),
    'debt-reported': reports.at(-1)?.amount,
    'report-reminder': open,
    'report-unanswered': open,
    'report-still-open': open,
    'debt-confirmed': moved,
    'debt-denied': denied.at(-1)?.amount,
    'debt-waived': waived,
    'set-off-proposed': proposal?.amount,
    'set-off-declined': proposal?.amount,
    'set-off-failed': proposal?.amount,
    'debt-set-off': moved,
    'payment-ordered': context.order?.amount,
    'debt-money-received': moved,
    'debt-payment-not-made': moved,
    'debt-paid-through': moved,
    'debt-payment-taken-back': moved,
  };
  const { answerBy } = deadlines;
  const asksForAnswer = template === 'debt-reported' || template === 'report-reminder';
  return {
    sum: sums[template as DebtTemplate] ?? rest,
    rest,
    day: asksForAnswer && answerBy !== undefined ? lastDayOf(answerBy) : dueOn,
  };
}
