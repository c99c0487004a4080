import { randomUUID } from 'node:crypto';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { World } from '../worlds/world.ts';
import { until } from '../worlds/world.ts';

/** What of a world it takes to let time pass. */
type Timely = Pick<World, 'client' | 'config' | 'rows' | 'owner'> & { dispatch: Pick<World['dispatch'], 'settled'> };

interface Clock {
  id: string;
  /** Milliseconds to its next deadline; null for none. */
  wait: number | null;
}

/**
 * Lets milliseconds pass for a life and its open children: in the store's clock of each and in its workflow's, together, from deadline to deadline,
 * so that each comes at its moment. A worker must be running. Only a test stack allows it.
 */
export async function pass(world: Timely, life: string, milliseconds: number): Promise<void> {
  await world.dispatch.settled();
  for (let left = milliseconds; left > 0; ) {
    const clocks = await clocksOf(world, life);
    const hop = Math.min(left, ...clocks.map(({ wait }) => Math.max(Math.ceil(wait ?? left), 1)));
    for (const { id } of clocks) {
      await shiftClock(world, id, hop);
      await skip(world, id, hop);
    }
    left -= hop;
    // A run whose worker was killed is taken up again when the engine has given that worker up: ten seconds at least.
    await until(async () => (await clocksOf(world, life)).every(({ wait }) => wait === null || wait > 0), `what is due in ${life}`, 40_000);
  }
}

/** Moves a life's clock in the store alone: its workflow does not notice. */
export async function shiftClock({ owner }: Pick<World, 'owner'>, life: string, milliseconds: number): Promise<void> {
  await owner.query(
    `update life set clock_offset = clock_offset + $2::bigint, next_due = next_due - $2::bigint * interval '1 millisecond' where id = $1`,
    [life, milliseconds],
  );
}

const clocksOf = ({ rows }: Pick<World, 'rows'>, life: string): Promise<Clock[]> =>
  rows<Clock>(
    `select id, (extract(epoch from next_due - clock_timestamp()) * 1000)::float as wait from life
     where id = $1 or (id like '%/' || $2 || '/%' and not done) order by id = $1 desc`,
    life,
    life.split('/')[1],
  );

/** The engine skips over timers while nothing is in hand, and is waited for. */
async function skip({ client, config }: Pick<World, 'client' | 'config'>, workflowId: string, milliseconds: number): Promise<void> {
  const fastForwardId = randomUUID();
  const run = { namespace: config.TEMPORAL_NAMESPACE, workflowExecution: { workflowId } };
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      ...run,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration: msToTs(milliseconds) } },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await client.workflowService.pollWorkflowExecutionTimeSkipping({ ...run, fastForwardId });
  } catch (error) {
    // The life may have ended on the way: then there is no run to wait for.
    if (!/not found|completed/i.test(String(error))) throw error;
  }
}
