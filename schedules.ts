/** What runs by the clock and not by a life: Temporal Schedules, which the worker makes at its start. */
import type { Client } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** Whoever starts it again finds it there: the schedule is brought to what this version wants. */
export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  const scheduleId = `reconciliation/${taskQueue}`;
  const wanted = {
    // After midnight in Kazakhstan, when the day before is over for the provider and the banks.
    spec: { calendars: [{ hour: 4, minute: 10 }], timezone: 'Asia/Almaty' },
    action: { type: 'startWorkflow' as const, workflowType: 'reconciliation', workflowId: scheduleId, taskQueue, args: [] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' as const },
  };
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
  }
}
