/** Runs the sandbox payment provider as a separate process, which a test can kill and start again. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../local/payments/book.ts';
import type { Fault } from '../../local/payments/faults.ts';
import { until } from '../worlds/world.ts';

export interface Sandbox {
  settings: { PAYMENTS_URL: string; PAYMENTS_SECRET: string; PAYMENTS_HOOK_SECRET: string };
  start(): Promise<void>;
  /** Kills the process. Only what it has written to disk survives. */
  kill(): Promise<void>;
  close(): Promise<void>;
  /** Injects a fault into a life's next requests or webhooks. */
  trouble(life: string, fault: Fault, times?: number): Promise<void>;
  /** Acts as the customer on the payment page. Returns the page that they see next. */
  onPage(page: string, act: 'approve' | 'decline' | 'close'): Promise<string>;
  /** Changes a payment or payout as a bank would, without a request. */
  become(id: string, status: 'cancelled' | 'returned' | 'takenBack' | 'confirmed' | 'refused', amount?: number): Promise<void>;
  /** The provider's own records of a life. */
  book(life: string): Promise<Entry[]>;
}

export async function openSandbox(): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'akjet-payments-'));
  const [secret, hookSecret] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const secrets = { PAYMENTS_SECRET: secret, PAYMENTS_HOOK_SECRET: hookSecret };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let running: ChildProcess | undefined;

  const control = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${url}/control/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const start = async (): Promise<void> => {
    const env = { PAYMENTS_PORT: String(port), ...secrets, PAYMENTS_BOOK: join(folder, 'book.json'), PAYMENTS_PAGES: url };
    running = spawn(process.execPath, ['local/payments/service.ts'], { env: { ...process.env, ...env }, stdio: 'inherit' });
    await until(
      () =>
        fetch(`${url}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      'the sandbox',
    );
  };
  const kill = async (): Promise<void> => {
    const exited = running && once(running, 'exit');
    running?.kill('SIGKILL');
    await exited;
    running = undefined;
  };
  await start();
  return {
    settings: { PAYMENTS_URL: url, ...secrets },
    start,
    kill,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
    trouble: (life, fault, times = 1) => control('faults', { fault, about: life, times }),
    async onPage(page, act) {
      const response = await fetch(page, { method: 'POST', body: new URLSearchParams({ act }) });
      return response.text();
    },
    become: (id, status, amount) => control(`become/${encodeURIComponent(id)}`, { status, ...(amount !== undefined && { amount }) }),
    book: async (life) => (await control<Entry[]>('book')).filter(({ id }) => id.startsWith(`${life}/`)),
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
