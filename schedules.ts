/** What Temporal begins by the clock. A worker makes the schedules when it starts; several make the same ones. */
import type { Client } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** Invoices are drawn every night, when the day before is over in Almaty and few people work. */
const BILLING = { calendars: [{ hour: 3, minute: 10 }], timezone: 'Asia/Almaty' };

/** Makes the schedules, or brings them up to date. @throws where the engine cannot be reached */
export async function keepSchedules(client: Client, taskQueue: string): Promise<void> {
  const schedule = {
    spec: BILLING,
    action: { type: 'startWorkflow', workflowType: 'billing', workflowId: 'billing', taskQueue, args: [] },
    // A run that takes longer than a day is not joined by another one, and one that was missed is made up for.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 week' },
  } as const;
  const scheduleId = `billing-${taskQueue}`;
  try {
    await client.schedule.create({ scheduleId, ...schedule });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update((known) => ({ ...known, ...schedule }));
  }
}
