/** The read model of accounts. The projection of the life writes it, except for the sealed IIN or BIN. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import { Op } from 'sequelize';
import type { AccountKind, MemberRole } from '../../charts/account/types.ts';
import { query, statement } from '../statement.ts';
import type { Account, Role } from '../tables.ts';
import { tables } from '../tables.ts';

export type AccountRow = InferAttributes<Account>;

/** Reads an account. If the transaction holds the lock of the account's life, the row cannot change before its end. */
export const findAccount = async (database: Sequelize, id: string, transaction?: Transaction): Promise<AccountRow | undefined> =>
  (await tables(database).Account.findByPk(id, { raw: true, ...(transaction && { transaction }) })) ?? undefined;

/** An account that a person acts for, with the person's roles in it. */
export interface MemberAccount {
  id: string;
  name: string;
  roles: Role[];
  kind: AccountKind;
  member: MemberRole[];
}

const ofPerson = query<MemberAccount>(
  'account-of-person',
  `select account.id, account.name, account.kind, account.roles, membership.roles as member
   from membership join account on account.id = membership.account where membership.person = $1 order by account.created_at, account.id`,
);
/** The accounts a person acts for, the first one first. */
export const accountsOf = (database: Sequelize, person: string): Promise<MemberAccount[]> => ofPerson(database, [person]);

/** How many of these accounts are contractors. */
export const countContractors = (database: Sequelize, ids: string[]): Promise<number> =>
  tables(database).Account.count({ where: { id: ids, roles: { [Op.contains]: ['contractor'] } } });

export interface Opening {
  /** Not suspended (4.4.2). */
  may_open: boolean;
  /** Another account proved the same IIN or BIN. */
  displaced: boolean;
}
const mayOpen = statement<Opening>('account-may-open', 'select may_open, displaced from account where id = $1 for share');
/** Whether the account may begin something new. Locks the answer until the transaction ends. */
export const holdMayOpen = async (transaction: Transaction, account: string): Promise<Opening | undefined> =>
  (await mayOpen(transaction, [account]))[0];

const unprovedOf = statement<{ id: string }>(
  'account-unproved',
  `select id from account where id = any($1::uuid[]) and proof is null and kind <> 'staff' order by id for share`,
);
/** Those of the accounts whose IIN or BIN nobody has proved. Locks the answer until the transaction ends. */
export const holdUnproved = async (transaction: Transaction, accounts: readonly string[]): Promise<string[]> =>
  (await unprovedOf(transaction, [accounts])).map(({ id }) => id);

const provedLike = statement(
  'account-proved-like',
  `select from account as own join account as other on other.kind = own.kind and other.identifier_hash = own.identifier_hash
   where own.id = $1 and other.id <> own.id and other.proof is not null and other.standing <> 'closed'
     and case own.kind when 'company' then 'company' else 'identity' end = any($2::text[])`,
);
/** Would documents of these kinds prove an IIN or BIN that another account of this kind has proved? */
export const isProvedElsewhere = async (transaction: Transaction, account: string, kinds: readonly string[]): Promise<boolean> =>
  (await provedLike(transaction, [account, kinds])).length > 0;

/** Another account with the same IIN or BIN. */
export interface Namesake {
  id: string;
  standing: string;
  proved: boolean;
}
const alike = query<Namesake>(
  'account-alike',
  `select other.id, other.standing, other.proof is not null as proved
   from account as own join account as other on other.kind = own.kind and other.identifier_hash = own.identifier_hash
   where own.id = $1 and other.id <> own.id order by other.created_at, other.id limit 100`,
);
/** The other accounts with the IIN or BIN of this one. For the operator alone. */
export const namesakesOf = (database: Sequelize, account: string): Promise<Namesake[]> => alike(database, [account]);

const holders = query<{ id: string }>(
  'account-holders',
  `select other.id from account as own join account as other on other.kind = own.kind and other.identifier_hash = own.identifier_hash
   where own.id = $1 and other.id <> own.id and other.standing not in ('closed', 'ended') order by other.id`,
);
/** The ids of the other accounts, not closed, with the IIN or BIN of this one. */
export const holdersLike = async (database: Sequelize, account: string): Promise<string[]> =>
  (await holders(database, [account])).map(({ id }) => id);

const identify = statement('account-identify', 'update account set identifier = $2, identifier_hash = $3 where id = $1');
/** Stores another IIN or BIN of an account. */
export const setIdentifier = async (
  transaction: Transaction,
  { account, sealed, hash }: { account: string; sealed: Buffer; hash: string },
): Promise<void> => {
  await identify(transaction, [account, sealed, hash]);
};

const holdAccounts = statement('account-hold', 'select from account where id = any($1::uuid[]) order by id for share');
const samePerson = statement<{ account: string }>(
  'account-same-person',
  `select other.account from membership own join membership other on other.person = own.person
   where own.account = $1 and other.account = any($2::uuid[])
   union all
   select other.id from account own join account other on other.identifier_hash = own.identifier_hash
   where own.id = $1 and other.id = any($2::uuid[]) and own.proof is not null and other.proof is not null limit 1`,
);
/**
 * Whether one person is behind an account and one of the others: as a member of both, or by the same IIN, if both have proved it. A number that
 * somebody only names would block the deals of its owner, and a refusal would tell whose number it is. Locks the accounts' members until the
 * transaction ends, and waits for a change that is in progress.
 */
export async function samePersonStandsBehind(transaction: Transaction, account: string, others: readonly string[]): Promise<boolean> {
  if (others.length === 0) return false;
  await holdAccounts(transaction, [[account, ...others]]);
  return (await samePerson(transaction, [account, others])).length > 0;
}

const settle = statement(
  'account-settle',
  `with known as (update account set identifier = $2, identifier_hash = $3 where id = $1)
   update session set account = $1 where id = $4 and account is null`,
);
/** Stores a registered account's IIN or BIN, and lets the session that registered it act for it. */
export const settleAccount = async (
  transaction: Transaction,
  { account, sealed, hash, session }: { account: string; sealed: Buffer; hash: string; session: string },
): Promise<void> => {
  await settle(transaction, [account, sealed, hash, session]);
};

const unfinishedOf = query<{ count: number }>(
  'account-unfinished',
  `select count(*)::int as count from (
     select task.id from task join life on life.id = task.id where task.customer = $1 and not life.done
     union all select task.id from task join life on life.id = task.id where task.contractor = $1 and not life.done
     union all select life from life_of_account where account = $1 and open
     union all select dispute.id from dispute join life on life.id = dispute.id where claimant = $1 and not life.done
     union all select dispute.id from dispute join life on life.id = dispute.id where respondent = $1 and not life.done
     union all select fee.id from fee join life on life.id = fee.id where fee.customer = $1 and not life.done
     union all select debt.id from debt join life on life.id = debt.id where debtor = $1 and not life.done) as running`,
);
/** The number of an account's unfinished tasks, payments, payouts, signings and disputes, and of fees and debts that it owes. */
export const countUnfinished = async (database: Sequelize, account: string): Promise<number> =>
  (await unfinishedOf(database, [account]))[0]?.count ?? 0;
