/** The chain of a life as it is stored. Only a commit writes it (`lives/store.ts`). */
import type { Sequelize } from 'sequelize';
import { Transaction } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import { select } from '../statement.ts';

export interface ChainRow {
  life: string;
  seq: number;
  key: string;
  at: Date;
  by: Party;
  /** Null where the clock or another life acted. */
  actor: { account?: string; person?: string; session?: string; device?: string; note?: string } | null;
  type: string;
  input: unknown;
  state: string;
  snapshot_hash: string;
  chart_hash: string;
  hash: string;
}

export interface HeadRow {
  seq: number;
  head: string;
  snapshot: unknown;
}

const EVENTS =
  'select life, seq, key, at, by, actor, type, input, state, snapshot_hash, chart_hash, hash from event where life = $1 order by seq';

/** A life's events in order, and what its row says of the last one, both at one moment. */
export const findChain = (database: Sequelize, life: string): Promise<{ rows: ChainRow[]; head: HeadRow | undefined }> =>
  database.transaction({ isolationLevel: Transaction.ISOLATION_LEVELS.REPEATABLE_READ }, async (transaction) => {
    const rows = await select<ChainRow>(database, EVENTS, [life], transaction);
    const [head] = await select<HeadRow>(database, 'select seq, head, snapshot from life where id = $1', [life], transaction);
    return { rows, head };
  });
