import type { Policy } from '../policy.ts';
import { members, staff } from '../policy.ts';
import type { REVIEW_COMMANDS } from './schema.ts';

export const REVIEW_POLICY: Policy<keyof typeof REVIEW_COMMANDS> = {
  write: members('manager'),
  reply: members('manager'),
  block: staff('moderator'),
};
