import { isOfDispute } from '../../charts/thread/chart.ts';
import type { ThreadContext } from '../../charts/thread/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { projectWork } from './work.ts';

/** The event itself says what it changes of a message. The last event of a commit is the command: due timers come before it. */
const project = statement(
  'thread-project',
  `with changed as (
     select seq, at, by, (actor ->> 'account')::uuid as account, type, (input #>> '{text,text}')::uuid as text, (input #>> '{shown,text}')::uuid as shown,
       (input ->> 'quote')::int as quote, (input ->> 'message')::int as message
     from event where life = $1 and seq = $3),
   said as (
     insert into message (thread, number, seq, at, by, account, text, shown, quote)
     select $1, $7, seq, at, by, account, text, shown, quote from changed where type = 'say' on conflict do nothing),
   edited as (
     update message set text = changed.text, shown = changed.shown, edited_at = changed.at
     from changed where type = 'edit' and message.thread = $1 and message.number = changed.message),
   withdrawn as (
     update message set withdrawn_at = changed.at
     from changed where type = 'withdraw' and message.thread = $1 and message.number = changed.message)
   insert into thread (id, number, about, customer, contractor, messages, read_customer, read_contractor, read_operator, done)
   values ($1, $2, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (id) do update set messages = excluded.messages, read_customer = excluded.read_customer, read_contractor = excluded.read_contractor,
     read_operator = excluded.read_operator, done = excluded.done, touched = case when thread.messages < excluded.messages then excluded.touched else thread.touched end`,
);

/** Keeps the messages of a thread, and how far each side has read. */
export const projectThread: Projection = async (transaction, life) => {
  const { id, number, seq, done, context } = life;
  const { about, customer, contractor, messages, read } = context as ThreadContext;
  const marks = [read.customer ?? 0, read.contractor ?? 0, read.operator ?? 0];
  await project(transaction, [id, number, seq, about, customer, contractor, messages, ...marks, done]);
  // The staff read threads of disputes alone.
  if (isOfDispute({ about })) await projectWork(transaction, life);
};
