/** Reads a life's chain in the form that its hashes cover, and verifies it. */
import type { QueryOptionsWithType } from 'sequelize';
import { QueryTypes, Transaction } from 'sequelize';
import type { Party } from '../charts/law.ts';
import type { Fault, StoredEvent, StoredHead } from './chain.ts';
import { chainActor, chainKey, findFault } from './chain.ts';
import type { Actor } from './command.ts';
import type { Lives } from './lives.ts';

interface EventRow {
  life: string;
  seq: number;
  key: string;
  at: Date;
  by: Party;
  actor: Actor | null;
  type: string;
  input: unknown;
  state: string;
  snapshot_hash: string;
  chart_hash: string;
  hash: string;
}

/** A life's events in order, and the head they should lead to, both at one moment. A life that is not there has none. */
export async function readChain(lives: Lives, life: string): Promise<{ events: StoredEvent[]; head: StoredHead | undefined }> {
  const { database } = lives;
  const isolationLevel = Transaction.ISOLATION_LEVELS.REPEATABLE_READ;
  const [rows, [head]] = await database.transaction({ isolationLevel }, async (transaction) => {
    const options: QueryOptionsWithType<QueryTypes.SELECT> = { bind: [life], type: QueryTypes.SELECT, transaction };
    return [
      await database.query<EventRow>(
        'select life, seq, key, at, by, actor, type, input, state, snapshot_hash, chart_hash, hash from event where life = $1 order by seq',
        options,
      ),
      await database.query<StoredHead>('select seq, head, snapshot from life where id = $1', options),
    ];
  });
  const events = rows.map(({ key, at, actor, snapshot_hash, chart_hash, hash, ...row }) => ({
    ...row,
    key: chainKey(key),
    at: at.toISOString(),
    actor: chainActor(lives.secret, actor),
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
