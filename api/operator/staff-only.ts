import { Problem } from '../errors.ts';
import type { Session } from '../session.ts';

/**
 * @throws unless the caller is one of the operator's staff, with the clause that says so. With `not-found` what is asked for looks to others like one that
 * does not exist.
 */
export const staffOnly = ({ roles }: Session, code: 'wrong-party' | 'not-found' = 'wrong-party', clause?: string): void => {
  if (!roles.includes('operator')) throw new Problem(code, clause === undefined ? {} : { clause });
};
