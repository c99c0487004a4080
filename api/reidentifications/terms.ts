import type { Sequelize } from 'sequelize';
import type { ReidentificationTerms } from '../../charts/reidentification/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { numberAt } from '../../rules/parameters.ts';

/** The terms of a re-identification requested now (1.2): the dated parameters of the day. */
export async function reidentificationTerms(database: Sequelize): Promise<ReidentificationTerms> {
  const rows = await readParameters(database);
  const today = todayInAlmaty();
  return {
    coolingOffHours: numberAt(rows, 'reidentificationCoolingOffHours', today),
    checkWorkingDays: numberAt(rows, 'reidentificationCheckWorkingDays', today),
  };
}
