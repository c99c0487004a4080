import type { Policy } from '../policy.ts';
import { members, staff } from '../policy.ts';

export const PAYMENT_POLICY: Policy<'retry' | 'cancel' | 'tryAgain'> = {
  retry: members('accountant'),
  cancel: members('accountant'),
  tryAgain: staff('finance'),
};
