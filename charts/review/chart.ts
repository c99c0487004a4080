/** The law of the reviews of a task: two parties write of each other, neither knows of the other's until both are published together. */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, due, dueOf, reminder, sideOf, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { ReviewTemplate } from './messages.ts';
import type { Author, ReviewContext, ReviewEvent, Written } from './types.ts';

const authors: Author[] = ['customer', 'contractor'];
const otherOf = (author: string): Author => (author === 'customer' ? 'contractor' : 'customer');

/** What is added to what a party wrote. */
const adding = ({ written }: ReviewContext, author: Author, more: Written): Pick<ReviewContext, 'written'> => ({
  written: { ...written, [author]: { ...written[author], ...more } },
});

const mayReply =
  (author: Author) =>
  ({ context: { written } }: { context: ReviewContext }): boolean =>
    written[otherOf(author)]?.stars !== undefined && written[author]?.replied === undefined;

/** Something that may be blocked: a text, or a file. A reply has a text always. */
const hasContent = ({ written }: ReviewContext, author: Author): boolean => {
  const { note, reply, files } = written[author] ?? {};
  return (note ?? reply ?? files) !== undefined;
};
const blank = { written: {} } satisfies Partial<ReviewContext>;

/** Who a notice goes to: `silent` are those who have not written. */
export type Reader = Author | 'silent';

const { begin, change, on, when } = contextOf<ReviewContext, ReviewEvent, typeof blank>();
const { notify, ordered } = ordersOf<{ context: ReviewContext; event: ReviewEvent }, Reader, ReviewTemplate>();

const namesContent = (author: Author) => when('block', ({ context, event }) => event.input.party === author && hasContent(context, author));

const review = setup({
  types: { context: {} as ReviewContext, events: {} as ReviewEvent, input: {} as Partial<ReviewContext> },
  guards: {
    by: speaksFor,
    otherHasWritten: ({ context, event }) => context.written[otherOf(event.by)] !== undefined,
    someoneHasWritten: ({ context }) => authors.some((author) => context.written[author] !== undefined),
    nobodyHasWritten: ({ context }) => authors.every((author) => context.written[author] === undefined),
    customerMayReply: mayReply('customer'),
    contractorMayReply: mayReply('contractor'),
    someoneHasContent: ({ context }) => authors.some((author) => hasContent(context, author)),
    customerHasContent: namesContent('customer'),
    contractorHasContent: namesContent('contractor'),
  },
  delays: {
    reminder: ({ context: { closesAt, terms } }) => due(closesAt && terms && hoursAfter(closesAt, -terms.reminderHours)),
    closesAt: ({ context }) => due(context.closesAt),
    repliesUntil: ({ context: { publishedAt, terms } }) => due(publishedAt && terms && hoursAfter(publishedAt, terms.replyDays * 24)),
  },
  actions: {
    bind: begin('open', ({ input }) => input),
    keepReview: on('write', ({ context, event }) => {
      const { stars, note, files } = event.input;
      return adding(context, sideOf(event), { stars, note, files });
    }),
    publish: change(({ event }) => ({ publishedAt: dueOf(event) ?? event.at })),
    keepReply: on('reply', ({ context, event }) => {
      const { message, files } = event.input;
      return adding(context, sideOf(event), { reply: message, replyFiles: files, replied: true });
    }),
    dropContent: on('block', ({ context, event: { input } }) =>
      adding(context, input.party, { note: undefined, files: undefined, reply: undefined, replyFiles: undefined, blocked: input.reasons }),
    ),
    ...ordered('notify'),
  },
});

const published = ['publish' as const, ...authors.map((author) => notify(author, 'review-published'))];

export const reviewChart = review.createMachine({
  id: 'review',
  context: unbegun<ReviewContext>(blank),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: {
      on: { open: answer({ target: 'open', actions: ['bind', ...authors.map((author) => notify(author, 'review-opened'))] }) },
    },
    open: {
      on: {
        write: [
          command(authors, '4.1.4', { check: 'otherHasWritten', target: 'published', actions: ['keepReview', ...published] }),
          command(authors, '4.1.4', { actions: ['keepReview'] }),
        ],
      },
      after: {
        reminder: reminder('platform', { actions: [notify('silent', 'review-reminder')] }),
        closesAt: [
          timeout('platform', { guard: 'someoneHasWritten', target: 'published', actions: published }),
          timeout('platform', { guard: 'nobodyHasWritten', target: 'unwritten', actions: ['publish'] }),
        ],
      },
    },
    published: {
      on: {
        reply: authors.map((author) =>
          command(author, '4.1.4', { guard: `${author}MayReply`, actions: ['keepReply', notify(otherOf(author), 'review-replied')] }),
        ),
        block: authors.map((author) =>
          command('operator', '4.4.3', {
            guard: 'someoneHasContent',
            check: `${author}HasContent`,
            actions: ['dropContent', notify(author, 'review-blocked')],
          }),
        ),
      },
      after: { repliesUntil: timeout('platform', { target: 'closed' }) },
    },
    closed: { type: 'final' },
    unwritten: { type: 'final' },
  },
});
