/** Certificates in the form of Kazakhstan's national authority. */
import { createHash, randomBytes } from 'node:crypto';
import { OID } from '../../gateways/pki/oids.ts';
import { bits, integer, octets, oid, printable, sequence, set, tagged, taggedText, time, utf8, yes } from './asn1.ts';
import type { Key } from './keys.ts';

export interface Owner {
  commonName: string;
  surname?: string | undefined;
  givenName?: string | undefined;
  iin?: string | undefined;
  organisation?: string | undefined;
  bin?: string | undefined;
}

const part = (type: string, text: string | undefined, encode = utf8): Buffer[] =>
  text === undefined ? [] : [set(sequence(oid(type), encode(text)))];

/** The name of an owner, in the order of the national authority. */
export const nameOf = ({ commonName, surname, givenName, iin, organisation, bin }: Owner): Buffer =>
  sequence(
    ...part(OID.commonName, commonName),
    ...part(OID.surname, surname),
    ...part(OID.serialNumber, iin && `IIN${iin}`, printable),
    ...part(OID.country, 'KZ', printable),
    ...part(OID.organisation, organisation),
    ...part(OID.unit, bin && `BIN${bin}`),
    ...part(OID.givenName, givenName),
  );

/** An extension of a certificate. */
export const extension = (type: string, value: Buffer, isCritical = false): Buffer =>
  sequence(oid(type), ...(isCritical ? [yes] : []), octets(value));

/** Usages as the first byte of their bits, for which the last set bit is the last one written. */
export const keyUsage = (byte: number): Buffer => extension(OID.keyUsage, bits(Buffer.of(byte), 31 - Math.clz32(byte & -byte)), true);
export const purposes = (types: string[], isCritical = false): Buffer =>
  extension(OID.extendedKeyUsage, sequence(...types.map(oid)), isCritical);
export const authority = (below?: number): Buffer =>
  extension(OID.basicConstraints, sequence(yes, ...(below === undefined ? [] : [integer(below)])), true);

const URI = 6;
export const addresses = ({ ocsp, crl }: { ocsp?: string | undefined; crl?: string | undefined }): Buffer[] => [
  ...(ocsp ? [extension(OID.authorityAccess, sequence(sequence(oid(OID.ocsp), taggedText(URI, ocsp))))] : []),
  ...(crl ? [extension(OID.revocationLists, sequence(sequence(tagged(0, tagged(0, taggedText(URI, crl))))))] : []),
];

export interface Draft {
  owner: Owner;
  spki: Buffer;
  notBefore: Date;
  notAfter: Date;
  extensions: Buffer[];
}

export interface Issuer {
  owner: Owner;
  key: Key;
}

/** Issues a certificate. */
export function certificateOf({ owner, spki, notBefore, notAfter, extensions }: Draft, by: Issuer): Buffer {
  const keyId = createHash('sha1').update(spki).digest();
  const tbs = sequence(
    tagged(0, integer(2)),
    // A first byte between 1 and 127: the number is positive, and has one form.
    integer(Buffer.concat([Buffer.of(0x40), randomBytes(19)])),
    by.key.signature,
    nameOf(by.owner),
    sequence(time(notBefore), time(notAfter)),
    nameOf(owner),
    spki,
    tagged(3, sequence(...extensions, extension('2.5.29.14', octets(keyId)))),
  );
  return sequence(tbs, by.key.signature, bits(by.key.sign(tbs)));
}

export const toPem = (der: Buffer, label = 'CERTIFICATE'): string =>
  `-----BEGIN ${label}-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;
