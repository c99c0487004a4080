/**
 * Proofs that fail are counted beside the lives, for what they were about and for where they came from (ASVS 6.3.1, 6.6.3): no event, no lock on
 * a life. Each way to log in is closed by itself: who is kept out of one by a stranger's guesses enters by another.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { keyedHash } from '../../lives/hashing.ts';
import { beginProof, forgetProofs } from '../../models/stores/failed-proof.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { addressHash } from './address.ts';
import { recordInAll } from './audit.ts';
import { authTerms } from './terms.ts';

/**
 * Milliseconds that an answer takes at the least where an account is told of something, if there is an account: so that its time does not tell
 * whether there is (ASVS 6.3.8).
 */
const EVEN_TIME = 400;
export const inEvenTime = async (work: Promise<unknown>): Promise<void> => {
  await Promise.all([work, pause(EVEN_TIME)]);
};

export interface Attempt<Proof> {
  /** What is proved by what: `password <number>`, `code <hash>`, `device <id>`. */
  subject: string;
  address: string;
  /** The proof, or undefined where it is not right. */
  judge(): Promise<Proof | undefined>;
  /** The person who is locked out: all of their accounts record it (ASVS 6.3.5). */
  owner(): Promise<string | undefined>;
}

/**
 * Judges a proof. It is noted as failed before it is looked at, and taken out again where it is right: guesses sent at once count like those sent
 * one by one.
 * @throws 429 where it was tried too often, else 401: one answer for every cause.
 */
export async function attempt<Proof>(platform: Platform, { subject, address, judge, owner }: Attempt<Proof>): Promise<Proof> {
  const { database, secret } = platform.lives;
  const { proof: terms } = await authTerms(database);
  const subjectHash = keyedHash(secret, `proof ${subject}`);
  const { id, wait, locked_until: lockedUntil } = await beginProof(database, subjectHash, addressHash(secret, address), terms);
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
