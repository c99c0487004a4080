import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the pages into `dist/`, which takes a second. */
export async function buildPages(): Promise<void> {
  const build = (page: string) =>
    promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', `web/${page}`], { cwd: root });
  await Promise.all(['cabinet', 'console'].map(build));
}
