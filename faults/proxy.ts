/** Simulates the outage of a dependency: refuses connections like a server that is down, or drops data like a broken network. */
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export interface TcpProxy {
  /** `host:port` to connect to instead of the target. */
  address: string;
  /** Lets new connections reach the target. Silenced connections stay dead, without an error to either side. */
  restore(): Promise<void>;
  /** Cuts every connection and refuses new ones. */
  refuse(): Promise<void>;
  /** Accepts data and forwards nothing, on open and on new connections. */
  silence(): void;
  /** Forwards the next message that contains the string, and cuts its connection before the response. */
  loseAnswerTo(text: string): void;
  close(): Promise<void>;
}

/** Opens a proxy on 127.0.0.1 to `host:port`. */
export async function openProxy(target: string): Promise<TcpProxy> {
  const [host = '', port = ''] = target.split(':');
  const open = new Set<Socket>();
  const dead = new WeakSet<Socket>();
  let silent = false;
  let cutAfter: string | undefined;

  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).once('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (silent) return void near.resume();
    const far = keep(connect(Number(port), host));
    near.pipe(far).pipe(near);
    near.on('data', (message) => {
      if (cutAfter === undefined || !message.includes(cutAfter)) return;
      cutAfter = undefined;
      far.unpipe().resume().end();
      near.destroy();
    });
    far.once('close', () => dead.has(near) || near.destroy());
    near.once('close', () => far.end());
  });
  const listen = (at: number): Promise<void> =>
    new Promise((resolve, reject) => server.once('error', reject).listen(at, '127.0.0.1', resolve));
  const refuse = async (): Promise<void> => {
    silent = false;
    const closed = server.listening && new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };

  await listen(0);
  const { port: own } = server.address() as { port: number };
  return {
    address: `127.0.0.1:${own}`,
    async restore() {
      silent = false;
      if (!server.listening) await listen(own);
    },
    refuse,
    silence() {
      silent = true;
      for (const socket of open) {
        dead.add(socket);
        socket.unpipe().resume();
      }
    },
    loseAnswerTo(text) {
      cutAfter = text;
    },
    close: refuse,
  };
}
