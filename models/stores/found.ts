/** Pages and counts of a search, in an order that the reader chooses. Each search says what matches, and where the rows stand. */
import type { Put } from './list.ts';
import type { Words } from './words.ts';

/** Where a page begins: the value that its order goes by, and the number of the last item before it. */
export type SearchKey = [value: string, number: string];

/** What every found row has. */
export interface Found {
  number: string;
  /** What the order goes by, as the key of the next page needs it. */
  place_in_order: string;
}

export interface FoundPage<Sort extends string> {
  sort: Sort;
  after?: SearchKey | undefined;
  limit: number;
}

/** What a statement of a search is made of. */
export interface Matching {
  table: string;
  conditions: string;
  words: Words | undefined;
}

export interface Order {
  /** What it goes by, of a row of the table. */
  goesBy: string;
  type: string;
  descending: boolean;
}

/**
 * Rows with words are gathered by the index of words and then put in order. PostgreSQL does not know how many have a rare word, and would look for them
 * in an index of the order, row by row.
 */
const gathered = (words: Words | undefined): string => (words === undefined ? 'not materialized' : 'materialized');

/** The statement of a page, whose largest number of rows is $1. `shown`: what is read of each row that was found, and from where. */
export function pageQuery(
  { table, conditions, words }: Matching,
  id: string,
  { goesBy, type, descending }: Order,
  after: SearchKey | undefined,
  put: Put,
  shown: { columns: string; joined: string },
): string {
  const [sign, direction] = descending ? ['<', 'desc'] : ['>', 'asc'];
  const follows = after === undefined ? '' : ` and (${goesBy}, number) ${sign} (${put(after[0])}::${type}, ${put(after[1])}::bigint)`;
  return `with matching as ${gathered(words)} (select ${id}, number, ${goesBy} as goes_by from ${table} where ${conditions}${follows}),
      found as (select * from matching order by goes_by ${direction}, number ${direction} limit $1)
    select ${shown.columns}, found.goes_by::text as place_in_order from found ${shown.joined}
    order by found.goes_by ${direction}, found.number ${direction}`;
}

/** How many rows have the same categories and places. */
export interface Facet {
  categories: string[];
  places: string[];
  count: number;
}

/** The statement of the counts, of $1 rows at most. `categories` and `places`: arrays of codes, of a row of the table. */
export function countQuery({ table, conditions, words }: Matching, { categories, places }: { categories: string; places: string }): string {
  const order = words === undefined ? 'order by number desc' : '';
  return `with matching as ${gathered(words)} (select ${categories} as categories, ${places} as places, number from ${table} where ${conditions})
    select categories, places, count(*)::int as count from (select categories, places from matching ${order} limit $1) as counted
    group by categories, places`;
}
