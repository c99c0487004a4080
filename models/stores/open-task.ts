/** Searches the open tasks. The projection of a task writes what they are found by. */
import type { Sequelize } from 'sequelize';
import { query, select } from '../statement.ts';
import type { Facet, Found, FoundPage, Matching, Order } from './found.ts';
import { countQuery, pageQuery } from './found.ts';
import type { Put, Reader, Since } from './list.ts';
import { collect, conditionIn, isSince } from './list.ts';
import type { TaskRow } from './task.ts';
import { TASK_COLUMNS } from './task.ts';
import type { Words } from './words.ts';
import { hasWords } from './words.ts';

export interface TaskSearch {
  /** The reader, and the accounts of others behind which the same person stands: what they post the reader cannot take. */
  reader: Reader;
  own: readonly string[];
  words?: Words | undefined;
  /** Codes, with those below them. */
  categories?: readonly string[] | undefined;
  places?: readonly string[] | undefined;
  /** On the plane; `within` in kilometres. */
  near?: { x: number; y: number } | undefined;
  within?: number | undefined;
  /** Tiyn, for the whole work. */
  priceFrom?: number | undefined;
  priceTo?: number | undefined;
  startFrom?: string | undefined;
  startUntil?: string | undefined;
  payment?: string | undefined;
  match?: string | undefined;
  hazards?: boolean | undefined;
  /** The categories that the reader has proved: only tasks that require no other. */
  proved?: readonly string[] | undefined;
  /** Of these alone, by their numbers. */
  among?: readonly string[] | undefined;
  /** Only what was opened or changed by a transaction that this snapshot did not see. */
  since?: Since | undefined;
}

export type TaskSort = 'newest' | 'nearest' | 'dearest' | 'start';

export interface FoundTaskRow extends TaskRow, Found {}

/** The point that a search starts from, in SQL. */
const spotOf = ({ near }: TaskSearch, put: Put): string => `point(${put(near?.x)}::float8, ${put(near?.y)}::float8)`;

const ORDERS: Record<TaskSort, (search: TaskSearch, put: Put) => Order> = {
  newest: () => ({ goesBy: 'number', type: 'bigint', descending: true }),
  dearest: () => ({ goesBy: 'price', type: 'bigint', descending: true }),
  start: () => ({ goesBy: 'start_at', type: 'timestamptz', descending: false }),
  nearest: (search, put) => ({ goesBy: `spot <-> ${spotOf(search, put)}`, type: 'float8', descending: false }),
};

/** What the reader may see of open tasks: `partyOf` in `api/tasks/access.ts` says the same of one task. */
function visibleTo({ reader: { account, roles }, own }: TaskSearch, put: Put): string {
  if (roles.includes('operator')) return 'true';
  const me = put(account);
  if (!roles.includes('contractor')) return `customer = ${me}`;
  const offered = `(match <> 'invited' or number = any (array(select number from candidate where account = ${me})))`;
  const others = own.length === 0 ? offered : `${offered} and customer <> all (${put(own)}::uuid[])`;
  return `(customer = ${me} or ${others})`;
}

/** Beside words the index of points is of no use: PostgreSQL takes every circle for small. */
const isWithin = (search: TaskSearch, put: Put): string =>
  search.words === undefined
    ? `spot <@ circle(${spotOf(search, put)}, ${put(search.within)}::float8)`
    : `(spot <-> ${spotOf(search, put)}) <= ${put(search.within)}::float8`;

function conditionsOf(search: TaskSearch, put: Put): string {
  const {
    words,
    categories,
    places,
    near,
    within,
    priceFrom,
    priceTo,
    startFrom,
    startUntil,
    payment,
    match,
    hazards,
    proved,
    among,
    since,
  } = search;
  const given = conditionIn(put);
  return [
    visibleTo(search, put),
    ...(words === undefined ? [] : [hasWords(words, put)]),
    ...given(categories, (codes) => `category = any (${codes}::text[])`),
    ...given(places, (codes) => `place = any (${codes}::text[])`),
    ...(near === undefined || within === undefined ? [] : [isWithin(search, put)]),
    ...given(priceFrom, (least) => `price >= ${least}::bigint`),
    ...given(priceTo, (most) => `price <= ${most}::bigint`),
    ...given(startFrom, (moment) => `start_at >= ${moment}::timestamptz`),
    ...given(startUntil, (moment) => `start_at < ${moment}::timestamptz`),
    ...given(payment, (way) => `payment = ${way}`),
    ...given(match, (way) => `match = ${way}`),
    ...given(hazards, (has) => `hazards = ${has}::boolean`),
    ...given(proved, (codes) => `requires <@ ${codes}::text[]`),
    ...given(among, (numbers) => `number = any (${numbers}::bigint[])`),
    ...(since === undefined ? [] : [isSince(since, put)]),
  ].join(' and ');
}

const matching = (search: TaskSearch, conditions: string): Matching => ({ table: 'open_task_search', conditions, words: search.words });

/** One page of the open tasks that match. */
export async function searchTasks(
  database: Sequelize,
  search: TaskSearch,
  { sort, after, limit }: FoundPage<TaskSort>,
): Promise<FoundTaskRow[]> {
  const { bind, put } = collect(limit);
  const order = ORDERS[sort](search, put);
  const conditions = [conditionsOf(search, put), ...(sort === 'nearest' ? ['spot is not null'] : [])].join(' and ');
  const shown = { columns: `${TASK_COLUMNS}, true as candidate`, joined: 'join task on task.id = found.task' };
  return select<FoundTaskRow>(database, pageQuery(matching(search, conditions), 'task', order, after, put, shown), bind);
}

/** How many tasks that match are in each category and place: of at most so many tasks. */
export async function countTasks(database: Sequelize, search: TaskSearch, most: number): Promise<Facet[]> {
  const { bind, put } = collect(most);
  const listed = (column: string): string => `array_remove(array[${column}], null)`;
  const facets = { categories: listed('category'), places: listed('place') };
  return select<Facet>(database, countQuery(matching(search, conditionsOf(search, put)), facets), bind);
}

/** The open tasks that match, by their numbers and with whose they are. The search names few enough of them (`among`). */
export async function matchingTasks(database: Sequelize, search: TaskSearch): Promise<{ number: string; customer: string }[]> {
  const { bind, put } = collect();
  return select(database, `select number, customer from open_task_search where ${conditionsOf(search, put)}`, bind);
}

const withoutDeals = query<{ id: string }>(
  'account-without-deals',
  `select other.account as id from membership as own join membership as other on other.person = own.person
     where own.account = $1 and other.account <> $1
   union select other.id from account as own join account as other on other.identifier_hash = own.identifier_hash
     where own.id = $1 and other.id <> $1 and own.proof is not null and other.proof is not null
   union select other.account from tie
     join membership as behind on behind.account = tie.other and behind.registered
     join membership as other on other.person = behind.person and other.registered
     where tie.account = $1 and tie.kind = 'blocked'
   union select tie.account from membership as own
     join membership as behind on behind.person = own.person and behind.registered
     join tie on tie.other = behind.account and tie.kind = 'blocked'
     where own.account = $1 and own.registered`,
);
/** The other accounts with which this one can make no deal, as `areTwoPeople` asks it of one: the same person stands behind both, or one has blocked the other. */
export const accountsWithoutDeals = async (database: Sequelize, account: string): Promise<string[]> =>
  (await withoutDeals(database, [account])).map(({ id }) => id);
