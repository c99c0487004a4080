/** What an account or a person has used up of its quotas. Checked and noted in one transaction, under one lock for each subject. */
import type { Transaction } from 'sequelize';
import { statement } from '../statement.ts';

const exceeded = statement<{ most: number; wait: number | null }>('quota-exceeded', 'select * from quota_exceeded($1, $2, $3, $4)');
/**
 * Undefined if so much more fits into a quota, named by its parameter. Otherwise its size, and the seconds until it would fit (null: never). Locks the
 * subject's quotas until the transaction ends.
 */
export const quotaExceeded = async (
  transaction: Transaction,
  { subject, quota, amount, on }: { subject: string; quota: string; amount: number; on: string },
): Promise<{ most: number; wait: number | null } | undefined> => (await exceeded(transaction, [subject, quota, amount, on]))[0];

const note = statement(
  'quota-use',
  `with old as (
     delete from quota_use where id in
       (select id from quota_use where used_at < clock_timestamp() - (select max((value #>> '{}')::int) * interval '1 hour' from parameter where code = 'quotaHours') order by used_at limit 100 for update skip locked))
   insert into quota_use (subject, quota, amount) values ($1, $2, $3)`,
);
/** Notes what was used, and deletes some of what no quota counts any more. */
export const noteQuotaUse = async (
  transaction: Transaction,
  { subject, quota, amount }: { subject: string; quota: string; amount: number },
): Promise<void> => {
  await note(transaction, [subject, quota, amount]);
};

const letters = statement<{ count: number }>(
  'quota-letters',
  `select count(*)::int as count from notice
   where life = $1 and seq = (select seq from life where id = $1) and account <> $2 and channel = 'mail'`,
);
/** How many notices to other accounts the last event of a life has caused. */
export const lettersToOthers = async (transaction: Transaction, life: string, account: string): Promise<number> =>
  (await letters(transaction, [life, account]))[0]?.count ?? 0;
