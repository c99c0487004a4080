import type { Api } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(api.url + path, { redirect: 'manual', ...init });
const scriptOf = (page: string): string => /src="([^"]+\.js)"/.exec(page)?.[1] ?? '';

it.each(['/', '/cabinet'])('%s leads to the cabinet', async (path) => {
  const { status, headers } = await ask(path);
  expect([status, headers.get('location')]).toEqual([302, '/cabinet/']);
});

it('every address under /cabinet/ is the one page, asked for again each time, and none leads out of it', async () => {
  for (const path of [
    '/cabinet/',
    '/cabinet/search?search=x',
    '/cabinet/tasks/0b7e4d1c-0000-4000-8000-000000000000',
    '/cabinet/..%2fpackage.json',
  ]) {
    const { status, headers } = await ask(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/html;charset=utf-8', 'no-cache']);
  }
});

it('its policy lets files of ours alone run, and no text become script or markup', async () => {
  const policy = (await ask('/cabinet/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types worker");
  // Data are pictures alone: QR codes.
  expect(policy.replace("img-src 'self' data:", '')).not.toMatch(/unsafe|\*|http|data:/);
  const page = await (await ask('/cabinet/')).text();
  expect(page.match(/<script(?![^>]+src="\/cabinet\/[^"]+"><\/script>)|\son\w+=|<style|style="/g)).toBeNull();
});

it('a file with a hash in its name is kept for ever, and sent as it was compressed', async () => {
  const script = scriptOf(await (await ask('/cabinet/')).text());
  const { status, headers } = await ask(script, { headers: { 'Accept-Encoding': 'br' } });
  expect([status, headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
    200,
    'br',
    'public, max-age=31536000, immutable',
  ]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect((await ask(script)).status).toBe(200);
});

it('the console stands at the door of the staff alone, under the same policy', async () => {
  const at = (door: 'public' | 'staff', path: string): Promise<Response> => fetch(api.urls[door] + path, { redirect: 'manual' });
  const page = await at('staff', '/console/search');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toBe((await ask('/cabinet/')).headers.get('content-security-policy'));
  expect((await at('staff', '/')).headers.get('location')).toBe('/console/');
  expect((await at('public', '/')).headers.get('location')).toBe('/cabinet/');
  expect((await at('public', '/console/')).status).toBe(404);
  expect((await at('public', scriptOf(await page.text()))).status).toBe(404);
});

it('what is no page is a problem of the API, as before', async () => {
  for (const [path, method] of [
    ['/cabinet/assets/index-none.js', 'GET'],
    ['/cabinet/', 'POST'],
    ['/Cabinet/', 'GET'],
  ] as const) {
    const { status, headers } = await ask(path, { method });
    expect([path, status, headers.get('content-type')]).toEqual([path, 404, 'application/problem+json; charset=utf-8']);
  }
  expect((await api.as(undefined, 'staff').get('/cabinet/')).problem?.code).toBe('not-found');
});
