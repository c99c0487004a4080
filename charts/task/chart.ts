/** The law of a task. Three regions run in parallel; guards in one may read the others. */
import { assign, or, setup, stateIn } from 'xstate';
import { civilDate, workingDaysAfter } from '../../rules/working-days.ts';
import { command, due, next, reminder, speaksFor, timeout } from '../law.ts';
import type { Deadlines, TaskContext, TaskEvent, TaskTerms, WorkTerms } from './types.ts';

const HOUR = 3_600_000;
const later = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();
const earliest = (...moments: string[]): string => new Date(Math.min(...moments.map((moment) => Date.parse(moment)))).toISOString();

/** While a task waits for a contractor: until the named moment, else some days, and never beyond the start of the work. */
const offered = (work: WorkTerms, terms: TaskTerms, at: string): Deadlines => {
  const acceptBy = work.acceptBy ?? earliest(later(at, terms.acceptDays * 24), work.startAt);
  return { acceptBy, acceptReminder: later(acceptBy, -terms.acceptReminderHours) };
};

/** The time to do the work, ending at `dueBy`. */
const working = (terms: TaskTerms, dueBy: string): Deadlines => ({
  dueReminder: later(dueBy, -terms.dueReminderHours),
  dueBy,
  graceUntil: later(dueBy, terms.overdueGraceHours),
});

/** Who a notice goes to: `candidates` are the invited and those who responded. */
type Reader = 'customer' | 'contractor' | 'invited' | 'candidates' | 'chosen';

type Moment = { [Name in keyof Deadlines]-?: Required<Deadlines>[Name] extends string ? Name : never }[keyof Deadlines];
type Moments = Exclude<keyof Deadlines, Moment>;
const moment =
  (name: Moment) =>
  ({ context }: { context: Partial<TaskContext> }): number =>
    due(context.deadlines?.[name]);
const moments =
  (name: Moments) =>
  ({ context, event }: { context: Partial<TaskContext>; event: { at?: string } }): number =>
    next(context.deadlines?.[name], event.at);

const sum = (one: string, other: string): string => String(BigInt(one) + BigInt(other));
const remainder = ({ work, paid }: TaskContext): bigint => BigInt(work.price) - BigInt(paid);

/** The context before anything is posted. xstate also runs the initial state without input. */
const blank = (): TaskContext =>
  ({ version: 0, invited: [], responses: {}, deadlines: {}, rounds: 0, paid: '0' }) as unknown as TaskContext;

function mayBeContractor(context: TaskContext, actor: string | undefined): boolean {
  if (actor === undefined || actor === context.customer) return false;
  return context.match !== 'invited' || context.invited.includes(actor);
}

const task = setup({
  types: { context: {} as TaskContext, events: {} as TaskEvent, input: {} as Partial<TaskContext> },
  guards: {
    by: speaksFor,

    anyone: () => true,
    mayRespond: ({ context, event }) => mayBeContractor(context, event.actor) && context.responses !== undefined,
    hasResponded: ({ context, event }) => event.actor !== undefined && context.responses[event.actor] !== undefined,
    mayAccept: ({ context, event }) =>
      context.match === 'choice' ? event.actor !== undefined && event.actor === context.chosen : mayBeContractor(context, event.actor),
    mayDecline: ({ context, event }) =>
      event.actor !== undefined && (context.match === 'choice' ? event.actor === context.chosen : context.invited.includes(event.actor)),

    isChoice: ({ context }) => context.match === 'choice',
    nobodyIsChosen: ({ context }) => context.match === 'choice' && context.chosen === undefined,
    someoneMayBeChosen: ({ context }) =>
      context.chosen === undefined && Object.values(context.responses).some(({ version }) => version === context.version),
    roundsAreLeft: ({ context }) => context.rounds < context.terms.reworkRounds,
    silenceApproves: ({ context }) => context.terms.silence === 'approved',
    silenceMakesOneSidedAct: ({ context }) => context.terms.silence === 'one-sided',
    silenceGivesClaim: ({ context }) => context.terms.silence === 'claim',

    datesAreInOrder: ({ event }) => {
      if (event.type !== 'post' && event.type !== 'change') return false;
      const { startAt, dueAt, acceptBy } = event.input;
      return event.at < startAt && startAt < dueAt && (acceptBy === undefined || (event.at < acceptBy && acceptBy <= startAt));
    },
    datesAreNear: ({ context, event }) => {
      if (event.type !== 'post' && event.type !== 'change') return false;
      const { horizonDays } = event.type === 'post' ? event.input.terms : context.terms;
      return event.input.dueAt <= later(event.at, horizonDays * 24);
    },
    paymentIsOffered: ({ event }) => event.type === 'post' && event.input.payment === 'direct',
    invitedFitsMatch: ({ event }) => event.type === 'post' && (event.input.match === 'invited') === event.input.invited.length > 0,
    invitesOthers: ({ event }) => event.type === 'post' && !event.input.invited.includes(event.actor ?? ''),
    versionIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.version,
    priceMayBeNamed: ({ context, event }) => event.type === 'respond' && (event.input.price === undefined || context.terms.pricedResponses),
    responseIsCurrent: ({ context, event }) =>
      event.type === 'choose' && context.responses[event.input.contractor]?.version === context.version,
    amountIsDue: ({ context, event }) => {
      if (event.type !== 'report' && event.type !== 'confirm') return false;
      const { amount } = event.input;
      return amount === undefined || (BigInt(amount) > 0n && BigInt(amount) <= remainder(context));
    },
    paymentDayHasCome: ({ event }) => event.type === 'report' && event.input.paidOn <= civilDate(event.at),

    settlesAll: ({ context, event }) =>
      event.type === 'confirm' && BigInt(event.input.amount ?? context.reported ?? remainder(context)) === remainder(context),
  },
  delays: {
    acceptReminder: moment('acceptReminder'),
    acceptBy: moment('acceptBy'),
    startReminder: moment('startReminder'),
    startBy: moment('startBy'),
    dueReminder: moment('dueReminder'),
    dueBy: moment('dueBy'),
    graceUntil: moment('graceUntil'),
    reviewReminder: moments('reviewReminders'),
    reviewBy: moment('reviewBy'),
    payReminder: moments('payReminders'),
    payBy: moment('payBy'),
    confirmReminder: moment('confirmBy'),
  },
  // What an assign answers is laid over the context: a key goes by being undefined, not by being left out.
  actions: {
    bindTerms: assign(({ context, event }) => {
      if (event.type !== 'post') return context;
      const { payment, match, invited, group, terms, ...work } = event.input;
      return {
        ...context,
        customer: event.actor,
        version: 1,
        work,
        payment,
        match,
        invited,
        ...(group !== undefined && { group }),
        terms,
        deadlines: offered(work, terms, event.at),
      };
    }),
    newVersion: assign(({ context, event }) => {
      if (event.type !== 'change') return context;
      const { version, ...work } = event.input;
      return { ...context, chosen: undefined, version: version + 1, work, deadlines: offered(work, context.terms, event.at) };
    }),
    addResponse: assign(({ context, event }) => {
      if (event.type !== 'respond' || event.actor === undefined) return context;
      const { version, price } = event.input;
      return { ...context, responses: { ...context.responses, [event.actor]: { version, ...(price !== undefined && { price }) } } };
    }),
    dropResponse: assign(({ context, event }) => {
      const { [event.actor ?? '']: _, ...responses } = context.responses;
      return { ...context, responses, chosen: context.chosen === event.actor ? undefined : context.chosen };
    }),
    dropInvitation: assign(({ context, event }) => ({ ...context, invited: context.invited.filter((each) => each !== event.actor) })),
    chooseContractor: assign(({ context, event }) => (event.type === 'choose' ? { ...context, chosen: event.input.contractor } : context)),
    bindContractor: assign(({ context, event }) => {
      const { terms, work, responses } = context;
      const price = responses[event.actor ?? '']?.price ?? work.price;
      return {
        ...context,
        contractor: event.actor,
        work: { ...work, price },
        deadlines: {
          startReminder: later(work.startAt, -terms.startReminderHours),
          startBy: later(work.startAt, terms.startGraceHours),
          ...working(terms, work.dueAt),
        },
      };
    }),
    beginReview: assign(({ context, event }) => {
      if (event.type !== 'submit') return context;
      const { terms } = context;
      const after = (days: number): string => workingDaysAfter(event.at, days, event.input.calendar);
      return {
        ...context,
        deadlines: { reviewReminders: terms.reviewReminderWorkingDays.map(after), reviewBy: after(terms.reviewWorkingDays) },
      };
    }),
    beginRework: assign(({ context, event }) => {
      if (event.type !== 'refuse') return context;
      const dueBy = workingDaysAfter(event.at, context.terms.reworkWorkingDays, event.input.calendar);
      return { ...context, rounds: context.rounds + 1, deadlines: working(context.terms, dueBy) };
    }),
    /** From the approval, or from the deadline that silence let pass: terms run from deadlines, not from when a late timer was heard. */
    beginPayment: assign(({ context, event }, { approval }: { approval: NonNullable<TaskContext['approval']> }) => {
      const { calendar, due: from } = event.input as { calendar: Parameters<typeof workingDaysAfter>[2]; due?: string };
      // 24:00 of a day is still that day: the day after it is the first of the term.
      const start = from === undefined ? event.at : new Date(Date.parse(from) - 1).toISOString();
      const after = (days: number): string => workingDaysAfter(start, days, calendar);
      const { payReminderWorkingDays, payWorkingDays } = context.terms;
      return { ...context, approval, deadlines: { payReminders: payReminderWorkingDays.map(after), payBy: after(payWorkingDays) } };
    }),
    reportPayment: assign(({ context, event }) => {
      if (event.type !== 'report') return context;
      const { amount, calendar } = event.input;
      const confirmBy = workingDaysAfter(event.at, context.terms.confirmWorkingDays, calendar);
      return { ...context, reported: amount ?? String(remainder(context)), deadlines: { ...context.deadlines, confirmBy } };
    }),
    confirmPayment: assign(({ context, event }) => {
      if (event.type !== 'confirm') return context;
      const { paid, reported, deadlines } = context;
      const { confirmBy: _, ...kept } = deadlines;
      const amount = event.input.amount ?? reported ?? String(remainder(context));
      return { ...context, paid: sum(paid, amount), reported: undefined, deadlines: kept };
    }),
    denyPayment: assign(({ context }) => {
      const { confirmBy: _, ...kept } = context.deadlines;
      return { ...context, reported: undefined, deadlines: kept };
    }),
    /** Effects and notices: the commit reads their names and parameters, the chart does nothing. */
    notify: (_, _params: { to: Reader; template: string }) => {},
  },
});

const notify = (to: Reader, template: string) => ({
  type: 'notify' as const,
  params: { to, template },
});
const pay = (approval: NonNullable<TaskContext['approval']>) => ({ type: 'beginPayment' as const, params: { approval } });

export const taskChart = task.createMachine({
  id: 'task',
  context: ({ input }) => ({ ...blank(), ...input }),
  type: 'parallel',
  options: { maxIterations: 100 },
  states: {
    progress: {
      initial: 'new',
      states: {
        new: {
          on: {
            post: command('customer', '1.10', {
              candidate: 'anyone',
              check: ['datesAreInOrder', 'datesAreNear', 'paymentIsOffered', 'invitedFitsMatch', 'invitesOthers'],
              target: 'posted',
              actions: ['bindTerms', notify('invited', 'task-offered')],
            }),
          },
        },
        posted: {
          on: {
            change: command('customer', '1.10', {
              check: ['versionIsCurrent', 'datesAreInOrder', 'datesAreNear'],
              target: 'posted',
              actions: ['newVersion', notify('candidates', 'task-changed')],
            }),
            withdraw: command('customer', '1.10', { target: 'withdrawn', actions: [notify('candidates', 'task-withdrawn')] }),
            block: command('operator', '4.4.3', {
              target: 'blocked',
              actions: [notify('customer', 'task-blocked'), notify('candidates', 'task-withdrawn')],
            }),
            respond: command('contractor', '1.7', {
              candidate: 'mayRespond',
              guard: 'nobodyIsChosen',
              check: ['versionIsCurrent', 'priceMayBeNamed'],
              actions: ['addResponse', notify('customer', 'task-responded')],
            }),
            retract: command('contractor', '1.10', {
              candidate: 'hasResponded',
              guard: 'isChoice',
              actions: ['dropResponse', notify('customer', 'response-retracted')],
            }),
            choose: command('customer', '1.10', {
              guard: 'someoneMayBeChosen',
              check: ['versionIsCurrent', 'responseIsCurrent'],
              actions: ['chooseContractor', notify('chosen', 'task-offered')],
            }),
            accept: command('contractor', '3.4', {
              candidate: 'mayAccept',
              check: 'versionIsCurrent',
              target: 'agreed',
              actions: ['bindContractor', notify('customer', 'task-accepted')],
            }),
            decline: command('contractor', '1.10', {
              candidate: 'mayDecline',
              actions: ['dropInvitation', 'dropResponse', notify('customer', 'task-declined')],
            }),
          },
          after: {
            acceptReminder: reminder('platform', { actions: [notify('customer', 'accept-reminder')] }),
            acceptBy: timeout('platform', { target: 'expired', actions: [notify('customer', 'task-expired')] }),
          },
        },
        agreed: {
          initial: 'awaited',
          on: {
            start: command('contractor', '4.2.1', { target: 'executing', actions: [notify('customer', 'work-started')] }),
          },
          states: {
            awaited: {
              after: {
                startReminder: reminder('4.2.1', {
                  actions: [notify('contractor', 'start-reminder'), notify('customer', 'access-reminder')],
                }),
                startBy: timeout('4.2.1', {
                  target: 'late',
                  actions: [notify('customer', 'start-late'), notify('contractor', 'start-late')],
                }),
              },
            },
            late: {
              on: {
                giveUp: command('customer', 'platform', {
                  target: '#task.progress.cancelled',
                  actions: [notify('contractor', 'task-cancelled'), notify('customer', 'task-cancelled')],
                }),
              },
            },
          },
        },
        executing: {
          initial: 'working',
          on: {
            submit: command('contractor', '4.2.1', {
              calendar: true,
              target: 'review',
              actions: ['beginReview', notify('customer', 'work-submitted')],
            }),
          },
          states: {
            working: {
              after: {
                dueReminder: reminder('4.2.1', { actions: [notify('contractor', 'due-reminder')] }),
                dueBy: timeout('4.2.1', {
                  target: 'overdue',
                  actions: [notify('contractor', 'work-overdue'), notify('customer', 'work-overdue')],
                }),
              },
            },
            overdue: {
              after: {
                graceUntil: timeout('platform', {
                  target: 'lapsed',
                  actions: [notify('contractor', 'grace-over'), notify('customer', 'grace-over')],
                }),
              },
            },
            lapsed: {
              on: {
                giveUp: command('customer', 'platform', {
                  target: '#task.progress.cancelled',
                  actions: [notify('contractor', 'task-cancelled'), notify('customer', 'task-cancelled')],
                }),
              },
            },
          },
        },
        review: {
          initial: 'awaited',
          on: {
            approve: command('customer', '4.3.3', {
              calendar: true,
              target: 'settling',
              actions: [pay('act'), notify('contractor', 'work-approved'), notify('customer', 'payment-due')],
            }),
            refuse: command('customer', '4.3.3', {
              guard: 'roundsAreLeft',
              calendar: true,
              target: 'executing',
              actions: ['beginRework', notify('contractor', 'work-refused')],
            }),
          },
          states: {
            awaited: {
              after: {
                reviewReminder: reminder('4.3.3', { actions: [notify('customer', 'review-reminder')] }),
                reviewBy: [
                  timeout('4.3.3', {
                    guard: 'silenceApproves',
                    calendar: true,
                    target: '#task.progress.settling',
                    actions: [
                      pay('silence'),
                      notify('contractor', 'work-approved-by-silence'),
                      notify('customer', 'work-approved-by-silence'),
                    ],
                  }),
                  timeout('4.3.3', {
                    guard: 'silenceMakesOneSidedAct',
                    calendar: true,
                    target: '#task.progress.settling',
                    actions: [pay('one-sided'), notify('contractor', 'one-sided-act'), notify('customer', 'one-sided-act')],
                  }),
                  timeout('4.3.3', {
                    guard: 'silenceGivesClaim',
                    target: 'silent',
                    actions: [notify('contractor', 'review-silence'), notify('customer', 'review-silence')],
                  }),
                ],
              },
            },
            silent: {},
          },
        },
        settling: {
          initial: 'due',
          states: {
            due: {
              on: { report: reportPayment(), confirm: confirmPayment() },
              after: {
                payReminder: reminder('5.2', { actions: [notify('customer', 'pay-reminder')] }),
                payBy: timeout('5.2', {
                  target: 'overdue',
                  actions: [notify('customer', 'payment-overdue'), notify('contractor', 'payment-overdue')],
                }),
              },
            },
            overdue: { on: { report: reportPayment(), confirm: confirmPayment() } },
            reported: {
              on: {
                confirm: confirmPayment(),
                deny: command('contractor', '5.2', {
                  target: 'due',
                  actions: ['denyPayment', notify('customer', 'payment-denied')],
                }),
              },
              after: { confirmReminder: reminder('5.2', { actions: [notify('contractor', 'confirm-reminder')] }) },
            },
          },
        },
        closed: { type: 'final' },
        cancelled: { type: 'final' },
        withdrawn: { type: 'final' },
        expired: { type: 'final' },
        blocked: { type: 'final' },
      },
    },
    claims: {
      initial: 'none',
      states: { none: { always: { guard: progressIsOver(), target: 'over' } }, over: { type: 'final' } },
    },
    holds: {
      initial: 'none',
      states: { none: { always: { guard: progressIsOver(), target: 'over' } }, over: { type: 'final' } },
    },
  },
});

/** The customer says what was paid; the contractor has yet to confirm it. */
function reportPayment() {
  return command('customer', '5.2', {
    check: ['amountIsDue', 'paymentDayHasCome'],
    calendar: true,
    target: 'reported',
    actions: ['reportPayment' as const, notify('contractor', 'payment-reported')],
  });
}

/** The contractor's confirmation alone suffices: in part the rest stays due, in full the task is closed. */
function confirmPayment() {
  return [
    command('contractor', '5.2', {
      check: ['amountIsDue', 'settlesAll'],
      target: '#task.progress.closed',
      actions: ['confirmPayment' as const, notify('customer', 'task-closed')],
    }),
    command('contractor', '5.2', {
      check: 'amountIsDue',
      target: 'due',
      actions: ['confirmPayment' as const, notify('customer', 'payment-confirmed')],
    }),
  ];
}

function progressIsOver() {
  const finals = ['closed', 'cancelled', 'withdrawn', 'expired', 'blocked'];
  return or(finals.map((state) => stateIn(`#task.progress.${state}`)) as never);
}
