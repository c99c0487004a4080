/** How the log names callers: an account by its id, and person, session and network by keyed hashes, so that lines can be joined and reveal nobody. */
import type { Keys } from '../models/keys.ts';
import { networkOf } from './auth/address.ts';
import type { Session } from './session.ts';

/** Hex digits. Enough to join lines of a log. */
const LENGTH = 16;

const nameOf = (keys: Keys, kind: string, value: string): string => keys.hash('log', kind, value).slice(0, LENGTH);

/** Who makes a request, for its line in the log. */
export const callerInLog = (keys: Keys, { account, person, id }: Session) => ({
  ...(account !== '' && { account }),
  person: nameOf(keys, 'person', person),
  session: nameOf(keys, 'session', id),
});

/** The network that a request comes from. */
export const networkInLog = (keys: Keys, address: string): string => nameOf(keys, 'network', networkOf(address));
