/**
 * A Merkle tree whose nodes bind sums beside hashes: whoever is shown the path of a leaf sees that its sum is in the total, and a total below the sum of
 * the leaves has no paths. A leaf names an account by a hash with a nonce of its own, so that a path tells nobody whose the other sums are.
 */
import { createHash } from 'node:crypto';

export interface Node {
  hash: Buffer;
  /** Tiyn. */
  sum: bigint;
}

/** A leaf before it is hashed. */
export interface Owed {
  account: string;
  /** 32 bytes by chance. Only its account may know it. */
  nonce: Buffer;
  sum: bigint;
}

/** A node beside the way from a leaf to the root. */
export interface Step extends Node {
  side: 'left' | 'right';
}

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
/** A sum is eight bytes of a hash. */
const MOST = 2n ** 63n - 1n;

/** @throws RangeError for a sum that nobody can be owed: with a negative one, a total could be below what others are owed. */
function checked(sum: bigint): bigint {
  if (sum < 0n || sum > MOST) throw new RangeError(`${sum} is no sum that is owed`);
  return sum;
}

function bytesOf(sum: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(checked(sum));
  return bytes;
}

/** An account's name in its leaf. */
const nameOf = ({ account, nonce }: Pick<Owed, 'account' | 'nonce'>): Buffer => sha256(nonce, Buffer.from(account));

export const leafOf = (owed: Owed): Node => ({ hash: sha256(LEAF, nameOf(owed), bytesOf(owed.sum)), sum: owed.sum });

const nodeOf = (left: Node, right: Node): Node => ({
  hash: sha256(NODE, left.hash, bytesOf(left.sum), right.hash, bytesOf(right.sum)),
  sum: checked(left.sum + right.sum),
});

/** In the order of the leaves: by their names, which follow from chance alone. */
export const inOrder = (owed: readonly Owed[]): Owed[] =>
  owed
    .map((each) => ({ each, name: nameOf(each) }))
    .toSorted((one, other) => Buffer.compare(one.name, other.name))
    .map(({ each }) => each);

/** The levels of the tree from its leaves to its root. A node without a neighbour goes up as it is. */
export function levelsOf(leaves: readonly Node[]): Node[][] {
  const levels = [[...leaves]];
  for (let row = levels[0] as Node[]; row.length > 1; row = levels.at(-1) as Node[])
    levels.push(
      Array.from({ length: Math.ceil(row.length / 2) }, (_, index) => {
        const [left, right] = [row[2 * index] as Node, row[2 * index + 1]];
        return right === undefined ? left : nodeOf(left, right);
      }),
    );
  return levels;
}

/** The root of a tree in which nobody is owed anything. */
const EMPTY: Node = { hash: sha256(), sum: 0n };

export const rootOf = (levels: readonly Node[][]): Node => levels.at(-1)?.[0] ?? EMPTY;

/** Where the nodes beside the way of a leaf are in a tree of `count` leaves, from the leaf upwards. */
export function placesBeside(index: number, count: number): { level: number; index: number; side: Step['side'] }[] {
  const places: ReturnType<typeof placesBeside> = [];
  for (let [level, at, width] = [0, index, count]; width > 1; [level, at, width] = [level + 1, Math.floor(at / 2), Math.ceil(width / 2)]) {
    const beside = at % 2 === 0 ? at + 1 : at - 1;
    if (beside < width) places.push({ level, index: beside, side: at % 2 === 0 ? 'right' : 'left' });
  }
  return places;
}

/** Is this sum of this account in the total of this root? */
export function isProved(owed: Owed, path: readonly Step[], root: Node): boolean {
  try {
    const reached = path.reduce((node, step) => (step.side === 'left' ? nodeOf(step, node) : nodeOf(node, step)), leafOf(owed));
    return reached.hash.equals(root.hash) && reached.sum === root.sum;
  } catch {
    return false;
  }
}
