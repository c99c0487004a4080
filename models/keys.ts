/**
 * The one place for keys of hashes. One secret gives a key for each purpose (HKDF-SHA-256, RFC 5869), so a hash of one purpose says nothing about
 * another, and no purpose can read another's. What a rotation of the secret does differs by purpose: see `PURPOSES`. Encryption has secrets of its own:
 * see `sealed-column.ts`.
 */
import type { KeyObject } from 'node:crypto';
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * `lasting`: compared for ever, so it always uses the oldest secret. What it hashes is random (ids) or of little use to a thief.
 * `named`: uses the newest secret and names it, so that it can be checked as long as its secret is given.
 * `passing`: uses the newest secret. It is compared for minutes or days; after a rotation counting begins anew.
 */
type Rotation = 'lasting' | 'named' | 'passing';

/** Every purpose of a keyed hash. Its name is the label of its key. */
const PURPOSES = {
  /** Who acts, in the chain of one life: `hash('person', life, id)`. Two lives do not show that one person acted in both. */
  person: 'lasting',
  session: 'lasting',
  device: 'lasting',
  /** A name that nobody authenticated, in the chain of one life. */
  note: 'lasting',
  /** A request, in its event: a repeat is recognised also after months. Its body may contain a password or an IIN. */
  request: 'lasting',
  /** The hazards of a task: its chart compares them. */
  hazards: 'lasting',
  /** The reference of a text that is accepted by its hash: nobody without the secret can try out what the text was, also after it was erased. */
  reference: 'lasting',
  /** A recovery code of a second factor: 80 random bits. */
  recovery: 'lasting',
  /** An erasable text, in the chain. */
  text: 'named',
  /** The IIN of a signer, beside the electronic signature. */
  signer: 'named',
  /** An e-mail address, where letters are counted and where its owner's "not me" is kept for ever. */
  email: 'lasting',
  /** The secret of the link by which the owner of an address says "not me": letters are kept for years. */
  emailRefusal: 'lasting',
  /** Where a reader of a list has come to: nobody goes on from the place of another. */
  cursor: 'lasting',
  /** The keys of events that a login, a logout or a "not me" makes. */
  event: 'passing',
  /** A number, where codes and SMS are counted. */
  number: 'passing',
  /** A network address, where codes and failed proofs are counted. */
  address: 'passing',
  /** A one-time code. */
  code: 'passing',
  /** A code that confirms an e-mail address. */
  emailCode: 'passing',
  /** What was tried, where failed proofs are counted. */
  proof: 'passing',
  /** A challenge of a proof of work. */
  work: 'passing',
  /** A link to the bytes of a file. */
  fileLink: 'passing',
  /** A person, a session or a network in the log. */
  log: 'passing',
} as const satisfies Record<string, Rotation>;

export type Purpose = keyof typeof PURPOSES;

export interface Keys {
  /** The keyed hash of a value. Its parts are told apart: `('ab', 'c')` differs from `('a', 'bc')`. */
  hash(purpose: Purpose, ...parts: string[]): string;
  /** Is this the hash of the value, under the secret that it names, or under any that is given? @throws Error if it names an unknown secret. */
  isHash(hash: string, purpose: Purpose, ...parts: string[]): boolean;
  /** The ids of the secrets, newest first. An id reveals nothing of its secret. */
  ids: readonly string[];
}

const KEY_BYTES = 32;
const ID_BYTES = 4;

/** A key for a purpose (HKDF-SHA-256 without salt: the secret is random). @throws Error unless the secret is 32 bytes in hex. */
export function deriveKey(secret: string, label: string, length = KEY_BYTES): Buffer {
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new Error('A secret must be 32 bytes in hex');
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `akjet/${label}`, length));
}

interface Ring {
  id: string;
  /** As objects of the library: with the bytes of a key each hash takes five times as long. */
  of: Record<Purpose, KeyObject>;
}

const ringOf = (secret: string): Ring => ({
  id: deriveKey(secret, 'keyed-hash/key-id', ID_BYTES).toString('hex'),
  of: Object.fromEntries(
    Object.keys(PURPOSES).map((purpose) => [purpose, createSecretKey(deriveKey(secret, `keyed-hash/${purpose}`))]),
  ) as Ring['of'],
});

/**
 * Opens the keys of secrets (32 bytes in hex each), newest first. A new secret is put before the others; none is ever removed, because the chains carry
 * hashes of each. @throws Error for a malformed secret or an empty list.
 */
export function openKeys(secrets: readonly string[]): Keys {
  const rings = secrets.map(ringOf);
  const [newest, oldest] = [rings.at(0), rings.at(-1)];
  if (newest === undefined || oldest === undefined) throw new Error('No secret for the keys');

  const hashUnder = ({ id, of }: Ring, purpose: Purpose, parts: string[]): string => {
    const hash = createHmac('sha256', of[purpose]).update(JSON.stringify(parts)).digest('hex');
    return PURPOSES[purpose] === 'named' ? `${id}.${hash}` : hash;
  };
  const candidates = (hash: string, purpose: Purpose): Ring[] => {
    const rotation: Rotation = PURPOSES[purpose];
    if (rotation === 'lasting') return [oldest];
    if (rotation === 'passing') return rings;
    const named = rings.find(({ id }) => hash.startsWith(`${id}.`));
    if (named === undefined) throw new Error(`Hashed with an unknown secret: ${hash.split('.')[0]}`);
    return [named];
  };

  return {
    ids: rings.map(({ id }) => id),
    hash: (purpose, ...parts) => hashUnder(PURPOSES[purpose] === 'lasting' ? oldest : newest, purpose, parts),
    isHash: (hash, purpose, ...parts) => candidates(hash, purpose).some((ring) => isEqual(hash, hashUnder(ring, purpose, parts))),
  };
}

const isEqual = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
