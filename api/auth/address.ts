import { isIPv6 } from 'node:net';
import type { Keys } from '../../models/keys.ts';

const GROUPS = 8;
/** The network half of an IPv6 address: a client can use any address of its network. */
const OF_NETWORK = 4;

/** The network by which limits are counted. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = [], tail = []] = (address.split('%')[0] ?? '').split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const groups = [...head, ...Array.from({ length: GROUPS - head.length - tail.length }, () => '0'), ...tail];
  return groups
    .slice(0, OF_NETWORK)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The hash stored for an address. It is the connection's address, never one from a header (ASVS 4.1.3). */
export const addressHash = (keys: Keys, address: string): string => keys.hash('address', networkOf(address));
