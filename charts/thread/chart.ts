/**
 * The law of a thread: people write to each other about a task or a dispute (3.1). Order, moments and marks of reading are those of the chain. Who may write
 * now depends on the task or the dispute, and is asked before the commit (`api/threads`).
 */
import { setup } from 'xstate';
import { letterAt } from '../../rules/gathered-letters.ts';
import { hoursAfter } from '../../rules/hours.ts';
import { nextHour } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, dueOf, openEnded, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ThreadTemplate } from './messages.ts';
import type { Side, ThreadContext, ThreadEvent, Unread } from './types.ts';

interface Scope {
  context: ThreadContext;
  event: ThreadEvent;
}

const PARTIES = ['customer', 'contractor'] as const satisfies Side[];
const blank = { messages: 0, revisions: 0, read: {}, unread: {}, toldAt: {} } satisfies Partial<ThreadContext>;
const { begin, on, when, change } = contextOf<ThreadContext, ThreadEvent, typeof blank>();
const { effect, notify, ordered } = ordersOf<Scope, Side, ThreadTemplate>();

/** A thread is about a task or a dispute. */
export const isOfDispute = ({ about }: Pick<ThreadContext, 'about'>): boolean => about.startsWith('dispute/');

/** A message adds to what the others have not read. They wait since the first of those messages. */
function unreadWith({ about, unread, messages }: ThreadContext, { by, at }: ThreadEvent): ThreadContext['unread'] {
  const from = by as Side;
  const readers: Side[] = isOfDispute({ about }) ? [...PARTIES, 'operator'] : PARTIES.slice();
  const others = readers.filter((side) => side !== from);
  const added = others.map((side): [Side, Unread] => [side, { since: unread[side]?.since ?? at, upTo: messages + 1, from }]);
  return { ...unread, ...Object.fromEntries(added) };
}

function readUpTo({ read, unread }: ThreadContext, side: Side, upTo: number): Pick<ThreadContext, 'read' | 'unread'> {
  const isStillUnread = upTo < (unread[side]?.upTo ?? 0);
  return { read: { ...read, [side]: upTo }, unread: isStillUnread ? unread : { ...unread, [side]: undefined } };
}

const waitsFor =
  (side: Side, author: Side) =>
  ({ context: { unread } }: { context: ThreadContext }): boolean =>
    unread[side]?.from === author;

const hasUnread =
  (side: Side) =>
  ({ context: { read, messages } }: { context: ThreadContext }): boolean =>
    (read[side] ?? 0) < messages;

const operatorHasUnread = ({ context }: { context: ThreadContext }): boolean => isOfDispute(context) && hasUnread('operator')({ context });

const letterOf =
  (side: Side) =>
  ({ context: { unread = {}, toldAt = {}, terms } }: { context: ThreadContext }): number => {
    const waits = unread[side];
    return due(waits && letterAt(waits.since, toldAt[side], terms));
  };

const thread = setup({
  types: { context: {} as ThreadContext, events: {} as ThreadEvent, input: {} as Partial<ThreadContext> },
  guards: {
    by: speaksFor,
    isOfDispute: ({ context }) => isOfDispute(context),
    quoteIsKnown: when('say', ({ context: { messages }, event: { input } }) => (input.quote ?? 0) <= messages),
    hasMessages: ({ context: { messages } }) => messages > 0,
    customerHasUnread: hasUnread('customer'),
    contractorHasUnread: hasUnread('contractor'),
    operatorHasUnread,
    readsForward: when(
      'markRead',
      ({ context: { read, messages }, event }) => (read[event.by as Side] ?? 0) < event.input.upTo && event.input.upTo <= messages,
    ),
    contractorWroteToCustomer: waitsFor('customer', 'contractor'),
    operatorWroteToCustomer: waitsFor('customer', 'operator'),
    customerWroteToContractor: waitsFor('contractor', 'customer'),
    operatorWroteToContractor: waitsFor('contractor', 'operator'),
  },
  delays: {
    letterToCustomer: letterOf('customer'),
    letterToContractor: letterOf('contractor'),
    letterToStaff: letterOf('operator'),
    noting: ({ context: { unnotedSince, terms } }) => due(unnotedSince && nextHour(unnotedSince, terms.notedHour)),
    // What the staff have not read stays in their list.
    idle: ({ context }) =>
      due(context.movedAt && !operatorHasUnread({ context }) ? hoursAfter(context.movedAt, context.terms.idleDays * 24) : undefined),
  },
  actions: {
    bind: begin('open', ({ input }) => input),
    count: on('say', ({ context, event }) => ({
      messages: context.messages + 1,
      unread: unreadWith(context, event),
      movedAt: event.at,
    })),
    /** Who answers for the operator has read what was there. */
    markAnswered: change(({ context }) => readUpTo(context, 'operator', context.messages)),
    countRevision: change(({ context: { revisions } }) => ({ revisions: revisions + 1 })),
    mark: on('markRead', ({ context, event }) => readUpTo(context, event.by as Side, event.input.upTo)),
    noteTold: change(({ context: { unread, toldAt }, event }, side: Side) => ({
      unread: { ...unread, [side]: undefined },
      toldAt: { ...toldAt, [side]: dueOf(event) ?? event.at },
    })),
    markUnnoted: change(({ context: { unnotedSince }, event }) => ({ unnotedSince: unnotedSince ?? event.at })),
    markNoted: change(() => ({ unnotedSince: undefined })),
    noteAsked: change(({ event }) => ({ movedAt: event.at })),
    ...ordered('notify', 'askWhetherOver', 'noteMessages'),
  },
});

const tell = (side: Side, guard: string, template: ThreadTemplate) =>
  timeout('platform', { guard, actions: [notify(side, template), { type: 'noteTold' as const, params: side }] });

/** Its own chain then proves what was written until now. */
const note = [
  'markNoted' as const,
  effect('noteMessages', ({ context: { about, contractor, messages } }) => ({
    ...{ about, messages },
    ...(contractor !== undefined && { contractor }),
  })),
];

/** The chain keeps each version. Whose message it is, is asked before the commit. */
const revision = () => [
  command([...PARTIES], '3.1', { guard: 'hasMessages', actions: ['countRevision', 'markUnnoted'] }),
  command('operator', '9.1', { guard: 'isOfDispute', actions: ['countRevision', 'markUnnoted'] }),
];

export const threadChart = thread.createMachine({
  id: 'thread',
  context: unbegun<ThreadContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { open: answer({ target: 'open', actions: ['bind'] }) } },
    open: {
      meta: openEnded('3.1', 'nothing'),
      on: {
        say: [
          command([...PARTIES], '3.1', { check: 'quoteIsKnown', actions: ['count', 'markUnnoted'] }),
          command('operator', '9.1', { guard: 'isOfDispute', check: 'quoteIsKnown', actions: ['count', 'markUnnoted', 'markAnswered'] }),
        ],
        edit: revision(),
        withdraw: revision(),
        markRead: [
          ...PARTIES.map((side) => command(side, '3.1', { guard: `${side}HasUnread`, check: 'readsForward', actions: ['mark'] })),
          command('operator', '9.1', { guard: 'operatorHasUnread', duty: 'readMessages', check: 'readsForward', actions: ['mark'] }),
        ],
        close: command('operator', '4.4.3', { target: 'closed', actions: note }),
        over: answer({ target: 'over' }),
      },
      after: {
        letterToCustomer: [
          tell('customer', 'contractorWroteToCustomer', 'messages-from-contractor'),
          tell('customer', 'operatorWroteToCustomer', 'messages-from-operator'),
        ],
        letterToContractor: [
          tell('contractor', 'customerWroteToContractor', 'messages-from-customer'),
          tell('contractor', 'operatorWroteToContractor', 'messages-from-operator'),
        ],
        letterToStaff: tell('operator', 'isOfDispute', 'messages-to-operator'),
        noting: timeout('platform', { actions: note }),
        idle: timeout('platform', { actions: ['noteAsked', effect('askWhetherOver', ({ context: { about } }) => ({ about }))] }),
      },
    },
    closed: { type: 'final' },
    over: { type: 'final' },
  },
});
