/** Hashes that stand for values in the chain. */
import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ErasableRef } from '../charts/law.ts';

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of a value's RFC 8785 JSON. */
export const hashOf = (value: unknown): string => sha256(canonicalize(value) as string);

/** Stands for a person or a text in the chain. Without the secret nobody can confirm a guessed value. */
export const keyedHash = (secret: string, value: string): string =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(value).digest('hex');

/** Stands for an erasable text in the chain: the id of its row, and the keyed hash of id and body. */
export const erasableRef = (secret: string, id: string, body: object): ErasableRef => ({
  text: id,
  hash: keyedHash(secret, `${id}${canonicalize(body)}`),
});
