import type { Policy } from '../policy.ts';
import { members } from '../policy.ts';
import type { COMMANDS } from './schema.ts';

/** Who signs for a company binds it. */
export const SIGNING_POLICY: Policy<keyof typeof COMMANDS> = { sign: members('signatory'), refuse: members('signatory') };
