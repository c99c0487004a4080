/**
 * Keys and signatures by ГОСТ 34.10-2015 of 512 bits in the byte order of Kazakhstan's national authority: all numbers least significant byte first, the key
 * x‖y in an OCTET STRING, the signature r‖s. RFC 4491 and RFC 9215 of another country differ.
 */
import type { PublicKeyInfo } from 'pkijs';
import { derOf, readDer } from './der.ts';
import type { Point } from './gost3410.ts';
import { CURVE_512_A, verifies } from './gost3410.ts';
import { streebog512 } from './streebog.ts';

const SIZE = 64;
/** A sequence of the object identifiers of the curve and the hash. */
const PARAMETERS = Buffer.from('3016060a2a830e030a010102020106082a830e030a010303', 'hex');
const KEY_TYPE = '1.2.398.3.10.1.1.2.2';

/** The number of these bytes, the least significant first. */
export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`);

function pointOf(key: PublicKeyInfo): Point | null {
  if (key.algorithm.algorithmId !== KEY_TYPE) return null;
  const [algorithm, bits] = readDer(derOf(key)).children;
  const value = bits?.content.subarray(1) ?? Buffer.of();
  if (!algorithm?.children[1]?.whole.equals(PARAMETERS) || value.length !== 3 + 2 * SIZE) return null;
  if (!value.subarray(0, 3).equals(Buffer.of(0x04, 0x81, 2 * SIZE))) return null;
  return { x: numberOf(value.subarray(3, 3 + SIZE)), y: numberOf(value.subarray(3 + SIZE)) };
}

export function verifyGost(key: PublicKeyInfo, data: Uint8Array, signature: Uint8Array): boolean {
  const point = pointOf(key);
  if (point === null || signature.length !== 2 * SIZE) return false;
  const [r, s] = [numberOf(signature.subarray(0, SIZE)), numberOf(signature.subarray(SIZE))];
  return verifies(numberOf(streebog512(data)), { r, s }, point, CURVE_512_A);
}
