import type { Sequelize } from 'sequelize';
import { query } from './statement.ts';

const ofOwner = query<{ number: string }>(
  'authorised-number',
  `select person.number from membership join person on person.id = membership.person
   where membership.account = $1 and 'owner' = any (membership.roles) order by person.created_at, person.id limit 1`,
);

/** The authorised number (1.2) of an account: its owner's, E.164. Undefined where the account has none. */
export const authorisedNumber = async (database: Sequelize, account: string): Promise<string | undefined> =>
  (await ofOwner(database, [account]))[0]?.number;
