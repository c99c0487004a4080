import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Processes } from '../processes.ts';

const program = fileURLToPath(new URL('service.ts', import.meta.url));

/**
 * Starts the authority of signing keys on 127.0.0.1. `POST /certificates {kind, name, iin, company, flaw}` certifies a new key, `POST /control/faults
 * {fault, times}` injects faults. Returns its URL, and the file with its roots.
 */
export async function startAuthority(processes: Processes, port: number): Promise<{ url: URL; roots: string }> {
  const url = new URL(`http://127.0.0.1:${port}`);
  const roots = join(processes.folder, 'authority-roots.pem');
  const kept = join(processes.folder, 'authority.json');
  const env = { NODE_ENV: 'development', AUTHORITY_PORT: String(port), AUTHORITY_KEPT: kept, AUTHORITY_ROOTS: roots };
  processes.run('authority', process.execPath, [program], { cwd: processes.folder, env });
  await processes.until('The authority of signing keys', () => fetch(new URL('healthz', url)));
  return { url, roots };
}
