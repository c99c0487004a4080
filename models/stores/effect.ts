/** Effects, as other effects ask for them. Their own life is kept by `lives/effects.ts`. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

const texts = query('effect-texts-open', `select from effect where life = $1 and kind = 'sendSms' and open limit 1`);
/** Does a notice of a life still have to be sent to a number? */
export const hasOpenTexts = async (database: Sequelize, life: string): Promise<boolean> => (await texts(database, [life])).length > 0;
