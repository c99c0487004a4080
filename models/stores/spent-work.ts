/** Solved challenges that were used: each counts once. */
import type { Transaction } from 'sequelize';
import { statement } from '../statement.ts';

const spend = statement<{ id: string }>(
  'work-spend',
  `with old as (delete from spent_work where id in
     (select id from spent_work where expires_at < clock_timestamp() order by expires_at limit 100 for update skip locked))
   insert into spent_work (id, expires_at) values ($1, $2) on conflict do nothing returning id`,
);

/** Uses a solved challenge up, and deletes some that have expired. False if it was used before. */
export const spendWork = async (transaction: Transaction, { id, expiresAt }: { id: string; expiresAt: Date }): Promise<boolean> =>
  (await spend(transaction, [id, expiresAt])).length > 0;
