/** State-space exploration. Nodes that are equal under an abstraction are merged into the first of them. */

export interface Exploration<Node> {
  /** The name of the exploration, for error messages. */
  name: string;
  start: Node;
  /** The abstraction: nodes with the same key are merged. */
  keyOf(node: Node): string;
  /** The successors of a node. Only the first of merged nodes is expanded. */
  successorsOf(node: Node): Iterable<Node>;
  /** A readable name of a node's state, for the message when there are too many nodes. */
  placeOf(node: Node): string;
  /** How many nodes are too many. */
  most?: number;
}

export interface Explored<Node> {
  /** The first node of each key, in the order in which they were found. */
  visited: Node[];
  /** The explored node that represents another one. `undefined` if no node has its key. */
  representativeOf(node: Node): Node | undefined;
}

/** Three times what the largest has. More mean an abstraction that keeps too much. Time would say so too, but differently on every machine. */
const MOST_NODES = 100_000;
/** How many states with most of the frontier the message names. */
const MOST_NAMED = 3;

/** Explores breadth first until nothing new is found. @throws Error at too many nodes; the message says how far it came. */
export function explore<Node extends object>({
  name,
  start,
  keyOf,
  successorsOf,
  placeOf,
  most = MOST_NODES,
}: Exploration<Node>): Explored<Node> {
  // Iterating a Map also visits entries that are added meanwhile. The entries not yet visited are the frontier.
  const visited = new Map([[keyOf(start), start]]);
  // A node keeps its representative and not its key: the keys of all edges are too much to hold.
  const representatives = new WeakMap([[start, start]]);
  let expanded = 0;
  for (const node of visited.values()) {
    if (visited.size > most) throw new Error(tooMany(name, expanded, [...visited.values()].slice(expanded).map(placeOf)));
    for (const next of successorsOf(node)) {
      const key = keyOf(next);
      const first = visited.get(key);
      if (first === undefined) visited.set(key, next);
      representatives.set(next, first ?? next);
    }
    expanded += 1;
  }
  return { visited: [...visited.values()], representativeOf: (node) => representatives.get(node) ?? visited.get(keyOf(node)) };
}

function tooMany(name: string, expanded: number, frontier: string[]): string {
  const counts = new Map<string, number>();
  for (const place of frontier) counts.set(place, (counts.get(place) ?? 0) + 1);
  const most = [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_NAMED);
  return (
    `the exploration of ${name} was stopped with ${expanded} nodes explored and ${frontier.length} on its frontier, ` +
    `most of them in ${most.map(([place, count]) => `${place} (${count})`).join(', ')}: its abstraction keeps too much`
  );
}
