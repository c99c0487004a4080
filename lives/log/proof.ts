/** The proof that a leaf is in the log, in the text form of C2SP tlog-proof. */
import type { Sequelize } from 'sequelize';
import { checkpointCovering, findLeaf, readTile } from '../../models/stores/log.ts';
import { leafBytes } from './leaf.ts';
import { inclusionProof, withNodes } from './merkle.ts';

/**
 * The proof of a life's leaf: of the first one that covers an event, or of the latest one; never of one behind `upTo`. `extra` holds the leaf's bytes, so
 * that the proof alone says what it proves. Undefined if there is no such leaf in a published checkpoint.
 */
export async function proofOf(
  database: Sequelize,
  life: string,
  wanted: { covers?: number | undefined; upTo: number },
): Promise<string | undefined> {
  const leaf = await findLeaf(database, life, wanted);
  if (leaf === undefined) return undefined;
  const checkpoint = await checkpointCovering(database, leaf.index);
  if (checkpoint === undefined) return undefined;
  const read = withNodes((level, tile) => readTile(database, level, tile));
  const path = await inclusionProof(read, leaf.index, checkpoint.size);
  const lines = ['c2sp.org/tlog-proof@v1', `extra ${leafBytes(leaf).toString('base64')}`, `index ${leaf.index}`];
  return `${[...lines, ...path.map((hash) => hash.toString('base64'))].join('\n')}\n\n${checkpoint.note}`;
}
