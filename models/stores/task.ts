/** Reads the read model of tasks, without locks. Its projection writes it. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Location, TaskTerms } from '../../charts/task/types.ts';
import type { PartyKind } from '../../rules/signing-ways.ts';
import type { AgreedLine } from '../../rules/work-lines.ts';
import { query, select, statement } from '../statement.ts';
import type { Page, Reader } from './list.ts';
import { collect } from './list.ts';

export interface TaskColumns {
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
  requires: string[];
  location: Location | null;
  lines: (AgreedLine & { name: string })[];
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
}

/** Columns are listed, because the result of a prepared statement must not change. */
export const TASK_COLUMNS = [
  ...[
    'id',
    'number',
    'seq',
    'state',
    'stage',
    'version',
    'title',
    'description',
    'place',
    'hazards',
    'measures',
    'requirements',
    'category',
    'requires',
    'location',
  ],
  ...[
    'lines',
    'price',
    'payment',
    'match',
    'customer',
    'contractor',
    'group',
    'start_at',
    'due_at',
    'deadlines',
    'posted_at',
    'changed_at',
  ],
]
  .map((column) => `task."${column}"`)
  .join(', ');

export interface TaskRow extends TaskColumns {
  /** The reader is invited or has responded. */
  candidate: boolean;
}

export interface StandingTask extends TaskRow {
  snapshot: object;
  at: Date;
}

const find = query<StandingTask>(
  'task-find',
  `select ${TASK_COLUMNS}, life.snapshot, life.at,
     exists (select from candidate where candidate.account = $2 and candidate.number = task.number) as candidate
   from task join life on life.id = task.id where task.id = $1`,
);
/** A task with its snapshot, and whether the reader is a candidate. `id` without the type. */
export const findTask = async (database: Sequelize, id: string, account: string): Promise<StandingTask | undefined> =>
  (await find(database, [`task/${id}`, account]))[0];

/** A task with its parties and the event that ordered a document of it. */
export interface DocumentedTask extends TaskColumns {
  contractor: string;
  customer_kind: PartyKind | null;
  contractor_kind: PartyKind | null;
  nature: 'works' | 'construction' | null;
  terms: TaskTerms;
  /** The revision of the offer that binds the contractor, who is bound last. */
  offer_sha256: string | null;
  offer_from: string | null;
  /** The texts were erased. */
  erased: boolean;
  at: Date;
  hash: string;
  chart_hash: string;
}

const documented = query<DocumentedTask>(
  'task-documented',
  `select ${TASK_COLUMNS}, life.snapshot #>> '{context,nature}' as nature, life.snapshot #> '{context,terms}' as terms,
     offer.sha256 as offer_sha256, to_char(offer.in_force_from, 'YYYY-MM-DD') as offer_from,
     customer.kind as customer_kind, contractor.kind as contractor_kind, erasable_text.sealed is null as erased, event.at, event.hash,
     event.chart_hash
   from task join life on life.id = task.id join event on event.life = task.id and event.seq = $2
     left join account as customer on customer.id = task.customer
     left join account as contractor on contractor.id = task.contractor
     left join offer_acceptance as acceptance on acceptance.id = (life.snapshot #>> '{context,acceptances,contractor}')::uuid
     left join offer_revision as offer on offer.sha256 = acceptance.revision
     left join erasable_text on erasable_text.id = (life.snapshot #>> '{context,work,wording,text}')::uuid
   where task.id = $1`,
);
/** The task whose event (`life`, `seq`) ordered a document. */
export const taskToDocument = async (database: Sequelize, life: string, seq: number): Promise<DocumentedTask | undefined> =>
  (await documented(database, [life, seq]))[0];

const RUNNING = `select task.id from task join life on life.id = task.id where task.customer = $1 and not life.done
   union select task.id from task join life on life.id = task.id where task.contractor = $1 and not life.done`;
const running = query<{ id: string }>('task-running', RUNNING);
/** The ids of an account's unfinished tasks, as customer or contractor. */
export const runningTasks = async (database: Sequelize, account: string): Promise<string[]> =>
  (await running(database, [account])).map(({ id }) => id);

const runningOf = statement<{ id: string }>('task-running-of', RUNNING);
const queueForTask = statement('task-queue', `select pg_advisory_xact_lock(hashtextextended('tasks of ' || $1, 0))`);
/** The number of an account's unfinished tasks, with those of this transaction. Calls for one account are serialised: two at once would not see each other. */
export async function countRunning(transaction: Transaction, account: string): Promise<number> {
  await queueForTask(transaction, [account]);
  return (await runningOf(transaction, [account])).length;
}

/** Concurrent posts may get their numbers out of order, but by fewer than this many. */
const MAX_DISORDER = 5_000;

export interface TaskFilter extends Page {
  state?: string | undefined;
  party?: 'customer' | 'contractor' | 'candidate' | undefined;
  /** The group of one post with several places. */
  group?: string | undefined;
  postedFrom?: string | undefined;
  postedUntil?: string | undefined;
}

/**
 * One page of the tasks that an account may see, newest first. Each reason to see a task is a query with its own index, limited to the page's length.
 * The page is the newest of their union.
 */
export async function listTasks(database: Sequelize, reader: Reader, filter: TaskFilter): Promise<TaskRow[]> {
  const { sql, bind } = listQuery(reader, filter);
  return select<TaskRow>(database, sql, bind);
}

/** The statement of a list. It is separate so that a test can check its plan. */
export function listQuery({ account, roles }: Reader, filter: TaskFilter): { sql: string; bind: unknown[] } {
  const { bind, put } = collect(filter.limit);
  /** Converts a moment to a bound on numbers, so that the list's index also finds days. */
  const near = (how: '>=' | '<', moment: string): string => {
    const [order, bound] = how === '>=' ? ['', `number - ${MAX_DISORDER}`] : ['desc', `number + ${MAX_DISORDER}`];
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
    `(select ${TASK_COLUMNS} from ${from} where ${where} ${narrowed} order by task.number desc limit $1)`;

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

const queueForPlace = statement('task-place-queue', `select pg_advisory_xact_lock(hashtextextended('place/' || $1 || '/' || $2, 0))`);
const otherPlace = statement('task-other-place', `select from task where "group" = $1 and contractor = $2 and id <> $3 limit 1`);
/** Whether the contractor has another place of the same post. Calls for one contractor are serialised, because two at once could both answer no. */
export async function hasPlaceInGroup(
  transaction: Transaction,
  { group, contractor, task }: { group: string; contractor: string; task: string },
): Promise<boolean> {
  await queueForPlace(transaction, [group, contractor]);
  return (await otherPlace(transaction, [group, contractor, task])).length > 0;
}
