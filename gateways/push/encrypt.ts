/** Seals a message for one browser (RFC 8291, aes128gcm of RFC 8188): the push service that carries it cannot read it. */
import type { ECDH } from 'node:crypto';
import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gives with its subscription: base64url. */
export interface BrowserKeys {
  p256dh: string;
  auth: string;
}

const CURVE = 'prime256v1';
/** The largest record of the format. A message is one record. */
const RECORD = 4_096;
/** Ends the last record. */
const LAST = Buffer.of(2);

function newPair(): ECDH {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return pair;
}

const derived = (from: Uint8Array, salt: Uint8Array, info: string | Uint8Array, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', from, salt, info, length));

/** Whether it is a point of the curve, so that a message can be sealed for it. */
export function isBrowserKey(p256dh: string): boolean {
  try {
    newPair().computeSecret(Buffer.from(p256dh, 'base64url'));
    return true;
  } catch {
    return false;
  }
}

/** @param salt and @param pair new for each message: the defaults are */
export function sealForBrowser(message: string, { p256dh, auth }: BrowserKeys, salt = randomBytes(16), pair = newPair()): Buffer {
  const browser = Buffer.from(p256dh, 'base64url');
  const own = pair.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser, own]);
  const secret = derived(pair.computeSecret(browser), Buffer.from(auth, 'base64url'), info, 32);
  const key = derived(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derived(secret, salt, 'Content-Encoding: nonce\0', 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sealed = [cipher.update(message, 'utf8'), cipher.update(LAST), cipher.final(), cipher.getAuthTag()];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD);
  return Buffer.concat([salt, size, Buffer.of(own.length), own, ...sealed]);
}
