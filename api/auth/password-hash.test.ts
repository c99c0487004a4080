import type { Argon2Parameters } from 'node:crypto';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { hashPassword, verifyPassword } from './password-hash.ts';

const PASSWORD = 'correct horse battery staple';

/** The parameters that Node's argon2 got during the work. */
async function work(done: () => Promise<unknown>): Promise<Omit<Argon2Parameters, 'message' | 'nonce'>[]> {
  const { argon2 } = crypto;
  const asked: Awaited<ReturnType<typeof work>> = [];
  const replaceBy = (other: typeof argon2): void => {
    crypto.argon2 = other;
    syncBuiltinESMExports();
  };
  replaceBy((algorithm, { message: _message, nonce, ...rest }, answer) => {
    asked.push({ algorithm, salt: (nonce as Buffer).length, ...rest } as never);
    argon2(algorithm, { message: _message, nonce, ...rest }, answer);
  });
  try {
    await done();
    return asked;
  } finally {
    replaceBy(argon2);
  }
}

describe('a stored password (1.9)', () => {
  it('is verified only by its own hash', async () => {
    const stored = await hashPassword(PASSWORD);
    expect(await verifyPassword(PASSWORD, stored)).toBe('right');
    for (const other of ['correct horse battery stapl', `${PASSWORD} `, PASSWORD.toUpperCase(), ''])
      expect(await verifyPassword(other, stored)).toBe('wrong');
  });

  it('is verified in whatever Unicode form it was typed', async () => {
    const stored = await hashPassword('ёж и Ａйгүл \u00e9');
    expect(await verifyPassword('е\u0308ж и Aйгүл e\u0301', stored)).toBe('right');
  });

  it('is a PHC string of argon2id with the cost that OWASP recommends, and its own salt', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain(PASSWORD);
  });

  it('hashed at a lower cost is still accepted, and reported as outdated', async () => {
    const parameters = { message: PASSWORD, nonce: Buffer.alloc(16, 7), parallelism: 1, tagLength: 32, memory: 256, passes: 1 };
    const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const stored = `$argon2id$v=19$m=256,t=1,p=1$${bare(parameters.nonce)}$${bare(crypto.argon2Sync('argon2id', parameters))}`;
    expect(await verifyPassword(PASSWORD, stored)).toBe('outdated');
    expect(await verifyPassword('another', stored)).toBe('wrong');
  });

  it('takes the same work whether it is right, wrong, or does not exist', async () => {
    const stored = await hashPassword(PASSWORD);
    const right = await work(() => verifyPassword(PASSWORD, stored));
    expect(right).toEqual([{ algorithm: 'argon2id', salt: 16, memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }]);
    expect(await work(() => verifyPassword('another', stored))).toEqual(right);
    expect(await work(() => verifyPassword(PASSWORD, undefined))).toEqual(right);
    expect(await work(() => verifyPassword(PASSWORD, null))).toEqual(right);
  });

  it('that does not exist is never right', async () => {
    for (const password of [PASSWORD, '']) expect(await verifyPassword(password, undefined)).toBe('wrong');
  });

  it.each([
    '',
    'secret',
    '$2b$10$abcdefghijklmnopqrstuv',
    '$argon2id$v=19$m=19456,t=2,p=1$$',
    '$argon2i$v=19$m=1,t=1,p=1$AAAAAAAAAAA$AAAA',
  ])('that is stored as %j is a fault, not a wrong password', async (stored) => {
    await expect(verifyPassword(PASSWORD, stored)).rejects.toThrow('A stored password is no hash of argon2id');
  });
});
