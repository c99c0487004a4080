/**
 * Restricted data (7.2) in a column: IIN and documents are encrypted with AES-256-GCM and found again by a keyed hash. A reader of the
 * database without the secret learns nothing of them. A value that was moved to another row, column or table does not open.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** The place of a value: it opens nowhere else. */
export interface CellRef {
  table: string;
  column: string;
  row: string;
}

export interface Sealing {
  /** The bytes to store. The same value sealed twice gives others. */
  seal(value: string, place: CellRef): Buffer;
  /** The value. Throws Error for bytes that were changed, moved, or sealed with a secret that is not given. */
  open(sealed: Uint8Array, place: CellRef): string;
  /** The bytes were sealed with an older secret: open them and seal the value again. */
  isOutdated(sealed: Uint8Array): boolean;
  /** What is stored beside a sealed value to find it by. `kind` keeps apart what happens to be written alike: 'iin', 'number'. */
  searchHash(kind: string, value: string): string;
  /** The hashes under which a value may be stored: the present one first, then those of older secrets. A search asks for any of them. */
  searchHashes(kind: string, value: string): string[];
}

const FORMAT = 1;
const KEY_ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES + IV_BYTES + TAG_BYTES;

interface Keys {
  id: string;
  seal: Buffer;
  search: Buffer;
}

/**
 * Seals with the first of the secrets (32 bytes in hex each) and opens with all of them: to change the secret, put a new one before the old,
 * seal again what is outdated, and drop the old. Throws Error for a secret that is none, and where there is none.
 */
export function openSealing(secrets: readonly string[]): Sealing {
  const keys = secrets.map(keysOf);
  const [present] = keys;
  if (present === undefined) throw new Error('No secret to seal with');

  const keysFor = (sealed: Buffer): Keys => {
    if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw new Error('Not a sealed value');
    const id = sealed.toString('hex', 1, 1 + KEY_ID_BYTES);
    const found = keys.find((each) => each.id === id);
    if (found === undefined) throw new Error(`Sealed with a secret that is not given: ${id}`);
    return found;
  };

  return {
    seal(value, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', present.seal, iv);
      cipher.setAAD(placeBytes(place));
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), Buffer.from(present.id, 'hex'), iv, cipher.getAuthTag(), body]);
    },
    open(given, place) {
      const sealed = Buffer.from(given);
      const { seal } = keysFor(sealed);
      const [iv, tag] = [sealed.subarray(1 + KEY_ID_BYTES, HEAD_BYTES - TAG_BYTES), sealed.subarray(HEAD_BYTES - TAG_BYTES, HEAD_BYTES)];
      const decipher = createDecipheriv('aes-256-gcm', seal, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(placeBytes(place));
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
    },
    isOutdated: (sealed) => keysFor(Buffer.from(sealed)) !== present,
    searchHash: (kind, value) => searchHash(present, kind, value),
    searchHashes: (kind, value) => keys.map((each) => searchHash(each, kind, value)),
  };
}

/** Derives three independent keys from one secret (RFC 5869). */
function keysOf(secret: string): Keys {
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new Error('A secret must be 32 bytes in hex');
  const derived = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', `akjet/sealed-column/${purpose}`, length));
  return { id: derived('key-id', KEY_ID_BYTES).toString('hex'), seal: derived('seal', 32), search: derived('search', 32) };
}

/** As JSON, so that no two places give the same bytes. */
const placeBytes = ({ table, column, row }: CellRef): Buffer => Buffer.from(JSON.stringify([table, column, row]));

const searchHash = ({ search }: Keys, kind: string, value: string): string =>
  createHmac('sha256', search)
    .update(JSON.stringify([kind, value]))
    .digest('hex');
