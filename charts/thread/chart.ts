/**
 * The law of a thread: people write to each other about a task or a dispute (3.1). Order, moments and marks of reading are those of the chain. Who may write
 * now depends on the task or the dispute, and is asked before the commit (`api/threads`).
 */
import { setup } from 'xstate';
import { letterAt } from '../../rules/gathered-letters.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, dueOf, openEnded, sideOf, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ThreadTemplate } from './messages.ts';
import type { Author, Side, ThreadContext, ThreadEvent, Unread } from './types.ts';

interface Scope {
  context: ThreadContext;
  event: ThreadEvent;
}

const SIDES = ['customer', 'contractor'] as const satisfies Side[];
const blank = { messages: 0, revisions: 0, read: {}, unread: {}, toldAt: {} } satisfies Partial<ThreadContext>;
const { begin, on, when, change } = contextOf<ThreadContext, ThreadEvent, typeof blank>();
const { notify, ordered } = ordersOf<Scope, Side, ThreadTemplate>();

/** A message adds to what the others have not read. They wait since the first of those messages. */
function unreadWith({ unread, messages }: ThreadContext, { by, at }: ThreadEvent): ThreadContext['unread'] {
  const from = by as Author;
  const others = SIDES.filter((side) => side !== from);
  const added = others.map((side): [Side, Unread] => [side, { since: unread[side]?.since ?? at, upTo: messages + 1, from }]);
  return { ...unread, ...Object.fromEntries(added) };
}

const waitsFor =
  (side: Side, author: Author) =>
  ({ context: { unread } }: { context: ThreadContext }): boolean =>
    unread[side]?.from === author;

const hasUnread =
  (side: Side) =>
  ({ context: { read, messages } }: { context: ThreadContext }): boolean =>
    (read[side] ?? 0) < messages;

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
    isOfDispute: ({ context: { about } }) => about.startsWith('dispute/'),
    quoteIsKnown: when('say', ({ context: { messages }, event: { input } }) => (input.quote ?? 0) <= messages),
    hasMessages: ({ context: { messages } }) => messages > 0,
    customerHasUnread: hasUnread('customer'),
    contractorHasUnread: hasUnread('contractor'),
    readsForward: when(
      'markRead',
      ({ context: { read, messages }, event }) => (read[sideOf(event)] ?? 0) < event.input.upTo && event.input.upTo <= messages,
    ),
    contractorWroteToCustomer: waitsFor('customer', 'contractor'),
    operatorWroteToCustomer: waitsFor('customer', 'operator'),
    customerWroteToContractor: waitsFor('contractor', 'customer'),
    operatorWroteToContractor: waitsFor('contractor', 'operator'),
  },
  delays: { letterToCustomer: letterOf('customer'), letterToContractor: letterOf('contractor') },
  actions: {
    bind: begin('open', ({ input }) => input),
    count: on('say', ({ context, event }) => ({ messages: context.messages + 1, unread: unreadWith(context, event) })),
    countRevision: change(({ context: { revisions } }) => ({ revisions: revisions + 1 })),
    mark: on('markRead', ({ context: { read, unread }, event }) => {
      const side = sideOf(event);
      const { upTo } = event.input;
      const stillUnread = upTo < (unread[side]?.upTo ?? 0);
      return { read: { ...read, [side]: upTo }, unread: stillUnread ? unread : { ...unread, [side]: undefined } };
    }),
    noteTold: change(({ context: { unread, toldAt }, event }, side: Side) => ({
      unread: { ...unread, [side]: undefined },
      toldAt: { ...toldAt, [side]: dueOf(event) ?? event.at },
    })),
    ...ordered('notify'),
  },
});

const tell = (side: Side, guard: string, template: ThreadTemplate) =>
  timeout('platform', { guard, actions: [notify(side, template), { type: 'noteTold' as const, params: side }] });

/** The chain keeps each version. Whose message it is, is asked before the commit. */
const revision = () => [
  command([...SIDES], '3.1', { guard: 'hasMessages', actions: ['countRevision'] }),
  command('operator', '9.1', { guard: 'isOfDispute', actions: ['countRevision'] }),
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
          command([...SIDES], '3.1', { check: 'quoteIsKnown', actions: ['count'] }),
          command('operator', '9.1', { guard: 'isOfDispute', check: 'quoteIsKnown', actions: ['count'] }),
        ],
        edit: revision(),
        withdraw: revision(),
        markRead: SIDES.map((side) => command(side, '3.1', { guard: `${side}HasUnread`, check: 'readsForward', actions: ['mark'] })),
        close: command('operator', '4.4.3', { target: 'closed' }),
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
      },
    },
    closed: { type: 'final' },
  },
});
