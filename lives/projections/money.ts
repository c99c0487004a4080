import type { Projection } from '../projection.ts';
import { projectAccounts } from './accounts.ts';
import { projectWork } from './work.ts';

/** Keeps whose payment or payout it is, and whether it waits for the operator's staff. */
export const projectMoney: Projection = async (transaction, life) => {
  await projectAccounts(transaction, life);
  await projectWork(transaction, life);
};
