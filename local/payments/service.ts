// The sandbox payment provider, a separate process: node local/payments/service.ts
// It moves no money. Requests need `Authorization: Bearer <PAYMENTS_SECRET>`. The payment page is public.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import { z } from 'zod';
import { PAYOUT_FAULTS } from '../../rules/payout-details.ts';
import { ownHostOnly } from '../own-host.ts';
import type { Entry, PaymentEntry, PayoutEntry } from './book.ts';
import { openBook } from './book.ts';
import { FAULTS, openFaults } from './faults.ts';
import { hooks } from './hooks.ts';
import { pageOf } from './page.ts';

/** Milliseconds: the time until a bank confirms a payout, and the delay of a slow answer. */
const BANK = 300;
const SLOW = 10_000;

const settings = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PAYMENTS_PORT: z.coerce.number().int(),
    PAYMENTS_SECRET: z.string().min(32),
    /** Signs the webhooks. */
    PAYMENTS_HOOK_SECRET: z.string().min(32),
    /** The file of the records. */
    PAYMENTS_BOOK: z.string().min(1),
    /** The URL of the payment pages for a customer's browser. */
    PAYMENTS_PAGES: z.string().min(1),
  })
  .parse(process.env);

const tiyn = z.int().min(1);
const Pay = z.strictObject({ amount: tiyn, mode: z.enum(['hold', 'charge']), notify: z.url() });
const recipient = z.strictObject({
  ...{ account: z.string().min(1), name: z.string().min(1), identifier: z.string() },
  to: z.union([
    z.strictObject({ iban: z.string().regex(/^KZ[0-9A-Z]{18}$/), bic: z.string().min(8) }),
    z.strictObject({ card: z.strictObject({ token: z.string().min(1), lastFour: z.string().regex(/^\d{4}$/) }) }),
  ]),
});
const PayOut = z.strictObject({ recipient, amount: tiyn, notify: z.url() });
const Capture = z.strictObject({ amount: tiyn });
const Refund = z.strictObject({ id: z.string().min(1), amount: tiyn });
const Act = z.object({ act: z.enum(['approve', 'decline', 'close']) });
const Wish = z.strictObject({ fault: z.enum(FAULTS), about: z.string(), times: z.int().default(1) });
const Become = z.strictObject({
  status: z.enum(['cancelled', 'returned', 'takenBack', 'confirmed', 'refused']),
  amount: tiyn.optional(),
  reason: z.enum(PAYOUT_FAULTS).optional(),
});

/** A request that this provider refuses for good. */
class Never extends Error {}

const book = openBook(settings.PAYMENTS_BOOK);
const faults = openFaults();
const tell = hooks(settings.PAYMENTS_HOOK_SECRET, faults);

/** Creates or changes an entry. It is saved first and reported by webhook afterwards. */
function turn<Kind extends Entry>(entry: Kind, change: Partial<Kind>): Kind {
  const now = new Date();
  Object.assign(entry, change, { at: now.getTime() }, 'status' in change && change.status === 'captured' && { paidAt: now.toISOString() });
  book.entries.set(entry.id, entry);
  book.keep();
  void tell(entry);
  return entry;
}

const find = <Kind extends Entry['kind']>(kind: Kind, id: string): Extract<Entry, { kind: Kind }> | undefined => {
  const entry = book.entries.get(id);
  return entry?.kind === kind ? (entry as Extract<Entry, { kind: Kind }>) : undefined;
};
function known<Kind extends Entry['kind']>(kind: Kind, id: string): Extract<Entry, { kind: Kind }> {
  const entry = find(kind, id);
  if (entry === undefined) throw new Never(`no ${kind} ${id}`);
  return entry;
}
const byProviderId = (providerId: string): PaymentEntry | undefined =>
  [...book.entries.values()].find((each): each is PaymentEntry => each.kind === 'payment' && each.providerId === providerId);

/** Refuses a known id with different content, because the first request is binding. */
function create(id: string, { amount, mode, notify }: z.output<typeof Pay>): PaymentEntry {
  const before = find('payment', id);
  if (before && (before.asked !== amount || before.mode !== mode)) throw new Never(`${id} was another payment`);
  if (before) return before;
  const providerId = randomBytes(12).toString('hex');
  return turn({ kind: 'payment', id, providerId, mode, status: 'waiting', asked: amount, amount, refunds: {}, notify, at: 0 }, {});
}

function capture(id: string, { amount }: z.output<typeof Capture>): PaymentEntry {
  const entry = known('payment', id);
  if (entry.status === 'captured' && entry.amount === amount) return entry;
  if (entry.status !== 'held' || amount > entry.amount) throw new Never(`${id} is ${entry.status} with ${entry.amount}`);
  return turn(entry, { status: 'captured', amount });
}

/** Cancels an unpaid payment, or releases a held one. A request for one never does the other. */
function end(id: string, from: 'waiting' | 'held'): PaymentEntry {
  const entry = known('payment', id);
  if (entry.status === 'cancelled') return entry;
  if (entry.status !== from) throw new Never(`${id} is ${entry.status}`);
  return turn(entry, { status: 'cancelled' });
}

/** The sum of a payment that went back to the payer. */
const goneOf = ({ refunds, takenBack = 0 }: PaymentEntry): number => Object.values(refunds).reduce((sum, each) => sum + each, takenBack);

function refund(id: string, { id: own, amount }: z.output<typeof Refund>): PaymentEntry {
  const entry = known('payment', id);
  if (entry.refunds[own] === amount) return entry;
  const before = goneOf(entry);
  if (entry.refunds[own] !== undefined || entry.status !== 'captured' || before + amount > entry.amount)
    throw new Never(`${id} is ${entry.status} with ${entry.amount - before}`);
  return turn(entry, { refunds: { ...entry.refunds, [own]: amount } });
}

function payOut(id: string, { recipient: to, amount, notify }: z.output<typeof PayOut>): PayoutEntry {
  const before = find('payout', id);
  if (before && !(isDeepStrictEqual(before.recipient, to) && before.amount === amount)) throw new Never(`${id} was another payout`);
  if (before) return before;
  const entry = turn<PayoutEntry>({ kind: 'payout', id, status: 'sent', recipient: to, amount, notify, at: 0 }, {});
  void decide(entry);
  return entry;
}

/** Lets the bank decide after a delay. */
async function decide(entry: PayoutEntry): Promise<void> {
  if (faults.strikes('payout-slow', entry.id)) return;
  await pause(BANK, undefined, { ref: false });
  if (entry.status !== 'sent') return;
  if (faults.strikes('payout-account-closed', entry.id)) turn(entry, { status: 'refused', reason: 'account-closed' });
  else if (faults.strikes('payout-refused', entry.id)) turn(entry, { status: 'refused', reason: 'bank' });
  else turn(entry, { status: 'confirmed' });
}

/** Handles the customer's choice on the page. Closing the page changes nothing. */
function act(entry: PaymentEntry, { act: done }: z.output<typeof Act>): PaymentEntry {
  if (entry.status !== 'waiting' || done === 'close') return entry;
  if (done === 'decline' || faults.strikes('declined', entry.id)) return turn(entry, { status: 'declined' });
  return turn(entry, { status: entry.mode === 'hold' ? 'held' : 'captured' });
}

/** Simulates a bank's own later act: it drops a hold, takes back a payment, or decides on a payout. */
function become(id: string, { status, amount, reason }: z.output<typeof Become>): Entry {
  if (status === 'takenBack') return takeBack(known('payment', id), amount);
  if (status === 'cancelled') return turn(known('payment', id), { status });
  return turn(known('payout', id), { status, ...(reason !== undefined && { reason }) });
}

/** A hold is dropped as a whole. A chargeback takes a part or the rest of a charge. */
function takeBack(entry: PaymentEntry, amount = entry.amount - goneOf(entry)): PaymentEntry {
  if (entry.status === 'held') return turn(entry, { status: 'cancelled' });
  if (entry.status !== 'captured') throw new Never(`${entry.id} is ${entry.status}`);
  return turn(entry, { takenBack: (entry.takenBack ?? 0) + amount });
}

const shown = (entry: Entry): object => {
  const { notify: _, ...rest } = entry;
  return entry.kind === 'payment' ? { ...rest, page: `${settings.PAYMENTS_PAGES}/pay/${entry.providerId}` } : rest;
};

const PAYMENT = { waiting: 'open', declined: 'void', cancelled: 'void', held: 'held', captured: 'done' } as const;
const PAYOUT = { sent: 'open', confirmed: 'done', refused: 'void', returned: 'void' } as const;

/** The operations of an entry, as on a provider's list. */
function operationsOf(entry: Entry): object[] {
  const own = { about: entry.id, at: new Date(entry.at).toISOString() };
  if (entry.kind === 'payout') return [{ ...own, id: entry.id, kind: 'payout', amount: entry.amount, status: PAYOUT[entry.status] }];
  const { providerId, amount, status, refunds, takenBack = 0 } = entry;
  return [
    { ...own, id: providerId, kind: 'payment', amount, status: PAYMENT[status] },
    ...Object.entries(refunds).map(([id, sum]) => ({ ...own, id, kind: 'refund', amount: sum, status: 'done' })),
    ...(takenBack > 0 ? [{ ...own, id: `${providerId}/taken-back`, kind: 'chargeback', amount: takenBack, status: 'done' }] : []),
  ];
}

const keyHash = createHash('sha256').update(`Bearer ${settings.PAYMENTS_SECRET}`).digest();
const authorised: RequestHandler = (request, response, next) => {
  const given = createHash('sha256')
    .update(request.get('authorization') ?? '')
    .digest();
  if (!timingSafeEqual(given, keyHash)) return void response.status(401).json({ fault: 'who are you?' });
  next();
};

/** Handles a request of the platform, with the injected faults. */
const serve =
  (work: (id: string, body: unknown) => Entry | undefined): RequestHandler =>
  async (request, response) => {
    const id = String(request.params.id);
    if (faults.strikes('down', id)) return void request.socket.destroy();
    if (faults.strikes('slow', id)) await pause(SLOW);
    if (request.method !== 'GET' && faults.strikes('refused', id)) throw new Never('refused');
    const entry = work(id, request.body);
    if (request.method !== 'GET' && faults.strikes('answer-lost', id)) return void request.socket.destroy();
    if (entry === undefined) response.status(404).json({ fault: 'unknown' });
    else response.json(shown(entry));
  };

const app = express();
app.disable('x-powered-by');
app.use(ownHostOnly);
app.get('/healthz', (_, response) => void response.send('ok'));
app.get('/pay/:page', (request, response) => {
  const entry = byProviderId(request.params.page);
  if (entry === undefined) response.status(404).send('404');
  else response.send(pageOf(entry));
});
app.post('/pay/:page', express.urlencoded({ extended: false }), (request, response) => {
  const entry = byProviderId(String(request.params.page));
  if (entry === undefined) response.status(404).send('404');
  else response.send(pageOf(act(entry, Act.parse(request.body))));
});

app.use(authorised, express.json());
app.put(
  '/payments/:id',
  serve((id, body) => create(id, Pay.parse(body))),
);
app.get(
  '/payments/:id',
  serve((id) => find('payment', id)),
);
app.post(
  '/payments/:id/capture',
  serve((id, body) => capture(id, Capture.parse(body))),
);
app.post(
  '/payments/:id/close',
  serve((id) => end(id, 'waiting')),
);
app.post(
  '/payments/:id/release',
  serve((id) => end(id, 'held')),
);
app.post(
  '/payments/:id/refunds',
  serve((id, body) => refund(id, Refund.parse(body))),
);
app.put(
  '/payouts/:id',
  serve((id, body) => payOut(id, PayOut.parse(body))),
);
app.get(
  '/payouts/:id',
  serve((id) => find('payout', id)),
);

const Period = z.object({ from: z.coerce.date(), to: z.coerce.date() });
app.get('/entries', (request, response) => {
  const { from, to } = Period.parse(request.query);
  const changed = [...book.entries.values()].filter(({ at }) => at >= from.getTime() && at <= to.getTime());
  response.json(changed.flatMap(operationsOf));
});

app.get('/control/book', (_, response) => void response.json([...book.entries.values()].map(shown)));
app.post('/control/faults', (request, response) => {
  faults.wish(Wish.parse(request.body));
  response.json({});
});
app.post('/control/become/:id', (request, response) => void response.json(shown(become(request.params.id, Become.parse(request.body)))));

app.use((error: Error, _request: Request, response: Response, _next: NextFunction) => {
  const status = error instanceof Never ? 422 : error instanceof z.ZodError ? 400 : 500;
  response.status(status).json({ fault: error.message });
});

for (const entry of book.entries.values()) if (entry.kind === 'payout' && entry.status === 'sent') void decide(entry);
const server = app.listen(settings.PAYMENTS_PORT, settings.HOST);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
