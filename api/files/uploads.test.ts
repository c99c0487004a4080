import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { Upload } from 'tus-js-client';
import { append, PIECE } from '../../files/pieces.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let customer: Person;
let stranger: Person;
let photo: Buffer;
beforeAll(async () => {
  api = await openApi();
  [customer, stranger] = await Promise.all([api.join(['customer']), api.join(['customer'])]);
  photo = await sharp(randomBytes(2_000 * 1_500 * 3), { raw: { width: 2_000, height: 1_500, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
});
afterAll(() => api.close());

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const ask = (person: Person, method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
  fetch(api.url + path, {
    method,
    headers: { Authorization: `Bearer ${person.token}`, 'Tus-Resumable': '1.0.0', ...headers },
    ...(body && { body: body as Uint8Array<ArrayBuffer> }),
  });
const begin = async (person: Person, size: number, more: Record<string, string> = {}): Promise<string> => {
  const response = await ask(person, 'POST', '/v1/uploads', { 'Upload-Length': String(size), ...more });
  expect(response.status).toBe(201);
  return response.headers.get('location') as string;
};
const add = (person: Person, upload: string, from: number, bytes: Uint8Array) =>
  ask(person, 'PATCH', upload, { 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' }, bytes);
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code;
const stands = async (person: Person, upload: string): Promise<number> =>
  Number((await ask(person, 'HEAD', upload)).headers.get('upload-offset'));

describe('an upload in parts (tus 1.0)', () => {
  it('of a client that others wrote becomes a file, with its name and its hash', async () => {
    const address = await new Promise<string>((resolve, reject) => {
      const upload = new Upload(photo, {
        endpoint: `${api.url}/v1/uploads`,
        headers: { Authorization: `Bearer ${customer.token}` },
        metadata: { filename: 'Объект.jpg' },
        chunkSize: 700_000,
        retryDelays: null,
        onError: reject,
        onSuccess: () => resolve(upload.url as string),
      });
      upload.start();
    });
    const { status, body } = await api.as(customer).get<{ sha256: string; name: string }>(`/v1/files/${address.split('/').at(-1)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ sha256: hash(photo), name: 'Объект.jpg' });
  });

  it('that is cut in the middle goes on where it was, and from another account it is not there', async () => {
    const upload = await begin(customer, photo.length);
    const gone = new AbortController();
    const sending = fetch(api.url + upload, {
      method: 'PATCH',
      headers: {
        ...{ Authorization: `Bearer ${customer.token}`, 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' },
        'Content-Type': 'application/offset+octet-stream',
      },
      body: new ReadableStream({
        async pull(controller) {
          controller.enqueue(photo.subarray(0, PIECE + 70_000));
          await new Promise((resolve) => setTimeout(resolve, 300));
          gone.abort();
        },
      }),
      duplex: 'half',
      signal: gone.signal,
    } as RequestInit);
    await expect(sending).rejects.toThrow();
    let at = 0;
    for (let tries = 0; at < PIECE && tries < 100; tries++) {
      at = await stands(customer, upload);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(at).toBeGreaterThanOrEqual(PIECE);
    expect(at).toBeLessThan(photo.length);
    expect((await ask(stranger, 'HEAD', upload)).status).toBe(404);
    expect((await add(stranger, upload, at, photo.subarray(at))).status).toBe(404);
    expect((await ask(stranger, 'DELETE', upload)).status).toBe(404);
    expect(await codeOf(await add(customer, upload, at + 1, photo.subarray(at + 1)))).toBe('upload-elsewhere');
    const last = await add(customer, upload, at, photo.subarray(at));
    const id = upload.split('/').at(-1);
    expect([last.status, last.headers.get('content-location')]).toEqual([204, `/v1/files/${id}`]);
    expect((await api.as(customer).get<{ sha256: string }>(`/v1/files/${id}`)).body.sha256).toBe(hash(photo));
    // Whose last answer was lost asks how far it is.
    expect(await stands(customer, upload)).toBe(photo.length);
    expect((await api.as(stranger).get(`/v1/files/${id}`)).problem?.code).toBe('not-found');
  });

  it('whose last byte came before its process died becomes a file when it is asked for', async () => {
    const upload = await begin(customer, photo.length);
    const id = upload.split('/').at(-1) as string;
    await add(customer, upload, 0, photo.subarray(0, PIECE));
    await add(customer, upload, PIECE, photo.subarray(PIECE, photo.length - 1));
    expect((await api.as(customer).get(`/v1/files/${id}`)).status).toBe(404);
    await append({ database: api.lives.database, files: api.files }, id, photo.length - 1, Readable.from([photo.subarray(-1)]));
    expect(await stands(customer, upload)).toBe(photo.length);
    expect((await api.as(customer).get<{ sha256: string }>(`/v1/files/${id}`)).body.sha256).toBe(hash(photo));
  });

  it('is refused by its length, its bytes, and what its headers leave out; given up, nothing is left', async () => {
    expect(await codeOf(await ask(customer, 'POST', '/v1/uploads', { 'Upload-Length': '900000000' }))).toBe('file-refused');
    expect(await codeOf(await ask(customer, 'POST', '/v1/uploads', { 'Upload-Length': '0' }))).toBe('file-refused');
    expect(await codeOf(await ask(customer, 'POST', '/v1/uploads', {}))).toBe('invalid-input');
    expect(await codeOf(await ask(customer, 'POST', '/v1/uploads', { 'Tus-Resumable': '0.2.2', 'Upload-Length': '5' }))).toBe(
      'invalid-input',
    );
    const text = await begin(customer, 5);
    expect(await codeOf(await add(customer, text, 0, Buffer.from('hello')))).toBe('file-refused');
    expect((await ask(customer, 'HEAD', text)).status).toBe(404);
    const upload = await begin(customer, 10);
    expect((await add(customer, upload, 0, Buffer.from('hello, how are you?'))).status).toBe(422);
    expect((await ask(customer, 'DELETE', upload)).status).toBe(204);
    expect((await ask(customer, 'HEAD', upload)).status).toBe(404);
    expect((await ask(customer, 'HEAD', `/v1/uploads/${randomUUID()}`)).status).toBe(404);
  });

  it('waits while others of the account are not ended', async () => {
    const person = await api.join(['customer']);
    for (let count = 0; count < 5; count++) await begin(person, 20_000_000);
    expect(await codeOf(await ask(person, 'POST', '/v1/uploads', { 'Upload-Length': '20000000' }))).toBe('too-many-requests');
  });
});
