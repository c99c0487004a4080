/** The categories of work and the places of Kazakhstan: reference data of this version. A code never changes its meaning, because posts name it. */
import type { Localized } from '../charts/messages.ts';
import type { Point } from '../rules/plane.ts';
import { wordsOf } from '../rules/search-words.ts';
import { spellingsOf } from '../rules/spellings.ts';
import type { TreeNode } from '../rules/tree.ts';
import { treeOf } from '../rules/tree.ts';
import categories from './reference/categories.json' with { type: 'json' };
import places from './reference/places.json' with { type: 'json' };

export interface Category extends TreeNode {
  name: Localized;
  /** What else people call it. */
  words: Record<keyof Localized, string[]>;
  /** Construction works: the law asks more of them. */
  construction?: boolean;
}

export interface Place extends TreeNode, Point {
  /** A city of republican significance stands beside the regions. */
  kind: 'city' | 'region' | 'district';
  name: Localized;
  /** Former names, and those in use beside the present one. */
  otherNames: string[];
}

export const CATEGORIES = treeOf<Category>(categories);
export const PLACES = treeOf(places as Place[]);

/** Where something counts as being: its point, or the centre of its city or district. A region is too large for that. */
export function pointOf({ place, point }: { place: string; point?: Point }): Point | undefined {
  const known = PLACES.nodeOf(place);
  return point ?? (known.kind === 'region' ? undefined : known);
}

const categoryWords = ({ name, words }: Category): string[] => [...Object.values(name), ...Object.values(words).flat()];
const placeWords = ({ name, otherNames }: Place): string[] => [...Object.values(name), ...otherNames];

/** By which words a category or a place is found: its own and those of what it belongs to, in three languages. */
export const wordsOfCategory = (code: string): string[] => CATEGORIES.pathTo(code).flatMap(categoryWords);
export const wordsOfPlace = (code: string): string[] => PLACES.pathTo(code).flatMap(placeWords);

const VOCABULARY = new Set([...CATEGORIES.all.flatMap(categoryWords), ...PLACES.all.flatMap(placeWords)].flatMap(wordsOf));
const BY_SPELLING = Map.groupBy(
  [...VOCABULARY].flatMap((word) => spellingsOf(word).map((spelling) => ({ spelling, word }))),
  ({ spelling }) => spelling,
);

/** The words of categories and places that are spelt alike. */
export const wordsLike = (word: string): string[] => [
  ...new Set(spellingsOf(word).flatMap((spelling) => (BY_SPELLING.get(spelling) ?? []).map((each) => each.word))),
];
