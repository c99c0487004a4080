import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Processes } from '../processes.ts';

const program = fileURLToPath(new URL('service.ts', import.meta.url));

/**
 * Starts the time stamp authority on 127.0.0.1. `POST /` takes a request of RFC 3161, `POST /control/faults { fault, about, times }` injects faults.
 * Returns its URL, and the file with its root.
 */
export async function startTimestamps(processes: Processes, port: number): Promise<{ url: string; roots: string }> {
  const url = `http://127.0.0.1:${port}`;
  const roots = join(processes.folder, 'timestamps-root.pem');
  const env = { TIMESTAMPS_PORT: String(port), TIMESTAMPS_KEPT: join(processes.folder, 'timestamps.json'), TIMESTAMPS_ROOTS: roots };
  processes.run('timestamps', process.execPath, [program], { cwd: processes.folder, env });
  await processes.until('The time stamp authority', () => fetch(`${url}/healthz`));
  return { url, roots };
}
