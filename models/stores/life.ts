/** Reads lives, without locks. Only a commit writes them (`lives/store.ts`). */
import type { Sequelize, Transaction } from 'sequelize';
import { civilDate } from '../../rules/working-days.ts';
import { either, query, select } from '../statement.ts';
import type { Page, Reader } from './list.ts';
import { collect } from './list.ts';

export interface LifeRow {
  id: string;
  number: string;
  seq: number;
  state: string;
  snapshot: object;
  at: Date;
  /** The title of the task it belongs to, if it belongs to one. */
  title: string | null;
}

const COLUMNS = 'life.id, life.number, life.seq, life.state, life.snapshot, life.at, task.title';

const find = query<LifeRow>(
  'life-find',
  `select ${COLUMNS} from life left join task on task.id = 'task/' || split_part(life.id, '/', 2) where life.id = $1 and life.seq > 0`,
);
/** A life with its snapshot, or undefined. */
export const findLife = async (database: Sequelize, id: string): Promise<LifeRow | undefined> => (await find(database, [id]))[0];

const seqs = query<{ id: string; seq: number }>('life-seqs', 'select id, seq from life where id = any($1)');
/** The number of the last event of each of these lives. */
export const seqsOf = async (database: Sequelize, ids: string[]): Promise<Map<string, number>> =>
  new Map((await seqs(database, [ids])).map(({ id, seq }) => [id, seq]));

const contexts = either<{ id: string; context: unknown }>(
  'life-contexts',
  `select id, snapshot -> 'context' as context from life where id = any($1::text[]) and seq > 0`,
);
/** The contexts of lives of one type, by their ids. One that does not exist is left out. */
export const contextsOf = async <Context>(from: Sequelize | Transaction, ids: readonly string[]): Promise<Map<string, Context>> =>
  new Map((await contexts(from, [ids])).map(({ id, context }) => [id, context as Context]));

const standing = query<{ id: string; state: string; context: unknown }>(
  'life-standing',
  `select id, state, snapshot -> 'context' as context from life where id = any($1::text[]) and seq > 0 order by number`,
);
/** State and context of lives of one type, oldest first. One that does not exist is left out. */
export const standingOf = async <Context>(
  database: Sequelize,
  ids: readonly string[],
): Promise<{ id: string; state: string; context: Context }[]> =>
  (await standing(database, [ids])).map((row) => ({ ...row, context: row.context as Context }));

const payouts = query<{ life: string }>(
  'life-open-payouts',
  `select life from life_of_account where account = $1 and kind = 'payout' and open order by number`,
);
/** The payouts to an account that are not over. */
export const openPayouts = async (database: Sequelize, account: string): Promise<string[]> =>
  (await payouts(database, [account])).map(({ life }) => life);

const clock = query<{ now: Date }>(
  'life-now',
  `select clock_timestamp() + clock_offset * interval '1 millisecond' as now from life where id = $1`,
);
/** The moment by a life's clock. */
export async function nowOf(database: Sequelize, id: string): Promise<string> {
  const [row] = await clock(database, [id]);
  return (row as NonNullable<typeof row>).now.toISOString();
}
/** The civil date in Asia/Almaty by a life's clock. */
export const todayOf = async (database: Sequelize, id: string): Promise<string> => civilDate(await nowOf(database, id));

interface LifeFilter extends Page {
  /** Only unfinished ones. */
  open?: unknown;
  /** Only those in this state. */
  state?: string | undefined;
}

/** One page of the lives of a type, newest first: those with the account as a party, or all for the operator. */
export async function listLives(
  database: Sequelize,
  kind: string,
  { account, roles }: Reader,
  { open, state, after, limit }: LifeFilter,
): Promise<LifeRow[]> {
  const { bind, put } = collect(limit, kind);
  const conditions = [
    'kind = $2',
    ...(roles.includes('operator') ? [] : [`account = ${put(account)}`]),
    ...(open === undefined ? [] : ['open']),
    ...(state === undefined
      ? []
      : [
          `exists (select from life where life.kind = $2 and split_part(life.state, '.', 1) = ${put(state)} and life.number = life_of_account.number)`,
        ]),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  return select<LifeRow>(
    database,
    `select ${COLUMNS}
     from (select distinct on (number) number, life from life_of_account where ${conditions.join(' and ')} order by number desc limit $1) as page
       join life on life.id = page.life left join task on task.id = 'task/' || split_part(life.id, '/', 2) order by page.number desc`,
    bind,
  );
}

const page = query<{ id: string }>('life-page', 'select id from life where id > $1 and seq > 0 order by id limit 500');
/** The ids of all lives behind this one, in their order, read in pages. */
export async function* livesAfter(database: Sequelize, start: string): AsyncGenerator<string> {
  for (let after = start; ; ) {
    const rows = await page(database, [after]);
    yield* rows.map(({ id }) => id);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
