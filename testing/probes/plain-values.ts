/** What can be read in a database without a secret. */
import type { Pool } from 'pg';

/** The tables that have a text in any column, as text or as bytes (hex, base64), in order. */
export async function tablesWith(owner: Pick<Pool, 'query'>, text: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  const forms = [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64').replaceAll('=', '')];
  for (const { name } of tables) {
    const { rows } = await owner.query(`select from ${name} as row where row::text like any ($1) limit 1`, [
      forms.map((form) => `%${form.replaceAll('\\', '\\\\')}%`),
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}
