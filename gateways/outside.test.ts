/** Whoever we ask outside may be broken or hostile: every adapter that asks over HTTP is tried with servers that redirect, drip and flood. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { addresses, certificateOf } from '../local/authority/certificates.ts';
import { newKey } from '../local/authority/keys.ts';
import { openSigex } from './egov/sigex.ts';
import { sandboxPayments } from './payments/sandbox.ts';
import { openClient } from './payments/tiptoppay/client.ts';
import { readCertificate } from './pki/certificate.ts';
import { openPush } from './push/open.ts';
import { createVapidKeys } from './push/vapid.ts';
import { s3Place } from './second-place/s3.ts';
import { askNcanode } from './signatures/ncanode.ts';
import type { Signer } from './signatures/port.ts';
import { askStandings } from './signatures/revocation.ts';
import { mobizon } from './sms/mobizon.ts';
import { outbox } from './sms/outbox.ts';
import { smsc } from './sms/smsc.ts';
import { rfc3161 } from './timestamps/rfc3161.ts';

const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const message = { id: 'dispute/1/1/0', to: '+77011234567', text: 'A claim', again: false };
const secret = 's'.repeat(40);
const push = createVapidKeys();

/** Asks how a certificate stands that names one address. */
function standing(named: { ocsp?: string; crl?: string }): Promise<unknown> {
  const [key, now] = [newKey('ecdsa'), new Date()];
  const owner = { commonName: 'x' };
  const draft = { owner, spki: key.spki, notBefore: now, notAfter: now, extensions: addresses(named) };
  const certificate = readCertificate(certificateOf(draft, { owner, key }));
  const hosts = [new URL(named.ocsp ?? named.crl ?? '').host];
  const asking = { allowed: { hosts, mayBeInside: true }, timeout: 1_000, received: now, now };
  return askStandings(asking, { ocsp: [], crls: [] })(certificate, certificate);
}

/** Each adapter at an address: what it asks first. */
const ADAPTERS: Record<string, (url: string) => Promise<unknown>> = {
  mobizon: (url) => mobizon({ url, key: 'kz0123456789' }).send(message),
  smsc: (url) => smsc({ url, login: 'login', password: 'password' }).send(message),
  outbox: (url) => outbox(url).send(message),
  'payments, a payment': (url) =>
    sandboxPayments({ url, secret, hookSecret: secret, notify: url, hookSeconds: 300 }).create({
      id: 'payment/1/1/0',
      amount: 1n,
      mode: 'hold',
    }),
  'payments, a look': (url) => sandboxPayments({ url, secret, hookSecret: secret, notify: url, hookSeconds: 300 }).find('payment/1/1/0'),
  'payments by TipTopPay': (url) => openClient({ url, publicId: 'pk_1', apiSecret: secret })('/payments/find', {}),
  push: (url) =>
    openPush({
      ...{
        PUSH_PUBLIC_KEY: push.publicKey,
        PUSH_PRIVATE_KEY: push.privateKey,
        PUSH_SERVICES: [url],
        OPERATOR_CONTACT_EMAIL: 'x@example.kz',
      },
    })?.send({ endpoint: `${url}/x`, p256dh: push.publicKey, auth: 'A'.repeat(22) }, 'x', false) as Promise<unknown>,
  sigex: (url) => openSigex(url).register('A contract'),
  'the second place': (url) =>
    s3Place({ endpoint: url, region: 'kz-1', bucket: 'log', prefix: '' }, { keyId: 'x', secret: 'y' }, { timeout: 5_000 }).read('x'),
  'revocation by OCSP': (url) => standing({ ocsp: `${url}/ocsp` }),
  'revocation by a list': (url) => standing({ crl: `${url}/crl` }),
  ncanode: (url) => askNcanode({ url, timeout: 1_000 }, { document: Buffer.of(1), cms: Buffer.of(2), signer: {} as Signer }),
  'time stamps': (url) => rfc3161({ url, roots: '', timeout: 5_000 }).stamp(Buffer.from('x')),
};
const names = Object.keys(ADAPTERS);
const ask = (name: string, url: string): Promise<unknown> => (ADAPTERS[name] as (typeof ADAPTERS)[string])(url);

it('every adapter that asks over HTTP is tried here, and asks by the one function', () => {
  const product = ['activities', 'anchors', 'api', 'documents', 'gateways', 'lives', 'models', 'notices', 'rules', 'workflows'];
  const files = product.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`));
  const sources = ['server.ts', 'worker.ts', 'platform.ts', ...files].filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const having = (pattern: RegExp) => sources.filter((name) => pattern.test(readFileSync(name, 'utf8'))).toSorted();
  expect(sources.length).toBeGreaterThan(300);
  expect(having(/from '((\.\.\/)+outside|\.\/asking)\.ts'/)).toEqual([
    'gateways/egov/sigex.ts',
    'gateways/payments/sandbox.ts',
    'gateways/payments/tiptoppay/client.ts',
    'gateways/push/open.ts',
    'gateways/second-place/s3.ts',
    'gateways/signatures/ncanode.ts',
    'gateways/signatures/revocation.ts',
    'gateways/sms/asking.ts',
    'gateways/sms/mobizon.ts',
    'gateways/sms/outbox.ts',
    'gateways/sms/smsc.ts',
    'gateways/timestamps/rfc3161.ts',
  ]);
});

describe.each(names)('%s', (name) => {
  it.each([301, 302, 303, 307, 308])('follows no redirect (%i), so that its key goes nowhere else', async (status) => {
    let elsewhere = 0;
    const target = await serve((_request, response) => {
      elsewhere++;
      response.end('{}');
    });
    let asked = 0;
    const url = await serve((request, response) => {
      asked++;
      response.writeHead(status, { location: target + request.url }).end();
    });
    await expect(ask(name, url)).rejects.toThrow();
    expect([asked, elsewhere]).toEqual([1, 0]);
    // Control: who follows a redirect gets there.
    await fetch(url, { method: 'POST', redirect: 'follow' });
    expect(elsewhere).toBe(1);
  });

  it('reads no endless answer', async () => {
    let sent = 0;
    const url = await serve(async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      const chunk = Buffer.alloc(64 * 1_024, ' ');
      const chunks = function* () {
        for (; sent < 200_000_000; sent += chunk.length) yield chunk;
      };
      // It fails when the reader goes.
      await pipeline(Readable.from(chunks()), response).catch(() => undefined);
    });
    await expect(ask(name, url)).rejects.toThrow();
    // What is read is bounded by a megabyte; the rest waits in the buffers of the connection.
    expect(sent).toBeLessThan(20_000_000);
  });
});

it.each(names)(
  '%s: an answer that drips without end is given up in time',
  async (name) => {
    const url = await serve(async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      while (!response.destroyed) {
        response.write(' ');
        await pause(200, undefined, { ref: false });
      }
    });
    const from = performance.now();
    await expect(ask(name, url)).rejects.toThrow();
    expect(performance.now() - from).toBeLessThan(60_000);
  },
  90_000,
);
