/** State-space exploration. Nodes that are equal under an abstraction are merged into the first of them. */

export interface Exploration<Node> {
  /** Names what is explored, where it fails. */
  name: string;
  start: Node;
  /** The abstraction: nodes of one key are merged. */
  keyOf(node: Node): string;
  /** Where a node leads. Of nodes that are merged only the first is asked. */
  successorsOf(node: Node): Iterable<Node>;
  /** Where a node is, for people: named where the exploration takes too long. */
  placeOf(node: Node): string;
  /** Wall-clock seconds. */
  limit?: number;
}

export interface Explored<Node> {
  /** The first node of each key, in the order in which they were found. */
  visited: Node[];
  /** The node that was explored in the place of another; undefined where none of its key was found. */
  representativeOf(node: Node): Node | undefined;
}

/** Generous: the longest exploration takes a twelfth of it on a free core. The number of nodes is bounded by nothing else. */
const LIMIT = 120;
/** Where most of the frontier is, so many places are named. */
const MOST_NAMED = 3;

/** Breadth first, until nothing new is found. @throws if it takes longer than the limit; the message says how far it came. */
export function explore<Node extends object>({
  name,
  start,
  keyOf,
  successorsOf,
  placeOf,
  limit = LIMIT,
}: Exploration<Node>): Explored<Node> {
  const keys = new WeakMap<Node, string>();
  const memoized = (node: Node): string => {
    const key = keys.get(node) ?? keyOf(node);
    keys.set(node, key);
    return key;
  };
  const end = performance.now() + limit * 1_000;
  // What is not expanded yet is the frontier: a map goes on to what is added while it is iterated.
  const visited = new Map([[memoized(start), start]]);
  let expanded = 0;
  for (const node of visited.values()) {
    if (performance.now() > end) throw new Error(tooLong(name, limit, expanded, [...visited.values()].slice(expanded).map(placeOf)));
    for (const next of successorsOf(node)) {
      const key = memoized(next);
      if (!visited.has(key)) visited.set(key, next);
    }
    expanded += 1;
  }
  return { visited: [...visited.values()], representativeOf: (node) => visited.get(memoized(node)) };
}

function tooLong(name: string, limit: number, expanded: number, frontier: string[]): string {
  const counts = new Map<string, number>();
  for (const place of frontier) counts.set(place, (counts.get(place) ?? 0) + 1);
  const most = [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_NAMED);
  return (
    `the exploration of ${name} was stopped after ${limit} s with ${expanded} nodes explored and ${frontier.length} on its frontier, ` +
    `most of them in ${most.map(([place, count]) => `${place} (${count})`).join(', ')}: its abstraction keeps too much`
  );
}
