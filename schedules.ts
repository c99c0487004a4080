/** What runs by the clock and not by a life: Temporal Schedules, which the worker makes at its start. */
import type { Client } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** Each workflow that runs every night in Kazakhstan, and when. Whatever it missed while the engine was away, its next run finds. */
const NIGHTLY = {
  // When the day before is over for the provider and the banks.
  reconciliation: { hour: 4, minute: 10 },
  // After the comparison, whose outcome stands beside the total.
  balances: { hour: 4, minute: 50 },
  socialTransfers: { hour: 5, minute: 10 },
};

/** Whoever starts it again finds the schedules there: they are brought to what this version wants. */
export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const [workflowType, at] of Object.entries(NIGHTLY)) {
    const scheduleId = `${workflowType}/${taskQueue}`;
    const wanted = {
      spec: { calendars: [at], timezone: 'Asia/Almaty' },
      action: { type: 'startWorkflow' as const, workflowType, workflowId: scheduleId, taskQueue, args: [] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' as const },
    };
    try {
      await client.schedule.create({ scheduleId, ...wanted });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
    }
  }
}
