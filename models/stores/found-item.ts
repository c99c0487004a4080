/**
 * What was found for saved searches, and the letters about it. A pass looks at the tasks or the profiles of a window, search after search; how far it has come is
 * kept together with what it found, so a pass that was killed goes on where it was, and each is found for a search once.
 */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';
import type { SearchKind } from './saved-search.ts';

/** The end of a window, and the last search that was looked at for it. */
export interface SearchWindow {
  era: number;
  xid: string;
  number: string;
  after: string;
}

/** Where each kind is searched, and the column of `found_item` that keeps its key. The table has a `number` and the order of the stream. */
const SEARCHED = {
  tasks: { table: 'open_task_search', key: 'task', owner: 'customer', column: 'task' },
  contractors: { table: 'contractor_profile', key: 'account', owner: 'account', column: 'contractor' },
} as const satisfies Record<SearchKind, object>;

/** A statement of each kind. */
function ofKind<Row extends object>(name: string, sqlOf: (searched: (typeof SEARCHED)[SearchKind]) => string) {
  const made = (kind: SearchKind) => query<Row>(`${name}-${kind}`, sqlOf(SEARCHED[kind]));
  return { tasks: made('tasks'), contractors: made('contractors') };
}

const begin = ofKind(
  'search-window-begin',
  ({ table }) => `update search_pass as pass set until_era = last.era, until_xid = last.xid, until_number = last.number, after_search = 0
   from (
     select era, xid, number from (
       select item.era, item.xid, item.number
       from ${table} as item, search_pass as own, (select stream_era() as era, pg_snapshot_xmin(pg_current_snapshot()) as xid) as horizon
       where own.kind = $2 and (item.era, item.xid, item.number) > (own.era, own.xid, own.number) and (item.era, item.xid) < (horizon.era, horizon.xid)
       order by item.era, item.xid, item.number limit $1) as next
     order by era desc, xid desc, number desc limit 1) as last
   where pass.kind = $2 and pass.until_era is null`,
);
const current = query<SearchWindow>(
  'search-window',
  `select until_era as era, until_xid::text as xid, until_number as number, after_search as after from search_pass where kind = $1 and until_era is not null`,
);
/** The window that was begun, or a new one with at most so many tasks or profiles; undefined where nothing is new. No later commit adds to it. */
export async function searchWindow(database: Sequelize, kind: SearchKind, most: number): Promise<SearchWindow | undefined> {
  await begin[kind](database, [most, kind]);
  return (await current(database, [kind]))[0];
}

const inWindow = ofKind<{ number: string }>(
  'search-window-items',
  ({ table }) => `select item.number from ${table} as item, search_pass as pass
   where pass.kind = $1 and (item.era, item.xid, item.number) > (pass.era, pass.xid, pass.number)
     and (item.era, item.xid, item.number) <= (pass.until_era, pass.until_xid, pass.until_number)`,
);
/** The numbers of what is in the window and still as it was. What was changed meanwhile is in a later window. */
export const numbersInWindow = async (database: Sequelize, kind: SearchKind): Promise<string[]> =>
  (await inWindow[kind](database, [kind])).map(({ number }) => number);

/** A task or a contractor, by its number, for a search; and when its letter is due (UTC, ISO-8601). */
export interface Hit {
  search: string;
  number: string;
  due: string;
}

// What goes in this moment fails the statement, and the next run finds it gone.
const keep = ofKind<{ moved: boolean }>(
  'search-hits-keep',
  ({ table, key, owner, column }) => `with found as (
     insert into found_item (search, ${column}, account, due_at)
     select search.id, item.${key}, search.account, hit.due
     from unnest($1::uuid[], $2::bigint[], $3::timestamptz[]) as hit (search, number, due)
       join saved_search as search on search.id = hit.search join ${table} as item on item.number = hit.number
     where item.${owner} <> search.account and item.number <> all (search.known)
     on conflict do nothing),
   moved as (
     update search_pass set after_search = $4::bigint
     where kind = $9 and (until_era, until_xid, until_number, after_search) = ($5::int, $6::xid8, $7::bigint, $8::bigint) returning kind)
   select exists (select from moved) as moved`,
);
/** Keeps what was found for the searches up to one. Returns false if another pass has gone on meanwhile. */
export const keepHits = async (
  database: Sequelize,
  kind: SearchKind,
  { era, xid, number, after }: SearchWindow,
  hits: Hit[],
  upTo: string,
): Promise<boolean> => {
  const columns = [hits.map(({ search }) => search), hits.map((hit) => hit.number), hits.map(({ due }) => due)];
  return (await keep[kind](database, [...columns, upTo, era, xid, number, after, kind]))[0]?.moved === true;
};

const end = query(
  'search-window-end',
  `update search_pass set era = until_era, xid = until_xid, number = until_number, until_era = null, until_xid = null, until_number = null
   where kind = $1 and (until_era, until_xid, until_number) = ($2::int, $3::xid8, $4::bigint)`,
);
/** All searches were looked at for the window. */
export const endWindow = async (database: Sequelize, kind: SearchKind, { era, xid, number }: SearchWindow): Promise<void> => {
  await end(database, [kind, era, xid, number]);
};

const toTell = query<{ account: string }>(
  'search-letters-due',
  `select account from (
     select found.account from found_item as found join saved_search as search on search.id = found.search join account on account.id = found.account
     where letter is null and due_at <= $1::timestamptz and search.kind = $2 and search.alerts <> 'none' and account.may_open and found.account > $3
     union select account from search_letter where told_at is null and kind = $2 and account > $3) as due
   order by account limit $4`,
);
/** Accounts after one that a letter is due for, or whose last letter did not come to their chain yet. */
export const accountsToTell = (
  database: Sequelize,
  kind: SearchKind,
  now: string,
  after: string,
  most: number,
): Promise<{ account: string }[]> => toTell(database, [now, kind, after, most]);

const beginOne = query(
  'search-letter-begin',
  `with letter as (
     insert into search_letter (account, kind, id) values ($1, $2, gen_random_uuid())
     on conflict (account, kind) do update set id = excluded.id, made_at = clock_timestamp(), told_at = null where search_letter.told_at is not null
     returning id)
   update found_item as found set letter = letter.id from letter, saved_search as search
   where found.account = $1 and found.letter is null and search.id = found.search and search.kind = $2
     and (search.alerts = 'at-once' or search.alerts = 'daily' and found.due_at <= $3::timestamptz)`,
);
const untold = query<{ id: string; empty: boolean }>(
  'search-letter',
  `select id, not exists (select from found_item where letter = search_letter.id) as empty from search_letter
   where account = $1 and kind = $2 and told_at is null`,
);
/** The letter to an account that is to be told now: the one that was begun, or a new one with all that was found by then. */
export async function letterTo(
  database: Sequelize,
  kind: SearchKind,
  account: string,
  now: string,
): Promise<{ id: string; empty: boolean } | undefined> {
  await beginOne(database, [account, kind, now]);
  return (await untold(database, [account, kind]))[0];
}

const noteTold = query('search-letter-told', 'update search_letter set told_at = clock_timestamp() where account = $1 and id = $2');
/** The letter is in the account's chain, or never will be. */
export const closeLetter = async (database: Sequelize, account: string, letter: string): Promise<void> => {
  await noteTold(database, [account, letter]);
};

const told = ofKind<{ number: string }>(
  'search-letter-items',
  ({
    table,
    key,
    column,
  }) => `select distinct item.number from event join found_item as found on found.letter = (event.input ->> 'letter')::uuid
     join ${table} as item on item.${key} = found.${column}
   where event.life = $1 and event.seq = $2`,
);
/** What the letter of an event tells of and is still there, by numbers. */
export const numbersOfLetter = async (database: Sequelize, kind: SearchKind, life: string, seq: number): Promise<string[]> =>
  (await told[kind](database, [life, seq])).map(({ number }) => number);
