/** Events of a thread, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { OpenThread, Side, ThreadContext, ThreadEvent } from '../../../charts/thread/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const { customer, first: contractor, operator } = accounts;
const terms = { waitMinutes: 15, pauseMinutes: 360, quietFromHour: 22, quietToHour: 8, idleDays: 60, notedHour: 3 };

export const opening = (about: string): OpenThread => ({ about, customer: customer as string, contractor: contractor as string, terms });

export const threadExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(context, at) {
    const people: Record<Side, string> = { customer: customer as string, contractor: contractor as string, operator: operator as string };
    const { messages = 0 } = context as ThreadContext;
    const said = (Object.keys(people) as Side[]).flatMap((by): ThreadEvent[] => {
      const author = { by, actor: people[by], at };
      return [
        { type: 'say', ...author, input: { text: text('text') } },
        { type: 'say', ...author, input: { text: text('text'), quote: messages + 1 } },
        { type: 'edit', ...author, input: { message: 1, text: text('text') } },
        { type: 'withdraw', ...author, input: { message: 1 } },
        ...[messages - 1, messages].map((upTo) => ({ type: 'markRead' as const, ...author, input: { upTo } })),
      ];
    });
    return [
      ...['task/one', 'dispute/one/1'].map((about): ThreadEvent => ({ type: 'open', by: 'platform', at, input: opening(about) })),
      ...said,
      { type: 'close', by: 'operator', actor: operator, at, input: { reasons: text('reasons') } },
      { type: 'over', by: 'platform', at, input: {} },
    ] satisfies ThreadEvent[] as ChartEvent[];
  },
  abstraction(context) {
    const { about, messages, read, unread, toldAt } = context as ThreadContext;
    // How many more there are than a number says: two are as good as more.
    const beyond = (number = 0): number => Math.min(messages - number, 2);
    const of = (side: Side) => [
      beyond(read[side]),
      unread[side] && [unread[side].from, beyond(unread[side].upTo)],
      toldAt[side] !== undefined,
    ];
    return [about, beyond(), of('customer'), of('contractor'), of('operator')];
  },
};
