/** Reads the contractors' public profiles, and searches them. The projection of the account writes them. */
import type { Sequelize } from 'sequelize';
import type { AccountKind } from '../../charts/account/types.ts';
import { query, select } from '../statement.ts';
import type { Facet, Found, FoundPage, Matching, Order } from './found.ts';
import { countQuery, pageQuery } from './found.ts';
import type { Put, Since } from './list.ts';
import { collect, conditionIn, isSince } from './list.ts';
import type { Words } from './words.ts';
import { hasWords } from './words.ts';

export interface ContractorRow {
  account: string;
  number: string;
  name: string;
  kind: AccountKind;
  tax_status: string | null;
  proved: boolean;
  since: Date;
  version: number;
  headline: string;
  about: string;
  services: unknown[];
  skills: string[];
  languages: string[];
  places: string[];
  photo: string | null;
  portfolio: { file: string; caption: string }[];
  rating: number | null;
  reviews: number;
  tasks_done: number;
  changed_at: Date;
}

const COLUMNS = `profile.account, profile.number, account.name, account.kind, account.tax_status, profile.proved, account.created_at as since, version, headline, about,
  services, skills, languages, places, photo, portfolio, nullif(rating, 0)::float8 as rating, reviews, tasks_done, changed_at`;

/** A profile is read while its account may act. */
const find = query<ContractorRow>(
  'contractor-find',
  `select ${COLUMNS} from contractor_profile as profile join account on account.id = profile.account where profile.account = $1 and account.may_act`,
);
export const findContractor = async (database: Sequelize, account: string): Promise<ContractorRow | undefined> =>
  (await find(database, [account]))[0];

const showing = query<{ is: boolean }>(
  'contractor-shows-file',
  `select exists (
     select from file join contractor_profile as profile on profile.account = file.account join account on account.id = file.account
     where file.id = 'file/' || $1 and account.may_act
       and (photo = $1 or portfolio @> jsonb_build_array(jsonb_build_object('file', $1::text)))) as is`,
);
/** Whether the profile of its owner shows the file now. */
export const isShownInProfile = async (database: Sequelize, file: string): Promise<boolean> =>
  (await showing(database, [file]))[0]?.is === true;

export interface ContractorSearch {
  /** The accounts with which the reader can make no deal. */
  without: readonly string[];
  words?: Words | undefined;
  /** Codes, one of which a contractor must have. */
  categories?: readonly string[] | undefined;
  places?: readonly string[] | undefined;
  language?: string | undefined;
  /** The least of each. */
  rating?: number | undefined;
  tasksDone?: number | undefined;
  proved?: boolean | undefined;
  /** Of these alone, by their numbers. */
  among?: readonly string[] | undefined;
  /** Only who was changed by a transaction that this snapshot did not see. */
  since?: Since | undefined;
}

export type ContractorSort = 'newest' | 'rating' | 'done';

const ORDERS: Record<ContractorSort, Order> = {
  newest: { goesBy: 'number', type: 'bigint', descending: true },
  rating: { goesBy: 'standing', type: 'int', descending: true },
  done: { goesBy: 'tasks_done', type: 'int', descending: true },
};

/** Of one star, as `standing` counts it in the table. */
const STAR = 100_000_000;

function matchingOf(search: ContractorSearch, put: Put): Matching {
  const { without, words, categories, places, language, rating, tasksDone, proved, among, since } = search;
  const given = conditionIn(put);
  const conditions = [
    'listed',
    ...(without.length === 0 ? [] : [`account <> all (${put(without)}::uuid[])`]),
    ...(words === undefined ? [] : [hasWords(words, put)]),
    ...given(categories, (codes) => `skills && ${codes}::text[]`),
    ...given(places, (codes) => `places && ${codes}::text[]`),
    ...given(language, (code) => `languages @> array[${code}]::text[]`),
    ...given(rating && Math.round(rating * STAR), (least) => `standing >= ${least}::int`),
    ...given(tasksDone, (least) => `tasks_done >= ${least}::int`),
    ...(proved ? ['proved'] : []),
    ...given(among, (numbers) => `number = any (${numbers}::bigint[])`),
    ...(since === undefined ? [] : [isSince(since, put)]),
  ].join(' and ');
  return { table: 'contractor_profile', conditions, words };
}

/** One page of the contractors who match and may begin something new. */
export async function searchContractors(
  database: Sequelize,
  search: ContractorSearch,
  { sort, after, limit }: FoundPage<ContractorSort>,
): Promise<(ContractorRow & Found)[]> {
  const { bind, put } = collect(limit);
  const joined = 'join contractor_profile as profile on profile.account = found.account join account on account.id = found.account';
  const sql = pageQuery(matchingOf(search, put), 'account', ORDERS[sort], after, put, { columns: COLUMNS, joined });
  return select<ContractorRow & Found>(database, sql, bind);
}

/** How many contractors who match have the same skills and places: of at most so many contractors. */
export async function countContractors(database: Sequelize, search: ContractorSearch, most: number): Promise<Facet[]> {
  const { bind, put } = collect(most);
  return select<Facet>(database, countQuery(matchingOf(search, put), { categories: 'skills', places: 'places' }), bind);
}

/** All contractors who match, by their numbers and accounts. */
export async function matchingContractors(database: Sequelize, search: ContractorSearch): Promise<{ number: string; account: string }[]> {
  const { bind, put } = collect();
  const { table, conditions } = matchingOf(search, put);
  return select(database, `select number, account from ${table} where ${conditions}`, bind);
}
