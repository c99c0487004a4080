/** The API on the test's own platform, with its users. Every response is checked against the OpenAPI description. */
import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { z } from 'zod';
import { createApp, routesOf } from '../../api/app.ts';
import type { Listener } from '../../api/doors.ts';
import { answersAt } from '../../api/doors.ts';
import type { ProblemCode } from '../../api/errors.ts';
import { PROBLEMS } from '../../api/errors.ts';
import { FILE_TYPE, headerOf } from '../../api/file-body.ts';
import { createApiServer } from '../../api/listen.ts';
import { problemsOf } from '../../api/openapi.ts';
import type { Limits } from '../../api/request-limits.ts';
import type { Route } from '../../api/route.ts';
import { REASON_HEADER } from '../../api/staff-readings.ts';
import type { PostTask, TaskAnswer } from '../../api/tasks/schema.ts';
import type { Language } from '../../charts/messages.ts';
import type { Role } from '../../models/tables.ts';
import { answeringOverHttp, isAnswer } from '../charts/answers.ts';
import type { Person } from '../people/people.ts';
import { createPerson } from '../people/people.ts';
import { craftedPdf } from '../texts/crafted-pdf.ts';
import type { Wishes, World } from './world.ts';
import { openWorld } from './world.ts';

export type { Person } from '../people/people.ts';

export type Task = z.output<typeof TaskAnswer>;

/** A problem document's members that tests read. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  rule?: string;
  clause?: string;
  errors?: { path: string; message: string }[];
  commands?: { name: string }[];
  retryAfter?: number;
  work?: { challenge: string; bits: number; expiresAt: string };
}

export interface Reply<Body> {
  status: number;
  headers: Headers;
  body: Body;
  /** The body, if it is a problem document. */
  problem: ProblemBody | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Wish {
  /** The Idempotency-Key. By default a new one; none for null. */
  key?: string | null;
  /** Accept-Language. */
  language?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Client {
  get<Body = Task>(path: string, wish?: Wish): Promise<Reply<Body>>;
  /** A string or bytes are sent unchanged. */
  post<Body = Task>(path: string, body?: unknown, wish?: Wish): Promise<Reply<Body>>;
  put<Body = unknown>(path: string, body?: unknown, wish?: Wish): Promise<Reply<Body>>;
  patch<Body = Task>(path: string, body?: unknown, wish?: Wish): Promise<Reply<Body>>;
  remove<Body = unknown>(path: string, wish?: Wish): Promise<Reply<Body>>;
  /** Posts a task and expects success. */
  postTask(given?: Partial<z.input<typeof PostTask>>, wish?: Wish): Promise<Task>;
  /** Sends a command to a task and expects success. By default an answer names the latest offer, report or proposal. */
  command(id: string, name: string, body?: object, wish?: Wish): Promise<Task>;
}

export interface Api extends World {
  url: string;
  /** Where each listener is. */
  urls: Readonly<Record<Listener, string>>;
  routes: Route[];
  /** A client of the listener that is both doors, or of that of one door. */
  as(person?: Person, door?: Listener): Client;
  /** An account with a session. */
  join(roles: Role[], language?: Language, without?: 'requisites'): Promise<Person>;
  /** Everything logged so far. */
  logged(): string;
  /** The number of events in all chains. A refused request does not change it. */
  countEvents(): Promise<number>;
}

const HOUR = 3_600_000;
/** The moment this many hours from now. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** The body of an ordinary task: 15 000 tenge, two days from now. */
export const posting = (given: Partial<z.input<typeof PostTask>> = {}): z.input<typeof PostTask> => ({
  title: 'Move a piano',
  lines: [{ name: 'Loading', unit: 'hour', quantity: 5, unitPrice: 300_000 }],
  startAt: inHours(48),
  dueAt: inHours(56),
  ...given,
});

/** The same, but its work may begin at once: most tests begin a task without letting days pass. */
export const startable = (given: Partial<z.input<typeof PostTask>> = {}): z.input<typeof PostTask> =>
  posting({ ...given, terms: { earlyStart: true, ...given.terms } });

const LISTENERS = ['both', 'public', 'staff'] as const satisfies Listener[];

/** A server whose application is known once it takes requests, on a free port. */
async function listening(
  door: Listener,
  appOf: (door: Listener) => RequestListener,
): Promise<{ door: Listener; server: Server; url: string }> {
  const server = createApiServer((request, response) => appOf(door)(request, response));
  // A test and its server share one event loop. While it is busy, the server would close an idle connection in the moment in which the test uses it.
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { door, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** What a stream that does not end says until it is quiet for so long. Milliseconds. */
const QUIET = 300;
async function beginningOf({ body }: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const read = await Promise.race([reader.read(), pause(QUIET)]);
    if (read === undefined || read.value === undefined) break;
    pieces.push(read.value);
  }
  await reader.cancel();
  return Buffer.concat(pieces);
}

interface Asking {
  person: Person | undefined;
  door: Listener;
}

/** Starts the API on a free port: one listener for both doors, and one for each. Close it in `afterAll`. */
export async function openApi({ limits, ...wishes }: Wishes & { limits?: Limits } = {}): Promise<Api> {
  const servers = await Promise.all(LISTENERS.map((door) => listening(door, (each) => appOf(each))));
  const urls = Object.fromEntries(servers.map(({ door, url }) => [door, url])) as Record<Listener, string>;
  const url = urls.both;
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const world = await openWorld({ ownDatabase: true, log, ...wishes, settings: { PUBLIC_URL: url, ...wishes.settings } });
  const apps = new Map<Listener, RequestListener>();
  // Only once it is asked: most tests ask one listener, and each builds all routes and schemas.
  const appOf = (door: Listener): RequestListener => {
    const app = apps.get(door) ?? createApp(world, log, limits, door);
    apps.set(door, app);
    return app;
  };
  const routes = routesOf(world);
  const find = finderOf(routes);
  const check = checkerOf(find);

  const ask = async <Body>({ person, door }: Asking, method: Method, path: string, body: unknown, wish: Wish): Promise<Reply<Body>> => {
    const { key = randomUUID(), language, headers, signal } = wish;
    const file = find(method, path, door)?.file && isFields(body) ? fileOfFields(body) : undefined;
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(urls[door] + path, {
      method,
      headers: {
        ...(person && { Authorization: `Bearer ${person.token}` }),
        ...(method !== 'GET' && key !== null && { 'Idempotency-Key': key }),
        // Staff say why they read. To others it means nothing.
        ...((method === 'GET' || path.includes('preview=true')) && { [REASON_HEADER]: 'check' }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(language !== undefined && { 'Accept-Language': language }),
        ...file?.headers,
        ...headers,
      },
      ...(body !== undefined && { body: (file?.bytes ?? (raw ? body : JSON.stringify(body))) as string }),
      ...(signal && { signal }),
    });
    const type = response.headers.get('content-type') ?? '';
    const bytes = type.startsWith('text/event-stream') ? await beginningOf(response) : Buffer.from(await response.arrayBuffer());
    // One character for each byte of what is no text.
    const text = type.includes('windows-1251')
      ? new TextDecoder('windows-1251').decode(bytes)
      : bytes.toString(/^application\/(pdf|pkcs7)/.test(type) ? 'latin1' : 'utf8');
    const isJson = /json/.test(type);
    const reply = { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
    return { ...reply, problem: check(method, path, door, reply) };
  };

  const as = (person?: Person, door: Listener = 'both'): Client => {
    const asking = { person, door };
    const get: Client['get'] = (path, wish = {}) => ask(asking, 'GET', path, undefined, wish);
    const post: Client['post'] = (path, body, wish = {}) => ask(asking, 'POST', path, body, wish);
    const put: Client['put'] = (path, body, wish = {}) => ask(asking, 'PUT', path, body, wish);
    const patch: Client['patch'] = (path, body, wish = {}) => ask(asking, 'PATCH', path, body, wish);
    const remove: Client['remove'] = (path, wish = {}) => ask(asking, 'DELETE', path, undefined, wish);
    const done = async (reply: Promise<Reply<Task>>): Promise<Task> => {
      const { body, problem } = await reply;
      if (problem) throw new Error(JSON.stringify(problem));
      return body;
    };
    return {
      get,
      post,
      put,
      patch,
      remove,
      postTask: (given, wish) => done(post('/v1/tasks', startable(given), wish)),
      async command(id, name, body = {}, wish) {
        const named = isAnswer(name) ? answeringOverHttp(name, (await get(`/v1/tasks/${id}`)).body, body) : body;
        return done(post(`/v1/tasks/${id}/${name}`, named, wish));
      },
    };
  };

  return {
    ...world,
    url,
    urls,
    routes,
    as,
    async join(roles, language = 'en', without) {
      const mark = randomUUID().slice(0, 8);
      return createPerson(world.owner, roles, {
        name: `Айгүл ${mark}`,
        email: `aigul-${mark}@example.kz`,
        language,
        ...(without && { without }),
      });
    },
    logged: () => lines.join(''),
    async countEvents() {
      const [row] = await world.rows<{ count: number }>('select count(*)::int as count from event');
      return row?.count ?? 0;
    },
    async close() {
      const closed = servers.map(({ server }) => new Promise((resolve) => server.close(resolve)));
      for (const { server } of servers) server.closeAllConnections();
      await Promise.all(closed);
      await world.close();
    },
  };
}

/** A customer, a contractor, an unrelated account with both roles, and the operator's staff. */
export async function joinParties({ join }: Api): Promise<Record<'customer' | 'contractor' | 'stranger' | 'staff', Person>> {
  const [customer, contractor, stranger, staff] = await Promise.all([
    join(['customer']),
    join(['contractor']),
    join(['customer', 'contractor']),
    join(['operator']),
  ]);
  return { customer, contractor, stranger, staff };
}

const problemShape = z.looseObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode]),
  detail: z.string().min(1).max(1_000).optional(),
  errors: z
    .array(z.strictObject({ path: z.string(), message: z.string().min(1).max(300) }))
    .max(20)
    .optional(),
});

const isFields = (body: unknown): body is Record<string, string> =>
  typeof body === 'object' && body !== null && !(body instanceof Uint8Array);

/** A route that takes a file is sent one of its own, with the fields in headers. */
const fileOfFields = (fields: Record<string, string>) => ({
  bytes: craftedPdf({ page: `/LastModified (${randomUUID()})` }),
  headers: {
    'Content-Type': FILE_TYPE,
    ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [headerOf(field), encodeURIComponent(value)])),
  },
});

type Find = (method: string, path: string, door: Listener) => Route | undefined;

/** Finds the route of a request at a door. */
function finderOf(routes: Route[]): Find {
  const table = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (method, path, door) => {
    const [address = ''] = path.split('?');
    const known = table.find((each) => each.route.method === method.toLowerCase() && each.pattern.test(address))?.route;
    return known && answersAt(known, door) ? known : undefined;
  };
}

/** Checks a response against the route's status, schema and headers, and a problem against the table of problems. */
function checkerOf(find: Find) {
  return (
    method: string,
    path: string,
    door: Listener,
    { status, headers, body }: Omit<Reply<unknown>, 'problem'>,
  ): ProblemBody | undefined => {
    const route = find(method, path, door);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    if (status < 400) {
      const schema = route?.answers[status as 200 | 201];
      if (schema === undefined) return undefined;
      // Parsing drops members that the schema does not name, so the comparison finds them.
      expect(schema.parse(body)).toEqual(body);
      expect(headers.get('cache-control')).toBe(route?.cacheable ? 'public, max-age=3600' : 'no-store');
      return undefined;
    }
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(headers.get('cache-control')).toBe('no-store');
    const problem = problemShape.parse(body) as ProblemBody;
    expect(problem).toMatchObject({ status, type: `urn:akjet:problem:${problem.code}` });
    expect(PROBLEMS[problem.code].status).toBe(status);
    expect(Object.values(PROBLEMS[problem.code].title)).toContain(problem.title);
    if (route) expect(problemsOf(route)).toContain(problem.code);
    return problem;
  };
}
