import { randomUUID } from 'node:crypto';
import { readConfig } from '../config.ts';
import { openProxy } from '../faults/proxy.ts';
import type { Api, Client, Person, Task } from '../testing/worlds/api.ts';
import { openApi, posting } from '../testing/worlds/api.ts';
import { createDatabase } from '../testing/worlds/database.ts';
import { PROBLEMS } from './errors.ts';
import { problemsOf } from './openapi.ts';
import type { Route } from './route.ts';

describe('while the database is away', () => {
  let api: Api;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let customer: Person;
  let contractor: Person;
  let task: Task;
  beforeAll(async () => {
    database = await createDatabase(readConfig().DATABASE_URL);
    const url = new URL(database.url);
    proxy = await openProxy(url.host);
    url.host = proxy.address;
    api = await openApi({ ownDatabase: false, settings: { DATABASE_URL: url.href } });
    api.owner.on('error', () => {});
    [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    task = await api.as(customer).postTask();
  });
  afterAll(async () => {
    await proxy.restore();
    await api.close();
    await proxy.close();
    await database.drop();
  });

  const askBy = (as: Client, method: Route['method'], path: string, language: string) => {
    if (method === 'get') return as.get(path, { language });
    if (method === 'delete') return as.remove(path, { language });
    return as[method](path, {}, { language });
  };
  const whileAway = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    await proxy.refuse();
    try {
      return await work();
    } finally {
      await proxy.restore();
    }
  };

  it('every route that needs it says so in time, in each language, and the others still work', async () => {
    await whileAway(async () => {
      // A webhook's signature is checked first, the token of a phone with a QR code, and what a link is for; on public routes the body is.
      const routes = api.routes.filter(
        ({ raw, access, body, path }) => !raw && !/\/egov\/|\/shown$/.test(path) && !(access === 'public' && body),
      );
      for (const [index, route] of routes.entries()) {
        const path = route.path
          .replace('{id}', task.id)
          .replace('{life}', 'task')
          .replace('{sha256}', 'f'.repeat(64))
          .replace('{size}', '1')
          .replace('{level}', '0')
          .replaceAll(/\{[abc]\}/g, '000');
        const language = (['kk', 'ru', 'en'] as const)[index % 3] as 'kk' | 'ru' | 'en';
        const as = api.as(route.access === 'public' ? undefined : customer);
        const begin = performance.now();
        const { status, headers, problem } = await askBy(as, route.method, path, language);
        expect(performance.now() - begin).toBeLessThan(30_000);
        const needs = problemsOf(route).includes('unavailable');
        expect([path, status]).toEqual([path, needs ? 503 : 200]);
        if (needs) expect([problem?.title, headers.get('retry-after')]).toEqual([PROBLEMS.unavailable.title[language], '1']);
      }
    });
    expect(api.logged()).not.toContain(customer.token);
  });

  it('nothing is half done: a retry with the same key succeeds after it is back', async () => {
    const before = await api.countEvents();
    const [postKey, acceptKey, body] = [randomUUID(), randomUUID(), posting({ places: 2 })];
    const accept = () => api.as(contractor).post(`/v1/tasks/${task.id}/accept`, { version: 1 }, { key: acceptKey });
    const post = () => api.as(customer).post('/v1/tasks', body, { key: postKey });
    await whileAway(async () => {
      for (const act of [accept, post]) expect((await act()).problem?.code).toBe('unavailable');
    });
    expect(await api.countEvents()).toBe(before);
    for (const act of [accept, post]) {
      const { status, headers } = await act();
      expect([status < 300, headers.get('idempotent-replayed')]).toEqual([true, null]);
    }
    expect(await api.countEvents()).toBe(before + 3);
  });

  it('callers who wait for a change get an error, and can wait again after it is back', async () => {
    const { id } = await api.as(customer).postTask();
    await whileAway(async () => {
      expect((await api.as(customer).get(`/v1/tasks/${id}?after=1&wait=2`)).problem?.code).toBe('unavailable');
    });
    const waiting = api.as(customer).get(`/v1/tasks/${id}?after=1&wait=20`);
    await proxy.refuse();
    await proxy.restore();
    await api.as(contractor).command(id, 'accept', { version: 1 });
    expect([200, 503]).toContain((await waiting).status);
  });
});
