import type { Sequelize } from 'sequelize';
import type { Parameter } from '../../rules/parameters.ts';
import { tables } from '../tables.ts';

/** The dated parameters, for `numberAt` and `listAt`. */
export async function readParameters(database: Sequelize): Promise<Parameter[]> {
  const rows = await tables(database).Parameter.findAll({ raw: true });
  return rows.map(({ code, value, unit, valid_from: validFrom, valid_to: validTo }) => ({ code, value, unit, validFrom, validTo }));
}
