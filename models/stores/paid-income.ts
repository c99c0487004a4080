/** What the self-employed were paid through the platform in each calendar month: the meter to the limit of the regime. Sums are tiyn. */
import type { Transaction } from 'sequelize';
import { Sequelize } from 'sequelize';
import type { Component } from '../../rules/withholding.ts';
import { sealingOf } from '../sealed-column.ts';
import { databaseOf, either, query, statement } from '../statement.ts';
import { identifierOf } from './account.ts';
import { holdValue } from './value-lock.ts';

/** A payment of income. */
export interface PaidIncome {
  /** The id of the effect that pays it. */
  attempt: string;
  payout: string;
  account: string;
  /** A civil date. */
  day: string;
  income: bigint;
  components: Record<Component, bigint>;
}

/** The kind of the keyed hashes of IINs here: they are comparable with no others. */
const KIND = 'income';

const find = statement<{ day: string } & Record<Component | 'income', string>>(
  'paid-income-find',
  'select day::text, income, opv, opvr, so, vosms from paid_income where attempt = $1',
);
const inMonth = either<{ income: string }>(
  'paid-income-in-month',
  `select coalesce(sum(income), 0)::text as income from paid_income
   where person_hash = any($1::text[]) and month = date_trunc('month', $2::date) and came_back_at is null and payout is distinct from $3`,
);
const insert = statement(
  'paid-income-insert',
  `insert into paid_income (attempt, payout, account, person_hash, day, month, income, opv, opvr, so, vosms)
   values ($1, $2, $3, $4, $5, date_trunc('month', $5::date), $6, $7, $8, $9, $10)`,
);
const release = statement(
  'paid-income-release',
  'update paid_income set came_back_at = clock_timestamp() where payout = $1 and came_back_at is null and attempt is distinct from $2',
);

/** Of several payments to one person (an IIN), each waits until the transaction of the one before it ends. */
export const holdIncome = async (transaction: Transaction, iin: string): Promise<void> => {
  await holdValue(transaction, sealingOf(databaseOf(transaction)), KIND, iin);
};

/** What was noted of an attempt to pay, if it was noted. */
export async function notedIncome(
  transaction: Transaction,
  attempt: string,
): Promise<Pick<PaidIncome, 'day' | 'income' | 'components'> | undefined> {
  const [row] = await find(transaction, [attempt]);
  if (row === undefined) return undefined;
  const { day, income, opv, opvr, so, vosms } = row;
  return { day, income: BigInt(income), components: { opv: BigInt(opv), opvr: BigInt(opvr), so: BigInt(so), vosms: BigInt(vosms) } };
}

/** What a person was paid in the calendar month of a civil date, by all payouts but one. */
export async function incomeInMonth(from: Sequelize | Transaction, iin: string, day: string, except?: string): Promise<bigint> {
  const database = from instanceof Sequelize ? from : databaseOf(from);
  const [row] = await inMonth(from, [sealingOf(database).searchHashes(KIND, iin), day, except]);
  return BigInt(row?.income ?? '0');
}

/** Notes an attempt to pay. Earlier attempts of the same payout count no more: one is alive at a time. */
export async function noteIncome(transaction: Transaction, iin: string, noted: PaidIncome): Promise<void> {
  const { attempt, payout, account, day, income, components } = noted;
  const { opv, opvr, so, vosms } = components;
  const hash = sealingOf(databaseOf(transaction)).searchHash(KIND, iin);
  await releaseIncome(transaction, payout, attempt);
  await insert(transaction, [attempt, payout, account, hash, day, ...[income, opv, opvr, so, vosms].map(String)]);
}

/** The rows of payouts that the provider took over and that did not come back: `paid`, each with its `life`. */
export const STANDING = `paid_income as paid join life on life.id = paid.payout and paid.came_back_at is null
  and life.snapshot -> 'context' ->> 'reference' = paid.attempt and life.snapshot -> 'context' ? 'tax'`;

const ofMonth = query<
  { account: string; name: string | null; identifier: Buffer | null; payments: number } & Record<Component | 'income', string>
>(
  'paid-income-of-month',
  `select paid.account, account.name, account.identifier, count(*)::int as payments, sum(income)::text as income, sum(opv)::text as opv,
     sum(opvr)::text as opvr, sum(so)::text as so, sum(vosms)::text as vosms
   from ${STANDING} left join account on account.id = paid.account where paid.month = ($1 || '-01')::date
   group by paid.account, account.name, account.identifier order by paid.account`,
);

/** What was withheld from an account in a month. */
export interface AccountsMonth {
  account: string;
  name: string;
  iin: string;
  /** How many payouts. */
  payments: number;
  income: bigint;
  components: Record<Component, bigint>;
}

/** What was withheld in a month (`YYYY-MM`), by account: of payouts that the provider took over and that did not come back. */
export async function withheldInMonth(database: Sequelize, month: string): Promise<AccountsMonth[]> {
  return (await ofMonth(database, [month])).map(({ account, name, identifier, payments, income, opv, opvr, so, vosms }) => ({
    ...{ account, name: name ?? '', iin: identifierOf(database, { id: account, identifier }) ?? '', payments, income: BigInt(income) },
    components: { opv: BigInt(opv), opvr: BigInt(opvr), so: BigInt(so), vosms: BigInt(vosms) },
  }));
}

/** The attempts of a payout count no more, except the one that stands. */
export const releaseIncome = async (transaction: Transaction, payout: string, standing: string | undefined): Promise<void> => {
  await release(transaction, [payout, standing]);
};
