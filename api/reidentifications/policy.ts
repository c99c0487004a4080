import type { Policy } from '../policy.ts';
import { members, staff } from '../policy.ts';
import type { REIDENTIFICATION_COMMANDS } from './schema.ts';

/** Whoever still holds the account may object: it only keeps things as they are. */
export const REIDENTIFICATION_POLICY: Policy<keyof typeof REIDENTIFICATION_COMMANDS> = {
  object: members('manager', 'signatory', 'accountant'),
  ...{ approve: staff('support'), refuse: staff('support') },
};
