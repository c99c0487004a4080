/** Where the next page of a search begins. A cursor fits the search and the account that it was made for, and no other. */
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { Keys } from '../../models/keys.ts';
import { refusedInput } from './refused-input.ts';

/** What a cursor is bound to: the account and its search, without what only chooses the page. */
export interface Bound {
  account: string;
  path: string;
  query: Record<string, unknown>;
}

const HASH = 24;

const hashOf = (keys: Keys, { account, path, query }: Bound, place: string): string =>
  keys.hash('searchCursor', account, path, canonicalize(query) ?? '', place).slice(0, HASH);

export function cursorOf(keys: Keys, bound: Bound, place: unknown): string {
  const text = JSON.stringify(place);
  return Buffer.from(hashOf(keys, bound, text) + text).toString('base64url');
}

/** @throws 400 if the cursor is of another search or another account, or is none. */
export function readCursor<Place extends z.ZodType>(keys: Keys, bound: Bound, given: string, schema: Place): z.output<Place> {
  const text = Buffer.from(given, 'base64url').toString();
  const place = text.slice(HASH);
  if (text.slice(0, HASH) !== hashOf(keys, bound, place))
    throw refusedInput('after', 'Take `next` of the page before, with the same search and the same account.');
  return schema.parse(JSON.parse(place));
}

export const cursor = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[\w-]+$/)
  .meta({ description: '`next` of the page before. It counts for the same search and account alone' });
