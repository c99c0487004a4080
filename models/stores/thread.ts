/** Reads the read model of threads and their messages. Its projection writes it. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import type { Side } from '../../charts/thread/types.ts';
import { either, query, select, statement } from '../statement.ts';
import type { Page, Reader } from './list.ts';
import { collect } from './list.ts';

export interface ThreadRow {
  id: string;
  number: string;
  about: string;
  customer: string | null;
  contractor: string | null;
  /** Of the two sides, and of the task: null where it is the thread of a dispute. */
  customer_name: string | null;
  contractor_name: string | null;
  title: string | null;
  messages: number;
  /** The messages of others that the reader has not read. The staff read those of disputes. None once the thread is over. At most `MOST_UNREAD`. */
  unread: number;
  touched: string;
  last_at: Date;
}

/** A larger number of unread messages is not counted. */
export const MOST_UNREAD = 100;

interface ThreadFilter extends Page {
  /** The life that they are about. */
  about?: string | undefined;
}

/** One page of the threads of an account, that with the newest message first; all for the operator. Each side is a query with its own index. */
export const listThreads = async (database: Sequelize, reader: Reader, filter: ThreadFilter): Promise<ThreadRow[]> => {
  const { sql, bind } = listQuery(reader, filter);
  return select<ThreadRow>(database, sql, bind);
};

/** The statement of a list. It is separate so that a test can check its plan. */
export function listQuery({ account, roles }: Reader, { about, after, limit }: ThreadFilter): { sql: string; bind: unknown[] } {
  const { bind, put } = collect(limit);
  const narrowed = [...(about === undefined ? [] : [`about = ${put(about)}`]), ...(after === undefined ? [] : [`touched < ${put(after)}`])];
  const page = (...conditions: string[]): string =>
    `(select * from thread where ${[...conditions, ...narrowed].join(' and ') || 'true'} order by touched desc limit $1)`;
  const parts = roles.includes('operator') ? [page()] : ['customer', 'contractor'].map((side) => page(`${side} = ${put(account)}`));
  const reader = `${put(account)}::uuid`;
  const unread = (side: Side): string => `(select count(*)::int from (select from message
    where message.thread = page.id and message.number > page.read_${side} and message.by <> '${side}' limit ${MOST_UNREAD}) as counted)`;
  const sql = `select page.id, page.number, page.about, page.customer, page.contractor, page.messages, page.touched, last.at as last_at,
      one.name as customer_name, other.name as contractor_name, task.title,
      case when page.done then 0 when page.customer = ${reader} then ${unread('customer')} when page.contractor = ${reader} then ${unread('contractor')}
        when page.about like 'dispute/%' then ${unread('operator')} else 0 end as unread
    from (select * from (${parts.join(' union all ')}) as seen order by touched desc limit $1) as page
      join message as last on last.thread = page.id and last.number = page.messages
      left join account as one on one.id = page.customer left join account as other on other.id = page.contractor
      left join task on task.id = page.about
    order by page.touched desc`;
  return { sql, bind };
}

export interface MessageRow {
  number: number;
  seq: number;
  at: Date;
  by: Side;
  /** Of its author, as others see it. */
  name: string | null;
  text: string;
  shown: string | null;
  quote: number | null;
  edited_at: Date | null;
  withdrawn_at: Date | null;
}

const messages = query<MessageRow>(
  'message-page',
  `select message.number, message.seq, at, by, account.name, text, shown, quote, edited_at, withdrawn_at
   from message left join account on account.id = message.account and by <> 'operator'
   where thread = $1 and message.number > $2 order by message.number limit $3`,
);
/** Messages of a thread after a number, in order. */
export const messagesAfter = (database: Sequelize, thread: string, after: number, limit: number): Promise<MessageRow[]> =>
  messages(database, [thread, after, limit]);

export interface Revision {
  /** The number of the message. */
  message: number;
  type: 'edit' | 'withdraw';
  at: Date;
  seq: number;
  hash: string;
}

const revisions = query<Revision>(
  'message-revisions',
  `select (input ->> 'message')::int as message, type, at, seq, hash from event where life = $1 and type in ('edit', 'withdraw') order by seq`,
);
/** The events by which messages of a thread were edited or withdrawn, in order. */
export const revisionsOf = (database: Sequelize, thread: string): Promise<Revision[]> => revisions(database, [thread]);

const own = statement('message-own', 'select from message where thread = $1 and number = $2 and account = $3 and withdrawn_at is null');
/** Is this a message of the account that it has not withdrawn? */
export const isOwnMessage = async (
  transaction: Transaction,
  { thread, number, account }: { thread: string; number: number; account: string },
): Promise<boolean> => (await own(transaction, [thread, number, account])).length > 0;

/** What decides who may write about a task or a dispute, at the moment by its own clock. */
export interface Matter {
  /** The contractor who has accepted the task. */
  contractor: string | null;
  /** The response of the one who is asked about stands. */
  responded: boolean;
  endedAt: Date | null;
  now: Date;
}

const matter = either<Matter>(
  'thread-matter',
  `select task.contractor, coalesce(jsonb_exists(life.snapshot #> '{context,responses}', $2), false) as responded,
     case when life.done then life.at end as "endedAt", clock_timestamp() + life.clock_offset * interval '1 millisecond' as now
   from life left join task on task.id = life.id where life.id = $1`,
);
/** How the task or the dispute stands, for a contractor. @throws if there is none */
export async function matterOf(from: Sequelize | Transaction, about: string, contractor: string | undefined): Promise<Matter> {
  const [row] = await matter(from, [about, contractor ?? '']);
  if (row === undefined) throw new Error(`${about} is not there`);
  return row;
}

const between = query<{ seq: number; at: Date; by: Party; type: string }>(
  'thread-events-between',
  `select seq, at, by, type from event
   where life = $1 and at >= coalesce($2, '-infinity'::timestamptz) and at < coalesce($3, 'infinity'::timestamptz) and type not in ('unexpected', 'messagesNoted')
     and ($4::uuid is null or by <> 'contractor' or (actor ->> 'account')::uuid = $4) and (not $5 or (actor ->> 'account')::uuid = $4)
   order by seq limit 500`,
);
/**
 * What happened to a life between two moments. The acts of other contractors than this one are left out, and what this contractor did not do itself where
 * it reads only its own acts.
 */
export const eventsBetween = (
  database: Sequelize,
  life: string,
  { from, to, contractor, onlyOwn }: { from: Date | undefined; to: Date | undefined; contractor: string | undefined; onlyOwn: boolean },
): Promise<{ seq: number; at: Date; by: Party; type: string }[]> => between(database, [life, from, to, contractor, onlyOwn]);
