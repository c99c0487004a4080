/** The algorithms that are allowed. What is not named here, such as SHA-1 and MD5, does not exist for us. */
import type { KeyObject } from 'node:crypto';
import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import { Null } from 'asn1js';
import type { AlgorithmIdentifier } from 'pkijs';
import { RSASSAPSSParams } from 'pkijs';
import { verifyGost } from './gost-key.ts';
import { OID } from './oids.ts';
import { streebog512 } from './streebog.ts';

type Hash = (bytes: Uint8Array) => Buffer;

const ofNode =
  (name: string): Hash =>
  (bytes) =>
    createHash(name).update(bytes).digest();

const NODE_HASHES: Record<string, string> = { [OID.sha256]: 'sha256', [OID.sha384]: 'sha384', [OID.sha512]: 'sha512' };

/** The hash of an algorithm identifier; `undefined` if it is not allowed. */
export function hashOf(algorithm: AlgorithmIdentifier): Hash | undefined {
  if (!isWithoutParameters(algorithm)) return undefined;
  if (algorithm.algorithmId === OID.streebog512) return streebog512;
  const name = NODE_HASHES[algorithm.algorithmId];
  return name === undefined ? undefined : ofNode(name);
}

export type Family = 'rsa' | 'ecdsa' | 'gost2015';

/** `hash` is missing where the signature's identifier does not name it. */
const SCHEMES: Record<string, { family: Family; hash?: string }> = {
  [OID.rsa]: { family: 'rsa' },
  [OID.rsaPss]: { family: 'rsa' },
  [OID.rsaSha256]: { family: 'rsa', hash: OID.sha256 },
  [OID.rsaSha384]: { family: 'rsa', hash: OID.sha384 },
  [OID.rsaSha512]: { family: 'rsa', hash: OID.sha512 },
  [OID.ecdsaSha256]: { family: 'ecdsa', hash: OID.sha256 },
  [OID.ecdsaSha384]: { family: 'ecdsa', hash: OID.sha384 },
  [OID.ecdsaSha512]: { family: 'ecdsa', hash: OID.sha512 },
  [OID.gostSignature]: { family: 'gost2015', hash: OID.streebog512 },
};

/** The family of a signature's algorithm; `undefined` if it is not allowed with this hash (none is named by a certificate). */
export function familyOf(algorithm: AlgorithmIdentifier, hash?: string): Family | undefined {
  const scheme = SCHEMES[algorithm.algorithmId];
  if (scheme === undefined || (scheme.hash === undefined && algorithm.algorithmId === OID.rsa && hash === undefined)) return undefined;
  return hash === undefined || scheme.hash === undefined || scheme.hash === hash ? scheme.family : undefined;
}

export interface Signed {
  /** The public key (SubjectPublicKeyInfo). */
  key: Buffer;
  algorithm: AlgorithmIdentifier;
  /** The digest algorithm named beside, in a CMS. */
  hash?: string;
  data: Uint8Array;
  signature: Uint8Array;
}

/** Does a signature hold? False also for keys and parameters that are not allowed. */
export function holds({ key, algorithm, hash, data, signature }: Signed): boolean {
  const family = familyOf(algorithm, hash);
  if (family === undefined) return false;
  if (family === 'gost2015') return isWithoutParameters(algorithm) && verifyGost(key, data, signature);
  const publicKey = publicKeyOf(key);
  if (publicKey === null) return false;
  const { asymmetricKeyType: type, asymmetricKeyDetails: { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = {} } = publicKey;
  const name = NODE_HASHES[SCHEMES[algorithm.algorithmId]?.hash ?? hash ?? ''];
  if (family === 'ecdsa') {
    const isAllowed = type === 'ec' && ['prime256v1', 'secp384r1'].includes(namedCurve) && algorithm.algorithmParams === undefined;
    return isAllowed && name !== undefined && verify(name, data, publicKey, signature);
  }
  // A larger key or exponent would let a sender use up our time.
  if (type !== 'rsa' || modulusLength < 2048 || modulusLength > 4096 || publicExponent < 3n || publicExponent > 0xffff_ffffn) return false;
  if (algorithm.algorithmId === OID.rsaPss) return holdsPss(publicKey, { algorithm, hash, data, signature });
  return name !== undefined && isWithoutParameters(algorithm) && verify(name, data, publicKey, signature);
}

function publicKeyOf(key: Buffer): KeyObject | null {
  try {
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** RSASSA-PSS (RFC 4055) with one hash for all and a salt of its length. */
function holdsPss(key: KeyObject, signed: Pick<Signed, 'algorithm' | 'data' | 'signature'> & { hash?: string | undefined }): boolean {
  const parameters = new RSASSAPSSParams({ schema: signed.algorithm.algorithmParams });
  const { hashAlgorithm, maskGenAlgorithm, saltLength, trailerField } = parameters;
  const name = NODE_HASHES[hashAlgorithm.algorithmId];
  if (name === undefined || (signed.hash !== undefined && signed.hash !== hashAlgorithm.algorithmId)) return false;
  const [maskHash] = (maskGenAlgorithm.algorithmParams as { valueBlock?: { value: unknown[] } } | undefined)?.valueBlock?.value ?? [];
  const isUsual = maskGenAlgorithm.algorithmId === OID.mgf1 && String(maskHash) === `OBJECT IDENTIFIER : ${hashAlgorithm.algorithmId}`;
  const { length } = createHash(name).digest();
  if (!isUsual || saltLength !== length || trailerField !== 1) return false;
  return verify(name, signed.data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signed.signature);
}

/** Parameters are absent or NULL, so that no byte of an identifier is free. */
function isWithoutParameters({ algorithmParams }: AlgorithmIdentifier): boolean {
  return algorithmParams === undefined || algorithmParams instanceof Null;
}
