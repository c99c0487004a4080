/** What waits for the operator's staff. Readers never lock. */
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { UNEXPECTED_KIND } from './schema.ts';

export interface WorkRow {
  number: string;
  kind: string;
  life: string;
  life_number: string;
  answer: string | null;
  since: Date;
}

interface WorkFilter {
  kind?: string | undefined;
  /** The number of the last item of the page before. */
  after?: number | undefined;
  limit: number;
}

/** One page of what waits, from the longest. Duties and unexpected answers each have an index, and are numbered together. */
export async function listWork(database: Sequelize, { kind, after = 0, limit }: WorkFilter): Promise<WorkRow[]> {
  const duties = `(select number, duty as kind, life, null as answer, since from work
    where number > $2 ${kind === undefined ? '' : 'and duty = $3'} order by number limit $1)`;
  const surprises = `(select number, '${UNEXPECTED_KIND}' as kind, life, type as answer, noticed_at as since from unexpected
    where seen_at is null and number > $2 order by number limit $1)`;
  const parts = kind === undefined ? [duties, surprises] : [kind === UNEXPECTED_KIND ? surprises : duties];
  const named = kind !== undefined && kind !== UNEXPECTED_KIND;
  return database.query<WorkRow>(
    `select waiting.*, life.number as life_number
     from (${parts.join(' union all ')}) as waiting join life on life.id = waiting.life order by waiting.number limit $1`,
    { bind: [limit, after, ...(named ? [kind] : [])], type: QueryTypes.SELECT },
  );
}

/** Marks an unexpected answer as looked at, once. Answers when that was, or undefined where there is no such answer. */
export async function markSeen(database: Sequelize, number: number, account: string): Promise<Date | undefined> {
  const [row] = await database.query<{ seen_at: Date }>(
    `update unexpected set seen_at = coalesce(seen_at, clock_timestamp()), seen_by = coalesce(seen_by, $2) where number = $1 returning seen_at`,
    { bind: [number, account], type: QueryTypes.SELECT },
  );
  return row?.seen_at;
}
