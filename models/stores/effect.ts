/** Queries about other effects, for performers. `lives/effects.ts` leases and closes effects. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

const texts = query('effect-texts-open', `select from effect where life = $1 and kind = 'sendSms' and open limit 1`);
/** Whether an SMS of a life is still to be sent. */
export const hasOpenTexts = async (database: Sequelize, life: string): Promise<boolean> => (await texts(database, [life])).length > 0;

const earlier = query(
  'effect-message-before',
  `select from effect where life = $1 and seq < $2 and kind = 'sendToLife' and params ->> 'to' = $3 and open limit 1`,
);
/** Whether a message of an earlier event of a life to the same receiver is still to be sent. */
export const hasMessageBefore = async (database: Sequelize, life: string, seq: number, to: string): Promise<boolean> =>
  (await earlier(database, [life, seq, to])).length > 0;
