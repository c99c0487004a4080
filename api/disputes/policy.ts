import type { Policy } from '../policy.ts';
import { either, members, staff } from '../policy.ts';
import type { DISPUTE_COMMANDS } from './schema.ts';

/** What is said in a dispute binds: signatories of a company, and for the operator its finance staff. */
const binding = either(members('signatory'), staff('finance'));

export const DISPUTE_POLICY: Policy<keyof typeof DISPUTE_COMMANDS | 'claim'> = {
  claim: members('manager', 'signatory'),
  ...{ admit: binding, admitInPart: binding, reject: binding, offer: binding, acceptOffer: binding, declineOffer: binding },
  ...{ endTalks: binding, drop: binding, jointInstruction: binding, confirmInstruction: binding },
  ...{ recordCourtAct: staff('finance'), confirmCourtAct: staff('finance') },
};
