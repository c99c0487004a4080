/** Persons (1.2), who log in by their authorised number. */
import { randomUUID } from 'node:crypto';
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import { query } from '../statement.ts';
import type { Person } from '../tables.ts';
import { tables } from '../tables.ts';

export type PersonRow = InferAttributes<Person>;

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
   where membership.account = $1 and 'owner' = any (membership.roles) order by membership.since, person.id limit 1`,
);

/** The authorised number (1.2) of the account's first owner: who registered it or accepted to be one. In E.164. `undefined` if there is none. */
export const authorisedNumber = async (database: Sequelize, account: string): Promise<string | undefined> =>
  (await ofOwner(database, [account]))[0]?.number;

/** The id of the person with a number. Creates the person if needed. Concurrent requests get the same id. */
export async function ensurePerson(
  database: Sequelize,
  { id = randomUUID(), number, language }: { id?: string; number: string; language?: Language },
  transaction?: Transaction,
): Promise<string> {
  const [row] = await tables(database).Person.upsert(
    { id, number, ...(language && { language }) },
    { conflictFields: ['number'], fields: ['number'], returning: ['id'], ...(transaction && { transaction }) },
  );
  return row.id;
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

const giveUp = query(
  'person-give-up-number',
  `with empty as (update person set number = 'given up ' || id where number = $1 and id <> $2
     and not exists (select from membership where membership.person = person.id) returning id),
   ended as (update session set ended_at = clock_timestamp() from empty where session.person = empty.id and ended_at is null)
   update device set revoked_at = clock_timestamp() from empty where device.person = empty.id and revoked_at is null`,
);

/**
 * Takes a number from a person without an account. Such a person is created when the owner logs in with the new number before the change. A code has
 * proved that both are the same.
 */
export const giveUpNumber = async (database: Sequelize, number: string, to: string): Promise<void> => {
  await giveUp(database, [number, to]);
};

const change = query(
  'person-change-number',
  `with kept as (insert into number_change (effect, person) values ($1, $2) on conflict do nothing returning person),
   changed as (update person set number = $3, password = null from kept where person.id = kept.person returning person.id),
   ended as (update session set ended_at = clock_timestamp() from changed where session.person = changed.id and ended_at is null)
   update device set revoked_at = clock_timestamp() from changed where device.person = changed.id and revoked_at is null`,
);

const UNIQUE_VIOLATION = '23505';

/**
 * Changes the authorised number, ends the sessions of the old one, and clears the password: who held the old number may know it. The change keeps the effect's id, because a repeated effect must not end newer
 * sessions. False if another person has the number.
 */
export async function changeNumber(
  database: Sequelize,
  { effect, person, number }: { effect: string; person: string; number: string },
): Promise<boolean> {
  try {
    await change(database, [effect, person, number]);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    return false;
  }
}
