// The authority of signing keys of a development stack, a separate process: node local/authority/service.ts
// Its roots are made up. It certifies whoever asks, so it listens only on this machine, and production refuses its roots.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { runAuthority } from './server.ts';

const settings = z
  .object({
    NODE_ENV: z.literal(['development', 'test'], 'a development authority certifies anybody: not in production'),
    AUTHORITY_PORT: z.coerce.number().int(),
    /** The file that keeps keys and certificates over a restart, and the one with the roots as PEM. */
    AUTHORITY_KEPT: z.string().min(1),
    AUTHORITY_ROOTS: z.string().min(1),
  })
  .parse(process.env);

const authority = await runAuthority(settings.AUTHORITY_PORT, {
  read: () => (existsSync(settings.AUTHORITY_KEPT) ? JSON.parse(readFileSync(settings.AUTHORITY_KEPT, 'utf8')) : null),
  write: (kept) => writeFileSync(settings.AUTHORITY_KEPT, JSON.stringify(kept), { mode: 0o600 }),
});
writeFileSync(settings.AUTHORITY_ROOTS, authority.roots);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, authority.close);
