/** The operator's name for push services (VAPID, RFC 8292): a token that only the owner of the key makes, for one service and half a day. */
import { createECDH, createPrivateKey, sign } from 'node:crypto';

export interface VapidKeys {
  /** The uncompressed point, base64url. Browsers subscribe with it. */
  publicKey: string;
  /** 32 bytes, base64url. */
  privateKey: string;
}

const LASTS = 12 * 3_600;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The public half of a private key. @throws for what is no key */
export function publicKeyOf(privateKey: string): string {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  return pair.getPublicKey('base64url');
}

export function createVapidKeys(): VapidKeys {
  const pair = createECDH('prime256v1');
  return { publicKey: pair.generateKeys('base64url'), privateKey: pair.getPrivateKey('base64url') };
}

/** The header `Authorization` of a message. `contact`: where a push service finds the operator, `mailto:…`. */
export function vapidHeader(endpoint: string, { publicKey, privateKey }: VapidKeys, contact: string): string {
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url')) as [string, string];
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d: privateKey, x, y } });
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(Date.now() / 1_000) + LASTS, sub: contact };
  const said = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return `vapid t=${said}.${signature}, k=${publicKey}`;
}
