/** A tree whose nodes have codes, such as the categories of work. */

export interface TreeNode {
  code: string;
  /** Null at the top. */
  parent: string | null;
}

export interface Tree<Node extends TreeNode> {
  /** In the order in which people read them: each node before those below it. */
  all: readonly Node[];
  has(code: string): boolean;
  /** @throws RangeError if there is none of this code. */
  nodeOf(code: string): Node;
  /** The node and those above it, from the top down. @throws RangeError if there is none of this code. */
  pathTo(code: string): Node[];
  /** The code and all codes below it. */
  codesFrom(code: string): string[];
}

/** @throws RangeError if a code stands twice, or a parent does not stand before what is below it. */
export function treeOf<Node extends TreeNode>(all: readonly Node[]): Tree<Node> {
  const paths = new Map<string, Node[]>();
  for (const node of all) {
    const above = node.parent === null ? [] : paths.get(node.parent);
    if (above === undefined || paths.has(node.code)) throw new RangeError(`${node.code} has no place in the tree`);
    paths.set(node.code, [...above, node]);
  }
  const pathTo = (code: string): Node[] => {
    const path = paths.get(code);
    if (path === undefined) throw new RangeError(`there is no ${code} in the tree`);
    return path;
  };
  return {
    all,
    has: (code) => paths.has(code),
    nodeOf: (code) => pathTo(code).at(-1) as Node,
    pathTo,
    codesFrom: (code) => all.filter((node) => pathTo(node.code).some((each) => each.code === code)).map((node) => node.code),
  };
}
