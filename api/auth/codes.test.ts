import { randomUUID } from 'node:crypto';
import { liftLimits } from '../../testing/people/limits.ts';
import { askCode, enter, lastCode, logIn, otherCode, registered, withToken } from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { registration } from '../../testing/people/registration.ts';
import { working } from '../../testing/people/work.ts';
import { setParameter, textsTo, troubleTexts } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
beforeAll(async () => {
  // The test is the proxy: X-Forwarded-For says where a request comes from.
  api = await openApi({ connections: 20, settings: { TRUSTED_PROXIES: ['127.0.0.1'] } });
  await liftLimits(api.owner, 'codesPerNumber', 'codesPerNumberAndAddress', 'codesPerNumberFree', 'smsCodesPerNumber');
  await setParameter(api.owner, 'workLeastBits', 4);
});
afterAll(() => api.close());

const at = (address: string) => ({ 'X-Forwarded-For': address });
const later = (minutes: number) => api.owner.query(`update code set created_at = created_at - interval '${minutes} minutes'`);
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

  it('gets three for a number in ten minutes from one address, then waits or works', async () => {
    const number = anyNumber();
    for (let each = 0; each < 3; each++) expect((await ask(number)).status).toBe(202);
    const { problem, headers } = await ask(number);
    expect(problem).toMatchObject({ code: 'proof-of-work-needed', work: { challenge: expect.any(String) } });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(590);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(600);
    // In any form, and for any purpose.
    for (const written of [number.replace('+7', '8'), ` ${number.slice(0, 5)}-${number.slice(5)}`])
      expect((await ask(written, 'confirm')).problem?.code).toBe('proof-of-work-needed');
    expect((await working((given) => ask(number, 'enter', given))).status).toBe(202);
    await later(10);
    expect((await ask(number)).status).toBe(202);
  });

  it('gets six for a number from one address in a day; the owner elsewhere gets more, and on a known device others', async () => {
    const number = anyNumber();
    const { knownDevice } = await enter(api, number);
    const [stranger, owner] = ['198.51.100.1', '198.51.100.2'];
    for (let each = 0; each < 6; each++) {
      expect((await working((given) => ask(number, 'enter', { ...at(stranger), ...given }))).status).toBe(202);
      await later(60);
    }
    const refusal = await working((given) => ask(number, 'enter', { ...at(stranger), ...given }));
    expect(refusal.problem?.code).toBe('too-many-requests');
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(17 * 3_600);
    expect((await working((given) => ask(number, 'enter', { ...at(owner), ...given }))).status).toBe(202);
    expect((await ask(number, 'enter', { ...at(stranger), 'Known-Device': knownDevice as string })).status).toBe(202);
  });

  it('gets twenty for a number in a day from all the world, with work after five, and five more on known devices', async () => {
    const number = anyNumber();
    const { knownDevice } = await enter(api, number);
    const bits: (number | undefined)[] = [];
    for (let each = 1; each < 20; each++) {
      const reply = await working((given) => ask(number, 'enter', { ...at(`198.51.101.${each}`), ...given }));
      expect(reply.status).toBe(202);
      bits.push(reply.bits);
    }
    expect(bits.slice(0, 5)).toEqual([undefined, undefined, undefined, undefined, 4]);
    expect(bits.at(-1)).toBe(7);
    expect((await ask(number, 'enter', at('198.51.101.99'))).problem?.code).toBe('too-many-requests');
    const known = { 'Known-Device': knownDevice as string };
    for (let each = 0; each < 5; each++) expect((await ask(number, 'enter', { ...at(`198.51.102.${each}`), ...known })).status).toBe(202);
    expect((await ask(number, 'enter', { ...at('198.51.102.9'), ...known })).problem?.code).toBe('too-many-requests');
    expect(await textsTo(number)).toHaveLength(25);
    // For an unknown number the world meets the same bound.
    const unknown = anyNumber();
    for (let each = 0; each < 20; each++)
      expect((await working((given) => ask(unknown, 'enter', { ...at(`198.51.103.${each}`), ...given }))).status).toBe(202);
    expect((await ask(unknown, 'enter', at('198.51.103.99'))).problem?.code).toBe('too-many-requests');
  });

  it('gets no more with thirty concurrent requests', async () => {
    const number = anyNumber();
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(number)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
    expect(await textsTo(number)).toHaveLength(3);
  });

  it('works after the free ones of its address for many numbers, and gets no more than its last bound', async () => {
    await setParameter(api.owner, 'codesPerAddress', 5);
    await setParameter(api.owner, 'codesPerAddressMost', 9);
    try {
      const from = at('198.51.104.1');
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, each) =>
          ask(anyNumber(), 'enter', { ...from, 'X-Real-IP': `198.51.100.${each}`, Forwarded: `for=198.51.100.${each}` }),
        ),
      );
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
      expect(answers.filter(({ problem }) => problem?.code === 'proof-of-work-needed')).toHaveLength(7);
      const work = (number: string) => working((given) => ask(number, 'enter', { ...from, ...given }));
      for (let each = 0; each < 4; each++) expect((await work(anyNumber())).status).toBe(202);
      expect((await work(anyNumber())).problem?.code).toBe('too-many-requests');
      expect((await ask(anyNumber(), 'enter', at('198.51.104.2'))).status).toBe(202);
    } finally {
      await setParameter(api.owner, 'codesPerAddress', 10_000);
      await setParameter(api.owner, 'codesPerAddressMost', 10_000);
    }
  });

  it('cannot use up the texts of those who have an account: the last ones are kept, and the response is the same', async () => {
    const { number: known } = await registered(api);
    const unknown = anyNumber();
    const [{ sent } = { sent: 0 }] = await api.rows<{ sent: number }>(
      `select count(*)::int as sent from sms where purpose = 'code' and status <> 'capped'`,
    );
    await setParameter(api.owner, 'smsCodesTotal', sent + 2);
    await setParameter(api.owner, 'smsCodesReserved', 2);
    try {
      const before = (await textsTo(known)).length;
      const seen = [];
      for (const number of [known, unknown]) {
        const begin = performance.now();
        const { status, body } = await ask(number);
        seen.push([status, Object.keys(body), (body as { scarce?: string }).scarce, performance.now() - begin >= 400]);
      }
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[0]).toEqual([202, ['request', 'expiresAt', 'scarce'], expect.stringContaining('used up'), true]);
      await until(async () => (await textsTo(known)).length === before + 1, 'the text of the reserve');
      expect(await textsTo(unknown)).toEqual([]);
      expect((await logIn(api, await askCode(api, known))).status).toBe(201);
    } finally {
      await setParameter(api.owner, 'smsCodesTotal', 3_000);
      await setParameter(api.owner, 'smsCodesReserved', 1_000);
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
    const body = await registration(api, { token });
    const { problem } = await withToken(api, token).post('/v1/accounts', { ...body, name: 'Aigul\r\nBcc: all@example.kz' });
    expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ path: 'name' }] });
    expect((await withToken(api, token).post('/v1/accounts', body)).status).toBe(201);
  });
});
