/** A page of another site gets nothing from the programs of this machine, by whatever way it makes a browser ask them. */
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { isOwnRequest } from './own-host.ts';

const PROGRAMS: Record<string, string> = {
  'the mailbox': `${process.env.MAILBOX_URL}/api/email`,
  'the outbox of texts': `${process.env.SMS_OUTBOX_URL}/messages`,
  'a page of the outbox': `${process.env.SMS_OUTBOX_URL}/`,
  'the payment provider': `${process.env.PAYMENTS_URL}/healthz`,
  'the time stamp authority': `${process.env.TIMESTAMP_URL?.replace(/\/$/, '')}/healthz`,
};

/** Asks as a browser does. `fetch` lets nobody set the Host. */
const ask = (url: string, headers: IncomingHttpHeaders, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.once('error', reject).end();
  });

const sharing = (headers: IncomingHttpHeaders): string[] => Object.keys(headers).filter((name) => name.startsWith('access-control-'));

describe.each(Object.entries(PROGRAMS))('%s', (_, url) => {
  const { host, port } = new URL(url);

  it('answers this machine', async () => {
    for (const own of [host, `localhost:${port}`, `[::1]:${port}`]) {
      const { status, headers } = await ask(url, { host: own });
      expect([own, status]).toEqual([own, 200]);
      expect(sharing(headers)).toEqual([]);
    }
    expect((await ask(url, { host, origin: `http://${host}` })).status).toBe(200);
  });

  it('answers no page of another site', async () => {
    const foreign: IncomingHttpHeaders[] = [
      { host: `rebound.evil.example:${port}` },
      { host: 'rebound.evil.example' },
      { host: `127.0.0.1.evil.example:${port}` },
      { host: `localhost.evil.example:${port}` },
      { host, origin: 'https://evil.example' },
      { host, origin: 'null' },
      { host, origin: 'http://127.0.0.1:1' },
    ];
    for (const headers of foreign) {
      const got = await ask(url, headers);
      expect([headers, got.status]).toEqual([headers, 403]);
      expect(got.body).toMatch(/answers this machine alone/);
      expect(sharing(got.headers)).toEqual([]);
      expect((await ask(url, { ...headers, 'access-control-request-method': 'GET' }, 'OPTIONS')).status).toBe(403);
    }
  });
});

it.each<[string, boolean]>([
  ['127.0.0.1:1080', true],
  ['localhost', true],
  ['[::1]:1080', true],
  ['payments:4100', true],
  ['', false],
  ['a.b', false],
  ['payments.evil.example', false],
  ['127.0.0.1:1080@evil.example', false],
])('a request for the host %s is own: %s', (host, isOwn) => {
  expect(isOwnRequest({ host })).toBe(isOwn);
});
