import { readConfig } from './config.ts';

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
