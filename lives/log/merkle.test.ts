import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Hash, Node, ReadTile } from './merkle.ts';
import { grow, inclusionProof, leafHash, openFrontier, rootOf, TILE_WIDTH } from './merkle.ts';
import { parseTilePath } from './tile-path.ts';

/** A store of tiles in memory. */
function openStore() {
  const rows: Hash[][] = [];
  const read: ReadTile = async (level, tile) => (rows[level] ?? []).slice(tile * TILE_WIDTH, (tile + 1) * TILE_WIDTH);
  return {
    read,
    /** Refuses a gap and a second hash for one place, as the database's key does. */
    keep(nodes: Node[]): void {
      for (const { level, index, hash } of nodes) {
        rows[level] ??= [];
        const row = rows[level] as Hash[];
        if (row.length !== index) throw new Error(`${level}/${index} after ${row.length}`);
        row.push(hash);
      }
    },
  };
}

/** RFC 6962, 2.1, word for word. */
function hashOf(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return leafHash(leaves[0] as Buffer);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(hashOf(leaves.slice(0, k)))
    .update(hashOf(leaves.slice(k)))
    .digest();
}

async function treeOf(leaves: Buffer[], steps: number[] = [leaves.length]) {
  const store = openStore();
  let size = 0;
  for (const step of [...steps, leaves.length]) {
    const next = Math.min(leaves.length, size + step);
    store.keep(await grow(store.read, size, leaves.slice(size, next).map(leafHash)));
    size = next;
  }
  return store;
}

/** The leaves and roots of the test vectors of Certificate Transparency (RFC 6962): trees of 0 to 8 leaves. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
/** Inclusion proofs of the same vectors: the leaf (from 1), the size of the tree, the path. */
const PATHS: [number, number, string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [3, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    2,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

test('the trees of the vectors of Certificate Transparency have their roots', async () => {
  for (const [size, root] of ROOTS.entries()) {
    const { read } = await treeOf(LEAVES.slice(0, size));
    expect((await rootOf(read, size)).toString('hex')).toBe(root);
    // A larger tree still knows the root of each smaller one.
    expect((await rootOf((await treeOf(LEAVES)).read, size)).toString('hex')).toBe(root);
  }
});

test('their inclusion proofs are those of the vectors', async () => {
  const { read } = await treeOf(LEAVES);
  for (const [leaf, size, path] of PATHS)
    expect((await inclusionProof(read, leaf - 1, size)).map((hash) => hash.toString('hex'))).toEqual(path);
});

test('a tree grown in any steps is the tree of RFC 6962, and the frontier agrees', async () => {
  const trees = fc.record({
    count: fc.integer({ min: 1, max: 1_200 }),
    steps: fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(trees, async ({ count, steps }) => {
      const leaves = Array.from({ length: count }, (_, index) => Buffer.from(`leaf ${index}`));
      const { read } = await treeOf(leaves, steps);
      const root = hashOf(leaves);
      expect(await rootOf(read, count)).toEqual(root);
      const frontier = openFrontier();
      for (const leaf of leaves) frontier.add(leafHash(leaf));
      expect(frontier.root()).toEqual(root);
    }),
    { numRuns: 25 },
  );
});

test('a tree of more than 65 536 leaves has tiles of three levels', async () => {
  const hashes = Array.from({ length: 66_000 }, (_, index) => leafHash(Buffer.from(String(index))));
  const store = openStore();
  store.keep(await grow(store.read, 0, hashes.slice(0, 65_535)));
  store.keep(await grow(store.read, 65_535, hashes.slice(65_535)));
  expect(await store.read(2, 0)).toHaveLength(1);
  const frontier = openFrontier();
  for (const hash of hashes) frontier.add(hash);
  expect(await rootOf(store.read, 66_000)).toEqual(frontier.root());
});

test.each([
  ['0', '000', { level: 0, tile: 0, width: 256 }],
  ['1', 'x001/x234/067.p/5', { level: 1, tile: 1_234_067, width: 5 }],
  ['63', 'x273/112.p/255', { level: 63, tile: 273_112, width: 255 }],
  ['64', '000', undefined],
  ['00', '000', undefined],
  ['0', '0', undefined],
  ['0', 'x000/001', undefined],
  ['0', '001.p/0', undefined],
  ['0', '001.p/05', undefined],
  ['0', '001.p/256', undefined],
  ['entries', '000', undefined],
])('level %s, path %s', (level, path, place) => {
  expect(parseTilePath(level, path)).toEqual(place);
});
