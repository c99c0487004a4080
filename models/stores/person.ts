/** Persons (1.2), who log in by their authorised number. */
import { randomUUID } from 'node:crypto';
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import type { Sealing } from '../sealed-column.ts';
import { sealingOf } from '../sealed-column.ts';
import { query, statement } from '../statement.ts';
import type { Person } from '../tables.ts';
import { tables } from '../tables.ts';
import { holdValue } from './value-lock.ts';

export interface PersonRow extends Omit<InferAttributes<Person>, 'number' | 'number_hash'> {
  /** The authorised number in E.164; empty after it was given up. */
  number: string;
}

const KIND = 'number';
const placeOf = (person: string) => ({ table: 'person', column: 'number', row: person });

const opened = (database: Sequelize, person: string, number: Buffer | null): string =>
  number === null ? '' : sealingOf(database).open(number, placeOf(person));

/** The columns of a person's number. */
export const sealedNumber = (sealing: Sealing, person: string, number: string): { number: Buffer; number_hash: string } => ({
  number: sealing.seal(number, placeOf(person)),
  number_hash: sealing.searchHash(KIND, number),
});

const rowOf = (database: Sequelize, found: InferAttributes<Person> | null): PersonRow | undefined => {
  if (found === null) return undefined;
  const { number_hash: _, ...row } = found;
  return { ...row, number: opened(database, row.id, row.number) };
};

/** Where and in which language a person can be told something. The worker may read no more of a person. */
export async function readerOf(database: Sequelize, id: string): Promise<Pick<PersonRow, 'number' | 'language'> | undefined> {
  const row = await tables(database).Person.findByPk(id, { attributes: ['number', 'language'], raw: true });
  return row === null ? undefined : { number: opened(database, id, row.number), language: row.language };
}

export const personOfId = async (database: Sequelize, id: string): Promise<PersonRow | undefined> =>
  rowOf(database, await tables(database).Person.findByPk(id, { raw: true }));

/** `number` in E.164. */
export const personOfNumber = async (database: Sequelize, number: string, transaction?: Transaction): Promise<PersonRow | undefined> =>
  rowOf(
    database,
    await tables(database).Person.findOne({
      where: { number_hash: sealingOf(database).searchHashes(KIND, number) },
      raw: true,
      ...(transaction && { transaction }),
    }),
  );

/** The authorised numbers of persons, by their ids. */
export async function numbersOf(database: Sequelize, ids: string[]): Promise<Map<string, string>> {
  const rows = await tables(database).Person.findAll({ attributes: ['id', 'number'], where: { id: ids }, raw: true });
  return new Map(rows.map(({ id, number }) => [id, opened(database, id, number)]));
}

const ofOwner = query<{ id: string; number: Buffer }>(
  'person-authorised-number',
  `select person.id, person.number from membership join person on person.id = membership.person
   where membership.account = $1 and 'owner' = any (membership.roles) and person.number is not null
   order by membership.since, person.id limit 1`,
);

/** The authorised number (1.2) of the account's first owner: who registered it or accepted to be one. In E.164; `undefined` if there is none. */
export async function authorisedNumber(database: Sequelize, account: string): Promise<string | undefined> {
  const [row] = await ofOwner(database, [account]);
  return row && opened(database, row.id, row.number);
}

const ofHashes = statement<{ id: string }>('person-of-hashes', 'select id from person where number_hash = any($1::text[]) for update');
const insert = statement<{ id: string }>(
  'person-insert',
  `insert into person (id, number, number_hash, language) values ($1, $2, $3, coalesce($4, 'ru')) returning id`,
);

/** The id of the person with a number. Creates the person if needed, and locks them in a transaction. Concurrent requests get the same id. */
export async function ensurePerson(
  database: Sequelize,
  given: { id?: string; number: string; language?: Language },
  transaction?: Transaction,
): Promise<string> {
  if (transaction === undefined) return database.transaction((own) => ensurePerson(database, given, own));
  const { id = randomUUID(), number, language } = given;
  const sealing = sealingOf(database);
  await holdValue(transaction, sealing, KIND, number);
  const [known] = await ofHashes(transaction, [sealing.searchHashes(KIND, number)]);
  if (known) return known.id;
  const { number: sealed, number_hash: hash } = sealedNumber(sealing, id, number);
  await insert(transaction, [id, sealed, hash, language]);
  return id;
}

/** Locks a person, so that logins and changes wait for each other. False if the number is no longer theirs. */
export async function lockPerson(
  database: Sequelize,
  { id, number }: Partial<PersonRow> & { id: string },
  transaction: Transaction,
): Promise<boolean> {
  const row = await tables(database).Person.findOne({
    attributes: ['number'],
    where: { id },
    lock: transaction.LOCK.UPDATE,
    transaction,
    raw: true,
  });
  return row !== null && (number === undefined || opened(database, id, row.number) === number);
}

/** Whether this hash is still the person's password. */
export const hasPassword = async (
  database: Sequelize,
  { id, password }: Pick<PersonRow, 'id' | 'password'>,
  transaction: Transaction,
): Promise<boolean> => (await tables(database).Person.count({ where: { id, password }, transaction })) > 0;

/** Sets a password, given as its hash. */
export const setPassword = async (database: Sequelize, id: string, password: string, transaction: Transaction): Promise<void> => {
  await tables(database).Person.update({ password }, { where: { id }, transaction });
};

/** Stores the same password hashed at a higher cost, unless it was changed meanwhile. */
export const rehashPassword = async (
  database: Sequelize,
  { id, password }: Pick<PersonRow, 'id' | 'password'>,
  hash: string,
): Promise<void> => {
  await tables(database).Person.update({ password: hash }, { where: { id, password } });
};

const change = statement<{ changed: boolean }>('person-change-number', 'select change_number($1, $2, $3, $4, $5) as changed');

/**
 * Changes the authorised number for an open effect, ends the sessions of the old one, clears the password (who held the old number may know it), and takes
 * the new one from a person without an account: a code has proved that both are the same. A repeated effect changes nothing. False if another person
 * has the number.
 */
export const changeNumber = (
  database: Sequelize,
  { effect, person, number }: { effect: string; person: string; number: string },
): Promise<boolean> =>
  database.transaction(async (transaction) => {
    const sealing = sealingOf(database);
    await holdValue(transaction, sealing, KIND, number);
    const { number: sealed, number_hash: hash } = sealedNumber(sealing, person, number);
    const [row] = await change(transaction, [effect, person, sealed, hash, sealing.searchHashes(KIND, number)]);
    return row?.changed === true;
  });
