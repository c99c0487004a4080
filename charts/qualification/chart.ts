/** The law of a qualification: a contractor shows a skill, a permit or a licence (4.2.2), the staff look at it, and it holds until its last day. */
import { setup } from 'xstate';
import { addCalendarDays, civilDate, endOfDay, morningOf, workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import { command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { QualificationTemplate } from './messages.ts';
import type { DeclareInput, QualificationContext, QualificationEvent } from './types.ts';

export type Reader = 'contractor' | 'staff';

interface Scope {
  context: QualificationContext;
  event: QualificationEvent;
}

const blank = { deadlines: {} } satisfies Partial<QualificationContext>;

const { begin, change, on, when } = contextOf<QualificationContext, QualificationEvent, typeof blank>();
const { notify, ordered } = ordersOf<Scope, Reader, QualificationTemplate>();

function endOf({ validUntil, terms }: DeclareInput): Pick<QualificationContext['deadlines'], 'endReminders' | 'endsAt'> {
  if (validUntil === undefined) return {};
  return {
    endReminders: terms.endReminderDays.map((days) => morningOf(addCalendarDays(validUntil, -days))),
    endsAt: endOfDay(validUntil),
  };
}

const qualification = setup({
  types: { context: {} as QualificationContext, events: {} as QualificationEvent, input: {} as Partial<QualificationContext> },
  guards: {
    by: speaksFor,
    /** Before a declaration there is nobody that it is of. */
    isOwn: ({ event: { actor, input } }) => !('contractor' in (input ?? {})) || (input as { contractor?: string }).contractor === actor,
    isIssued: when('declare', ({ event: { at, input } }) => input.issuedOn <= civilDate(at)),
    stillHolds: when('declare', ({ event: { at, input } }) => input.validUntil === undefined || input.validUntil >= civilDate(at)),
  },
  delays: {
    decideReminder: ({ context, event }) => next(context.deadlines?.decideReminders, event.at),
    endReminder: ({ context, event }) => next(context.deadlines?.endReminders, event.at),
    endsAt: ({ context }) => due(context.deadlines?.endsAt),
  },
  actions: {
    bind: begin('declare', ({ at, input: { calendar, ...declared } }) => ({
      ...declared,
      deadlines: {
        decideReminders: declared.terms.decideReminderWorkingDays.map((days) => workingDaysAfter(at, days, calendar)),
        ...endOf(declared),
      },
    })),
    keepApproval: change(({ event }) => ({ approvedAt: event.at })),
    keepReasons: on(['refuse', 'revoke'], ({ event: { at, input } }) => ({ decision: { at, reasons: input.reasons } })),
    ...ordered('notify'),
  },
});

const withdraw = () => command('contractor', '4.2.2', { target: 'withdrawn' });
const end = () => timeout('4.2.2', { target: 'expired', actions: [notify('contractor', 'qualification-expired')] });

export const qualificationChart = qualification.createMachine({
  id: 'qualification',
  context: unbegun<QualificationContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        declare: command('contractor', '4.2.2', {
          candidate: 'isOwn',
          check: ['isIssued', 'stillHolds'],
          calendar: true,
          target: 'declared',
          actions: ['bind'],
        }),
      },
    },
    // The operator's silence proves nothing.
    declared: {
      meta: openEnded('4.4.1', 'staff'),
      on: {
        approve: command('operator', '4.4.1', {
          duty: 'decideQualification',
          target: 'approved',
          actions: ['keepApproval', notify('contractor', 'qualification-approved')],
        }),
        refuse: command('operator', '4.4.1', {
          target: 'refused',
          actions: ['keepReasons', notify('contractor', 'qualification-refused')],
        }),
        withdraw: withdraw(),
      },
      after: {
        decideReminder: reminder('platform', { actions: [notify('staff', 'qualification-decide-reminder')] }),
        endsAt: end(),
      },
    },
    approved: {
      meta: openEnded('4.2.2', 'nothing'),
      on: {
        revoke: command('operator', '4.4.1', {
          target: 'revoked',
          actions: ['keepReasons', notify('contractor', 'qualification-revoked')],
        }),
        withdraw: withdraw(),
      },
      after: {
        endReminder: reminder('platform', { actions: [notify('contractor', 'qualification-expiring')] }),
        endsAt: end(),
      },
    },
    refused: { type: 'final' },
    withdrawn: { type: 'final' },
    revoked: { type: 'final' },
    expired: { type: 'final' },
  },
});
