/**
 * A command may carry a signature of the device's key over what it asks. It is kept in the event, whose hash covers it. So the operator cannot make up an
 * act of somebody whose device signs: the private key never leaves the device.
 */
import type { KeyObject } from 'node:crypto';
import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from './hashing.ts';

/** A signed act as its event keeps it, in `actor.signature`. */
export interface ActSignature {
  /** The request: `POST /v1/tasks/<id>/accept`. */
  act: string;
  /** SHA-256 of the RFC 8785 JSON of the body. */
  body: string;
  /** SPKI in base64: P-256 or Ed25519. */
  publicKey: string;
  /** Base64. */
  value: string;
}

/** What the device signs, in UTF-8: four lines. `key` is the event's key as the chain shows it, so one signature serves one act. */
export const actText = ({ act, body, key }: Pick<ActSignature, 'act' | 'body'> & { key: string }): string =>
  ['akjet/act', act, key, body].join('\n');

/** The hash of a body that stands in `actText`, from its RFC 8785 JSON. */
export const bodyHash = (canonicalJson: string): string => sha256(canonicalJson);

export const keyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });

/** Is this the key's signature? Most programs give P-256 signatures as DER, browsers as two numbers of 32 bytes. */
export function isSignatureOf(publicKey: string, signed: Buffer, signature: Buffer): boolean {
  const key = keyOf(publicKey);
  if (key.asymmetricKeyType === 'ed25519') return verify(null, signed, key, signature);
  return (['der', 'ieee-p1363'] as const).some((dsaEncoding) => verify('sha256', signed, { key, dsaEncoding }, signature));
}

/** Does the signature in an event fit the event? `key` as the chain shows it. */
export const holdsFor = ({ publicKey, value, ...signed }: ActSignature, key: string): boolean =>
  isSignatureOf(publicKey, Buffer.from(actText({ ...signed, key })), Buffer.from(value, 'base64'));
