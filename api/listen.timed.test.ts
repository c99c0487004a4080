import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Api } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { createApiServer } from './listen.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** Connects and sends a piece each second, until the server ends it. Returns what it answered and the seconds that it took. */
async function drip(port: number, first: string, piece: string): Promise<[string, number]> {
  const begin = performance.now();
  let answer = '';
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('data', (data) => {
    answer += data.toString();
  });
  socket.write(first);
  const dripping = setInterval(() => socket.write(piece), 1_000);
  await new Promise((resolve) => socket.once('error', resolve).once('close', resolve));
  clearInterval(dripping);
  return [answer.split('\r\n')[0] ?? '', (performance.now() - begin) / 1_000];
}

describe('a caller who sends slowly', () => {
  const post = 'POST /v1/auth/sessions HTTP/1.1\r\nHost: x\r\n';
  it('is cut off after about ten seconds of headers, and fifteen of a request', async () => {
    const port = Number(new URL(api.url).port);
    const [headers, body] = await Promise.all([
      drip(port, post, 'X-A: b\r\n'),
      drip(port, `${post}Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{`, ' '),
    ]);
    expect(headers[0]).toContain('408');
    expect(headers[1]).toBeGreaterThan(9);
    expect(headers[1]).toBeLessThan(14);
    expect(body[1]).toBeGreaterThan(14);
    expect(body[1]).toBeLessThan(19);
  });
});

test('a process has a bound of connections; who comes later is closed at once', async () => {
  const server = createApiServer((_request, response) => response.end('ok'));
  expect(server.maxConnections).toBe(5_000);
  server.maxConnections = 2;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sockets = Array.from({ length: 3 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  const closed = await Promise.race(
    sockets.map((socket, each) => new Promise<number>((resolve) => socket.once('close', () => resolve(each)))),
  );
  expect(closed).toBe(2);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});
