import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearAbandoned, stopped } from '../local/processes.ts';
import { say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { withDevelopmentStack } from '../local/stack.ts';

const folders = join(tmpdir(), 'akjet-bench-');
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs work on a new, empty stack and deletes it afterwards. Unlike the test stack, it flushes to disk before it answers, as in production. */
async function withBenchStack<T>(work: (stack: Stack) => Promise<T>): Promise<T> {
  await clearLeftovers();
  // The measured servers are started here, so servers configured for development are ignored.
  delete process.env.POSTGRES_URL;
  delete process.env.TEMPORAL_ADDRESS;
  const folder = mkdtempSync(folders);
  // As root, PostgreSQL runs as another user, which needs access to the folder.
  chmodSync(folder, 0o711);
  try {
    return await withDevelopmentStack(folder, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures on such a stack. Where that fails it says why, and the process ends with 1. */
export async function runBench(measure: (stack: Stack) => Promise<void>): Promise<void> {
  try {
    await withBenchStack(measure);
  } catch (error) {
    if (error !== stopped) process.exitCode = 1;
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => join(tmpdir(), each).startsWith(folders))) {
    const folder = join(tmpdir(), name);
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    if (await clearAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
