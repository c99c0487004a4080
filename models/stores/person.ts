/** Persons (1.2), who log in by their authorised number. */
import { randomUUID } from 'node:crypto';
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import { query } from '../statement.ts';
import type { Person } from '../tables.ts';
import { tables } from '../tables.ts';

export type PersonRow = InferAttributes<Person>;

/** Where and in which language a person can be told something. The worker may read no more of a person. */
export const readerOf = async (database: Sequelize, id: string): Promise<Pick<PersonRow, 'number' | 'language'> | undefined> =>
  (await tables(database).Person.findByPk(id, { attributes: ['number', 'language'], raw: true })) ?? undefined;

export const personOfId = async (database: Sequelize, id: string): Promise<PersonRow | undefined> =>
  (await tables(database).Person.findByPk(id, { raw: true })) ?? undefined;

/** `number` in E.164. */
export const personOfNumber = async (database: Sequelize, number: string): Promise<PersonRow | undefined> =>
  (await tables(database).Person.findOne({ where: { number }, raw: true })) ?? undefined;

/** The authorised numbers of persons, by their ids. */
export async function numbersOf(database: Sequelize, ids: string[]): Promise<Map<string, string>> {
  const rows = await tables(database).Person.findAll({ attributes: ['id', 'number'], where: { id: ids }, raw: true });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const ofOwner = query<{ number: string }>(
  'person-authorised-number',
  `select person.number from membership join person on person.id = membership.person
   where membership.account = $1 and 'owner' = any (membership.roles) order by person.created_at, person.id limit 1`,
);

/** The authorised number (1.2) of an account's owner, in E.164. `undefined` if there is none. */
export const authorisedNumber = async (database: Sequelize, account: string): Promise<string | undefined> =>
  (await ofOwner(database, [account]))[0]?.number;

/** The id of the person with a number. Creates the person if needed, and locks them in a transaction. Concurrent requests get the same id. */
export async function ensurePerson(
  database: Sequelize,
  { id = randomUUID(), number, language }: { id?: string; number: string; language?: Language },
  transaction?: Transaction,
): Promise<string> {
  const { Person } = tables(database);
  const within = transaction && { transaction };
  await Person.bulkCreate([{ id, number, ...(language && { language }) }], { ignoreDuplicates: true, ...within });
  const lock = transaction && { lock: transaction.LOCK.UPDATE };
  return ((await Person.findOne({ attributes: ['id'], where: { number }, raw: true, ...within, ...lock })) as PersonRow).id;
}

/** Locks a person, so that logins and changes wait for each other. False if the number is no longer theirs. */
export const lockPerson = async (
  database: Sequelize,
  { id, number }: Partial<PersonRow> & { id: string },
  transaction: Transaction,
): Promise<boolean> =>
  (await tables(database).Person.findOne({
    attributes: ['id'],
    where: { id, ...(number !== undefined && { number }) },
    lock: transaction.LOCK.UPDATE,
    transaction,
    raw: true,
  })) !== null;

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

const change = query<{ changed: boolean }>('person-change-number', 'select change_number($1, $2, $3) as changed');

/**
 * Changes the authorised number for an open effect, ends the sessions of the old one, and takes the new one from a person without an account: a code has
 * proved that both are the same. A repeated effect changes nothing. False if another person has the number.
 */
export async function changeNumber(
  database: Sequelize,
  { effect, person, number }: { effect: string; person: string; number: string },
): Promise<boolean> {
  const [row] = await change(database, [effect, person, number]);
  return row?.changed === true;
}
