/** Counts of what matches, by category and place. */
import type { Language, Localized } from '../../charts/messages.ts';
import { CATEGORIES, PLACES } from '../../models/reference-trees.ts';
import type { Facet } from '../../models/stores/found.ts';
import type { Tree, TreeNode } from '../../rules/tree.ts';

/** Counting stops there. */
export const MOST_COUNTED = 1_000;

interface Named extends TreeNode {
  name: Localized;
}

/** Each node with what is in it and below it, in the order of the tree. What is in two nodes below one counts once there. */
function countsOf<Node extends Named>(
  tree: Tree<Node>,
  counts: readonly { codes: readonly string[]; count: number }[],
  language: Language,
) {
  const all = new Map<string, number>();
  for (const { codes, count } of counts) {
    for (const node of new Set(codes.flatMap(tree.pathTo))) all.set(node.code, (all.get(node.code) ?? 0) + count);
  }
  return tree.all.filter(({ code }) => all.has(code)).map(({ code, name }) => ({ code, name: name[language], count: all.get(code) ?? 0 }));
}

export function presentFacets(facets: readonly Facet[], language: Language) {
  const counted = facets.reduce((sum, { count }) => sum + count, 0);
  return {
    categories: countsOf(
      CATEGORIES,
      facets.map(({ categories, count }) => ({ codes: categories, count })),
      language,
    ),
    places: countsOf(
      PLACES,
      facets.map(({ places, count }) => ({ codes: places, count })),
      language,
    ),
    counted,
    atLeast: counted === MOST_COUNTED,
  };
}
