/** Effects, as other effects ask for them. Their own life is kept by `lives/effects.ts`. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

const others = query('effect-others-open', 'select from effect where life = $1 and kind <> $2 and open limit 1');
/** Are effects of other kinds than this still to be performed for a life? */
export const hasOtherEffects = async (database: Sequelize, life: string, kind: string): Promise<boolean> =>
  (await others(database, [life, kind])).length > 0;
