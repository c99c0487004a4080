import { randomUUID } from 'node:crypto';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { World } from '../worlds/world.ts';
import { until } from '../worlds/world.ts';

/** The parts of a world that `pass` needs. */
type TimedWorld = Pick<World, 'client' | 'config' | 'rows' | 'owner'> & { dispatch: Pick<World['dispatch'], 'settled'> };

interface Clock {
  id: string;
  /** Milliseconds until the next deadline; null if there is none. */
  wait: number | null;
}

/**
 * Lets time pass for a life and its open children, in the database and in Temporal alike. It stops at every deadline, so each fires at its own
 * moment. A worker must be running. Only the test stack supports this.
 */
export async function pass(world: TimedWorld, life: string, milliseconds: number): Promise<void> {
  await world.dispatch.settled();
  for (let left = milliseconds; left > 0; ) {
    const clocks = await clocksOf(world, life);
    const hop = Math.min(left, ...clocks.map(({ wait }) => Math.max(Math.ceil(wait ?? left), 1)));
    for (const { id } of clocks) {
      await shiftClock(world, id, hop);
      await fastForward(world, id, hop);
    }
    left -= hop;
    await until(async () => (await clocksOf(world, life)).every(({ wait }) => wait === null || wait > 0), `due timers of ${life} to fire`);
  }
}

/** Moves a life's clock in the database only. The workflow does not notice. */
export async function shiftClock({ owner }: Pick<World, 'owner'>, life: string, milliseconds: number): Promise<void> {
  await owner.query(
    `update life set clock_offset = clock_offset + $2::bigint, next_due = next_due - $2::bigint * interval '1 millisecond' where id = $1`,
    [life, milliseconds],
  );
  await owner.query(`update standing set since = since - $2::bigint * interval '1 millisecond' where life = $1`, [life, milliseconds]);
}

const clocksOf = ({ rows }: Pick<World, 'rows'>, life: string): Promise<Clock[]> =>
  rows<Clock>(
    `select id, (extract(epoch from next_due - clock_timestamp()) * 1000)::float as wait from life
     where id = $1 or (id like '%/' || $2 || '/%' and not done) order by id = $1 desc`,
    life,
    life.split('/')[1],
  );

/** Fast-forwards a run in Temporal, which skips timers while nothing else is pending, and waits for the end of it. */
async function fastForward({ client, config }: Pick<World, 'client' | 'config'>, workflowId: string, milliseconds: number): Promise<void> {
  const fastForwardId = randomUUID();
  const run = { namespace: config.TEMPORAL_NAMESPACE, workflowExecution: { workflowId } };
  try {
    // The run answers once it has taken every signal: before that its alarm may be missing, and time would pass without it. A worker that was killed gives no
    // answer, and what else may be wrong the next request says too.
    await client.workflow
      .getHandle(workflowId)
      .query('timers')
      .catch(() => undefined);
    await client.workflowService.updateWorkflowExecutionOptions({
      ...run,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration: msToTs(milliseconds) } },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await client.workflowService.pollWorkflowExecutionTimeSkipping({ ...run, fastForwardId });
  } catch (error) {
    // If the life ended meanwhile, there is no run to wait for.
    if (!/not found|completed/i.test(String(error))) throw error;
  }
}
