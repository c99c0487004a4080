/** Failed proofs, counted for what they were about and for where they came from (ASVS 6.3.1, 6.6.3). */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';
import { tables } from '../tables.ts';

export interface BegunProof {
  id: string;
  /** Seconds, where the subject is locked out or the address failed too often. */
  wait: number | null;
  /** Where this failure locks the subject out: until when. */
  locked_until: Date | null;
}

const begin = query<BegunProof>(
  'proof-begin',
  'select * from begin_proof($1, $2, $3, $4::interval, $5::interval, $6, $7::interval, $8::interval)',
);

/** Times are intervals of PostgreSQL. */
export interface ProofLimits {
  /** So many for a subject within a time lock it out. */
  most: number;
  inTime: string;
  lockout: string;
  /** The most from an address within a time. */
  perAddress: number;
  inAddress: string;
  /** For how long a failure is kept. */
  kept: string;
}

/** Notes a proof as failed before it is judged, so that guesses sent at once count like those sent one by one. */
export async function beginProof(
  database: Sequelize,
  subjectHash: string,
  addressHash: string,
  { most, inTime, lockout, perAddress, inAddress, kept }: ProofLimits,
): Promise<BegunProof> {
  const [row] = await begin(database, [subjectHash, addressHash, most, inTime, lockout, perAddress, inAddress, kept]);
  return row as BegunProof;
}

/** Deletes the failures of a subject whose proof was right. */
export const forgetProofs = async (database: Sequelize, subjectHash: string): Promise<void> => {
  await tables(database).FailedProof.destroy({ where: { subject_hash: subjectHash } });
};
