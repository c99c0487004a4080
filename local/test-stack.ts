// Keeps a test stack running between test runs: node local/test-stack.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { birthOf, stopped } from './processes.ts';
import { say } from './progress.ts';
import { withTestStack } from './stack.ts';

const file = fileURLToPath(new URL('../.local/test-stack.json', import.meta.url));

try {
  await withTestStack(async ({ environment, processes }) => {
    mkdirSync(fileURLToPath(new URL('../.local', import.meta.url)), { recursive: true });
    writeFileSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), environment }), { mode: 0o600 });
    say('Ready: npm test -- ARGUMENTS uses it until Ctrl-C stops it.');
    await processes.ended;
  });
} catch (error) {
  if (error !== stopped) throw error;
} finally {
  rmSync(file, { force: true });
}
