/** The law of a verification: the operator may at any time ask an account for documents (4.4.1), and decides about what it gets. */
import { setup } from 'xstate';
import type { Calendar } from '../../rules/working-days.ts';
import { workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import type { ErasableRef, Party } from '../law.ts';
import { answer, command, due, next, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { VerificationTemplate } from './messages.ts';
import type { VerificationContext, VerificationEvent, VerificationTerms } from './types.ts';

/** The account, as whichever party it is. */
const ACCOUNT: Party[] = ['customer', 'contractor'];

/** `asker` is the member of staff who asked. */
export type Reader = 'account' | 'asker';

/** The accounts that get a notice. An account that is both customer and contractor gets it once. */
export function readersOf({ customer, contractor, askedBy }: VerificationContext, to: Reader): string[] {
  const readers = { account: [customer, contractor], asker: [askedBy] }[to];
  return [...new Set(readers.filter((account) => account !== undefined))];
}

/** The terms of an asking run from its moment: what is sent to the authorised number counts as received (1.2). */
function deadlinesOf(
  { answerWorkingDays, reminderWorkingDays, graceWorkingDays }: VerificationTerms,
  at: string,
  calendar: Calendar,
  workingDays = answerWorkingDays,
): VerificationContext['deadlines'] {
  const after = (days: number): string => workingDaysAfter(at, days, calendar);
  return {
    reminders: reminderWorkingDays.filter((days) => days < workingDays).map(after),
    answerBy: after(workingDays),
    lapseBy: after(workingDays + graceWorkingDays),
  };
}

const ofThisRound = ({ submissions, round }: VerificationContext): number => submissions.filter((each) => each.round === round).length;

const blank = { submissions: [], round: 0, deadlines: {} } satisfies Partial<VerificationContext>;

interface Scope {
  context: VerificationContext;
  event: VerificationEvent;
}

const { begin, change, on } = contextOf<VerificationContext, VerificationEvent, typeof blank>();
const { effect, notify, ordered } = ordersOf<Scope, Reader, VerificationTemplate>();

const verification = setup({
  types: { context: {} as VerificationContext, events: {} as VerificationEvent, input: {} as Partial<VerificationContext> },
  guards: {
    by: speaksFor,
    submissionsAreLeft: ({ context }) => ofThisRound(context) < context.terms.mostSubmissions,
    submissionIsCurrent: ({ context, event }) => 'version' in event.input && event.input.version === context.submissions.at(-1)?.version,
  },
  delays: {
    answerReminder: ({ context, event }) => next(context.deadlines?.reminders, event.at),
    answerBy: ({ context }) => due(context.deadlines?.answerBy),
    lapseBy: ({ context }) => due(context.deadlines?.lapseBy),
    decideReminder: ({ context, event }) => next(context.deadlines?.decideReminders, event.at),
  },
  actions: {
    bind: begin('ask', ({ at, actor, input: { calendar, ...asked } }) => ({
      ...asked,
      ...(actor !== undefined && { askedBy: actor }),
      round: 1,
      deadlines: deadlinesOf(asked.terms, at, calendar),
    })),
    bindOwn: begin('ask', ({ at, input: { calendar, ...asked } }) => ({
      ...asked,
      round: 1,
      deadlines: deadlinesOf(asked.terms, at, calendar),
    })),
    askAgain: on('askAgain', ({ context, event: { at, input } }) => ({
      round: context.round + 1,
      askedAgain: { at, reasons: input.reasons },
      deadlines: deadlinesOf(context.terms, at, input.calendar, input.workingDays),
    })),
    keepSubmission: on('submit', ({ context, event: { at, input } }) => {
      const { files: documents = [], evidence, calendar } = input;
      const { submissions, round, terms, deadlines } = context;
      const version = submissions.length + 1;
      const decideReminders = terms.decideReminderWorkingDays.map((days) => workingDaysAfter(at, days, calendar));
      return {
        submissions: [...submissions, { version, round, at, documents, evidence }],
        deadlines: { ...deadlines, decideReminders },
      };
    }),
    keepDecision: change(({ event }) => {
      const { reasons } = event.input as { reasons?: ErasableRef };
      return { decision: { at: event.at, ...(reasons && { reasons }) } };
    }),
    ...ordered('notify', 'sendToLife'),
  },
});

const both = (toAccount: VerificationTemplate, toAsker: VerificationTemplate) => [notify('account', toAccount), notify('asker', toAsker)];
const over = (became: 'approved' | 'refused' | 'lapsed' | 'withdrawn') =>
  effect('sendToLife', ({ context: { id, parent, kinds } }) => ({
    to: parent,
    type: 'verificationOver',
    input: { child: id, became, kinds },
  }));

const submit = (guard: { guard?: 'submissionsAreLeft' } = {}) =>
  command(ACCOUNT, '4.4.1', {
    ...guard,
    calendar: true,
    target: 'submitted',
    actions: ['keepSubmission' as const, notify('asker', 'verification-submitted')],
  });
const askAgain = () =>
  command('operator', '4.4.1', {
    calendar: true,
    target: 'asked',
    actions: ['askAgain' as const, notify('account', 'verification-asked-again')],
  });
const withdraw = () =>
  command('operator', '4.4.1', {
    target: 'withdrawn',
    actions: ['keepDecision' as const, over('withdrawn'), notify('account', 'verification-withdrawn')],
  });

export const verificationChart = verification.createMachine({
  id: 'verification',
  context: unbegun<VerificationContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: {
        ask: [
          command('operator', '4.4.1', {
            calendar: true,
            target: 'asked',
            actions: ['bind', notify('account', 'verification-asked')],
          }),
          // The account shows a document of its own accord: nobody of the staff has asked.
          answer({ calendar: true, target: 'asked', actions: ['bindOwn'] }),
        ],
      },
    },
    asked: {
      on: { submit: submit(), askAgain: askAgain(), withdraw: withdraw() },
      after: {
        answerReminder: reminder('4.4.1', { actions: [notify('account', 'verification-reminder')] }),
        answerBy: timeout('4.4.1', { target: 'overdue', actions: both('verification-overdue', 'verification-unanswered') }),
      },
    },
    // A late answer is better than none, so it is accepted until the grace period ends.
    overdue: {
      on: { submit: submit(), askAgain: askAgain(), withdraw: withdraw() },
      after: {
        lapseBy: timeout('4.4.1', {
          target: 'lapsed',
          actions: [over('lapsed'), ...both('verification-lapsed', 'verification-unanswered')],
        }),
      },
    },
    // The operator's silence decides nothing: it neither trusts nor blames.
    submitted: {
      meta: openEnded('4.4.1', 'staff'),
      on: {
        submit: submit({ guard: 'submissionsAreLeft' }),
        approve: command('operator', '4.4.1', {
          duty: 'decideDocuments',
          check: 'submissionIsCurrent',
          target: 'approved',
          actions: ['keepDecision', over('approved'), notify('account', 'verification-approved')],
        }),
        refuse: command('operator', '4.4.1', {
          check: 'submissionIsCurrent',
          target: 'refused',
          actions: ['keepDecision', over('refused'), notify('account', 'verification-refused')],
        }),
        askAgain: askAgain(),
        withdraw: withdraw(),
      },
      after: { decideReminder: reminder('platform', { actions: [notify('asker', 'verification-decide-reminder')] }) },
    },
    approved: { type: 'final' },
    refused: { type: 'final' },
    lapsed: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});
