/** Counts registrations by person and network. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

const begin = query<{ wait: number | null }>('registration-begin', 'select begin_registration($1, $2, $3, $4) as wait');

/** Counts a registration. Returns the seconds to wait where the person or the network had too many within a day, and then counts nothing. */
export const beginRegistration = async (
  database: Sequelize,
  { person, addressHash, perPerson, perAddress }: { person: string; addressHash: string; perPerson: number; perAddress: number },
): Promise<number | undefined> => (await begin(database, [person, addressHash, perPerson, perAddress]))[0]?.wait ?? undefined;
