/**
 * How long the workflow waits for its activities. A first try is a local activity, which is quick. What takes longer becomes an ordinary activity,
 * which adds nothing to the history while it is retried.
 */
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities, LifeUpdate, OpenEffect, Performed } from '../activities/index.ts';

/**
 * Local activities leave one marker in the history. The main loop runs only one at a time: several at once may end in another order on replay, and
 * the run would be non-deterministic.
 */
const quick = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  // While the database does not answer, the workflow task must end before Temporal needs a heartbeat in the history.
  scheduleToCloseTimeout: '6s',
  retry: { maximumAttempts: 5, initialInterval: '100ms', backoffCoefficient: 2 },
});
/** For effects. The run receives nothing meanwhile, so what takes longer goes on as an ordinary activity. */
const brief = proxyLocalActivities<Activities>({ startToCloseTimeout: '2s', retry: { maximumAttempts: 1 } });
const patient = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
/** For catching up, on which deadlines depend: soon after the database is back. */
const watchful = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** Fires what is due in this workflow's life and returns the whole of it. `summary` tells the history's reader why. */
export async function catchUp(summary: string): Promise<LifeUpdate | undefined> {
  try {
    return await quick.catchUp.executeWithOptions({ summary }, []);
  } catch {
    return await watchful.catchUp.executeWithOptions({ summary }, []);
  }
}

/** Performs effects together, as far as one short try goes. What is left has to be performed one by one. */
export async function performBatch(effects: OpenEffect[]): Promise<Performed> {
  const ids = effects.map(({ id }) => id);
  try {
    return await brief.performBatch.executeWithOptions({ summary: effects.map(({ kind }) => kind).join(', ') }, [ids]);
  } catch {
    return { updates: [], left: ids, missed: false };
  }
}

/** Performs one effect, however long it takes. Returns undefined where the workflow must refresh. */
export const performOne = ({ id, kind }: OpenEffect): Promise<LifeUpdate[] | undefined> =>
  patient.performOne.executeWithOptions({ summary: kind }, [id]);
