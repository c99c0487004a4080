// npm test: the checks and all tests, on their own stack. `*.timed.test.ts` run last, in series.
// npm run test:exhaustive: the state-space walks that take minutes, `*.exhaustive.test.ts`.
// npm test -- ARGUMENTS: passes the arguments to jest. Uses the stack of local/test-stack.ts if it runs, otherwise its own.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildPages } from '../local/pages.ts';
import { databaseOf } from '../local/postgresql.ts';
import { isAlive, stopped } from '../local/processes.ts';
import { say } from '../local/progress.ts';
import { withTestStack } from '../local/stack.ts';
import { createTemplate } from '../testing/worlds/database.ts';
import { bundleWorkflows } from '../workflows/bundle.ts';

type Counts = { passed: number; failed: number };
type Environment = Record<string, string>;

const checks = ['tsc', 'tsc -p web', 'biome ci', 'depcruise .', 'knip'];

const TIMED = '\\.timed\\.test\\.ts$';
const EXHAUSTIVE = '\\.exhaustive\\.test\\.ts$';

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = join(root, 'node_modules/.bin');
const path = `${programs}${delimiter}${process.env.PATH}`;
const folder = mkdtempSync(join(tmpdir(), 'akjet-jest-'));
const over = new AbortController();

try {
  const [first, ...rest] = process.argv.slice(2);
  const isExhaustive = first === '--exhaustive';
  if (isExhaustive) process.env.EXHAUSTIVE = '1';
  const args = isExhaustive ? ['exhaustive', ...rest] : process.argv.slice(2);
  const counts = args.length > 0 ? [await runTests(args)] : await Promise.all([runTests([]), ...checks.map(runCheck)]);
  const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
} catch (error) {
  if (error !== stopped) throw error;
  say(stopped.message);
  process.exitCode = 130;
} finally {
  over.abort();
  rmSync(folder, { recursive: true, force: true });
}

async function runCheck(check: string): Promise<Counts> {
  const [program = '', ...args] = check.split(' ');
  try {
    await promisify(execFile)(join(programs, program), args, {
      cwd: root,
      env: { ...process.env, PATH: path },
      maxBuffer: 2 ** 26,
      signal: over.signal,
    });
    say(`  ${check}: ok`);
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!over.signal.aborted) say(`  ${check}: failed\n${outputOf(error)}`);
    return { passed: 0, failed: 1 };
  }
}

async function runTests(args: string[]): Promise<Counts> {
  try {
    const bundle = Promise.all([writeBundle(), buildPages(), unpackBrowser()]).then(([file]) => file);
    // The result is awaited once the stack runs, so a failure waits until then.
    bundle.catch(() => undefined);
    const kept = args.length > 0 && !process.env.CI ? keptEnvironment() : undefined;
    if (kept) return await runJest(args, { ...kept, WORKFLOW_BUNDLE: await bundle });
    return await withTestStack(async ({ environment, processes }) => {
      const run = async (given: string[]) => runJest(given, { ...environment, WORKFLOW_BUNDLE: await bundle }, processes.signal);
      if (args.length > 0) return run(args);
      // Tests that measure time would fail beside others on a busy machine. So they run afterwards, one file at a time.
      const untimed = await run(['--testPathIgnorePatterns', '/node_modules/', EXHAUSTIVE, TIMED]);
      const timed = await run(['--maxWorkers=1', '--testPathPatterns', TIMED]);
      return { passed: untimed.passed + timed.passed, failed: untimed.failed + timed.failed };
    });
  } catch (error) {
    if (error === stopped) throw error;
    say(outputOf(error));
    return { passed: 0, failed: 1 };
  }
}

async function writeBundle(): Promise<string> {
  const file = join(folder, 'workflows.js');
  writeFileSync(file, (await bundleWorkflows(new URL('../testing/engine/workflows.ts', import.meta.url))).code);
  return file;
}

/** Before the tests, so that the first of them does not wait. Where there is no browser, the tests of the pages say so. */
async function unpackBrowser(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'testing/browser/unpack.ts')], { cwd: root, signal: over.signal }).catch(
    () => {},
  );
}

function keptEnvironment(): Environment | undefined {
  try {
    const kept = JSON.parse(readFileSync(join(root, '.local/test-stack.json'), 'utf8'));
    return isAlive(kept) ? kept.environment : undefined;
  } catch {
    return undefined;
  }
}

/** Runs jest with a migrated database that the tests copy. It is made anew each time, because migrations change while a stack is kept. */
async function runJest(args: string[], environment: Environment, signal?: AbortSignal): Promise<Counts> {
  const template = await createTemplate(environment.DATABASE_URL as string);
  const file = join(folder, 'results.json');
  // The walks make more than the usual 16 MB between two sweeps of the collector for young objects, which then copies them again and again. Jest's
  // workers get the same flags.
  const flags = [
    '--max-semi-space-size=64',
    '--disable-warning=ExperimentalWarning',
    `--import=${new URL('quick-exit.ts', import.meta.url)}`,
  ];
  const jest = spawn(
    process.execPath,
    [...flags, join(root, 'node_modules/jest/bin/jest.js'), '--passWithNoTests', '--json', `--outputFile=${file}`, ...args],
    {
      cwd: root,
      env: { ...process.env, ...environment, TEST_TEMPLATE: databaseOf(template.url) },
      stdio: ['inherit', 'ignore', 'inherit'],
      ...(signal && { signal }),
    },
  );
  const code = await new Promise((resolve, reject) => jest.once('error', reject).once('exit', resolve));
  if (!signal?.aborted) await template.drop();
  const results = JSON.parse(readFileSync(file, 'utf8'));
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return { passed: results.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function outputOf(error: unknown): string {
  const { stdout = '', stderr = '', message = String(error) } = error as { stdout?: string; stderr?: string; message?: string };
  return `${stdout}${stderr}`.trim() || message;
}
