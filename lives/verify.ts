/** Reads a life's chain in the form that its hashes cover, and verifies it. */
import { findChain } from '../models/stores/chain.ts';
import type { Fault, StoredEvent, StoredHead } from './chain.ts';
import { chainActor, chainKey, findFault } from './chain.ts';
import type { Lives } from './lives.ts';

/** A life's events in order, and the head they should lead to, both at one moment. A life that is not there has none. */
export async function readChain(lives: Lives, life: string): Promise<{ events: StoredEvent[]; head: StoredHead | undefined }> {
  const { rows, head } = await findChain(lives.database, life);
  const events = rows.map(({ key, at, actor, snapshot_hash, chart_hash, hash, ...row }) => ({
    ...row,
    key: chainKey(key),
    at: at.toISOString(),
    actor: chainActor(lives.keys, life, actor),
    snapshotHash: snapshot_hash,
    chartHash: chart_hash,
    hash,
  }));
  return { events, head };
}

/** Where a life's chain is broken, or undefined where it holds. @throws for a life that is not there. */
export async function verify(lives: Lives, life: string): Promise<Fault | undefined> {
  const { events, head } = await readChain(lives, life);
  if (head === undefined) throw new Error(`there is no life ${life}`);
  return findFault(events, head);
}
