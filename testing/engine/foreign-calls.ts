/** Calls the product's activities from a workflow of somebody else, who reaches Temporal and has a worker of their own. */
import { randomUUID } from 'node:crypto';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { NativeConnection, Worker } from '@temporalio/worker';
import { temporalConnection } from '../../temporal-connection.ts';
import { bundleWorkflows } from '../../workflows/bundle.ts';
import type { World } from '../worlds/world.ts';

export type Call = [activity: string, ...args: unknown[]];

export const bundleForeign = (): Promise<WorkflowBundleWithSourceMap> => bundleWorkflows(new URL('foreign-workflow.ts', import.meta.url));

/** Runs the foreign workflow under this id, with a worker of its own that knows none of the product's activities. */
export async function callAsForeigner(
  { client, config }: Pick<World, 'client' | 'config'>,
  workflowBundle: WorkflowBundleWithSourceMap,
  workflowId: string,
  calls: Call[],
): Promise<unknown[]> {
  const connection = await NativeConnection.connect(temporalConnection(config));
  const taskQueue = `foreign-${randomUUID()}`;
  const worker = await Worker.create({ connection, namespace: config.TEMPORAL_NAMESPACE, taskQueue, workflowBundle });
  const run = { workflowId, taskQueue, args: [config.TASK_QUEUE, calls], workflowIdConflictPolicy: 'TERMINATE_EXISTING' } as const;
  try {
    return await worker.runUntil(client.workflow.execute<(...args: unknown[]) => Promise<unknown[]>>('foreign', run));
  } finally {
    await connection.close();
  }
}
