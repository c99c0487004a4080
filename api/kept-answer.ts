/**
 * Answers that are the same for everybody. Each is written and compressed once, on first use, and kept in memory. Nothing else is compressed: from the
 * length of a compressed answer with a secret in it the secret can be guessed (BREACH).
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { sha256 } from '../lives/hashing.ts';

const CODINGS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
  identity: async (bytes: Buffer) => bytes,
} as const;
type Coding = keyof typeof CODINGS;

interface Kept {
  hash: string;
  bytes: Buffer;
  coded: Partial<Record<Coding, Promise<Buffer>>>;
}

/** An answer that is made anew for each request is not kept: nothing else refers to it. */
const objects = new WeakMap<object, Kept>();
/** Pictures, which are a few hundred. */
const texts = new Map<string, Kept>();

const newlyKept = (text: string): Kept => {
  const bytes = Buffer.from(text);
  return { hash: sha256(bytes), bytes, coded: {} };
};

function keptOf(body: string | object): Kept {
  const known = typeof body === 'string' ? texts.get(body) : objects.get(body);
  if (known !== undefined) return known;
  const kept = newlyKept(typeof body === 'string' ? body : JSON.stringify(body));
  if (typeof body === 'string') texts.set(body, kept);
  else objects.set(body, kept);
  return kept;
}

/** Brotli before gzip, if the caller takes both. */
const codingOf = (request: Request): Coding => (['br', 'gzip'] as const).find((coding) => request.acceptsEncodings(coding)) ?? 'identity';

/** Sends it as the caller takes it, or 304 to a caller who has it. The type of the response is set already. */
export async function sendKept(request: Request, response: Response, body: string | object): Promise<void> {
  const { hash, bytes, coded } = keptOf(body);
  const coding = codingOf(request);
  coded[coding] ??= CODINGS[coding](bytes);
  response.set({
    'Cache-Control': 'public, max-age=3600',
    // Each form is a text of its own for a cache.
    ETag: coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`,
    ...(coding !== 'identity' && { 'Content-Encoding': coding }),
  });
  response.vary('Accept-Encoding').send(await coded[coding]);
}
