/** One-time codes by SMS (1.9): issued, judged, used up. */
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import { keyedHash } from '../../lives/hashing.ts';
import { query, statement } from '../../models/statement.ts';
import { numberHash, sendCode } from '../../notices/sms-sending.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { addressHash } from './address.ts';
import type { Purpose } from './code-words.ts';
import { codeText } from './code-words.ts';
import { authTerms } from './terms.ts';

/** 20 bits, as ASVS 6.5.4 asks for. */
const DIGITS = 6;
/** Seconds after which a code that could not be sent may be asked for again. */
const SENDING_PAUSE = 60;

const begin = query<{ wait: number | null; valid_until: Date | null }>(
  'code-begin',
  'select * from begin_code($1, $2, $3, $4, $5, $6, $7::interval, $8, $9::interval, $10, $11)',
);
const withdraw = query('code-withdraw', 'update code set used_at = clock_timestamp(), number = null where id = $1');
const find = query<{ number_hash: string }>('code-find', 'select number_hash from code where id = $1');
const findNumber = query<{ id: string; number: Buffer }>(
  'code-find-number',
  `select other.id, other.number from code join code other using (number_hash)
   where code.id = $1 and other.number is not null order by other.created_at desc limit 1`,
);
/** A try is counted before it is judged, so that guesses sent at once are no more than those sent one by one. */
const take = query<{ code_hash: string; number_hash: string; number: Buffer }>(
  'code-take',
  `update code set tries = tries + 1 where id = $1 and purpose = $2 and tries < $3 and used_at is null and expires_at > clock_timestamp()
   returning code_hash, number_hash, number`,
);
const use = statement<{ id: string }>(
  'code-use',
  `update code set used_at = clock_timestamp(), number = null where id = $1 and used_at is null and expires_at > clock_timestamp() returning id`,
);

interface Bound {
  request: string;
  purpose: Purpose;
  numberHash: string;
}

/**
 * What is stored of a code, bound to its request, purpose and number (ASVS 6.6.2). ASVS 6.5.2 asks for a password hash with a salt, because a
 * million codes are soon tried by whoever has stolen the table. A hash keyed with a secret that is not in the database does better: without the
 * secret no try can be judged at all, however fast; the request's id is the salt. And it costs nothing where codes are pumped.
 */
const codeHash = (secret: string, { request, purpose, numberHash: number }: Bound, code: string): string =>
  keyedHash(secret, `code ${request} ${purpose} ${number} ${code}`);

const placeOf = (request: string) => ({ table: 'code', column: 'number', row: request });

/**
 * Sends a code to a number in E.164, whether or not the platform knows it: nothing is looked up, so neither the answer nor its time tells.
 * @throws 429 where too many were asked for, 503 where it could not be sent: then it is void.
 */
export async function issueCode(
  { lives, sealing, sms }: Platform,
  { number, purpose, address, language }: { number: string; purpose: Purpose; address: string; language: Language },
): Promise<{ request: string; expiresAt: string }> {
  const { database, secret, log } = lives;
  const { code: terms } = await authTerms(database);
  const request = randomUUID();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const bound = { request, purpose, numberHash: numberHash(secret, number) };
  const [begun] = await begin(database, [
    ...[request, purpose, bound.numberHash, codeHash(secret, bound, code), addressHash(secret, address)],
    ...[sealing.seal(number, placeOf(request)), terms.lasts, terms.perNumber, terms.inTime, terms.perNumberADay, terms.perAddress],
  ]);
  const { wait, valid_until: expires } = begun as NonNullable<typeof begun>;
  if (expires === null) throw new Problem('too-many-requests', { retryAfter: wait });
  const sent = await sendCode({ database, secret, log, sms }, { id: request, number, text: codeText(code, purpose, language) });
  if (sent !== 'sent') {
    await withdraw(database, [request]);
    throw new Problem('code-not-sent', { retryAfter: SENDING_PAUSE });
  }
  return { request, expiresAt: expires.toISOString() };
}

/** What tries of a code are counted for: its number, or where there is no such request what was named. */
export async function subjectOfCode({ lives: { database } }: Platform, request: string): Promise<string> {
  const [row] = await find(database, [request]);
  return `code ${row?.number_hash ?? request}`;
}

/** The number that what is counted for a request's code concerns, read from any of its codes that is not used yet. */
export async function numberOfCode({ lives: { database }, sealing }: Platform, request: string): Promise<string | undefined> {
  const [row] = await findNumber(database, [request]);
  return row && sealing.open(row.number, placeOf(row.id));
}

/** A code that was right, and not used yet. */
export interface RightCode {
  number: string;
  /** Uses it up, with what it is used for or not at all. @throws 401 where another request was first. */
  use(transaction: Transaction): Promise<void>;
}

/** Judges a code. Undefined for a wrong one, and for one of another purpose, expired, used, tried too often or never issued. */
export async function judgeCode(
  { lives, sealing }: Platform,
  { request, code, purpose }: { request: string; code: string; purpose: Purpose },
): Promise<RightCode | undefined> {
  const { database, secret } = lives;
  const { code: terms } = await authTerms(database);
  const [row] = await take(database, [request, purpose, terms.tries]);
  const own = codeHash(secret, { request, purpose, numberHash: row?.number_hash ?? '' }, code);
  // ASVS 11.2.4: for a code that is not there the same comparison, with itself changed.
  const kept = row?.code_hash ?? keyedHash(secret, own);
  if (!timingSafeEqual(Buffer.from(own, 'hex'), Buffer.from(kept, 'hex')) || row === undefined) return undefined;
  return {
    number: sealing.open(row.number, placeOf(request)),
    async use(transaction) {
      // ASVS 6.5.1: of two requests with one code, one wins.
      const [used] = await use(transaction, [request]);
      if (used === undefined) throw new Problem('proof-refused');
    },
  };
}
