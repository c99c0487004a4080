/** Signed notes and checkpoints (C2SP signed-note and tlog-checkpoint), with Ed25519. Keys have the text form of Go's `golang.org/x/mod/sumdb/note`. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** The first byte of a key in a note: Ed25519. */
const ED25519 = Buffer.of(1);
/** What stands before the 32 bytes of a key in PKCS #8 and in SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** `PRIVATE+KEY+<name>+<hash>+<base64>`; a name has neither space nor plus. */
export const SIGNING_KEY = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;
/** `<name>+<hash>+<base64>` */
export const PUBLIC_KEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;

/** Tells keys of one name apart. */
const keyHash = (name: string, key: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(ED25519).update(key).digest().subarray(0, 4);

const written = (name: string, hash: Buffer, key: Uint8Array): string =>
  `${name}+${hash.toString('hex')}+${Buffer.concat([ED25519, key]).toString('base64')}`;

const partsOf = (pattern: RegExp, key: string): { name: string; hash: Buffer; bytes: Buffer } => {
  const [, name = '', hash = '', base64 = ''] = pattern.exec(key) ?? [];
  const [type, bytes] = [Buffer.from(base64, 'base64').subarray(0, 1), Buffer.from(base64, 'base64').subarray(1)];
  if (!type.equals(ED25519) || bytes.length !== 32) throw new Error('this is no Ed25519 key of a signed note');
  return { name, hash: Buffer.from(hash, 'hex'), bytes };
};

/** Signs the log's checkpoints. */
export interface Signer {
  /** The name of the key, which is the log's origin. */
  name: string;
  /** The public key, in its text form. */
  publicKey: string;
  /** A text that ends with a line break, with its signature. */
  sign(text: string): string;
}

/** A new signing key for a log of this origin. */
export function createSigningKey(name: string): string {
  const seed = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
  return signingKeyOf(name, seed);
}

/** The signing key with these 32 secret bytes. */
export function signingKeyOf(name: string, seed: Buffer): string {
  return `PRIVATE+KEY+${written(name, keyHash(name, publicBytes(seed)), seed)}`;
}

const privateKeyOf = (seed: Buffer) => createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
const publicBytes = (seed: Buffer): Buffer =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

/** @throws Error for a key that is damaged. */
export function openSigner(signingKey: string): Signer {
  const { name, hash, bytes: seed } = partsOf(SIGNING_KEY, signingKey);
  const own = keyHash(name, publicBytes(seed));
  if (!own.equals(hash)) throw new Error('the signing key is damaged: its hash does not fit');
  const key = privateKeyOf(seed);
  return {
    name,
    publicKey: written(name, own, publicBytes(seed)),
    sign: (text) => `${text}\n— ${name} ${Buffer.concat([own, sign(null, Buffer.from(text), key)]).toString('base64')}\n`,
  };
}

/** What a note says, if one of these public keys has signed it. @throws Error otherwise. */
export function openNote(note: string, publicKeys: readonly string[]): string {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  const isSigned = publicKeys.some((publicKey) => {
    const { name, hash, bytes } = partsOf(PUBLIC_KEY, publicKey);
    const key = createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
    return lines.some((line) => {
      const [, signer, base64 = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const signature = Buffer.from(base64, 'base64');
      return signer === name && signature.subarray(0, 4).equals(hash) && verify(null, Buffer.from(text), key, signature.subarray(4));
    });
  });
  if (end < 0 || !isSigned) throw new Error('no known key has signed the note');
  return text;
}

/** How many leaves the log has, and the root of their tree. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${root.toString('base64')}\n`;

/** The checkpoint of a note that one of these public keys has signed. @throws Error otherwise. */
export function openCheckpoint(note: string, publicKeys: readonly string[]): Checkpoint {
  const [, origin = '', size = '', root = ''] = /^(\S+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/.exec(openNote(note, publicKeys)) ?? [];
  if (origin === '') throw new Error('the note is no checkpoint');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}
