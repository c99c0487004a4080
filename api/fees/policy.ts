import type { Policy } from '../policy.ts';
import { staff } from '../policy.ts';
import type { COMMANDS } from './schema.ts';

export const FEE_POLICY: Policy<keyof typeof COMMANDS> = { recordPayment: staff('finance'), writeOff: staff('finance') };
