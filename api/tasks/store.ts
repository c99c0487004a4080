/** What the API reads of tasks. Readers never lock. */
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { Session } from '../session.ts';

export interface TaskRow {
  id: string;
  number: string;
  seq: number;
  state: string;
  stage: string;
  version: number;
  title: string;
  description: string | null;
  place: string | null;
  hazards: string | null;
  measures: string | null;
  requirements: string | null;
  category: string | null;
  lines: { name: string; unit: string; quantity: string; unitPrice: string }[];
  price: string;
  payment: string;
  match: string;
  customer: string;
  contractor: string | null;
  group: string | null;
  start_at: Date;
  due_at: Date;
  deadlines: Record<string, string | string[]>;
  posted_at: Date;
  changed_at: Date;
  /** The asker is invited, or has responded. */
  candidate: boolean;
}

export interface StandingTask extends TaskRow {
  snapshot: object;
  at: Date;
}

/** A task with its snapshot, and whether the asker is a candidate. */
export async function findTask(database: Sequelize, id: string, account: string): Promise<StandingTask | undefined> {
  const [row] = await database.query<StandingTask>(
    `select task.*, life.snapshot, life.at,
       exists (select from candidate where candidate.account = $2 and candidate.number = task.number) as candidate
     from task join life on life.id = task.id where task.id = $1`,
    { bind: [`task/${id}`, account], type: QueryTypes.SELECT },
  );
  return row;
}

/** Tasks are numbered and dated one after the other; of those posted at the same time a later number may bear an earlier moment, never by so many. */
const ASTRAY = 5_000;

export interface ListFilter {
  state?: string | undefined;
  party?: 'customer' | 'contractor' | 'candidate' | undefined;
  /** Of one post with several places. */
  group?: string | undefined;
  postedFrom?: string | undefined;
  postedUntil?: string | undefined;
  /** The number of the last task of the page before. */
  after?: number | undefined;
  limit: number;
}

/**
 * One page of the tasks an account may see, newest first. Each way of being allowed to see a task is a query with an index of its own, cut at the
 * page's length; the page is the newest of them together.
 */
export async function listTasks(
  database: Sequelize,
  { account, roles }: Pick<Session, 'account' | 'roles'>,
  filter: ListFilter,
): Promise<TaskRow[]> {
  const { sql, bind } = listQuery({ account, roles }, filter);
  return database.query<TaskRow>(sql, { bind, type: QueryTypes.SELECT });
}

/** The statement of a list, apart so that its plan can be looked at. */
export function listQuery({ account, roles }: Pick<Session, 'account' | 'roles'>, filter: ListFilter): { sql: string; bind: unknown[] } {
  const bind: unknown[] = [filter.limit];
  const put = (value: unknown): string => `$${bind.push(value)}`;
  /** The numbers that go with a moment, so that days are found by number, in the order of the list. */
  const near = (how: '>=' | '<', moment: string): string => {
    const [order, bound] = how === '>=' ? ['', `number - ${ASTRAY}`] : ['desc', `number + ${ASTRAY}`];
    return `and task.posted_at ${how} ${moment}
      and task.number ${how === '>=' ? '>=' : '<='} (select ${bound} from task where posted_at ${how} ${moment} order by posted_at ${order} limit 1)`;
  };
  const narrowed = [
    filter.after === undefined ? '' : `and task.number < ${put(filter.after)}`,
    filter.state === undefined ? '' : `and task.state = ${put(filter.state)}`,
    filter.group === undefined ? '' : `and task."group" = ${put(filter.group)}`,
    filter.postedFrom === undefined ? '' : near('>=', put(filter.postedFrom)),
    filter.postedUntil === undefined ? '' : near('<', put(filter.postedUntil)),
  ].join(' ');
  const page = (from: string, where: string): string =>
    `(select task.* from ${from} where ${where} ${narrowed} order by task.number desc limit $1)`;

  const ways = {
    customer: () => page('task', `task.customer = ${put(account)}`),
    contractor: () => page('task', `task.contractor = ${put(account)}`),
    candidate: () =>
      page('candidate join task on task.number = candidate.number', `candidate.account = ${put(account)} and task.contractor is null`),
    open: () => page('task', `task.state = 'posted' and task.match <> 'invited'`),
    all: () => page('task', 'true'),
  };
  const allowed: (keyof typeof ways)[] = roles.includes('operator')
    ? ['all']
    : ['customer', ...(roles.includes('contractor') ? (['contractor', 'candidate', 'open'] as const) : [])];
  const asked = filter.party === undefined ? allowed : [filter.party];
  const parts = asked.map((way) => ways[way]());
  const sql = `select distinct on (number) *, true as candidate from (${parts.join(' union all ')}) as seen order by number desc limit $1`;
  return { sql, bind };
}
