// The SMS outbox, a separate process: node local/sms/service.ts
// For development only: its page shows everything, including one-time codes. It listens only on this machine.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { z } from 'zod';
import { segmentsOf } from '../../gateways/sms/segments.ts';
import { ownHostOnly } from '../own-host.ts';
import { openFaults } from '../payments/faults.ts';
import type { Fault } from './faults.ts';
import { FAULTS } from './faults.ts';
import type { Message } from './page.ts';
import { pageOf } from './page.ts';

/** Milliseconds. */
const SLOW = 10_000;
/** How many of the latest messages are kept. */
const MAX_MESSAGES = 1_000;

const settings = z
  .object({
    SMS_PORT: z.coerce.number().int(),
    /** The file that keeps the messages over a restart. */
    SMS_KEPT: z.string().min(1),
  })
  .parse(process.env);

const New = z.object({ id: z.string().min(1), to: z.string().regex(/^\+\d{8,15}$/), text: z.string().min(1) });
const Ids = z.object({ ids: z.string().transform((ids) => z.array(z.string()).parse(JSON.parse(ids))) });
const Wish = z.strictObject({ fault: z.enum(FAULTS), about: z.string(), times: z.int().default(1) });

/** Latest first. */
let messages: Message[] = existsSync(settings.SMS_KEPT) ? JSON.parse(readFileSync(settings.SMS_KEPT, 'utf8')) : [];
const faults = openFaults<Fault>();

/** Saves before anything is answered. */
function keep(next: Message[]): void {
  messages = next.slice(0, MAX_MESSAGES);
  writeFileSync(`${settings.SMS_KEPT}.next`, JSON.stringify(messages), { mode: 0o600 });
  renameSync(`${settings.SMS_KEPT}.next`, settings.SMS_KEPT);
}

/** A repeated id is the same message. */
function take({ id, to, text }: z.output<typeof New>): Message {
  const before = messages.find((message) => message.id === id);
  if (before) return before;
  const status = faults.strikes('undelivered', to) ? 'undeliverable' : 'delivered';
  const message: Message = { id, to, text, segments: segmentsOf(text), status, at: new Date().toISOString() };
  keep([message, ...messages]);
  return message;
}

const app = express();
app.disable('x-powered-by');
app.use(ownHostOnly);
app.use(express.json(), express.urlencoded({ extended: false }));
app.get('/healthz', (_, response) => void response.send('ok'));
app.get('/', (_, response) => void response.send(pageOf(messages)));
app.get('/messages', (request, response) => {
  // An unescaped plus arrives as a space.
  const to = typeof request.query.to === 'string' ? request.query.to.replace(/^ /, '+') : undefined;
  response.json(messages.filter((message) => to === undefined || message.to === to));
});
app.post('/messages', async (request, response) => {
  const given = New.parse(request.body);
  if (faults.strikes('down', given.to)) return void request.socket.destroy();
  if (faults.strikes('slow', given.to)) await pause(SLOW);
  if (faults.strikes('refused', given.to)) return void response.json({ refused: 'on demand' });
  const message = take(given);
  if (faults.strikes('answer-lost', given.to)) return void request.socket.destroy();
  response.json(message);
});
app.post('/reports', (request, response) => {
  const { ids } = Ids.parse(request.body);
  response.json(messages.filter(({ id }) => ids.includes(id)).map(({ id, status }) => ({ id, status })));
});
app.post('/control/faults', (request, response) => {
  faults.wish(Wish.parse(request.body));
  response.json({});
});

const server = app.listen(settings.SMS_PORT, '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
