import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearAbandoned } from '../local/processes.ts';
import type { Stack } from '../local/stack.ts';
import { withDevelopmentStack } from '../local/stack.ts';

const folders = join(tmpdir(), 'akjet-bench-');
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A stack of its own, empty at first and gone at the end. Unlike the tests' it writes to disk before it answers, as in production. */
export async function withBenchStack<T>(work: (stack: Stack) => Promise<T>): Promise<T> {
  await clearLeftovers();
  // What is measured is started here: no server that is set for development.
  delete process.env.DATABASE_URL;
  delete process.env.TEMPORAL_ADDRESS;
  const folder = mkdtempSync(folders);
  // PostgreSQL runs as another user when this is root, and has to get through.
  chmodSync(folder, 0o711);
  try {
    return await withDevelopmentStack(folder, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => join(tmpdir(), each).startsWith(folders))) {
    const folder = join(tmpdir(), name);
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    if (await clearAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
