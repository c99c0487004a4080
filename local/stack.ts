import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TemporalSettings } from '../config.ts';
import { readTemporalSettings, TEMPORAL_SECURITY } from '../config.ts';
import { openSigner, signingKeyOf } from '../lives/log/note.ts';
import { migrate } from '../models/database.ts';
import { temporalConnection } from '../temporal-connection.ts';
import { startAuthority } from './authority/start.ts';
import { startMailbox } from './mailbox.ts';
import { startMalware } from './malware/start.ts';
import { startPayments } from './payments/start.ts';
import type { Ports } from './ports.ts';
import { choosePorts } from './ports.ts';
import { ensurePlatformDatabase, inDatabase, loginAs, startPostgresql } from './postgresql.ts';
import type { Processes } from './processes.ts';
import { clearAbandoned, openProcesses, stopped } from './processes.ts';
import { during } from './progress.ts';
import { startSms } from './sms/start.ts';
import { prepareNamespace } from './temporal/namespace.ts';
import { findTemporal } from './temporal/programs.ts';
import { startTemporal } from './temporal/server.ts';
import { startTimestamps } from './timestamps/start.ts';

/** The running services that the API, the worker and the tests need. */
export type Stack = {
  processes: Processes;
  ports: Ports;
  /** The addresses of the services, by the names of the settings. */
  environment: Record<string, string>;
};

type Plan = { folder: string; purpose: 'development' | 'test'; postgresUrl?: string | undefined; temporal?: TemporalSettings | undefined };

const testFolders = join(tmpdir(), 'akjet-test-');

/**
 * Starts the stack with its data in the folder, runs the work, and then stops everything that was started. It also stops if the work fails, on a signal
 * (then it rejects with `stopped`), or if a part of the stack ends by itself. If POSTGRES_URL (a database of
 * a superuser) and TEMPORAL_ADDRESS are set, those servers are used.
 */
export function withDevelopmentStack<T>(folder: string, work: (stack: Stack) => Promise<T>): Promise<T> {
  const { POSTGRES_URL: postgresUrl, TEMPORAL_ADDRESS } = process.env;
  const temporal = TEMPORAL_ADDRESS ? readTemporalSettings() : undefined;
  return withStack({ folder, purpose: 'development', postgresUrl, temporal }, work);
}

/** Like `withDevelopmentStack`, but with an empty stack that is deleted at the end and shares nothing. Tests can skip time in its lives. */
export async function withTestStack<T>(work: (stack: Stack) => Promise<T>): Promise<T> {
  await clearAbandonedTestStacks();
  const folder = mkdtempSync(testFolders);
  // As root, PostgreSQL runs as another user, which needs access to the folder.
  chmodSync(folder, 0o711);
  try {
    return await withStack({ folder, purpose: 'test' }, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withStack<T>(plan: Plan, work: (stack: Stack) => Promise<T>): Promise<T> {
  const processes = await openProcesses(plan.folder);
  const halt = () => processes.end(stopped);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, halt);
  try {
    return await Promise.race([bringUp(processes, plan).then(work), processes.ended]);
  } finally {
    await processes.stop();
    for (const signal of signals) process.off(signal, halt);
  }
}

/** Plainly made up, so that nobody takes a letter of a development stack for a real one. Production refuses these. */
const FICTITIOUS_OPERATOR = {
  OPERATOR_NAME: 'ТОО «GIGPLATFORMWORK»',
  OPERATOR_BIN: '000000000000',
  OPERATOR_ADDRESS: 'вымышленный адрес: г. Алматы, ул. Примерная, 0',
  OPERATOR_PHONE: '+7 700 000 00 00',
  OPERATOR_CONTACT_EMAIL: 'support@operator.example.kz',
  OPERATOR_BANK: 'АО «Вымышленный банк»',
  OPERATOR_BIK: 'EXAMKZKA',
  OPERATOR_IBAN: 'KZ00EXAM000000000000',
  OPERATOR_KBE: '17',
  OPERATOR_KNP: '859',
};

/** The origin of a development stack's log. Production refuses it. */
const FICTITIOUS_LOG = 'log.operator.example.kz/v1/log';

async function bringUp(processes: Processes, { folder, purpose, postgresUrl, temporal }: Plan): Promise<Stack> {
  const ports = await choosePorts(purpose);
  const namespace = process.env.TEMPORAL_NAMESPACE ?? 'default';
  const connection = temporal ? temporalConnection(temporal) : { address: `127.0.0.1:${ports.temporal}` };

  const databaseSecret = keptSecret(join(folder, 'database-secret'));
  const openDatabase = async () => {
    const server = postgresUrl ?? inDatabase(await startPostgresql(processes, ports.postgresql, purpose === 'development'), 'akjet');
    const url = await processes.until('The database', () => ensurePlatformDatabase(server, databaseSecret), 10_000);
    return { server, url };
  };
  const database = openDatabase();
  const openTemporal = async () => {
    if (!temporal) await startTemporal(processes, await findTemporal(processes), (await database).server, { purpose, ports });
    await prepareNamespace(processes, connection, namespace);
  };
  const paymentsSecrets = {
    PAYMENTS_SECRET: keptSecret(join(folder, 'payments-secret')),
    PAYMENTS_HOOK_SECRET: keptSecret(join(folder, 'payments-hook-secret')),
  };
  const [{ url }, payments, sms, timestamps, authority, malware] = await Promise.all([
    during('PostgreSQL', database),
    during('Payments', startPayments(processes, ports.payments, paymentsSecrets)),
    during('SMS', startSms(processes, ports.sms)),
    during('Timestamps', startTimestamps(processes, ports.timestamps)),
    during('Authority', startAuthority(processes, ports.authority)),
    during('Malware', startMalware(processes, ports.malware)),
    during('Temporal', openTemporal()),
    during('Mailbox', startMailbox(processes, ports)),
    database.then(({ url }) => during('Migrations', migrate(loginAs(url, 'akjet_owner')))),
  ]);

  const signingKey = signingKeyOf(FICTITIOUS_LOG, Buffer.from(keptSecret(join(folder, 'log-secret')), 'hex'));
  const [secondPlace, files] = [join(folder, 'second-place'), join(folder, 'files')];
  for (const each of [secondPlace, files]) mkdirSync(each, { recursive: true });

  return {
    processes,
    ports,
    environment: {
      NODE_ENV: purpose,
      // With the login of the API. `loginAs` makes the others of it.
      DATABASE_URL: url,
      TEMPORAL_ADDRESS: connection.address,
      TEMPORAL_NAMESPACE: namespace,
      ...(!temporal && ownTemporal(ports)),
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      OPERATOR_EMAIL: 'staff@operator.example.kz',
      ...FICTITIOUS_OPERATOR,
      MAILBOX_URL: `http://127.0.0.1:${ports.mailbox}`,
      SMS_URL: `outbox://${sms.host}`,
      SMS_OUTBOX_URL: sms.origin,
      PAYMENTS_URL: payments,
      ...paymentsSecrets,
      LOG_SIGNING_KEY: signingKey,
      LOG_PUBLIC_KEYS: openSigner(signingKey).publicKey,
      LOG_PLACE: pathToFileURL(secondPlace).href,
      FILES_PLACE: pathToFileURL(files).href,
      MALWARE_URL: malware,
      TIMESTAMP_URL: timestamps.url,
      TIMESTAMP_ROOTS: timestamps.roots,
      AUTHORITY_URL: authority.url.origin,
      SIGNATURES_VERIFIER: 'sandbox',
      SIGNATURES_ROOTS: authority.roots,
      SIGNATURES_HOSTS: authority.url.host,
      SIGNATURES_TIMESTAMP_URL: timestamps.url,
      SIGNATURES_TIMESTAMP_ROOTS: timestamps.roots,
      AKJET_SECRET: process.env.AKJET_SECRET ?? keptSecret(join(folder, 'secret')),
      SEALING_SECRETS: process.env.SEALING_SECRETS ?? keptSecret(join(folder, 'sealing-secret')),
    },
  };
}

// A stack's own Temporal server speaks clear text, so TLS settings in the developer's shell must not apply to it.
function ownTemporal(ports: Ports): Record<string, string> {
  const plain = TEMPORAL_SECURITY.map((name) => [name, '']);
  return { TEMPORAL_UI_URL: `http://127.0.0.1:${ports.temporalUi}`, ...Object.fromEntries(plain) };
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

// Removes what killed tests left behind. Only the user's own files, because every user may write to the temporary folder.
async function clearAbandonedTestStacks(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => join(tmpdir(), name).startsWith(testFolders))) {
    const folder = join(tmpdir(), name);
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    if (await clearAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
