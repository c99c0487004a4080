import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Processes } from '../processes.ts';

const program = fileURLToPath(new URL('service.ts', import.meta.url));

/**
 * Starts the outbox of texts on 127.0.0.1: it sends none and shows each on a page. `GET /messages?to=+7701…` answers them as JSON, the latest
 * first; `POST /control/faults { fault, about, times }` has it fail for a number as real providers do. Answers where it is.
 */
export async function startSms(processes: Processes, port: number): Promise<URL> {
  const url = new URL(`http://127.0.0.1:${port}`);
  const env = { SMS_PORT: String(port), SMS_KEPT: join(processes.folder, 'sms.json') };
  processes.run('sms', process.execPath, [program], { cwd: processes.folder, env });
  await processes.until('The outbox of texts', () => fetch(new URL('healthz', url)));
  return url;
}
