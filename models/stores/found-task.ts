/**
 * The tasks that were found for saved searches, and the letters about them. A pass looks at the tasks of a window, search after search; how far it has come is
 * kept together with what it found, so a pass that was killed goes on where it was, and a task is found for a search once.
 */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

/** The end of a window, and the last search that was looked at for it. */
export interface SearchWindow {
  era: number;
  xid: string;
  number: string;
  after: string;
}

const begin = query(
  'search-window-begin',
  `update search_pass as pass set until_era = last.era, until_xid = last.xid, until_number = last.number, after_search = 0
   from (
     select era, xid, number from (
       select task.era, task.xid, task.number
       from open_task_search as task, search_pass as own, (select stream_era() as era, pg_snapshot_xmin(pg_current_snapshot()) as xid) as horizon
       where (task.era, task.xid, task.number) > (own.era, own.xid, own.number) and (task.era, task.xid) < (horizon.era, horizon.xid)
       order by task.era, task.xid, task.number limit $1) as next
     order by era desc, xid desc, number desc limit 1) as last
   where pass.until_era is null`,
);
const current = query<SearchWindow>(
  'search-window',
  `select until_era as era, until_xid::text as xid, until_number as number, after_search as after from search_pass where until_era is not null`,
);
/** The window that was begun, or a new one with at most so many tasks; undefined where nothing is new. No later commit adds to it. */
export async function searchWindow(database: Sequelize, most: number): Promise<SearchWindow | undefined> {
  await begin(database, [most]);
  return (await current(database, []))[0];
}

const tasks = query<{ number: string }>(
  'search-window-tasks',
  `select task.number from open_task_search as task, search_pass as pass
   where (task.era, task.xid, task.number) > (pass.era, pass.xid, pass.number)
     and (task.era, task.xid, task.number) <= (pass.until_era, pass.until_xid, pass.until_number)`,
);
/** The numbers of the tasks of the window that are still as they were. One that was changed meanwhile is in a later window. */
export const tasksOfWindow = async (database: Sequelize): Promise<string[]> => (await tasks(database, [])).map(({ number }) => number);

/** A task, by its number, for a search; and when its letter is due (UTC, ISO-8601). */
export interface Hit {
  search: string;
  task: string;
  due: string;
}

// A task or a search that goes in this moment fails the statement, and the next run finds it gone.
const keep = query<{ moved: boolean }>(
  'search-hits-keep',
  `with found as (
     insert into found_task (search, task, account, due_at)
     select search.id, task.task, search.account, hit.due
     from unnest($1::uuid[], $2::bigint[], $3::timestamptz[]) as hit (search, task, due)
       join saved_search as search on search.id = hit.search join open_task_search as task on task.number = hit.task
     where task.customer <> search.account
     on conflict do nothing),
   moved as (
     update search_pass set after_search = $4::bigint
     where (until_era, until_xid, until_number, after_search) = ($5::int, $6::xid8, $7::bigint, $8::bigint) returning one)
   select exists (select from moved) as moved`,
);
/** Keeps what was found for the searches up to one. Returns false if another pass has gone on meanwhile. */
export const keepHits = async (
  database: Sequelize,
  { era, xid, number, after }: SearchWindow,
  hits: Hit[],
  upTo: string,
): Promise<boolean> => {
  const columns = [hits.map(({ search }) => search), hits.map(({ task }) => task), hits.map(({ due }) => due)];
  return (await keep(database, [...columns, upTo, era, xid, number, after]))[0]?.moved === true;
};

const end = query(
  'search-window-end',
  `update search_pass set era = until_era, xid = until_xid, number = until_number, until_era = null, until_xid = null, until_number = null
   where (until_era, until_xid, until_number) = ($1::int, $2::xid8, $3::bigint)`,
);
/** All searches were looked at for the tasks of the window. */
export const endWindow = async (database: Sequelize, { era, xid, number }: SearchWindow): Promise<void> => {
  await end(database, [era, xid, number]);
};

const toTell = query<{ account: string }>(
  'search-letters-due',
  `select account from (
     select found.account from found_task as found join saved_search as search on search.id = found.search join account on account.id = found.account
     where letter is null and due_at <= $1::timestamptz and search.alerts <> 'none' and account.may_open and found.account > $2
     union select account from search_letter where told_at is null and account > $2) as due
   order by account limit $3`,
);
/** Accounts after one that a letter is due for, or whose last letter did not come to their chain yet. */
export const accountsToTell = (database: Sequelize, now: string, after: string, most: number): Promise<{ account: string }[]> =>
  toTell(database, [now, after, most]);

const beginOne = query(
  'search-letter-begin',
  `with letter as (
     insert into search_letter (account, id) values ($1, gen_random_uuid())
     on conflict (account) do update set id = excluded.id, made_at = clock_timestamp(), told_at = null where search_letter.told_at is not null
     returning id)
   update found_task as found set letter = letter.id from letter, saved_search as search
   where found.account = $1 and found.letter is null and search.id = found.search
     and (search.alerts = 'at-once' or search.alerts = 'daily' and found.due_at <= $2::timestamptz)`,
);
const untold = query<{ id: string; empty: boolean }>(
  'search-letter',
  `select id, not exists (select from found_task where letter = search_letter.id) as empty from search_letter where account = $1 and told_at is null`,
);
/** The letter to an account that is to be told now: the one that was begun, or a new one with all that was found by then. */
export async function letterTo(database: Sequelize, account: string, now: string): Promise<{ id: string; empty: boolean } | undefined> {
  await beginOne(database, [account, now]);
  return (await untold(database, [account]))[0];
}

const noteTold = query('search-letter-told', 'update search_letter set told_at = clock_timestamp() where account = $1 and id = $2');
/** The letter is in the account's chain, or never will be. */
export const closeLetter = async (database: Sequelize, account: string, letter: string): Promise<void> => {
  await noteTold(database, [account, letter]);
};

const told = query<{ number: string }>(
  'search-letter-tasks',
  `select distinct task.number from event join found_task as found on found.letter = (event.input ->> 'letter')::uuid
     join open_task_search as task on task.task = found.task
   where event.life = $1 and event.seq = $2`,
);
/** The tasks that the letter of an event tells of and that are open, by their numbers. */
export const tasksOfLetter = async (database: Sequelize, life: string, seq: number): Promise<string[]> =>
  (await told(database, [life, seq])).map(({ number }) => number);
