/** A place in a stream, in the letters of its cursor. */
import type { Keys } from '../../models/keys.ts';
import type { Place } from '../../models/stores/stream.ts';
import { openCursor, sealCursor } from '../cursor.ts';

export const CURSOR = /^\d{1,9}-\d{1,20}-\d{1,19}-[0-9a-f]{16}$/;

const boundTo = (account: string): string[] => [account, 'stream'];

export const sealPlace = (keys: Keys, account: string, { era, xid, pos }: Place): string =>
  sealCursor(keys, boundTo(account), `${era}-${xid}-${pos}`);

/** The place, or undefined if the cursor is not one of this account's stream. */
export function openPlace(keys: Keys, account: string, cursor: string): Place | undefined {
  const [era, xid, pos] = openCursor(keys, boundTo(account), cursor)?.split('-') ?? [];
  return era === undefined || xid === undefined || pos === undefined ? undefined : { era: Number(era), xid, pos };
}
