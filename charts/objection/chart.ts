/** The law of an objection: a contractor contests a late or missed start that was recorded (4.2.1), the customer may answer, and the operator decides. */
import { setup } from 'xstate';
import type { Calendar } from '../../rules/working-days.ts';
import { workingDaysAfter, workingDaysAfterTerm } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import { command, due, next, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ObjectionTemplate } from './messages.ts';
import type { ObjectionContext, ObjectionEvent, ObjectionTerms } from './types.ts';

export type Reader = 'contractor' | 'customer' | 'staff';

interface Scope {
  context: ObjectionContext;
  event: ObjectionEvent;
}

/** The term of the operator follows that of the customer, also if the customer answers early: so both know it from the beginning. */
function deadlinesOf(terms: ObjectionTerms, at: string, calendar: Calendar): ObjectionContext['deadlines'] {
  const answerBy = workingDaysAfter(at, terms.answerWorkingDays, calendar);
  return {
    answerBy,
    decideReminders: terms.decideReminderWorkingDays.map((days) => workingDaysAfterTerm(answerBy, days, calendar)),
    decideBy: workingDaysAfterTerm(answerBy, terms.decideWorkingDays, calendar),
  };
}

const { begin, on, when } = contextOf<ObjectionContext, ObjectionEvent>();
const { notify, ordered } = ordersOf<Scope, Reader, ObjectionTemplate>();

const objection = setup({
  types: {
    context: {} as ObjectionContext,
    events: {} as ObjectionEvent,
    input: {} as Partial<ObjectionContext>,
    tags: {} as 'contested' | 'excused',
  },
  guards: {
    by: speaksFor,
    /** Before an objection there is nobody that it is of. */
    isOwn: ({ event: { actor, input } }) => !('contractor' in (input ?? {})) || (input as { contractor?: string }).contractor === actor,
    isInTime: when('raise', ({ event: { at, input } }) => at <= input.objectUntil),
  },
  delays: {
    answerBy: ({ context }) => due(context.deadlines?.answerBy),
    decideReminder: ({ context, event }) => next(context.deadlines?.decideReminders, event.at),
    decideBy: ({ context }) => due(context.deadlines?.decideBy),
  },
  actions: {
    bind: begin('raise', ({ at, input: { calendar, ...raised } }) => ({ ...raised, deadlines: deadlinesOf(raised.terms, at, calendar) })),
    keepAnswer: on('answer', ({ event: { at, input } }) => ({ answer: { at, comment: input.comment } })),
    keepDecision: on(['excuse', 'keep'], ({ event: { at, input } }) => ({ decision: { at, reasons: input.reasons } })),
    ...ordered('notify'),
  },
});

const both = (template: ObjectionTemplate) => [notify('contractor', template), notify('customer', template)];
const withdraw = () => command('contractor', '4.2.1', { target: 'withdrawn', actions: [notify('customer', 'objection-withdrawn')] });

export const objectionChart = objection.createMachine({
  id: 'objection',
  context: unbegun<ObjectionContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        raise: command('contractor', '4.2.1', {
          candidate: 'isOwn',
          check: 'isInTime',
          calendar: true,
          target: 'asked',
          actions: ['bind', notify('customer', 'objection-raised')],
        }),
      },
    },
    // The operator hears the customer before it decides.
    asked: {
      tags: ['contested'],
      on: {
        answer: command('customer', '4.2.1', { target: 'deciding', actions: ['keepAnswer', notify('contractor', 'objection-answered')] }),
        withdraw: withdraw(),
      },
      after: { answerBy: timeout('platform', { target: 'deciding' }) },
    },
    deciding: {
      tags: ['contested'],
      on: {
        excuse: command('operator', '4.4.1', {
          duty: 'decideObjection',
          target: 'excused',
          actions: ['keepDecision', ...both('objection-excused')],
        }),
        keep: command('operator', '4.4.1', { target: 'kept', actions: ['keepDecision', ...both('objection-kept')] }),
        withdraw: withdraw(),
      },
      after: {
        decideReminder: reminder('platform', { actions: [notify('staff', 'objection-decide-reminder')] }),
        // The contractor does not answer for the delay of the operator.
        decideBy: timeout('platform', { target: 'undecided', actions: both('objection-undecided') }),
      },
    },
    excused: { type: 'final', tags: ['excused'] },
    undecided: { type: 'final', tags: ['excused'] },
    kept: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});
