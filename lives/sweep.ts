/** Finds lives whose workflow was not told, or forgot, and tells it again. Any process may run it; several do no harm. */
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { Dispatch } from './dispatch.ts';

/** A step unheard so long, a timer or an effect past so long, is not on its way any more. Seconds. */
const UNHEARD_AFTER = 2;
const FORGOTTEN_AFTER = 60;
/** Most lives told again in one sweep, so that a wiped engine is filled again at a pace it can bear. */
const AT_ONCE = 200;

/** Claims the lives that need a nudge, each for a growing pause: up to five minutes. */
const CLAIM = `
  insert into nudge (life, next_at)
  select life, clock_timestamp() + interval '2 s' from (
    select life from outbox where not delivered and made_at < clock_timestamp() - interval '${UNHEARD_AFTER} s'
    union select id from life where next_due < clock_timestamp() - interval '${FORGOTTEN_AFTER} s'
    union select life from effect where open and next_try < clock_timestamp() - interval '${FORGOTTEN_AFTER} s'
  ) as late
  where not exists (select from nudge where nudge.life = late.life and nudge.next_at > clock_timestamp())
  limit ${AT_ONCE}
  on conflict (life) do update
    set tries = nudge.tries + 1, next_at = clock_timestamp() + least(power(2, nudge.tries + 1), 300) * interval '1 s'
    where nudge.next_at <= clock_timestamp()
  returning life`;

/** While the engine is away no pause grows: as soon as it is back, all are told. */
const RETURN = 'update nudge set tries = tries - 1, next_at = clock_timestamp() where life = any($1)';

/** A life that has been quiet since is counted from the beginning the next time. */
const FORGIVE = `delete from nudge where next_at < clock_timestamp() - interval '10 min'`;

/** One sweep. Answers how many lives were told. */
export async function sweep(database: Sequelize, dispatch: Dispatch): Promise<number> {
  const late = await database.query<{ life: string }>(CLAIM, { type: QueryTypes.SELECT });
  const told = await Promise.allSettled(late.map(({ life }) => dispatch.nudge(life)));
  const heard = told.filter(({ status }) => status === 'fulfilled').length;
  if (heard === 0 && late.length > 0) await database.query(RETURN, { bind: [late.map(({ life }) => life)] });
  await database.query(FORGIVE);
  return heard;
}

/** Sweeps every few seconds until the answer is called. A sweep that fails is tried again with the next. */
export function keepSweeping(database: Sequelize, dispatch: Dispatch, { every = 3_000 }: { every?: number } = {}): () => Promise<void> {
  let ended = false;
  let running: Promise<unknown> = Promise.resolve();
  const round = (): void => {
    running = sweep(database, dispatch)
      .catch(() => {})
      .then(() => {
        if (!ended) timer = setTimeout(round, every);
      });
  };
  let timer = setTimeout(round, every);
  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}
