import { randomUUID } from 'node:crypto';
import { databaseOf, ensureDatabase, inDatabase, query } from '../local/postgresql.ts';
import { migrate } from '../models/database.ts';

/** A database of a test's own on the stack's server: nobody else's sweep meets the lives in it. */
export async function createDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const own = inDatabase(url, `test-${randomUUID()}`);
  await ensureDatabase(own);
  await migrate(own);
  return {
    url: own,
    drop: async () => {
      await query(url, `drop database "${databaseOf(own)}" with (force)`);
    },
  };
}
