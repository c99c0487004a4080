/** One-time codes (1.9). Each limit is counted in the statement that uses it up. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import { literal, Op } from 'sequelize';
import { NOW, query } from '../statement.ts';
import type { Code } from '../tables.ts';
import { tables } from '../tables.ts';

const begin = query<{ wait: number | null; valid_until: Date | null }>(
  'code-begin',
  'select * from begin_code($1, $2, $3, $4, $5, $6, $7::interval, $8, $9::interval, $10, $11::interval, $12, $13::interval, $14::interval)',
);

export interface NewCode {
  id: string;
  purpose: string;
  numberHash: string;
  codeHash: string;
  addressHash: string;
  /** The number, sealed. */
  number: Buffer;
}

/** Times are PostgreSQL intervals. */
export interface CodeLimits {
  lasts: string;
  /** The maximum number of codes for a number within a short and a long time, and from an address. */
  perNumber: number;
  inTime: string;
  perNumberLong: number;
  inLong: string;
  perAddress: number;
  inAddress: string;
  /** How long a code is kept. */
  kept: string;
}

/** Records a code before it is sent. Returns when it expires, or over the limits the seconds to wait. */
export async function beginCode(
  database: Sequelize,
  { id, purpose, numberHash, codeHash, addressHash, number }: NewCode,
  { lasts, perNumber, inTime, perNumberLong, inLong, perAddress, inAddress, kept }: CodeLimits,
): Promise<{ validUntil: Date } | { wait: number }> {
  const [row] = await begin(database, [
    ...[id, purpose, numberHash, codeHash, addressHash, number],
    ...[lasts, perNumber, inTime, perNumberLong, inLong, perAddress, inAddress, kept],
  ]);
  return row?.valid_until ? { validUntil: row.valid_until } : { wait: row?.wait as number };
}

/** Voids a code: it was used, or could not be sent. */
export const voidCode = async (database: Sequelize, id: string, transaction?: Transaction): Promise<void> => {
  await tables(database).Code.update({ used_at: NOW, number: null }, { where: { id }, ...(transaction && { transaction }) });
};

export type CodeRow = Pick<InferAttributes<Code>, 'code_hash' | 'number_hash' | 'number'>;

const still = { used_at: null, expires_at: { [Op.gt]: NOW } };

/** Counts an attempt before it is checked, so that concurrent guesses get no extra attempts. `undefined` if no attempt is left. */
export async function tryCode(database: Sequelize, id: string, purpose: string, most: number): Promise<CodeRow | undefined> {
  const [, [row]] = await tables(database).Code.update(
    { tries: literal('tries + 1') },
    { where: { id, purpose, tries: { [Op.lt]: most }, ...still }, returning: true },
  );
  return row?.get();
}

/** Locks a code, so that one request alone uses it. False where another was first. */
export const holdCode = async (database: Sequelize, id: string, transaction: Transaction): Promise<boolean> =>
  (await tables(database).Code.findOne({
    attributes: ['id'],
    where: { id, ...still },
    lock: transaction.LOCK.UPDATE,
    transaction,
    raw: true,
  })) !== null;

/** The keyed hash of the number that a code was sent to. */
export const numberHashOf = async (database: Sequelize, id: string): Promise<string | undefined> =>
  (await tables(database).Code.findByPk(id, { attributes: ['number_hash'], raw: true }))?.number_hash;

const unused = query<{ id: string; number: Buffer }>(
  'code-unused',
  `select other.id, other.number from code join code other using (number_hash)
   where code.id = $1 and other.number is not null order by other.created_at desc limit 1`,
);
/** The newest unused code of the same number, with the number as it is sealed for that code. */
export const unusedCodeLike = async (database: Sequelize, id: string): Promise<{ id: string; number: Buffer } | undefined> =>
  (await unused(database, [id]))[0];
