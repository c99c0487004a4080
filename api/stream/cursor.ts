/** A place in a stream as its reader keeps it. It is bound to the account, so nobody goes on from the place of another. */
import type { Keys } from '../../models/keys.ts';
import type { Place } from '../../models/stores/stream.ts';

/** Sixteen of the 64 digits: a cursor opens nothing but the account's own stream. */
const MARK = 16;
export const CURSOR = /^(\d{1,9})-(\d{1,20})-(\d{1,19})-([0-9a-f]{16})$/;

const markOf = (keys: Keys, account: string, { era, xid, pos }: Place): string =>
  keys.hash('cursor', account, String(era), xid, pos).slice(0, MARK);

export const sealPlace = (keys: Keys, account: string, place: Place): string =>
  `${place.era}-${place.xid}-${place.pos}-${markOf(keys, account, place)}`;

/** The place, or undefined if the cursor is not one of this account's stream. */
export function openPlace(keys: Keys, account: string, cursor: string): Place | undefined {
  const [, era, xid, pos, mark] = CURSOR.exec(cursor) ?? [];
  if (era === undefined || xid === undefined || pos === undefined) return undefined;
  const place = { era: Number(era), xid, pos };
  return mark === markOf(keys, account, place) ? place : undefined;
}
