import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Node, Owed, Step } from './balance-tree.ts';
import { inOrder, isProved, leafOf, levelsOf, placesBeside, rootOf } from './balance-tree.ts';

const owedBy = (sums: readonly bigint[]): Owed[] =>
  inOrder(sums.map((sum, index) => ({ account: `account ${index}`, nonce: Buffer.alloc(32, index), sum })));
const treeOf = (leaves: readonly Owed[]) => levelsOf(leaves.map(leafOf));
const pathOf = (levels: Node[][], place: number): Step[] =>
  placesBeside(place, (levels[0] as Node[]).length).map(({ level, index, side }) => ({ ...(levels[level]?.[index] as Node), side }));

const TEN = [1n, 20n, 300n, 4_000n, 50_000n, 600_000n, 7_000_000n, 80_000_000n, 900_000_000n, 1_000_000_000_000n];

test('each of ten sums is proved against one root, whose total is their sum', () => {
  const owed = owedBy(TEN);
  const levels = treeOf(owed);
  // 987 654 321 and a million million, added by hand.
  expect(rootOf(levels).sum).toBe(1_000_987_654_321n);
  expect(owed.map((each, place) => isProved(each, pathOf(levels, place), rootOf(levels)))).toEqual(TEN.map(() => true));
});

test('the root of three leaves is made as docs/money.md says', () => {
  const [one, two, three] = owedBy([5n, 7n, 11n]) as [Owed, Owed, Owed];
  const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const eight = (sum: bigint) => Buffer.from(sum.toString(16).padStart(16, '0'), 'hex');
  const leaf = ({ nonce, account, sum }: Owed) => sha256(Buffer.of(0), sha256(nonce, Buffer.from(account)), eight(sum));
  const below = sha256(Buffer.of(1), leaf(one), eight(one.sum), leaf(two), eight(two.sum));
  const root = sha256(Buffer.of(1), below, eight(one.sum + two.sum), leaf(three), eight(three.sum));
  expect(rootOf(treeOf([one, two, three]))).toEqual({ hash: root, sum: 23n });
});

describe('is not proved', () => {
  const owed = owedBy(TEN);
  const levels = treeOf(owed);
  const root = rootOf(levels);
  const own = owed[3] as Owed;
  const path = pathOf(levels, 3);
  const [step, ...rest] = path as [Step, ...Step[]];

  test.each<[string, Owed, Step[], Node]>([
    ['a changed sum', { ...own, sum: own.sum + 1n }, path, root],
    ['a changed sum with a total to fit', { ...own, sum: own.sum - 1n }, path, { ...root, sum: root.sum - 1n }],
    ['the leaf of another account', { ...own, account: 'account x' }, path, root],
    ['another nonce', { ...own, nonce: Buffer.alloc(32, 99) }, path, root],
    ['a total below the sum of the leaves', own, path, { ...root, sum: root.sum - 1n }],
    ['a neighbour with a lower sum, and a total to fit', own, [{ ...step, sum: step.sum - 1n }, ...rest], { ...root, sum: root.sum - 1n }],
    ['a negative neighbour', own, [{ ...step, sum: -step.sum }, ...rest], root],
    ['a shorter path', own, rest, root],
    ['another side', own, [{ ...step, side: step.side === 'left' ? 'right' : 'left' }, ...rest], root],
    ['another root', own, path, { ...root, hash: Buffer.alloc(32) }],
  ])('%s', (_, given, steps, against) => {
    expect(isProved(own, path, root)).toBe(true);
    expect(isProved(given, steps, against)).toBe(false);
  });

  test('by a tree whose total somebody made lower than its leaves: no leaf below that node has a path any more', () => {
    const forged = levels.map((row) => row.map((node) => ({ ...node })));
    // Whoever keeps the books leaves a tiyn out of a node in the middle, and makes all above it anew.
    const [, row] = forged as [Node[], Node[]];
    const victim = row[2] as Node;
    victim.sum -= 1n;
    const above = [forged[0] as Node[], ...levelsOf(row)];
    const places = owed.map((each, place) => isProved(each, pathOf(above, place), rootOf(above)));
    expect(places.flatMap((proved, place) => (proved ? [] : [place]))).toEqual([4, 5]);
    expect(rootOf(above).sum).toBe(root.sum - 1n);
  });

  test('control: a check that adds the sums and does not bind them into the hashes would take the forged total', () => {
    const plain = (parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const careless = (leaf: Node, steps: readonly Step[]): Node =>
      steps.reduce(
        (node, each) => ({ hash: plain(each.side === 'left' ? [each.hash, node.hash] : [node.hash, each.hash]), sum: node.sum + each.sum }),
        leaf,
      );
    const lower = [{ ...step, sum: step.sum - 1n }, ...rest];
    expect(careless(leafOf(own), lower).hash).toEqual(careless(leafOf(own), path).hash);
    expect(careless(leafOf(own), lower).sum).toBe(root.sum - 1n);
  });
});

test('a negative sum is refused, and so is a total that no eight bytes hold', () => {
  expect(() => treeOf(owedBy([1n, -1n]))).toThrow(RangeError);
  expect(() => treeOf(owedBy([2n ** 62n, 2n ** 62n, 1n, 1n]))).toThrow(RangeError);
});

test('nobody is owed anything: the root is the hash of nothing, with a total of zero', () => {
  expect(rootOf(treeOf([]))).toEqual({ hash: createHash('sha256').digest(), sum: 0n });
});

test('of any number of accounts each is proved, and none with one tiyn more', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 40 }), (sums) => {
      const owed = owedBy(sums);
      const levels = treeOf(owed);
      const root = rootOf(levels);
      expect(root.sum).toBe(sums.reduce((all, each) => all + each, 0n));
      owed.forEach((each, place) => {
        const path = pathOf(levels, place);
        expect(isProved(each, path, root)).toBe(true);
        expect(isProved({ ...each, sum: each.sum + 1n }, path, root)).toBe(false);
      });
    }),
    { numRuns: 50 },
  );
});
