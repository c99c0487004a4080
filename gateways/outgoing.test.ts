/** Whom the platform may call: the services that its settings name, each through one file (ASVS 13.2.4). */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What runs in production: neither the development stack nor the tools beside it. */
const FOLDERS = ['activities', 'anchors', 'api', 'charts', 'documents', 'gateways', 'lives', 'models', 'notices', 'rules', 'workflows'];

/** Ways to open a connection. `node:net` also compares addresses, so its functions are named. */
const OPENS =
  /\bfetch\(|\bnew (?:WebSocket|Socket|Sequelize|Pool|Client)\(|\b(?:createConnection|connect|createTransport)\(|from '(?:node:)?(?:tls|http|https|http2|dgram|undici)'/;

/** Each file that opens connections, and to what. */
const OPENERS: Record<string, string> = {
  'api/listen.ts': 'none: it only answers',
  'gateways/mail/smtp.ts': 'SMTP_URL',
  'gateways/malware/clamd.ts': 'MALWARE_URL',
  'gateways/outside.ts':
    'PAYMENTS_URL, TIPTOPPAY_URL, SMS_URL, TIMESTAMP_URL, LOG_PLACE, SIGNATURES_HOSTS, SIGNATURES_NCANODE_URL, SIGNATURES_TIMESTAMP_URL, SIGEX_URL, PUSH_SERVICES',
  'models/database.ts': 'DATABASE_URL',
  'models/statement.ts': 'DATABASE_URL, of the pool',
  'platform.ts': 'TEMPORAL_ADDRESS, by temporal-connection.ts',
  'temporal-connection.ts': 'TEMPORAL_ADDRESS',
  'worker.ts': 'TEMPORAL_ADDRESS, by temporal-connection.ts',
};
const openers = (source: string): boolean =>
  source.split('\n').some((line) => OPENS.test(line) && !line.startsWith('import type') && !/^\s*(?:\*|\/\/|\/\*)/.test(line));

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
    .map(({ parentPath, name }) => join(parentPath, name));

it('only the gateways, the database and the engine are called, and each by its own files', () => {
  const top = readdirSync(root).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  const files = [...FOLDERS.flatMap((folder) => filesOf(join(root, folder))), ...top.map((name) => join(root, name))];
  const opening = files.filter((file) => openers(readFileSync(file, 'utf8'))).map((file) => relative(root, file));
  expect(opening.toSorted()).toEqual(Object.keys(OPENERS).toSorted());
});

it.each(['const reply = await fetch(url);', 'connect({ host, port });', 'const transport = createTransport({ url });'])(
  'control: %s is found',
  (line) => expect(openers(line)).toBe(true),
);
