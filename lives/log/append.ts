/** Appends the heads of the chains that moved to the log, and signs the tree they make. */
import type { Sequelize } from 'sequelize';
import type { LeafRow, MovedRow, Step } from '../../models/stores/log.ts';
import { appendLeaves, lastCheckpoint, movedLives, readTileIn, takeLog } from '../../models/stores/log.ts';
import { leafBytes } from './leaf.ts';
import { grow, leafHash, rootOf, withNodes } from './merkle.ts';
import type { Signer } from './note.ts';
import { checkpointText, openCheckpoint } from './note.ts';

/** The most leaves of one checkpoint. */
const AT_ONCE = 5_000;

export interface Appended {
  /** How many leaves are new. */
  count: number;
  /** Lives whose chain is shorter than, or different from, what was anchored. They get no leaf. */
  contradictions: MovedRow[];
  /** There may be more. */
  more: boolean;
}

/**
 * One transaction, under an advisory lock: leaves, the hashes of their tree, the signed checkpoint, and the orders of what is done with it. So the tree
 * neither gets a leaf twice nor has a gap, whatever dies in between. Undefined if another process is appending, or has appended after `after`.
 */
export async function appendHeads(
  database: Sequelize,
  signer: Signer,
  { after, steps, publicKeys }: { after: number; steps: Step[]; publicKeys: string[] },
): Promise<Appended | undefined> {
  return database.transaction(async (transaction) => {
    if (!(await takeLog(transaction))) return undefined;
    const last = await lastCheckpoint(transaction);
    const size = last?.size ?? 0;
    if (size !== after) return undefined;
    const stored = (level: number, tile: number) => readTileIn(transaction, level, tile);
    // What is stored goes into the next root, so it must be what was signed.
    if (last && !(await rootOf(withNodes(stored), size)).equals(openCheckpoint(last.note, publicKeys).root))
      throw new Error(`the stored tree is not the one of the checkpoint of ${size} leaves`);
    const found = await movedLives(transaction, AT_ONCE);
    const contradictions = found.filter(({ seq, anchored }) => anchored !== null && anchored >= seq);
    const moved = found.filter((row) => !contradictions.includes(row));
    const leaves = moved.map(({ life, seq, head }, index): LeafRow => ({ index: size + index, life, seq, head }));
    if (leaves.length > 0) {
      const nodes = await grow(
        stored,
        size,
        leaves.map((leaf) => leafHash(leafBytes(leaf))),
      );
      const next = size + leaves.length;
      const root = await rootOf(withNodes(stored, nodes), next);
      const note = signer.sign(checkpointText({ origin: signer.name, size: next, root }));
      await appendLeaves(transaction, { leaves, nodes, checkpoint: { size: next, note }, steps });
    }
    return { count: leaves.length, contradictions, more: found.length >= AT_ONCE && leaves.length > 0 };
  });
}
