import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Processes } from './processes.ts';

const guard = fileURLToPath(new URL('guard.ts', import.meta.url));

/**
 * Starts a mail server on 127.0.0.1 that shows letters on a page instead of delivering them.
 * `GET <page>/api/email` returns the letters as JSON. `DELETE <page>/api/email/all` deletes them.
 *
 * MailDev shows its letters to any page whose origin asks for them. So it has a password that only the guard before it knows.
 */
export async function startMailbox(processes: Processes, ports: { smtp: number; mailbox: number; mailboxInside: number }): Promise<void> {
  const program = fileURLToPath(new URL('bin/maildev.js', import.meta.resolve('maildev')));
  const listen = ['--ip', '127.0.0.1', '--smtp', String(ports.smtp), '--web-ip', '127.0.0.1', '--web', String(ports.mailboxInside)];
  const keep = ['--mail-directory', join(processes.folder, 'mail'), '--max-emails', '5000'];
  const [user, password] = ['guard', randomBytes(24).toString('base64url')];
  // In the environment, because every user of the machine can read a process's arguments.
  const env = { MAILDEV_WEB_USER: user, MAILDEV_WEB_PASS: password };
  processes.run('mailbox', process.execPath, [program, ...listen, ...keep], { cwd: processes.folder, env });
  const known = {
    GUARD_PORT: String(ports.mailbox),
    GUARD_TARGET: String(ports.mailboxInside),
    GUARD_USER: user,
    GUARD_PASSWORD: password,
  };
  processes.run('mailbox-guard', process.execPath, [guard], { env: known });
  await processes.until('The mailbox', async () => {
    const { ok, status } = await fetch(`http://127.0.0.1:${ports.mailbox}/api/email`);
    if (!ok) throw new Error(`it answers ${status}`);
  });
}
