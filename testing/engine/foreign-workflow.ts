/** A workflow of somebody who reaches Temporal: it calls the product's activities on the product's queue, with arguments of its own. */
import { proxyActivities } from '@temporalio/workflow';

/** Calls each activity by its name. Returns what came of each: its result, or the message of its failure. */
export async function foreign(taskQueue: string, calls: [activity: string, ...args: unknown[]][]): Promise<unknown[]> {
  const activities = proxyActivities<Record<string, (...args: unknown[]) => Promise<unknown>>>({
    taskQueue,
    startToCloseTimeout: '5s',
    retry: { maximumAttempts: 1 },
  });
  const results: unknown[] = [];
  for (const [name, ...args] of calls) {
    const call = activities[name] as (...args: unknown[]) => Promise<unknown>;
    results.push(await call(...args).catch((error: Error) => `failed: ${(error.cause as Error | undefined)?.message ?? error.message}`));
  }
  return results;
}
