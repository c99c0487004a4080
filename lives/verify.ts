/** Reads a life's chain as its hashes cover it, and tells whether it holds. */
import { QueryTypes } from 'sequelize';
import type { Fault, StoredHead, StoredLink } from './chain.ts';
import { chainKey, findFault } from './chain.ts';
import type { Actor } from './commit.ts';
import { chainActor } from './commit.ts';
import type { Lives } from './lives.ts';

interface EventRow {
  life: string;
  seq: number;
  key: string;
  at: Date;
  by: string;
  actor: Actor | null;
  type: string;
  input: unknown;
  state: string;
  snapshot_hash: string;
  chart_hash: string;
  hash: string;
}

/** A life's events in order, and the head they should lead to. A life that is not there has none. */
export async function readChain(lives: Lives, life: string): Promise<{ links: StoredLink[]; head: StoredHead | undefined }> {
  const { database } = lives;
  const rows = await database.query<EventRow>(
    'select life, seq, key, at, by, actor, type, input, state, snapshot_hash, chart_hash, hash from event where life = $1 order by seq',
    { bind: [life], type: QueryTypes.SELECT },
  );
  const [head] = await database.query<StoredHead>('select seq, head, snapshot from life where id = $1', {
    bind: [life],
    type: QueryTypes.SELECT,
  });
  const links = rows.map(({ key, at, actor, snapshot_hash, chart_hash, hash, ...row }) => ({
    ...row,
    key: chainKey(key),
    at: at.toISOString(),
    actor: chainActor(lives, actor),
    snapshotHash: snapshot_hash,
    chartHash: chart_hash,
    hash,
  }));
  return { links, head };
}

/** Where a life's chain is broken, or undefined where it holds. @throws for a life that is not there. */
export async function verify(lives: Lives, life: string): Promise<Fault | undefined> {
  const { links, head } = await readChain(lives, life);
  if (head === undefined) throw new Error(`there is no life ${life}`);
  return findFault(links, head);
}
