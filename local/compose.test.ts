import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readApiConfig, readConfig } from '../config.ts';
import { CONTRACTOR, CUSTOMER, LIFE_KIND, LIFE_STATE, NEXT_DEADLINE } from '../lives/temporal-protocol.ts';

interface Service {
  image?: string;
  build?: string;
  user?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  profiles?: string[];
  restart?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  networks?: string[];
  network_mode?: string;
  mem_limit?: string;
  cpus?: number;
  pids_limit?: number;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
}

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const text = read('docker-compose.yml');
const load = () => parse(text, { merge: true }) as Compose;
const compose = load();
const service = (name: string): Service => compose.services[name] ?? {};

const members = (network: string) => Object.keys(compose.services).filter((name) => service(name).networks?.includes(network));

const APP = ['migrate', 'api', 'worker', 'payments'];
const ONCE = ['certificates', 'databases', 'temporal-schema', 'temporal-namespace', 'migrate'];
const LASTING = ['postgres', 'temporal', 'temporal-ui', 'mailbox', 'malware', 'payments', 'api', 'worker'];

/** The faults in the isolation of the services from the machine and from each other. */
function faults({ services, volumes, networks }: Compose): string[] {
  return Object.entries(services).flatMap(([name, of]) => {
    const found: [string, boolean][] = [
      ['image is not pinned', !/:v?\d+\.\d+/.test(of.image ?? '')],
      ['runs as root beside others', of.network_mode !== 'none' && (of.user === undefined || /^(root|0)\b/.test(of.user))],
      ['is in the network of all', of.network_mode !== 'none' && !of.networks?.length],
      ['is in an unknown network', of.networks?.some((network) => !(network in networks)) ?? false],
      ['has no limits', of.mem_limit === undefined || of.cpus === undefined || of.pids_limit === undefined],
      ['can write to its image', of.read_only !== true],
      ['can gain privileges', of.privileged === true || !of.security_opt?.includes('no-new-privileges:true')],
      ['keeps capabilities', of.cap_drop?.[0] !== 'ALL'],
      ['opens a door to the world', of.ports?.some((port) => !port.startsWith('127.0.0.1:')) ?? false],
      ['mounts a folder of the machine', of.volumes?.some((volume) => !Object.keys(volumes).includes(volume.split(':')[0] ?? '')) ?? false],
      ['has no health check', of.restart === 'unless-stopped' && of.healthcheck === undefined],
      ['depends on an unknown service', Object.keys(of.depends_on ?? {}).some((other) => !(other in services))],
      ['waits for a start only', Object.values(of.depends_on ?? {}).some(({ condition }) => condition === 'service_started')],
      [
        'waits for the end of what does not end, or for the health of what ends',
        Object.entries(of.depends_on ?? {}).some(
          ([other, { condition }]) => (condition === 'service_completed_successfully') !== (services[other]?.restart !== 'unless-stopped'),
        ),
      ],
    ];
    return found.filter(([, wrong]) => wrong).map(([fault]) => `${name} ${fault}`);
  });
}

test('has the long-running and the one-time services of the platform', () => {
  expect(Object.keys(compose.services).sort()).toEqual([...ONCE, ...LASTING].sort());
  expect(LASTING.filter((name) => service(name).restart !== 'unless-stopped')).toEqual([]);
  expect(ONCE.filter((name) => !service(name).restart?.startsWith('on-failure'))).toEqual([]);
});

test('every service is pinned, unprivileged, read-only, checked and reachable from this machine only', () => {
  expect(faults(compose)).toEqual([]);
});

test.each<[string, string, (services: Record<string, Service>) => void]>([
  ['temporal', 'image is not pinned', ({ temporal }) => Object.assign(temporal ?? {}, { image: 'temporalio/server:latest' })],
  ['api', 'runs as root beside others', ({ api }) => Object.assign(api ?? {}, { user: '0:0' })],
  [
    'certificates',
    'runs as root beside others',
    ({ certificates }) => Object.assign(certificates ?? {}, { network_mode: undefined, networks: ['data'] }),
  ],
  ['temporal', 'is in the network of all', ({ temporal }) => Object.assign(temporal ?? {}, { networks: undefined })],
  ['temporal', 'is in an unknown network', ({ temporal }) => Object.assign(temporal ?? {}, { networks: ['default'] })],
  ['worker', 'has no limits', ({ worker }) => Object.assign(worker ?? {}, { mem_limit: undefined })],
  ['worker', 'can write to its image', ({ worker }) => Object.assign(worker ?? {}, { read_only: false })],
  ['api', 'can gain privileges', ({ api }) => Object.assign(api ?? {}, { security_opt: [] })],
  ['mailbox', 'keeps capabilities', ({ mailbox }) => Object.assign(mailbox ?? {}, { cap_drop: ['NET_RAW'] })],
  ['temporal-ui', 'opens a door to the world', (services) => Object.assign(services['temporal-ui'] ?? {}, { ports: ['8233:8080'] })],
  [
    'postgres',
    'mounts a folder of the machine',
    ({ postgres }) => Object.assign(postgres ?? {}, { volumes: ['./data:/var/lib/postgresql'] }),
  ],
  ['api', 'has no health check', ({ api }) => Object.assign(api ?? {}, { healthcheck: undefined })],
  [
    'api',
    'depends on an unknown service',
    ({ api }) => Object.assign(api ?? {}, { depends_on: { db: { condition: 'service_completed_successfully' } } }),
  ],
  ['api', 'waits for a start only', ({ api }) => Object.assign(api ?? {}, { depends_on: { postgres: { condition: 'service_started' } } })],
  [
    'api',
    'waits for the end of what does not end, or for the health of what ends',
    ({ api }) => Object.assign(api ?? {}, { depends_on: { migrate: { condition: 'service_healthy' } } }),
  ],
])('it is seen when %s %s', (name, fault, spoil) => {
  const spoilt = load();
  spoil(spoilt.services);
  expect(faults(spoilt)).toEqual([`${name} ${fault}`]);
});

test('the platform is one image, of the version in package.json', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(APP.map((name) => [service(name).image, service(name).build])).toEqual(APP.map(() => [`akjet:${version}`, '.']));
});

test.each([
  ['migrate', ['node', 'scripts/migrate.ts']],
  ['api', ['node', 'server.ts']],
  ['worker', ['node', 'worker.ts']],
])('%s runs %j in production', (name, command) => {
  expect(service(name).command).toEqual(command);
  expect(service(name).environment?.NODE_ENV).toBe('production');
});

test('each part of the platform gets every setting that it reads, and no other', () => {
  const common = [
    'AKJET_SECRET',
    'DATABASE_URL',
    'FILES_PLACE',
    'FILES_PLACE_KEY_ID',
    'FILES_PLACE_SECRET',
    'LOG_PUBLIC_KEYS',
    'NODE_ENV',
    'OPERATOR_ADDRESS',
    'OPERATOR_BANK',
    'OPERATOR_BIK',
    'OPERATOR_BIN',
    'OPERATOR_CONTACT_EMAIL',
    'OPERATOR_IBAN',
    'OPERATOR_KBE',
    'OPERATOR_KNP',
    'OPERATOR_NAME',
    'OPERATOR_PHONE',
    'OPERATOR_VAT_NUMBER',
    'OPERATOR_VAT_SERIES',
    'OPERATOR_VAT_SINCE',
    'PAYMENTS_HOOK_SECRET',
    'PAYMENTS_PROVIDER',
    'PAYMENTS_PROVIDER_COMPANIES',
    'PAYMENTS_SECRET',
    'PAYMENTS_URL',
    'PUBLIC_URL',
    'PUSH_PUBLIC_KEY',
    'PUSH_SERVICES',
    'SEALING_SECRETS',
    'SIGNATURES_HOSTS',
    'SIGNATURES_NCANODE_URL',
    'SIGNATURES_ROOTS',
    'SIGNATURES_TIMESTAMP_ROOTS',
    'SIGNATURES_TIMESTAMP_URL',
    'SIGNATURES_VERIFIER',
    'SMS_URL',
    'STAFF_PORT',
    'TASK_QUEUE',
    'TEMPORAL_ADDRESS',
    'TEMPORAL_NAMESPACE',
    'TEMPORAL_TLS_CLIENT_CERT_PATH',
    'TEMPORAL_TLS_CLIENT_KEY_PATH',
    'TEMPORAL_TLS_SERVER_CA_CERT_PATH',
    'TIPTOPPAY_API_SECRET',
    'TIPTOPPAY_PUBLIC_ID',
    'TIPTOPPAY_URL',
    'TRUSTED_PROXIES',
  ];
  const names = (name: string) => Object.keys(service(name).environment ?? {}).sort();
  expect(names('migrate')).toEqual(['DATABASE_OWNER_URL', 'NODE_ENV']);
  expect(names('api')).toEqual(
    [...common, 'HOST', 'PERSONAL_DATA_ABROAD', 'PORT', 'PRIVACY_POLICY_SHA256', 'SIGEX_URL', 'STAFF_HOST'].sort(),
  );
  const anchors = [
    'ANCHOR_EMAILS',
    'LOG_PLACE',
    'LOG_PLACE_KEY_ID',
    'LOG_PLACE_SECRET',
    'LOG_SIGNING_KEY',
    'TIMESTAMP_ROOTS',
    'TIMESTAMP_URL',
  ];
  expect(names('worker')).toEqual(
    [
      ...common,
      ...anchors,
      'HOST',
      'MALWARE_URL',
      'METRICS_PORT',
      'NODE_EXTRA_CA_CERTS',
      'OPERATOR_EMAIL',
      'PUSH_PRIVATE_KEY',
      'SMTP_URL',
    ].sort(),
  );
});

test('each part of the platform knows the password of its own login of the database, and no other', () => {
  const passwordsOf = (name: string) =>
    [...JSON.stringify(service(name)).matchAll(/(?<!\$)\$\{(\w+_PASSWORD):/g)].map(([, password]) => password);
  expect(Object.fromEntries(['migrate', 'api', 'worker'].map((name) => [name, passwordsOf(name)]))).toEqual({
    migrate: ['AKJET_OWNER_DB_PASSWORD'],
    api: ['AKJET_API_DB_PASSWORD'],
    worker: ['AKJET_WORKER_DB_PASSWORD'],
  });
  expect(service('migrate').environment?.DATABASE_OWNER_URL).toContain('//akjet_owner:$');
  expect(service('api').environment?.DATABASE_URL).toContain('//akjet_api:$');
  expect(service('worker').environment?.DATABASE_URL).toContain('//akjet_worker:$');
});

test('a part that is given a setting reads it', () => {
  const settingsOf = (name: string) => Object.fromEntries(Object.keys(service(name).environment ?? {}).map((key) => [key, '']));
  const given = process.env;
  try {
    for (const [name, readIt] of [
      ['api', readApiConfig],
      ['worker', readConfig],
    ] as const) {
      process.env = settingsOf(name);
      // Every setting that must not be empty is named by the refusal, so a required one that is missing would be named as undefined.
      expect(readIt).toThrow('The environment is not complete');
      expect(readIt).not.toThrow('undefined');
    }
  } finally {
    process.env = given;
  }
});

test.each([
  ['api', 'PORT', '/readyz'],
  ['worker', 'METRICS_PORT', '/healthz'],
])('%s is asked on its %s for %s, and that port is published', (name, variable, path) => {
  const port = service(name).environment?.[variable];
  expect(service(name).healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${port}${path}`);
  const { STAFF_PORT: staff } = service(name).environment ?? {};
  const doors = name === 'api' ? [port, staff] : [port];
  expect(service(name).ports).toEqual(doors.map((each) => `127.0.0.1:${each}:${each}`));
});

test('the first start is ordered: databases, then schemas, then their users', () => {
  const waits = Object.fromEntries(Object.entries(compose.services).map(([name, { depends_on }]) => [name, Object.keys(depends_on ?? {})]));
  expect(waits).toEqual({
    certificates: [],
    postgres: ['certificates'],
    databases: ['postgres'],
    'temporal-schema': ['databases'],
    temporal: ['temporal-schema'],
    'temporal-namespace': ['temporal'],
    'temporal-ui': ['temporal'],
    mailbox: ['certificates'],
    malware: [],
    payments: [],
    migrate: ['databases'],
    api: ['migrate'],
    worker: ['migrate', 'temporal-namespace'],
  });
});

test("the engine's namespace has the search attributes that it has without Docker", () => {
  const here = [...(service('temporal-namespace').command?.join(' ') ?? '').matchAll(/--name (\w+) --type (\w+)/g)];
  const local = [CONTRACTOR, CUSTOMER, LIFE_KIND, LIFE_STATE, NEXT_DEADLINE].map(({ name, type }) => `${name} ${type}`);
  expect(here.map(([, name, type]) => `${name} ${type?.toUpperCase()}`).sort()).toEqual(local.sort());
});

test('the data of PostgreSQL, the payment provider, the second place and files survive their containers', () => {
  expect(service('postgres').volumes).toContain('postgres:/var/lib/postgresql');
  expect(service('payments').volumes).toEqual(['payments:/home/node']);
  expect(service('worker').volumes).toContain('second-place:/home/node');
  // What the API takes the worker looks at.
  for (const name of ['api', 'worker']) expect(service(name).volumes).toContain('files:/srv/files');
});

describe('who reaches whom', () => {
  const peers = (name: string) => [...new Set((service(name).networks ?? []).flatMap(members))].filter((other) => other !== name);

  test('each network has the members that need it', () => {
    expect(Object.fromEntries(Object.keys(compose.networks).map((network) => [network, members(network)]))).toEqual({
      data: ['postgres', 'databases', 'temporal-schema', 'temporal', 'migrate', 'api', 'worker'],
      engine: ['temporal', 'temporal-namespace', 'temporal-ui', 'api', 'worker'],
      edge: ['payments', 'api'],
      outside: ['mailbox', 'malware', 'payments', 'worker'],
      scanning: ['malware', 'worker'],
      operators: ['temporal-ui'],
    });
  });

  test('the databases and the engine have no way out, and no door to this machine', () => {
    const closed = Object.keys(compose.networks).filter((network) => compose.networks[network]?.internal);
    expect(closed).toEqual(['data', 'engine', 'scanning']);
    const shut = Object.entries(compose.services).filter(([, { networks = [] }]) => networks.every((network) => closed.includes(network)));
    expect(shut.map(([name]) => name)).toEqual(expect.arrayContaining(['postgres', 'temporal', 'migrate', 'databases']));
    expect(shut.flatMap(([, { ports = [] }]) => ports)).toEqual([]);
  });

  test("Temporal's UI and the sandbox reach no database", () => {
    for (const name of ['temporal-ui', 'mailbox', 'payments']) expect(peers(name)).not.toContain('postgres');
    expect(peers('postgres')).not.toContain('temporal-ui');
  });
});

describe('what the containers say to each other is encrypted', () => {
  const command = (name: string) => service(name).command?.join(' ') ?? '';

  test('whoever speaks to PostgreSQL proves its certificate and name', () => {
    const urls = ['migrate', 'api', 'worker'].map(
      (name) => service(name).environment?.DATABASE_URL ?? service(name).environment?.DATABASE_OWNER_URL,
    );
    for (const url of urls) expect(url).toMatch(/@postgres:5432\/akjet\?sslmode=verify-full&sslrootcert=\/run\/authority\/ca\.pem$/);
    expect(service('databases').environment).toMatchObject({ PGSSLMODE: 'verify-full', PGSSLROOTCERT: '/run/authority/ca.pem' });
    expect(service('temporal-schema').environment).toMatchObject({
      SQL_TLS: 'true',
      SQL_TLS_CA_FILE: '/run/authority/ca.pem',
      SQL_TLS_SERVER_NAME: 'postgres',
    });
    expect(service('temporal').environment).toMatchObject({
      SQL_TLS_ENABLED: 'true',
      SQL_HOST_VERIFICATION: 'true',
      SQL_CA: '/run/authority/ca.pem',
      SQL_HOST_NAME: 'postgres',
    });
    expect(command('postgres')).toContain('-cssl=on');
  });

  test('the engine asks everybody for a certificate, and everybody has one and proves that of the engine', () => {
    expect(service('temporal').environment).toMatchObject({
      TEMPORAL_TLS_REQUIRE_CLIENT_AUTH: 'true',
      TEMPORAL_TLS_FRONTEND_CERT: '/run/certificate/cert.pem',
      TEMPORAL_TLS_SERVER_CERT: '/run/certificate/cert.pem',
      TEMPORAL_TLS_CLIENT1_CA_CERT: '/run/authority/ca.pem',
      TEMPORAL_TLS_SERVER_CA_CERT: '/run/authority/ca.pem',
    });
    for (const name of ['temporal-namespace', 'api', 'worker'])
      expect(service(name).environment).toMatchObject({
        TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/run/authority/ca.pem',
        TEMPORAL_TLS_CLIENT_CERT_PATH: '/run/certificate/cert.pem',
        TEMPORAL_TLS_CLIENT_KEY_PATH: '/run/certificate/key.pem',
      });
    expect(service('temporal-ui').environment).toMatchObject({
      TEMPORAL_TLS_CA: '/run/authority/ca.pem',
      TEMPORAL_TLS_CERT: '/run/certificate/cert.pem',
      TEMPORAL_TLS_ENABLE_HOST_VERIFICATION: 'true',
    });
  });

  test('the mailbox of the sandbox takes no letter in clear text', () => {
    expect(service('mailbox').environment).toMatchObject({
      MP_SMTP_REQUIRE_STARTTLS: 'true',
      MP_SMTP_TLS_CERT: '/run/certificate/cert.pem',
    });
    expect(service('worker').environment?.NODE_EXTRA_CA_CERTS).toBe('/run/authority/ca.pem');
  });

  test('each has the key of its own part, to read only', () => {
    const keys = Object.keys(compose.services).filter((name) => name !== 'certificates');
    const mounted = keys.map((name) => [name, service(name).volumes?.filter((volume) => volume.includes('-certificate:')) ?? []]);
    expect(Object.fromEntries(mounted.filter(([, volumes]) => volumes?.length))).toEqual({
      postgres: ['postgres-certificate:/run/certificate:ro'],
      temporal: ['temporal-certificate:/run/certificate:ro'],
      'temporal-namespace': ['client-certificate:/run/certificate:ro'],
      'temporal-ui': ['client-certificate:/run/certificate:ro'],
      mailbox: ['mailbox-certificate:/run/certificate:ro'],
      api: ['client-certificate:/run/certificate:ro'],
      worker: ['client-certificate:/run/certificate:ro'],
    });
  });
});

test("Temporal's UI starts only on request, changes nothing and shows nothing before a login", () => {
  expect(service('temporal-ui').environment).toMatchObject({
    TEMPORAL_DISABLE_WRITE_ACTIONS: 'true',
    TEMPORAL_AUTH_ENABLED: 'true',
    // Without one the UI does not start.
    TEMPORAL_AUTH_PROVIDER_URL: `\${TEMPORAL_UI_AUTH_PROVIDER_URL:-}`,
  });
});

test('the mailbox, the payment provider and the UI start only on request', () => {
  const optional = Object.entries(compose.services).filter(([, { profiles }]) => profiles !== undefined);
  expect(optional.map(([name, { profiles }]) => [name, profiles])).toEqual([
    ['temporal-ui', ['ui']],
    ['mailbox', ['sandbox']],
    ['payments', ['sandbox']],
  ]);
});

test('the engine is one version, and so is PostgreSQL', () => {
  const images = Object.values(compose.services).map(({ image = '' }) => image);
  const versions = (pattern: RegExp) => new Set(images.flatMap((image) => pattern.exec(image)?.[1] ?? []));
  expect([...versions(/^temporalio\/(?:server|admin-tools):(.*)$/)]).toHaveLength(1);
  expect([...versions(/^postgres:(.*)$/)]).toHaveLength(1);
});

describe('secrets', () => {
  const named = new Set([...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name));
  const example = read('.env.example')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  test('come from the environment, and nothing starts without them, but for the login of the UI, the second place, the store of files and its scanner, who gets checkpoints, the payment providers, VAT, and what a verifier may do without', () => {
    const optional = text.match(/(?<!\$)\$\{(?!\w+:\?see \.env\.example\})[^}]*\}?/g);
    const login = ['PROVIDER_URL', 'CLIENT_ID', 'CLIENT_SECRET'].map((name) => `TEMPORAL_UI_AUTH_${name}:-`);
    const place = ['LOG_PLACE:-file:///home/node', 'LOG_PLACE_KEY_ID:-', 'LOG_PLACE_SECRET:-'];
    const files = ['FILES_PLACE:-file:///srv/files', 'FILES_PLACE_KEY_ID:-', 'FILES_PLACE_SECRET:-'];
    const signatures = ['SIGNATURES_NCANODE_URL:-', 'SIGNATURES_TIMESTAMP_URL:-'];
    const providers = ['PROVIDER', 'PROVIDER_COMPANIES', 'URL', 'SECRET', 'HOOK_SECRET'].map((name) => `PAYMENTS_${name}:-`);
    const tipTopPay = ['URL', 'PUBLIC_ID', 'API_SECRET'].map((name) => `TIPTOPPAY_${name}:-`);
    const vat = ['SERIES', 'NUMBER', 'SINCE'].map((name) => `OPERATOR_VAT_${name}:-`);
    const named = [
      ...vat,
      'PUSH_PUBLIC_KEY:-',
      'PUSH_SERVICES:-',
      ...providers,
      ...tipTopPay,
      ...files,
      ...signatures,
      'TEMPORAL_UI_URL:-',
      ...login,
      'TEMPORAL_UI_URL:-',
      'SIGEX_URL:-',
      'MALWARE_URL:-clamd://malware:3310',
      ...place,
      'ANCHOR_EMAILS:-',
      'PUSH_PRIVATE_KEY:-',
    ];
    expect(optional).toEqual(named.map((name) => `\${${name}}`));
    const values = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment ?? {}));
    const secret = values.filter(([name]) => /PASSWORD|PWD|SECRET|_URL$/.test(name));
    expect(secret.length).toBeGreaterThan(0);
    expect(secret.filter(([, value]) => !value.includes('${'))).toEqual([]);
  });

  test('are named in .env.example, all of them and no others, without values', () => {
    expect(example.filter((line) => !/^[A-Z0-9_]+=$/.test(line))).toEqual([]);
    expect(new Set(example.map((line) => line.slice(0, -1)))).toEqual(named);
  });

  test('never go into the image', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env*', '.git', '**/node_modules']));
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  test('is built on the Node that package.json pins', () => {
    const { optionalDependencies } = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set(Object.values(optionalDependencies).map((version) => `node:${version}-bookworm-slim`)));
  });

  test('carries the list of its packages', () => {
    const order = ['COPY . .', 'RUN node scripts/sbom.ts', 'USER node'].map((line) => dockerfile.split('\n').indexOf(line));
    expect(order).toEqual(order.filter((place) => place >= 0).toSorted((a, b) => a - b));
  });

  test('ends as a user other than root, in production, without development packages', () => {
    expect(dockerfile.match(/^USER .*$/gm)?.at(-1)).toBe('USER node');
    expect(dockerfile).toMatch(/^ENV NODE_ENV=production$/m);
    expect(dockerfile).toMatch(/^RUN npm ci --omit=dev --ignore-scripts &&/m);
  });
});
