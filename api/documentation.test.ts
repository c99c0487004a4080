import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lifeTypes } from '../charts/index.ts';
import type { Api } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const fetched = async (path: string) => {
  const { status, headers, body } = await api.as().get<string>(path);
  return { status, type: headers.get('content-type'), policy: headers.get('content-security-policy'), text: String(body) };
};

/** External addresses that a browser would load: from a page, a script of ours or a style sheet. Names of XML are not addresses. */
const elsewhere = (text: string): string[] =>
  [...text.replace(/url\("?data:[^)]*\)/g, '').matchAll(/(?:https?:)?\/\/[\w.-]+/g)]
    .map(([address]) => address)
    .filter((address) => !/\/\/www\.w3\.org$/.test(address));

describe('the page of the API documentation', () => {
  it('needs nothing from other hosts, and may load nothing from them', async () => {
    const page = await fetched('/docs');
    expect(page).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/html/) });
    const rules = new Map(
      (page.policy ?? '').split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]),
    );
    expect(Object.fromEntries(rules)).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'frame-ancestors': "'none'" });
    expect(page.policy).not.toMatch(/http|\*|unsafe-eval/);
    // No script stands in the page, so that the policy lets all of them run and none that somebody has slipped in.
    expect(page.text.match(/<script(?! src="[^"]+"><\/script>)|\son\w+=|javascript:/g)).toBeNull();
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(assets).toEqual(['/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/docs/start.js']);
    const [style, bundle, start] = await Promise.all(assets.map(fetched));
    expect(style).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/css/) });
    for (const script of [bundle, start]) expect(script).toMatchObject({ status: 200, type: expect.stringMatching(/javascript/) });
    for (const { text } of [page, start, style] as { text: string }[]) expect(elsewhere(text)).toEqual([]);
    expect(start?.text).toContain("url: '/openapi.json'");
    expect(start?.text).toContain('validatorUrl: null');
    expect(start?.text).toContain('persistAuthorization: false');
  });

  it.each(['<script src="https://cdn.example/x.js">', '<link href="//cdn.example/x.css">', "@import url('http://fonts.example/x')"])(
    'control: %s would be found',
    (text) => {
      expect(elsewhere(text)).toHaveLength(1);
    },
  );
});

describe('the charts', () => {
  it('are listed, and each is served as data and as a picture', async () => {
    const { items } = (
      await api.as().get<{ items: { life: string; hash: string; number: number; href: string; picture: string }[] }>('/v1/charts')
    ).body;
    expect(items.map(({ life }) => life)).toEqual(expect.arrayContaining(Object.keys(lifeTypes)));
    for (const life of Object.keys(lifeTypes)) {
      const { hash, number, href, picture } = items.find((each) => each.life === life) as (typeof items)[number];
      const chart = (await api.as().get<{ hash: string; life: string; states: object[]; transitions: object[]; words: object }>(href)).body;
      expect(number).toBeGreaterThan(0);
      expect(chart).toMatchObject({
        hash,
        number,
        life,
        words: { life: { kk: expect.any(String), ru: expect.any(String), en: expect.any(String) } },
      });
      expect(chart.states.length).toBeGreaterThan(0);
      expect(chart.transitions).toContainEqual(expect.objectContaining({ by: expect.any(Array), clause: expect.any(String) }));
      const { status, headers, body } = await api.as().get<string>(picture);
      expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
      expect(body).toBe(readFileSync(new URL(`../docs/charts/${life}.svg`, import.meta.url), 'utf8'));
      expect(body).not.toMatch(/<script|href="(?!#)/);
    }
  });

  it('are served by stage and language, each as SVG', async () => {
    const ofEach = Object.keys(lifeTypes).flatMap((life) =>
      ['kk', 'ru', 'en'].map((language) => [life, `language=${language}`, `${life}.overview.${language}.svg`]),
    );
    for (const [life, query, file] of [
      ['task', 'stage=agreed&language=ru', 'task.agreed.ru.svg'],
      ['task', 'stage=agreed', 'task.agreed.en.svg'],
      ...ofEach,
    ]) {
      const { status, headers, body } = await api.as().get<string>(`/v1/charts/${life}.svg?${query}`);
      expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
      expect(body).toBe(readFileSync(new URL(`../docs/charts/${file}`, import.meta.url), 'utf8'));
      expect(body).toContain('<svg ');
    }
  });

  it.each([
    ['task', 'stage=nonsense', 'stage'],
    ['review', 'stage=published&language=ru', 'stage'],
    ['task', 'language=de', 'language'],
  ])('of %s refuse %s and name the wrong field', async (life, query, path) => {
    const { status, problem } = await api.as().get(`/v1/charts/${life}.svg?${query}`);
    expect(status).toBe(400);
    expect(problem).toMatchObject({ code: 'invalid-input', errors: [expect.objectContaining({ path, message: expect.any(String) })] });
  });
});

describe('the offer', () => {
  it('is served word for word to anybody, with its hash and clauses', async () => {
    const { text, sha256, clauses } = (await api.as().get<{ text: string; sha256: string; clauses: Record<string, string> }>('/v1/offer'))
      .body;
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect(text).toContain(clauses['3.4']);
  });
});

describe('the routes for operating the system', () => {
  it('report that the process is alive and ready, and its metrics', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await api.as().get(path)).body).toEqual({ status: 'ok' });
    const { headers, body } = await api.as().get<string>('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const name of [
      'akjet_lives_waiting{what="undelivered_updates"}',
      'akjet_lives_waiting{what="late_timers"}',
      'process_cpu_seconds_total',
    ])
      expect(body).toContain(name);
    expect(api.logged()).not.toMatch(/healthz|readyz|metrics/);
  });
});
