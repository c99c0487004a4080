/** Who may see a task, and for which party an account speaks. What that party may do, only the chart decides. */
import type { Party } from '../../charts/law.ts';
import type { TaskRow } from '../../models/stores/task.ts';
import type { Session } from '../session.ts';

/** The party an account stands for, or undefined where it may not even know of the task. */
export function partyOf({ customer, contractor, state, match, candidate }: TaskRow, { account, roles }: Session): Party | undefined {
  if (account === customer) return 'customer';
  if (account === contractor) return 'contractor';
  if (roles.includes('operator')) return 'operator';
  if (!roles.includes('contractor') || contractor !== null) return undefined;
  const openToAll = state === 'posted' && match !== 'invited';
  return openToAll || candidate ? 'contractor' : undefined;
}

/** A contractor who has not accepted sees the work and who the customer is, and no ids, money or papers of the parties. */
export const isBound = ({ contractor }: TaskRow, party: Party, { account }: Session): boolean =>
  party !== 'contractor' || contractor === account;
