/** Nonces for devices to sign. */
import type { Sequelize } from 'sequelize';
import { Op } from 'sequelize';
import { NOW, query } from '../statement.ts';
import { tables } from '../tables.ts';

const create = query<{ expires_at: Date }>(
  'challenge-create',
  `with old as (delete from challenge where id in
     (select id from challenge where created_at < clock_timestamp() - $4::interval order by created_at limit 100 for update skip locked))
   insert into challenge (id, nonce, created_at, expires_at)
   select $1, $2, moment, moment + $3::interval from clock_timestamp() as moment returning expires_at`,
);

/** Creates a nonce and deletes some expired ones. `lasts` and `kept` are PostgreSQL intervals. Returns when the nonce expires. */
export async function createChallenge(
  database: Sequelize,
  { id, nonce }: { id: string; nonce: string },
  { lasts, kept }: { lasts: string; kept: string },
): Promise<Date> {
  const [row] = await create(database, [id, nonce, lasts, kept]);
  return (row as NonNullable<typeof row>).expires_at;
}

/** Uses up a nonce and returns it. `undefined` if it is used, expired or unknown. */
export async function spendChallenge(database: Sequelize, id: string): Promise<string | undefined> {
  const [, [row]] = await tables(database).Challenge.update(
    { used_at: NOW },
    { where: { id, used_at: null, expires_at: { [Op.gt]: NOW } }, returning: true },
  );
  return row?.nonce;
}
