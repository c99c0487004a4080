/**
 * Proof of work (ASVS 2.4.1): what a try costs its sender where too many were made. It tells nobody apart and shuts nobody out; it makes a flood
 * expensive. The challenge is checked without the database: its MAC covers what it is for (number and network), which it does not show, its
 * difficulty and its end. That it is used once is noted with the try (`models/stores/spent-work.ts`).
 *
 * A solution is a text `n` (digits) so that the SHA-256 of `<challenge>.<n>` begins with `bits` zero bits.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../models/keys.ts';

export interface Work {
  challenge: string;
  /** How many leading bits must be zero: about 2 to their power tries. */
  bits: number;
  expiresAt: string;
}

const CHALLENGE = /^(\d{1,2})\.(\d{1,14})\.([\w-]{22})\.([\w-]{43})$/;
const SOLVED = /^(.{1,200})\.(\d{1,16})$/;

const macOf = (keys: Keys, about: string, said: string): Buffer => Buffer.from(keys.hash('work', said, about), 'hex');

/** A new challenge. `about`: the action, number and network that it is for. `milliseconds`: how long it may be solved. */
export function issueWork(keys: Keys, about: string, { bits, milliseconds }: { bits: number; milliseconds: number }): Work {
  const ends = Date.now() + milliseconds;
  const said = `${bits}.${ends}.${randomBytes(16).toString('base64url')}`;
  return {
    challenge: `${said}.${macOf(keys, about, said).toString('base64url')}`,
    bits,
    expiresAt: new Date(ends).toISOString(),
  };
}

/** Whether a hash begins with so many zero bits. */
export function beginsWithZeros(hash: Buffer, bits: number): boolean {
  const whole = bits >> 3;
  return hash.subarray(0, whole).every((byte) => byte === 0) && (hash[whole] ?? 0) >> (8 - (bits & 7)) === 0;
}

/**
 * The id of a challenge of ours that is solved, for this action, and has not expired; else undefined. The challenge's own difficulty counts, so that
 * others' failures meanwhile do not make the work worthless.
 */
export function solvedWork(keys: Keys, about: string, given: string): { id: string; expiresAt: Date } | undefined {
  const [, challenge = ''] = SOLVED.exec(given) ?? [];
  const [, bits = '', ends = '', id = '', mac = ''] = CHALLENGE.exec(challenge) ?? [];
  if (id === '' || Number(ends) <= Date.now()) return undefined;
  const own = macOf(keys, about, `${bits}.${ends}.${id}`);
  if (!timingSafeEqual(own, Buffer.from(mac, 'base64url'))) return undefined;
  if (!beginsWithZeros(createHash('sha256').update(given).digest(), Number(bits))) return undefined;
  return { id, expiresAt: new Date(Number(ends)) };
}
