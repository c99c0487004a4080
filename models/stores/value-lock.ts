/** Keeps a sealed value unique although a rotation gives it two search hashes. */
import type { Transaction } from 'sequelize';
import type { Sealing } from '../sealed-column.ts';
import { statement } from '../statement.ts';

const hold = statement(
  'value-hold',
  'select pg_advisory_xact_lock(hashtextextended(hash, 0)) from (select hash from unnest($1::text[]) as each (hash) order by hash) as ordered',
);

/**
 * Locks a value under each of its search hashes until the transaction ends. Processes with other current secrets have one of these hashes in common, so
 * of two that write the same value the second one waits, and then finds the first one's row.
 */
export const holdValue = async (transaction: Transaction, sealing: Sealing, kind: string, value: string): Promise<void> => {
  await hold(transaction, [sealing.searchHashes(kind, value)]);
};
