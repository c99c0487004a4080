import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Config } from './config.ts';
import { readConfig } from './config.ts';
import { liveThrough } from './faults/deal.ts';
import { openScene } from './faults/scene.ts';
import { temporalConnection } from './temporal-connection.ts';
import type { Certificates } from './testing/stand-ins/certificates.ts';
import { createCertificates, SERVER_NAME } from './testing/stand-ins/certificates.ts';
import type { TemporalGateway } from './testing/stand-ins/temporal-gateway.ts';
import { openGateway } from './testing/stand-ins/temporal-gateway.ts';
import { useRuntime } from './testing/worlds/runtime.ts';

const API_KEY = 'key-of-the-tests';

let certificates: Certificates;
let mutual: TemporalGateway;
let keyed: TemporalGateway;
/** What a client of the gateway that demands a certificate is told. */
let settings: Record<string, string>;
const leaveRuntime = useRuntime();
beforeAll(async () => {
  certificates = await createCertificates();
  const { TEMPORAL_ADDRESS } = readConfig();
  [mutual, keyed] = await Promise.all([
    openGateway(TEMPORAL_ADDRESS, certificates, 'certificate'),
    openGateway(TEMPORAL_ADDRESS, certificates, { apiKey: API_KEY }),
  ]);
  settings = {
    TEMPORAL_ADDRESS: mutual.address,
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: certificates.authority.certificate,
    TEMPORAL_TLS_CLIENT_CERT_PATH: certificates.client.certificate,
    TEMPORAL_TLS_CLIENT_KEY_PATH: certificates.client.key,
    TEMPORAL_TLS_SERVER_NAME: SERVER_NAME,
  };
});
afterAll(async () => {
  await Promise.all([mutual.close(), keyed.close()]);
  certificates.remove();
  await leaveRuntime();
});

const optionsWith = (changes: Partial<Config>) => temporalConnection({ ...readConfig(), ...settings, ...changes });
const withoutCertificate = { TEMPORAL_TLS_CLIENT_CERT_PATH: undefined, TEMPORAL_TLS_CLIENT_KEY_PATH: undefined };
const strangers = (): Partial<Config> => ({
  TEMPORAL_TLS_CLIENT_CERT_PATH: certificates.stranger.certificate,
  TEMPORAL_TLS_CLIENT_KEY_PATH: certificates.stranger.key,
});

/** The API's way to connect, which gives no reason when it fails, and the worker's. */
const ways: ['client' | 'worker', (changes: Partial<Config>) => Promise<{ close(): Promise<void> }>][] = [
  ['client', (changes) => Connection.connect({ ...optionsWith(changes), connectTimeout: 2_000 })],
  ['worker', (changes) => NativeConnection.connect(optionsWith(changes))],
];

test('API and worker live a whole task through a gateway that demands their certificate', async () => {
  const scene = await openScene({ environment: settings });
  try {
    const couple = { customer: await scene.person('customer'), contractor: await scene.person('contractor') };
    const [api, worker] = await Promise.all([scene.start('server.ts'), scene.start('worker.ts')]);
    await Promise.all([api.up(), worker.up()]);
    const acknowledged = await liveThrough(api.url, couple);
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
    expect([...mutual.calls]).toEqual(
      expect.arrayContaining(['SignalWithStartWorkflowExecution', 'PollWorkflowTaskQueue', 'RespondWorkflowTaskCompleted']),
    );
  } finally {
    await scene.close();
  }
});

describe.each(ways)('a %s', (way, connect) => {
  test('connects with its certificate', async () => {
    await (await connect({})).close();
  });

  test('is refused without the right certificate, and refuses a server without one', async () => {
    const refusals: [string, Partial<Config>, RegExp][] = [
      ['shows no certificate', withoutCertificate, /tonic::transport/],
      ['shows the certificate of a stranger', strangers(), /tonic::transport/],
      ['expects another server name', { TEMPORAL_TLS_SERVER_NAME: 'another.example.kz' }, /NotValidForName/],
      ['trusts another authority', { TEMPORAL_TLS_SERVER_CA_CERT_PATH: certificates.stranger.certificate }, /UnknownIssuer/],
      ['trusts only public authorities', { TEMPORAL_TLS_SERVER_CA_CERT_PATH: undefined }, /UnknownIssuer/],
    ];
    const tryOne = async ([name, changes, reason]: (typeof refusals)[number]): Promise<string> => {
      const message = await connect(changes).then(() => 'it connects', String);
      return `${name}: ${(way === 'worker' ? reason : /before the deadline/).test(message) ? 'refused' : message}`;
    };
    expect(await Promise.all(refusals.map(tryOne))).toEqual(refusals.map(([name]) => `${name}: refused`));
  });

  test('connects with an API key, and is refused without it', async () => {
    const changes = { ...withoutCertificate, TEMPORAL_ADDRESS: keyed.address };
    await (await connect({ ...changes, TEMPORAL_API_KEY: API_KEY })).close();
    await expect(connect({ ...changes, TEMPORAL_API_KEY: 'another' })).rejects.toThrow();
    await expect(connect(changes)).rejects.toThrow();
  });
});

describe('the options', () => {
  test('are the address alone where no setting asks for TLS', () => {
    expect(temporalConnection(readConfig())).toEqual({ address: readConfig().TEMPORAL_ADDRESS });
  });

  test('name the setting whose file is missing, is no certificate, or does not fit', () => {
    const garbage = join(dirname(certificates.client.key), 'garbage.pem');
    writeFileSync(garbage, 'no PEM');
    const wrong = (changes: Partial<Config>) => () => optionsWith(changes);
    expect(wrong({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nowhere.pem' })).toThrow(
      /^TEMPORAL_TLS_SERVER_CA_CERT_PATH: \/nowhere\.pem .*ENOENT/,
    );
    expect(wrong({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: garbage })).toThrow(
      /^TEMPORAL_TLS_SERVER_CA_CERT_PATH: .*garbage\.pem cannot be used/,
    );
    expect(wrong({ TEMPORAL_TLS_CLIENT_CERT_PATH: garbage })).toThrow(/^TEMPORAL_TLS_CLIENT_CERT_PATH: .*garbage\.pem cannot be used/);
    expect(wrong({ TEMPORAL_TLS_CLIENT_KEY_PATH: garbage })).toThrow(/^TEMPORAL_TLS_CLIENT_KEY_PATH: .*garbage\.pem cannot be used/);
    expect(wrong({ TEMPORAL_TLS_CLIENT_KEY_PATH: certificates.server.key })).toThrow(/^TEMPORAL_TLS_CLIENT_KEY_PATH: .* is not the key of/);
  });
});
