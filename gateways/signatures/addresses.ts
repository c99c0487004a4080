/** Which addresses may be asked. Certificates come from strangers, so none of their addresses is believed. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';

/** Networks in which no public service is (IANA's special-purpose registries). */
const INSIDE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv6');

/** An address of a private network, this machine's own, or none of a single machine. IPv4 inside IPv6 counts as IPv4. */
export const isInside = (address: string): boolean => INSIDE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

export interface AllowedHosts {
  /** Host, with a port if it is not the usual one, as in a URL. */
  hosts: string[];
  /** In development the authority is on this machine. */
  mayBeInside: boolean;
}

/** Is a URL of a certificate one that the settings allow? */
export function isAllowed(url: string, { hosts }: AllowedHosts): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return ['http:', 'https:'].includes(protocol) && hosts.includes(host) && username === '' && password === '';
}

/** @throws if an allowed name leads into a private network */
export async function requireOutside(url: string, { mayBeInside }: AllowedHosts): Promise<void> {
  if (mayBeInside) return;
  const found = await lookup(new URL(url).hostname.replace(/^\[|\]$/g, ''), { all: true });
  if (found.some(({ address }) => isInside(address))) throw new Error('the name leads into a private network');
}
