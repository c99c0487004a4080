import { randomUUID } from 'node:crypto';
import { tablesWith } from '../testing/probes/plain-values.ts';
import type { Api, Person, Task } from '../testing/worlds/api.ts';
import { openApi, posting } from '../testing/worlds/api.ts';
import { newToken, tokenHash } from './session.ts';

describe('a session', () => {
  let api: Api;
  let customer: Person;
  beforeAll(async () => {
    api = await openApi();
    customer = await api.join(['customer']);
  });
  afterAll(() => api.close());

  const statusWith = async (authorization: string | undefined): Promise<number> => {
    const { status, headers, problem } = await api
      .as()
      .get('/v1/tasks', authorization === undefined ? {} : { headers: { Authorization: authorization } });
    expect(problem?.code).toBe(status === 200 ? undefined : 'unauthenticated');
    expect(headers.get('www-authenticate')).toBe(status === 200 ? null : 'Bearer');
    return status;
  };

  it('is opened only by its token', async () => {
    const { token, id, email } = customer;
    for (const good of [`Bearer ${token}`, `bearer ${token}`, `BEARER ${token}`]) expect(await statusWith(good)).toBe(200);
    const bad = [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      token,
      `Basic ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} `.padEnd(80, 'x'),
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      `Bearer ${token.slice(0, 19)}`,
      `Bearer ${token},${token}`,
      `Bearer ${token}' or '1'='1`,
      `Bearer ${token.toUpperCase()}`,
      `Bearer ${tokenHash(token)}`,
      `Bearer ${id}`,
      `Bearer ${email}`,
      `Bearer ${newToken()}`,
      `Bearer ${'x'.repeat(5_000)}`,
      'Bearer null',
      'Bearer undefined',
    ];
    for (const each of bad) expect([each, await statusWith(each)]).toEqual([each, 401]);
    expect((await api.as().get(`/v1/tasks?access_token=${token}`)).status).toBe(401);
    expect((await api.as().get('/v1/tasks', { headers: { Cookie: `token=${token}` } })).status).toBe(401);
  });

  it('ends when it expires, and at once when it is revoked', async () => {
    for (const end of [`update session set expires_at = clock_timestamp() where account = $1`, `delete from session where account = $1`]) {
      const person = await api.join(['customer']);
      expect(await statusWith(`Bearer ${person.token}`)).toBe(200);
      await api.owner.query(end, [person.id]);
      expect(await statusWith(`Bearer ${person.token}`)).toBe(401);
    }
  });

  it('has the current rights of its account', async () => {
    const person = await api.join(['customer']);
    expect((await api.as(person).post('/v1/tasks', posting())).status).toBe(201);
    await api.owner.query(`update account set roles = '{contractor}' where id = $1`, [person.id]);
    expect((await api.as(person).post('/v1/tasks', posting())).problem?.code).toBe('wrong-party');
  });

  it('leaves its token in no table', async () => {
    await api.as(customer).postTask({}, { key: 'a-key-of-my-own' });
    expect(await tablesWith(api.owner, customer.token)).toEqual([]);
    expect(await tablesWith(api.owner, tokenHash(customer.token))).toEqual(['session']);
    // Control: the search finds an existing token.
    expect(await tablesWith(api.owner, customer.name)).toEqual(['account']);
    expect(await tablesWith(api.owner, 'a-key-of-my-own')).toEqual(['event']);
  });
});

describe('a rate limit', () => {
  const MOST = 5;
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ limits: { requests: MOST } });
  });
  afterAll(() => api.close());

  it('stops one account, tells it when to retry, and does not affect others', async () => {
    const [busy, calm] = [await api.join(['customer']), await api.join(['customer'])];
    for (let count = 0; count < MOST; count++) expect((await api.as(busy).post('/v1/tasks', posting())).status).toBe(201);
    const events = await api.countEvents();
    const { status, headers, problem } = await api.as(busy).post('/v1/tasks', posting());
    expect([status, problem?.code]).toEqual([429, 'too-many-requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect(await api.countEvents()).toBe(events);
    expect((await api.as(calm).get('/v1/tasks')).status).toBe(200);
  });

  it('stops an address that guesses tokens, whatever addresses its headers claim, before it reads the database', async () => {
    const known = await api.join(['customer']);
    expect((await api.as(known).get('/v1/tasks')).status).toBe(200);
    let lookups = 0;
    api.lives.database.addHook('afterQuery', 'lookups', (_options, query) => {
      if (String((query as unknown as { sql: string }).sql).includes('session-by-token-hash')) lookups++;
    });
    const statuses: number[] = [];
    for (let count = 0; count < MOST + 2; count++) {
      const headers = {
        Authorization: `Bearer ${newToken()}`,
        'X-Forwarded-For': `10.0.0.${count}`,
        'X-Real-IP': `10.0.0.${count}`,
        Forwarded: `for=10.0.0.${count}`,
      };
      statuses.push((await api.as().get('/v1/tasks', { headers })).status);
    }
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect((await api.as().get('/v1/offer')).status).toBe(429);
    expect(lookups).toBeLessThanOrEqual(MOST);
    const before = lookups;
    expect((await api.as().get('/v1/tasks', { headers: { Authorization: `Bearer ${newToken()}` } })).status).toBe(429);
    expect(lookups).toBe(before);
    // Whoever is logged in and was seen is not held back by strangers at the same address.
    expect((await api.as(known).get('/v1/tasks')).status).toBe(200);
    api.lives.database.removeHook('afterQuery', 'lookups');
  });
});

describe('a rate limit behind a proxy', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ limits: { requests: 8 }, settings: { TRUSTED_PROXIES: ['127.0.0.1', '10.0.0.0/8'] } });
  });
  afterAll(() => api.close());
  const from = async (chain: string) => (await api.as().get('/v1/offer', { headers: { 'X-Forwarded-For': chain } })).status;

  it('counts the last hop that is no proxy, and what stands before it in the header does not count', async () => {
    for (let each = 0; each < 4; each++) expect(await from(`192.0.2.${each}, 203.0.113.5, 10.1.2.3`)).toBe(200);
    expect(await from('192.0.2.9, 203.0.113.5, 10.9.9.9')).toBe(429);
    expect(await from('203.0.113.6')).toBe(200);
  });

  it('counts a network of IPv6, and a wide one with a larger bound', async () => {
    for (let each = 0; each < 4; each++) expect(await from(`2001:db8:1:1::${each}`)).toBe(200);
    expect(await from('2001:db8:1:1:ffff::1')).toBe(429);
    for (let each = 2; each < 30; each++) expect(await from(`2001:db8:1:${each}::1`)).toBe(200);
    expect(await from('2001:db8:1:99::1')).toBe(429);
    expect(await from('2001:db8:2:1::1')).toBe(200);
  });
});

describe('the log', () => {
  let api: Api;
  let customer: Person;
  let contractor: Person;
  let task: Task;
  beforeAll(async () => {
    api = await openApi();
    [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    task = await api.as(customer).postTask({ match: 'choice' });
  });
  afterAll(() => api.close());

  // Short, because a database truncates the rows that it shows.
  const SECRETS = ['Рояль', 'Абай 10-5', 'Мінезі', 'Жүк', 'a-key-to-keep'];

  it('contains no token, key, person or text, also if the database fails', async () => {
    const [title, place, reasons, name, key] = SECRETS as [string, string, string, string, string];
    const secret = { title, place, description: reasons, lines: [{ name, unit: 'hour', quantity: 1, unitPrice: 100 }] };
    await api.as(customer).post('/v1/tasks', posting(secret), { key });
    await api.as(customer).post('/v1/tasks', { ...posting(secret), [reasons]: 1 });
    await api.as(customer).post('/v1/tasks', `{"title":"${title}`);
    await api.as(customer).get(`/v1/tasks?${encodeURIComponent(reasons)}=1`);
    await api.as(customer).get(`/v1/tasks/${task.id}?token=${customer.token}`);
    await api.as(contractor).post(`/v1/tasks/${task.id}/respond`, { version: 1, message: reasons });
    await api.as().get('/v1/tasks', { headers: { Authorization: `Bearer ${customer.token}x` } });

    // An error that shows the refused row, and one that shows a statement's parameters.
    await api.owner.query(`alter table task add constraint made_by_a_test check (title <> '${title}') not valid`);
    expect((await api.as(customer).post('/v1/tasks', posting(secret))).problem).toEqual(
      expect.objectContaining({ code: 'internal', status: 500 }),
    );
    await api.owner.query('alter table task drop constraint made_by_a_test; alter table notice rename to away');
    const failed = await api.as(customer).get(`/v1/tasks/${task.id}/notices`);
    await api.owner.query('alter table away rename to notice');
    expect(Object.keys(failed.body).toSorted()).toEqual(['code', 'status', 'title', 'type']);

    const logged = api.logged();
    for (const text of [
      ...SECRETS,
      ...[customer, contractor].flatMap(({ token, email, name }) => [token, tokenHash(token), email, name]),
    ]) {
      expect(logged).not.toContain(text);
      expect(logged).not.toContain(encodeURIComponent(text));
    }
    // Control: the log does contain the error.
    for (const text of [
      'made_by_a_test',
      '23514',
      'relation \\"notice\\" does not exist',
      `/v1/tasks/${task.id}/notices`,
      '"statusCode":500',
      '"statusCode":201',
    ]) {
      expect(logged).toContain(text);
    }
  });
});

describe('a response', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  // testing/worlds/api.ts checks for all tests that every response has nosniff, no-store, a policy and no referrer, and none X-Powered-By.
  it('allows no other origins and does not reveal its software', async () => {
    const person = await api.join(['customer']);
    for (const path of ['/v1/tasks', `/v1/tasks/${randomUUID()}`, '/v1/offer', '/nonsense', '/docs']) {
      const { headers } = await api.as(person).get(path, { headers: { Origin: 'https://elsewhere.example' } });
      const names = [...headers.keys()];
      expect(names.filter((name) => /^(access-control|server|x-powered|set-cookie|etag)/.test(name))).toEqual([]);
    }
  });

  it('loads and runs nothing in a browser, and is shown in no other page, also if it is an error', async () => {
    for (const path of ['/v1/offer', '/v1/tasks', '/nonsense', '/healthz', '/v1/charts/task.svg', '/openapi.json']) {
      const { headers } = await api.as().get(path);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      ]);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      const isKept = ['/v1/charts/task.svg', '/openapi.json'].includes(path);
      expect([path, headers.get('cache-control')]).toEqual([path, isKept ? 'public, max-age=3600' : 'no-store']);
      // Over plain HTTP, as here, a browser would ignore it.
      expect(headers.get('strict-transport-security')).toBeNull();
    }
    const broken = await fetch(`${api.url}/v1/tasks/%E0%A4%A`);
    expect([broken.status, broken.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  it('demands TLS of browsers where people reach the API over it', async () => {
    const secured = await openApi({ settings: { PUBLIC_URL: 'https://api.akjet.kz' } });
    for (const door of ['public', 'staff'] as const)
      for (const path of ['/v1/offer', '/docs', '/nonsense'])
        expect((await secured.as(undefined, door).get(path)).headers.get('strict-transport-security')).toBe(
          'max-age=63072000; includeSubDomains',
        );
    await secured.close();
  });
});

describe('another spelling of a path', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ limits: { requests: 100_000 } });
  });
  afterAll(() => api.close());

  // A rule of a proxy for a path must not be got around.
  it('is not found, at every route and page of every door', async () => {
    const pages = ['/docs', '/docs/start.js', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js'].map((path) => ({
      method: 'get',
      path,
    }));
    const all = [...api.routes, ...pages];
    expect(all.length).toBeGreaterThan(150);
    const spellings = (path: string): string[] => {
      const letter = /[a-z]/.exec(path)?.[0] ?? '';
      return [
        path.toUpperCase(),
        `/${path.charAt(1).toUpperCase()}${path.slice(2)}`,
        `${path}/`,
        `/${path}`,
        path.replace(letter, `%${letter.charCodeAt(0).toString(16)}`),
      ];
    };
    const paths = all.map(({ method, path }) => ({
      method,
      path: path.replace(/\{\w+\}/g, '0').replaceAll(/[A-Z]/g, (each) => each.toLowerCase()),
    }));
    for (const { method, path } of paths)
      for (const spelling of spellings(path)) {
        const { status } = await fetch(api.url + spelling, { method: method.toUpperCase() });
        expect([method, spelling, status]).toEqual([method, spelling, 404]);
      }
  });

  it('or the path itself leads a stranger to no metrics', async () => {
    for (const path of ['/metrics', '/metrics/', '/METRICS', '/Metrics', '//metrics', '/%6detrics', '/metrics?x=1']) {
      const { status, body } = await api.as(undefined, 'public').get<unknown>(path);
      expect([path, status]).toEqual([path, 404]);
      expect(JSON.stringify(body)).not.toContain('akjet_');
    }
    expect((await api.as(undefined, 'staff').get<string>('/metrics')).body).toContain('akjet_lives_waiting');
  });
});
