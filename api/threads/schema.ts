/** The bodies of the commands of threads, and their responses. */
import { z } from 'zod';
import { fileIds, hungFiles } from '../files/hanging.ts';
import { freeText } from '../free-text.ts';
import { instant } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { either, members, staff } from '../roles.ts';

const text = freeText(4_000);
const number = (description: string) => z.int().min(1).max(1_000_000).meta({ description });
const message = number('The number of the message: `number`');

/** Whoever works for a party may write for it. That binds nobody. */
const writing = either(members('manager', 'accountant'), staff('ordinary', 'support', 'moderator', 'finance'));

const said = { text, quote: number('The number of the message that this one answers').optional(), files: fileIds };

/** By the command's name in the chart. */
export const THREAD_COMMANDS = {
  say: { body: z.strictObject(said), roles: writing, finishes: true, hasRules: true, quotas: ['quotaMessages', 'quotaMessagesPerMinute'] },
  edit: {
    body: z.strictObject({ message, text }),
    roles: writing,
    finishes: true,
    hasRules: true,
    quotas: ['quotaMessages', 'quotaMessagesPerMinute'],
  },
  withdraw: { body: z.strictObject({ message }), roles: writing, finishes: true, hasRules: true },
  markRead: {
    body: z.strictObject({ upTo: number('The number of the last message that was read. It only goes up') }),
    roles: writing,
    finishes: true,
  },
  close: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('sanction', 'moderator') },
} satisfies Commands;

/** A text with what others read of it, where contacts are masked. */
export const WORDING = z.object({ text, shown: text });

export const SayAboutTask = z.strictObject({
  ...said,
  to: z.uuid().toLowerCase().optional().meta({
    description: 'The contractor to whom the customer writes. By default the one who has accepted the task',
  }),
});
export const SayAboutDispute = z.strictObject(said);

const author = z.enum(['customer', 'contractor', 'operator']);

export const Message = z
  .object({
    kind: z.literal('message'),
    number: z.int(),
    seq: z.int().meta({ description: 'Its event in the chain of the thread' }),
    at: instant,
    by: author,
    name: z.string(),
    text: z.string().nullable().meta({ description: 'Null if it was withdrawn or erased' }),
    masked: z.string().nullable().meta({
      description: 'Why contacts in it are hidden from others (4.1.7). Its author and the operator read it as it was written',
    }),
    quote: z.int().nullable(),
    files: hungFiles.unwrap().meta({ description: 'What was given with it. Empty if it was withdrawn' }),
    edited: z.string().nullable(),
    withdrawn: z.string().nullable(),
    read: z.boolean().nullable().meta({ description: 'Whether the other side has marked it as read. Null for a message of the operator' }),
  })
  .meta({ id: 'Message' });

const Happening = z
  .object({ kind: z.literal('event'), seq: z.int(), at: instant, by: z.string(), title: z.string() })
  .meta({ id: 'Happening', description: 'An event of the task or the dispute, in the language of the caller' });

export const MessageList = z
  .object({ items: z.array(z.union([Message, Happening])), next: z.string().nullable() })
  .meta({ id: 'MessageList' });

const about = z.object({ kind: z.enum(['task', 'dispute']), id: z.string() });

export const ThreadFacts = z.object({
  about: about.meta({ description: 'The task or the dispute' }),
  messages: z.int(),
  read: z
    .object({
      customer: z.int(),
      contractor: z.int(),
      operator: z.int().nullable().meta({ description: 'Of the staff, in the thread of a dispute. Null in the thread of a task' }),
    })
    .meta({ description: 'The last message that each side has marked as read' }),
  writable: z.boolean().meta({ description: 'Whether the task or the dispute still lets its parties write' }),
  masks: z.string().nullable().meta({ description: 'Why contacts are hidden in what is written now (4.1.7)' }),
  last: Message.nullable(),
});

export const ThreadList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        about: about.extend({ title: z.string().nullable() }),
        customer: z.uuid().nullable(),
        contractor: z.uuid().nullable(),
        with: z.string().meta({ description: 'Who the other side is; for the operator both' }),
        messages: z.int(),
        unread: z.int().meta({ description: 'Messages of others that the caller has not marked as read, at most 100' }),
        lastAt: instant,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ThreadList' });
