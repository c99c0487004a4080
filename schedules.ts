/** What runs by the clock and not by a life: Temporal Schedules, which the worker makes at its start. */
import type { Client, ScheduleSpec } from '@temporalio/client';
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

/** What runs by day and night, and how often: a letter waits longer than that to gather others. */
const OFTEN = { savedSearches: '5 minutes' } as const;

/** Whoever starts them again finds them there: each schedule is brought to what this version wants. @throws where the engine cannot be reached */
export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const [workflowType, time] of Object.entries(NIGHTLY))
    await keepSchedule(client, taskQueue, workflowType, { calendars: [time], timezone: 'Asia/Almaty' });
  for (const [workflowType, every] of Object.entries(OFTEN))
    await keepSchedule(client, taskQueue, workflowType, { intervals: [{ every }] });
}

async function keepSchedule(client: Client, taskQueue: string, workflowType: string, spec: ScheduleSpec): Promise<void> {
  const scheduleId = `${workflowType}/${taskQueue}`;
  const wanted = {
    spec,
    action: { type: 'startWorkflow' as const, workflowType, workflowId: scheduleId, taskQueue, args: [] },
    // A run that goes on when the next one would begin is not joined by it, and one that was missed is made up for.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' as const },
  };
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
  }
}
