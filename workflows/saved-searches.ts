/** Finds new tasks and contractors for saved searches and tells of them (`activities/find-for-searches.ts`). The database says how far it has come and who was not told. */
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

const { lookForSearches } = proxyActivities<Activities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

export const savedSearches = (): Promise<number> => lookForSearches();
