/**
 * Guesses at a password are counted outside the lives (ASVS 6.3.1, 6.6.3): no event, no lock on a life. They are counted where they come from: for a
 * number and a network together, and for a number and a known device. So a stranger's guesses cost the stranger a pause or a proof of work, and the
 * owner on a known device nothing.
 *
 * The bound of all guesses (NIST SP 800-63B asks for one, at most 100 in a row): at one number, all strangers of the world together fail at most
 * `failedProofsOfNumberMost` times within `failedProofHours`: 50 a day, 18 250 a year. Then the password counts on known devices alone; codes and the
 * keys of devices go on. Who has stolen a known device's token gets `failedProofsKnownDevice` more: 20 a day for each. A password has eight characters
 * or more and is none of the 11 862 most common. A right proof forgives the pauses of its own caller; it takes nothing from the bound of all.
 *
 * The other ways have other bounds. A code has its own tries (`codeTries`, 5), and strangers get at most `smsCodesPerNumber` (20) codes to a number in
 * a day: 100 guesses in a million, one chance in 10 000 a day. Wrong codes cost their network a proof of work for further codes. A signature of 256 bits
 * cannot be guessed. The ids of code requests and devices cannot either, so an unknown one counts against nobody.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../models/stores/failed-proof.ts';
import { countFailures, forgiveFailures, noteFailure } from '../../models/stores/failed-proof.ts';
import type { Platform } from '../../platform.ts';
import { pauseAfter } from '../../rules/throttle.ts';
import { civilDate } from '../../rules/working-days.ts';
import { Problem } from '../errors.ts';
import type { Caller } from '../route.ts';
import { recordInAll } from './audit.ts';
import { authTerms } from './terms.ts';
import { counted, knownDevice, networksOfCaller, passGate } from './throttle.ts';

/**
 * The least time of a response that may send a notice to an account. So its time does not reveal whether there is an account (ASVS 6.3.8).
 * Milliseconds.
 */
const EVEN_TIME = 400;
export const inEvenTime = async (work: Promise<unknown>): Promise<void> => {
  await Promise.all([work, pause(EVEN_TIME)]);
};

export interface Attempt<Proof> {
  /** The number, in E.164. */
  number: string;
  caller: Caller;
  /** The proof, or undefined if it is wrong. */
  judge(): Promise<Proof | undefined>;
  /** The person of the number: all of their accounts record that the way is closed (ASVS 6.3.5). */
  owner: string | undefined;
}

/**
 * Checks a password. It is stored as failed before the check, and removed if it is right. So concurrent guesses count like sequential ones.
 * @throws 429 after too many tries, otherwise 401: one response for every cause.
 */
export async function attempt<Proof>(platform: Platform, { number, caller, judge, owner }: Attempt<Proof>): Promise<Proof> {
  const { database, keys } = platform.lives;
  const { proof: terms } = await authTerms(database);
  const subject = keys.hash('proof', `password ${number}`);
  const failure: Failure = { kind: 'password', subject, ...networksOfCaller(platform, caller), device: null };
  const known = await knownDevice(platform, caller, owner);
  const before = known === null ? undefined : await countFailures(database, { ...failure, device: known }, terms);
  // A known device that has failed too often is a stranger.
  const from = before && before.device.count < terms.perDeviceMost ? { ...failure, device: known } : failure;

  const { id, closedFor } = await passGate(platform, {
    ...{ action: 'password', caller, subject },
    async limits(source) {
      const { caller: own, device, number: all, network, wide } = await countFailures(source, from, terms);
      const [free, { first, longest }] = [terms.perCaller, terms.pause];
      const mine = from.device === null ? own : device;
      const pausing = Math.ceil(pauseAfter(mine.count, { free, first, longest }) - (mine.since ?? 0));
      const paused = { ...counted(mine, free), easesIn: pausing };
      if (from.device !== null) return [paused];
      return [
        paused,
        counted(all, terms.perNumber, terms.perNumberMost),
        counted(network, terms.perNetwork),
        counted(wide, terms.perWideNetwork),
      ];
    },
    async record(transaction) {
      const made = await noteFailure(transaction, from, terms.kept);
      const { number: all } = await countFailures(transaction, from, terms);
      return { id: made, closedFor: from.device === null && all.count >= terms.perNumberMost ? (all.opensIn ?? 0) : undefined };
    },
  });
  const proof = await judge();
  if (proof !== undefined) {
    await forgiveFailures(database, id, from);
    return proof;
  }
  if (closedFor !== undefined) await inEvenTime(recordLockout(platform, owner, closedFor));
  throw new Problem('proof-refused');
}

/** Tells the person that the password counts on known devices alone: at most once a day, however long strangers go on. */
async function recordLockout(platform: Platform, person: string | undefined, seconds: number): Promise<void> {
  if (person === undefined) return;
  const now = Date.now();
  const key = `lockout/${platform.lives.keys.hash('event', person)}/${civilDate(new Date(now).toISOString())}`;
  const until = new Date(now + seconds * 1_000).toISOString();
  await recordInAll(platform, person, { type: 'lockedOut', key, input: { until }, actor: () => ({}) });
}
