/** What the authority answers about its certificates: OCSP (RFC 6960) and lists (RFC 5280, 5). */
import { createHash } from 'node:crypto';
import type { Der } from '../../gateways/pki/der.ts';
import { readDer } from '../../gateways/pki/der.ts';
import { OID } from '../../gateways/pki/oids.ts';
import { bits, enumerated, generalized, integer, octets, oid, sequence, tagged, time } from './asn1.ts';
import type { Issuer } from './certificates.ts';
import { extension, nameOf } from './certificates.ts';
import type { Credential } from './cms.ts';

const DAY = 86_400_000;

/** When each revoked certificate was, by its number in hex. */
export type Revoked = Record<string, string>;

interface Asked {
  /** The certificate's id as it was asked, and the number in it in hex. */
  id: Buffer;
  number: string;
  nonce: Buffer | null;
}

export function readRequest(request: Uint8Array): Asked {
  const [list, extensions] = readDer(request).children[0]?.children ?? [];
  const id = list?.children[0]?.children[0] as Der;
  const nonce = extensions?.children[0]?.children.find(({ children: [type] }) => type?.whole.equals(oid(OID.ocspNonce)));
  return { id: id.whole, number: (id.children[3] as Der).content.toString('hex'), nonce: nonce?.children[1]?.content ?? null };
}

export interface AnswerOptions {
  id: Buffer;
  number: string;
  nonce: Buffer | null;
  isKnown: boolean;
  /** The moment for which it was made. */
  at: Date;
}

export function ocspAnswer({ id, number, nonce, isKnown, at }: AnswerOptions, responder: Credential, revoked: Revoked): Buffer {
  const since = revoked[number];
  const [GOOD, UNKNOWN] = [Buffer.of(0x80, 0), Buffer.of(0x82, 0)];
  const known = since === undefined ? GOOD : tagged(1, generalized(new Date(since)));
  const single = sequence(id, isKnown ? known : UNKNOWN, generalized(at), tagged(0, generalized(new Date(at.getTime() + DAY / 24))));
  const [, keyBits] = readDer(responder.key.spki).children;
  const keyHash = createHash('sha1')
    .update((keyBits as Der).content.subarray(1))
    .digest();
  const data = sequence(
    tagged(2, octets(keyHash)),
    generalized(at),
    sequence(single),
    ...(nonce ? [tagged(1, sequence(extension(OID.ocspNonce, nonce)))] : []),
  );
  const { key } = responder;
  const basic = sequence(data, key.signature, bits(key.sign(data)), tagged(0, sequence(responder.certificate)));
  return sequence(enumerated(0), tagged(0, sequence(oid(OID.ocspBasic), octets(basic))));
}

export function crl(issuer: Issuer, revoked: Revoked, at: Date): Buffer {
  const entries = Object.entries(revoked).map(([number, since]) => sequence(integer(Buffer.from(number, 'hex')), time(new Date(since))));
  const { key, owner } = issuer;
  const list = sequence(
    integer(1),
    key.signature,
    nameOf(owner),
    time(at),
    time(new Date(at.getTime() + DAY)),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
  );
  return sequence(list, key.signature, bits(key.sign(list)));
}
