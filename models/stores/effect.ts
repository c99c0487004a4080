/** Queries about other effects, for performers. `lives/effects.ts` leases and closes effects. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

const texts = query('effect-texts-open', `select from effect where life = $1 and kind = 'sendSms' and open limit 1`);
/** Whether an SMS of a life is still to be sent. */
export const hasOpenTexts = async (database: Sequelize, life: string): Promise<boolean> => (await texts(database, [life])).length > 0;
