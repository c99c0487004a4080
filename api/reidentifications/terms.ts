import type { Sequelize } from 'sequelize';
import type { ReidentificationTerms } from '../../charts/reidentification/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numberAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';

/** The terms of a re-identification requested now (1.2): the dated parameters of the day. */
export async function reidentificationTerms(database: Sequelize): Promise<ReidentificationTerms> {
  const rows = await readParameters(database);
  const today = civilDate(new Date().toISOString());
  return {
    coolingOffHours: numberAt(rows, 'reidentificationCoolingOffHours', today),
    checkWorkingDays: numberAt(rows, 'reidentificationCheckWorkingDays', today),
  };
}
