/** Keys that sign, for development. What they sign is trusted nowhere else. */
import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { readDer } from '../../gateways/pki/der.ts';
import { numberOf } from '../../gateways/pki/gost-key.ts';
import { CURVE_512_A, combine, mod } from '../../gateways/pki/gost3410.ts';
import { OID } from '../../gateways/pki/oids.ts';
import { streebog512 } from '../../gateways/pki/streebog.ts';
import { bits, integer, none, octets, oid, sequence } from './asn1.ts';

export const KINDS = ['rsa', 'ecdsa', 'gost'] as const;
export type Kind = (typeof KINDS)[number];

export interface Key {
  kind: Kind;
  /** Private, as PKCS#8. */
  pkcs8: Buffer;
  /** Public, as in a certificate. */
  spki: Buffer;
  /** The identifiers of its signatures and of their digest. */
  signature: Buffer;
  digest: Buffer;
  hash(bytes: Uint8Array): Buffer;
  sign(bytes: Uint8Array): Buffer;
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

export function newKey(kind: Kind): Key {
  if (kind === 'gost') return gostKey(randomScalar());
  const { privateKey } =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return nodeKey(kind, privateKey);
}

/** The key of a PKCS#8 that `newKey` made. */
export function keyOf(pkcs8: Buffer): Key {
  const [, , value] = readDer(pkcs8).children;
  if (pkcs8.includes(oid(OID.gostKey)) && value !== undefined) return gostKey(numberOf(value.content));
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return nodeKey(key.asymmetricKeyType === 'rsa' ? 'rsa' : 'ecdsa', key);
}

function nodeKey(kind: 'rsa' | 'ecdsa', key: KeyObject): Key {
  return {
    kind,
    pkcs8: key.export({ format: 'der', type: 'pkcs8' }),
    spki: createPublicKey(key).export({ format: 'der', type: 'spki' }),
    signature: kind === 'rsa' ? sequence(oid(OID.rsaSha256), none) : sequence(oid(OID.ecdsaSha256)),
    digest: sequence(oid(OID.sha256), none),
    hash: sha256,
    sign: (bytes) => sign('sha256', bytes, key),
  };
}

const SIZE = 64;

/** A number's 64 bytes, the least significant first. */
const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(2 * SIZE, '0'), 'hex').reverse();

const randomScalar = (): bigint => mod(numberOf(randomBytes(SIZE + 8)), CURVE_512_A.q - 1n) + 1n;

/** ГОСТ 34.10-2015. The arithmetic takes a time that tells of the key: for development alone. */
function gostKey(secret: bigint): Key {
  const { q, base } = CURVE_512_A;
  const times = (scalar: bigint) => combine(scalar, 0n, base, CURVE_512_A) ?? base;
  const { x, y } = times(secret);
  const algorithm = sequence(oid(OID.gostKey), sequence(oid(OID.gostCurve), oid(OID.streebog512)));
  return {
    kind: 'gost',
    pkcs8: sequence(integer(0), algorithm, octets(bytesOf(secret))),
    spki: sequence(algorithm, bits(octets(bytesOf(x), bytesOf(y)))),
    signature: sequence(oid(OID.gostSignature), none),
    digest: sequence(oid(OID.streebog512), none),
    hash: streebog512,
    sign(bytes) {
      const e = mod(numberOf(streebog512(bytes)), q) || 1n;
      const k = randomScalar();
      const r = mod(times(k).x, q);
      return Buffer.concat([bytesOf(r), bytesOf(mod(r * secret + k * e, q))]);
    },
  };
}
