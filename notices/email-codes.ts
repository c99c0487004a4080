/**
 * The letter that asks the owner of an address to confirm it (double opt-in). It is the only one to an address that nobody has confirmed, and holds no
 * words of users. The code is entered in the cabinet, so a mail program that opens links confirms nothing. By the link the owner says "not me".
 */
import { randomBytes, randomInt } from 'node:crypto';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import type { Keys } from '../models/keys.ts';
import { findAccount } from '../models/stores/account.ts';
import { beginEmailCode } from '../models/stores/email-code.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { todayInAlmaty } from '../models/today.ts';
import { numberAt } from '../rules/parameters.ts';
import type { Confirmation } from './letter.ts';

const DIGITS = 8;
const SECRET_BYTES = 32;

/** Where the API serves the page on which the owner of an address says "not me". */
export const REFUSAL_PAGE = '/not-mine';

interface Addressed {
  account: string;
  /** The text that names the address. */
  details: string;
}

/** What is stored instead of an address, a code bound to its address, and the secret of a link. */
export const emailHash = (keys: Keys, email: string): string => keys.hash('email', email);
const emailCodeHash = (keys: Keys, { account, details }: Addressed, code: string): string => keys.hash('emailCode', account, details, code);
export const refusalHash = (keys: Keys, token: string): string => keys.hash('emailRefusal', token);

/** Is this the hash of the code for an address? */
export const isEmailCode = (keys: Keys, hash: string, { account, details }: Addressed, code: string): boolean =>
  keys.isHash(hash, 'emailCode', account, details, code);

/**
 * A new code for an address, and the link to the public API by which its owner refuses it. The letter's effect is the id: another try counts as the same letter.
 * @throws FinalFailure if no letter may go to the address.
 */
export async function issueEmailCode(
  { database, keys }: Lives,
  { id, account, details, email }: Addressed & { id: string; email: string },
  publicUrl: string,
): Promise<Confirmation> {
  if ((await findAccount(database, account))?.new_details !== details)
    throw new FinalFailure('the account has named another address since, or confirmed this one');
  const rows = await readParameters(database);
  const number = (parameter: string): number => numberAt(rows, parameter, todayInAlmaty());
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  const hashes = {
    addressHash: emailHash(keys, email),
    codeHash: emailCodeHash(keys, { account, details }, code),
    refusalHash: refusalHash(keys, token),
  };
  const limits = {
    lasts: `${number('emailCodeHours')} hours`,
    perAddress: number('emailCodesPerAddress'),
    inTime: `${number('quotaHours')} hours`,
  };
  const verdict = await beginEmailCode(database, { id, account, details, ...hashes }, limits);
  if (verdict === 'refused') throw new FinalFailure('the owner of the address wants no letters about this account');
  if (verdict === 'full') throw new FinalFailure('the address got the most letters with a code for one day');
  // What follows # is sent to no server and stands in no log: the page posts it.
  return { code, link: `${publicUrl}${REFUSAL_PAGE}#${token}` };
}
