/** Searches that an account keeps. What is searched for, and its name, are sealed. */
import type { Sequelize } from 'sequelize';
import { sealingOf } from '../sealed-column.ts';
import { query, statement } from '../statement.ts';
import type { TaskFilters } from '../task-filters.ts';
import { lockAll } from './advisory-lock.ts';
import type { Page } from './list.ts';
import { LAST } from './list.ts';
import type { TaskSort } from './open-task.ts';

/** When its account is told of new tasks: in a letter soon after, in one a day, or never. */
export const ALERTS = ['at-once', 'daily', 'none'] as const;
type Alerts = (typeof ALERTS)[number];

interface Content {
  name: string;
  query: TaskFilters & { sort: TaskSort };
  /** The hash of the request that it was saved by; gone once it was changed. */
  request?: string;
}
export interface SearchToKeep extends Content {
  alerts: Alerts;
}
interface Row {
  id: string;
  number: string;
  alerts: Alerts;
  created_at: Date;
}
export type SavedSearchRow = Row & Content;

const placeOf = (search: string) => ({ table: 'saved_search', column: 'content', row: search });
const sealed = (database: Sequelize, id: string, { name, query, request }: Content): Buffer =>
  sealingOf(database).seal(JSON.stringify({ name, query, ...(request !== undefined && { request }) } satisfies Content), placeOf(id));
/** @throws where it was sealed for another search, or with an unknown secret. */
const contentOf = (database: Sequelize, id: string, content: Buffer): Content =>
  JSON.parse(sealingOf(database).open(content, placeOf(id))) as Content;

const opened = (database: Sequelize, { content, ...row }: Row & { content: Buffer }): SavedSearchRow => ({
  ...row,
  ...contentOf(database, row.id, content),
});

const COLUMNS = 'id, number, content, alerts, created_at';

const list = query<Row & { content: Buffer }>(
  'saved-search-list',
  `select ${COLUMNS} from saved_search where account = $1 and number < $2 order by number desc limit $3`,
);
/** One page, newest first. */
export const listSearches = async (database: Sequelize, account: string, { after, limit }: Page): Promise<SavedSearchRow[]> =>
  (await list(database, [account, after ?? LAST, limit])).map((row) => opened(database, row));

const find = query<Row & { content: Buffer }>('saved-search', `select ${COLUMNS} from saved_search where account = $1 and id = $2`);
export async function findSearch(database: Sequelize, account: string, id: string): Promise<SavedSearchRow | undefined> {
  const [row] = await find(database, [account, id]);
  return row && opened(database, row);
}

const insert = statement(
  'saved-search-keep',
  `insert into saved_search (id, account, content, alerts) select $1::uuid, $2::uuid, $3::bytea, $4
   where (select count(*) from saved_search where account = $2::uuid) < $5::int on conflict do nothing`,
);
/** Keeps a search under an id, unless it is there, or the account has so many already. Two requests at once wait for each other. */
export async function keepSearch(
  database: Sequelize,
  account: string,
  { id, alerts, ...content }: SearchToKeep & { id: string },
  most: number,
): Promise<SavedSearchRow | undefined> {
  await database.transaction(async (transaction) => {
    await lockAll(transaction, [`saved-search/${account}`]);
    await insert(transaction, [id, account, sealed(database, id, content), alerts, most]);
  });
  return findSearch(database, account, id);
}

const change = query<Row>(
  'saved-search-change',
  `update saved_search set content = $3, alerts = $4, since_era = stream_era(), since = pg_current_snapshot()
   where account = $1 and id = $2 returning id, number, alerts, created_at`,
);
/** Changes all of a search. What is open now is no news for it. */
export async function changeSearch(
  database: Sequelize,
  account: string,
  id: string,
  { alerts, ...content }: SearchToKeep,
): Promise<SavedSearchRow | undefined> {
  const [row] = await change(database, [account, id, sealed(database, id, content), alerts]);
  return row && { ...row, ...content };
}

const drop = query<{ id: string }>('saved-search-drop', 'delete from saved_search where account = $1 and id = $2 returning id');
/** Whether there was such a search. What waits to be told of it goes with it. */
export const dropSearch = async (database: Sequelize, account: string, id: string): Promise<boolean> =>
  (await drop(database, [account, id])).length > 0;

/** A search whose account is to be told of what is new for it. */
export interface AlertingSearch {
  id: string;
  number: string;
  account: string;
  alerts: Alerts;
  /** What was committed when it was saved or changed: other tasks are news. */
  era: number;
  since: string;
  /** When the last letter to the account was written. */
  last_letter: Date | null;
  content: Buffer;
}

const alerting = query<AlertingSearch>(
  'saved-search-alerting',
  `select search.id, search.number, search.account, search.alerts, search.since_era as era, search.since::text, search.content,
     letter.made_at as last_letter
   from saved_search as search join account on account.id = search.account left join search_letter as letter on letter.account = search.account
   where search.number > $1 and search.alerts <> 'none' and 'contractor' = any (account.roles) and account.may_open
   order by search.number limit $2`,
);
/** The next searches with alerts, of contractors who may begin something new. */
export const alertingSearches = (database: Sequelize, after: string, most: number): Promise<AlertingSearch[]> =>
  alerting(database, [after, most]);

/** What a search asks. @throws as `contentOf` does. */
export const filtersOf = (database: Sequelize, { id, content }: Pick<AlertingSearch, 'id' | 'content'>): TaskFilters => {
  const { sort: _, ...filters } = contentOf(database, id, content).query;
  return filters;
};
