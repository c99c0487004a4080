/** Hashes that stand for values in the chain. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ErasableRef } from '../charts/law.ts';
import type { Keys } from '../models/keys.ts';

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a value's RFC 8785 JSON. */
export const hashOf = (value: unknown): string => sha256(canonicalize(value) as string);

/** Stands for an erasable text in the chain: the id of its row, and the keyed hash of id and body. Without the secret nobody can confirm a guess. */
export const erasableRef = (keys: Keys, id: string, body: object): ErasableRef => ({
  text: id,
  hash: keys.hash('text', id, canonicalize(body) as string),
});

/** Does the reference stand for this body? @throws Error if the secret that its hash names is not given. */
export const refersTo = (keys: Keys, { text, hash }: ErasableRef, body: object): boolean =>
  keys.isHash(hash, 'text', text, canonicalize(body) as string);
