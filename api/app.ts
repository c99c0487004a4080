/** The door: every route of the table behind the same checks, every error as a problem document. */
import canonicalize from 'canonicalize';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import express from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Language } from '../charts/words.ts';
import { sha256 } from '../lives/chain.ts';
import type { Platform } from '../platform.ts';
import { watchChanges } from './changes.ts';
import { chartRoutes } from './charts/routes.ts';
import { serveDocumentation } from './documentation.ts';
import { isAway, PROBLEMS, Problem, problemDocument } from './errors.ts';
import { offerRoutes } from './offer/routes.ts';
import { openApi } from './openapi.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';
import { systemRoutes } from './system/routes.ts';
import { taskRoutes } from './tasks/routes.ts';

/** Bytes of a body. */
const LARGEST_BODY = 64 * 1024;
/** Visible ASCII without `#`, which parts the places of one post. */
const KEY = /^[!-"$-~]{1,200}$/;

const NOBODY: Session = { account: '', roles: [], language: 'en', id: '' };

export interface Limits {
  /** Requests of one account, or of one address without one, in ten seconds. */
  requests: number;
}

/** Every route there is. One that is not in it is not served. */
export const routesOf = (platform: Platform): Route[] => {
  const routes: Route[] = [
    ...taskRoutes(platform, watchChanges(platform.lives.database)),
    ...chartRoutes(platform.lives),
    ...offerRoutes(),
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
      autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' || url === '/metrics' },
      serializers: { req: ({ id, method, url }) => ({ id, method, path: String(url).split('?')[0] }), res: ({ statusCode }) => ({ statusCode }) },
    }),
  );
  const routes = routesOf(platform);
  const limiter = new RateLimiterMemory({ points: limits.requests, duration: 10 });
  for (const each of routes) app[each.method](each.path.replace(/\{(\w+)\}/g, ':$1'), serve(each, platform, limiter));
  serveDocumentation(app);
  app.use(({ path }, _response, next) => {
    const known = routes.some((each) => new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path));
    next(new Problem(known ? 'method-not-allowed' : 'not-found'));
  });
  app.use(onError);
  return app;
}

/** What one request goes through: limit, who, shape, act, answer. */
function serve(each: Route, { lives }: Platform, limiter: RateLimiterMemory): RequestHandler {
  const { access, params, query, body, moves, handle, contentType } = each;
  return async (request, response) => {
    const session = access === 'public' ? NOBODY : await openSession(lives.database, request.get('authorization'));
    response.locals.language = languageOf(request, session);
    await limiter.consume(session?.account || (request.ip ?? ''));
    if (session === undefined) throw new Problem('unauthenticated');
    const key = moves ? keyOf(request) : '';
    const sent = body ? await readBody(request, response) : undefined;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = await handle({
      params: paramsOf(params, request.params),
      query: parse(query, request.query),
      body: parse(body, sent),
      session,
      language: response.locals.language,
      key,
      request: sha256(`${request.method} ${request.path} ${canonicalize(sent) ?? ''}`),
      signal: gone.signal,
    });
    response.status(answer.status ?? 200).set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...answer.headers });
    if (contentType) response.type(contentType).send(answer.body);
    else response.json(answer.body);
  };
}

const parse = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (schema === undefined) return undefined;
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors = error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }));
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
  await new Promise<void>((resolve, reject) => readJson(request, response, (error?: unknown) => (error ? reject(error) : resolve())));
  return request.body;
}

function languageOf(request: Request, session: Session | undefined): Language {
  const asked = request.acceptsLanguages('kk', 'ru', 'en');
  if (request.get('accept-language') && asked) return asked as Language;
  return session?.language ?? 'en';
}

/** Known troubles of the body parser, by their type. */
const PARSER: Record<string, Problem> = {
  'entity.parse.failed': new Problem('malformed-json'),
  'entity.too.large': new Problem('body-too-large'),
  'encoding.unsupported': new Problem('unsupported-media-type'),
  'charset.unsupported': new Problem('unsupported-media-type'),
  'request.size.invalid': new Problem('malformed-json'),
};

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof RateLimiterRes) return new Problem('too-many-requests', { retryAfter: Math.ceil(error.msBeforeNext / 1000) });
  const { type = '' } = (error ?? {}) as { type?: string };
  if (error instanceof URIError) return new Problem('not-found');
  return PARSER[type] ?? new Problem(isAway(error) ? 'unavailable' : 'internal');
}

const onError: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const problem = problemOf(error);
  const { status } = PROBLEMS[problem.code];
  if (status >= 500) request.log.error({ err: error }, problem.code);
  if (response.headersSent) return void response.end();
  const { retryAfter } = problem.more as { retryAfter?: number };
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  if (status === 503) response.set('Retry-After', '1');
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  const language = (response.locals.language as Language | undefined) ?? languageOf(request, undefined);
  response.status(status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problemDocument(problem, language)));
};
