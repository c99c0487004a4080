/** How a person proves identity (1.3): a code to the number, a password, an authorised device. Each is enough. Their limits: `lockout.ts`. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Precondition } from '../../lives/precondition.ts';
import { nameInLog } from '../../lives/security-log.ts';
import type { DeviceRow } from '../../models/stores/device.ts';
import { deviceOfId, isAuthorised } from '../../models/stores/device.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { hasPassword, lockPerson, personOfId, personOfNumber, rehashPassword } from '../../models/stores/person.ts';
import type { How } from '../../models/tables.ts';
import type { Platform } from '../../platform.ts';
import { Problem, refusalBy } from '../errors.ts';
import type { Caller } from '../route.ts';
import { recordFor } from './audit.ts';
import type { Signature, Signed } from './device-keys.ts';
import { isSigned } from './device-keys.ts';
import type { Closed } from './lockout.ts';
import { attempt } from './lockout.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** The identified person, and how they proved it. */
export interface Proven {
  how: How;
  /** The authorised number. */
  number: string;
  /** Undefined if a code proved a number that no person has yet. */
  person: PersonRow | undefined;
  device?: DeviceRow;
  /** Refuses a proof that was checked before a concurrent change: a new password, a revoked device or a used code. The person is locked. */
  stillHolds: Precondition;
  /** Uses the proof up. Absent if the proof may be used again. */
  use?(transaction: Transaction): Promise<void>;
}

const refuseUnless =
  (isSo: (transaction: Transaction) => Promise<boolean>): Precondition =>
  async (transaction) =>
    (await isSo(transaction)) ? undefined : refusalBy('proof-refused');

/** Locks the person, and checks that the number is still theirs. */
export const numberStillBelongs = (database: Sequelize, { id, number }: Pick<PersonRow, 'id' | 'number'>): Precondition =>
  refuseUnless((transaction) => lockPerson(database, { id, number }, transaction));

export interface PasswordProof {
  /** E.164. */
  number: string;
  password: string;
}
export interface DeviceProof extends Signature {
  device: string;
}

/** @throws 401 or 429. */
export async function provePassword(platform: Platform, caller: Caller, { number, password }: PasswordProof): Promise<Proven> {
  const { database } = platform.lives;
  const person = await personOfNumber(database, number);
  const stored = await attempt(platform, {
    ...{ kind: 'password', of: number, caller, owner: person?.id },
    tell: (closed) => recordLockout(platform, person?.id, closed),
    async judge() {
      const verdict = await verifyPassword(password, person?.password);
      if (verdict !== 'outdated' || person === undefined) return verdict === 'wrong' ? undefined : person?.password;
      const hash = await hashPassword(password);
      await rehashPassword(database, person, hash);
      return hash;
    },
  });
  const stillHolds = refuseUnless(
    async (transaction) => person !== undefined && hasPassword(database, { id: person.id, password: stored }, transaction),
  );
  return { how: 'password', number, person, stillHolds };
}

/** Tells the person that the password counts on known devices alone, however long strangers go on. All of their accounts record it. */
async function recordLockout(platform: Platform, person: string | undefined, { until, day }: Closed): Promise<void> {
  if (person === undefined) return;
  const key = `lockout/${platform.lives.keys.hash('event', person)}/${day}`;
  await recordFor(platform, person, { type: 'lockedOut', key, input: { until }, actor: () => ({}) });
}

/** @throws 401. Nothing is counted: nobody guesses a signature, so a known device is never refused because of strangers. */
export async function proveDevice(
  platform: Platform,
  purpose: Extract<Signed, 'enter' | 'reidentify'>,
  { device: id, ...signature }: DeviceProof,
): Promise<Proven> {
  const { database } = platform.lives;
  const device = await deviceOfId(database, id);
  const right = await isSigned(platform, purpose, device?.public_key, signature);
  const person = right && device !== undefined ? await personOfId(database, device.person) : undefined;
  if (device === undefined || person === undefined) {
    const whose = device && nameInLog(platform.lives.keys, 'person', device.person);
    throw new Problem('proof-refused', {}, { way: 'device-key', person: whose });
  }
  const stillHolds = refuseUnless((transaction) => isAuthorised(database, device, transaction));
  return { how: 'device', number: person.number, person, device, stillHolds };
}
