/** The platform for a test, on the running stack, with its own task queue. */
import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { QueryTypes } from 'sequelize';
import { createActivities } from '../../activities/index.ts';
import { createPerformers } from '../../activities/performers.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Config } from '../../config.ts';
import { readConfig } from '../../config.ts';
import { smtpMail } from '../../gateways/mail/smtp.ts';
import { clamd } from '../../gateways/malware/clamd.ts';
import { openPush } from '../../gateways/push/open.ts';
import type { SignatureVerifier } from '../../gateways/signatures/port.ts';
import type { Committed } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import type { Performer } from '../../lives/effects.ts';
import { accountKey } from '../../lives/ids.ts';
import { loginAs } from '../../local/postgresql.ts';
import { prepareNamespace } from '../../local/temporal/namespace.ts';
import type { Platform } from '../../platform.ts';
import { openPlatform } from '../../platform.ts';
import { temporalConnection } from '../../temporal-connection.ts';
import { failAndRestart } from '../../workflows/bundle.ts';
import { testLaws } from '../charts/errand.ts';
import { createPerson } from '../people/people.ts';
import { createDatabase } from './database.ts';
import { useRuntime } from './runtime.ts';

export interface World extends Platform {
  config: Config;
  operatorEmail: string;
  /** The platform with the login of the worker. The world itself has that of the API. */
  worker: Platform;
  /** Connections with the rights of the database's owner. */
  owner: Pool;
  /** Runs the work while a worker runs. */
  withWorker<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The rows of a statement, with the rights of the API. */
  rows<Row extends object>(sql: string, ...bind: unknown[]): Promise<Row[]>;
  /** Commits a person's command to a test life and dispatches it, like the API. */
  say(life: string, type: string, by: Party, actor: string | undefined, input?: object, key?: string): Promise<Committed>;
  /** The result of the life's run. */
  ended(life: string): Promise<string>;
  person(...roles: ('customer' | 'contractor' | 'operator')[]): Promise<string>;
}

export interface Wishes {
  charts?: Record<string, LifeType>;
  performers?: Record<string, Performer>;
  settings?: Partial<Config>;
  /** Gives the test its own database. For tests of the sweep, because another test's sweep would interfere. */
  ownDatabase?: boolean;
  /** The locale of its own database, in SQL of `create database`. */
  locale?: string;
  /** Gives the test its own namespace in Temporal. For lives whose names another test uses too, such as a month: their runs would be the same. */
  ownNamespace?: boolean;
  /** Connections to the database. */
  connections?: number;
  /** False for tests that sweep themselves. */
  sweeping?: boolean;
  /** The worker caches only two runs. It replays all others from the start each time. */
  forgetful?: boolean;
  log?: Logger;
  /** What checks electronic signatures. Default: what the settings choose. */
  signatures?: SignatureVerifier;
  /** The file with the workflows' code, if it is not the current one. */
  bundle?: string;
}

/** Opens the test's own platform. Close it in `afterAll`. */
export async function openWorld({
  charts = { ...lifeTypes, ...testLaws },
  performers = {},
  settings = {},
  ownDatabase = false,
  locale,
  ownNamespace = false,
  connections = 10,
  sweeping = true,
  forgetful = false,
  log = pino({ level: process.env.TEST_LOG ?? 'silent' }, pino.destination(2)),
  signatures,
  bundle = process.env.WORKFLOW_BUNDLE as string,
}: Wishes = {}): Promise<World> {
  const leaveRuntime = useRuntime();
  const given = readConfig();
  const own = ownDatabase ? await createDatabase(given.DATABASE_URL, locale) : undefined;
  const config = {
    ...given,
    ...(own && { DATABASE_URL: own.url }),
    ...(ownNamespace && { TEMPORAL_NAMESPACE: `test-${randomUUID()}` }),
    TASK_QUEUE: `test-${randomUUID()}`,
    ...settings,
  };
  const engine = temporalConnection(config);
  if (ownNamespace) await prepareNamespace({ until: untilDone }, engine, config.TEMPORAL_NAMESPACE);
  const connection = Connection.lazy(engine);
  const platform = await openPlatform(config, connection, { log, charts, connections, sweeping, ...(signatures && { signatures }) });
  const asWorker = { ...config, DATABASE_URL: loginAs(config.DATABASE_URL, 'akjet_worker') };
  const its = await openPlatform(asWorker, connection, { log, charts, connections, sweeping: false, ...(signatures && { signatures }) });
  const owner = new Pool({ connectionString: loginAs(config.DATABASE_URL, 'akjet_owner'), max: 5 });
  const { lives, dispatch, client } = platform;
  const rows = <Row extends object>(sql: string, ...bind: unknown[]): Promise<Row[]> =>
    lives.database.query<Row>(sql, { bind, type: QueryTypes.SELECT });
  return {
    ...platform,
    config,
    operatorEmail: config.OPERATOR_EMAIL,
    worker: its,
    owner,
    rows,
    async say(life, type, by, actor, input = {}, key = randomUUID()) {
      const committed = await commit(lives, {
        life,
        idempotencyKey: actor === undefined ? key : accountKey(actor, key),
        type,
        by,
        input,
        ...(actor !== undefined && { actor: { account: actor } }),
        ...(type === 'post' && { create: true }),
      });
      dispatch(committed.updates);
      return committed;
    },
    async ended(life) {
      await dispatch.settled();
      await its.dispatch.settled();
      return client.workflow.getHandle(life).result();
    },
    person: async (...roles) => (await createPerson(owner, roles)).id,
    async withWorker(work) {
      const native = await NativeConnection.connect(engine);
      const mail = smtpMail(config.SMTP_URL);
      const all = {
        ...createPerformers({
          ...its,
          mail,
          push: openPush(config),
          scanner: clamd(config.MALWARE_URL),
          operatorEmail: config.OPERATOR_EMAIL,
        }),
        ...performers,
      };
      const worker = await Worker.create({
        connection: native,
        namespace: config.TEMPORAL_NAMESPACE,
        taskQueue: config.TASK_QUEUE,
        workflowBundle: { codePath: bundle },
        activities: createActivities({ ...its, performers: all }),
        ...failAndRestart,
        shutdownGraceTime: '1s',
        ...(forgetful && { maxCachedWorkflows: 2 }),
      });
      try {
        return await worker.runUntil(work);
      } finally {
        mail.close();
        await native.close();
      }
    },
    async close() {
      await platform.close();
      await its.close();
      await connection.close();
      await owner.end();
      await own?.drop();
      await leaveRuntime();
    },
  };
}

/**
 * Polls until the result is not false, null or undefined. The limit says nothing of our speed: it is for a machine that is slow and busy, where an
 * activity may be tried again only after a minute.
 */
export async function until<Answer>(
  question: () => Promise<Answer>,
  what: string,
  within = 300_000,
): Promise<NonNullable<Exclude<Answer, false>>> {
  const end = performance.now() + within;
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<Answer, false>>;
    if (performance.now() > end) throw new Error(`not within ${within} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Repeats what fails until it succeeds. */
const untilDone = async <Result>(what: string, attempt: () => Promise<Result>): Promise<Result> =>
  (
    await until(
      () =>
        attempt().then(
          (result) => ({ result }),
          () => undefined,
        ),
      what,
    )
  ).result;
