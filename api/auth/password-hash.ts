/** The stored form of a password (1.9): the PHC string of its argon2id hash, with its parameters and salt. */
import type { Argon2Parameters } from 'node:crypto';
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalisedPassword } from '../../rules/passwords.ts';

/** KiB of memory, passes over it, lanes. */
interface Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

/**
 * OWASP's recommendation for argon2id: 19 MiB, two passes, one lane; about 17 ms of CPU. The second option of RFC 9106 (64 MiB, three passes, four lanes)
 * took 150 ms. That is a weapon: every guess of a stranger costs it, and two hundred strangers stopped all logins (`strangers.test.ts`). A password has
 * fifteen characters, and its guesses are bounded. The thread pool of Node computes at most four at once. Raise it here; a login then finds outdated
 * hashes.
 */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

interface Kept {
  cost: Cost;
  salt: Buffer;
  tag: Buffer;
}

const tagOf = (password: string, { cost, salt, tag }: Kept): Promise<Buffer> =>
  promisify<'argon2id', Argon2Parameters, Buffer>(argon2)('argon2id', {
    message: normalisedPassword(password),
    nonce: salt,
    tagLength: tag.length,
    ...cost,
  });

/** A hash that no known password matches. It is verified for an unknown person, so that the time is the same. */
const NOBODYS: Kept = { cost: COST, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) };

/** The stored form of a password. `passwordFaults` decides whether the password is allowed. */
export async function hashPassword(password: string): Promise<string> {
  const made: Kept = { cost: COST, salt: randomBytes(SALT_BYTES), tag: Buffer.alloc(TAG_BYTES) };
  return phcOf({ ...made, tag: await tagOf(password, made) });
}

/**
 * Is this the stored password? `undefined` or `null` stand for a missing person or password. They take the same work, so the time does not reveal who
 * is registered. `outdated`: right, but hashed at a lower cost than today's, so it should be hashed again. Throws Error for stored text that is no
 * hash of ours.
 */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<'right' | 'outdated' | 'wrong'> {
  const kept = stored == null ? NOBODYS : keptOf(stored);
  const equal = timingSafeEqual(await tagOf(password, kept), kept.tag);
  if (!equal) return 'wrong';
  return costText(kept.cost) === costText(COST) ? 'right' : 'outdated';
}

const costText = ({ memory, passes, parallelism }: Cost): string => `m=${memory},t=${passes},p=${parallelism}`;
const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

const phcOf = ({ cost, salt, tag }: Kept): string => `$argon2id$v=19$${costText(cost)}$${base64(salt)}$${base64(tag)}`;

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

function keptOf(stored: string): Kept {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(stored) ?? [];
  if (memory === undefined) throw new Error('A stored password is no hash of argon2id');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
