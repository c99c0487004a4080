import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Processes } from '../processes.ts';

const program = fileURLToPath(new URL('service.ts', import.meta.url));

/**
 * Starts the sandbox payment provider on 127.0.0.1. It moves no money and has a page for each payment.
 * `POST /control/faults` injects faults. Its records survive a restart.
 */
export async function startPayments(
  processes: Processes,
  port: number,
  secrets: { PAYMENTS_SECRET: string; PAYMENTS_HOOK_SECRET: string },
): Promise<string> {
  const url = `http://127.0.0.1:${port}`;
  const env = {
    HOST: '127.0.0.1',
    PAYMENTS_PORT: String(port),
    ...secrets,
    PAYMENTS_BOOK: join(processes.folder, 'payments.json'),
    PAYMENTS_PAGES: url,
  };
  processes.run('payments', process.execPath, [program], { cwd: processes.folder, env });
  await processes.until('The payment provider', () => fetch(`${url}/healthz`));
  return url;
}
