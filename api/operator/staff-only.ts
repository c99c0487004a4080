import { Problem } from '../errors.ts';
import type { Session } from '../session.ts';

/** @throws unless the caller is one of the operator's staff. */
export const staffOnly = ({ roles }: Session): void => {
  if (!roles.includes('operator')) throw new Problem('wrong-party');
};
