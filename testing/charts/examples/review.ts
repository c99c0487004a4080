/** Commands of a task's reviews with valid input, for walks through their chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { Author, ReviewContext, ReviewEvent, ReviewTerms } from '../../../charts/review/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const DAY = 86_400_000;
const { customer, first: contractor, operator } = accounts;

export const terms: ReviewTerms = { reminderHours: 48, replyDays: 14 };

/** A photo that a review may have. */
const files = [{ file: 'file/1', sha256: 'ab' }];

/** The reviews of a task that closed at a moment. */
export const opening = (at: string): Extract<ReviewEvent, { type: 'open' }>['input'] => ({
  parent: 'task/1',
  customer,
  contractor,
  closesAt: new Date(Date.parse(at) + 7 * DAY).toISOString(),
  terms,
});

export const reviewExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(_, at) {
    const people: Record<Author, string> = { customer, contractor };
    const said = (Object.keys(people) as Author[]).flatMap((by): ReviewEvent[] => [
      { type: 'write', by, actor: people[by], at, input: { stars: 4 } },
      { type: 'write', by, actor: people[by], at, input: { stars: 2, note: text('note') } },
      { type: 'write', by, actor: people[by], at, input: { stars: 1, files } },
      { type: 'reply', by, actor: people[by], at, input: { message: text('message') } },
      { type: 'block', by: 'operator', actor: operator, at, input: { party: by, reasons: text('reasons') } },
    ]);
    return [{ type: 'open', by: 'platform', at, input: opening(at) }, ...said] satisfies ReviewEvent[] as ChartEvent[];
  },

  abstraction: (context) =>
    Object.entries((context as ReviewContext).written)
      .sort()
      .map(([author, { stars, note, files, reply, replied, blocked }]) => [
        author,
        ...[stars, note, files, reply, replied, blocked].map((each) => each !== undefined),
      ]),
};
