import { loginAs, query } from '../../local/postgresql.ts';
import type { World } from '../worlds/world.ts';
import { until } from '../worlds/world.ts';

/** The rows of a statement about the sessions of all logins of the database, which only a superuser sees. */
export const askServer = ({ config }: Pick<World, 'config'>, sql: string): Promise<object[]> =>
  query(loginAs(config.DATABASE_URL, 'postgres'), sql);

/** Waits until so many statements like this one (a LIKE pattern) wait for a lock that another transaction holds. */
export const waitsForLock = (world: Pick<World, 'config'>, pattern: string, count = 1): Promise<true> =>
  until(async () => {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '${pattern}'`;
    return (await askServer(world, waiting)).length === count;
  }, `${pattern} to wait for a lock`);
