import { treeOf } from './tree.ts';

const NODES = [
  { code: 'a', parent: null },
  { code: 'a1', parent: 'a' },
  { code: 'a11', parent: 'a1' },
  { code: 'b', parent: null },
];

describe('a tree of codes', () => {
  const tree = treeOf(NODES);

  it('knows the way from the top, and everything below', () => {
    expect(tree.pathTo('a11').map(({ code }) => code)).toEqual(['a', 'a1', 'a11']);
    expect(tree.pathTo('b').map(({ code }) => code)).toEqual(['b']);
    expect([tree.codesFrom('a'), tree.codesFrom('a11'), tree.codesFrom('c')]).toEqual([['a', 'a1', 'a11'], ['a11'], []]);
    expect([tree.has('a1'), tree.has('toString')]).toEqual([true, false]);
    expect(() => tree.pathTo('c')).toThrow(RangeError);
  });

  it('refuses a code that stands twice, and a parent that is missing or comes later', () => {
    for (const nodes of [[...NODES, { code: 'b', parent: null }], NODES.slice(1), NODES.toReversed()])
      expect(() => treeOf(nodes)).toThrow(RangeError);
  });
});
