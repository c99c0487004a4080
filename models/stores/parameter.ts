import type { Sequelize, Transaction } from 'sequelize';
import type { Parameter } from '../../rules/parameters.ts';
import { tables } from '../tables.ts';

/**
 * The dated parameters, for `numberAt` and `listAt`. A transaction reads them over its own connection: if it waited for another one, transactions that
 * hold all connections would wait for each other.
 */
export async function readParameters(database: Sequelize, transaction?: Transaction): Promise<Parameter[]> {
  const rows = await tables(database).Parameter.findAll({ raw: true, ...(transaction && { transaction }) });
  return rows.map(({ code, value, unit, valid_from: validFrom, valid_to: validTo }) => ({ code, value, unit, validFrom, validTo }));
}
