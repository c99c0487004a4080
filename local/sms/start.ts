import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Processes } from '../processes.ts';

const program = fileURLToPath(new URL('service.ts', import.meta.url));

/**
 * Starts the SMS outbox on 127.0.0.1, which shows messages on a page instead of sending them. `GET /messages?to=+7701…` returns them as JSON, latest
 * first. `POST /control/faults { fault, about, times }` injects faults for a number. Returns its URL.
 */
export async function startSms(processes: Processes, port: number): Promise<URL> {
  const url = new URL(`http://127.0.0.1:${port}`);
  const env = { SMS_PORT: String(port), SMS_KEPT: join(processes.folder, 'sms.json') };
  processes.run('sms', process.execPath, [program], { cwd: processes.folder, env });
  await processes.until('The outbox of texts', () => fetch(new URL('healthz', url)));
  return url;
}
