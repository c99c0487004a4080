/** Begins the transfers of past months. It tries again for a day; the next day another run does. */
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

const { collectSocialPayments } = proxyActivities<Activities>({
  startToCloseTimeout: '30 minutes',
  scheduleToCloseTimeout: '20 hours',
  retry: { initialInterval: '1 minute', backoffCoefficient: 2, maximumInterval: '30 minutes' },
});

export async function socialTransfers(): Promise<void> {
  await collectSocialPayments();
}
