/**
 * Keys and signatures by ГОСТ 34.10-2015 of 512 bits in the byte order of Kazakhstan's national authority: all numbers least significant byte first, the key
 * x‖y in an OCTET STRING, the signature r‖s. RFC 4491 and RFC 9215 of another country differ.
 */
import { ObjectIdentifier } from 'asn1js';
import { readDer, writeDer } from './der.ts';
import type { Point } from './gost3410.ts';
import { CURVE_512_A, verifies } from './gost3410.ts';
import { OID } from './oids.ts';
import { streebog512 } from './streebog.ts';

const SIZE = 64;
/** The identifier of the keys: with the curve and the hash as parameters. */
const oid = (value: string): Buffer => Buffer.from(new ObjectIdentifier({ value }).toBER());
const ALGORITHM = writeDer(0x30, oid(OID.gostKey), writeDer(0x30, oid(OID.gostCurve), oid(OID.streebog512)));

/** The number of these bytes, the least significant first. */
export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`);

function pointOf(key: Buffer): Point | null {
  const [algorithm, bits] = readDer(key).children;
  const value = bits?.content.subarray(1) ?? Buffer.of();
  if (!algorithm?.whole.equals(ALGORITHM) || value.length !== 3 + 2 * SIZE) return null;
  if (!value.subarray(0, 3).equals(Buffer.of(0x04, 0x81, 2 * SIZE))) return null;
  return { x: numberOf(value.subarray(3, 3 + SIZE)), y: numberOf(value.subarray(3 + SIZE)) };
}

export function verifyGost(key: Buffer, data: Uint8Array, signature: Uint8Array): boolean {
  const point = pointOf(key);
  if (point === null || signature.length !== 2 * SIZE) return false;
  const [r, s] = [numberOf(signature.subarray(0, SIZE)), numberOf(signature.subarray(SIZE))];
  return verifies(numberOf(streebog512(data)), { r, s }, point, CURVE_512_A);
}
