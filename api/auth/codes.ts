/** One-time codes by SMS (1.9): sent, checked, used up. */
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { Language, Localized } from '../../charts/messages.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { Keys } from '../../models/keys.ts';
import { accountsOf } from '../../models/stores/account.ts';
import { countCodes, createCode, holdCode, tryCode, voidCode } from '../../models/stores/code.ts';
import type { Failure } from '../../models/stores/failed-proof.ts';
import { countFailures, noteFailure } from '../../models/stores/failed-proof.ts';
import { personOfNumber } from '../../models/stores/person.ts';
import { numberHash } from '../../models/stores/sms.ts';
import { onlyReserveIsLeft, sendCode } from '../../notices/sms-sending.ts';
import type { Platform } from '../../platform.ts';
import { Problem, refusalBy } from '../errors.ts';
import { numberInLog } from '../log-names.ts';
import type { Caller } from '../route.ts';
import type { Purpose } from './code-words.ts';
import { codeText } from './code-words.ts';
import { inEvenTime } from './lockout.ts';
import { authTerms } from './terms.ts';
import { counted, knownDevice, networksOfCaller, passGate } from './throttle.ts';

/** 20 bits, as ASVS 6.5.4 requires. */
const DIGITS = 6;
/** In the response to every number alike, when the day's texts are nearly used up. */
const SCARCE: Localized = {
  kk: 'Бүгін тіркелгісі келетіндерге арналған СМС таусылды: код тек Аккаунты бар нөмірге келеді. Жаңа нөмірді ертең тіркеңіз.',
  ru: 'СМС для новых регистраций на сегодня закончились: код придёт только на номер с Аккаунтом. Новый номер зарегистрируйте завтра.',
  en: "Today's texts for new registrations are used up: a code comes only to a number that has an account. Register a new number tomorrow.",
};
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
 * Sends a code to a number in E.164, known or unknown. Whether it has an account decides one thing: the last `smsCodesReserved` texts of a day are for
 * numbers that have one. Then the response comes before the text, the same and in the same time for every number.
 * @throws 429 if too many were requested, 503 if the code could not be sent and is void.
 */
export async function issueCode(
  platform: Platform,
  { number, purpose, caller, language }: { number: string; purpose: Purpose; caller: Caller; language: Language },
): Promise<{ request: string; expiresAt: string; scarce?: string }> {
  const { lives, sealing, sms } = platform;
  const { database, keys, log } = lives;
  const today = await authTerms(database);
  const { code: terms, proof } = today;
  const person = await personOfNumber(database, number);
  const hasAccount = (await accountsOf(database, person?.id ?? randomUUID())).length > 0;
  const request = randomUUID();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const bound = { request, purpose, numberHash: numberHash(keys, number) };
  const networks = networksOfCaller(platform, caller);
  const row = {
    ...{ id: request, purpose, numberHash: bound.numberHash, codeHash: codeHash(keys, bound, code), ...networks },
    number: sealing.seal(number, placeOf(request)),
  };
  const isKnown = (await knownDevice(platform, caller, person?.id, today)) !== null;
  // A known device that has used up its own is a stranger.
  const known = isKnown && (await countCodes(database, row, terms)).known.count < terms.perKnownMost;
  const failure: Failure = { kind: 'code', subject: bound.numberHash, ...networks, device: null };
  const expires = await passGate(platform, {
    ...{ action: 'code', caller, terms: today, subject: bound.numberHash },
    async limits(from) {
      const counts = await countCodes(from, row, terms);
      if (known) return [counted(counts.known, terms.perKnownMost, terms.perKnownMost)];
      const failed = await countFailures(from, failure, proof);
      return [
        counted(counts.caller, terms.perCaller),
        counted(counts.callerOfDay, terms.perCallerMost, terms.perCallerMost),
        counted(counts.number, terms.perNumber, terms.perNumberMost),
        counted(counts.network, terms.perNetwork, terms.perNetworkMost),
        counted(counts.wide, terms.perWideNetwork, terms.perWideNetworkMost),
        counted(failed.network, proof.perNetwork),
        counted(failed.wide, proof.perWideNetwork),
      ];
    },
    record: (transaction) => createCode(transaction, { ...row, known }, terms),
  });
  const asked = { request, expiresAt: expires.toISOString() };
  const text = { id: request, number, hasAccount, text: codeText(code, purpose, language) };
  const send = async () => {
    const sent = await sendCode({ database, keys, log, sms }, text);
    if (sent !== 'sent') await voidCode(database, request);
    return sent;
  };
  const scarce = { ...asked, scarce: SCARCE[language] };
  if (await onlyReserveIsLeft(lives)) {
    // Not awaited: whether it is sent must not show in the time.
    send().catch((error: unknown) => log.warn({ err: error }, 'code.failed'));
    await inEvenTime(Promise.resolve());
    return scarce;
  }
  const sent = await send();
  if (sent === 'capped' && (await onlyReserveIsLeft(lives))) return scarce;
  if (sent !== 'sent') throw new Problem('code-not-sent', { retryAfter: SENDING_PAUSE });
  return asked;
}

/** A right code that is not used yet. */
export interface RightCode {
  number: string;
  /** ASVS 6.5.1: of two requests with one code one wins. The other is refused. */
  stillHolds: Precondition;
  /** Uses the code up, together with what it is used for. */
  use(transaction: Transaction): Promise<void>;
}

export interface CodeProof {
  request: string;
  code: string;
}

/**
 * Checks a code. It has its own tries, so nothing else is counted before it: a stranger's wrong codes close nobody's.
 * @throws 401 if it is wrong, expired, used, tried too often, never sent, or for another purpose
 */
export async function proveCode(platform: Platform, caller: Caller, purpose: Purpose, { request, code }: CodeProof): Promise<RightCode> {
  const { lives, sealing } = platform;
  const { database, keys } = lives;
  const { code: terms, proof } = await authTerms(database);
  const row = await tryCode(database, request, purpose, terms.tries);
  const own = codeHash(keys, { request, purpose, numberHash: row?.number_hash ?? '' }, code);
  // ASVS 11.2.4: if there is no code, the same comparison runs with a hash that differs.
  const kept = row?.code_hash ?? keys.hash('code', own);
  if (!timingSafeEqual(Buffer.from(own, 'hex'), Buffer.from(kept, 'hex')) || !row?.number) {
    if (row !== undefined) {
      const failure: Failure = { kind: 'code', subject: row.number_hash, ...networksOfCaller(platform, caller), device: null };
      await noteFailure(database, failure, proof.kept);
    }
    throw new Problem('proof-refused', {}, { way: 'code', purpose, about: row && numberInLog(keys, row.number_hash) });
  }
  return {
    number: sealing.open(row.number, placeOf(request)),
    stillHolds: async (transaction) => ((await holdCode(database, request, transaction)) ? undefined : refusalBy('proof-refused')),
    use: (transaction) => voidCode(database, request, transaction),
  };
}
