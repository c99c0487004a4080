import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { Parameter } from '../rules/parameters.ts';

/** The dated parameters, for `numberAt` and `parameterAt`. */
export const readParameters = (database: Sequelize): Promise<Parameter[]> =>
  database.query<Parameter>(`select code, value, unit, valid_from::text as "validFrom", valid_to::text as "validTo" from parameter`, {
    type: QueryTypes.SELECT,
  });
