/** Replays recorded histories with the current workflow code, to prove that it is still deterministic for them. */
import type { HistoryAndWorkflowId } from '@temporalio/client';
import type { ReplayResult } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { useRuntime } from '../worlds/runtime.ts';
import type { World } from '../worlds/world.ts';
import { until } from '../worlds/world.ts';

/**
 * The histories of all runs of a life. Waits until Temporal lists that many runs. There may be one more: a last signal that arrives after a run has ended
 * starts another, which reads the life and ends.
 */
export async function historiesOf({ client }: World, life: string, runs = 1): Promise<HistoryAndWorkflowId[]> {
  const ids = await until(async () => {
    const found: string[] = [];
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${life}'` })) found.push(runId);
    return found.length >= runs && found;
  }, `${life} to be listed with ${runs} runs`);
  return Promise.all(
    ids.map(async (runId) => ({ workflowId: life, history: await client.workflow.getHandle(life, runId).fetchHistory() })),
  );
}

/** The error of each history; undefined if it replays. Needs no Temporal server. */
export async function replay(histories: { workflowId: string; history: unknown }[]): Promise<ReplayResult['error'][]> {
  const errors: ReplayResult['error'][] = [];
  const leaveRuntime = useRuntime();
  const workflowBundle = { codePath: process.env.WORKFLOW_BUNDLE as string };
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories as HistoryAndWorkflowId[])) errors.push(error);
  await leaveRuntime();
  return errors;
}
