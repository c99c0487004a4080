import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../config.ts';
import { migrate, openDatabase } from '../models/database.ts';
import { select } from '../models/statement.ts';
import { choosePorts } from './ports.ts';
import { ensurePlatformDatabase, inDatabase, loginAs, postgresUser, query } from './postgresql.ts';
import type { Processes } from './processes.ts';
import { openProcesses } from './processes.ts';

// What docker-compose.yml says is run here: the script of the service `certificates`, and PostgreSQL with the flags and the files of the service `postgres`.

interface Compose {
  services: { certificates: { command: [string]; volumes: string[] }; postgres: { command: string[] } };
}
const { services } = parse(readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8'), { merge: true }) as Compose;

const folders: string[] = [];
let processes: Processes;
let url: string;

/** Runs the script in a new folder. The server is called `localhost` here, and the keys belong to one user. */
function make(): { folder: string; run: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'akjet-certificates-'));
  folders.push(folder);
  chmodSync(folder, 0o755);
  for (const volume of services.certificates.volumes) mkdirSync(join(folder, volume.split(':/certificates/')[1] ?? ''));
  const group = postgresUser()?.gid ?? process.getgid?.();
  const script = services.certificates.command[0]
    .replaceAll('$$', '$')
    .replace('subjectAltName = DNS:$1', 'subjectAltName = DNS:$1, DNS:localhost')
    .replace(/^(issue \w+ \S+) \d+$/gm, `$1 ${group}`);
  const run = () => void execFileSync('sh', ['-euc', script], { cwd: folder, stdio: 'pipe' });
  run();
  return { folder, run };
}

const certificate = (folder: string, name: string) => new X509Certificate(readFileSync(join(folder, name, 'cert.pem')));
const authority = (folder: string) => join(folder, 'authority/ca.pem');

beforeAll(async () => {
  const { folder } = make();
  processes = await openProcesses(join(folder, 'server'));
  url = await startServer(folder);
});
afterAll(async () => {
  await processes.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Starts a server with the programs of the stack's own. */
async function startServer(folder: string): Promise<string> {
  const user = postgresUser();
  const launch = { cwd: folder, ...(user && { user }) };
  const [found] = await query(loginAs(readConfig().DATABASE_URL, 'postgres'), "select setting as bin from pg_config where name = 'BINDIR'");
  const [data, secret] = [join(folder, 'data'), join(folder, 'secret')];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, 'postgres');
  if (user) chownSync(data, user.uid, user.gid);
  // A server that runs as the owner of the key wants nobody else to read it.
  else chmodSync(join(folder, 'postgres/key.pem'), 0o600);
  await processes.finish(
    'initdb',
    `${found?.bin}/initdb`,
    ['-D', data, '-N', '--username=postgres', `--pwfile=${secret}`, '--auth=trust'],
    launch,
  );
  const { postgresql: port } = await choosePorts('test');
  const flags = services.postgres.command.slice(1).map((flag) => flag.replace('/run/certificate', join(folder, 'postgres')));
  const here = ['-cunix_socket_directories=', '-clisten_addresses=127.0.0.1', '-cfsync=off', '-cmax_connections=20'];
  processes.run('postgresql', `${found?.bin}/postgres`, ['-D', data, '-p', String(port), ...flags, ...here], {
    ...launch,
    stopBy: 'SIGINT',
  });
  const address = `postgres://postgres:postgres@localhost:${port}/postgres?sslmode=verify-full&sslrootcert=${authority(folder)}`;
  await processes.until('PostgreSQL', () => query(address, 'select 1'));
  return address;
}

describe('the certificates of the containers', () => {
  test('are signed by one private authority, each for its name and use; the key of the authority is gone', () => {
    const { folder } = make();
    const root = new X509Certificate(readFileSync(authority(folder)));
    const uses = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2' };
    for (const [name, expected] of [
      ['postgres', [uses.serverAuth]],
      ['temporal', [uses.serverAuth, uses.clientAuth]],
      ['client', [uses.clientAuth]],
      ['mailbox', [uses.serverAuth]],
    ] as const) {
      const made = certificate(folder, name);
      expect(made.verify(root.publicKey) && made.checkIssued(root) && !made.ca).toBe(true);
      expect(made.checkHost(name)).toBe(name);
      expect(made.keyUsage).toEqual(expected);
      expect(statSync(join(folder, name, 'key.pem')).mode & 0o777).toBe(0o640);
    }
    expect(
      readdirSync(folder, { recursive: true })
        .filter((file) => String(file).includes('ca.'))
        .toString(),
    ).toBe('authority/ca.pem');
  });

  test('are made once: a second start changes nothing', () => {
    const { folder, run } = make();
    const before = ['authority/ca.pem', 'postgres/key.pem', 'client/cert.pem'].map((file) => readFileSync(join(folder, file), 'utf8'));
    run();
    expect(['authority/ca.pem', 'postgres/key.pem', 'client/cert.pem'].map((file) => readFileSync(join(folder, file), 'utf8'))).toEqual(
      before,
    );
  });

  test('are made anew when a start was interrupted: the authority is written last', () => {
    const { folder, run } = make();
    const before = readFileSync(join(folder, 'postgres/cert.pem'), 'utf8');
    rmSync(authority(folder));
    run();
    expect(readFileSync(join(folder, 'postgres/cert.pem'), 'utf8')).not.toBe(before);
    expect(certificate(folder, 'postgres').verify(new X509Certificate(readFileSync(authority(folder))).publicKey)).toBe(true);
  });
});

describe('PostgreSQL of the containers', () => {
  /** The same server, with other parameters of the connection. */
  const connecting = async (change: (url: URL) => void): Promise<unknown[]> => {
    const changed = new URL(url);
    change(changed);
    const database = openDatabase(changed.href, { connections: 1 });
    try {
      return await select(database, 'select ssl, version from pg_stat_ssl where pid = pg_backend_pid()', []);
    } finally {
      await database.close();
    }
  };

  test('takes who proves its certificate and name, over TLS 1.3', async () => {
    expect(await connecting(() => undefined)).toEqual([{ ssl: true, version: 'TLSv1.3' }]);
  });

  test.each<[string, (url: URL) => void, RegExp]>([
    ['refuses clear text', ({ searchParams }) => searchParams.set('sslmode', 'disable'), /no pg_hba\.conf entry .* no encryption/],
    ['refuses who asks for nothing', (url) => Object.assign(url, { search: '' }), /no pg_hba\.conf entry .* no encryption/],
    [
      'is not trusted by who knows another authority',
      ({ searchParams }) => searchParams.set('sslrootcert', authority(make().folder)),
      /certificate/,
    ],
    ['is not trusted by who knows no private authority', ({ searchParams }) => searchParams.delete('sslrootcert'), /certificate/],
    [
      'is not trusted under another name',
      (url) => Object.assign(url, { hostname: '127.0.0.1' }),
      /IP: 127\.0\.0\.1 is not in the cert's list/,
    ],
  ])('%s', async (_name, change, reason) => {
    await expect(connecting(change)).rejects.toThrow(reason);
  });

  test('is migrated and used by the platform over TLS', async () => {
    const platform = inDatabase(url, 'akjet');
    const api = await ensurePlatformDatabase(platform, 'a'.repeat(64));
    await migrate(loginAs(api, 'akjet_owner'));
    const database = openDatabase(api);
    try {
      expect(await select(database, 'select count(*)::int as count from offer_revision', [])).toEqual([{ count: 1 }]);
    } finally {
      await database.close();
    }
  });
});
