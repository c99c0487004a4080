/**
 * Keeps pages of other sites away from the programs of a development stack, which show codes and letters. A browser on this machine reaches 127.0.0.1,
 * so a foreign page could make it ask there: by a name of its own that leads to 127.0.0.1 (DNS rebinding), which the Host shows, or across sites, which
 * the Origin shows.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { RequestHandler } from 'express';

/** An address, `localhost` and the name of a container cannot be a name of somebody else; a name with a dot can. */
function isOwnHost(host: string): boolean {
  const name = /^(\[[^\]]+\]|[^:]+)(?::\d{1,5})?$/.exec(host)?.[1] ?? '';
  return isIP(name.replace(/^\[|\]$/g, '')) > 0 || /^[\w-]+$/.test(name);
}

/** Does a request come from this machine's own pages, or from a program? */
export function isOwnRequest({ host = '', origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): boolean {
  return isOwnHost(host) && (origin === undefined || origin === `http://${host}`);
}

export const ownHostOnly: RequestHandler = (request, response, next) => {
  if (isOwnRequest(request.headers)) next();
  else response.status(403).type('text').send('This program answers this machine alone.\n');
};
