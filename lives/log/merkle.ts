/**
 * The Merkle tree of RFC 6962 over the log's leaves. Its hashes are stored in the tiles of C2SP tlog-tiles: level 0 holds the hashes of the leaves, and each
 * hash of a level above that of 256 complete ones below.
 */
import { createHash } from 'node:crypto';

/** The hashes of a whole tile. */
export const TILE_WIDTH = 256;

export type Hash = Buffer;

const sha256 = (...parts: Uint8Array[]): Hash => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The hash of a leaf's bytes. */
export const leafHash = (leaf: Uint8Array): Hash => sha256(LEAF, leaf);

const nodeHash = (left: Uint8Array, right: Uint8Array): Hash => sha256(NODE, left, right);

/** The root of a tree without leaves. */
const EMPTY = sha256();

/** A stored hash: `level` counts tiles, so it covers 256^level leaves. */
export interface Node {
  level: number;
  index: number;
  hash: Hash;
}

/** The hashes of one tile, as many as there are. */
export type ReadTile = (level: number, tile: number) => Promise<readonly Hash[]>;

/** The root of a complete tree with these hashes at its bottom: a power of two. */
function fold(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, index) => nodeHash(row[2 * index] as Hash, row[2 * index + 1] as Hash));
  return row[0] as Hash;
}

/** What a tree of `size` leaves stores anew when these leaves follow. */
export async function grow(read: ReadTile, size: number, leaves: readonly Hash[]): Promise<Node[]> {
  const added: Node[] = [];
  let [first, hashes] = [size, leaves];
  for (let level = 0; hashes.length > 0; level++) {
    const from = first;
    added.push(...hashes.map((hash, index) => ({ level, index: from + index, hash })));
    const tile = Math.floor(first / TILE_WIDTH);
    const begun = first % TILE_WIDTH;
    const row = begun === 0 ? hashes : [...(await read(level, tile)).slice(0, begun), ...hashes];
    const whole = Math.floor(row.length / TILE_WIDTH);
    hashes = Array.from({ length: whole }, (_, index) => fold(row.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)));
    first = tile;
  }
  return added;
}

/** Reads each tile once, and adds what is not stored yet. */
export function withNodes(read: ReadTile, added: readonly Node[] = []): ReadTile {
  const tiles = new Map<string, Promise<readonly Hash[]>>();
  const load = async (level: number, tile: number): Promise<readonly Hash[]> => {
    const hashes = [...(await read(level, tile))];
    for (const node of added)
      if (node.level === level && Math.floor(node.index / TILE_WIDTH) === tile) hashes[node.index % TILE_WIDTH] = node.hash;
    return hashes;
  };
  return (level, tile) => {
    const name = `${level}/${tile}`;
    const known = tiles.get(name) ?? load(level, tile);
    tiles.set(name, known);
    return known;
  };
}

/** The largest power of two below a number above 1. */
const split = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

/** The hash of the leaves from `from` up to `to`. RFC 6962 cuts a tree so that every part but the last is complete. */
async function rangeHash(read: ReadTile, from: number, to: number): Promise<Hash> {
  const count = to - from;
  const height = Math.log2(count);
  if (!Number.isInteger(height)) {
    const middle = from + split(count);
    return nodeHash(await rangeHash(read, from, middle), await rangeHash(read, middle, to));
  }
  const level = Math.floor(height / 8);
  const width = 2 ** (height % 8);
  const first = from / TILE_WIDTH ** level;
  const begun = first % TILE_WIDTH;
  const hashes = (await read(level, Math.floor(first / TILE_WIDTH))).slice(begun, begun + width);
  if (hashes.length !== width) throw new Error(`the tree has no leaves ${from} to ${to}`);
  return fold(hashes);
}

/** The root of the tree's first `size` leaves. */
export const rootOf = async (read: ReadTile, size: number): Promise<Hash> => (size === 0 ? EMPTY : rangeHash(read, 0, size));

/** The inclusion proof of a leaf in the tree's first `size` leaves, from the leaf's sibling upwards (RFC 6962, 2.1.1). */
export async function inclusionProof(read: ReadTile, index: number, size: number): Promise<Hash[]> {
  const path: Hash[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    const isLeft = index < middle;
    path.unshift(isLeft ? await rangeHash(read, middle, to) : await rangeHash(read, from, middle));
    if (isLeft) to = middle;
    else from = middle;
  }
  return path;
}

/** Adds leaves one by one and keeps only what the root needs. It shares no step with `grow` and `rootOf`, so each checks the other. */
export function openFrontier(): { add(leaf: Hash): void; root(): Hash; size(): number } {
  /** Complete trees from left to right, each higher than the next. */
  const trees: { height: number; hash: Hash }[] = [];
  let count = 0;
  return {
    add(leaf) {
      let tree = { height: 0, hash: leaf };
      while (trees.at(-1)?.height === tree.height)
        tree = { height: tree.height + 1, hash: nodeHash((trees.pop() as typeof tree).hash, tree.hash) };
      trees.push(tree);
      count += 1;
    },
    root: () =>
      trees.map(({ hash }) => hash).reduceRight<Hash | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ??
      EMPTY,
    size: () => count,
  };
}
