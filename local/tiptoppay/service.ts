// A stand-in of TipTopPay, a separate process: node local/tiptoppay/service.ts
// It moves no money and behaves as the provider's documentation says. It shares no code with the adapter that is tried against it.
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import { z } from 'zod';
import { ownHostOnly } from '../own-host.ts';
import { openFaults } from '../payments/faults.ts';
import { openBank, Refusal } from './bank.ts';
import type { Transaction } from './book.ts';
import { NOTIFICATIONS, openBook } from './book.ts';
import type { Fault } from './faults.ts';
import { FAULTS } from './faults.ts';
import type { Method } from './methods.ts';
import { methodsOf, OfTransaction, TopUp } from './methods.ts';
import { notifications } from './notifications.ts';
import { orderPage, securePage } from './page.ts';

/** Milliseconds: the delay of a slow answer, and how long an answer is kept for its X-Request-ID. */
const SLOW = 10_000;
const KEPT = 3_600_000;

const settings = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    TIPTOPPAY_PORT: z.coerce.number().int(),
    TIPTOPPAY_PUBLIC_ID: z.string().min(1),
    TIPTOPPAY_API_SECRET: z.string().min(1),
    /** The file of the records. */
    TIPTOPPAY_BOOK: z.string().min(1),
    /** The URL of the pages for a payer's browser. */
    TIPTOPPAY_PAGES: z.string().min(1),
  })
  .parse(process.env);

const book = openBook(settings.TIPTOPPAY_BOOK);
const faults = openFaults<Fault>();
const bank = openBank(book, faults, notifications(book, settings.TIPTOPPAY_API_SECRET, faults));

const hash = (value: string): Buffer => createHash('sha256').update(value).digest();
const login = hash(`Basic ${btoa(`${settings.TIPTOPPAY_PUBLIC_ID}:${settings.TIPTOPPAY_API_SECRET}`)}`);
const authorised: RequestHandler = (request, response, next) => {
  if (timingSafeEqual(hash(request.get('authorization') ?? ''), login)) next();
  else response.status(401).end();
};

const isRefusedPayout = (model: object | undefined, body: unknown): boolean =>
  TopUp.safeParse(body).success && (model as { Status?: string } | undefined)?.Status === 'Declined';

/** A refused request is an answer too: 200, and `Success` is false. A transaction that the bank declined comes with `Success` false and a model. */
function carryOut({ work }: Method, body: unknown): object {
  try {
    const model = work(body);
    return { ...(model && { Model: model }), Success: !isRefusedPayout(model, body), Message: null };
  } catch (error) {
    if (error instanceof Refusal) return { Success: false, Message: error.message };
    if (error instanceof z.ZodError) return { Success: false, Message: `Invalid ${error.issues[0]?.path.join('.')} value` };
    throw error;
  }
}

/** Methods that change nothing. */
const READS = /\/(test|get|find|list)$/;

const serve =
  (called: Method): RequestHandler =>
  async (request, response) => {
    const changes = !READS.test(request.path);
    const about = aboutOf(called, request.body);
    if (faults.strikes('down', about)) return void request.socket.destroy();
    if (faults.strikes('maintenance', about)) return void response.status(503).type('html').send('<h1>Технические работы</h1>');
    if (faults.strikes('too-many', about)) return void response.status(429).end();
    if (faults.strikes('slow', about)) await pause(SLOW);
    const key = request.get('x-request-id');
    const kept = key === undefined ? undefined : book.answers[key];
    const isKept = kept !== undefined && kept.at > Date.now() - KEPT;
    const isRefused = !isKept && changes && faults.strikes('refused', about);
    const body = isKept ? kept.body : isRefused ? { Success: false, Message: 'Operation is not allowed' } : carryOut(called, request.body);
    // Only what was carried out is kept for its key.
    if (key !== undefined && (body as { Success: boolean }).Success) book.answers[key] = { at: kept?.at ?? Date.now(), body };
    book.keep();
    if (changes && faults.strikes('answer-lost', about)) return void request.socket.destroy();
    response.json(body);
  };

const aboutOf = (called: Method, body: unknown): string => {
  try {
    return called.about(body);
  } catch {
    return '';
  }
};

const app = express();
app.disable('x-powered-by');
app.use(ownHostOnly);
app.get('/healthz', (_, response) => void response.send('ok'));

const form = express.urlencoded({ extended: false });
const Act = z.object({ act: z.enum(['approve', 'decline', 'secure']), reason: z.coerce.number().int().default(5051) });
app.get('/d/:order', (request, response) => {
  const order = book.orders.find((each) => each.id === request.params.order);
  if (order === undefined) response.status(404).send('404');
  else response.send(orderPage(order));
});
app.post('/d/:order', form, async (request, response) => {
  const order = book.orders.find((each) => each.id === request.params.order);
  if (order === undefined) return void response.status(404).send('404');
  const { act, reason } = Act.parse(request.body);
  const made = await bank.attempt(order, { reason: act === 'decline' ? reason : 0, secure: act === 'secure' });
  if (typeof made === 'number') return void response.send(orderPage(order, `Платёж не принят (код ${made})`));
  if (made.status === 'AwaitingAuthentication') return void response.send(securePage(made));
  response.send(orderPage(order, made.reason === 0 ? '' : `Отклонено: ${made.reason}`));
});
app.post('/secure/:transaction', form, (request, response) => {
  const { act } = Act.parse(request.body);
  const attempt = bank.authenticate(bank.find(Number(request.params.transaction)), act === 'approve' ? 0 : 5206);
  response.send(`<p>${attempt.status}</p>`);
});

app.use(authorised, express.json());
for (const [path, called] of Object.entries(methodsOf(book, bank, faults, settings.TIPTOPPAY_PAGES))) app.post(path, serve(called));
app.post('/site/notifications/:type/update', (request, response) => {
  const type = z.enum(NOTIFICATIONS).parse(request.params.type.toLowerCase());
  const { Address, IsEnabled } = z.object({ Address: z.url(), IsEnabled: z.boolean() }).parse(request.body);
  if (IsEnabled) book.addresses[type] = Address;
  else delete book.addresses[type];
  book.keep();
  response.json({ Success: true, Message: null });
});

// What no merchant can do: the faults, the acts of banks, and records that do not agree.
const Wish = z.strictObject({ fault: z.enum(FAULTS), about: z.string(), times: z.int().default(1) });
const Planted = z.strictObject({
  drop: z.array(z.int()).default([]),
  add: z.array(z.custom<Transaction>()).default([]),
});
const Charge = z.strictObject({
  transaction: z.int(),
  amount: z.int(),
  operation: z.enum(['Presentment', 'Representment']).default('Presentment'),
});
app.get('/control/book', (_, response) => void response.json({ ...book, answers: undefined }));
app.post('/control/faults', (request, response) => {
  faults.wish(Wish.parse(request.body));
  response.json({});
});
/** An hour passes: no answer is kept any more. */
app.post('/control/forget', (_, response) => {
  book.answers = {};
  response.json({});
});
/** The bank drops a hold. The provider tells nobody. */
app.post('/control/lapse', (request, response) => {
  Object.assign(bank.find(OfTransaction.parse(request.body).TransactionId), { status: 'Cancelled' });
  book.keep();
  response.json({});
});
app.post('/control/charge-back', (request, response) => {
  const { transaction, amount: sum, operation } = Charge.parse(request.body);
  bank.chargeBack(transaction, sum, operation);
  response.json({});
});
app.post('/control/plant', (request, response) => {
  const { drop, add } = Planted.parse(request.body);
  const known = new Set([...drop, ...add.map(({ id }) => id)]);
  book.transactions = [...book.transactions.filter((each) => !known.has(each.id)), ...add];
  book.keep();
  response.json({});
});

app.use((error: Error, _request: Request, response: Response, _next: NextFunction) => {
  response.status(error instanceof z.ZodError || error instanceof Refusal ? 400 : 500).json({ Success: false, Message: error.message });
});

bank.resume();
const server = app.listen(settings.TIPTOPPAY_PORT, settings.HOST);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
