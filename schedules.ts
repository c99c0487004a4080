/** What runs by the clock and not by a life: Temporal Schedules, which the worker makes at its start. */
import type { Client } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** When each workflow runs every night, by the clock of Kazakhstan. Whatever it missed while the engine was away, its next run finds. */
const NIGHTLY = {
  // The day before is over, and few people work.
  billing: { hour: 3, minute: 10 },
  // The day before is over for the provider and the banks too.
  reconciliation: { hour: 4, minute: 10 },
  // After the comparison, whose outcome stands beside the total.
  balances: { hour: 4, minute: 50 },
  socialTransfers: { hour: 5, minute: 10 },
  // Letters come by day.
  tariffLetters: { hour: 9, minute: 20 },
};

/** Whoever starts them again finds them there: each schedule is brought to what this version wants. @throws where the engine cannot be reached */
export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const [workflowType, time] of Object.entries(NIGHTLY)) await keepSchedule(client, taskQueue, workflowType, time);
}

async function keepSchedule(
  client: Client,
  taskQueue: string,
  workflowType: string,
  time: { hour: number; minute: number },
): Promise<void> {
  const scheduleId = `${workflowType}/${taskQueue}`;
  const wanted = {
    spec: { calendars: [time], timezone: 'Asia/Almaty' },
    action: { type: 'startWorkflow' as const, workflowType, workflowId: scheduleId, taskQueue, args: [] },
    // A run that takes longer than a day is not joined by another one, and one that was missed is made up for.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' as const },
  };
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
  }
}
