/** Stands between a process and what it depends on, to take it away: by refusing, as a server that is down, or by silence, as a net that drops. */
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export interface Proxy {
  /** `host:port` to connect to instead of the target. */
  address: string;
  /** Connects again: new connections reach the target. Those that were silenced stay dead, and nobody is told. */
  restore(): Promise<void>;
  /** Cuts every connection and refuses new ones. */
  refuse(): Promise<void>;
  /** Takes what comes, and passes nothing on: neither on the connections that are open nor on new ones. */
  silence(): void;
  close(): Promise<void>;
}

/** A proxy on 127.0.0.1 to `host:port`. */
export async function openProxy(target: string): Promise<Proxy> {
  const [host = '', port = ''] = target.split(':');
  const open = new Set<Socket>();
  let silent = false;

  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).once('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (silent) return void near.resume();
    const far = keep(connect(Number(port), host));
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const listen = (at: number): Promise<void> => new Promise((resolve, reject) => server.once('error', reject).listen(at, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  const refuse = async (): Promise<void> => {
    const closed = server.listening && new Promise((resolve) => server.close(resolve));
    cut();
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
    async refuse() {
      silent = false;
      await refuse();
    },
    silence() {
      silent = true;
      for (const socket of open) socket.unpipe().removeAllListeners('close').once('close', () => open.delete(socket)).resume();
    },
    close: refuse,
  };
}
