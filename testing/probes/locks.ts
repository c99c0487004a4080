import type { World } from '../worlds/world.ts';
import { until } from '../worlds/world.ts';

/** Waits until so many statements like this one (a LIKE pattern) wait for a lock that another transaction holds. */
export const waitsForLock = ({ owner }: Pick<World, 'owner'>, pattern: string, count = 1): Promise<true> =>
  until(async () => {
    const waiting = await owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
      [pattern],
    );
    return waiting.rowCount === count;
  }, `${pattern} to wait for a lock`);
