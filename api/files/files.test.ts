import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { clearFiles } from '../../files/clearing.ts';
import { PIECE } from '../../files/pieces.ts';
import { verify } from '../../lives/verify.ts';
import { pass } from '../../testing/engine/pass.ts';
import { heic } from '../../testing/lives/files.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { EICAR, troubleScans } from '../../testing/stand-ins/malware.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import { craftedPdf } from '../../testing/texts/crafted-pdf.ts';
import type { Api, Person, ProblemBody } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

interface FileAnswer {
  id: string;
  state: string;
  sha256: string;
  size: number;
  mediaType: string;
  name: string | null;
  picture: { width: number; height: number } | null;
  fault: { code: string; words: string } | null;
  unusedBy: string | null;
  links: { content: string; thumbnail: string | null; minutes: number } | null;
}

const HOUR = 3_600_000;
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let operator: Person;
let photo: Buffer;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor, stranger, operator] = await Promise.all([
    api.join(['customer'], 'ru'),
    api.join(['contractor']),
    api.join(['customer', 'contractor']),
    api.join(['operator']),
  ]);
  photo = await photoOf();
});
afterAll(() => api.close());

/** A photo of noise, of some mebibytes, that lies on its side and names the place where it was made. */
const photoOf = (width = 2_000, height = 1_500): Promise<Buffer> =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Make: 'Phone', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

const bare = async (person: Person | undefined, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(api.url + path, {
    headers: { ...(person && { Authorization: `Bearer ${person.token}` }), 'Staff-Reason': 'check', ...headers },
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
const send = (person: Person, bytes: Uint8Array, headers: Record<string, string> = {}, key: string = randomUUID()) =>
  api.as(person).post<FileAnswer>('/v1/files', bytes, { key, headers: { 'Content-Type': 'application/octet-stream', ...headers } });
const read = async (person: Person, id: string): Promise<FileAnswer> => (await api.as(person).get<FileAnswer>(`/v1/files/${id}`)).body;
const looked = async (person: Person, id: string): Promise<FileAnswer> =>
  until(async () => {
    const file = await read(person, id);
    return file.state !== 'received' && file;
  }, 'a file that is looked at');
const sent = async (person: Person, bytes: Uint8Array): Promise<FileAnswer> => {
  const { status, body } = await send(person, bytes);
  expect(status).toBe(201);
  return looked(person, body.id);
};
const storeFolder = () => fileURLToPath(process.env.FILES_PLACE as string);
const piecesOf = async (content: string): Promise<string[]> =>
  (await api.rows<{ id: string }>('select id from file_piece where content = $1', content)).map(({ id }) => id);
const contentOf = async (id: string): Promise<string | null> =>
  (await api.rows<{ content: string | null }>('select content from file where id = $1', `file/${id}`))[0]?.content ?? null;
const held = (pieces: string[]): number => pieces.filter((piece) => readdirSync(storeFolder()).includes(piece)).length;
const clear = () => clearFiles({ database: api.worker.lives.database, files: api.files });

describe('a file', () => {
  it('is received under its hash, checked, and read whole and in ranges by its owner alone', async () => {
    await api.withWorker(async () => {
      const { status, body, headers } = await send(customer, photo, { 'File-Name': encodeURIComponent('Объект 1.jpg') });
      expect(status).toBe(201);
      expect(headers.get('location')).toBe(`/v1/files/${body.id}`);
      expect(body).toMatchObject({ sha256: hash(photo), size: photo.length, mediaType: 'image/jpeg', name: 'Объект 1.jpg' });
      expect(photo.length).toBeGreaterThan(2 * PIECE);
      expect(await looked(customer, body.id)).toMatchObject({ state: 'clean', picture: { width: 1_500, height: 2_000 }, fault: null });
      const address = `/v1/files/${body.id}/content`;
      const whole = await bare(customer, `${address}?form=original`);
      expect([whole.status, hash(whole.bytes)]).toEqual([200, hash(photo)]);
      expect(whole.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''/);
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
      expect(whole.headers.get('content-security-policy')).toMatch(/^sandbox;/);
      const across = await bare(customer, `${address}?form=original`, { Range: `bytes=${PIECE - 2}-${PIECE + 1}` });
      expect([across.status, across.headers.get('content-range')]).toEqual([206, `bytes ${PIECE - 2}-${PIECE + 1}/${photo.length}`]);
      expect(across.bytes.equals(photo.subarray(PIECE - 2, PIECE + 2))).toBe(true);
      const other = { Range: 'bytes=0-1', 'If-Range': '"other"' };
      expect((await bare(customer, `${address}?form=original`, other)).bytes).toHaveLength(photo.length);
      expect((await api.as(customer).get(address, { headers: { Range: `bytes=${photo.length * 2}-` } })).problem?.code).toBe(
        'range-outside',
      );
      expect((await bare(operator, `${address}?form=original`)).status).toBe(200);
      for (const path of ['', '/content', '/content?form=original', '/events'])
        expect((await api.as(stranger).get(`/v1/files/${body.id}${path}`)).problem?.code).toBe('not-found');
      await expect(verify(api.lives, `file/${body.id}`)).resolves.toBeUndefined();
    });
  });

  it('of an iPhone (HEIC) is kept as it is, and shown as a JPEG, upright and without what its camera wrote', async () => {
    await api.withWorker(async () => {
      const photographed = heic();
      const { body } = await send(customer, photographed, { 'File-Name': 'IMG_0001.HEIC' });
      const file = await looked(customer, body.id);
      expect(file).toMatchObject({ state: 'clean', mediaType: 'image/heic', picture: { width: 40, height: 64 } });
      const address = `/v1/files/${body.id}/content`;
      const original = await bare(operator, `${address}?form=original`);
      expect([original.headers.get('content-type'), hash(original.bytes)]).toEqual(['image/heic', hash(photographed)]);
      expect(photographed.toString('latin1')).toContain('SecretCamera');
      const copy = await bare(customer, address);
      expect([copy.headers.get('content-type'), copy.headers.get('content-disposition')]).toEqual([
        'image/jpeg',
        expect.stringContaining('IMG_0001.jpg'),
      ]);
      const { format, width, height, exif } = await sharp(copy.bytes).metadata();
      expect([format, width, height, exif]).toEqual(['jpeg', 40, 64, undefined]);
      expect(copy.bytes.toString('latin1')).not.toContain('SecretCamera');
      const [red, , blue] = await sharp(copy.bytes).extract({ left: 20, top: 8, width: 1, height: 1 }).raw().toBuffer();
      expect(blue).toBeGreaterThan(2 * (red as number));
      expect((await bare(customer, `${address}?form=thumbnail`)).headers.get('content-type')).toBe('image/webp');
    });
  });

  it('of an iPhone is refused if it is cut, hides something, or has too many pixels', async () => {
    await api.withWorker(async () => {
      const photographed = heic();
      const faultOf = async (bytes: Uint8Array) => (await sent(customer, bytes)).fault?.code;
      expect(await faultOf(photographed.subarray(0, -40))).toBe('image-damaged');
      expect(await faultOf(Buffer.concat([photographed, zipSync({ 'a.txt': Buffer.from('a') })]))).toBe('behind-the-end');
      const wide = Buffer.from(photographed);
      // 100 000 by 100 000 pixels by its header.
      const size = wide.indexOf('ispe') + 8;
      wide.writeUInt32BE(100_000, size);
      wide.writeUInt32BE(100_000, size + 4);
      expect(['too-many-pixels', 'image-damaged']).toContain(await faultOf(wide));
      await setParameter(api.owner, 'fileHeicMostPixels', 40 * 64 - 1);
      expect(await faultOf(photographed)).toBe('too-many-pixels');
      await setParameter(api.owner, 'fileHeicMostPixels', 40 * 64);
      expect(await faultOf(photographed)).toBeUndefined();
    });
  });

  it('of an image is shown as a copy without its place, turned upright, and keeps the place in the original', async () => {
    await api.withWorker(async () => {
      const { id } = await sent(customer, photo);
      const address = `/v1/files/${id}/content`;
      const copy = await bare(customer, address);
      expect((await sharp(photo).metadata()).exif?.includes('Phone')).toBe(true);
      const seen = await sharp(copy.bytes).metadata();
      expect([seen.exif, seen.orientation, seen.width, seen.height]).toEqual([undefined, undefined, 1_500, 2_000]);
      expect(copy.headers.get('content-disposition')).toMatch(/^inline/);
      const small = await bare(customer, `${address}?form=thumbnail`);
      expect(small.headers.get('content-type')).toBe('image/webp');
      expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 240, height: 320 });
      expect(hash((await bare(customer, `${address}?form=original`)).bytes)).toBe(hash(photo));
    });
  });

  it('is shown by a link without a session, which somebody else cannot make and which ends', async () => {
    await api.withWorker(async () => {
      const { id, links } = await sent(customer, photo);
      const thumbnail = links?.thumbnail as string;
      expect((await bare(undefined, thumbnail)).status).toBe(200);
      expect((await bare(undefined, thumbnail.replace('thumbnail', 'original'))).status).toBe(404);
      const later = thumbnail.replace(/until=(\d+)/, (_, at: string) => `until=${Number(at) + 60}`);
      expect((await bare(undefined, later)).status).toBe(404);
      await setParameter(api.owner, 'fileLinkMinutes', 0);
      const ended = (await read(customer, id)).links?.content as string;
      await setParameter(api.owner, 'fileLinkMinutes', 10);
      await until(async () => (await bare(undefined, ended)).status === 403, 'the end of the link');
      expect((await bare(customer, `/v1/files/${id}/content`)).status).toBe(200);
    });
  });

  it('is answered again for a repeated request, and refused for another one under the same key', async () => {
    const key = randomUUID();
    const first = await send(customer, photo, {}, key);
    const again = await send(customer, photo, {}, key);
    expect([again.body.id, again.headers.get('idempotent-replayed')]).toEqual([first.body.id, 'true']);
    expect((await send(customer, photo.subarray(0, 5_000), {}, key)).problem?.code).toBe('key-reused');
  });

  it('that is not what it should be is refused at once, and nothing of it is kept', async () => {
    const refused = async (bytes: Uint8Array, headers: Record<string, string> = {}) =>
      (await send(customer, bytes, headers)).problem as ProblemBody & { fault?: string };
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const zip = zipSync({ 'a.txt': Buffer.from('a') });
    for (const bytes of [svg, zip, Buffer.from('<!doctype html><script>'), Buffer.from('MZ\0\0'), Buffer.from(EICAR), Buffer.from('x')])
      expect(await refused(bytes)).toMatchObject({ code: 'file-refused', fault: 'kind-not-allowed' });
    const wrong = { 'Repr-Digest': `sha-256=:${createHash('sha256').update('other').digest('base64')}:` };
    expect(await refused(photo, wrong)).toMatchObject({ fault: 'digest-differs' });
    const right = { 'Repr-Digest': `sha-256=:${createHash('sha256').update(photo).digest('base64')}:` };
    expect((await send(customer, photo, right)).status).toBe(201);
    await setParameter(api.owner, 'fileImageMostBytes', 1_000);
    expect(await refused(photo)).toMatchObject({ fault: 'too-large', most: 1_000 });
    await setParameter(api.owner, 'fileImageMostBytes', 20_971_520);
    expect(await refused(new Uint8Array())).toMatchObject({ fault: 'length-unsaid' });
    expect((await send(customer, photo, { 'File-Name': '%2e%2e%2fetc%2fpasswd' })).problem?.code).toBe('invalid-input');
    expect((await api.rows('select from upload where account = $1', customer.id)).length).toBe(0);
  });

  it('that breaks off leaves nothing behind', async () => {
    await new Promise((resolve) => {
      const cut = request(`${api.url}/v1/files`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${contractor.token}`, 'Idempotency-Key': randomUUID(), 'Content-Length': photo.length },
      });
      cut.on('error', resolve);
      cut.write(photo.subarray(0, PIECE + 7), () => setTimeout(() => cut.destroy(new Error('cut')), 200));
    });
    await until(async () => (await api.rows('select from upload where account = $1', contractor.id)).length === 0, 'the end of the upload');
    expect(await api.rows('select from file where account = $1', contractor.id)).toEqual([]);
    await until(
      async () => {
        await clear();
        return (await api.rows('select from file_content c where not exists (select from file where content = c.id)')).length === 0;
      },
      'nothing left',
      30_000,
    );
  });
});

describe('what is in a file', () => {
  const faultOf = async (bytes: Uint8Array): Promise<string | undefined> => (await sent(customer, bytes)).fault?.code;

  it('is refused if the scanner finds something, and its owner is told', async () => {
    await api.withWorker(async () => {
      const infected = craftedPdf({ more: [`5 0 obj\n(${EICAR})\nendobj\n`] });
      const file = await sent(customer, infected);
      expect(file).toMatchObject({ state: 'refused', fault: { code: 'infected' }, sha256: hash(infected), links: null });
      expect((await bare(customer, `/v1/files/${file.id}/content`)).status).toBe(404);
      await until(async () => (await lettersTo(customer.email)).some(({ subject }) => /вредоносная программа/.test(subject)), 'the letter');
      expect(await contentOf(file.id)).toBeNull();
    });
  });

  it('is refused if it would run, hide, or blow up', async () => {
    await api.withWorker(async () => {
      const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .png()
        .toBuffer();
      const behind = Buffer.concat([png, zipSync({ 'a.txt': Buffer.from('a') })]);
      const huge = Buffer.from(png);
      // 100 000 by 100 000 pixels by its header.
      huge.writeUInt32BE(100_000, 16);
      huge.writeUInt32BE(100_000, 20);
      huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
      expect(await faultOf(png)).toBeUndefined();
      expect(await faultOf(behind)).toBe('behind-the-end');
      expect(await faultOf(huge)).toBe('too-many-pixels');
      expect(await faultOf(png.subarray(0, -20))).toBe('image-damaged');
      expect(await faultOf(Buffer.concat([photo, Buffer.from('<script>')]))).toBe('behind-the-end');
      expect(await faultOf(photo.subarray(0, photo.length / 2))).toBe('image-damaged');
      expect(await faultOf(craftedPdf())).toBeUndefined();
      expect(await faultOf(craftedPdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }))).toBe('scripts');
      expect(await faultOf(craftedPdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }))).toBe('actions');
      expect(await faultOf(craftedPdf({ trailer: '/Encrypt << /Filter /Standard >>' }))).toBe('encrypted');
    });
  });

  it('is looked at once the scanner answers again', async () => {
    await troubleScans('down', 1);
    await troubleScans('cut', 1);
    const { body } = await send(customer, photo);
    await api.withWorker(async () => {
      expect(await looked(customer, body.id)).toMatchObject({ state: 'clean' });
      const [effect] = await api.rows<{ tries: number }>(
        `select tries from effect where life = $1 and kind = 'scanFile'`,
        `file/${body.id}`,
      );
      // Another test's file may have met one of the faults.
      expect(effect?.tries).toBeGreaterThan(0);
    });
  });
});

describe('the bytes of a file', () => {
  it('are sealed in the store, and those of two people are two', async () => {
    const [mine, yours] = [await send(customer, photo), await send(stranger, photo)];
    expect([mine.status, yours.status]).toEqual([201, 201]);
    expect(mine.body.id).not.toBe(yours.body.id);
    const [own, others] = [await contentOf(mine.body.id), await contentOf(yours.body.id)];
    const pieces = await piecesOf(own as string);
    expect(pieces).toHaveLength(Math.ceil(photo.length / PIECE));
    expect(held(pieces)).toBe(pieces.length);
    const stored = readFileSync(`${storeFolder()}/${pieces[0]}`);
    expect(stored.includes(photo.subarray(0, 16))).toBe(false);
    expect((await piecesOf(others as string)).some((piece) => pieces.includes(piece))).toBe(false);
  });

  it('are erased if the file hangs on nothing in time, and the hash stays', async () => {
    await api.withWorker(async () => {
      const { id } = await sent(customer, photo);
      const pieces = await piecesOf((await contentOf(id)) as string);
      await pass(api, `file/${id}`, 25 * HOUR);
      await until(async () => (await read(customer, id)).state === 'erased', 'the end of the file');
      await clear();
      expect(held(pieces)).toBe(0);
      expect(await read(customer, id)).toMatchObject({ sha256: hash(photo), name: null, links: null });
      expect((await api.as(customer).get(`/v1/files/${id}/content`)).problem?.code).toBe('erased');
      await expect(verify(api.lives, `file/${id}`)).resolves.toBeUndefined();
    });
  });

  it('of an upload that is never ended are removed when its term is over', async () => {
    const content = randomUUID();
    await api.owner.query(`insert into file_content (id, key) values ($1, '')`, [content]);
    await api.owner.query(`insert into upload (id, account, size, expires_at) values ($1, $2, 10, now() + interval '1 hour')`, [
      content,
      customer.id,
    ]);
    const piece = randomUUID();
    await api.owner.query(`insert into file_piece (id, content, form, start, size) values ($1, $2, 'original', 0, 10)`, [piece, content]);
    // A process died after the store had the piece, and before its row said so.
    await api.files.keep(piece, Buffer.from('sealed'));
    await clear();
    expect(held([piece])).toBe(1);
    await api.owner.query(`update upload set expires_at = now() - interval '1 s' where id = $1`, [content]);
    await clear();
    expect(held([piece])).toBe(0);
    expect(await api.rows('select from file_content where id = $1', content)).toEqual([]);
  });
});
