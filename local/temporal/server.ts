import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../ports.ts';
import { databaseOf, ensureDatabase, inDatabase, query } from '../postgresql.ts';
import type { Processes } from '../processes.ts';
import { dynamicConfig, serverConfig, uiConfig } from './config.ts';
import type { BuiltPrograms, TemporalPrograms } from './programs.ts';

type Purpose = 'development' | 'test';

interface Plan {
  purpose: Purpose;
  ports: Ports;
  /** Whether the CLI's server keeps its data when it stops. A built server always does. */
  keep?: boolean;
}

/** The data file of the CLI's server. */
export const SQLITE = 'temporal.sqlite';

/** Starts a Temporal server and its UI on 127.0.0.1. It uses two more databases on the application's server or, with the CLI, a file. */
export async function startTemporal(
  processes: Processes,
  programs: TemporalPrograms,
  databaseUrl: string,
  { purpose, ports, keep = purpose === 'development' }: Plan,
): Promise<void> {
  if (programs.kind === 'cli') return startDevServer(processes, programs.temporal, { purpose, ports, keep });

  const main = inDatabase(databaseUrl, `${databaseOf(databaseUrl)}_temporal`);
  const visibility = inDatabase(databaseUrl, `${databaseOf(databaseUrl)}_temporal_visibility`);
  await Promise.all([prepareSchema(processes, programs, main, 'temporal'), prepareSchema(processes, programs, visibility, 'visibility')]);

  const folder = join(processes.folder, 'temporal');
  mkdirSync(join(folder, 'config'), { recursive: true });
  const dynamic = Object.entries(dynamicConfig(purpose)).map(([name, value]) => [name, [{ value }]]);
  const dynamicFile = writeConfig(join(folder, 'dynamic.yaml'), Object.fromEntries(dynamic));
  const configFile = writeConfig(join(folder, 'server.yaml'), serverConfig({ main, visibility }, ports, dynamicFile));
  // The UI's server reads <root>/config/<env>.yaml.
  writeConfig(join(folder, 'config/ui.yaml'), uiConfig(ports));

  processes.run('temporal', programs.server, ['--config-file', configFile, '--allow-no-auth', 'start'], { cwd: folder });
  processes.run('temporal-ui', programs.ui, ['--root', folder, '--env', 'ui', 'start'], { cwd: folder });
}

async function prepareSchema(processes: Processes, programs: BuiltPrograms, url: string, schema: 'temporal' | 'visibility'): Promise<void> {
  await ensureDatabase(url);
  const { hostname, port, username, password } = new URL(url);
  const env = {
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: hostname,
    SQL_PORT: port || '5432',
    SQL_USER: decodeURIComponent(username),
    SQL_PASSWORD: decodeURIComponent(password),
    SQL_DATABASE: databaseOf(url),
  };
  const tool = (...args: string[]) => processes.finish(`temporal-schema-${schema}`, programs.sql, args, { env });
  const [found] = await query(url, `select to_regclass('schema_version') is not null as prepared`);
  if (!found?.prepared) await tool('setup-schema', '--version', '0.0');
  await tool('update-schema', '--schema-name', `postgresql/v12/${schema}`);
}

function startDevServer(processes: Processes, temporal: string, { purpose, ports, keep }: Plan): void {
  const listen = [
    '--ip',
    '127.0.0.1',
    '--port',
    String(ports.temporal),
    '--http-port',
    String(ports.temporalHttp),
    '--ui-port',
    String(ports.temporalUi),
  ];
  const dynamic = Object.entries(dynamicConfig(purpose)).flatMap(([name, value]) => [
    '--dynamic-config-value',
    `${name}=${JSON.stringify(value)}`,
  ]);
  processes.run('temporal', temporal, [
    'server',
    'start-dev',
    '--log-level',
    'warn',
    '--ui-disable-news-fetch',
    ...listen,
    ...(keep ? ['--db-filename', join(processes.folder, SQLITE)] : []),
    ...dynamic,
  ]);
}

// JSON is valid YAML. The file may contain the database's password.
function writeConfig(file: string, content: object): string {
  writeFileSync(file, JSON.stringify(content, null, 2), { mode: 0o600 });
  return file;
}
