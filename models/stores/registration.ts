/** Counts registrations by person and network. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

const begin = query<{ wait: number | null }>('registration-begin', 'select begin_registration($1, $2, $3, $4, $5::interval) as wait');

/** The most registrations within a time, a PostgreSQL interval. */
export interface RegistrationLimits {
  perPerson: number;
  perAddress: number;
  inTime: string;
}

/** Counts a registration. Returns the seconds to wait where the person or the network had too many within the time, and then counts nothing. */
export const beginRegistration = async (
  database: Sequelize,
  { person, addressHash, perPerson, perAddress, inTime }: RegistrationLimits & { person: string; addressHash: string },
): Promise<number | undefined> => (await begin(database, [person, addressHash, perPerson, perAddress, inTime]))[0]?.wait ?? undefined;
