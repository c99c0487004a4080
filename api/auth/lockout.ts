/**
 * Failed proofs are counted outside the lives, by subject and by origin (ASVS 6.3.1, 6.6.3): no event, no lock on a life. Each way to log in is
 * closed separately, so a stranger's guesses at one leave the others open.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { beginProof, forgetProofs } from '../../models/stores/failed-proof.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { addressHash } from './address.ts';
import { recordInAll } from './audit.ts';
import { authTerms } from './terms.ts';

/**
 * The least time of a response that may send a notice to an account. So its time does not reveal whether there is an account (ASVS 6.3.8).
 * Milliseconds.
 */
const EVEN_TIME = 400;
export const inEvenTime = async (work: Promise<unknown>): Promise<void> => {
  await Promise.all([work, pause(EVEN_TIME)]);
};

export interface Attempt<Proof> {
  /** What is proved with what: `password <number>`, `code <hash>`, `device <id>`. */
  subject: string;
  address: string;
  /** The proof, or undefined if it is wrong. */
  judge(): Promise<Proof | undefined>;
  /** The person who is locked out: all of their accounts record it (ASVS 6.3.5). */
  owner(): Promise<string | undefined>;
}

/**
 * Checks a proof. It is stored as failed before the check, and removed if it is right. So concurrent guesses count like sequential ones.
 * @throws 429 after too many tries, otherwise 401: one response for every cause.
 */
export async function attempt<Proof>(platform: Platform, { subject, address, judge, owner }: Attempt<Proof>): Promise<Proof> {
  const { database, keys } = platform.lives;
  const { proof: terms } = await authTerms(database);
  const subjectHash = keys.hash('proof', subject);
  const { id, wait, locked_until: lockedUntil } = await beginProof(database, subjectHash, addressHash(keys, address), terms);
  if (wait !== null) throw new Problem('too-many-requests', { retryAfter: wait });
  const proof = await judge();
  if (proof !== undefined) {
    await forgetProofs(database, subjectHash);
    return proof;
  }
  if (lockedUntil !== null) await inEvenTime(recordLockout(platform, { id, until: lockedUntil.toISOString(), owner }));
  throw new Problem('proof-refused');
}

type Lockout = { id: string; until: string } & Pick<Attempt<unknown>, 'owner'>;

async function recordLockout(platform: Platform, { id, until, owner }: Lockout): Promise<void> {
  const person = await owner();
  if (person === undefined) return;
  await recordInAll(platform, person, { type: 'lockedOut', key: `lockout/${id}`, input: { until }, actor: () => ({}) });
}
