/** The evidence: each event's hash covers the one before it, so that nothing can be changed, removed or inserted unseen. */
import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ErasableRef } from '../charts/law.ts';

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

/** What an event's hash covers. `key` and `actor` are in the form the chain shows: a caller's key hashed, persons, sessions and devices as keyed hashes. */
export interface ChainedEvent {
  life: string;
  seq: number;
  key: string;
  at: string;
  by: string;
  actor: object | null;
  type: string;
  input: unknown;
  state: string;
  snapshotHash: string;
  chartHash: string;
}

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of a value's RFC 8785 JSON. */
export const hashOf = (value: unknown): string => sha256(canonicalize(value) as string);

/** The hash of an event that follows `previous`. */
export const eventHash = (previous: string, link: ChainedEvent): string => sha256(previous + canonicalize(link));

/** Stands for a person or a text in the chain: without the secret it tells nothing, also of values that could be guessed. */
export const keyedHash = (secret: string, value: string): string =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(value).digest('hex');

/** What stands for a text in the chain: the id of its row, and the keyed hash of id and text. */
export const erasableRef = (secret: string, id: string, body: object): ErasableRef => ({
  text: id,
  hash: keyedHash(secret, `${id}${canonicalize(body)}`),
});

/** A caller's key names an account: the chain shows its hash. Other keys tell only of lives. */
export const chainKey = (key: string): string => (key.startsWith('account/') ? sha256(key) : key);

/** Where a chain is broken: the first event that does not fit, and what about it. */
export interface Fault {
  seq: number;
  problem: string;
}

export interface StoredEvent extends ChainedEvent {
  hash: string;
}

export interface StoredHead {
  seq: number;
  head: string;
  snapshot: unknown;
}

/** Walks a life's chain from its beginning. Undefined where every event, the head and the snapshot fit together. */
export function findFault(links: StoredEvent[], { seq, head, snapshot }: StoredHead): Fault | undefined {
  let previous = GENESIS;
  for (const [index, { hash, ...link }] of links.entries()) {
    if (link.seq !== index + 1) return { seq: index + 1, problem: `event ${index + 1} is missing: ${link.seq} comes next` };
    if (eventHash(previous, link) !== hash)
      return { seq: link.seq, problem: 'the event or the one before it was changed, removed or inserted' };
    previous = hash;
  }
  if (links.length !== seq) return { seq: links.length + 1, problem: `the life stands at event ${seq}, the chain ends at ${links.length}` };
  if (previous !== head) return { seq, problem: 'the head is not the hash of the last event' };
  const last = links.at(-1);
  if (last && hashOf(snapshot) !== last.snapshotHash) return { seq, problem: 'the snapshot is not the one the last event led to' };
  return undefined;
}
