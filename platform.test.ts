import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { startProgram } from './faults/program.ts';
import { loginAs, query } from './local/postgresql.ts';
import { openPlatform } from './platform.ts';
import { temporalConnection } from './temporal-connection.ts';

const config = readConfig();
const superuser = loginAs(config.DATABASE_URL, 'postgres');

/** Opens the platform with this login. The roles that the test makes are gone afterwards. */
async function openAs(login: string, make: string[] = []): Promise<void> {
  for (const sql of make) await query(superuser, sql);
  const url = Object.assign(new URL(config.DATABASE_URL), { username: login, ...(login === 'postgres' && { password: 'postgres' }) }).href;
  const connection = Connection.lazy(temporalConnection(config));
  try {
    const platform = await openPlatform({ ...config, DATABASE_URL: url }, connection, { log: pino({ level: 'silent' }), sweeping: false });
    await platform.close();
  } finally {
    await connection.close();
    for (const sql of make) {
      const [, role] = /^create role (\S+)/.exec(sql) ?? [];
      if (role) await query(superuser, `drop owned by ${role}; drop role ${role}`);
    }
  }
}

const { password } = new URL(config.DATABASE_URL);
const named = `refused_${randomUUID().slice(0, 8)}`;
const create = (attributes: string): string =>
  `create role ${named} login ${attributes} password '${password}'; grant connect on database akjet to ${named}`;

describe('nothing starts with a login of the database that could change the history', () => {
  it.each([
    ['the owner of the tables', 'akjet_owner', [], 'the owner of the tables'],
    ['a superuser', 'postgres', [], 'a superuser'],
    ['a member of the owner', named, [create('in role akjet_owner')], 'the owner of the tables, akjet_owner'],
    ['a member that does not inherit', named, [create('noinherit in role akjet_owner')], 'the owner of the tables, akjet_owner'],
    ['a role that creates roles', named, [create('createrole')], 'a role that creates roles'],
    ['a role that writes files as the server', named, [create('in role pg_write_server_files')], 'pg_write_server_files'],
  ])('%s', async (_, login, make, power) => {
    await expect(openAs(login, make)).rejects.toThrow(power);
  });

  it('a member of a member', async () => {
    const between = `${named}_between`;
    await query(superuser, `create role ${between} in role akjet_owner`);
    await expect(openAs(named, [create(`in role ${between}`)])).rejects.toThrow('the owner of the tables, akjet_owner');
    await query(superuser, `drop role ${between}`);
  });

  it('the logins of the API and of the worker are not refused', async () => {
    await openAs('akjet_api');
    await openAs('akjet_worker');
  });

  it.each(['server.ts', 'worker.ts'])('%s says so, and what to do', async (file) => {
    const DATABASE_URL = loginAs(config.DATABASE_URL, 'akjet_owner');
    const program = startProgram(file, { DATABASE_URL, PORT: '0', METRICS_PORT: '0' });
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/The database login akjet_owner is or can become .*the owner of the tables/);
    expect(program.output()).toContain('docs/operating.md');
  });

  it.each(['server.ts', 'worker.ts'])('%s does not start with the owner’s login beside its own', async (file) => {
    const program = startProgram(file, { DATABASE_OWNER_URL: loginAs(config.DATABASE_URL, 'akjet_owner'), PORT: '0', METRICS_PORT: '0' });
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/only migrations may have it.*\n.*DATABASE_OWNER_URL/);
  });
});
