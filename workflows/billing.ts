/** Draws the invoices that are due, once a day (`activities/bill.ts`). It knows nothing: the database says what is due. */
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

const { bill } = proxyActivities<Activities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

export const billing = (): Promise<number> => bill();
