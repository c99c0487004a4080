/** Reads the late and missed starts of a contractor that were recorded, and what it objects to of them (4.2.1). */
import type { Sequelize, Transaction } from 'sequelize';
import type { BadStart } from '../../charts/objection/types.ts';
import { query, statement } from '../statement.ts';
import { lockAll } from './advisory-lock.ts';
import type { Page } from './list.ts';
import { LAST } from './list.ts';

export interface RecordedStart {
  task: string;
  number: string;
  /** The event of the task that recorded it. */
  seq: number;
  outcome: BadStart;
  recorded_at: Date;
  title: string;
  customer: string;
  /** The life of the objection, its state, and what that makes of the record. Null without an objection. */
  objection: string | null;
  state: string | null;
  standing: 'contested' | 'excused' | 'counted' | null;
}

const RECORDED = `
  select start_record.task, start_record.number, start_record.seq, outcome, recorded_at, task.title, task.customer, objection.life as objection, life.state, standing
  from start_record join task on task.id = start_record.task
    left join objection on objection.task = start_record.task and objection.seq = start_record.seq left join life on life.id = objection.life
  where start_record.contractor = $1 and outcome <> 'inTime'`;

const page = query<RecordedStart>('start-records', `${RECORDED} and start_record.number < $2 order by start_record.number desc limit $3`);
/** The recorded late and missed starts of a contractor, those of the latest tasks first. */
export const recordedStarts = (database: Sequelize, contractor: string, { after, limit }: Page): Promise<RecordedStart[]> =>
  page(database, [contractor, after ?? LAST, limit]);

const one = query<RecordedStart>('start-record', `${RECORDED} and start_record.task = $2`);
/** The recorded late or missed start of a contractor in a task. Undefined if there is none of theirs. */
export const recordedStart = async (database: Sequelize, contractor: string, task: string): Promise<RecordedStart | undefined> =>
  (await one(database, [contractor, task]))[0];

const hold = statement<{ seq: number }>('start-record-hold', 'select seq from start_record where task = $1 and seq = $2 for share');
/** Whether the record still stands. It stays until the transaction ends. */
export const holdRecordedStart = async (transaction: Transaction, { task, seq }: Pick<RecordedStart, 'task' | 'seq'>): Promise<boolean> =>
  (await hold(transaction, [task, seq])).length > 0;

const contested = statement<{ count: number }>(
  'objections-open',
  `select count(*)::int as count from objection where contractor = $1 and standing = 'contested'`,
);
/** How many objections of an account are not decided. Two objections of one account wait for each other. */
export async function countContested(transaction: Transaction, contractor: string): Promise<number> {
  await lockAll(transaction, [`objections of ${contractor}`]);
  const [row] = await contested(transaction, [contractor]);
  return row?.count ?? 0;
}
