/** One-time codes (1.9). */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import { literal, Op } from 'sequelize';
import { either, NOW, statement } from '../statement.ts';
import type { Code } from '../tables.ts';
import { tables } from '../tables.ts';
import type { Tally } from './tally.ts';

export interface NewCode {
  id: string;
  purpose: string;
  numberHash: string;
  codeHash: string;
  network: string;
  wide: string | null;
  /** Requested on a known device of the number's owner. */
  known: boolean;
  /** The number, sealed. */
  number: Buffer;
}

/** The most codes of a time. Times are PostgreSQL intervals. */
export interface CodeLimits {
  lasts: string;
  /** For a number from a network: free in a short time, and the most of a day. */
  perCaller: number;
  inTime: string;
  perCallerMost: number;
  /** For a number from all networks; and more, on known devices alone. */
  perNumber: number;
  perNumberMost: number;
  perKnownMost: number;
  inDay: string;
  /** From a network to any numbers. */
  perNetwork: number;
  perNetworkMost: number;
  perWideNetwork: number;
  perWideNetworkMost: number;
  inNetwork: string;
  /** How long a code is kept. */
  kept: string;
}

export interface CodeCounts {
  caller: Tally;
  callerOfDay: Tally;
  number: Tally;
  network: Tally;
  wide: Tally;
  known: Tally;
}

const count = either<CodeCounts>(
  'codes-count',
  `select
  tally(array(select created_at from code where number_hash = $1 and network_hash = $2 and not known
    and created_at > clock_timestamp() - $5::interval order by created_at desc limit 64), $4::int, null, $5::interval) as caller,
  tally(array(select created_at from code where number_hash = $1 and network_hash = $2 and not known
    and created_at > clock_timestamp() - $7::interval order by created_at desc limit $6::int), $6::int, $6::int, $7::interval) as "callerOfDay",
  tally(array(select created_at from code where number_hash = $1 and not known
    and created_at > clock_timestamp() - $7::interval order by created_at desc limit $9::int), $8::int, $9::int, $7::interval) as number,
  tally(array(select created_at from code where network_hash = $2 and not known
    and created_at > clock_timestamp() - $15::interval order by created_at desc limit $12::int), $11::int, $12::int, $15::interval) as network,
  tally(array(select created_at from code where wide_hash = $3 and not known
    and created_at > clock_timestamp() - $15::interval order by created_at desc limit $14::int), $13::int, $14::int, $15::interval) as wide,
  tally(array(select created_at from code where number_hash = $1 and known
    and created_at > clock_timestamp() - $7::interval order by created_at desc limit $10::int), $10::int, $10::int, $7::interval) as known`,
);

/** The codes that count for another one. */
export async function countCodes(
  from: Sequelize | Transaction,
  { numberHash, network, wide }: Pick<NewCode, 'numberHash' | 'network' | 'wide'>,
  limits: CodeLimits,
): Promise<CodeCounts> {
  const { perCaller, inTime, perCallerMost, inDay, perNumber, perNumberMost, perKnownMost } = limits;
  const { perNetwork, perNetworkMost, perWideNetwork, perWideNetworkMost, inNetwork } = limits;
  const values = [
    ...[numberHash, network, wide, perCaller, inTime, perCallerMost, inDay, perNumber, perNumberMost, perKnownMost],
    ...[perNetwork, perNetworkMost, perWideNetwork, perWideNetworkMost, inNetwork],
  ];
  const [row] = await count(from, values);
  return row as CodeCounts;
}

const create = statement<{ expires_at: Date }>(
  'code-create',
  `with old as (delete from code where id in
     (select id from code where created_at < clock_timestamp() - $10::interval order by created_at limit 100 for update skip locked))
   insert into code (id, purpose, number_hash, code_hash, network_hash, wide_hash, known, number, created_at, expires_at)
   select $1, $2, $3, $4, $5, $6, $7, $8, moment, moment + $9::interval from clock_timestamp() as moment returning expires_at`,
);

/** Records a code before it is sent, and deletes some old ones. Returns when it expires. */
export async function createCode(
  transaction: Transaction,
  { id, purpose, numberHash, codeHash, network, wide, known, number }: NewCode,
  { lasts, kept }: Pick<CodeLimits, 'lasts' | 'kept'>,
): Promise<Date> {
  const [row] = await create(transaction, [id, purpose, numberHash, codeHash, network, wide, known, number, lasts, kept]);
  return (row as NonNullable<typeof row>).expires_at;
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
