import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseOf, ensureDatabase, inDatabase, query } from '../../local/postgresql.ts';
import { migrate } from '../../models/database.ts';

/** A database of a test's own on the stack's server: nobody else's sweep meets the lives in it. */
export async function createDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const own = inDatabase(url, `test-${randomUUID()}`);
  await ensureDatabase(own);
  await migrate(own);
  // Tests run at any hour: there are no quiet ones.
  await query(own, `update parameter set value = '0' where code in ('quietFromHour', 'quietToHour')`);
  return {
    url: own,
    drop: async () => {
      // A connection that is still saying goodbye would be cut off, and would have nobody left to tell.
      for (let waited = 0; waited < 40; waited++) {
        const busy = await query(url, `select from pg_stat_activity where datname = '${databaseOf(own)}'`);
        if (busy.length === 0) break;
        await pause(50);
      }
      await query(url, `drop database "${databaseOf(own)}" with (force)`);
    },
  };
}
