/** A push service and a browser behind it: it keeps what it gets, checks who signed it, and opens it with the keys of the browser. */
import type { ECDH } from 'node:crypto';
import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, randomUUID, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  /** As `JSON.parse` gives it. */
  message: { title: string; body: string; path: string };
  urgency: string | undefined;
  /** Who signed it: the public key, whose signature held, and what it says. */
  key: string | undefined;
  claims: { aud: string; sub: string; exp: number };
}

export interface PushBrowser {
  /** What the browser gives the page. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  received: Received[];
  /** From now on the service answers so. */
  answers(status: number): void;
}

export interface PushService {
  origin: string;
  browser(): PushBrowser;
  close(): void;
}

const hmac = (key: Uint8Array, ...parts: (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHmac('sha256', key)).digest();
const one = Buffer.of(1);

/** Opens a message as a browser does (RFC 8291). */
export function opened(body: Buffer, pair: ECDH, auth: Uint8Array): string {
  const salt = body.subarray(0, 16);
  const length = body[20] as number;
  const sender = body.subarray(21, 21 + length);
  const sealed = body.subarray(21 + length);
  const secret = hmac(hmac(auth, pair.computeSecret(sender)), 'WebPush: info\0', pair.getPublicKey(), sender, one);
  const from = hmac(salt, secret);
  const key = hmac(from, 'Content-Encoding: aes128gcm\0', one).subarray(0, 16);
  const nonce = hmac(from, 'Content-Encoding: nonce\0', one).subarray(0, 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  if (plain.at(-1) !== 2) throw new Error('the record does not end the message');
  return plain.subarray(0, -1).toString();
}

/** Who signed a message (RFC 8292). No key if the signature does not hold. */
function signerOf(authorization = ''): Pick<Received, 'key' | 'claims'> {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url')) as [string, string];
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  return { key: holds ? key : undefined, claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) };
}

export async function openPushService(): Promise<PushService> {
  const browsers = new Map<string, (body: Buffer, headers: NodeJS.Dict<string | string[]>) => number>();
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    response.writeHead(browsers.get(request.url ?? '')?.(body, request.headers) ?? 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    browser() {
      const pair = createECDH('prime256v1');
      const [p256dh, auth, path] = [pair.generateKeys('base64url'), randomBytes(16), `/${randomUUID()}`];
      const received: Received[] = [];
      let status = 201;
      browsers.set(path, (body, headers) => {
        const message = JSON.parse(opened(body, pair, auth));
        received.push({ message, urgency: headers.urgency as string | undefined, ...signerOf(headers.authorization as string) });
        return status;
      });
      return {
        subscription: { endpoint: origin + path, keys: { p256dh, auth: auth.toString('base64url') } },
        received,
        answers: (other) => {
          status = other;
        },
      };
    },
    close: () => void server.close(),
  };
}
