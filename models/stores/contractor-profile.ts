/** Reads the contractors' public profiles. The projection of the account writes them. */
import type { Sequelize } from 'sequelize';
import { searchQuery } from '../../rules/search-words.ts';
import { query } from '../statement.ts';
import type { Page } from './list.ts';

export interface ContractorRow {
  account: string;
  number: string;
  name: string;
  kind: string;
  tax_status: string | null;
  proved: boolean;
  version: number;
  headline: string;
  about: string;
  services: unknown[];
  changed_at: Date;
}

const COLUMNS = `profile.account, profile.number, account.name, account.kind, account.tax_status, account.proof is not null as proved, version, headline, about, services, changed_at
  from contractor_profile as profile join account on account.id = profile.account`;

const find = query<ContractorRow>('contractor-find', `select ${COLUMNS} where profile.account = $1 and account.may_act`);
const newest = query<ContractorRow>(
  'contractor-newest',
  `select ${COLUMNS} where profile.number < $1 and account.may_open and not account.displaced order by profile.number desc limit $2`,
);
/** Searches by Russian and English stems, so an excluded word is excluded in all its forms. A query of stop words alone is searched literally. */
const search = query<ContractorRow>(
  'contractor-search',
  `select ${COLUMNS} where profile.number < $1 and account.may_open and not account.displaced
   and search @@ case when numnode(websearch_to_tsquery('russian', $3)) > 0 then websearch_to_tsquery('russian', $3)
     else websearch_to_tsquery('simple', $3) end order by profile.number desc limit $2`,
);

const LAST = String(2n ** 63n - 1n);

export const findContractor = async (database: Sequelize, account: string): Promise<ContractorRow | undefined> =>
  (await find(database, [account]))[0];

/** One page of the contractors who may begin something new, newest first. `words` filters by the profile's text. */
export const listContractors = (
  database: Sequelize,
  { words, after = LAST, limit }: Omit<Page, 'after'> & { words?: string | undefined; after?: number | string | undefined },
): Promise<ContractorRow[]> =>
  words === undefined ? newest(database, [after, limit]) : search(database, [after, limit, searchQuery(words)]);
