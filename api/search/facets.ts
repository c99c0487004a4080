/** Counts of what matches, by category and place. */
import type { Language, Localized } from '../../charts/messages.ts';
import { CATEGORIES, PLACES } from '../../models/reference-trees.ts';
import type { Facet } from '../../models/stores/open-task.ts';
import type { Tree, TreeNode } from '../../rules/tree.ts';

/** Counting stops there. */
export const MOST_COUNTED = 1_000;

interface Named extends TreeNode {
  name: Localized;
}

/** Each node with what is in it and below it, in the order of the tree. */
function countsOf<Node extends Named>(tree: Tree<Node>, counts: readonly { code: string | null; count: number }[], language: Language) {
  const all = new Map<string, number>();
  for (const { code, count } of counts) {
    if (code === null) continue;
    for (const node of tree.pathTo(code)) all.set(node.code, (all.get(node.code) ?? 0) + count);
  }
  return tree.all.filter(({ code }) => all.has(code)).map(({ code, name }) => ({ code, name: name[language], count: all.get(code) ?? 0 }));
}

export function presentFacets(facets: readonly Facet[], language: Language) {
  const counted = facets.reduce((sum, { count }) => sum + count, 0);
  return {
    categories: countsOf(
      CATEGORIES,
      facets.map(({ category, count }) => ({ code: category, count })),
      language,
    ),
    places: countsOf(
      PLACES,
      facets.map(({ place, count }) => ({ code: place, count })),
      language,
    ),
    counted,
    atLeast: counted === MOST_COUNTED,
  };
}
