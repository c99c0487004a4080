import type { Policy } from '../policy.ts';
import { members, staff } from '../policy.ts';
import type { VERIFICATION_COMMANDS } from './schema.ts';

const deciding = staff('moderator', 'finance');

export const VERIFICATION_POLICY: Policy<keyof typeof VERIFICATION_COMMANDS> = {
  submit: members('manager', 'signatory', 'accountant'),
  ...{ askAgain: deciding, approve: deciding, refuse: deciding, withdraw: deciding },
};
