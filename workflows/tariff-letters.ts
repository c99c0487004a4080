/** Tells customers once a day of tariffs that change and of individual terms (`activities/tell-tariffs.ts`). The database says who was not told. */
import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

const { tellTariffs } = proxyActivities<Activities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

export const tariffLetters = (): Promise<number> => tellTariffs();
