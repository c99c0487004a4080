import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Api } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Sent {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** As it comes over the wire: `fetch` would unpack it. */
const get = (path: string, headers: Record<string, string> = {}): Promise<Sent> =>
  new Promise((resolve, reject) => {
    request(`${api.url}${path}`, { headers }, async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, bytes });
    })
      .on('error', reject)
      .end();
  });

const KEPT = ['/openapi.json', '/v1/charts/task', '/v1/charts/task.svg', '/v1/places'];

describe.each(KEPT)('%s', (path) => {
  it('is compressed as the caller takes it, and is the same text', async () => {
    const plain = await get(path);
    const small = await get(path, { 'Accept-Encoding': 'gzip, deflate, br' });
    const zipped = await get(path, { 'Accept-Encoding': 'gzip' });
    expect([plain, small, zipped].map(({ status, headers }) => [status, headers['content-encoding'], headers.vary])).toEqual([
      [200, undefined, 'Accept-Encoding'],
      [200, 'br', 'Accept-Encoding'],
      [200, 'gzip', 'Accept-Encoding'],
    ]);
    expect(brotliDecompressSync(small.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
    expect(small.bytes.length * 3).toBeLessThan(plain.bytes.length);
    expect(small.headers['content-type']).toBe(plain.headers['content-type']);
    expect(small.headers['content-type']).toMatch(/; charset=utf-8$/);
  });

  it('is not sent again to a caller who has it, in each form', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (coding) => {
        const etag = String((await get(path, { 'Accept-Encoding': coding })).headers.etag);
        const again = await get(path, { 'Accept-Encoding': coding, 'If-None-Match': etag });
        expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag]);
        return etag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });
});

it('only what is public is kept and compressed, because a compressed answer betrays the secrets in it', async () => {
  expect(api.routes.filter(({ cacheable, access }) => cacheable && access !== 'public')).toEqual([]);
  const customer = await api.join(['customer']);
  for (const path of ['/v1/accounts/me', '/v1/tasks']) {
    const { headers } = await api.as(customer).get(path, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect([path, headers.get('content-encoding'), headers.get('etag')]).toEqual([path, null, null]);
  }
});
