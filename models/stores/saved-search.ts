/** Searches that an account keeps. What is searched for, and its name, are sealed. */
import type { Sequelize } from 'sequelize';
import type { ContractorFilters } from '../contractor-filters.ts';
import { sealingOf } from '../sealed-column.ts';
import { query, statement } from '../statement.ts';
import type { TaskFilters } from '../task-filters.ts';
import { lockAll } from './advisory-lock.ts';
import type { ContractorSort } from './contractor-profile.ts';
import type { Page } from './list.ts';
import { LAST } from './list.ts';
import type { TaskSort } from './open-task.ts';

/** When its account is told of what is new: in a letter soon after, in one a day, or never. */
export const ALERTS = ['at-once', 'daily', 'none'] as const;
type Alerts = (typeof ALERTS)[number];

/** What a search looks for, by whether it is open tasks or contractors. */
export type Asked =
  | { kind: 'tasks'; query: TaskFilters & { sort: TaskSort } }
  | { kind: 'contractors'; query: ContractorFilters & { sort: ContractorSort } };
export type SearchKind = Asked['kind'];
export const SEARCH_KINDS = ['tasks', 'contractors'] as const satisfies SearchKind[];

type Content = Asked & {
  name: string;
  /** The hash of the request that it was saved by; gone once it was changed. */
  request?: string;
};
export type SearchToKeep = Content & {
  alerts: Alerts;
};
interface Row {
  id: string;
  number: string;
  alerts: Alerts;
  created_at: Date;
}
export type SavedSearchRow = Row & Content;

const placeOf = (search: string) => ({ table: 'saved_search', column: 'content', row: search });
const sealed = (database: Sequelize, id: string, { name, query, request }: Content): Buffer =>
  sealingOf(database).seal(
    JSON.stringify({ name, query, ...(request !== undefined && { request }) } satisfies Omit<Content, 'kind'>),
    placeOf(id),
  );

interface SealedRow {
  id: string;
  kind: SearchKind;
  content: Buffer;
}
/** @throws where it was sealed for another search, or with an unknown secret. */
const contentOf = (database: Sequelize, { id, kind, content }: SealedRow): Content =>
  ({ ...(JSON.parse(sealingOf(database).open(content, placeOf(id))) as object), kind }) as Content;

const opened = (database: Sequelize, { id, number, alerts, created_at, ...sealedIn }: Row & SealedRow): SavedSearchRow => ({
  ...{ id, number, alerts, created_at },
  ...contentOf(database, { id, ...sealedIn }),
});

const COLUMNS = 'id, number, kind, content, alerts, created_at';

const list = query<Row & SealedRow>(
  'saved-search-list',
  `select ${COLUMNS} from saved_search where account = $1 and number < $2 order by number desc limit $3`,
);
/** One page, newest first. */
export const listSearches = async (database: Sequelize, account: string, { after, limit }: Page): Promise<SavedSearchRow[]> =>
  (await list(database, [account, after ?? LAST, limit])).map((row) => opened(database, row));

const find = query<Row & SealedRow>('saved-search', `select ${COLUMNS} from saved_search where account = $1 and id = $2`);
export async function findSearch(database: Sequelize, account: string, id: string): Promise<SavedSearchRow | undefined> {
  const [row] = await find(database, [account, id]);
  return row && opened(database, row);
}

const insert = statement(
  'saved-search-keep',
  `insert into saved_search (id, account, kind, content, alerts, known) select $1::uuid, $2::uuid, $3, $4::bytea, $5, $6::bigint[]
   where (select count(*) from saved_search where account = $2::uuid) < $7::int on conflict do nothing`,
);
/**
 * Keeps a search under an id, unless it is there, or the account has so many already. Two requests at once wait for each other. `known`: the numbers of what is
 * no news for it, also if it is changed.
 */
export async function keepSearch(
  database: Sequelize,
  account: string,
  { id, alerts, ...content }: SearchToKeep & { id: string },
  known: readonly string[],
  most: number,
): Promise<SavedSearchRow | undefined> {
  await database.transaction(async (transaction) => {
    await lockAll(transaction, [`saved-search/${account}`]);
    await insert(transaction, [id, account, content.kind, sealed(database, id, content), alerts, known, most]);
  });
  return findSearch(database, account, id);
}

const change = query<Row>(
  'saved-search-change',
  `update saved_search set content = $3, alerts = $4, known = $5::bigint[], since_era = stream_era(), since = pg_current_snapshot()
   where account = $1 and id = $2 and kind = $6 returning id, number, alerts, created_at`,
);
/** Changes all of a search but its kind. What is there now is no news for it; nor is what is `known`. */
export async function changeSearch(
  database: Sequelize,
  account: string,
  id: string,
  { alerts, ...content }: SearchToKeep,
  known: readonly string[],
): Promise<SavedSearchRow | undefined> {
  const [row] = await change(database, [account, id, sealed(database, id, content), alerts, known, content.kind]);
  return row && { ...row, ...content };
}

const drop = query<{ id: string }>('saved-search-drop', 'delete from saved_search where account = $1 and id = $2 returning id');
/** Whether there was such a search. What waits to be told of it goes with it. */
export const dropSearch = async (database: Sequelize, account: string, id: string): Promise<boolean> =>
  (await drop(database, [account, id])).length > 0;

/** A search whose account is to be told of what is new for it. */
export interface AlertingSearch extends SealedRow {
  number: string;
  account: string;
  alerts: Alerts;
  /** What was committed when it was saved or changed: other tasks are news. */
  era: number;
  since: string;
  /** When the last letter to the account was written. */
  last_letter: Date | null;
}

const alerting = query<AlertingSearch>(
  'saved-search-alerting',
  `select search.id, search.number, search.account, search.alerts, search.since_era as era, search.since::text, search.kind, search.content,
     letter.made_at as last_letter
   from saved_search as search join account on account.id = search.account
     left join search_letter as letter on letter.account = search.account and letter.kind = search.kind
   where search.kind = $1 and search.number > $2 and search.alerts <> 'none' and account.may_open
     and case search.kind when 'tasks' then 'contractor' else 'customer' end = any (account.roles)
   order by search.number limit $3`,
);
/** The next searches of a kind with alerts, of accounts that may begin something new: contractors look for tasks, and customers for contractors. */
export const alertingSearches = (database: Sequelize, kind: SearchKind, after: string, most: number): Promise<AlertingSearch[]> =>
  alerting(database, [kind, after, most]);

/** What a search asks. @throws as `contentOf` does. */
export const askedBy = (database: Sequelize, search: SealedRow): Asked => contentOf(database, search);
