import { randomUUID } from 'node:crypto';
import { msToTs } from '@temporalio/common/lib/time.js';
import { Sequelize } from 'sequelize';
import type { World } from './world.ts';

/**
 * Lets milliseconds pass for a life and its open children: in the store's clock of the life and in its workflow's, together. The engine skips
 * over timers while nothing is in hand, and is waited for. Only a test stack allows it.
 */
export async function pass({ client, config, rows }: World, life: string, milliseconds: number): Promise<void> {
  const children = await rows<{ id: string }>(`select id from life where id like '%/' || $1 || '/%' and not done`, life.split('/')[1]);
  const owner = new Sequelize(config.DATABASE_URL, { logging: false, pool: { max: 1 } });
  for (const id of [life, ...children.map((child) => child.id)]) {
    await owner.query(
      `update life set clock_offset = clock_offset + $2::bigint, next_due = next_due - $2::bigint * interval '1 millisecond' where id = $1`,
      { bind: [id, milliseconds] },
    );
    await skip({ client, config }, id, milliseconds);
  }
  await owner.close();
}

async function skip({ client, config }: Pick<World, 'client' | 'config'>, workflowId: string, milliseconds: number): Promise<void> {
  const fastForwardId = randomUUID();
  const run = { namespace: config.TEMPORAL_NAMESPACE, workflowExecution: { workflowId } };
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      ...run,
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration: msToTs(milliseconds) } } },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await client.workflowService.pollWorkflowExecutionTimeSkipping({ ...run, fastForwardId });
  } catch (error) {
    // The life may have ended on the way: then there is no run to wait for.
    if (!/not found|completed/i.test(String(error))) throw error;
  }
}
