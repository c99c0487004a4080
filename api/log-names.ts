/** How the log names callers: an account by its id, and person, session and network by keyed hashes, so that lines can be joined and reveal nobody. */
import { isIPv4 } from 'node:net';
import { nameInLog } from '../lives/security-log.ts';
import type { Keys } from '../models/keys.ts';
import { numberHash } from '../models/stores/sms.ts';
import { networkOf, wideNetworkOf } from './auth/address.ts';
import type { Session } from './session.ts';

/** Who makes a request. */
export const callerInLog = (keys: Keys, { account, person, id }: Pick<Session, 'account' | 'person' | 'id'>) => ({
  ...(account !== '' && { account }),
  person: nameInLog(keys, 'person', person),
  session: nameInLog(keys, 'session', id),
});

/** The network that a request comes from, as it is counted. */
export const networkInLog = (keys: Keys, address: string): string => nameInLog(keys, 'network', networkOf(address));

/** A number, from its stored hash (`numberHash`) or in E.164. */
export const numberInLog = (keys: Keys, number: string): string =>
  nameInLog(keys, 'number', number.startsWith('+') ? numberHash(keys, number) : number);

/** The part of an address that many share: 24 bits of IPv4, 48 of IPv6. It says where to look or what to block, and not who it was. */
export function truncatedAddress(address: string): string {
  const network = networkOf(address);
  if (isIPv4(network)) return network.replace(/\d+$/, '0/24');
  return wideNetworkOf(address)?.replace('/48', '::/48') ?? '';
}
