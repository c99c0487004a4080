/** Authorised devices (1.1, 1.3): a key pair that never leaves the device. A device proves itself by signing a challenge. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { isSignatureOf, keyOf } from '../../lives/act-signature.ts';
import { createChallenge, spendChallenge } from '../../models/stores/challenge.ts';
import type { Platform } from '../../platform.ts';
import { authTerms } from './terms.ts';

/** The purpose of a signature: one made to log in cannot authorise another device. */
export type Signed = 'enter' | 'device' | 'reidentify';

const NONCE_BYTES = 32;

export interface Challenge {
  challenge: string;
  nonce: string;
  expiresAt: string;
}

/** A nonce that can be signed once (ASVS 6.5.1). It is bound to no person: the signature shows who signed. */
export async function issueChallenge({ lives: { database } }: Platform): Promise<Challenge> {
  const { challenge } = await authTerms(database);
  const [id, nonce] = [randomUUID(), randomBytes(NONCE_BYTES).toString('base64url')];
  const expires = await createChallenge(database, { id, nonce }, challenge);
  return { challenge: id, nonce, expiresAt: expires.toISOString() };
}

/** The key as base64 of its SPKI, or undefined unless it is P-256 or Ed25519. One key always has the same form. */
export function readPublicKey(text: string): string | undefined {
  try {
    const key = keyOf(text);
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
    if (type !== 'ed25519' && !(type === 'ec' && details?.namedCurve === 'prime256v1')) return undefined;
    return key.export({ format: 'der', type: 'spki' }).toString('base64');
  } catch {
    return undefined;
  }
}

/** For unknown devices: their signatures are checked too, and never right. */
const NOBODYS = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

export interface Signature {
  challenge: string;
  /** Base64. */
  signature: string;
}

/** What a device signs: the UTF-8 bytes of `akjet/<purpose>/<nonce>`. */
export const signedText = (purpose: Signed, nonce: string): Buffer => Buffer.from(`akjet/${purpose}/${nonce}`);

/** Did the key sign the challenge? The challenge is used up in either case. */
export async function isSigned(
  { lives: { database } }: Platform,
  purpose: Signed,
  publicKey: string | null | undefined,
  { challenge, signature }: Signature,
): Promise<boolean> {
  const nonce = await spendChallenge(database, challenge);
  const right = isSignatureOf(publicKey ?? NOBODYS, signedText(purpose, nonce ?? ''), Buffer.from(signature, 'base64'));
  return right && nonce !== undefined && publicKey != null;
}
