/** The API on the test's own platform, with its users. Every response is checked against the OpenAPI description. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { z } from 'zod';
import { createApp, routesOf } from '../../api/app.ts';
import type { ProblemCode } from '../../api/errors.ts';
import { PROBLEMS } from '../../api/errors.ts';
import { createApiServer } from '../../api/listen.ts';
import { problemsOf } from '../../api/openapi.ts';
import type { Limits } from '../../api/request-limits.ts';
import type { Route } from '../../api/route.ts';
import type { PostTask, TaskAnswer } from '../../api/tasks/schema.ts';
import type { Language } from '../../charts/messages.ts';
import type { Role } from '../../models/tables.ts';
import { answeringOverHttp, isAnswer } from '../charts/answers.ts';
import type { Person } from '../people/people.ts';
import { createPerson } from '../people/people.ts';
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

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

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
  patch<Body = Task>(path: string, body?: unknown, wish?: Wish): Promise<Reply<Body>>;
  remove<Body = unknown>(path: string, wish?: Wish): Promise<Reply<Body>>;
  /** Posts a task and expects success. */
  postTask(given?: Partial<z.input<typeof PostTask>>, wish?: Wish): Promise<Task>;
  /** Sends a command to a task and expects success. By default an answer names the latest offer, report or proposal. */
  command(id: string, name: string, body?: object, wish?: Wish): Promise<Task>;
}

export interface Api extends World {
  url: string;
  routes: Route[];
  as(person?: Person): Client;
  /** An account with a session. */
  join(roles: Role[], language?: Language): Promise<Person>;
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

/** Starts the API on a free port. Close it in `afterAll`. */
export async function openApi({ limits, ...wishes }: Wishes & { limits?: Limits } = {}): Promise<Api> {
  const server = createApiServer((request, response) => app(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = await openWorld({ ownDatabase: true, ...wishes, settings: { PUBLIC_URL: url, ...wishes.settings } });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const app = createApp(world, log, limits);
  const routes = routesOf(world);
  const check = checkerOf(routes);

  const ask = async <Body>(method: Method, path: string, person: Person | undefined, body: unknown, wish: Wish): Promise<Reply<Body>> => {
    const { key = randomUUID(), language, headers, signal } = wish;
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(person && { Authorization: `Bearer ${person.token}` }),
        ...(method !== 'GET' && key !== null && { 'Idempotency-Key': key }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(language !== undefined && { 'Accept-Language': language }),
        ...headers,
      },
      ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as string }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const reply = { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
    return { ...reply, problem: check(method, path, reply) };
  };

  const as = (person?: Person): Client => {
    const get: Client['get'] = (path, wish = {}) => ask('GET', path, person, undefined, wish);
    const post: Client['post'] = (path, body, wish = {}) => ask('POST', path, person, body, wish);
    const patch: Client['patch'] = (path, body, wish = {}) => ask('PATCH', path, person, body, wish);
    const remove: Client['remove'] = (path, wish = {}) => ask('DELETE', path, person, undefined, wish);
    const done = async (reply: Promise<Reply<Task>>): Promise<Task> => {
      const { body, problem } = await reply;
      if (problem) throw new Error(JSON.stringify(problem));
      return body;
    };
    return {
      get,
      post,
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
    routes,
    as,
    async join(roles, language = 'en') {
      const mark = randomUUID().slice(0, 8);
      return createPerson(world.owner, roles, { name: `Айгүл ${mark}`, email: `aigul-${mark}@example.kz`, language });
    },
    logged: () => lines.join(''),
    async countEvents() {
      const [row] = await world.rows<{ count: number }>('select count(*)::int as count from event');
      return row?.count ?? 0;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
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

/** Checks a response against the route's status, schema and headers, and a problem against the table of problems. */
function checkerOf(routes: Route[]) {
  const table = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (method: string, path: string, { status, headers, body }: Omit<Reply<unknown>, 'problem'>): ProblemBody | undefined => {
    const [address = ''] = path.split('?');
    const route = table.find((each) => each.route.method === method.toLowerCase() && each.pattern.test(address))?.route;
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    if (status < 400) {
      const schema = route?.answers[status as 200 | 201];
      if (schema === undefined) return undefined;
      // Parsing drops members that the schema does not name, so the comparison finds them.
      expect(schema.parse(body)).toEqual(body);
      expect(headers.get('cache-control')).toBe('no-store');
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
