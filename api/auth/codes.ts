/** One-time codes by SMS (1.9): sent, checked, used up. */
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { Keys } from '../../models/keys.ts';
import { beginCode, holdCode, numberHashOf, tryCode, unusedCodeLike, voidCode } from '../../models/stores/code.ts';
import { numberHash, sendCode } from '../../notices/sms-sending.ts';
import type { Platform } from '../../platform.ts';
import { Problem, refusalBy } from '../errors.ts';
import { addressHash } from './address.ts';
import type { Purpose } from './code-words.ts';
import { codeText } from './code-words.ts';
import { authTerms } from './terms.ts';

/** 20 bits, as ASVS 6.5.4 requires. */
const DIGITS = 6;
/** Seconds until a code can be requested again after one that could not be sent. */
const SENDING_PAUSE = 60;

interface Bound {
  request: string;
  purpose: Purpose;
  numberHash: string;
}

/**
 * What is stored of a code, bound to its request, purpose and number (ASVS 6.6.2). ASVS 6.5.2 asks for a salted password hash, because a thief of the
 * table could try a million codes soon. A hash keyed with a secret outside the database is better: without the secret no try can be checked, however
 * fast. The request's id is the salt. It also costs nothing when an attacker requests many codes.
 */
const codeHash = (keys: Keys, { request, purpose, numberHash: number }: Bound, code: string): string =>
  keys.hash('code', request, purpose, number, code);

const placeOf = (request: string) => ({ table: 'code', column: 'number', row: request });

/**
 * Sends a code to a number in E.164, known or unknown. Nothing is looked up, so neither the response nor its time reveals whether it is known.
 * @throws 429 if too many were requested, 503 if the code could not be sent and is void.
 */
export async function issueCode(
  { lives, sealing, sms }: Platform,
  { number, purpose, address, language }: { number: string; purpose: Purpose; address: string; language: Language },
): Promise<{ request: string; expiresAt: string }> {
  const { database, keys, log } = lives;
  const { code: terms } = await authTerms(database);
  const request = randomUUID();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const bound = { request, purpose, numberHash: numberHash(keys, number) };
  const row = {
    ...{ id: request, purpose, numberHash: bound.numberHash, codeHash: codeHash(keys, bound, code) },
    ...{ addressHash: addressHash(keys, address), number: sealing.seal(number, placeOf(request)) },
  };
  const begun = await beginCode(database, row, terms);
  if ('wait' in begun) throw new Problem('too-many-requests', { retryAfter: begun.wait });
  const sent = await sendCode({ database, keys, log, sms }, { id: request, number, text: codeText(code, purpose, language) });
  if (sent !== 'sent') {
    await voidCode(database, request);
    throw new Problem('code-not-sent', { retryAfter: SENDING_PAUSE });
  }
  return { request, expiresAt: begun.validUntil.toISOString() };
}

/** The subject under which tries are counted: the code's number, or the named request if it does not exist. */
export async function subjectOfCode({ lives: { database } }: Platform, request: string): Promise<string> {
  return `code ${(await numberHashOf(database, request)) ?? request}`;
}

/** The phone number of a code request; failed tries count against it. Read from any unused code of the request. */
export async function numberOfCode({ lives: { database }, sealing }: Platform, request: string): Promise<string | undefined> {
  const row = await unusedCodeLike(database, request);
  return row && sealing.open(row.number, placeOf(row.id));
}

/** A right code that is not used yet. */
export interface RightCode {
  number: string;
  /** ASVS 6.5.1: of two requests with one code one wins. The other is refused. */
  stillHolds: Precondition;
  /** Uses the code up, together with what it is used for. */
  use(transaction: Transaction): Promise<void>;
}

/** Checks a code. Undefined if it is wrong, expired, used, tried too often, never sent, or for another purpose. */
export async function judgeCode(
  { lives, sealing }: Platform,
  { request, code, purpose }: { request: string; code: string; purpose: Purpose },
): Promise<RightCode | undefined> {
  const { database, keys } = lives;
  const { code: terms } = await authTerms(database);
  const row = await tryCode(database, request, purpose, terms.tries);
  const own = codeHash(keys, { request, purpose, numberHash: row?.number_hash ?? '' }, code);
  // ASVS 11.2.4: if there is no code, the same comparison runs with a hash that differs.
  const kept = row?.code_hash ?? keys.hash('code', own);
  if (!timingSafeEqual(Buffer.from(own, 'hex'), Buffer.from(kept, 'hex')) || !row?.number) return undefined;
  return {
    number: sealing.open(row.number, placeOf(request)),
    stillHolds: async (transaction) => ((await holdCode(database, request, transaction)) ? undefined : refusalBy('proof-refused')),
    use: (transaction) => voidCode(database, request, transaction),
  };
}
