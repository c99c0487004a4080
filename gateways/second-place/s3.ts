/**
 * A bucket of an S3-compatible store, as the second place or for files. An object is created once (`If-None-Match: *`) and read back. Requests are signed by AWS
 * Signature Version 4 and name the bucket in the path.
 */
import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { messageOf } from '../../error-message.ts';
import type { OutsideAnswer } from '../outside.ts';
import { askOutside } from '../outside.ts';
import type { S3Address } from './address.ts';
import type { ObjectStore } from './port.ts';
import { Taken } from './port.ts';

/** A timeout of a whole request in milliseconds. */
const TIMEOUT = 20_000;
/** The most bytes of a response. A checkpoint's leaves have less than a quarter of it, and so has a page of a listing. */
const LARGEST = 4_000_000;
/** The store must refuse to write this object twice, or it would overwrite the others too. */
const PROBE = 'written-once';

export interface Credentials {
  keyId: string;
  secret: string;
}

interface Request {
  method: 'GET' | 'PUT' | 'DELETE';
  name?: string;
  query?: Record<string, string>;
  body?: Uint8Array;
}

type Response = Pick<OutsideAnswer, 'status' | 'bytes'>;

/** The text of the first element of this name, or undefined. The few elements that are read hold plain text. */
const elementOf = (xml: string, name: string): string | undefined => elementsOf(xml, name)[0];
const elementsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => withoutEntities(text));
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal: string, hex: string, name: string) =>
    name === undefined ? String.fromCodePoint(Number(decimal ?? `0x${hex}`)) : (ENTITIES[name] ?? whole),
  );

/** What went wrong, without the request: its headers are nobody's business. */
const reasonOf = (error: unknown): string => {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? messageOf(error);
};

export function s3Place(
  { endpoint, region, bucket, prefix }: S3Address,
  { keyId, secret }: Credentials,
  { timeout = TIMEOUT }: { timeout?: number } = {},
): ObjectStore {
  const keyOf = (name: string): string => (prefix === '' ? name : `${prefix}/${name}`);

  const ask = async ({ method, name, query = {}, body }: Request): Promise<Response> => {
    const url = new URL(`${endpoint}/${bucket}${name === undefined ? '' : `/${keyOf(name)}`}`);
    url.search = String(new URLSearchParams(query));
    const headers = {
      'X-Amz-Content-Sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
      // Amazon S3 takes no object into a bucket with object lock without this.
      ...(body && { 'If-None-Match': '*', 'Content-MD5': createHash('md5').update(body).digest('base64') }),
    };
    const signing = { accessKeyId: keyId, secretAccessKey: secret, region, service: 's3' };
    const signed = await new AwsV4Signer({ method, url: url.href, headers, ...signing }).sign();
    try {
      const request = { method, headers: signed.headers, ...(body && { body: Buffer.from(body) }) };
      return await askOutside(signed.url.href, request, { timeout, most: LARGEST });
    } catch (error) {
      throw new Error(`the store gave no answer about ${name ?? bucket}: ${reasonOf(error)}`);
    }
  };

  const refusal = (name: string, { status, bytes }: Response): Error =>
    new Error(`the store answers ${status} ${elementOf(String(bytes), 'Code') ?? ''} about ${name}`.replace('  ', ' '));

  const read = async (name: string): Promise<Buffer | undefined> => {
    const response = await ask({ method: 'GET', name });
    if (response.status === 200) return response.bytes;
    // Anything else, also that there is no such bucket, does not say that the object is not there.
    if (response.status === 404 && elementOf(String(response.bytes), 'Code') === 'NoSuchKey') return undefined;
    throw refusal(name, response);
  };

  /** True if the object was created, false if there is one of this name. */
  const create = async (name: string, bytes: Uint8Array): Promise<boolean> => {
    const response = await ask({ method: 'PUT', name, body: bytes });
    if (response.status === 200) return true;
    if (response.status === 412) return false;
    throw refusal(name, response);
  };

  /** A store that does not know `If-None-Match` overwrites without a word. So the first object that a process writes is one that is there already. */
  let isWrittenOnce = false;
  const checkOnce = async (): Promise<void> => {
    const bytes = Buffer.from('An object that is never written again.\n');
    for (let tries = 0; tries < 2 && !isWrittenOnce; tries++) isWrittenOnce = !(await create(PROBE, bytes));
    if (!isWrittenOnce) throw new Error('the store overwrites objects: it does not heed If-None-Match');
  };

  return {
    read,
    async keep(name, bytes) {
      await checkOnce();
      const isNew = await create(name, bytes);
      const kept = await read(name);
      if (kept?.equals(bytes)) return;
      if (isNew) throw new Error(`the store does not return what it was given as ${name}`);
      throw new Taken(`${name} is in the second place already, with other bytes`);
    },
    async remove(name) {
      const response = await ask({ method: 'DELETE', name });
      if (response.status !== 204 && response.status !== 404) throw refusal(name, response);
    },
    async list(folder, after) {
      const start = keyOf(`${folder}/`);
      const names: string[] = [];
      let token: string | undefined;
      do {
        const page = token === undefined ? { 'start-after': `${start}${after ?? ''}` } : { 'continuation-token': token };
        const response = await ask({ method: 'GET', query: { 'list-type': '2', prefix: start, ...page } });
        if (response.status !== 200) throw refusal(folder, response);
        const xml = String(response.bytes);
        const found = elementsOf(xml, 'Key').map((key) => key.slice(start.length));
        token = elementOf(xml, 'IsTruncated') === 'true' ? elementOf(xml, 'NextContinuationToken') : undefined;
        if (token !== undefined && found.length === 0) throw new Error(`the store lists nothing of ${folder}, and more`);
        names.push(...found);
      } while (token !== undefined);
      return names.filter((name) => after === undefined || name > after).sort();
    },
  };
}
