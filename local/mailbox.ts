import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Processes } from './processes.ts';

/**
 * Starts a mail server on 127.0.0.1 that shows letters on a page instead of delivering them.
 * `GET <page>/api/email` returns the letters as JSON. `DELETE <page>/api/email/all` deletes them.
 */
export async function startMailbox(processes: Processes, ports: { smtp: number; mailbox: number }): Promise<void> {
  const program = fileURLToPath(new URL('bin/maildev.js', import.meta.resolve('maildev')));
  const listen = ['--ip', '127.0.0.1', '--smtp', String(ports.smtp), '--web-ip', '127.0.0.1', '--web', String(ports.mailbox)];
  const keep = ['--mail-directory', join(processes.folder, 'mail'), '--max-emails', '5000'];
  processes.run('mailbox', process.execPath, [program, ...listen, ...keep], { cwd: processes.folder });
  await processes.until('The mailbox', () => fetch(`http://127.0.0.1:${ports.mailbox}/api/healthz`));
}
