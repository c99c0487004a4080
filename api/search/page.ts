/** One page of a search, of tasks or of contractors. */
import { z } from 'zod';
import type { Keys } from '../../models/keys.ts';
import type { Found, SearchKey } from '../../models/stores/found.ts';
import type { Bound } from './cursor.ts';
import { cursorOf, readCursor } from './cursor.ts';

/** Which way the words were read, and the place after which the page begins. */
const Place = z.tuple([z.boolean(), z.string(), z.string()]);

interface Asked {
  keys: Keys;
  bound: Bound;
  hasWords: boolean;
  after: string | undefined;
  limit: number;
}

/** Reads words as they are written, and, where nothing is found so, with those that differ by one letter. @throws 400 for the cursor of another search */
export async function readFound<Row extends Found>(
  { keys, bound, hasWords, after, limit }: Asked,
  read: (misspelt: boolean, after: SearchKey | undefined) => Promise<Row[]>,
) {
  const place = after === undefined ? undefined : readCursor(keys, bound, after, Place);
  const from: SearchKey | undefined = place && [place[1], place[2]];
  const written = place?.[0] ? [] : await read(false, from);
  // Only where nothing is found otherwise: what is written counts for more.
  const misspelt = place?.[0] ?? (hasWords && written.length === 0);
  const rows = misspelt ? await read(true, from) : written;
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    rows,
    misspelt,
    next: last ? cursorOf(keys, bound, [misspelt, last.place_in_order, last.number] satisfies z.output<typeof Place>) : null,
    spelling: misspelt && rows.length > 0 ? ('similar' as const) : ('asWritten' as const),
  };
}
