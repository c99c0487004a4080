/** Notices and their delivery. A commit creates them. The effects that deliver them record the outcome. */
import type { InferAttributes, Sequelize } from 'sequelize';
import type { NoticeFacts } from '../../charts/life-type.ts';
import type { Language } from '../../charts/messages.ts';
import { query } from '../statement.ts';
import type { Notice } from '../tables.ts';
import { tables } from '../tables.ts';
import { emailIn } from './account.ts';

export type NoticeRow = InferAttributes<Notice>;

/** The notices of a life, to one account or to all, oldest first. */
export const readNotices = (database: Sequelize, life: string, account: string | undefined): Promise<NoticeRow[]> =>
  tables(database).Notice.findAll({
    where: { life, ...(account !== undefined && { account }) },
    order: ['created_at', 'id'],
    raw: true,
  });

interface Addressed {
  life: string;
  template: string;
  language: Language;
  /** Of the life. */
  number: string;
  deadline: Date | null;
  facts: NoticeFacts | null;
}

export interface NoticeByEmail extends Addressed {
  /** Null for the operator's staff. */
  account: string | null;
  email: string | null;
  /** Null for a reader who is not a party to the task: its words are not told to somebody who has no deal with their author. */
  title: string | null;
  /** The number and the hash of the notice's event. */
  seq: number;
  hash: string;
  /** The number of the task. */
  task: string | null;
}

/** The task that a notice is about: by the id of its life, that of its thread, or that of the dispute whose paper is signed or whose thread it is. */
const TASK = `left join thread on thread.id = notice.life
     left join dispute on dispute.id = case life.kind when 'signing' then life.snapshot #>> '{context,parent}' else thread.about end
     left join task on task.id = coalesce(dispute.about, thread.about, 'task/' || split_part(notice.life, '/', 2))`;

const byEmail = query<Omit<NoticeByEmail, 'email'> & { details: string | null }>(
  'notice-by-email',
  `select notice.life, template, notice.account, account.confirmed_details as details, coalesce(language, 'ru') as language,
     life.number, case when notice.account in (task.customer, task.contractor) then task.title end as title, task.number as task, deadline, facts,
     event.seq, event.hash
   from notice left join account on account.id = notice.account join life on life.id = notice.life
     join event on event.life = notice.life and event.seq = notice.seq
     ${TASK}
   where notice.id = $1 and (notice.account is null or account.id is not null)`,
);
/** A notice with its reader's email. For the operator's staff: the given address, and Russian, the offer's language. */
export async function noticeByEmail(database: Sequelize, id: string, operatorEmail: string): Promise<NoticeByEmail | undefined> {
  const [row] = await byEmail(database, [id]);
  if (row === undefined) return undefined;
  const { details, ...notice } = row;
  const ofAccount = details === null ? null : await emailIn(database, details);
  return { ...notice, email: notice.account === null ? operatorEmail : ofAccount };
}

const toldOf = query(
  'notice-told-of',
  `select from notice where id = $1 and exists (select from notice as other where other.account = notice.account and other.template = notice.template
     and other.channel = 'mail' and other.status in ('sent', 'delivered') and other.settled_at > clock_timestamp() - $2::interval)`,
);
/** Was the reader of a notice told of the same by email within a time (a PostgreSQL interval)? */
export const wasTold = async (database: Sequelize, id: string, inTime: string): Promise<boolean> =>
  (await toldOf(database, [id, inTime])).length > 0;

export interface NoticeBySms extends Omit<Addressed, 'language'> {
  /** Null for a person's own. */
  account: string | null;
  language: Language | null;
  /** The number of the task, if the notice is of another life. */
  task: string | null;
  now: Date;
}

const bySms = query<NoticeBySms>(
  'notice-by-sms',
  `select notice.life, template, notice.account, account.language, life.number, task.number as task, deadline, facts,
     clock_timestamp() as now
   from notice left join account on account.id = notice.account join life on life.id = notice.life
     ${TASK} and task.id <> notice.life
   where notice.id = $1`,
);
export const noticeBySms = async (database: Sequelize, id: string): Promise<NoticeBySms | undefined> => (await bySms(database, [id]))[0];

const undelivered = query(
  'notice-undelivered',
  `insert into undelivered (life, seq, account, template)
   select life, seq, account, template from notice where id = $1
     and not exists (select from notice as other where other.life = notice.life and other.seq = notice.seq
       and other.account is not distinct from notice.account and other.template = notice.template and other.status in ('sent', 'delivered'))
   on conflict do nothing`,
);
/** Lists a notice that waited too long for the staff, unless another channel reached its reader. */
export const noteUndelivered = async (database: Sequelize, id: string): Promise<void> => {
  await undelivered(database, [id]);
};

const delivery = query<{ at: Date; delivered: Date | null }>(
  'notice-delivery',
  `select event.at, min(notice.settled_at) filter (where notice.status in ('sent', 'delivered') and notice.settled_at <= $3) as delivered
   from notice join event on event.life = notice.life and event.seq = notice.seq
   where notice.life = $1 and notice.template = $2 and event.at <= $3 group by event.seq, event.at order by event.seq desc limit 1`,
);
/** The event of the latest notice of a template before a moment, and when any channel had first delivered it by then. */
export const deliveryOf = async (database: Sequelize, life: string, template: string, until: Date) =>
  (await delivery(database, [life, template, until]))[0];

const last = query<{ waiting: boolean; sentAt: Date | null }>(
  'notice-last-sent',
  `select coalesce(bool_or(status = 'waiting'), false) as waiting, min(settled_at) filter (where status in ('sent', 'delivered')) as "sentAt"
   from notice where life = $1 and template = $2
     and seq = (select max(seq) from notice where life = $1 and template = $2)`,
);
/** The delivery of the latest notice of a template: when any channel first sent it, and whether one still waits. */
export const lastSent = async (database: Sequelize, life: string, template: string): Promise<{ waiting: boolean; sentAt: Date | null }> =>
  (await last(database, [life, template]))[0] ?? { waiting: false, sentAt: null };
