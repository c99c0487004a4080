/** Who may see a task, and for which party an account speaks. What that party may do, only the chart decides. */
import type { Party } from '../../charts/law.ts';
import type { TaskRow } from '../../models/stores/task.ts';
import type { Policy } from '../policy.ts';
import { members, staff } from '../policy.ts';
import type { Session } from '../session.ts';
import type { CommandName } from './schema.ts';

/** The party an account stands for, or undefined where it may not even know of the task. */
export function partyOf({ customer, contractor, state, match, candidate }: TaskRow, { account, roles }: Session): Party | undefined {
  if (account === customer) return 'customer';
  if (account === contractor) return 'contractor';
  if (roles.includes('operator')) return 'operator';
  if (!roles.includes('contractor') || contractor !== null) return undefined;
  const openToAll = state === 'posted' && match !== 'invited';
  return openToAll || candidate ? 'contractor' : undefined;
}

/** A contractor who has not accepted sees the work, not the person behind it. */
export const isBound = ({ contractor }: TaskRow, party: Party, { account }: Session): boolean =>
  party !== 'contractor' || contractor === account;

/** Managers run the work, signatories bind the company, accountants move money. */
const work = members('manager');
const binding = members('manager', 'signatory');
const money = members('accountant');

export const TASK_POLICY: Policy<CommandName | 'post'> = {
  ...{ post: work, change: work, withdraw: work, choose: work, respond: work, retract: work, decline: work },
  ...{ accept: binding, amend: work, acceptAmendment: binding, declineAmendment: work },
  ...{ cancel: binding, resign: binding, giveUp: binding, proposeCancel: binding, acceptCancel: binding, declineCancel: work },
  ...{ signAgain: work, fund: money, brief: work, acknowledge: work, start: work, submit: work },
  ...{ reportRisk: work, reportNoAccess: work, stopWork: work, resumeWork: work },
  ...{ approve: binding, approvePart: binding, refuse: binding },
  ...{ report: money, confirm: members('manager', 'accountant'), deny: members('manager', 'accountant'), pay: money },
  ...{ claim: binding, reportForceMajeure: binding, admitForceMajeure: binding, contestForceMajeure: binding, endForceMajeure: binding },
  block: staff('moderator'),
};
