import { readConfig, usesTls } from './config.ts';

const given = process.env;
afterEach(() => {
  process.env = given;
});
const read = (settings: Record<string, string>) => {
  process.env = { ...given, ...settings };
  return readConfig();
};

test('the outbox of texts is refused in production: nobody would get a code', () => {
  expect(read({ NODE_ENV: 'development' }).SMS_URL).toMatch(/^outbox:/);
  expect(() => read({ NODE_ENV: 'production' })).toThrow('the outbox sends nothing');
  expect(read({ NODE_ENV: 'production', SMS_URL: 'mobizon://key@api.mobizon.kz?from=AkJet' }).NODE_ENV).toBe('production');
});

test('a provider of texts that nobody knows is refused at the start, and what was given is not repeated', () => {
  expect(() => read({ SMS_URL: 'twilio://secret@example.kz' })).toThrow(/SMS_URL/);
  expect(() => read({ SMS_URL: 'twilio://secret@example.kz' })).not.toThrow(/secret/);
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
