/** Finds lives whose workflow missed an update, a timer or an effect, and nudges it. Any process may run it; several do no harm. */
import { query } from '../models/statement.ts';
import type { Dispatch } from './dispatch.ts';
import { isAway } from './dispatch.ts';
import type { Lives } from './lives.ts';
import { repeat } from './repeat.ts';

/** An update undelivered for so long is no longer on its way: the dispatch holds quiet ones back for a second. Seconds. */
const UNDELIVERED_AFTER = 4;
/** A timer or an effect overdue for so long was forgotten. Seconds. */
const OVERDUE_AFTER = 60;
/** The most lives nudged in one sweep, so that a wiped engine is filled again at a pace that it can bear. */
const AT_ONCE = 200;

/** Claims the lives that need a nudge. The pauses between the nudges of one life grow up to five minutes. */
const claim = query<{ life: string }>(
  'nudge-claim',
  `insert into nudge (life, next_at)
  select life, clock_timestamp() + interval '2 s' from (
    select life from outbox where not delivered and made_at < clock_timestamp() - interval '${UNDELIVERED_AFTER} s'
    union select id from life where next_due < clock_timestamp() - interval '${OVERDUE_AFTER} s'
    union select life from effect where open and next_try < clock_timestamp() - interval '${OVERDUE_AFTER} s'
      and (lease_until is null or lease_until < clock_timestamp())
  ) as late
  where not exists (select from nudge where nudge.life = late.life and nudge.next_at > clock_timestamp())
  limit ${AT_ONCE}
  on conflict (life) do update
    set tries = nudge.tries + 1, next_at = clock_timestamp() + least(power(2, least(nudge.tries + 1, 20)), 300) * interval '1 s'
    where nudge.next_at <= clock_timestamp()
  returning life`,
);

/** No pause grows of a life for which the engine could not be asked, so that all lives are nudged as soon as it is back. */
const giveBack = query('nudge-return', 'update nudge set tries = tries - 1, next_at = clock_timestamp() where life = any($1)');

/** A life that needed no nudge since starts again with the shortest pause. */
const forget = query('nudge-forget', `delete from nudge where next_at < clock_timestamp() - interval '10 min'`);

/** One sweep. Returns how many lives were nudged. */
export async function sweep({ database, log }: Pick<Lives, 'database' | 'log'>, dispatch: Dispatch): Promise<number> {
  const late = await claim(database, []);
  const results = await Promise.allSettled(late.map(({ life }) => dispatch.nudge(life)));
  const failed = results.flatMap((result, index) =>
    result.status === 'rejected' ? [{ life: late[index]?.life, err: result.reason }] : [],
  );
  for (const each of failed) log.warn(each, 'sweep.nudge-failed');
  const unasked = failed.filter(({ err }) => isAway(err)).map(({ life }) => life);
  if (unasked.length > 0) await giveBack(database, [unasked]);
  await forget(database, []);
  return results.length - failed.length;
}

/** Sweeps every few seconds, until the returned function is called. A sweep that fails is repeated with the next. */
export const keepSweeping = (lives: Lives, dispatch: Dispatch, { every = 3_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => sweep(lives, dispatch),
    every,
    (error) => lives.log.error({ err: error }, 'sweep.failed'),
  );
