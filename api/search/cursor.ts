/** Where the next page of a search begins. A cursor fits the search and the account that it was made for, and no other. */
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { Keys } from '../../models/keys.ts';
import { openCursor, sealCursor } from '../cursor.ts';
import { refusedInput } from './refused-input.ts';

/** What a cursor is bound to: the account and its search, without what only chooses the page. */
export interface Bound {
  account: string;
  path: string;
  query: Record<string, unknown>;
}

const boundTo = ({ account, path, query }: Bound): string[] => [account, path, canonicalize(query) ?? ''];

export const cursorOf = (keys: Keys, bound: Bound, place: unknown): string =>
  sealCursor(keys, boundTo(bound), Buffer.from(JSON.stringify(place)).toString('base64url'));

/** @throws 400 if the cursor is of another search or another account, or is none. */
export function readCursor<Place extends z.ZodType>(keys: Keys, bound: Bound, given: string, schema: Place): z.output<Place> {
  const place = openCursor(keys, boundTo(bound), given);
  if (place === undefined) throw refusedInput('after', 'Take `next` of the page before, with the same search and the same account.');
  return schema.parse(JSON.parse(Buffer.from(place, 'base64url').toString()));
}

export const cursor = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[\w-]+$/)
  .meta({ description: '`next` of the page before. It counts for the same search and account alone' });
