/** The API as the pages ask it, typed by its OpenAPI document. The session is a cookie that no script reads. */
import createClient from 'openapi-fetch';
import type { components, paths } from './api.ts';
import type { Language } from './language.ts';

type Schemas = components['schemas'];
export type Task = Schemas['Task'];
export type TaskSummary = Schemas['TaskSummary'];
export type Command = Schemas['Command'];
export type Preview = Schemas['Preview'];
export type Account = Schemas['AccountLife'];
export type SearchQuery = NonNullable<paths['/v1/tasks/search']['get']['parameters']['query']>;
/** What a code proves. */
export type Purpose = paths['/v1/auth/codes']['post']['requestBody']['content']['application/json']['purpose'];
/** What people write about. */
export type Topic = 'task' | 'dispute';
export type Message = Schemas['MessageList']['items'][number];

/** What a problem document may have besides what every one has. */
interface ProblemDocument {
  title: string;
  status: number;
  code: string;
  detail?: string;
  rule?: string;
  errors?: { path: string; message: string }[];
}

/** The API refuses a request. */
export class Refusal extends Error {
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The longest wait that the API takes, in seconds. */
const LONGEST_WAIT = 25;
/** Milliseconds before what failed is asked again: at first, and at most. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [1_000, 30_000];

/** Where it is an answer and no end of a session that nobody is logged in: to a login, and to the question who is. */
const WHO_ASKS = ['/v1/auth/sessions', '/v1/auth/accounts'];

/** A session of the staff has not proved its second factor, or not lately. */
const FACTOR_NEEDED = ['second-factor-needed', 'step-up-needed'];

const KNOWN_DEVICE = 'known-device';

/** What comes with the answer of a request that succeeded: the others throw. */
export const dataOf = async <Data>(answer: Promise<{ data?: Data }>): Promise<Data> => (await answer).data as Data;

/** What these answer is not what a page shows, so it does not matter when it was read. */
const UNSHOWN = ['/v1/auth/accounts', '/v1/charts/{life}'];

interface Asking {
  page: 'cabinet' | 'console';
  language: Language;
  /** Why one of the staff reads. */
  reason?: string | undefined;
  onLoggedOut(): void;
  /** The second factor of one of the staff must be proved, once more. */
  onFactorNeeded?(): void;
  /** What is shown was read now, or without a network at this moment. */
  onRead?(at: string | undefined): void;
}

export function openApi({ page, language, reason, onLoggedOut, onFactorNeeded, onRead }: Asking) {
  const headers = { 'Accept-Language': language, 'Akjet-Page': page, ...(reason !== undefined && { 'Staff-Reason': reason }) };
  const client = createClient<paths>({ baseUrl: location.origin, headers });
  client.use({
    async onResponse({ response, schemaPath }) {
      if (response.ok) {
        const readAt = response.headers.get('Akjet-Read-At');
        // What a browser may keep says nothing of the network.
        if (readAt === null && response.headers.get('Cache-Control') === 'no-store') onRead?.(undefined);
        if (readAt !== null && !UNSHOWN.includes(schemaPath)) onRead?.(readAt);
        return;
      }
      const problem = (await response.json()) as ProblemDocument;
      if (problem.code === 'unauthenticated' && !WHO_ASKS.includes(schemaPath)) onLoggedOut();
      if (FACTOR_NEEDED.includes(problem.code)) onFactorNeeded?.();
      throw new Refusal(problem);
    },
  });
  const knownDevice = (): { 'Known-Device'?: string } => {
    const token = localStorage.getItem(KNOWN_DEVICE);
    return token === null ? {} : { 'Known-Device': token };
  };
  const logIn = async (body: paths['/v1/auth/sessions']['post']['requestBody']['content']['application/json']) => {
    const loggedIn = await dataOf(client.POST('/v1/auth/sessions', { params: { header: knownDevice() }, body }));
    if (loggedIn.knownDevice !== undefined) localStorage.setItem(KNOWN_DEVICE, loggedIn.knownDevice);
  };

  const followers = new Set<() => void>();
  let following: AbortController | undefined;
  const startFollowing = (): AbortController => {
    const over = new AbortController();
    let after: string = 'now';
    void again(over.signal, async () => {
      const query = { after, wait: after === 'now' ? 0 : LONGEST_WAIT };
      const { items, next } = await dataOf(client.GET('/v1/events', { params: { query }, signal: over.signal }));
      if (items.length > 0) for (const changed of [...followers]) changed();
      after = next;
    });
    return over;
  };

  return {
    /** The client itself, for what only one page asks. */
    client,
    askCode: (number: string, purpose: Purpose = 'enter') =>
      dataOf(client.POST('/v1/auth/codes', { params: { header: knownDevice() }, body: { number, purpose } })),
    logInByCode: (request: string, code: string) => logIn({ request, code }),
    logInByPassword: (number: string, password: string) => logIn({ number, password }),
    /** The account that the session acts for, with its menu. */
    me: () => dataOf(client.GET('/v1/accounts/me')),
    accounts: () => dataOf(client.GET('/v1/auth/accounts')),
    actFor: (id: string) => dataOf(client.POST('/v1/auth/accounts/{id}', { params: { path: { id } } })),
    async logOut() {
      const { items } = await dataOf(client.GET('/v1/auth/sessions'));
      const own = items.find((each) => each.own);
      if (own) await client.DELETE('/v1/auth/sessions/{id}', { params: { path: { id: own.id } } });
      onLoggedOut();
    },

    tasks: (query: NonNullable<paths['/v1/tasks']['get']['parameters']['query']>) => dataOf(client.GET('/v1/tasks', { params: { query } })),
    search: (query: SearchQuery) => dataOf(client.GET('/v1/tasks/search', { params: { query } })),
    categories: () => dataOf(client.GET('/v1/categories')),
    places: () => dataOf(client.GET('/v1/places')),
    chart: () => dataOf(client.GET('/v1/charts/{life}', { params: { path: { life: 'task' } } })),

    task: (id: string) => dataOf(client.GET('/v1/tasks/{id}', { params: { path: { id } } })),
    taskEvents: (id: string) => dataOf(client.GET('/v1/tasks/{id}/events', { params: { path: { id } } })),
    /** What happened in a life, by its address. */
    eventsOf: (at: string) => dataOf(client.GET(`${at}/events` as never)) as Promise<Schemas['Events']>,
    postTask: (body: object, key: string) =>
      dataOf(client.POST('/v1/tasks', { params: { header: { 'Idempotency-Key': key } }, body: body as Schemas['PostTask'] })),

    /** What a command would bring now. Nothing happens. */
    preview: ({ href }: Command, body: object): Promise<Preview> =>
      dataOf(client.POST(href as never, { params: { query: { preview: 'true' } }, body } as never)) as Promise<Preview>,
    /** A command is sent to the address that the menu names. With the same key twice it is done once. */
    give: ({ href }: Command, body: object, key: string): Promise<Partial<Task>> =>
      dataOf(client.POST(href as never, { params: { header: { 'Idempotency-Key': key } }, body } as never)) as Promise<Partial<Task>>,
    /** A command whose body is a file, with its other fields in headers. */
    giveFile: ({ href }: Command, file: Blob, fields: Record<string, string>, key: string): Promise<Partial<Task>> => {
      const headers = Object.entries(fields).map(([name, value]) => [
        `Paper-${name[0]?.toUpperCase()}${name.slice(1)}`,
        encodeURIComponent(value),
      ]);
      return dataOf(
        client.POST(
          href as never,
          {
            params: { header: { 'Idempotency-Key': key, 'Content-Type': 'application/pdf', ...Object.fromEntries(headers) } },
            ...{ body: file, bodySerializer: (body: Blob) => body },
          } as never,
        ),
      ) as Promise<Partial<Task>>;
    },

    threads: async (about: Topic, id: string) => {
      const { items } = await dataOf(client.GET('/v1/threads', { params: { query: { [about]: id } } }));
      return items;
    },
    messages: (id: string) => dataOf(client.GET('/v1/threads/{id}/messages', { params: { path: { id }, query: { limit: 200 } } })),
    say: (about: Topic, id: string, text: string, key: string) =>
      dataOf(
        client.POST(`/v1/${about}s/{id}/messages`, {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { text },
        }),
      ),
    markRead: (id: string, upTo: number) =>
      client.POST('/v1/threads/{id}/mark-read', {
        params: { path: { id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
        body: { upTo },
      }),

    sendFile: (file: File, key: string) =>
      dataOf(
        client.POST('/v1/files', {
          params: { header: { 'Idempotency-Key': key } },
          headers: { 'Content-Type': 'application/octet-stream', 'File-Name': encodeURIComponent(file.name) },
          ...{ body: file as never, bodySerializer: (body: unknown) => body as Blob },
        }),
      ),
    file: (id: string) => dataOf(client.GET('/v1/files/{id}', { params: { path: { id } } })),

    /** Follows a task until the signal: each time that it changed, it is given whole. */
    followTask: (id: string, seq: number, changed: (task: Task) => void, signal: AbortSignal) => {
      let seen = seq;
      return again(signal, async () => {
        const query = { after: seen, wait: LONGEST_WAIT };
        const task = await dataOf(client.GET('/v1/tasks/{id}', { params: { path: { id }, query }, signal }));
        if (task.seq > seen) changed(task);
        seen = task.seq;
      });
    },
    /**
     * Follows what concerns the account until the signal: each time that something new came, it is told once. All who follow share one request: a browser
     * has only six to one server.
     */
    followAccount: (changed: () => void, signal: AbortSignal): void => {
      if (signal.aborted) return;
      followers.add(changed);
      following ??= startFollowing();
      signal.addEventListener('abort', () => {
        followers.delete(changed);
        if (followers.size > 0) return;
        following?.abort();
        following = undefined;
      });
    },
  };
}

export type Api = ReturnType<typeof openApi>;

/** Asks again and again until the signal, with longer pauses while the server is away. What the API refuses ends it. */
async function again(signal: AbortSignal, ask: () => Promise<void>): Promise<void> {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      await ask();
      pause = FIRST_PAUSE;
    } catch (error) {
      if (signal.aborted || (error instanceof Refusal && error.problem.status < 429)) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}
