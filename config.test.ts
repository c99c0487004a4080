import { operatorOf, readAnchorSettings, readApiConfig, readConfig, usesTls, weakSettings } from './config.ts';
import { createVapidKeys } from './gateways/push/vapid.ts';
import { createSigningKey, openSigner } from './lives/log/note.ts';

const given = process.env;
afterEach(() => {
  process.env = given;
});
const read = (settings: Record<string, string>) => {
  process.env = { ...given, ...settings };
  return readConfig();
};

const IN_PRODUCTION = {
  ...{ NODE_ENV: 'production', STAFF_PORT: '3001', SMS_URL: 'mobizon://key@api.mobizon.kz?from=AkJet' },
  ...{ TRUSTED_PROXIES: 'none', PUBLIC_URL: 'https://api.akjet.kz' },
  ...{ OPERATOR_BIN: '240140000011', OPERATOR_CONTACT_EMAIL: 'support@akjet.kz', OPERATOR_IBAN: 'KZ41722C000000000001' },
};

test('the outbox of texts is refused in production: nobody would get a code', () => {
  expect(read({ NODE_ENV: 'development' }).SMS_URL).toMatch(/^outbox:/);
  expect(() => read({ NODE_ENV: 'production' })).toThrow('the outbox sends nothing');
  expect(read({ ...IN_PRODUCTION, SMS_URL: 'mobizon://key@api.mobizon.kz?from=AkJet' }).NODE_ENV).toBe('production');
});

test('notices to browsers need a key with its own private half, and services over TLS', () => {
  const [{ publicKey, privateKey }, other] = [createVapidKeys(), createVapidKeys()];
  expect(read({}).PUSH_PUBLIC_KEY).toBeUndefined();
  expect(read({ PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey }).PUSH_SERVICES).toContain('https://fcm.googleapis.com');
  for (const wrong of ['', 'x', other.privateKey])
    expect(() => read({ PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: wrong })).toThrow('is not the private half of PUSH_PUBLIC_KEY');
  expect(() => read({ PUSH_PRIVATE_KEY: privateKey })).toThrow('is not the private half of PUSH_PUBLIC_KEY');
  expect(() => read({ PUSH_SERVICES: 'fcm.googleapis.com' })).toThrow('PUSH_SERVICES');
  expect(() => read({ ...IN_PRODUCTION, PUSH_SERVICES: 'http://push.example.kz' })).toThrow(/clear text.*\n.*PUSH_SERVICES/);
});

test('production does not start before the door of the staff is decided', () => {
  for (const STAFF_PORT of ['', '3000'])
    expect(() => read({ ...IN_PRODUCTION, PORT: '3000', STAFF_PORT })).toThrow(/a door of their own.*\n.*STAFF_PORT/);
  expect(read({ ...IN_PRODUCTION, PORT: '3000', STAFF_PORT: '3001' })).toMatchObject({ STAFF_PORT: 3001, STAFF_HOST: '127.0.0.1' });
  // In development one listener may be both doors.
  expect(read({ NODE_ENV: 'development', STAFF_PORT: '' }).STAFF_PORT).toBeUndefined();
});

test('the public URL is one that letters can lead to', () => {
  for (const PUBLIC_URL of ['http://127.0.0.1:3000', 'akjet.kz', 'ftp://akjet.kz'])
    expect(() => read({ ...IN_PRODUCTION, PUBLIC_URL })).toThrow('PUBLIC_URL');
  expect(read({ ...IN_PRODUCTION, PUBLIC_URL: 'https://akjet.kz/api/' }).PUBLIC_URL).toBe('https://akjet.kz/api');
});

test('the API does not show a consent in production before what it says is decided; the worker shows none', () => {
  const said = { PRIVACY_POLICY_SHA256: 'ab'.repeat(32), PERSONAL_DATA_ABROAD: 'no' };
  const readApi = (settings: Record<string, string>) => {
    process.env = { ...given, ...IN_PRODUCTION, ...said, ...settings };
    return readApiConfig();
  };
  expect(readApi({})).toMatchObject(said);
  for (const name of Object.keys(said)) for (const value of ['', 'perhaps']) expect(() => readApi({ [name]: value })).toThrow(name);
  expect(read(IN_PRODUCTION).PERSONAL_DATA_ABROAD).toBeUndefined();
});

const TIPTOPPAY = { PAYMENTS_PROVIDER: 'tiptoppay', TIPTOPPAY_PUBLIC_ID: 'pk_1', TIPTOPPAY_API_SECRET: 'an api secret' };

describe('the payment providers', () => {
  const withoutSandbox = { PAYMENTS_URL: '', PAYMENTS_SECRET: '', PAYMENTS_HOOK_SECRET: '' };

  test('are the sandbox unless another is chosen, and each that is chosen has its settings', () => {
    expect(read({})).toMatchObject({ PAYMENTS_PROVIDER: 'sandbox', TIPTOPPAY_URL: 'https://api.tiptoppay.kz' });
    expect(() => read(withoutSandbox)).toThrow(/PAYMENTS_URL/);
    expect(() => read({ PAYMENTS_PROVIDER: 'tiptoppay' })).toThrow(/TIPTOPPAY_PUBLIC_ID[\s\S]*TIPTOPPAY_API_SECRET/);
    expect(read({ ...withoutSandbox, ...TIPTOPPAY }).PAYMENTS_PROVIDER).toBe('tiptoppay');
    expect(() => read({ ...withoutSandbox, ...TIPTOPPAY, PAYMENTS_PROVIDER_COMPANIES: 'sandbox' })).toThrow(/PAYMENTS_URL/);
    expect(() => read({ PAYMENTS_PROVIDER: 'kaspi' })).toThrow(/PAYMENTS_PROVIDER/);
  });

  test('that are not chosen have all their settings or none: payments may stay there', () => {
    expect(() => read({ ...withoutSandbox, ...TIPTOPPAY, PAYMENTS_URL: 'http://127.0.0.1:4100' })).toThrow(/PAYMENTS_SECRET/);
    expect(() => read({ TIPTOPPAY_API_SECRET: 'an api secret' })).toThrow(/TIPTOPPAY_PUBLIC_ID/);
  });
});

describe('the secrets', () => {
  const [one, other] = ['1', '2'].map((digit) => digit.repeat(64)) as [string, string];

  test.each(['AKJET_SECRET', 'SEALING_SECRETS', 'PAYMENTS_SECRET', 'PAYMENTS_HOOK_SECRET'])('nothing starts without %s', (name) => {
    for (const settings of [IN_PRODUCTION, {}]) expect(() => read({ ...settings, [name]: '' })).toThrow(name);
  });

  test('may be several, newest first, and a malformed one is not repeated', () => {
    expect(read({ SEALING_SECRETS: `${one},${other}` }).SEALING_SECRETS).toEqual([one, other]);
    for (const wrong of [`${one},`, `${one} ${other}`, 'my-own-words']) {
      expect(() => read({ SEALING_SECRETS: wrong })).toThrow(/SEALING_SECRETS/);
      expect(() => read({ SEALING_SECRETS: wrong })).not.toThrow(/1111|my-own/);
    }
  });

  test.each([
    ['SEALING_SECRETS', 'AKJET_SECRET'],
    ['PAYMENTS_HOOK_SECRET', 'PAYMENTS_SECRET'],
    ['PAYMENTS_SECRET', 'AKJET_SECRET'],
  ])('%s must not be a secret of %s', (name, known) => {
    expect(() => read({ [name]: one, [known]: one })).toThrow(`contains a secret of`);
    expect(() => read({ SEALING_SECRETS: `${other},${one}`, AKJET_SECRET: one })).toThrow('contains a secret of AKJET_SECRET');
    expect(() => read({ [name]: one, [known]: one })).not.toThrow(/1111/);
  });
});

describe('the proxies whose X-Forwarded-For counts', () => {
  test.each([
    ['none', []],
    ['10.0.0.7', ['10.0.0.7']],
    [' 10.0.0.0/8, fd00::/8 ,::1', ['10.0.0.0/8', 'fd00::/8', '::1']],
  ])('%s is a decision', (value, proxies) => {
    expect(read({ ...IN_PRODUCTION, TRUSTED_PROXIES: value }).TRUSTED_PROXIES).toEqual(proxies);
  });

  test('are decided before production starts; elsewhere none is trusted', () => {
    for (const value of ['', ' , ']) expect(() => read({ ...IN_PRODUCTION, TRUSTED_PROXIES: value })).toThrow('TRUSTED_PROXIES');
    expect(read({ TRUSTED_PROXIES: '' }).TRUSTED_PROXIES).toEqual([]);
  });

  test.each(['loopback', 'true', '1', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0', 'none,10.0.0.7', 'proxy.example.kz'])(
    '%s is refused: it names everybody, or nobody in particular',
    (value) => {
      expect(() => read({ ...IN_PRODUCTION, TRUSTED_PROXIES: value })).toThrow('TRUSTED_PROXIES');
    },
  );
});

describe('the operator, whom every letter names', () => {
  test.each(['OPERATOR_NAME', 'OPERATOR_BIN', 'OPERATOR_ADDRESS', 'OPERATOR_PHONE', 'OPERATOR_CONTACT_EMAIL'])(
    'is not complete without %s: nothing starts',
    (name) => {
      expect(() => read({ ...IN_PRODUCTION, [name]: '' })).toThrow(name);
      expect(() => read({ [name]: '' })).toThrow(name);
    },
  );

  test.each([
    ['OPERATOR_BIN', '000000000000', 'is no BIN of a company'],
    ['OPERATOR_BIN', '240140000012', 'is no BIN of a company'],
    ['OPERATOR_CONTACT_EMAIL', 'support@operator.example.kz', 'is made up'],
    ['OPERATOR_IBAN', 'KZ00EXAM000000000000', 'is no account of a bank'],
    ['OPERATOR_BIK', 'EXAM', 'is no BIC'],
    ['OPERATOR_KBE', '170', 'is no beneficiary code'],
  ])('is made up by %s=%s: production does not start with it', (name, value, message) => {
    expect(() => read({ ...IN_PRODUCTION, [name]: value })).toThrow(message);
    expect(read({ [name]: value }).NODE_ENV).toBe('test');
  });

  test('has an account with all of its details: production does not start without it, and elsewhere it may have none', () => {
    expect(operatorOf(read(IN_PRODUCTION)).bank).toMatchObject({ iban: 'KZ41722C000000000001' });
    const none = { OPERATOR_BANK: '', OPERATOR_BIK: '', OPERATOR_IBAN: '', OPERATOR_KBE: '', OPERATOR_KNP: '' };
    expect(operatorOf(read(none)).bank).toBeNull();
    for (const name of Object.keys(none)) {
      expect(() => read({ ...IN_PRODUCTION, [name]: '' })).toThrow(new RegExp(`an account needs all of its details\n.*${name}`));
      expect(() => read({ ...IN_PRODUCTION, ...none })).toThrow(name);
    }
    expect(() => read({ OPERATOR_BIK: '' })).toThrow(/an account needs all of its details\n.*OPERATOR_BIK/);
  });

  test('pays VAT by a certificate with all of its details, or none', () => {
    const certificate = { OPERATOR_VAT_SERIES: '60001', OPERATOR_VAT_NUMBER: '0012345', OPERATOR_VAT_SINCE: '2027-01-01' };
    expect(operatorOf(read({})).vat).toBeNull();
    expect(operatorOf(read(certificate)).vat).toEqual({ series: '60001', number: '0012345', registeredOn: '2027-01-01' });
    for (const name of Object.keys(certificate)) {
      expect(() => read({ ...certificate, [name]: '' })).toThrow(new RegExp(`a certificate of VAT needs all of its details\n.*${name}`));
      expect(() => read({ ...certificate, [name]: 'soon' })).toThrow(name);
    }
  });
});

test('a provider of texts that nobody knows is refused at the start, and what was given is not repeated', () => {
  expect(() => read({ SMS_URL: 'twilio://secret@example.kz' })).toThrow(/SMS_URL/);
  expect(() => read({ SMS_URL: 'twilio://secret@example.kz' })).not.toThrow(/secret/);
});

describe('production refuses to speak in clear text to another machine', () => {
  const database = 'postgres://akjet_api:word@db.akjet.kz/akjet';

  test.each([
    ['DATABASE_URL', database],
    ['DATABASE_URL', `${database}?sslmode=require`],
    ['DATABASE_URL', `${database}?sslmode=no-verify`],
    ['DATABASE_URL', `${database}?ssl=true`],
    ['DATABASE_URL', 'postgres://akjet_api:word@127.0.0.1/akjet?host=db.akjet.kz'],
    ['SIGEX_URL', 'http://sigex.kz'],
    ['SMTP_URL', 'smtp://user:word@mail.akjet.kz'],
    ['SMTP_URL', 'smtp://user:word@mail.akjet.kz?requireTLS=false'],
    ['SMTP_URL', 'smtp://user:word@mail.akjet.kz?requireTLS=true&ignoreTLS=true'],
    ['SMTP_URL', 'smtps://user:word@mail.akjet.kz?tls.rejectUnauthorized=false'],
    ['TEMPORAL_ADDRESS', 'temporal.akjet.kz:7233'],
    ['TEMPORAL_ADDRESS', '127.0.0.1.akjet.kz:7233'],
  ])('%s=%s', (name, value) => {
    expect(() => read({ ...IN_PRODUCTION, [name]: value })).toThrow(new RegExp(`would be reached in clear text.*\\n.*${name}`));
    expect(() => read({ ...IN_PRODUCTION, [name]: value })).not.toThrow('word');
    expect(() => read({ NODE_ENV: 'development', [name]: value })).not.toThrow();
  });

  test.each([
    ['DATABASE_URL', `${database}?sslmode=verify-full&sslrootcert=/run/authority/ca.pem`],
    ['DATABASE_URL', 'postgres://akjet_api:word@localhost/akjet'],
    ['DATABASE_URL', 'postgres://akjet_api:word@[::1]:5432/akjet'],
    ['DATABASE_URL', 'postgres://akjet_api:word@db/akjet?host=/var/run/postgresql'],
    ['SIGEX_URL', 'https://sigex.kz'],
    ['SMTP_URL', 'smtps://user:word@mail.akjet.kz'],
    ['SMTP_URL', 'smtp://user:word@mail.akjet.kz:587?requireTLS=true'],
    ['SMTP_URL', 'smtp://127.0.0.1:1025'],
    ['TEMPORAL_ADDRESS', '127.0.0.1:7233'],
  ])('and takes %s=%s', (name, value) => {
    expect(read({ ...IN_PRODUCTION, [name]: value })).toMatchObject({ [name]: value });
  });

  test('and takes an engine elsewhere over TLS', () => {
    const away = { TEMPORAL_ADDRESS: 'temporal.akjet.kz:7233', TEMPORAL_TLS: 'true' };
    expect(read({ ...IN_PRODUCTION, ...away })).toMatchObject({ TEMPORAL_TLS: true });
  });

  test.each([
    ['DATABASE_URL', ['', 'nowhere', '://']],
    ['SMTP_URL', ['', 'nowhere', 'smtp://', 'smtp://?host=mail.akjet.kz']],
  ])('what is no address is refused everywhere: %s', (name, values) => {
    for (const value of values) expect(() => read({ [name]: value })).toThrow(name);
  });
});

describe('the connection to Temporal', () => {
  const certificate = { TEMPORAL_TLS_CLIENT_CERT_PATH: '/client.pem', TEMPORAL_TLS_CLIENT_KEY_PATH: '/client.key' };

  test('is in clear text unless a setting asks for TLS; an empty setting asks for nothing', () => {
    expect(usesTls(read({}))).toBe(false);
    expect(usesTls(read({ TEMPORAL_TLS: '', TEMPORAL_TLS_SERVER_NAME: '', TEMPORAL_API_KEY: '' }))).toBe(false);
    expect(usesTls(read({ TEMPORAL_TLS: 'false' }))).toBe(false);
    expect(usesTls(read({ TEMPORAL_TLS: 'true' }))).toBe(true);
    expect(usesTls(read({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/ca.pem' }))).toBe(true);
    expect(usesTls(read(certificate))).toBe(true);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'a certificate without its key',
      { TEMPORAL_TLS_CLIENT_CERT_PATH: '/client.pem' },
      /needs its private key\n.*TEMPORAL_TLS_CLIENT_KEY_PATH/,
    ],
    [
      'a key without its certificate',
      { TEMPORAL_TLS_CLIENT_KEY_PATH: '/client.key' },
      /needs its certificate\n.*TEMPORAL_TLS_CLIENT_CERT_PATH/,
    ],
    ['certificates while TLS is off', { ...certificate, TEMPORAL_TLS: 'false' }, /switches TLS off\n.*TEMPORAL_TLS_CLIENT_CERT_PATH/],
    ['an API key in clear text', { TEMPORAL_API_KEY: 'secret' }, /set TEMPORAL_TLS=true\n.*TEMPORAL_API_KEY/],
    ['an API key with a line break', { TEMPORAL_API_KEY: 'secret\n', TEMPORAL_TLS: 'true' }, /no line break\n.*TEMPORAL_API_KEY/],
    ['TLS that is neither on nor off', { TEMPORAL_TLS: 'maybe' }, /TEMPORAL_TLS/],
  ])('%s is refused, and an API key is not repeated', (_, settings, message) => {
    expect(() => read(settings)).toThrow(message);
    expect(() => read(settings)).not.toThrow(/secret/);
  });
});

describe('each process reads what it needs', () => {
  it('the API starts without the settings of letters, and the worker does not', () => {
    process.env = { ...given, SMTP_URL: '', OPERATOR_EMAIL: '' };
    expect(readApiConfig()).not.toHaveProperty('SMTP_URL');
    expect(readConfig).toThrow('SMTP_URL');
  });

  it("neither starts with the login of the database's owner beside its own, and the login is not repeated", () => {
    process.env = { ...given, DATABASE_OWNER_URL: 'postgres://akjet_owner:secret@postgres/akjet' };
    for (const readIt of [readConfig, readApiConfig]) {
      expect(readIt).toThrow(/only migrations may have it.*\n.*DATABASE_OWNER_URL/);
      expect(readIt).not.toThrow(/secret/);
    }
  });
});

test('files are in a directory or in a bucket with its credentials, and the scanner is named', () => {
  expect(read({ FILES_PLACE: 'file:///files' }).FILES_PLACE).toBe('file:///files');
  const bucket = { FILES_PLACE: 's3://akjet/files?region=kz-1&endpoint=https://s3.example.kz' };
  expect(() => read(bucket)).toThrow('it needs FILES_PLACE_KEY_ID and FILES_PLACE_SECRET');
  expect(read({ ...bucket, FILES_PLACE_KEY_ID: 'key', FILES_PLACE_SECRET: 'word' }).FILES_PLACE_SECRET).toBe('word');
  expect(() => read({ FILES_PLACE: 'ftp://word.example.kz' })).toThrow('FILES_PLACE');
  expect(() => read({ MALWARE_URL: 'http://word.example.kz' })).toThrow('MALWARE_URL');
});

describe('the anchoring of the chains', () => {
  const readAnchors = (settings: Record<string, string>) => {
    process.env = { ...given, ...settings };
    return readAnchorSettings();
  };
  const key = createSigningKey('api.akjet.kz/v1/log');
  const real = { NODE_ENV: 'production', LOG_SIGNING_KEY: key, LOG_PUBLIC_KEYS: openSigner(key).publicKey };

  test.each(['LOG_SIGNING_KEY', 'LOG_PUBLIC_KEYS', 'LOG_PLACE', 'TIMESTAMP_URL', 'TIMESTAMP_ROOTS'])(
    'needs %s: no worker starts without',
    (name) => {
      expect(readAnchors(real).ANCHOR_EMAILS).toEqual([]);
      expect(() => readAnchors({ ...real, [name]: '' })).toThrow(name);
    },
  );

  test('production refuses the made-up log of a development stack', () => {
    expect(readAnchors({}).NODE_ENV).toBe('test');
    expect(() => readAnchors({ NODE_ENV: 'production' })).toThrow('is made up: not in production');
  });

  test('a signing key that is damaged, or is not the newest public key, is refused, and is not repeated', () => {
    const other = openSigner(createSigningKey('api.akjet.kz/v1/log')).publicKey;
    expect(readAnchors({ ...real, LOG_PUBLIC_KEYS: `${real.LOG_PUBLIC_KEYS},${other}` }).LOG_PUBLIC_KEYS).toHaveLength(2);
    expect(() => readAnchors({ ...real, LOG_PUBLIC_KEYS: other })).toThrow('is not the private half');
    const damaged = key.replace(/\+[0-9a-f]{8}\+/, '+00000000+');
    expect(() => readAnchors({ ...real, LOG_SIGNING_KEY: damaged })).toThrow('is damaged');
    expect(() => readAnchors({ ...real, LOG_SIGNING_KEY: damaged })).not.toThrow(damaged.slice(-20));
  });

  test('takes a directory or a bucket with its credentials as the second place, and repeats no secret', () => {
    const bucket = { LOG_PLACE: 's3://akjet/log?region=kz-1&endpoint=https://s3.example.kz' };
    const credentials = { LOG_PLACE_KEY_ID: 'key', LOG_PLACE_SECRET: 'secret-word' };
    expect(readAnchors({ ...real, ...bucket, ...credentials })).toMatchObject({ ...bucket, ...credentials });
    // Compose passes what is not set as an empty string.
    expect(readAnchors({ ...real, LOG_PLACE: 'file:///second', LOG_PLACE_KEY_ID: '', LOG_PLACE_SECRET: '' }).LOG_PLACE).toBe(
      'file:///second',
    );
    for (const wrong of [
      { ...bucket, LOG_PLACE_SECRET: 'secret-word' },
      { ...credentials, LOG_PLACE: 's3://key:secret-word@akjet/log?region=kz-1' },
      { ...credentials, LOG_PLACE: 's3://akjet/log?region=kz-1&endpoint=http://secret-word.example.kz' },
      { LOG_PLACE: 'ftp://secret-word.example.kz' },
    ]) {
      expect(() => readAnchors({ ...real, ...wrong })).toThrow('LOG_PLACE');
      expect(() => readAnchors({ ...real, ...wrong })).not.toThrow('secret-word');
    }
  });

  test('takes addresses for the checkpoints, and refuses what is none', () => {
    expect(readAnchors({ ...real, ANCHOR_EMAILS: 'a@example.kz,b@example.kz' }).ANCHOR_EMAILS).toEqual(['a@example.kz', 'b@example.kz']);
    expect(() => readAnchors({ ...real, ANCHOR_EMAILS: 'nobody' })).toThrow('ANCHOR_EMAILS');
  });
});

test('settings that are for development alone, or leave something open, are named at the start', () => {
  const sound = { ...IN_PRODUCTION, ...TIPTOPPAY, PUBLIC_URL: 'https://api.akjet.kz' };
  const weak = (more: Record<string, string>) => weakSettings(read({ ...sound, ...more }));
  expect(weak({})).toEqual([]);
  expect(weak({ PUBLIC_URL: 'http://api.akjet.kz' })).toEqual(['PUBLIC_URL']);
  expect(weak({ PAYMENTS_URL: 'http://pay.example.kz' })).toEqual(['PAYMENTS_URL']);
  expect(weak({ TIPTOPPAY_URL: 'http://pay.example.kz' })).toEqual(['TIPTOPPAY_URL']);
  // It moves no money.
  expect(weak({ PAYMENTS_PROVIDER_COMPANIES: 'sandbox' })).toEqual(['PAYMENTS_PROVIDER']);
  const development = { NODE_ENV: 'development', SMS_URL: 'outbox://127.0.0.1:4200', STAFF_PORT: '', TRUSTED_PROXIES: '' };
  const always = ['NODE_ENV', 'SMS_URL', 'TRUSTED_PROXIES', 'STAFF_PORT'];
  expect(weak(development)).toEqual(always);
  // Production refuses what follows.
  const reaches = (more: Record<string, string>) => weak({ ...development, ...more }).filter((name) => !always.includes(name));
  expect(reaches({ DATABASE_URL: 'postgres://akjet_api:x@db.akjet.kz/akjet' })).toEqual(['DATABASE_URL']);
  expect(reaches({ DATABASE_URL: 'postgres://akjet_api:x@db.akjet.kz/akjet?sslmode=verify-full' })).toEqual([]);
  expect(reaches({ TEMPORAL_ADDRESS: 'temporal.akjet.kz:7233' })).toEqual(['TEMPORAL_TLS']);
  expect(reaches({ TEMPORAL_ADDRESS: 'temporal.akjet.kz:7233', TEMPORAL_TLS: 'true' })).toEqual([]);
});
