// Starts the whole platform on this machine: npm start
import { execFile, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { messageOf } from '../error-message.ts';
import { environmentFile } from './environment.ts';
import { buildPages } from './pages.ts';
import type { Ports } from './ports.ts';
import { usualPorts } from './ports.ts';
import { loginAs } from './postgresql.ts';
import { stopped } from './processes.ts';
import { aligned, during, say } from './progress.ts';
import type { Stack } from './stack.ts';
import { withDevelopmentStack } from './stack.ts';

type SampleUser = { name: string; roles: string[]; token: string };

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.local');
const tokensFile = join(folder, 'sample-users.txt');
const demo = { program: join(root, 'scripts/demo.ts'), shown: join(folder, 'demo-shown') };

try {
  say('Starting ...');
  await withDevelopmentStack(folder, run);
} catch (error) {
  if (error !== stopped) process.exitCode = 1;
  say(messageOf(error));
}

async function run(stack: Stack): Promise<never> {
  const { processes, ports } = stack;
  processes.signal.addEventListener('abort', () => say('Stopping ...'));
  const api = `http://127.0.0.1:${ports.api}`;
  const env = { ...stack.environment, HOST: '127.0.0.1', PORT: String(ports.api), PUBLIC_URL: api, METRICS_PORT: String(ports.metrics) };
  const { DATABASE_URL: database = '' } = stack.environment;
  const owner = { DATABASE_OWNER_URL: loginAs(database, 'akjet_owner') };
  // For scripts that a developer runs meanwhile.
  writeFileSync(environmentFile, JSON.stringify({ ...env, ...owner }), { mode: 0o600 });
  processes.afterwards(() => {
    for (const file of [environmentFile, tokensFile]) rmSync(file, { force: true });
  });
  // The API looks for them when it starts.
  await during('Pages', buildPages());
  processes.run('worker', process.execPath, ['worker.ts'], { cwd: root, env: { ...env, DATABASE_URL: loginAs(database, 'akjet_worker') } });
  processes.run('api', process.execPath, ['server.ts'], { cwd: root, env });
  await during(
    'API',
    processes.until('The API', () => expectReady(`${api}/readyz`)),
  );

  if (existsSync(demo.program) && !existsSync(demo.shown)) await showDemo({ ...env, ...owner }, processes.signal);
  say(overview(stack, api, await sampleUsers(env, processes.signal)));
  return processes.ended;
}

async function expectReady(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
}

async function showDemo(env: Record<string, string>, signal: AbortSignal): Promise<void> {
  writeFileSync(demo.shown, 'The demonstration is shown at the first start only. Show it again: node scripts/demo.ts\n');
  say('\nThe demonstration, once, at the first start:\n');
  const child = spawn(process.execPath, [demo.program], {
    cwd: root,
    env: { ...process.env, ...env },
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.once('error', () => undefined);
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => say(`    ${line}`));
  await new Promise((resolve) => child.once('close', resolve));
}

async function sampleUsers(env: Record<string, string>, signal: AbortSignal): Promise<SampleUser[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/users.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    signal,
  });
  return JSON.parse(stdout);
}

function overview({ ports, environment }: Stack, api: string, users: SampleUser[]): string {
  const { TEMPORAL_UI_URL: temporalUi, MAILBOX_URL: mailbox = '', SMS_OUTBOX_URL: sms = '', PAYMENTS_URL: payments = '' } = environment;
  const { AUTHORITY_URL: authority = '' } = environment;
  const { DATABASE_URL: database = '' } = environment;
  const places = [
    ['Cabinet', `${api}/cabinet/`],
    ['Console of the staff', `${api}/console/`],
    ['API', api, moved(ports, 'api')],
    ['API documentation', `${api}/docs`],
    ...(temporalUi ? [['Temporal', temporalUi, moved(ports, 'temporalUi')]] : []),
    ['Mailbox', mailbox, moved(ports, 'mailbox')],
    ['SMS', sms, moved(ports, 'sms')],
    ['Payments', payments, moved(ports, 'payments')],
    ['Authority of signing keys', authority, moved(ports, 'authority')],
    ...(process.env.POSTGRES_URL ? [] : [['Database', loginAs(database, 'akjet_read'), moved(ports, 'postgresql')]]),
    ['Logs', join(folder, 'logs')],
  ];
  return `\n${aligned(places)}\n\n  Send a token as: Authorization: Bearer TOKEN\n\n${shownUsers(users)}\n\n  Second factor of the sample staff, when a command asks for it: npm run factor\n\n  Ctrl-C stops everything.\n`;
}

/** Tokens are for a person at the screen. Where the output may be kept, such as in a file, they are in a file of their own, which ends with the stack. */
function shownUsers(users: SampleUser[]): string {
  const people = aligned(users.map(({ name, roles, token }) => [name, roles.join(', '), token]));
  if (process.stdout.isTTY) return people;
  writeFileSync(tokensFile, `${people}\n`, { mode: 0o600 });
  return `  The sample users and their tokens: ${tokensFile}`;
}

function moved(ports: Ports, name: keyof Ports): string {
  return ports[name] === usualPorts[name] ? '' : `(${usualPorts[name]} was taken)`;
}
