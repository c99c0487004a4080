/**
 * Guesses at a password, and at the second factor of the staff, are counted outside the lives (ASVS 6.3.1, 6.6.3): no event, no lock on a life. They are
 * counted where they come from: for a number and a network together, and for a number and a known device. So a stranger's guesses cost the stranger a
 * pause or a proof of work, and the owner on a known device nothing.
 *
 * The bound of all guesses (NIST SP 800-63B asks for one, at most 100 in a row): at one number, all strangers of the world together fail at most
 * `failedProofsOfNumberMost` times within `failedProofHours`: 50 a day, 18 250 a year. Then the password counts on known devices alone; codes and the
 * keys of devices go on. Who has stolen a known device's token gets `failedProofsKnownDevice` more: 20 a day for each. A password is long and
 * none of the common and breached ones (`rules/passwords.ts`). A right proof forgives the pauses of its own caller; it takes nothing from the bound of all.
 *
 * The other ways have other bounds. A code has its own tries (`codeTries`, 5), and strangers get at most `smsCodesPerNumber` (20) codes to a number in
 * a day: 100 guesses in a million, one chance in 10 000 a day. Wrong codes cost their network a proof of work for further codes. A signature of 256 bits
 * cannot be guessed. The ids of code requests and devices cannot either, so an unknown one counts against nobody.
 *
 * The second factor has the same bounds for its person, and only who has passed the login can guess at it. A code of the app has six digits, and three are
 * right at a time: 50 guesses a day find one with a chance of 1 in 6 667.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Way } from '../../lives/security-log.ts';
import { nameInLog } from '../../lives/security-log.ts';
import type { Failure } from '../../models/stores/failed-proof.ts';
import { countFailures, forgiveFailures, noteFailure } from '../../models/stores/failed-proof.ts';
import type { Platform } from '../../platform.ts';
import { pauseAfter } from '../../rules/throttle.ts';
import { civilDate } from '../../rules/working-days.ts';
import { Problem } from '../errors.ts';
import { numberInLog } from '../log-names.ts';
import type { Caller } from '../route.ts';
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

/** Until when only known devices may try, and the day of today. */
export interface Closed {
  until: string;
  day: string;
}

export interface Attempt<Proof> {
  kind: 'password' | 'second-factor';
  /** For the log: as what it is counted, unless it is another way of the same kind. */
  way?: Way;
  /** Whose: the number in E.164, or the id of the person. */
  of: string;
  caller: Caller;
  /** The proof, or undefined if it is wrong. */
  judge(): Promise<Proof | undefined>;
  /** The person, if there is one. */
  owner: string | undefined;
  /** Records for the person that from now on only known devices may try (ASVS 6.3.5): at most once on each day. */
  tell(closed: Closed): Promise<void>;
}

/**
 * Checks a proof that can be guessed. It is stored as failed before the check, and removed if it is right. So concurrent guesses count like sequential ones.
 * @throws 429 after too many tries, otherwise 401: one response for every cause.
 */
export async function attempt<Proof>(
  platform: Platform,
  { kind, way = kind, of, caller, judge, owner, tell }: Attempt<Proof>,
): Promise<Proof> {
  const { database, keys } = platform.lives;
  const today = await authTerms(database);
  const { proof: terms } = today;
  const subject = keys.hash('proof', `${kind} ${of}`);
  const failure: Failure = { kind, subject, ...networksOfCaller(platform, caller), device: null };
  const known = await knownDevice(platform, caller, owner, today);
  const before = known === null ? undefined : await countFailures(database, { ...failure, device: known }, terms);
  // A known device that has failed too often is a stranger.
  const from = before && before.device.count < terms.perDeviceMost ? { ...failure, device: known } : failure;

  const { id, closedFor } = await passGate(platform, {
    ...{ action: kind, caller, terms: today, subject },
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
  if (closedFor !== undefined) await inEvenTime(tell(closedNow(closedFor)));
  throw new Problem(
    'proof-refused',
    {},
    {
      ...{ way, about: kind === 'password' ? numberInLog(keys, of) : undefined },
      person: owner && nameInLog(keys, 'person', owner),
    },
  );
}

const closedNow = (seconds: number): Closed => {
  const now = Date.now();
  return { until: new Date(now + seconds * 1_000).toISOString(), day: civilDate(new Date(now).toISOString()) };
};
