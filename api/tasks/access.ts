/** Who may see a task, and for which party an account acts. Only the chart decides what that party may do. */
import type { Party } from '../../charts/law.ts';
import type { TaskRow } from '../../models/stores/task.ts';
import type { Session } from '../session.ts';

/** The party that an account is, or undefined if the task is hidden from it. */
export function partyOf({ customer, contractor, state, match, candidate }: TaskRow, { account, roles }: Session): Party | undefined {
  if (account === customer) return 'customer';
  if (account === contractor) return 'contractor';
  if (roles.includes('operator')) return 'operator';
  if (!roles.includes('contractor') || contractor !== null) return undefined;
  const openToAll = state === 'posted' && match !== 'invited';
  return openToAll || candidate ? 'contractor' : undefined;
}

/** A contractor who has not accepted sees the work and who the customer is, but no ids, money or documents of the parties. */
export const isBound = ({ contractor }: TaskRow, party: Party, { account }: Session): boolean =>
  party !== 'contractor' || contractor === account;
