/** The development authority over HTTP, on this machine alone. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { z } from 'zod';
import { ownHostOnly } from '../own-host.ts';
import { openFaults } from '../payments/faults.ts';
import type { Authority, Kept } from './authority.ts';
import { createAuthority, FLAWS, openAuthority, ROLES } from './authority.ts';
import type { Fault } from './faults.ts';
import { FAULTS } from './faults.ts';
import { BRANCHES } from './hierarchy.ts';
import { KINDS } from './keys.ts';

/** Milliseconds. */
const SLOW = 60_000;
const DAY = 86_400_000;

const FaultWish = z.strictObject({ fault: z.enum(FAULTS), about: z.string().default(''), times: z.int().default(1) });
const CertificateWish = z.strictObject({
  kind: z.enum(KINDS).optional(),
  name: z.string().min(1).max(200),
  iin: z.string().regex(/^\d{12}$/),
  company: z
    .strictObject({
      name: z.string().min(1).max(200),
      bin: z.string().regex(/^\d{12}$/),
      role: z.enum(Object.keys(ROLES) as [keyof typeof ROLES]),
    })
    .optional(),
  flaw: z.enum(FLAWS).optional(),
});

export interface RunningAuthority extends Authority {
  url: string;
  /** As an allow-list names it. */
  host: string;
  /** Makes the next answers faulty. */
  wish(fault: Fault, times?: number): void;
  close(): void;
}

/**
 * Runs an authority on 127.0.0.1 in this process: for tests without arguments, with new keys and any free port. `stored` keeps it over a restart; the
 * addresses in its certificates have the port, so it keeps that too.
 */
export async function runAuthority(port = 0, stored?: { read(): Kept | null; write(kept: Kept): void }): Promise<RunningAuthority> {
  const app = express();
  const server: Server = app.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const found = stored?.read();
  const kept = found?.url === url ? found : await createAuthority(url);
  stored?.write(kept);
  const authority = await openAuthority(kept, stored?.write);
  const faults = openFaults<Fault>();
  const strikes = (fault: Fault): boolean => faults.strikes(fault, '');

  app.disable('x-powered-by');
  app.use(ownHostOnly);
  // A connection that is kept may close just when the next request is on its way.
  app.use((_, response, next) => {
    response.set('Connection', 'close');
    next();
  });
  app.get('/healthz', (_, response) => void response.send('ok'));
  app.get('/roots.pem', (_, response) => void response.type('text').send(authority.roots));
  app.post('/control/faults', express.json(), (request, response) => {
    faults.wish(FaultWish.parse(request.body));
    response.json({});
  });
  app.post('/certificates', express.json(), (request, response) => {
    const { certificate, key } = authority.issue(CertificateWish.parse(request.body));
    response.status(201).json({ certificate: certificate.toString('base64'), key: key.pkcs8.toString('base64') });
  });
  app.post('/ocsp/:branch', express.raw({ type: 'application/ocsp-request' }), async (request, response) => {
    const branch = BRANCHES.find((each) => each === request.params.branch);
    if (branch === undefined) return void response.status(404).end();
    if (strikes('ocsp-down')) return void request.socket.destroy();
    if (strikes('ocsp-slow')) await pause(SLOW, undefined, { ref: false });
    if (strikes('ocsp-redirect')) return void response.redirect(307, `${url}/ocsp/${branch}`);
    response.type('application/ocsp-response').send(authority.ocsp(branch, request.body, strikes));
  });
  app.get('/crl/:name', (request, response) => {
    if (strikes('crl-down')) return void request.socket.destroy();
    if (strikes('crl-redirect')) return void response.redirect(307, `${url}/crl/${request.params.name}`);
    const list = authority.list(request.params.name, strikes);
    if (list === null) return void response.status(404).end();
    response.type('application/pkix-crl').send(list);
  });
  app.post('/tsp', express.raw({ type: 'application/timestamp-query' }), async (request, response) => {
    const changes = strikes('time-future') ? { at: new Date(Date.now() + DAY) } : {};
    response.type('application/timestamp-reply').send(await authority.time.reply(request.body, changes));
  });

  return {
    ...authority,
    ...{ url, host },
    wish: (fault, times = 1) => faults.wish({ fault, about: '', times }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
