/**
 * The gate before whatever strangers could do too often: guess a password, have a text sent, ask for another number. It counts, and asks for a proof
 * of work or a pause (`rules/throttle.ts`). One response for known and unknown numbers: what is counted does not depend on an account (ASVS 6.3.8).
 */
import { createHash } from 'node:crypto';
import type { Sequelize, Transaction } from 'sequelize';
import { lockAll } from '../../models/stores/advisory-lock.ts';
import { deviceOfToken } from '../../models/stores/device.ts';
import { spendWork } from '../../models/stores/spent-work.ts';
import type { Tally } from '../../models/stores/tally.ts';
import type { Platform } from '../../platform.ts';
import type { Counted, Throttle } from '../../rules/throttle.ts';
import { throttleOf } from '../../rules/throttle.ts';
import { Problem } from '../errors.ts';
import type { Caller } from '../route.ts';
import type { Networks } from './address.ts';
import { networkOf, networksOf } from './address.ts';
import type { AuthTerms } from './terms.ts';
import { issueWork, solvedWork } from './work.ts';

/** One of the limits: what was counted, and its bounds. */
export const counted = ({ count, easesIn, opensIn }: Tally, free: number, most?: number): Counted => ({
  ...{ count, free, easesIn, opensIn },
  ...(most !== undefined && { most }),
});

export interface Gate<Done> {
  /** What is tried, at which number: a proof of work is for this alone. */
  action: string;
  caller: Caller;
  terms: Pick<AuthTerms, 'work'>;
  /** The keyed hash of the number, under which it is counted and locked. */
  subject: string;
  /** The limits of this caller, counted now. */
  limits(from: Sequelize | Transaction): Promise<Counted[]>;
  /** Records the try, so that it counts. */
  record(transaction: Transaction): Promise<Done>;
}

/**
 * Lets a try pass and records it. Counted twice: first without a lock, so that a flood is refused without a queue, and again under the locks, so that
 * of two simultaneous tries for the last place one is refused.
 * @throws 429: `proof-of-work-needed` with a challenge, or `too-many-requests`.
 */
export async function passGate<Done>(
  { lives: { database, keys } }: Platform,
  { action, caller, terms: { work: terms }, subject, limits, record }: Gate<Done>,
): Promise<Done> {
  const about = `${action} ${subject} ${networkOf(caller.address)}`;
  const solved = caller.work === undefined ? undefined : solvedWork(keys, about, caller.work);
  const refusal = (throttle: Throttle): Problem => {
    const wait = throttle.kind === 'free' ? undefined : throttle.wait;
    const later = wait === undefined ? {} : { retryAfter: wait };
    if (throttle.kind !== 'work') return new Problem('too-many-requests', later);
    return new Problem('proof-of-work-needed', { ...later, work: issueWork(keys, about, { ...terms, bits: throttle.bits }) });
  };
  const mayPass = ({ kind }: Throttle): boolean => kind === 'free' || (kind === 'work' && solved !== undefined);

  const first = throttleOf(await limits(database), terms);
  if (!mayPass(first)) throw refusal(first);
  return database.transaction(async (transaction) => {
    const { network, wide } = networksOf(keys, caller.address);
    await lockAll(transaction, [`number ${subject}`, `network ${network}`, ...(wide === null ? [] : [`network ${wide}`])]);
    const now = throttleOf(await limits(transaction), terms);
    if (!mayPass(now)) throw refusal(now);
    if (now.kind === 'work' && solved && !(await spendWork(transaction, solved))) throw refusal(now);
    return record(transaction);
  });
}

/** The stored hash of a known device's token. */
export const knownHash = (token: string): string => createHash('sha256').update(`known device ${token}`).digest('hex');

/** The device whose token the caller shows, if it had a session of this person. */
export async function knownDevice(
  { lives: { database } }: Platform,
  { known }: Pick<Caller, 'known'>,
  person: string | undefined,
  { knownDevice: lasts }: Pick<AuthTerms, 'knownDevice'>,
): Promise<string | null> {
  if (known === undefined) return null;
  const device = await deviceOfToken(database, knownHash(known), lasts);
  return device !== undefined && device.person === person ? device.id : null;
}

/** The keyed hashes of a caller's networks. */
export const networksOfCaller = ({ lives: { keys } }: Platform, { address }: Caller): Networks => networksOf(keys, address);
