/** How long the work outside is waited for: first close by, which is quick, then as the engine's activity, which leaves no trace while it waits. */
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities, LifeUpdate, OpenEffect, Performed } from '../activities/index.ts';

/**
 * Local activities: one marker in the history. Only one at a time ever runs in a life, begun by its main loop: several at once may end in another
 * order when the history is replayed, and then the run could never go on.
 */
export const quick = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  // Where the database is silent: before the run would have to tell the engine, in its history, that it is still at it.
  scheduleToCloseTimeout: '6s',
  retry: { maximumAttempts: 5, initialInterval: '100ms', backoffCoefficient: 2 },
});
/** For effects: meanwhile a run hears nothing, so what takes longer goes on as an ordinary activity. */
const brief = proxyLocalActivities<Activities>({ startToCloseTimeout: '2s', retry: { maximumAttempts: 1 } });
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
/** For waking, on which deadlines wait: soon after the database is back. */
const watchful = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** Lets happen what is due in a life and answers its whole standing. `summary` tells the history's reader why. */
export async function wake(life: string, summary: string): Promise<LifeUpdate | undefined> {
  try {
    return await quick.catchUp.executeWithOptions({ summary }, [life]);
  } catch {
    return await watchful.catchUp.executeWithOptions({ summary }, [life]);
  }
}

/** Has effects performed together, as far as one short try goes; what is left is to be done one by one. */
export async function performTogether(effects: OpenEffect[]): Promise<Performed> {
  const ids = effects.map(({ id }) => id);
  try {
    return await brief.performBatch.executeWithOptions({ summary: effects.map(({ kind }) => kind).join(', ') }, [ids]);
  } catch {
    return { updates: [], left: ids, missed: false };
  }
}

/** Has an effect performed however long it takes. Answers as `perform` does. */
export const performPatiently = ({ id, kind }: OpenEffect): Promise<LifeUpdate[] | undefined> =>
  patient.perform.executeWithOptions({ summary: kind }, [id]);
