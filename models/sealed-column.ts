/**
 * Encrypts restricted data (7.2) in a column, such as an IIN or a document, with AES-256-GCM. A keyed hash finds it again. The database alone, without
 * the secret, reveals nothing of it. A value that was moved to another row, column or table does not open.
 */
import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { deriveKey } from './keys.ts';

/** The cell of a value (AES additional data). The value opens nowhere else. */
export interface CellRef {
  table: string;
  column: string;
  row: string;
}

export interface Sealing {
  /** Encrypts a value. Returns the bytes to store, different each time. */
  seal(value: string | Uint8Array, place: CellRef): Buffer;
  /** Decrypts a value. @throws Error for bytes that were changed, moved, or sealed with an unknown secret. */
  open(sealed: Uint8Array, place: CellRef): string;
  /** Like `open`, for bytes that are no text. */
  openBytes(sealed: Uint8Array, place: CellRef): Buffer;
  /** Whether an older secret sealed the bytes. If so, open them and seal the value again. */
  isOutdated(sealed: Uint8Array): boolean;
  /** The keyed hash, stored beside a sealed value, that finds it. `kind` ('iin', 'number') separates equal values of different kinds. */
  searchHash(kind: string, value: string): string;
  /** The hashes by which to search for a value: that of the current secret first, then those of older ones. */
  searchHashes(kind: string, value: string): string[];
  /** The ids of the secrets, newest first. An id reveals nothing of its secret. Sealed bytes begin with the format and the id. */
  ids: readonly string[];
}

/** The secret of a sealed value is not given. */
export class UnknownSecret extends Error {}

const FORMAT = 1;
const KEY_ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES + IV_BYTES + TAG_BYTES;

interface Keys {
  id: string;
  seal: KeyObject;
  search: KeyObject;
}

/**
 * Seals with the first of the secrets (32 bytes in hex each) and opens with all of them. To change the secret, put a new one before the old, seal
 * outdated values again, and remove the old one. @throws Error for a malformed secret or an empty list.
 */
export function openSealing(secrets: readonly string[]): Sealing {
  const keys = secrets.map(keysOf);
  const [current] = keys;
  if (current === undefined) throw new Error('No secret to seal with');

  const keysFor = (sealed: Buffer): Keys => {
    if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw new Error('Not a sealed value');
    const id = sealed.toString('hex', 1, 1 + KEY_ID_BYTES);
    const found = keys.find((each) => each.id === id);
    if (found === undefined) throw new UnknownSecret(`Sealed with an unknown secret: ${id}`);
    return found;
  };

  const openBytes = (given: Uint8Array, place: CellRef): Buffer => {
    const sealed = Buffer.from(given);
    const { seal } = keysFor(sealed);
    const [iv, tag] = [sealed.subarray(1 + KEY_ID_BYTES, HEAD_BYTES - TAG_BYTES), sealed.subarray(HEAD_BYTES - TAG_BYTES, HEAD_BYTES)];
    const decipher = createDecipheriv('aes-256-gcm', seal, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(placeBytes(place));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  };

  return {
    seal(value, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.seal, iv);
      cipher.setAAD(placeBytes(place));
      const body = Buffer.concat([cipher.update(typeof value === 'string' ? Buffer.from(value) : value), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), Buffer.from(current.id, 'hex'), iv, cipher.getAuthTag(), body]);
    },
    openBytes,
    open: (sealed, place) => openBytes(sealed, place).toString('utf8'),
    isOutdated: (sealed) => keysFor(Buffer.from(sealed)) !== current,
    ids: keys.map(({ id }) => id),
    searchHash: (kind, value) => searchHash(current, kind, value),
    searchHashes: (kind, value) => keys.map((each) => searchHash(each, kind, value)),
  };
}

/** The value, or that its seal does not open in this place. @throws UnknownSecret, because then nothing is known of the value */
export function openedOrDamaged(sealing: Sealing, sealed: Uint8Array, place: CellRef): string | 'damaged' {
  try {
    return sealing.open(sealed, place);
  } catch (error) {
    if (error instanceof UnknownSecret) throw error;
    return 'damaged';
  }
}

/** Derives three independent keys from one secret (RFC 5869). */
function keysOf(secret: string): Keys {
  const derived = (purpose: string, length?: number): Buffer => deriveKey(secret, `sealed-column/${purpose}`, length);
  const key = (purpose: string): KeyObject => createSecretKey(derived(purpose));
  return { id: derived('key-id', KEY_ID_BYTES).toString('hex'), seal: key('seal'), search: key('search') };
}

/** As JSON, so that no two cells give the same bytes. */
const placeBytes = ({ table, column, row }: CellRef): Buffer => Buffer.from(JSON.stringify([table, column, row]));

const searchHash = ({ search }: Keys, kind: string, value: string): string =>
  createHmac('sha256', search)
    .update(JSON.stringify([kind, value]))
    .digest('hex');

const sealings = new WeakMap<Sequelize, Sealing>();

/** Gives a database the secrets of its sealed columns. The stores open and seal with them. */
export const sealWith = (database: Sequelize, sealing: Sealing): void => {
  sealings.set(database, sealing);
};

/** The secrets of a database's sealed columns. @throws Error if it was opened without. */
export function sealingOf(database: Sequelize): Sealing {
  const sealing = sealings.get(database);
  if (sealing === undefined) throw new Error('The database was opened without the secrets of its sealed columns');
  return sealing;
}
