/** The door: every route of the table behind the same checks, every error as a problem document. */
import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Language } from '../charts/messages.ts';
import { sha256 } from '../lives/hashing.ts';
import { inRequest } from '../lives/request-context.ts';
import { errorForLog } from '../log.ts';
import type { Platform } from '../platform.ts';
import { consentRoutes } from './accounts/consent.ts';
import { accountRoutes } from './accounts/routes.ts';
import { admit } from './admission.ts';
import { authRoutes } from './auth/routes.ts';
import { watchChanges } from './changes.ts';
import { chartRoutes } from './charts/routes.ts';
import { contractorRoutes } from './contractors/routes.ts';
import { disputeRoutes } from './disputes/routes.ts';
import { serveDocumentation } from './documentation.ts';
import { documentRoutes } from './documents/routes.ts';
import type { ProblemCode } from './errors.ts';
import { isAway, PROBLEMS, Problem, problemDocument } from './errors.ts';
import { feeRoutes } from './fees/routes.ts';
import { acceptanceRoutes } from './offer/acceptances.ts';
import { offerRoutes } from './offer/routes.ts';
import { openApi } from './openapi.ts';
import { operatorRoutes } from './operator/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { payoutRoutes } from './payouts/routes.ts';
import { reidentificationRoutes } from './reidentifications/routes.ts';
import { reviewRoutes } from './reviews/routes.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';
import { signingRoutes } from './signings/routes.ts';
import { systemRoutes } from './system/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { verificationRoutes } from './verifications/routes.ts';

/** What a caller may name a request: nothing that could forge or flood a log line. */
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** The caller's id of the request, or a new one. */
const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();

/** Bytes of a body. */
const LARGEST_BODY = 64 * 1024;
/** Visible ASCII without `#`, which parts the places of one post. */
const KEY = /^[!-"$-~]{1,200}$/;

const NOBODY: Session = {
  ...{ id: '', person: '', device: '', account: '' },
  ...{ kind: 'natural', roles: [], member: [], staff: [], language: 'en', actor: {} },
  status: { mayAct: false, mayOpen: false, paused: false, accepted: null, shown: null, declined: null, acceptance: null },
};

/** Where a route takes nothing in its query, nothing may stand there. */
const NOTHING = z.strictObject({});

export interface Limits {
  /** Requests of one account, or of one address without one, in ten seconds. */
  requests: number;
}

/** Every route there is. One that is not in it is not served. */
export const routesOf = (platform: Platform): Route[] => {
  const routes: Route[] = [
    ...authRoutes(platform),
    ...consentRoutes(platform),
    ...accountRoutes(platform),
    ...contractorRoutes(platform),
    ...taskRoutes(platform, watchChanges(platform.lives)),
    ...reviewRoutes(platform),
    ...paymentRoutes(platform),
    ...payoutRoutes(platform),
    ...signingRoutes(platform),
    ...documentRoutes(platform),
    ...disputeRoutes(platform),
    ...feeRoutes(platform),
    ...verificationRoutes(platform),
    ...reidentificationRoutes(platform),
    ...operatorRoutes(platform),
    ...chartRoutes(platform.lives),
    ...acceptanceRoutes(platform),
    ...offerRoutes(platform),
    ...systemRoutes(platform, () => openApi(routes)),
  ];
  return routes;
};

export function createApp(platform: Platform, log: Logger, limits: Limits = { requests: 2_000 }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(
    pinoHttp({
      logger: log,
      wrapSerializers: false,
      genReqId: (request, response) => {
        const id = requestIdOf(request.headers['x-request-id']);
        response.setHeader('X-Request-Id', id);
        return id;
      },
      autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' || url === '/metrics' },
      serializers: {
        req: ({ id, method, url }) => ({ id, method, path: String(url).split('?')[0] }),
        res: ({ statusCode }) => ({ statusCode }),
        err: errorForLog,
      },
    }),
  );
  app.use((request, response, next) => {
    response.set('X-Content-Type-Options', 'nosniff');
    inRequest(String(request.id), next);
  });
  const routes = routesOf(platform);
  const limiter = new RateLimiterMemory({ points: limits.requests, duration: 10 });
  for (const each of routes) app[each.method](each.path.replace(/\{(\w+)\}/g, ':$1'), serve(each, platform, limiter));
  serveDocumentation(app);
  const addresses = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  app.use(({ path }, response, next) => {
    const known = addresses.filter(({ pattern }) => pattern.test(path));
    if (known.length === 0) throw new Problem('not-found');
    response.set('Allow', known.map(({ method }) => method.toUpperCase()).join(', '));
    next(new Problem('method-not-allowed'));
  });
  app.use(onError);
  return app;
}

/** What one request goes through: limit, who, shape, act, answer. */
function serve(each: Route, platform: Platform, limiter: RateLimiterMemory): RequestHandler {
  const { access, params, query = access === 'public' ? undefined : NOTHING, body, moves, previews, raw, handle, contentType } = each;
  return async (request, response) => {
    const session = access === 'public' ? NOBODY : await openSession(platform.lives, request.get('authorization'));
    response.locals.language = languageOf(request, session);
    await limiter.consume(session?.person || (request.ip ?? ''));
    if (session === undefined) throw new Problem('unauthenticated');
    if (access === 'session' && session.account === '')
      throw new Problem('account-needed', { next: { method: 'POST', href: '/v1/accounts' } });
    const isPreview = previews === true && request.query.preview === 'true';
    const key = moves && !isPreview ? keyOf(request) : '';
    const sent = body ? await readBody(request, response) : undefined;
    const delivery = raw ? { headers: request.headers, bytes: await readBytes(request, response) } : undefined;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const asked = {
      params: paramsOf(params, request.params),
      query: parse(query, request.query),
      body: parse(body, sent),
      language: response.locals.language,
      key,
      request: sha256(`${request.method} ${request.path} ${canonicalize(sent) ?? ''}`),
      address: request.ip ?? '',
      delivery,
      signal: gone.signal,
    };
    const answer = await handle({ ...asked, session: await admit(platform, session, each, { ...asked, isPreview }) });
    response.status(answer.status ?? 200).set({ 'Cache-Control': 'no-store', ...answer.headers });
    if (answer.body === undefined) response.end();
    else if (contentType) response.type(contentType).send(answer.body);
    else response.json(answer.body);
  };
}

const parse = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (schema === undefined) return undefined;
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors = error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join('.').slice(0, 300), message: message.slice(0, 300) }));
  throw new Problem('invalid-input', { detail: z.prettifyError(error).slice(0, 1_000), errors });
};

/** An address that cannot be is one where nothing is. */
function paramsOf(schema: z.ZodType | undefined, value: unknown): unknown {
  const parsed = schema?.safeParse(value);
  if (parsed && !parsed.success) throw new Problem('not-found');
  return parsed?.data;
}

function keyOf(request: Request): string {
  const key = request.get('idempotency-key');
  if (key === undefined || !KEY.test(key)) throw new Problem('key-missing');
  return key;
}

const readJson = express.json({ limit: LARGEST_BODY, strict: true, type: 'application/json' });

/** A command may come without a body: then it is empty. */
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

/** The best of what the request takes; where it takes anything, the asker's own. */
function languageOf(request: Request, session: Session | undefined): Language {
  const own = session?.language ?? 'en';
  return (request.acceptsLanguages(own, 'kk', 'ru', 'en') || own) as Language;
}

/** Troubles with a body, by the status the parser gives them; any other of its is the caller's too. */
const PARSER: Record<number, ProblemCode> = { 413: 'body-too-large', 415: 'unsupported-media-type' };

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof RateLimiterRes) return new Problem('too-many-requests', { retryAfter: Math.ceil(error.msBeforeNext / 1000) });
  if (error instanceof URIError) return new Problem('not-found');
  const { status = 500 } = (error ?? {}) as { status?: number };
  if (status < 500) return new Problem(PARSER[status] ?? 'malformed-json');
  return new Problem(isAway(error) ? 'unavailable' : 'internal');
}

const onError: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const problem = problemOf(error);
  const { status } = PROBLEMS[problem.code];
  if (status >= 500) request.log.error({ err: error }, problem.code);
  if (response.headersSent) return void response.end();
  const { retryAfter } = problem.more as { retryAfter?: number };
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  else if (status === 503) response.set('Retry-After', '1');
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  const language = (response.locals.language as Language | undefined) ?? languageOf(request, undefined);
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, language)));
};
