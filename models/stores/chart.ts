/** Published charts: each form under its hash, numbered within its life type. Events name the hash they were decided by. */
import type { Sequelize } from 'sequelize';
import { query, statement } from '../statement.ts';

const find = query<{ number: number }>('chart-number', 'select number from chart where hash = $1');
/** The number of a published chart, or undefined. */
export const chartNumber = async (database: Sequelize, hash: string): Promise<number | undefined> =>
  (await find(database, [hash]))[0]?.number;

/** Several processes may publish at once: the lock makes them count one after the other. */
const PUBLISHING = 4184;
const lock = statement('chart-lock', 'select pg_advisory_xact_lock($1)');
const insert = statement(
  'chart-publish',
  `insert into chart (hash, life, number, json)
   select $1, $2, coalesce(max(number), 0) + 1, $3::jsonb from chart where life = $2
   on conflict (hash) do nothing`,
);

/** Publishes a chart under the next number of its life type, unless another process was faster. Answers its number. */
export async function publishChart(
  database: Sequelize,
  { life, hash, form }: { life: string; hash: string; form: object },
): Promise<number> {
  await database.transaction(async (transaction) => {
    await lock(transaction, [PUBLISHING]);
    await insert(transaction, [hash, life, JSON.stringify(form)]);
  });
  return (await chartNumber(database, hash)) as number;
}
