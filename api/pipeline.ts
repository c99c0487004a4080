/** The pipeline of one request: session, input schema, handler, response. Every error becomes a problem document. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import canonicalize from 'canonicalize';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import express from 'express';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Language } from '../charts/messages.ts';
import { TooManyWait } from '../documents/apart.ts';
import { LifeDamaged } from '../lives/damage.ts';
import { sha256 } from '../lives/hashing.ts';
import { currentRequest, noteInRequest } from '../lives/request-context.ts';
import type { SecurityEvent } from '../lives/security-log.ts';
import { logSecurity } from '../lives/security-log.ts';
import type { Platform } from '../platform.ts';
import { admit } from './admission.ts';
import { addressOf } from './auth/address.ts';
import { doorOf, pageOf, tokenHashOf } from './auth/page-cookie.ts';
import type { Listener } from './doors.ts';
import { countsAt } from './doors.ts';
import type { ProblemCode } from './errors.ts';
import { isAway, PROBLEMS, Problem, problemDocument } from './errors.ts';
import { fieldsOf, readFile } from './file-body.ts';
import { sendKept } from './kept-answer.ts';
import { callerInLog } from './log-names.ts';
import { repeatedName } from './repeated-name.ts';
import type { RequestLimits } from './request-limits.ts';
import { lifeOfPublicId } from './resource/public-id.ts';
import type { Answer, Caller, Route } from './route.ts';
import { actsForAccount, hasSession } from './route.ts';
import { PROVE_FACTOR } from './second-factor-path.ts';
import { eventOfProblem, eventOfSuccess } from './security-events.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';
import { readSignature } from './signed-acts.ts';
import { REASON_HEADER, reasonOf, recordReading } from './staff-readings.ts';

/** Bytes of a body. */
const LARGEST_BODY = 64 * 1024;
/** Visible ASCII except `#`, which we append to derive one key for each place of a post. */
const KEY = /^[!-"$-~]{1,200}$/;

const NOBODY: Session = {
  ...{ id: '', person: '', device: '', account: '' },
  ...{ kind: 'natural', roles: [], member: [], staff: [], factor: null, language: 'en', actor: {} },
  status: {
    ...{ mayAct: false, mayOpen: false, displaced: false, paused: false, signsActs: false },
    ...{ accepted: null, shown: null, declined: null, acceptance: null },
  },
};

/** Nothing to sign: a read, a preview, or a request of no account. */
const requireSigned = (): void => undefined;

/** A route without a query schema accepts no query. */
const NOTHING = z.strictObject({});

/** @throws if the session does not count at this door, or is one of the staff without the second factor. */
function requireDoor({ kind, factor }: Session, { beforeFactor }: Route, door: Listener): void {
  if (!countsAt(kind, door)) throw new Problem('wrong-door');
  if (factor === 'missing' && !beforeFactor) throw new Problem('second-factor-needed', { next: PROVE_FACTOR });
}

/** The pipeline of one request: session, schema, handler, response. Its limits came before (`request-limits.ts`). */
export function serve(each: Route, platform: Platform, limits: RequestLimits, listener: Listener): RequestHandler {
  const {
    params,
    query = !hasSession(each) ? undefined : NOTHING,
    body,
    moves,
    previews,
    raw,
    file: isFile,
    handle,
    contentType,
    cacheable,
  } = each;
  return async (request, response) => {
    noteInRequest({ operation: each.operation });
    const door = doorOf(request, listener);
    const token = tokenHashOf(request, listener);
    const session = !hasSession(each) ? NOBODY : await openSession(platform.lives, token);
    response.locals.language = languageOf(request, session);
    if (session?.person) {
      response.locals.caller = callerInLog(platform.lives.keys, session);
      noteInRequest({ caller: response.locals.caller });
    }
    if (hasSession(each)) await limits.remember(request, session?.person);
    if (session === undefined) throw new Problem('unauthenticated', {}, { token: token ? 'not open' : 'none' });
    if (hasSession(each)) requireDoor(session, each, door);
    if (actsForAccount(each) && session.account === '')
      throw new Problem('account-needed', { next: { method: 'POST', href: '/v1/accounts' } });
    const isPreview = previews === true && request.query.preview === 'true';
    const key = moves && !isPreview ? keyOf(request) : '';
    const file = isFile ? await readFile(request, response, session.person, parsed) : undefined;
    const given = file ? fieldsOf(request, body as z.ZodObject) : body && (await readBody(request, response));
    // What is signed and repeated is the file too.
    const sent = file ? { ...(given as object), sha256: sha256(file) } : given;
    const delivery = raw ? { headers: request.headers, bytes: await readBytes(request, response) } : undefined;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const asked = {
      params: paramsOf(params, request.params),
      query: parse(query, queryOf(request)),
      body: parse(body, given),
      language: response.locals.language,
      key,
      // Keyed, because the body may contain a password or an IIN, and the hash stays in the chain: without the key no guess can be checked.
      request: platform.lives.keys.hash('request', request.method, request.path, canonicalize(sent) ?? ''),
      door,
      caller: callerOf(request, listener),
      delivery,
      file,
      incoming: each.incoming && { stream: request, header: (name: string) => request.get(name) },
      signal: gone.signal,
    };
    noteInRequest(subjectOf(each, asked.params));
    const reason = reasonOf(session, each, isPreview, request.get(REASON_HEADER));
    const admitted = await admit(platform, session, each, { ...asked, isPreview });
    const act = { act: `${request.method} ${request.path}`, key, body: sent, signature: request.get('device-signature') };
    const acting =
      actsForAccount(each) && key !== '' ? await readSignature(platform, each, admitted, act) : { session: admitted, requireSigned };
    const answer = await handle({ ...asked, ...acting });
    if (reason) await recordReading(platform, session, each, { params: asked.params, path: request.path, reason, answer });
    if (reason) logSecurity(platform.lives.log, 'staff-read', { reason });
    logSuccess(platform, eventOfSuccess(each, session, isPreview), answer);
    response.status(answer.status ?? 200).set({ ...answer.headers });
    if (cacheable) await sendKept(request, response.type(contentType ?? 'json'), answer.body as string | object);
    else if (answer.body === undefined) response.end();
    // An error on the way breaks the connection off, so that nobody takes a part for the whole.
    else if (answer.body instanceof Readable) await pipeline(answer.body, response, { signal: gone.signal }).catch(unlessGone(gone.signal));
    else if (contentType) response.type(contentType).send(answer.body);
    else response.json(answer.body);
  };
}

/** A caller who leaves before the end is no fault. */
const unlessGone =
  (signal: AbortSignal) =>
  (error: unknown): void => {
    if (!signal.aborted) throw error;
  };

function logSuccess({ lives: { log } }: Platform, event: SecurityEvent | undefined, { headers, forLog }: Answer): void {
  const isRepeat = headers?.['Idempotent-Replayed'] !== undefined;
  if (event !== undefined) logSecurity(log, event, { ...(isRepeat && { repeated: true }), ...forLog });
}

/** The life or the document that a route shows or moves: its id is a UUID by now. */
function subjectOf({ reads }: Route, params: unknown): { subject?: string } {
  const { id } = (params ?? {}) as { id?: string };
  return reads === undefined || reads === 'list' || id === undefined
    ? {}
    : { subject: reads === 'document' ? `document/${id}` : lifeOfPublicId(reads, id) };
}

/** What is no token or no solution is as good as none. */
const header = (request: Request, name: string, form: RegExp): string | undefined => form.exec(request.get(name) ?? '')?.[0];

const callerOf = (request: Request, listener: Listener): Caller => ({
  address: addressOf(request),
  work: header(request, 'proof-of-work', /^[\w.-]{1,300}$/),
  known: header(request, 'known-device', /^[\w-]{43}$/),
  token: tokenHashOf(request, listener),
  page: pageOf(request, listener),
  lastEventId: header(request, 'last-event-id', /^[\w-]{1,100}$/),
});

const parse = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (schema === undefined) return undefined;
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors = error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.').slice(0, 300), message: message.slice(0, 300) }));
  throw new Problem('invalid-input', { detail: z.prettifyError(error).slice(0, 1_000), errors });
};

/** An impossible path is not found. */
function paramsOf(schema: z.ZodType | undefined, value: unknown): unknown {
  const parsed = schema?.safeParse(value);
  if (parsed && !parsed.success) throw new Problem('not-found');
  return parsed?.data;
}

/** A query is percent-encoded UTF-8. The parser would replace anything else by U+FFFD, so it is refused first. */
function queryOf({ originalUrl, query }: Request): unknown {
  const [, encoded = ''] = /\?(.*)$/s.exec(originalUrl) ?? [];
  if (/^[!-~]*$/.test(encoded) && isPercentEncoded(encoded)) return query;
  throw new Problem('invalid-input', { errors: [{ path: 'query', message: 'Encode the query as UTF-8 in percent-encoding.' }] });
}

function isPercentEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text).isWellFormed();
  } catch {
    return false;
  }
}

function keyOf(request: Request): string {
  const key = request.get('idempotency-key');
  if (key === undefined || !KEY.test(key)) throw new Problem('key-missing');
  return key;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The parser would replace invalid UTF-8 by U+FFFD, so that two bodies could be read as one. JSON (RFC 8259) has no other encoding. */
function requireText(bytes: Buffer, charset: string): void {
  if (charset !== 'utf-8') throw new Problem('unsupported-media-type');
  const name = repeatedName(decoded(bytes));
  if (name !== undefined) throw new Problem('invalid-input', { errors: [{ path: name.slice(0, 300), message: 'Give it once.' }] });
}

function decoded(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Problem('malformed-json');
  }
}

const readJson = express.json({
  limit: LARGEST_BODY,
  strict: true,
  type: 'application/json',
  verify: (_request, _response, bytes, charset) => requireText(bytes, charset),
});

/** A command may come without a body, which counts as empty. */
async function readBody(request: Request, response: Response): Promise<unknown> {
  const length = request.get('content-length');
  const empty = request.get('transfer-encoding') === undefined && (length === undefined || length === '0');
  if (empty) return {};
  if (!request.is('application/json')) throw new Problem('unsupported-media-type');
  await parsed(readJson, request, response);
  return request.body;
}

const readRaw = express.raw({ limit: LARGEST_BODY, type: () => true });

async function readBytes(request: Request, response: Response): Promise<Buffer> {
  await parsed(readRaw, request, response);
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

const parsed = (parser: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => parser(request, response, (error?: unknown) => (error ? reject(error) : resolve())));

/** The best match for Accept-Language; the account's language if the client accepts any. */
function languageOf(request: Request, session: Session | undefined): Language {
  const own = session?.language ?? 'en';
  return (request.acceptsLanguages(own, 'kk', 'ru', 'en') || own) as Language;
}

/** Problems with a body, by the parser's status. Any other error of the parser is the caller's fault too. */
const PARSER: Record<number, ProblemCode> = { 413: 'body-too-large', 415: 'unsupported-media-type' };

/** A damage is repaired by people, in hours at best. Seconds. */
const DAMAGED_RETRY = 3_600;

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof LifeDamaged) return new Problem('record-damaged', { retryAfter: DAMAGED_RETRY });
  if (error instanceof RateLimiterRes) return new Problem('too-many-requests', { retryAfter: Math.ceil(error.msBeforeNext / 1000) });
  if (error instanceof TooManyWait) return new Problem('too-many-requests', { retryAfter: error.retryAfter });
  if (error instanceof URIError) return new Problem('not-found');
  const { status = 500 } = (error ?? {}) as { status?: number };
  if (status < 500) return new Problem(PARSER[status] ?? 'malformed-json');
  return new Problem(isAway(error) ? 'unavailable' : 'internal');
}

/** Every error as a problem document. What is a matter of security has its own line in the log. */
export const onError =
  ({ lives: { log } }: Platform): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    const problem = problemOf(error);
    const { status } = PROBLEMS[problem.code];
    if (status >= 500) request.log.error({ err: error }, problem.code);
    const refused = eventOfProblem(problem, currentRequest()?.caller !== undefined);
    if (refused) logSecurity(log, refused.event, refused.details);
    if (response.headersSent) return void response.end();
    const { retryAfter } = problem.more as { retryAfter?: number };
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
    else if (status === 503) response.set('Retry-After', '1');
    if (status === 401) response.set('WWW-Authenticate', 'Bearer');
    const language = (response.locals.language as Language | undefined) ?? languageOf(request, undefined);
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify(problemDocument(problem, language)));
  };
