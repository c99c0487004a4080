/** The setup of a fault test: its own database, programs to kill, parties over HTTP, and connections that no fault affects. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { pino } from 'pino';
import { QueryTypes } from 'sequelize';
import { lifeTypes } from '../charts/index.ts';
import type { Party } from '../charts/law.ts';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import type { Command } from '../lives/command.ts';
import { commit } from '../lives/commit.ts';
import { createDispatch } from '../lives/dispatch.ts';
import type { Lives } from '../lives/lives.ts';
import { openLives } from '../lives/lives.ts';
import { choosePorts } from '../local/ports.ts';
import { loginAs } from '../local/postgresql.ts';
import { openDatabase } from '../models/database.ts';
import { openKeys } from '../models/keys.ts';
import { openSealing } from '../models/sealed-column.ts';
import { temporalConnection } from '../temporal-connection.ts';
import { testLaws } from '../testing/charts/errand.ts';
import { pass } from '../testing/engine/pass.ts';
import { createPerson } from '../testing/people/people.ts';
import { lettersTo } from '../testing/stand-ins/mailbox.ts';
import { createDatabase } from '../testing/worlds/database.ts';
import type { Evidence } from './invariants.ts';
import { brokenInvariants } from './invariants.ts';
import type { Program } from './program.ts';
import { startProgram } from './program.ts';

export interface Person {
  account: string;
  token: string;
  email: string;
}

export interface Scene {
  config: Config;
  lives: Lives;
  client: Client;
  /** Connections with the rights of the database's owner. */
  owner: Pool;
  rows<Row extends object>(sql: string, ...bind: unknown[]): Promise<Row[]>;
  person(role: 'customer' | 'contractor' | 'operator'): Promise<Person>;
  /** Commits a command to any life in the test's process and dispatches its updates. */
  say(life: string, type: string, by: Party, actor: string, input?: object): Promise<void>;
  /** The Message-IDs of all letters to these people, repeats included. */
  letters(...to: Person[]): Promise<string[]>;
  /** Lets time pass for a life, in the database and in Temporal. Milliseconds. */
  pass(life: string, milliseconds: number): Promise<void>;
  /** Starts a program on this scene's database and task queue. `close` kills it if it still runs. */
  start(file: string, environment?: Record<string, string>): Promise<Started>;
  /** Checks the invariants until all hold or the time is up, in milliseconds. Returns the violations. */
  broken(evidence?: () => Evidence | Promise<Evidence>, within?: number): Promise<string[]>;
  close(): Promise<void>;
}

export interface Started extends Program {
  /** Its HTTP address, at `PORT` if that was given. */
  url: string;
  /** Waits until its health check isHealthy. */
  up(within?: number): Promise<void>;
}

export interface Surroundings {
  /** Environment variables of the programs that differ from the test's own, for example proxies. */
  environment?: Record<string, string>;
  /** Settings of the test's own connections. */
  config?: Partial<Config>;
}

/** Opens a scene on the test stack. It runs no sweep and no worker itself: only the started programs act. */
export async function openScene({ environment = {}, config: own = {} }: Surroundings = {}): Promise<Scene> {
  const stack = readConfig();
  const { url, drop } = await createDatabase(stack.DATABASE_URL);
  const config: Config = { ...stack, DATABASE_URL: url, TASK_QUEUE: `faults-${randomUUID()}`, ...own };
  const database = openDatabase(url, { connections: 5, sealing: openSealing(config.SEALING_SECRETS) });
  const lives = await openLives(database, {
    lifeTypes: { ...lifeTypes, ...testLaws },
    keys: openKeys(config.AKJET_SECRET),
    log: pino({ level: 'silent' }),
  });
  const connection = Connection.lazy(temporalConnection(config));
  const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
  const owner = new Pool({ connectionString: loginAs(url, 'akjet_owner'), max: 3 });
  owner.on('error', () => {});
  const rows = <Row extends object>(sql: string, ...bind: unknown[]): Promise<Row[]> =>
    database.query<Row>(sql, { bind, type: QueryTypes.SELECT });
  const dispatch = createDispatch({ client, taskQueue: config.TASK_QUEUE, lives });
  const programs: Program[] = [];

  return {
    config,
    lives,
    client,
    owner,
    rows,
    async person(role) {
      const { id: account, token, email } = await createPerson(owner, [role]);
      return { account, token, email };
    },
    async say(life, type, by, actor, input = {}) {
      const command: Command = { life, idempotencyKey: `account/${actor}/${randomUUID()}`, type, by, actor: { account: actor }, input };
      const committed = await commit(lives, type === 'post' ? { ...command, create: true } : command);
      if (committed.outcome !== 'done') throw new Error(`${type}: ${JSON.stringify(committed)}`);
      dispatch(committed.updates);
    },
    async letters(...to) {
      const addresses = to.map(({ email }) => email);
      const letters = (await Promise.all(addresses.map(lettersTo))).flat();
      return letters.map(({ headers }) => headers['message-id'] as string);
    },
    pass: (life, milliseconds) => pass({ client, config, rows, owner, dispatch }, life, milliseconds),
    async start(file, more = {}) {
      const { DATABASE_URL, TEMPORAL_ADDRESS, TASK_QUEUE } = config;
      const at = more.PORT ?? String((await choosePorts('test')).api);
      const program = startProgram(file, {
        LOG_LEVEL: 'warn',
        DATABASE_URL,
        TEMPORAL_ADDRESS,
        TASK_QUEUE,
        PORT: at,
        METRICS_PORT: at,
        ...environment,
        ...more,
        ...(file.endsWith('worker.ts') && { DATABASE_URL: loginAs(more.DATABASE_URL ?? DATABASE_URL, 'akjet_worker') }),
      });
      programs.push(program);
      const url = `http://127.0.0.1:${at}`;
      return {
        ...program,
        url,
        async up(within = 300_000) {
          const end = performance.now() + within;
          while (!(await isHealthy(`${url}/healthz`))) {
            if (program.isOver()) throw new Error(`${file} is over: ${await program.ended}\n${program.output()}`);
            if (performance.now() > end) throw new Error(`${file} is not up within ${within} ms\n${program.output()}`);
            await pause(50);
          }
        },
      };
    },
    async broken(evidence = () => ({}), within = 300_000) {
      const end = performance.now() + within;
      for (;;) {
        const found = await brokenInvariants({ lives, client }, await evidence());
        if (found.length === 0 || performance.now() > end) return found;
        await pause(250);
      }
    },
    async close() {
      for (const program of programs) program.kill('SIGKILL');
      await dispatch.settled();
      await Promise.allSettled(programs.map(({ ended }) => ended));
      await database.close();
      await connection.close();
      await owner.end();
      await drop();
    },
  };
}

const isHealthy = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
