/** Lives that are stopped because their row is not what their last event led to. */
import type { Sequelize, Transaction } from 'sequelize';
import { query, statement } from '../statement.ts';

export interface Damage {
  life: string;
  seq: number;
  problem: string;
}

const note = query<{ life: string }>(
  'damaged-life-note',
  `insert into damaged_life (life, seq, problem) values ($1, $2, $3)
   on conflict (life) do update set seq = excluded.seq, problem = excluded.problem, found_at = excluded.found_at, told_at = null,
     seen_at = null, seen_by = null
     where damaged_life.seen_at is not null
   returning life`,
);
/** Keeps a damage until one of the staff has seen it. Returns whether it is new. */
export const noteDamage = async (database: Sequelize, { life, seq, problem }: Damage): Promise<boolean> =>
  (await note(database, [life, seq, problem])).length > 0;

const untold = statement<Damage>(
  'damaged-life-untold',
  'select life, seq, problem from damaged_life where told_at is null order by number limit 20 for update skip locked',
);
/** Damages of which nobody was told yet. Locked until the transaction ends. */
export const holdUntold = (transaction: Transaction): Promise<Damage[]> => untold(transaction, []);

const told = statement('damaged-life-told', 'update damaged_life set told_at = clock_timestamp() where life = any($1)');
export const markTold = async (transaction: Transaction, lives: string[]): Promise<void> => {
  await told(transaction, [lives]);
};
