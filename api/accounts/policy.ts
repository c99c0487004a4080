/** Who may see an account: those it belongs to, and the operator. Which members and staff may do what with it. */
import type { Policy } from '../policy.ts';
import { either, members, staff } from '../policy.ts';
import type { ACCOUNT_COMMANDS } from './schema.ts';

const owner = members();
const anyone = members('manager', 'signatory', 'accountant');

export const ACCOUNT_POLICY: Policy<keyof typeof ACCOUNT_COMMANDS | 'changeDetails' | 'offer'> = {
  ...{ describe: members('manager'), addMember: owner, changeMember: owner, removeMember: owner, changeDetails: owner },
  // An account of the staff is closed by the operator.
  close: either(owner, staff('administrator')),
  ...{ declareTaxStatus: owner, appeal: members('signatory'), offer: members('signatory') },
  // Whoever notices it has to say so at once (4.1.6); for those who are locked out, staff record it.
  reportAccess: either(anyone, staff('support')),
  setStaffRoles: staff('administrator'),
  ...{ confirmTaxStatus: staff('support', 'finance'), refuseTaxStatus: staff('support', 'finance') },
  ...{ restoreAccess: staff('support'), verify: staff('support', 'moderator', 'finance') },
  ...{ suspend: staff('moderator', 'administrator'), lift: staff('moderator', 'administrator'), terminate: staff('administrator') },
  ...{ grantAppeal: staff('moderator', 'administrator'), refuseAppeal: staff('moderator', 'administrator') },
};
