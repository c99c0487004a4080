/** One-time codes by SMS (1.9): issued, judged, used up. */
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import { keyedHash } from '../../lives/hashing.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { beginCode, holdCode, numberHashOf, tryCode, unusedCodeLike, voidCode } from '../../models/stores/code.ts';
import { numberHash, sendCode } from '../../notices/sms-sending.ts';
import type { Platform } from '../../platform.ts';
import { Problem, refusalBy } from '../errors.ts';
import { addressHash } from './address.ts';
import type { Purpose } from './code-words.ts';
import { codeText } from './code-words.ts';
import { authTerms } from './terms.ts';

/** 20 bits, as ASVS 6.5.4 asks for. */
const DIGITS = 6;
/** Seconds after which a code that could not be sent may be asked for again. */
const SENDING_PAUSE = 60;

interface Bound {
  request: string;
  purpose: Purpose;
  numberHash: string;
}

/**
 * What is stored of a code, bound to its request, purpose and number (ASVS 6.6.2). ASVS 6.5.2 asks for a password hash with a salt, because a
 * million codes are soon tried by a thief of the table. A hash keyed with a secret outside the database is better: without the
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
  const row = {
    ...{ id: request, purpose, numberHash: bound.numberHash, codeHash: codeHash(secret, bound, code) },
    ...{ addressHash: addressHash(secret, address), number: sealing.seal(number, placeOf(request)) },
  };
  const begun = await beginCode(database, row, terms);
  if ('wait' in begun) throw new Problem('too-many-requests', { retryAfter: begun.wait });
  const sent = await sendCode({ database, secret, log, sms }, { id: request, number, text: codeText(code, purpose, language) });
  if (sent !== 'sent') {
    await voidCode(database, request);
    throw new Problem('code-not-sent', { retryAfter: SENDING_PAUSE });
  }
  return { request, expiresAt: begun.validUntil.toISOString() };
}

/** What tries of a code are counted for: its number, or where there is no such request what was named. */
export async function subjectOfCode({ lives: { database } }: Platform, request: string): Promise<string> {
  return `code ${(await numberHashOf(database, request)) ?? request}`;
}

/** The number that what is counted for a request's code concerns, read from any of its codes that is not used yet. */
export async function numberOfCode({ lives: { database }, sealing }: Platform, request: string): Promise<string | undefined> {
  const row = await unusedCodeLike(database, request);
  return row && sealing.open(row.number, placeOf(row.id));
}

/** A code that was right, and not used yet. */
export interface RightCode {
  number: string;
  /** ASVS 6.5.1: of two requests with one code, one wins. The other is refused. */
  stillHolds: Precondition;
  /** Uses it up, with what it is used for. */
  use(transaction: Transaction): Promise<void>;
}

/** Judges a code. Undefined for a wrong one, and for one of another purpose, expired, used, tried too often or never issued. */
export async function judgeCode(
  { lives, sealing }: Platform,
  { request, code, purpose }: { request: string; code: string; purpose: Purpose },
): Promise<RightCode | undefined> {
  const { database, secret } = lives;
  const { code: terms } = await authTerms(database);
  const row = await tryCode(database, request, purpose, terms.tries);
  const own = codeHash(secret, { request, purpose, numberHash: row?.number_hash ?? '' }, code);
  // ASVS 11.2.4: for a code that is not there the same comparison, with itself changed.
  const kept = row?.code_hash ?? keyedHash(secret, own);
  if (!timingSafeEqual(Buffer.from(own, 'hex'), Buffer.from(kept, 'hex')) || !row?.number) return undefined;
  return {
    number: sealing.open(row.number, placeOf(request)),
    stillHolds: async (transaction) => ((await holdCode(database, request, transaction)) ? undefined : refusalBy('proof-refused')),
    use: (transaction) => voidCode(database, request, transaction),
  };
}
