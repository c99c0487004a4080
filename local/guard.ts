// A door before a web page that does not check who asks: node local/guard.ts
// It lets through what comes from this machine's own pages, with the password that the program behind it needs, and nothing about other origins comes back.
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as ask, createServer } from 'node:http';
import { z } from 'zod';
import { isOwnRequest } from './own-host.ts';

const settings = z
  .object({
    GUARD_PORT: z.coerce.number().int(),
    /** The port of the program behind, and the name and password that it asks for. */
    GUARD_TARGET: z.coerce.number().int(),
    GUARD_USER: z.string().min(1),
    GUARD_PASSWORD: z.string().min(1),
  })
  .parse(process.env);

const authorization = `Basic ${Buffer.from(`${settings.GUARD_USER}:${settings.GUARD_PASSWORD}`).toString('base64')}`;

function inside({ method, url, headers: { origin: _, ...headers } }: IncomingMessage): ClientRequest {
  return ask({ host: '127.0.0.1', port: settings.GUARD_TARGET, method, path: url, headers: { ...headers, authorization } });
}

const forBrowser = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(access-control-|www-authenticate$)/.test(name)));

const server = createServer((request, response) => {
  if (!isOwnRequest(request.headers))
    return void response.writeHead(403, { 'content-type': 'text/plain' }).end('This page answers this machine alone.\n');
  const asked = inside(request);
  asked.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, forBrowser(answer.headers));
    answer.pipe(response);
  });
  asked.once('error', () => response.destroy());
  request.pipe(asked);
});
// The page hears of new letters over a WebSocket.
server.on('upgrade', (request, near) => {
  near.on('error', () => undefined);
  if (!isOwnRequest(request.headers)) return void near.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  const asked = inside(request);
  asked.once('upgrade', (answer, far, head) => {
    const lines = Object.entries(forBrowser(answer.headers)).map(([name, value]) => `${name}: ${value}`);
    near.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    near.write(head);
    far.on('error', () => near.destroy());
    far.pipe(near).pipe(far);
  });
  for (const end of ['response', 'error']) asked.once(end, () => near.destroy());
  asked.end();
});
server.listen(settings.GUARD_PORT, '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
