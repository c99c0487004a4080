import { isIP, isIPv6 } from 'node:net';
import type { Keys } from '../../models/keys.ts';

const GROUPS = 8;
/** The network half of an IPv6 address: a client can use any address of its network. */
const OF_NETWORK = 4;
/** What a provider gives to one customer: it holds 65 536 networks. */
const OF_WIDE_NETWORK = 3;

/**
 * The address of a caller. Express names the rightmost hop of X-Forwarded-For that is no trusted proxy, or the connection's address. Some proxies add
 * a port, which would make each connection another caller. What is no address is not believed: then the connection's own counts.
 */
export function addressOf({ ip = '', socket }: { ip?: string | undefined; socket: { remoteAddress?: string | undefined } }): string {
  const bare = /^\[?([\da-f.:]+?)\]?(?:(?<=\]|^[\d.]+):\d{1,5})?$/i.exec(ip)?.[1] ?? '';
  return isIP(bare.split('%')[0] ?? '') ? bare : (socket.remoteAddress ?? '');
}

function groupsOf(address: string): string[] {
  const [head = [], tail = []] = (address.split('%')[0] ?? '').split('::').map((part) => part.split(':').filter((group) => group !== ''));
  return [...head, ...Array.from({ length: GROUPS - head.length - tail.length }, () => '0'), ...tail];
}

const leading = (address: string, count: number): string =>
  groupsOf(address)
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');

const IPV4_IN_IPV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The network by which limits are counted: an address of IPv4, or the first 64 bits of one of IPv6. */
export function networkOf(address: string): string {
  const mapped = IPV4_IN_IPV6.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? leading(address, OF_NETWORK) : address;
}

/** The first 48 bits of an address of IPv6, which have a larger limit of their own. Undefined for IPv4. */
export const wideNetworkOf = (address: string): string | undefined =>
  isIPv6(address) && !IPV4_IN_IPV6.test(address) ? `${leading(address, OF_WIDE_NETWORK)}/48` : undefined;

/** What is stored of a caller's address. */
export interface Networks {
  network: string;
  /** Null for IPv4. */
  wide: string | null;
}

export function networksOf(keys: Keys, address: string): Networks {
  const wide = wideNetworkOf(address);
  return {
    network: keys.hash('address', networkOf(address)),
    wide: wide === undefined ? null : keys.hash('address', wide),
  };
}
