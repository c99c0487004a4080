import { randomUUID } from 'node:crypto';
import { liftLimits } from '../../testing/people/limits.ts';
import { askCode, enter, lastCode, logIn, otherCode, registered, withToken } from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { registration } from '../../testing/people/registration.ts';
import { setParameter, textsTo, troubleTexts } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  await liftLimits(api.owner, 'codesPerNumber', 'codesPerNumberAndAddress', 'codesPerNumberFree', 'smsCodesPerNumber');
});
afterAll(() => api.close());

const ask = (number: string, purpose = 'enter', headers: Record<string, string> = {}) =>
  api.as().post<{ request: string; expiresAt: string }>('/v1/auth/codes', { number, purpose }, { headers });
const refused = { status: 401, code: 'proof-refused' };

describe('a one-time code (1.9)', () => {
  it('has six digits, is valid for five minutes, and logs in the holder of the number', async () => {
    const number = anyNumber();
    const { status, body } = await ask(number);
    expect(status).toBe(202);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(290_000);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    const login = await logIn(api, { request: body.request, code: await lastCode(number) });
    expect(login).toMatchObject({ status: 201, body: { person: { number }, session: { account: null, how: 'code' }, accounts: [] } });
  });

  it('may be pasted with invisible characters, and so may its number', async () => {
    const number = anyNumber();
    const { body } = await ask(`\u2066${number.slice(0, 5)}\u00a0${number.slice(5)}\u2069`);
    const [one, two] = [(await lastCode(number)).slice(0, 3), (await lastCode(number)).slice(3)];
    const login = await logIn(api, { request: body.request, code: `\u202a${one}\u200b \u2011${two}\ufeff\u202c` });
    expect(login).toMatchObject({ status: 201, body: { person: { number } } });
  });

  it('comes in the requested language and names its purpose', async () => {
    const number = anyNumber();
    for (const [language, purpose] of [
      ['kk', 'enter'],
      ['ru', 'reidentify'],
      ['en', 'confirm'],
    ] as const)
      await api.as().post('/v1/auth/codes', { number, purpose }, { language });
    const texts = (await textsTo(number)).map(({ text }) => text);
    expect(texts[2]).toMatch(/кіру коды/);
    expect(texts[1]).toMatch(/код смены номера/);
    expect(texts[0]).toMatch(/your code to confirm/);
  });

  it('can be used once', async () => {
    const asked = await askCode(api, anyNumber());
    expect((await logIn(api, asked)).status).toBe(201);
    for (let again = 0; again < 2; again++) expect((await logIn(api, asked)).problem).toMatchObject(refused);
  });

  it('used twenty times concurrently opens one session', async () => {
    const asked = await askCode(api, anyNumber());
    // Within its tries: the fifth is the last.
    const answers = await Promise.all(Array.from({ length: 20 }, () => logIn(api, asked)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { problem } of answers.filter(({ status }) => status !== 201))
      expect(['proof-refused', 'too-many-requests']).toContain(problem?.code);
  });

  it('is invalid after five wrong tries, also if they are concurrent', async () => {
    for (const together of [false, true]) {
      const { request, code } = await askCode(api, anyNumber());
      const wrong = () => logIn(api, { request, code: otherCode(code) });
      if (together) await Promise.all(Array.from({ length: 5 }, wrong));
      else for (let each = 0; each < 5; each++) expect((await wrong()).problem).toMatchObject(refused);
      expect((await logIn(api, { request, code })).problem).toMatchObject(refused);
    }
  });

  it('is valid after four wrong tries', async () => {
    const { request, code } = await askCode(api, anyNumber());
    for (let each = 0; each < 4; each++) await logIn(api, { request, code: otherCode(code) });
    expect((await logIn(api, { request, code })).status).toBe(201);
  });

  it('is invalid after it has expired', async () => {
    const asked = await askCode(api, anyNumber());
    await api.owner.query(`update code set expires_at = clock_timestamp() - interval '1 ms' where id = $1`, [asked.request]);
    expect((await logIn(api, asked)).problem).toMatchObject(refused);
  });

  it.each(['reidentify', 'confirm'] as const)('for %s does not log in', async (purpose) => {
    expect((await logIn(api, await askCode(api, anyNumber(), purpose))).problem).toMatchObject(refused);
  });

  it('is invalid with the request of another number, or without a request', async () => {
    const [mine, other] = [await askCode(api, anyNumber()), await askCode(api, anyNumber())];
    if (mine.code !== other.code) expect((await logIn(api, { request: other.request, code: mine.code })).problem).toMatchObject(refused);
    expect((await logIn(api, { request: randomUUID(), code: mine.code })).problem).toMatchObject(refused);
    expect((await logIn(api, mine)).status).toBe(201);
  });

  it('is invalid if number or purpose were changed in its row: the hash covers them', async () => {
    const asked = await askCode(api, anyNumber(), 'confirm');
    await api.owner.query(`update code set purpose = 'enter' where id = $1`, [asked.request]);
    expect((await logIn(api, asked)).problem).toMatchObject(refused);
    const other = await askCode(api, anyNumber());
    await api.owner.query(`update code set number_hash = 'another' where id = $1`, [other.request]);
    expect((await logIn(api, other)).problem).toMatchObject(refused);
  });

  it('is stored nowhere in plain, neither is its number: not in the database, not in the log', async () => {
    const number = anyNumber();
    const { request, code } = await askCode(api, number);
    const rows = await api.rows<Record<string, unknown>>('select * from code where id = $1', request);
    const messages = await api.rows('select * from sms where id = $1', request);
    const stored = JSON.stringify([rows, messages]) + Buffer.from(rows[0]?.number as Buffer).toString('latin1');
    expect(rows).toHaveLength(1);
    for (const secret of [code, number, number.slice(1)]) expect(stored).not.toContain(`"${secret}"`);
    expect(stored).not.toContain(number);
    await logIn(api, { request, code });
    expect((await api.rows<{ number: Buffer | null }>('select number from code where id = $1', request))[0]?.number).toBeNull();
    expect(api.logged()).not.toContain(number.slice(1));
    expect(api.logged()).not.toContain(`"${code}"`);
  });

  it.each([
    ['+7 900 123 45 67', 'Numbers of this country cannot be used here.'],
    ['+1 201 555 0123', 'Numbers of this country cannot be used here.'],
    ['+7 7172 12 34 56', 'A mobile number is needed: text messages are sent to it.'],
    ['+77777777777', 'There is no such number. Enter your own.'],
    ['hello', 'This is no telephone number. Enter it like +7 701 123 45 67.'],
  ])('is not sent to %s, and the response says why', async (number, message) => {
    const { problem } = await ask(number);
    expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ path: 'number', message }] });
  });

  it('is void if the provider is away, and the response says so', async () => {
    const number = anyNumber();
    await troubleTexts(number, 'answer-lost');
    const { status, problem, headers } = await ask(number);
    expect([status, problem?.code, headers.get('retry-after')]).toEqual([503, 'code-not-sent', '60']);
    // It had arrived nevertheless.
    const code = await lastCode(number);
    expect(code).toMatch(/^\d{6}$/);
    const [row] = await api.rows<{ id: string }>('select id from code order by created_at desc limit 1');
    expect((await logIn(api, { request: row?.id, code })).problem).toMatchObject(refused);
    expect((await ask(number)).status).toBe(202);
  });
});

describe('a caller who requests codes', () => {
  it('learns nothing about a number: known or unknown, the response and the work are the same', async () => {
    const { number: known } = await registered(api);
    const unknown = anyNumber();
    const statements: string[][] = [];
    for (const number of [known, unknown]) {
      const before = (await api.rows<{ calls: string }>('select count(*) as calls from code'))[0];
      const { status, body } = await ask(number);
      const after = (await api.rows<{ calls: string }>('select count(*) as calls from code'))[0];
      statements.push([String(status), Object.keys(body).join(), String(Number(after?.calls) - Number(before?.calls))]);
      expect(await textsTo(number)).not.toHaveLength(0);
    }
    expect(statements[0]).toEqual(statements[1]);
    // Nor from a wrong code.
    const wrong = await Promise.all(
      [known, unknown].map(async (number) => {
        const { request, code } = await askCode(api, number);
        const { status, problem, headers } = await logIn(api, { request, code: otherCode(code) });
        return [status, problem, [...headers.keys()].toSorted()];
      }),
    );
    expect(wrong[0]).toEqual(wrong[1]);
  });

  it('gets three for a number in ten minutes, and is told how long to wait', async () => {
    const number = anyNumber();
    for (let each = 0; each < 3; each++) expect((await ask(number)).status).toBe(202);
    const { problem, headers } = await ask(number);
    expect(problem?.code).toBe('too-many-requests');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(590);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(600);
    // In any form, and for any purpose.
    for (const written of [number.replace('+7', '8'), ` ${number.slice(0, 5)}-${number.slice(5)}`])
      expect((await ask(written, 'confirm')).problem?.code).toBe('too-many-requests');
    await api.owner.query(
      `update code set created_at = created_at - interval '10 minutes' where created_at > clock_timestamp() - interval '9 minutes'`,
    );
    expect((await ask(number)).status).toBe(202);
  });

  it('gets ten for a number in a day', async () => {
    const number = anyNumber();
    for (let each = 0; each < 10; each++) {
      expect((await ask(number)).status).toBe(202);
      await api.owner.query(`update code set created_at = created_at - interval '1 hour'`);
    }
    const { problem, headers } = await ask(number);
    expect(problem?.code).toBe('too-many-requests');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(13 * 3_600);
  });

  it('gets no more with thirty concurrent requests', async () => {
    const number = anyNumber();
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(number)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
    expect(await textsTo(number)).toHaveLength(3);
  });

  it('gets no more than the limit of its address for many numbers, whatever its headers claim (X-Forwarded-For)', async () => {
    await setParameter(api.owner, 'codesPerAddress', 5);
    await api.owner.query(`update code set created_at = created_at - interval '2 hours'`);
    try {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, each) =>
          ask(anyNumber(), 'enter', {
            'X-Forwarded-For': `198.51.100.${each}`,
            'X-Real-IP': `198.51.100.${each}`,
            Forwarded: `for=198.51.100.${each}`,
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
      expect(answers.filter(({ problem }) => problem?.code === 'too-many-requests')).toHaveLength(7);
    } finally {
      await setParameter(api.owner, 'codesPerAddress', 10_000);
    }
  });

  it('cannot exceed the platform’s daily cap (SMS pumping)', async () => {
    await setParameter(api.owner, 'smsCodesTotal', 0);
    try {
      const number = anyNumber();
      expect((await ask(number)).problem).toMatchObject({ code: 'code-not-sent', status: 503 });
      expect(await textsTo(number)).toEqual([]);
    } finally {
      await setParameter(api.owner, 'smsCodesTotal', 3_000);
    }
  });
});

describe('a login with extra or wrong fields', () => {
  it('gives no other identity: mass assignment is refused', async () => {
    const asked = await askCode(api, anyNumber());
    for (const more of [{ person: randomUUID() }, { roles: ['operator'] }, { token: 'x'.repeat(43) }, { how: 'device' }])
      expect((await logIn(api, { ...asked, ...more })).problem?.code).toBe('invalid-input');
    expect((await logIn(api, asked)).status).toBe(201);
  });

  it('cannot name an account of another person, and the code stays valid', async () => {
    const { own } = await registered(api);
    const asked = await askCode(api, anyNumber());
    expect((await logIn(api, { ...asked, account: own })).problem?.code).toBe('not-found');
    expect((await logIn(api, asked)).status).toBe(201);
  });

  it('is refused with a line end in a name, for the device and at registration (header injection)', async () => {
    const asked = await askCode(api, anyNumber());
    for (const deviceName of ['Phone\r\nBcc: all@example.kz', 'Phone\u0000', 'Phone\u001b[31m', '\u200b'])
      expect((await logIn(api, { ...asked, deviceName })).problem?.code).toBe('invalid-input');
    const { token } = await enter(api);
    const body = await registration(api);
    const { problem } = await withToken(api, token).post('/v1/accounts', { ...body, name: 'Aigul\r\nBcc: all@example.kz' });
    expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ path: 'name' }] });
    expect((await withToken(api, token).post('/v1/accounts', body)).status).toBe(201);
  });
});
