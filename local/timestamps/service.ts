// The time stamp authority of a development stack, a separate process: node local/timestamps/service.ts
// Its root is made up. It listens only on this machine.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { z } from 'zod';
import { ownHostOnly } from '../own-host.ts';
import { openFaults } from '../payments/faults.ts';
import type { Kept } from './authority.ts';
import { createAuthority, openAuthority } from './authority.ts';
import type { Fault } from './faults.ts';
import { FAULTS } from './faults.ts';

/** Milliseconds. */
const SLOW = 60_000;

const settings = z
  .object({
    TIMESTAMPS_PORT: z.coerce.number().int(),
    /** The file that keeps key and certificates over a restart, and the one with the root as PEM. */
    TIMESTAMPS_KEPT: z.string().min(1),
    TIMESTAMPS_ROOTS: z.string().min(1),
  })
  .parse(process.env);

const Wish = z.strictObject({ fault: z.enum(FAULTS), about: z.string().default(''), times: z.int().default(1) });

async function keptAuthority(): Promise<Kept> {
  if (existsSync(settings.TIMESTAMPS_KEPT)) return JSON.parse(readFileSync(settings.TIMESTAMPS_KEPT, 'utf8'));
  const made = await createAuthority();
  writeFileSync(settings.TIMESTAMPS_KEPT, JSON.stringify(made), { mode: 0o600 });
  return made;
}

const [authority, stranger] = await Promise.all([keptAuthority().then(openAuthority), createAuthority('Посторонний').then(openAuthority)]);
writeFileSync(settings.TIMESTAMPS_ROOTS, authority.root);
const faults = openFaults<Fault>();

const app = express();
app.disable('x-powered-by');
app.use(ownHostOnly);
app.get('/healthz', (_, response) => void response.send('ok'));
app.post('/control/faults', express.json(), (request, response) => {
  faults.wish(Wish.parse(request.body));
  response.json({});
});
app.post('/', express.raw({ type: 'application/timestamp-query' }), async (request, response) => {
  // A fault is wished for requests whose bytes, in hex, contain its `about`: the hash of a document.
  const asked = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const strikes = (fault: Fault): boolean => faults.strikes(fault, asked.toString('hex'));
  if (strikes('down')) return void request.socket.destroy();
  if (strikes('slow')) await pause(SLOW, undefined, { ref: false });
  const changes = {
    refuse: strikes('refused'),
    ...(strikes('wrong-nonce') && { nonce: Buffer.from('40ffffff', 'hex') }),
    ...(strikes('wrong-document') && { document: Buffer.from('another document') }),
  };
  const reply = await (strikes('stranger') ? stranger : authority).reply(asked, changes);
  response.type('application/timestamp-reply').send(reply);
});

const server = app.listen(settings.TIMESTAMPS_PORT, '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
