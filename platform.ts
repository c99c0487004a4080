/** The composition root, shared by the API, the worker and the tests. */
import type { ConnectionLike } from '@temporalio/client';
import { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Sequelize } from 'sequelize';
import { lifeTypes } from './charts/index.ts';
import type { LifeType } from './charts/life-type.ts';
import type { ApiConfig } from './config.ts';
import { operatorOf, readSignatureSettings, weakSettings } from './config.ts';
import type { Operator } from './documents/operator.ts';
import type { Sigex } from './gateways/egov/sigex.ts';
import { openSigex } from './gateways/egov/sigex.ts';
import { openFiles } from './gateways/files/open.ts';
import type { FileStore } from './gateways/files/port.ts';
import type { Providers } from './gateways/payments/open.ts';
import { openProviders } from './gateways/payments/open.ts';
import { openSignatures } from './gateways/signatures/open.ts';
import type { SignatureVerifier } from './gateways/signatures/port.ts';
import { openSms } from './gateways/sms/open.ts';
import type { SmsProvider } from './gateways/sms/port.ts';
import type { Dispatch } from './lives/dispatch.ts';
import { createDispatch } from './lives/dispatch.ts';
import type { Lives } from './lives/lives.ts';
import { openLives } from './lives/lives.ts';
import { logSecurity } from './lives/security-log.ts';
import { keepSweeping } from './lives/sweep.ts';
import type { DatabaseLimits } from './models/database.ts';
import { openDatabase } from './models/database.ts';
import type { Keys } from './models/keys.ts';
import { openKeys } from './models/keys.ts';
import { refusePowerfulLogin } from './models/rights.ts';
import type { Sealing } from './models/sealed-column.ts';
import { openSealing } from './models/sealed-column.ts';
import { useSecrets } from './models/stores/secret.ts';

export interface Platform {
  lives: Lives;
  client: Client;
  dispatch: Dispatch;
  payments: Providers;
  /** SHA-256 of the privacy policy that the operator has published; `null` in development, where there is none. */
  policy: string | null;
  /** Whether recipients of personal data may keep them outside Kazakhstan. */
  goesAbroad: boolean;
  /** The public keys of the log's checkpoints, newest first. */
  logKeys: string[];
  /** Where people reach the API. */
  publicUrl: string;
  /** Encrypts restricted data by column. */
  sealing: Sealing;
  /** The operator as its letters and documents name it. */
  operatorEntity: Operator;
  /** Where the bytes of files are. */
  files: FileStore;
  sms: SmsProvider;
  /** The public key for notices to browsers, and the services that carry them; `null` if there are none. */
  offeredPush: { key: string; services: readonly string[] } | null;
  /** Checks electronic signatures (1.11). */
  signatures: SignatureVerifier;
  /** Carries documents to eGov Mobile; `null` if the app comes to our own addresses, which needs an agreement with the authority. */
  sigex: Sigex | null;
  /** The proxies whose X-Forwarded-For counts: addresses and networks. */
  trustedProxies: string[];
  /** Stops the sweep, waits for signals in flight, and closes the database. */
  close(): Promise<void>;
}

interface Options extends DatabaseLimits {
  log: Logger;
  /** Default: what the settings choose. */
  signatures?: SignatureVerifier;
  charts?: Record<string, LifeType>;
  sweeping?: boolean;
}

/** The database with its secrets, as the platform and the scripts open it. */
export interface Storage {
  database: Sequelize;
  keys: Keys;
  sealing: Sealing;
}

type StorageSettings = Pick<ApiConfig, 'DATABASE_URL' | 'AKJET_SECRET' | 'SEALING_SECRETS'>;

/** @throws if the database is unreachable, or if a secret is missing that stored values need. */
export const openStorage = (settings: StorageSettings, limits?: DatabaseLimits): Promise<Storage> =>
  openChecked(settings, limits, async () => {});

async function openChecked(
  { DATABASE_URL: url, AKJET_SECRET, SEALING_SECRETS }: StorageSettings,
  limits: DatabaseLimits | undefined,
  check: (database: Sequelize) => Promise<void>,
): Promise<Storage> {
  const [keys, sealing] = [openKeys(AKJET_SECRET), openSealing(SEALING_SECRETS)];
  const database = openDatabase(url, { ...limits, sealing });
  try {
    await check(database);
    await useSecrets(database, { keys, sealing });
    return { database, keys, sealing };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @throws as `openStorage` does, and if the login could change the history. Temporal may be unreachable. */
export async function openPlatform(
  config: ApiConfig,
  connection: ConnectionLike,
  { log, signatures = openSignatures(readSignatureSettings()), charts = lifeTypes, sweeping = true, ...limits }: Options,
): Promise<Platform> {
  const { database, keys, sealing } = await openChecked(config, limits, refusePowerfulLogin);
  const weak = weakSettings(config);
  if (weak.length > 0) logSecurity(log, 'weak-settings', { settings: weak });
  const lives = await openLives(database, { lifeTypes: charts, keys, log });
  const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
  const dispatch = createDispatch({ client, taskQueue: config.TASK_QUEUE, lives });
  const endSweeping = sweeping ? keepSweeping(lives, dispatch) : async () => {};
  return {
    lives,
    client,
    dispatch,
    policy: config.PRIVACY_POLICY_SHA256 ?? null,
    goesAbroad: config.PERSONAL_DATA_ABROAD === 'yes',
    sealing,
    logKeys: config.LOG_PUBLIC_KEYS,
    publicUrl: config.PUBLIC_URL,
    payments: openProviders(config),
    operatorEntity: operatorOf(config),
    files: openFiles(config),
    sms: openSms(config.SMS_URL),
    offeredPush: config.PUSH_PUBLIC_KEY === undefined ? null : { key: config.PUSH_PUBLIC_KEY, services: config.PUSH_SERVICES },
    signatures,
    sigex: config.SIGEX_URL === undefined ? null : openSigex(config.SIGEX_URL),
    trustedProxies: config.TRUSTED_PROXIES,
    async close() {
      await endSweeping();
      await dispatch.settled();
      await database.close();
    },
  };
}
