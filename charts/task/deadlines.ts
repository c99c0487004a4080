/** The moments of a task: how each stage's are set, and how the chart's delays read them. */
import { extended } from '../../rules/holds.ts';
import { HOUR, hoursAfter } from '../../rules/hours.ts';
import { WEEKENDS, workingDaysAfter } from '../../rules/working-days.ts';
import { calendarOf, due, next } from '../law.ts';
import { remindersOf } from '../open-ends.ts';
import { lasting, stopping } from './holds.ts';
import type { Deadlines, TaskContext, TaskEvent, TaskTerms, WorkTerms } from './types.ts';

const earliest = (...moments: string[]): string => new Date(Math.min(...moments.map((moment) => Date.parse(moment)))).toISOString();
export const latest = (...moments: string[]): string => new Date(Math.max(...moments.map((moment) => Date.parse(moment)))).toISOString();

/** The end of a term of working days that runs from an event. */
export const workingDays = (event: TaskEvent, days: number): string => workingDaysAfter(event.at, days, calendarOf(event));

/**
 * The earliest end of a review of work that is handed in at its end. Saturdays and Sundays count, holidays do not: a check has no calendar, and a
 * holiday only makes the review longer.
 */
export const earliestReviewEnd = (dueAt: string, reviewWorkingDays: number): string => workingDaysAfter(dueAt, reviewWorkingDays, WEEKENDS);

/** A reminder some hours before an end, unless that moment has passed already: it would be shown and never sent. */
const reminderBefore = <Name extends Moment>(name: Name, end: string, hours: number, at: string): Pick<Deadlines, Name> => {
  const moment = hoursAfter(end, -hours);
  return (moment > at ? { [name]: moment } : {}) as Pick<Deadlines, Name>;
};

/** The time to accept: until the given moment, or else some days, but never beyond the start of the work. */
export const offered = (work: WorkTerms, terms: TaskTerms, at: string): Deadlines => {
  const acceptBy = work.acceptBy ?? earliest(hoursAfter(at, terms.acceptDays * 24), work.startAt);
  return { since: at, acceptBy, ...reminderBefore('acceptReminder', acceptBy, terms.acceptReminderHours, at) };
};

/** Hours of grace: at most so many, and at most a share of the work's length. */
const graceOf = ({ startAt, dueAt }: Pick<WorkTerms, 'startAt' | 'dueAt'>, { graceShare }: TaskTerms, most: number): number =>
  Math.min(most, ((Date.parse(dueAt) - Date.parse(startAt)) / HOUR) * (graceShare / 10_000));

/** The time to do the work, ending at `dueBy`. */
export const working = ({ work, terms }: TaskContext, dueBy: string, at: string): Deadlines => ({
  since: at,
  ...reminderBefore('dueReminder', dueBy, terms.dueReminderHours, at),
  dueBy,
  graceUntil: hoursAfter(dueBy, graceOf(work, terms, terms.overdueGraceHours)),
});

/** Hours by which what comes before the work was there later than the agreed start. */
const heldUp = ({ work: { startAt }, readyAt = startAt }: Pick<TaskContext, 'work' | 'readyAt'>): number =>
  Math.max(0, (Date.parse(readyAt) - Date.parse(startAt)) / HOUR);

/** The end of the work: as much later than agreed as the work was held up. The contractor does not answer for the delay of what comes before. */
export const workDueAt = (context: TaskContext): string => hoursAfter(context.work.dueAt, heldUp(context));

/** The time to begin. After an obstacle, the contractor has the whole grace period from the moment when everything was ready. */
export const starting = (context: TaskContext, at: string): Deadlines => {
  const { work, terms, readyAt } = context;
  const startBy = readyAt === undefined || heldUp(context) === 0 ? work.startAt : hoursAfter(readyAt, terms.startGraceHours);
  return {
    ...reminderBefore('startReminder', startBy, terms.startReminderHours, at),
    startBy,
    noShow: hoursAfter(startBy, graceOf(work, terms, terms.startGraceHours)),
    ...working(context, workDueAt(context), at),
  };
};

/** The time to brief ends some hours before the work begins. Where fewer are left, it ends when the work begins: nobody is late at once. */
export const briefing = ({ work, terms }: TaskContext, at: string): Deadlines => {
  const before = hoursAfter(work.startAt, -terms.briefHours);
  return { since: at, briefBy: latest(before > at ? before : work.startAt, at) };
};

/** The deadlines of a new stage. The deadline to answer a payment report is kept, because no stage ends it. */
export const replaced = ({ deadlines: { confirmBy } }: TaskContext, given: Deadlines): Deadlines =>
  confirmBy === undefined ? given : { ...given, confirmBy };

/** The deadlines once a reported payment was answered. */
export const answered = ({ deadlines: { confirmBy: _, ...kept } }: TaskContext): Deadlines => kept;

/** The deadline shifted by all holds since it was set; undefined while a hold is active. */
const moved = ({ deadlines, holds }: Partial<TaskContext>, base: string | undefined): string | undefined =>
  base === undefined || deadlines?.since === undefined ? base : extended(base, deadlines.since, stopping(holds));

/** Like `moved`, but returns the original deadline while a hold is active. */
export const movedOrSet = (context: TaskContext, base: string): string => moved(context, base) ?? base;

/** The deadlines as the holds have moved them: what the parties are shown. */
export const standingDeadlines = (context: TaskContext): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(context.deadlines).flatMap(([name, base]) => {
      if (name === 'since') return [];
      const shown = Array.isArray(base) ? base.flatMap((each) => moved(context, each) ?? []) : moved(context, base);
      return shown === undefined || shown.length === 0 ? [] : [[name, shown]];
    }),
  );

/** What a delay reads. Before the first event nothing of the context is there. */
interface Scope {
  context: Partial<TaskContext>;
  event: { at?: string };
}

type Moment = { [Name in keyof Deadlines]-?: Required<Deadlines>[Name] extends string ? Name : never }[keyof Deadlines];
type Moments = Exclude<keyof Deadlines, Moment>;
const moment =
  (name: Moment) =>
  ({ context }: Scope): number =>
    due(moved(context, context.deadlines?.[name]));
const moments =
  (name: Moments) =>
  ({ context, event }: Scope): number =>
    next(
      (context.deadlines?.[name] ?? []).flatMap((each) => moved(context, each) ?? []),
      event.at,
    );

/** When a hold has lasted longer than the terms allow. */
const holdPatience = ({ context }: Scope): number => {
  const [first] = stopping(lasting(context.holds));
  if (first === undefined || context.heldTooLong || context.terms === undefined) return due(undefined);
  return due(hoursAfter(first.from, context.terms.holdPatienceDays * 24));
};

/** Reminders run from the beginning of their state, and stop during its holds. */
const openReminder = ({ context: { openSince, terms, holds }, event }: Scope): number =>
  next(
    remindersOf(openSince, terms).flatMap((each) => extended(each, openSince ?? each, stopping(holds)) ?? []),
    event.at,
  );

/** The notice of a delay comes only after this time, so that ten minutes cause none. Tasks posted before this term existed have no such notice. */
const lateNotice = ({ context: { openSince, terms, holds } }: Pick<Scope, 'context'>): number =>
  openSince === undefined || terms?.lateNoticeHours === undefined
    ? due(undefined)
    : due(extended(hoursAfter(openSince, terms.lateNoticeHours), openSince, stopping(holds)));

/** Whether the work has not begun for longer than that. Only while its start is late. */
export const isLate = (context: TaskContext, at: string): boolean => lateNotice({ context }) <= Date.parse(at);

/** The reminder of a hold that has lasted longer than the terms allow, after the notice of that. */
const heldReminder = ({ context: { holds, terms, heldTooLong }, event }: Scope): number => {
  const [first] = heldTooLong ? stopping(lasting(holds)) : [];
  const tooLongSince = first && terms && hoursAfter(first.from, terms.holdPatienceDays * 24);
  return next(remindersOf(tooLongSince, terms), event.at);
};

export const delays = {
  openReminder,
  lateNotice,
  heldReminder,
  acceptReminder: moment('acceptReminder'),
  acceptBy: moment('acceptBy'),
  briefBy: moment('briefBy'),
  startReminder: moment('startReminder'),
  startBy: moment('startBy'),
  noShow: moment('noShow'),
  dueReminder: moment('dueReminder'),
  dueBy: moment('dueBy'),
  graceUntil: moment('graceUntil'),
  reviewReminder: moments('reviewReminders'),
  reviewBy: moment('reviewBy'),
  payReminder: moments('payReminders'),
  payBy: moment('payBy'),
  confirmReminder: moment('confirmBy'),
  holdPatience,
};
