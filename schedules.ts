/** What runs by the clock and not by a life: Temporal Schedules, which the worker makes at its start. */
import type { Client } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** By workflow: when it runs. After midnight in Kazakhstan, when the day before is over for the provider and the banks; the balances after the comparison. */
const NIGHTLY = { reconciliation: { hour: 4, minute: 10 }, balances: { hour: 4, minute: 50 } };

/** Whoever starts it again finds them there: each schedule is brought to what this version wants. */
export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const [workflowType, when] of Object.entries(NIGHTLY)) {
    const scheduleId = `${workflowType}/${taskQueue}`;
    const wanted = {
      spec: { calendars: [when], timezone: 'Asia/Almaty' },
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
