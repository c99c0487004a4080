import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseOf, inDatabase, loginAs, query } from '../../local/postgresql.ts';
import { migrate } from '../../models/database.ts';

export interface OwnDatabase {
  /** With the API's login. */
  url: string;
  drop(): Promise<void>;
}

/**
 * Creates a database for one test on the stack's server, so that no other test's sweep sees its lives. `url` has the API's login. `locale` is SQL, for
 * another than the default: such a database is migrated, and every other is copied from the template of the run.
 */
export async function createDatabase(url: string, locale?: string): Promise<OwnDatabase> {
  if (locale !== undefined) return migrated(url, `template template0 encoding 'UTF8' ${locale}`);
  const template = process.env.TEST_TEMPLATE;
  // Measurements run without the template of a test run.
  if (template === undefined) return migrated(url, '');
  const own = await create(url, `template "${template}"`);
  // A copy does not take over the rights to the database itself.
  await query(
    loginAs(url, 'postgres'),
    `update pg_database set datacl = (select datacl from pg_database where datname = '${template}') where datname = '${databaseOf(own.url)}'`,
  );
  return own;
}

/** Makes the template that `createDatabase` copies: migrating takes longer than all else that a test file needs from the database. */
export const createTemplate = (url: string): Promise<OwnDatabase> => migrated(url, '');

async function migrated(url: string, like: string): Promise<OwnDatabase> {
  const own = await create(url, like);
  const owner = loginAs(own.url, 'akjet_owner');
  // A test that is its own attacker, or fills tables, switches triggers off as a superuser could. The grant is one row for the whole server: PostgreSQL refuses
  // two at once.
  await query(
    loginAs(url, 'postgres'),
    `do $$ begin perform pg_advisory_xact_lock(1); grant set on parameter session_replication_role to akjet_owner; end $$`,
  );
  await migrate(owner);
  // Tests run at any hour, so quiet hours are turned off.
  await query(owner, `update parameter set value = '0' where code in ('quietFromHour', 'quietToHour')`);
  // The operator has a bank account, so that fees bear penalties.
  await query(owner, `update parameter set value = '1' where code = 'operatorRequisitesSet'`);
  // Contractors of tests have no tax status, unless a test is about it.
  await query(owner, `update parameter set value = '0' where code = 'unprovedTaxStatusWaits'`);
  return own;
}

async function create(url: string, like: string): Promise<OwnDatabase> {
  const own = inDatabase(url, `test-${randomUUID()}`);
  const server = loginAs(url, 'postgres');
  await query(server, `create database "${databaseOf(own)}" owner akjet_owner ${like}`);
  return {
    url: own,
    drop: async () => {
      // Closing connections get time to end: an interrupted one would raise an error that nothing handles.
      for (let waited = 0; waited < 40; waited++) {
        const busy = await query(server, `select from pg_stat_activity where datname = '${databaseOf(own)}'`);
        if (busy.length === 0) break;
        await pause(50);
      }
      await query(server, `drop database "${databaseOf(own)}" with (force)`);
    },
  };
}
