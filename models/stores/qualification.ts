/** Reads what contractors have proved of their skills, permits and licences (4.2.2). */
import type { Sequelize, Transaction } from 'sequelize';
import type { ErasableRef } from '../../charts/law.ts';
import type { QualificationKind } from '../../charts/qualification/types.ts';
import { civilDate } from '../../rules/working-days.ts';
import { CATEGORIES } from '../reference-trees.ts';
import { query, statement } from '../statement.ts';
import { lockAll } from './advisory-lock.ts';

const HOLDS = `account = $1 and qualification.state = 'approved' and (valid_until is null or valid_until >= $2::date)`;

const hold = statement<{ categories: string[] }>(
  'qualification-hold',
  `select categories from qualification where ${HOLDS} order by life for share`,
);

const withThoseBelow = (rows: readonly { categories: string[] }[]): string[] =>
  rows.flatMap(({ categories }) => categories.flatMap((code) => CATEGORIES.codesFrom(code)));

/**
 * The categories that an account has proved at a moment, with all below them. None of them is revoked or withdrawn until the transaction ends, and one that is
 * just being revoked is waited for.
 */
export async function provedCategories(transaction: Transaction, account: string, at: string): Promise<ReadonlySet<string>> {
  return new Set(withThoseBelow(await hold(transaction, [account, civilDate(at)])));
}

const undecided = statement<{ count: number }>(
  'qualification-undecided',
  `select count(*)::int as count from qualification where account = $1 and state = 'declared'`,
);

/** How many qualifications of an account wait for a decision. Two declarations of one account wait for each other. */
export async function countUndecided(transaction: Transaction, account: string): Promise<number> {
  await lockAll(transaction, [`qualification/${account}`]);
  const [row] = await undecided(transaction, [account]);
  return row?.count ?? 0;
}

interface ProvedRow {
  categories: string[];
  kind: QualificationKind;
  title: ErasableRef;
  valid_until: string | null;
}

const proved = query<ProvedRow>(
  'qualification-proved',
  `select categories, life.snapshot -> 'context' ->> 'kind' as kind, life.snapshot -> 'context' -> 'title' as title, valid_until::text
   from qualification join life on life.id = qualification.life where ${HOLDS} order by life.number`,
);

/** What an account has proved at a moment. */
export const provedOf = (database: Sequelize, account: string, at: string): Promise<ProvedRow[]> =>
  proved(database, [account, civilDate(at)]);

/** The categories that an account has proved today, with all below them. Nothing keeps them so. */
export const provedToday = async (database: Sequelize, account: string): Promise<string[]> => [
  ...new Set(withThoseBelow(await provedOf(database, account, new Date().toISOString()))),
];
