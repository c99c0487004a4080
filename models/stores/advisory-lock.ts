import type { Transaction } from 'sequelize';
import { statement } from '../statement.ts';

const lock = statement('advisory-lock', 'select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest($1::text[]) as key');

/** Waits for these locks, in this order, and holds them until the transaction ends. Always name them in one order: no two may wait for each other. */
export const lockAll = async (transaction: Transaction, keys: readonly string[]): Promise<void> => {
  await lock(transaction, [keys]);
};
