/**
 * A place in a list as its reader keeps it. It is bound to an account and to what was asked, so nobody goes on from the place of another. It counts after
 * a rotation of the secret too.
 */
import type { Keys } from '../models/keys.ts';

/** Sixteen of the 64 digits: a cursor opens nothing but the account's own list. */
const MARK = 16;

/** `bound`: the account, and what was asked. */
export const sealCursor = (keys: Keys, bound: readonly string[], place: string): string =>
  `${place}-${keys.hash('cursor', ...bound, place).slice(0, MARK)}`;

/** The place, or undefined if the cursor was made for something else, or by somebody else. */
export function openCursor(keys: Keys, bound: readonly string[], cursor: string): string | undefined {
  const place = cursor.slice(0, -MARK - 1);
  return cursor === sealCursor(keys, bound, place) ? place : undefined;
}
