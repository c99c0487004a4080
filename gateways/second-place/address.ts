/** The address of a bucket, as a setting names it. It holds no secret, so it may stand in a message. */

/** A bucket, and a folder in it. */
export interface S3Address {
  endpoint: string;
  region: string;
  bucket: string;
  prefix: string;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** `https://host`, which signs nothing but the host: no path, no credentials. */
function endpointOf(text: string): string {
  const { protocol, hostname, origin, href } = new URL(text);
  if (href !== `${origin}/`) throw new Error('endpoint must be https://HOST, without a path');
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname))) throw new Error('endpoint must be https');
  return origin;
}

/**
 * `s3://BUCKET/PREFIX?region=REGION&endpoint=https://HOST`; without an endpoint it is Amazon's of the region.
 * @throws if it is no such address. The message repeats nothing of it, because credentials may have been written into it.
 */
export function s3AddressOf(text: string): S3Address {
  const { username, password, host, pathname, searchParams, hash } = new URL(text);
  if (username !== '' || password !== '') throw new Error('must not hold the credentials: settings of their own do');
  const prefix = pathname.replace(/^\/|\/$/g, '');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(host)) throw new Error('must name a bucket');
  if (!/^([\w-][\w.-]*(\/|$))*$/.test(prefix)) throw new Error('must have a prefix of letters, digits, points, dashes and slashes');
  const region = searchParams.get('region') ?? '';
  if (!/^[a-z0-9-]+$/.test(region)) throw new Error('must name a region');
  if (hash !== '' || [...searchParams.keys()].some((name) => !['region', 'endpoint'].includes(name)))
    throw new Error('knows region and endpoint alone');
  return { endpoint: endpointOf(searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`), region, bucket: host, prefix };
}
