/** The chain of a life as it is stored. Only a commit writes it (`lives/store.ts`). */
import type { Sequelize } from 'sequelize';
import { Transaction } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import { statement } from '../statement.ts';

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

const events = statement<ChainRow>(
  'chain-events',
  'select life, seq, key, at, by, actor, type, input, state, snapshot_hash, chart_hash, hash from event where life = $1 order by seq',
);
const head = statement<HeadRow>('chain-head', 'select seq, head, snapshot from life where id = $1');

/** A life's events in order, and what its row says of the last one, both at one moment. */
export const findChain = (database: Sequelize, life: string): Promise<{ rows: ChainRow[]; head: HeadRow | undefined }> =>
  database.transaction({ isolationLevel: Transaction.ISOLATION_LEVELS.REPEATABLE_READ }, async (transaction) => ({
    rows: await events(transaction, [life]),
    head: (await head(transaction, [life]))[0],
  }));
