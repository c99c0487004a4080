/** The adapter for S3 against a real server, also through a proxy that does what a bad store or a bad network does. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import { isGoHere } from '../../testing/probes/go.ts';
import type { S3Server } from '../../testing/stand-ins/s3.ts';
import { openS3Server } from '../../testing/stand-ins/s3.ts';
import { openFiles } from '../files/open.ts';
import { s3AddressOf } from './address.ts';
import type { PlaceSettings } from './open.ts';
import { openObjects, openPlace } from './open.ts';
import { Taken } from './port.ts';
import { s3Place } from './s3.ts';

const here = isGoHere('the second place in S3 is not tried against a real S3 server');
const asObjects = ({ LOG_PLACE: url, LOG_PLACE_KEY_ID: keyId, LOG_PLACE_SECRET: secret }: PlaceSettings) => ({ url, keyId, secret });
const bytes = (text: string): Buffer => Buffer.from(text);

(here ? describe : describe.skip)('a bucket as the second place', () => {
  let s3: S3Server;
  let proxy: Server;
  let through: string;
  let fault: Fault | undefined;
  let count = 0;

  type Fault = 'down' | 'slow' | 'redirects' | 'forbidden' | 'broken' | 'endless' | 'lies' | 'cuts' | 'overwrites' | 'loses' | 'forgets';

  /** Passes a request on as it is, so that its signature holds, or does what the fault says. */
  beforeAll(async () => {
    s3 = await openS3Server();
    await s3.createBucket('plain');
    await s3.createBucket('locked', { locked: true });
    proxy = createServer(async (asked, response) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of asked) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      if (fault === 'down') return void asked.socket.destroy();
      if (fault === 'slow') return;
      if (fault === 'redirects') return void response.writeHead(307, { Location: `${s3.url}${asked.url}` }).end();
      if (fault === 'forbidden') return void response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
      if (fault === 'broken') return void response.writeHead(500).end('<html>');
      if (fault === 'endless') return void response.writeHead(200).end(Buffer.alloc(5_000_000, '<'));
      // Says that it has the object, and has nothing.
      if (fault === 'forgets' && asked.method === 'PUT') return void response.writeHead(200, { ETag: etagOf(body) }).end();
      const { method = '', headers, url: path = '' } = asked;
      const sent = fault === 'overwrites' && method === 'PUT' ? await unconditional(`${s3.url}${path}`, headers, body) : headers;
      const got = await forward(method, path, sent, body);
      // The store did it, and its answer is lost.
      if (fault === 'loses' && method === 'PUT') return void asked.socket.destroy();
      const isObject = method === 'GET' && got.status === 200 && !path.includes('list-type');
      if (fault === 'lies' && isObject) return void response.writeHead(200, { ETag: etagOf(got.body) }).end('something else');
      if (fault === 'cuts' && isObject) {
        response.writeHead(200, { 'Content-Length': got.body.length });
        response.write(got.body.subarray(0, got.body.length - 1));
        return void setTimeout(() => asked.socket.destroy(), 20);
      }
      response.writeHead(got.status).end(got.body);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => proxy.once('listening', resolve));
    through = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await s3.close();
  });
  afterEach(() => {
    fault = undefined;
  });

  /** With the host that was signed, which `fetch` would replace. */
  async function forward(
    method: string,
    path: string,
    headers: IncomingHttpHeaders,
    body: Buffer,
  ): Promise<{ status: number; body: Buffer }> {
    const asked = request(`${s3.url}${path}`, { method, headers }).end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const parts: Uint8Array[] = [];
    for await (const part of answer) parts.push(part);
    return { status: answer.statusCode ?? 0, body: Buffer.concat(parts) };
  }

  const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;
  /** The same request without the condition, signed anew: to a store that does not know it. */
  async function unconditional(url: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Record<string, string>> {
    const { LOG_PLACE_KEY_ID: accessKeyId, LOG_PLACE_SECRET: secretAccessKey } = s3.settings('plain', 'x', 'writer');
    const own = { 'X-Amz-Content-Sha256': createHash('sha256').update(body).digest('hex') };
    const signer = new AwsV4Signer({ url, method: 'PUT', headers: own, accessKeyId, secretAccessKey, region: 'kz-1', service: 's3' });
    expect([headers['if-none-match'], headers['content-md5']]).toEqual(['*', createHash('md5').update(body).digest('base64')]);
    return Object.fromEntries((await signer.sign()).headers);
  }

  /** A prefix that nothing has used yet. */
  const next = (): string => `anchors/${++count}`;
  const direct = (prefix = next(), who: 'writer' | 'reader' = 'writer', bucket = 'plain') => openPlace(s3.settings(bucket, prefix, who));
  /** Through the proxy. Its signature names the proxy's host. */
  function proxied(prefix = next(), timeout = 1_000) {
    const { LOG_PLACE, LOG_PLACE_KEY_ID: keyId, LOG_PLACE_SECRET: secret } = s3.settings('plain', prefix, 'writer', through);
    return s3Place(s3AddressOf(LOG_PLACE), { keyId, secret }, { timeout });
  }
  const fileOf = (prefix: string, name: string): string => join(s3.folderOf('plain'), prefix, name);

  it('keeps bytes under a name once, and returns them', async () => {
    const place = direct();
    expect([await place.read('leaves/1'), await place.list('leaves')]).toEqual([undefined, []]);
    await place.keep('leaves/1', bytes('one'));
    await place.keep('leaves/1', bytes('one'));
    await expect(place.keep('leaves/1', bytes('two'))).rejects.toThrow(Taken);
    await place.keep('leaves/2', bytes(''));
    expect([String(await place.read('leaves/1')), (await place.read('leaves/2'))?.length, await place.list('leaves')]).toEqual([
      'one',
      0,
      ['1', '2'],
    ]);
  });

  it('lets one of several that write at one moment win, and tells the others', async () => {
    const prefix = next();
    await direct(prefix).keep('stamps/0', bytes('first'));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => direct(prefix).keep('stamps/1', bytes(`by ${n}`))));
    const won = tries.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
    expect(won).toHaveLength(1);
    expect(String(await direct(prefix).read('stamps/1'))).toBe(`by ${won[0]}`);
  });

  it('lists more than a page holds, and only what comes after a name', async () => {
    const prefix = next();
    mkdirSync(fileOf(prefix, 'checkpoints'), { recursive: true });
    const names = Array.from({ length: 2_345 }, (_, n) => String(n).padStart(15, '0'));
    for (const name of names) writeFileSync(fileOf(prefix, `checkpoints/${name}`), '');
    const place = direct(prefix);
    expect(await place.list('checkpoints')).toEqual(names);
    expect(await place.list('checkpoints', names[2_342])).toEqual(names.slice(2_343));
    expect(await place.list('leaves')).toEqual([]);
  });

  it('is not taken for an empty one, if it is another or is not there', async () => {
    for (const place of [
      direct(next(), 'writer', 'no-such-bucket'),
      openPlace({ ...s3.settings('plain', next(), 'writer'), LOG_PLACE_SECRET: 'x' }),
    ])
      for (const ask of [() => place.list('checkpoints'), () => place.read('checkpoints/1'), () => place.keep('checkpoints/1', bytes('1'))])
        await expect(ask()).rejects.toThrow(/^the store answers (404 NoSuchBucket|403 SignatureDoesNotMatch) about /);
  });

  it('can be read with credentials that may do nothing else', async () => {
    const prefix = next();
    await direct(prefix).keep('leaves/1', bytes('one'));
    const reader = direct(prefix, 'reader');
    expect([String(await reader.read('leaves/1')), await reader.read('leaves/2'), await reader.list('leaves')]).toEqual([
      'one',
      undefined,
      ['1'],
    ]);
    await expect(reader.keep('leaves/1', bytes('one'))).rejects.toThrow('403 AccessDenied');
  });

  it('keeps the pieces of files, and removes one for good; who keeps the anchors removes nothing', async () => {
    const prefix = next();
    const { LOG_PLACE, LOG_PLACE_KEY_ID, LOG_PLACE_SECRET } = s3.settings('plain', prefix, 'files');
    const files = openFiles({ FILES_PLACE: LOG_PLACE, FILES_PLACE_KEY_ID: LOG_PLACE_KEY_ID, FILES_PLACE_SECRET: LOG_PLACE_SECRET });
    await files.keep('pieces/1', bytes('sealed'));
    await expect(openObjects('LOG_PLACE', asObjects(s3.settings('plain', prefix, 'writer'))).remove('pieces/1')).rejects.toThrow(
      '403 AccessDenied',
    );
    expect(String(await files.read('pieces/1'))).toBe('sealed');
    await files.remove('pieces/1');
    expect(await files.read('pieces/1')).toBeUndefined();
    // A removal whose answer was lost is repeated.
    await files.remove('pieces/1');
    await files.keep('pieces/1', bytes('another'));
    expect(String(await files.read('pieces/1'))).toBe('another');
  });

  it('with object lock takes an object, and nobody can take it away', async () => {
    const prefix = next();
    const place = direct(prefix, 'writer', 'locked');
    await place.keep('leaves/1', bytes('one'));
    await place.keep('leaves/1', bytes('one'));
    await expect(place.keep('leaves/1', bytes('two'))).rejects.toThrow(Taken);
    const { text } = await s3.asRoot('GET', '/locked?versions');
    const version = /<VersionId>([^<]+)</.exec(text.slice(text.indexOf(`${prefix}/leaves/1`)))?.[1];
    const gone = await s3.asRoot('DELETE', `/locked/${prefix}/leaves/1?versionId=${version}`);
    expect([gone.status, gone.text]).toEqual([403, expect.stringContaining('AccessDenied')]);
    expect(String(await place.read('leaves/1'))).toBe('one');
  });

  it.each<[Fault, RegExp]>([
    ['down', /^the store gave no answer about /],
    ['slow', /^the store gave no answer about .* timeout/],
    ['redirects', /^the store gave no answer about .*redirect/],
    ['forbidden', /^the store answers 403 AccessDenied about /],
    ['broken', /^the store answers 500 about /],
    ['endless', /more than 4000000 bytes/],
  ])('that is %s makes each step fail, and no secret is in the message', async (wished, why) => {
    const place = proxied();
    await place.keep('leaves/1', bytes('one'));
    fault = wished;
    for (const ask of [() => place.keep('leaves/2', bytes('two')), () => place.read('leaves/1'), () => place.list('leaves')]) {
      // A write that is answered with too much is no write that succeeded.
      const message = await ask().then(
        () => 'no error',
        (error: Error) => error.message,
      );
      expect(message).toMatch(why);
      expect(message).not.toMatch(new RegExp(`Signature|Credential|${s3.settings('plain', 'x', 'writer').LOG_PLACE_SECRET}`));
    }
    fault = undefined;
    await place.keep('leaves/2', bytes('two'));
    expect(String(await place.read('leaves/2'))).toBe('two');
  });

  it.each<[Fault, RegExp]>([
    ['lies', /does not return what it was given as leaves\/2/],
    ['forgets', /does not return what it was given as leaves\/2/],
    ['cuts', /^the store gave no answer about leaves\/2/],
    ['loses', /^the store gave no answer about leaves\/2/],
  ])('that %s has not kept an object, and has when it is asked again', async (wished, why) => {
    const prefix = next();
    const place = proxied(prefix);
    await place.keep('leaves/1', bytes('one'));
    fault = wished;
    await expect(place.keep('leaves/2', bytes('two'))).rejects.toThrow(why);
    fault = undefined;
    await place.keep('leaves/2', bytes('two'));
    expect(readFileSync(fileOf(prefix, 'leaves/2'), 'utf8')).toBe('two');
  });

  it('that overwrites is refused before anything else is written', async () => {
    const prefix = next();
    await direct(prefix).keep('leaves/1', bytes('one'));
    fault = 'overwrites';
    await expect(proxied(prefix).keep('leaves/1', bytes('two'))).rejects.toThrow('it does not heed If-None-Match');
    expect(readFileSync(fileOf(prefix, 'leaves/1'), 'utf8')).toBe('one');
    const other = next();
    await expect(proxied(other).keep('leaves/1', bytes('two'))).rejects.toThrow('it does not heed If-None-Match');
    expect(readdirSync(fileOf(other, ''))).toEqual(['written-once']);
    // Control: such a store does overwrite.
    const { LOG_PLACE_KEY_ID: accessKeyId, LOG_PLACE_SECRET: secretAccessKey } = s3.settings('plain', prefix, 'writer');
    const url = `${s3.url}/plain/${prefix}/leaves/1`;
    const signed = await new AwsV4Signer({ url, method: 'PUT', accessKeyId, secretAccessKey, region: 'kz-1', service: 's3' }).sign();
    expect((await fetch(signed.url, { method: 'PUT', headers: signed.headers, body: 'two' })).status).toBe(200);
    expect(readFileSync(fileOf(prefix, 'leaves/1'), 'utf8')).toBe('two');
  });
});

describe('the address of a bucket', () => {
  const region = 'region=eu-central-1';
  it('names bucket, prefix, region and endpoint', () => {
    expect(s3AddressOf(`s3://akjet-anchors/log/v1?${region}`)).toEqual({
      ...{ bucket: 'akjet-anchors', prefix: 'log/v1', region: 'eu-central-1' },
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
    });
    expect(s3AddressOf(`s3://akjet/?${region}&endpoint=https://s3.example.kz:9000`)).toMatchObject({
      ...{ prefix: '', endpoint: 'https://s3.example.kz:9000' },
    });
    expect(s3AddressOf(`s3://akjet?${region}&endpoint=http://127.0.0.1:9000`).endpoint).toBe('http://127.0.0.1:9000');
  });

  it.each([
    ['s3://key:secret-word@akjet/log?region=x', /must not hold the credentials/],
    ['s3://akjet/log', /must name a region/],
    ['s3://A/log?region=x', /must name a bucket/],
    ['s3://akjet/../other?region=x&endpoint=http://s3.example.kz', /must be https/],
    ['s3://akjet/lo%20g?region=x', /prefix/],
    ['s3://akjet/log?region=x&endpoint=https://s3.example.kz/path', /without a path/],
    ['s3://akjet/log?region=x&endpoint=https://key:secret-word@s3.example.kz', /without a path/],
    ['s3://akjet/log?region=x&key=secret-word', /knows region and endpoint alone/],
  ])('is refused as %s, and the message repeats no secret', (address, why) => {
    expect(() => s3AddressOf(address)).toThrow(why);
    expect(() => s3AddressOf(address)).not.toThrow('secret-word');
  });

  it('needs credentials beside it', () => {
    for (const given of [{}, { LOG_PLACE_KEY_ID: 'key' }, { LOG_PLACE_SECRET: 'secret-word' }]) {
      expect(() => openPlace({ LOG_PLACE: `s3://akjet/log?${region}`, ...given })).toThrow('needs LOG_PLACE_KEY_ID and LOG_PLACE_SECRET');
    }
    expect(() => openPlace({ LOG_PLACE: 'ftp://akjet' })).toThrow('must be file:///… or s3://…');
  });
});
