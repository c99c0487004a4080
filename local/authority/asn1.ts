/** DER of the values that certificates, signatures and answers about them are made of. */
import { ObjectIdentifier } from 'asn1js';
import { writeDer } from '../../gateways/pki/der.ts';

export const sequence = (...parts: Uint8Array[]): Buffer => writeDer(0x30, ...parts);
/** DER orders a set. */
export const set = (...parts: Buffer[]): Buffer => writeDer(0x31, ...parts.toSorted(Buffer.compare));
export const oid = (value: string): Buffer => Buffer.from(new ObjectIdentifier({ value }).toBER());
/** A small number that is not negative, or the bytes of one. */
export const integer = (value: number | Uint8Array): Buffer => writeDer(0x02, typeof value === 'number' ? Buffer.of(value) : value);
export const enumerated = (value: number): Buffer => writeDer(0x0a, Buffer.of(value));
export const octets = (...parts: Uint8Array[]): Buffer => writeDer(0x04, ...parts);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => writeDer(0x03, Buffer.of(unused), bytes);
export const none = Buffer.of(0x05, 0x00);
export const yes = Buffer.of(0x01, 0x01, 0xff);
export const utf8 = (text: string): Buffer => writeDer(0x0c, Buffer.from(text));
export const printable = (text: string): Buffer => writeDer(0x13, Buffer.from(text));
/** Inside a tag of the context. */
export const tagged = (tag: number, ...parts: Uint8Array[]): Buffer => writeDer(0xa0 + tag, ...parts);
/** Text in a tag of the context, in place of its own. */
export const taggedText = (tag: number, text: string): Buffer => writeDer(0x80 + tag, Buffer.from(text));

const digitsOf = (moment: Date): string => moment.toISOString().replace(/\.\d+|[-:T]/g, '');

/** As UTCTime until 2049, then as GeneralizedTime (RFC 5280, 4.1.2.5). */
export const time = (moment: Date): Buffer =>
  moment.getUTCFullYear() < 2050 ? writeDer(0x17, Buffer.from(digitsOf(moment).slice(2))) : generalized(moment);
export const generalized = (moment: Date): Buffer => writeDer(0x18, Buffer.from(digitsOf(moment)));
