/**
 * Seals anew what an older secret sealed, and renews its search hashes. It works in small batches beside users: it skips rows that others hold, and waits
 * for nobody. A run that was interrupted is simply started again.
 */
import type { Sequelize } from 'sequelize';
import type { CellRef } from './sealed-column.ts';
import { sealingOf } from './sealed-column.ts';
import { select } from './statement.ts';
import { forgetSealingSecret, sealingSecrets } from './stores/secret.ts';

interface SealedColumn {
  table: string;
  column: string;
  /** SQL of the row in the value's place (`CellRef`). */
  row: string;
  hash?: { column: string; kind: string };
}

/** Every sealed column. Each table has a uuid as its key. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'person', column: 'number', row: 'id', hash: { column: 'number_hash', kind: 'number' } },
  // A closed account keeps its number for the papers, and its hash only if it was banned.
  { table: 'account', column: 'identifier', row: 'id', hash: { column: 'identifier_hash', kind: 'identifier' } },
  { table: 'account', column: 'kept_name', row: 'id' },
  { table: 'device', column: 'name', row: 'id' },
  { table: 'second_factor', column: 'secret', row: 'id' },
  { table: 'code', column: 'number', row: 'id' },
  { table: 'offer_acceptance', column: 'statement', row: 'id' },
  { table: 'signature', column: 'sealed', row: 'id' },
  { table: 'qr_session', column: 'relay', row: 'id' },
  { table: 'file_content', column: 'key', row: 'id' },
  { table: 'file_content', column: 'name', row: 'id' },
  { table: 'saved_search', column: 'content', row: 'id' },
  { table: 'erasable_text', column: 'sealed', row: `life || ' ' || id` },
];

interface Row {
  id: string;
  row: string;
  sealed: Buffer;
}

/** Milliseconds between two batches, so that users come first. */
const PAUSE = 20;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Seals the next rows of a column anew. Returns the last of them; `undefined` at the column's end. */
async function resealBatch(
  database: Sequelize,
  { table, column, row, hash }: SealedColumn,
  after: string,
  limit: number,
): Promise<{ last: string; count: number } | undefined> {
  const sealing = sealingOf(database);
  return database.transaction(async (transaction) => {
    const rows = await select<Row>(
      database,
      `select id, ${row} as row, ${column} as sealed from ${table}
       where id > $1 and substring(${column} from 2 for 4) <> decode($2, 'hex') order by id limit $3 for update skip locked`,
      [after, sealing.ids[0], limit],
      transaction,
    );
    const last = rows.at(-1)?.id;
    if (last === undefined) return undefined;
    const renewed = rows.map(({ id, row: of, sealed }) => {
      const place: CellRef = { table, column, row: of };
      const value = sealing.open(sealed, place);
      return { id, sealed: sealing.seal(value, place).toString('base64'), ...(hash && { hash: sealing.searchHash(hash.kind, value) }) };
    });
    await select(
      database,
      `update ${table} set ${column} = decode(renewed.sealed, 'base64')${hash ? `, ${hash.column} = case when ${hash.column} is null then null else renewed.hash end` : ''}
       from jsonb_to_recordset($1::jsonb) as renewed (id uuid, sealed text, hash text) where ${table}.id = renewed.id`,
      [JSON.stringify(renewed)],
      transaction,
    );
    return { last, count: rows.length };
  });
}

/** How many values an older secret sealed, by table and column. */
async function outdated(database: Sequelize): Promise<number> {
  const [current] = sealingOf(database).ids;
  const counts = SEALED_COLUMNS.map(
    ({ table, column }) => `(select count(*) from ${table} where substring(${column} from 2 for 4) <> decode($1, 'hex'))`,
  );
  const [row] = await select<{ count: string }>(database, `select ${counts.join(' + ')} as count`, [current]);
  return Number(row?.count);
}

/**
 * Seals all outdated values anew, and then notes that the older secrets are no longer needed. Every process must have the new secret as its first by then.
 * Returns the number of values for each column.
 * @throws Error for a value that does not open: its secret is not given, or it was changed.
 */
export async function reseal(database: Sequelize, { batch = 100 }: { batch?: number } = {}): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  // Rows that others held are found in the next round.
  do {
    for (const each of SEALED_COLUMNS) {
      const name = `${each.table}.${each.column}`;
      for (let after = NOBODY; ; ) {
        const done = await resealBatch(database, each, after, batch);
        if (done === undefined) break;
        counts[name] = (counts[name] ?? 0) + done.count;
        after = done.last;
        await new Promise((over) => setTimeout(over, PAUSE));
      }
    }
  } while ((await outdated(database)) > 0);
  const [current] = sealingOf(database).ids;
  for (const id of await sealingSecrets(database)) if (id !== current) await forgetSealingSecret(database, id);
  return counts;
}
