import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseOf, ensureDatabase, inDatabase, query } from '../../local/postgresql.ts';
import { migrate } from '../../models/database.ts';

/**
 * Creates a database for one test on the stack's server, so that no other test's sweep sees its lives. `locale` is SQL, for another than the default.
 */
export async function createDatabase(url: string, locale?: string): Promise<{ url: string; drop(): Promise<void> }> {
  const own = inDatabase(url, `test-${randomUUID()}`);
  if (locale === undefined) await ensureDatabase(own);
  else await query(url, `create database "${databaseOf(own)}" template template0 encoding 'UTF8' ${locale}`);
  await migrate(own);
  // Tests run at any hour, so quiet hours are turned off.
  await query(own, `update parameter set value = '0' where code in ('quietFromHour', 'quietToHour')`);
  // The operator has a bank account, so that fees bear penalties.
  await query(own, `update parameter set value = '1' where code = 'operatorRequisitesSet'`);
  return {
    url: own,
    drop: async () => {
      // Closing connections get time to end: an interrupted one would raise an error that nothing handles.
      for (let waited = 0; waited < 40; waited++) {
        const busy = await query(url, `select from pg_stat_activity where datname = '${databaseOf(own)}'`);
        if (busy.length === 0) break;
        await pause(50);
      }
      await query(url, `drop database "${databaseOf(own)}" with (force)`);
    },
  };
}
