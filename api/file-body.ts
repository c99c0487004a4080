/**
 * The body of a request that brings a file: the file itself, unparsed, and each field of the route's schema in a header `Paper-<Field>`, as UTF-8 in
 * percent-encoding. So a file costs no parsing, and what people write stands in no address.
 */
import type { Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { z } from 'zod';
import { Problem } from './errors.ts';

/** Bytes. A dated parameter allows less. */
const LARGEST_FILE = 16 * 2 ** 20;
/** Files that one process reads at once, because each stands in memory. One person sends one at a time. */
const MOST_FILES = 16;
/** Seconds. */
const PAUSE = 5;

export const FILE_TYPE = 'application/pdf';

/** `title` is in `Paper-Title`. */
export const headerOf = (field: string): string => `Paper-${field[0]?.toUpperCase()}${field.slice(1)}`;

/** What a schema may read: the fields that came. @throws 400 for one that is no percent-encoded UTF-8 */
export function fieldsOf(request: Request, schema: z.ZodObject): Record<string, string> {
  const given = Object.keys(schema.shape).map((field) => [field, request.get(headerOf(field))] as const);
  return Object.fromEntries(given.flatMap(([field, value]) => (value === undefined ? [] : [[field, decoded(field, value)]])));
}

function decoded(field: string, value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new Problem('invalid-input', { errors: [{ path: headerOf(field), message: 'Encode it as UTF-8 in percent-encoding.' }] });
  }
}

const readers = new Set<string>();
const read = express.raw({ limit: LARGEST_FILE, type: FILE_TYPE, inflate: false });

/** The bytes. @throws 413, 415, and 429 while the person sends another file or too many others do */
export async function readFile(
  request: Request,
  response: Response,
  person: string,
  parsed: (parser: RequestHandler, request: Request, response: Response) => Promise<void>,
): Promise<Buffer> {
  if (!request.is(FILE_TYPE)) throw new Problem('unsupported-media-type');
  if (readers.has(person) || readers.size >= MOST_FILES) throw new Problem('too-many-requests', { retryAfter: PAUSE });
  readers.add(person);
  try {
    await parsed(read, request, response);
    return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  } finally {
    readers.delete(person);
  }
}
