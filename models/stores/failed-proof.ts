/** Failed proofs of identity, counted by subject and by network address (ASVS 6.3.1, 6.6.3). */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';
import { tables } from '../tables.ts';

export interface BegunProof {
  id: string;
  /** Seconds to wait, if the subject is locked out or the address failed too often. */
  wait: number | null;
  /** If this failure locks the subject out: the end of the lockout. */
  locked_until: Date | null;
}

const begin = query<BegunProof>(
  'proof-begin',
  'select * from begin_proof($1, $2, $3, $4::interval, $5::interval, $6, $7::interval, $8::interval)',
);

/** Times are PostgreSQL intervals. */
export interface ProofLimits {
  /** This many failures of a subject within the time lock it out. */
  most: number;
  inTime: string;
  lockout: string;
  /** The maximum from an address within a time. */
  perAddress: number;
  inAddress: string;
  /** How long a failure is kept. */
  kept: string;
}

/** Records a proof as failed before it is checked, so that concurrent guesses all count. */
export async function beginProof(
  database: Sequelize,
  subjectHash: string,
  addressHash: string,
  { most, inTime, lockout, perAddress, inAddress, kept }: ProofLimits,
): Promise<BegunProof> {
  const [row] = await begin(database, [subjectHash, addressHash, most, inTime, lockout, perAddress, inAddress, kept]);
  return row as BegunProof;
}

/** Deletes the failures of a subject after a valid proof. */
export const forgetProofs = async (database: Sequelize, subjectHash: string): Promise<void> => {
  await tables(database).FailedProof.destroy({ where: { subject_hash: subjectHash } });
};
