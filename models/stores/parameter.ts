import type { Sequelize, Transaction } from 'sequelize';
import type { Parameter } from '../../rules/parameters.ts';
import { numberAt } from '../../rules/parameters.ts';
import { statement } from '../statement.ts';
import { tables } from '../tables.ts';
import { todayInAlmaty } from '../today.ts';

/**
 * The dated parameters, for `numberAt` and `listAt`. A transaction reads them over its own connection: if it waited for another one, transactions that
 * hold all connections would wait for each other.
 */
export async function readParameters(database: Sequelize, transaction?: Transaction): Promise<Parameter[]> {
  const rows = await tables(database).Parameter.findAll({ raw: true, ...(transaction && { transaction }) });
  return rows.map(({ code, value, unit, valid_from: validFrom, valid_to: validTo }) => ({ code, value, unit, validFrom, validTo }));
}

/** A parameter of today, as a number. */
export const numberToday = async (database: Sequelize, code: string, transaction?: Transaction): Promise<number> =>
  numberAt(await readParameters(database, transaction), code, todayInAlmaty());

const sources = statement<{ code: string; source: string }>(
  'parameter-sources',
  'select code, source from parameter where code = any($1::text[]) and valid_from <= $2 and (valid_to is null or $2 <= valid_to)',
);
/** The law behind each of these parameters on a civil date. */
export const sourcesOf = async (transaction: Transaction, codes: readonly string[], day: string): Promise<Map<string, string>> =>
  new Map((await sources(transaction, [codes, day])).map(({ code, source }) => [code, source]));
