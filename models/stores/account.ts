/** The read model of accounts. The projection of the life writes it, except for the sealed IIN or BIN. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import { Op } from 'sequelize';
import type { AccountKind, MemberRole, StaffRole } from '../../charts/account/types.ts';
import type { LetterChoice } from '../../charts/messages.ts';
import type { WayOfPayment } from '../../rules/way-of-payment.ts';
import { USUAL_WAY } from '../../rules/way-of-payment.ts';
import { sealingOf } from '../sealed-column.ts';
import { databaseOf, either, query, statement } from '../statement.ts';
import type { Account, Role } from '../tables.ts';
import { tables } from '../tables.ts';
import { readTexts } from './erasable-text.ts';
import { holdValue } from './value-lock.ts';

/** No account comes before it: where a list of all of them begins. */
export const BEFORE_ALL_ACCOUNTS = '00000000-0000-0000-0000-000000000000';

export interface AccountRow extends InferAttributes<Account> {
  /** The confirmed address. */
  email: string | null;
  /** An address that its owner has not confirmed yet. */
  newEmail: string | null;
}

/** Reads an account. If the transaction holds the lock of the account's life, the row cannot change before its end. */
export async function findAccount(database: Sequelize, id: string, transaction?: Transaction): Promise<AccountRow | undefined> {
  const row = await tables(database).Account.findByPk(id, { raw: true, ...(transaction && { transaction }) });
  if (row === null) return undefined;
  const named = [row.confirmed_details, row.new_details];
  const texts = await readTexts(
    database,
    named.filter((text) => text !== null),
    transaction,
  );
  const [email = null, newEmail = null] = named.map((text) => (text === null ? null : addressIn(texts.get(text))));
  return { ...row, email, newEmail };
}

const addressIn = (details: Record<string, unknown> | undefined): string | null => (details?.email as string | undefined) ?? null;

/** The e-mail in the details of an account, by the id of their text; null if they have none or were erased. */
export async function emailIn(database: Sequelize, details: string): Promise<string | null> {
  return addressIn((await readTexts(database, [details])).get(details));
}

/** An account that a person acts for, with the person's roles in it. */
export interface MemberAccount {
  id: string;
  name: string;
  roles: Role[];
  kind: AccountKind;
  member: MemberRole[];
  /** The person registered it, and did not join it by an invitation. */
  registered: boolean;
  /** Neither closed nor ended. */
  stands: boolean;
}

const ofPerson = query<MemberAccount>(
  'account-of-person',
  `select account.id, account.name, account.kind, account.roles, membership.roles as member, membership.registered,
     account.standing not in ('closed', 'ended') as stands
   from membership join account on account.id = membership.account where membership.person = $1 order by account.created_at, account.id`,
);
/** The accounts a person acts for, the first one first. */
export const accountsOf = (database: Sequelize, person: string): Promise<MemberAccount[]> => ofPerson(database, [person]);

/** Whether an account is the person in law, and not a company that the person acts for. What happens to the person is told there. */
export const isInOwnName = ({ registered, kind }: Pick<MemberAccount, 'registered' | 'kind'>): boolean => registered && kind !== 'company';

const countMemberships = statement<{ count: number }>(
  'account-count-memberships',
  'select count(*)::int as count from membership where person = $1 and not registered',
);
/** How many accounts a person joined by an invitation. */
export const countJoined = async (transaction: Transaction, person: string): Promise<number> =>
  (await countMemberships(transaction, [person]))[0]?.count ?? 0;

const memberOfAny = statement('account-member-of-any', 'select from membership where person = $1 and account = any($2::uuid[]) limit 1');
/** Whether a person acts for one of these accounts. */
export const isMemberOfAny = async (transaction: Transaction, person: string, accounts: readonly string[]): Promise<boolean> =>
  (await memberOfAny(transaction, [person, accounts])).length > 0;

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
  `select from account as own join account as other on other.kind = own.kind and other.identifier_hash = any($3::text[])
   where own.id = $1 and other.id <> own.id and other.proof is not null and other.standing <> 'closed'
     and case own.kind when 'company' then 'company' else 'identity' end = any($2::text[])`,
);
/**
 * Would documents of these kinds prove an IIN or BIN that another account of this kind has proved? Until the transaction ends, another proof of the same
 * number waits.
 */
export async function isProvedElsewhere(transaction: Transaction, account: string, kinds: readonly string[]): Promise<boolean> {
  const database = databaseOf(transaction);
  const identifier = await ownIdentifier(database, account, transaction);
  if (identifier === null) return false;
  const sealing = sealingOf(database);
  await holdValue(transaction, sealing, IDENTIFIER, identifier);
  return (await provedLike(transaction, [account, kinds, sealing.searchHashes(IDENTIFIER, identifier)])).length > 0;
}

/** Another account with the same IIN or BIN. */
export interface Namesake {
  id: string;
  standing: string;
  proved: boolean;
}
const alike = query<Namesake>(
  'account-alike',
  `select other.id, other.standing, other.proof is not null as proved
   from account as own join account as other on other.kind = own.kind and other.identifier_hash = any($2::text[])
   where own.id = $1 and other.id <> own.id order by other.created_at, other.id`,
);
/** The other accounts with the IIN or BIN of this one. For the operator alone. */
export async function namesakesOf(database: Sequelize, account: string): Promise<Namesake[]> {
  const identifier = await ownIdentifier(database, account);
  return identifier === null ? [] : alike(database, [account, sealingOf(database).searchHashes(IDENTIFIER, identifier)]);
}

const sharedNamesake = statement(
  'account-shared-namesake',
  `select from account as own join account as other on other.kind = own.kind and other.identifier_hash = any($3::text[])
   join membership as theirs on theirs.account = other.id join membership as mine on mine.person = theirs.person
   where own.id = $1 and other.id <> own.id and mine.account = $2 limit 1`,
);
/** Has a person of the second account another account with the IIN or BIN of the first? Whether it is proved or only named. */
export async function namesakeIsOf(transaction: Transaction, account: string, second: string): Promise<boolean> {
  const database = databaseOf(transaction);
  const identifier = await ownIdentifier(database, account, transaction);
  if (identifier === null) return false;
  return (await sharedNamesake(transaction, [account, second, sealingOf(database).searchHashes(IDENTIFIER, identifier)])).length > 0;
}

const identify = statement('account-identify', 'update account set identifier = $2, identifier_hash = $3 where id = $1');
/** Stores another IIN or BIN of an account. */
export const setIdentifier = async (
  transaction: Transaction,
  { account, identifier }: { account: string; identifier: string },
): Promise<void> => {
  await identify(transaction, [account, ...storedAs(transaction, account, identifier)]);
};

const holdAccounts = statement('account-hold', 'select from account where id = any($1::uuid[]) order by id for share');
const behind = statement<{ id: string; identifier: Buffer | null; proved: boolean; shares: boolean }>(
  'account-behind',
  `select account.id, account.identifier, account.proof is not null as proved, account.id <> $1 and exists (
     select from membership own join membership other on other.person = own.person where own.account = $1 and other.account = account.id) as shares
   from account where id = $1 or id = any($2::uuid[])`,
);
/**
 * Whether one person is behind an account and one of the others: as a member of both, or by the same IIN, if both have proved it. A number that
 * somebody only names would block the deals of its owner, and a refusal would tell whose number it is. Locks the accounts' members until the
 * transaction ends, and waits for a change that is in progress.
 */
export async function samePersonStandsBehind(transaction: Transaction, account: string, others: readonly string[]): Promise<boolean> {
  if (others.length === 0) return false;
  await holdAccounts(transaction, [[account, ...others]]);
  const rows = await behind(transaction, [account, others]);
  if (rows.some(({ shares }) => shares)) return true;
  // The values are compared, because a rotation gives the same value two hashes.
  const open = (row: { id: string; identifier: Buffer | null }) => identifierOf(databaseOf(transaction), row);
  const proved = rows.filter((row) => row.proved);
  const own = proved.filter(({ id }) => id === account).map(open)[0] ?? null;
  return own !== null && proved.some((row) => row.id !== account && open(row) === own);
}

const staffOf = statement('account-staff-of-person', 'select from membership where person = $1 and staff');
/** Has this person an account of the operator's staff? A closed one does not count. */
export const hasStaffAccount = async (transaction: Transaction, person: string): Promise<boolean> =>
  (await staffOf(transaction, [person])).length > 0;

const inOffice = statement<{ id: string }>(
  'account-hold-staff',
  `select id from account where id = any($1::uuid[]) and kind = 'staff' and may_act and not paused and staff && $2::text[] order by id for share`,
);
/** Whether each of these accounts of the staff may act and has one of these roles. Locks the answer until the transaction ends. */
export const holdStaff = async (transaction: Transaction, accounts: readonly string[], roles: readonly StaffRole[]): Promise<boolean> =>
  (await inOffice(transaction, [accounts, roles])).length === new Set(accounts).size;

const placeOf = (account: string) => ({ table: 'account', column: 'identifier', row: account });
/** What the keyed hash of an IIN or BIN is of. */
export const IDENTIFIER = 'identifier';

const ofIdentifier = query<{ id: string }>(
  'account-of-identifier',
  'select id from account where identifier_hash = any($1::text[]) limit 50',
);
/** The accounts that have named this IIN or BIN. */
export const accountsOfIdentifier = async (database: Sequelize, identifier: string): Promise<string[]> =>
  (await ofIdentifier(database, [sealingOf(database).searchHashes(IDENTIFIER, identifier)])).map(({ id }) => id);

/** Stands in the chain for an IIN or BIN. */
export const identifierHash = (database: Sequelize, identifier: string): string => sealingOf(database).searchHash(IDENTIFIER, identifier);

/** The IIN or BIN of an account; null if it has none. */
export const identifierOf = (database: Sequelize, { id, identifier }: { id: string; identifier: Buffer | null }): string | null =>
  identifier ? sealingOf(database).open(identifier, placeOf(id)) : null;

/** The IIN or BIN of an account; null if it has none. */
export async function ownIdentifier(database: Sequelize, account: string, transaction?: Transaction): Promise<string | null> {
  const row = await tables(database).Account.findByPk(account, {
    ...{ attributes: ['id', 'identifier'], raw: true },
    ...(transaction && { transaction }),
  });
  return row && identifierOf(database, row);
}

/** The stored form of an IIN or BIN: sealed, and its search hash. */
function storedAs(transaction: Transaction, account: string, identifier: string): [Buffer, string] {
  const sealing = sealingOf(databaseOf(transaction));
  return [sealing.seal(identifier, placeOf(account)), sealing.searchHash(IDENTIFIER, identifier)];
}

const settle = statement(
  'account-settle',
  `with known as (update account set identifier = $2, identifier_hash = $3 where id = $1)
   update session set account = $1 where id = $4 and account is null`,
);
/** Stores a registered account's IIN or BIN, and lets the session that registered it act for it. */
export const settleAccount = async (
  transaction: Transaction,
  { account, identifier, session }: { account: string; identifier: string; session: string },
): Promise<void> => {
  await settle(transaction, [account, ...storedAs(transaction, account, identifier), session]);
};

const unfinishedOf = query<{ count: number }>(
  'account-unfinished',
  `select count(*)::int as count from (
     select task.id from task join life on life.id = task.id where task.customer = $1 and not life.done
     union all select task.id from task join life on life.id = task.id where task.contractor = $1 and not life.done
     union all select life from life_of_account where account = $1 and open and kind not in ('receipt', 'qualification', 'objection')
     union all select dispute.id from dispute join life on life.id = dispute.id where claimant = $1 and not life.done
     union all select dispute.id from dispute join life on life.id = dispute.id where respondent = $1 and not life.done
     union all select fee from unbilled_fee where customer = $1
     union all select invoice.id from invoice join life on life.id = invoice.id where invoice.customer = $1 and not life.done
     union all select debt.id from debt join life on life.id = debt.id where debtor = $1 and not life.done) as running`,
);
/** The number of an account's unfinished tasks, payments, payouts, signings and disputes, of invoices and debts that it owes, and of fees to be invoiced. */
export const countUnfinished = async (database: Sequelize, account: string): Promise<number> =>
  (await unfinishedOf(database, [account]))[0]?.count ?? 0;

const names = query<{ id: string; name: string | null }>('account-names', 'select id, name from account where id = any($1::uuid[])');
/** The names of accounts; null for one that was erased. */
export const namesOf = async (database: Sequelize, accounts: readonly string[]): Promise<Map<string, string | null>> =>
  new Map((await names(database, [accounts])).map(({ id, name }) => [id, name]));

const kinds = either<{ id: string; kind: AccountKind }>('account-kinds', 'select id, kind from account where id = any($1::uuid[])');
/** What each of these accounts is: a person, an entrepreneur, a company or one of the staff. */
export const kindsOf = async (from: Sequelize | Transaction, accounts: readonly string[]): Promise<Map<string, AccountKind>> =>
  new Map((await kinds(from, [accounts])).map(({ id, kind }) => [id, kind]));

/** Whether an account is a company's. */
export const isCompany = async (database: Sequelize, account: string): Promise<boolean> =>
  (await kindsOf(database, [account])).get(account) === 'company';

/** Is the account a company or an entrepreneur, which is a tax agent when it pays a natural person? */
export const isTaxAgent = async (from: Sequelize | Transaction, account: string): Promise<boolean> =>
  ['company', 'entrepreneur'].includes((await kindsOf(from, [account])).get(account) ?? '');

const unwanted = query(
  'account-unwanted-letters',
  `select from life where id = 'account/' || $1 and snapshot -> 'context' ->> $2 = 'false'`,
);
/** Does an account want letters of a kind? */
export const wantsLetters = async (database: Sequelize, account: string, choice: LetterChoice): Promise<boolean> =>
  (await unwanted(database, [account, choice])).length === 0;

const wayOfPayment = query<{ payment: WayOfPayment | null }>(
  'account-way-of-payment',
  `select snapshot -> 'context' ->> 'payment' as payment from life where id = 'account/' || $1`,
);
/** How the tasks of a customer are paid whose post names no way. */
export const wayOfPaymentOf = async (database: Sequelize, account: string): Promise<WayOfPayment> =>
  (await wayOfPayment(database, [account]))[0]?.payment ?? USUAL_WAY;
