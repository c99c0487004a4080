import { randomUUID } from 'node:crypto';
import {
  askCode,
  authorise,
  logIn,
  newKey,
  otherCode,
  register,
  registered,
  signed,
  toldOf,
  withToken,
} from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { tokenHash } from '../session.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  for (const code of ['codesPerNumber', 'smsCodesPerNumber', 'codesPerAddress', 'failedProofsPerAddress'])
    await setParameter(api.owner, code, 10_000);
});
afterAll(() => api.close());

const GOOD = 'қызыл шатыр 47 тау';
const withPassword = async () => {
  const login = await registered(api);
  const body = { password: GOOD, ...(await askCode(api, login.number, 'confirm')) };
  expect((await withToken(api, login.token).post('/v1/auth/password', body)).status).toBe(200);
  return login;
};
const guess = (number: string, headers = {}) => api.as().post('/v1/auth/sessions', { number, password: 'not this one' }, { headers });
const fail = async (times: number, work: () => Promise<{ problem: { code: string } | undefined }>): Promise<void> => {
  for (let each = 0; each < times; each++) expect((await work()).problem?.code).toBe('proof-refused');
};
const lockouts = async (account: string) => (await toldOf(api, account)).filter(({ type }) => type === 'lockedOut');

describe('after ten failures', () => {
  it('a password does not work for half an hour, even if it is right; one notice is sent', async () => {
    const { number, own } = await withPassword();
    await fail(9, () => guess(number));
    expect(await lockouts(own)).toEqual([]);
    await fail(1, () => guess(number));
    for (const password of ['not this one', GOOD]) {
      const { problem, headers } = await logIn(api, { number, password });
      expect(problem?.code).toBe('too-many-requests');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(29 * 60);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(30 * 60);
    }
    const told = await lockouts(own);
    expect(told).toMatchObject([{ by: 'platform', input: { until: expect.any(String) } }]);
    expect(Date.parse(told[0]?.input.until as string) - Date.now()).toBeGreaterThan(29 * 60_000);

    await api.owner.query(`update failed_proof set at = at - interval '30 minutes'`);
    expect((await logIn(api, { number, password: GOOD })).status).toBe(201);
    // A right proof resets the count of failures.
    await fail(9, () => guess(number));
  });

  it('other ways to log in still work: a stranger who guesses locks nobody out', async () => {
    const { number } = await withPassword();
    await fail(10, () => guess(number));
    expect((await guess(number)).problem?.code).toBe('too-many-requests');
    expect((await logIn(api, await askCode(api, number))).status).toBe(201);
  });

  it('codes to a number do not work, whatever their request', async () => {
    const { number, own } = await registered(api);
    for (let each = 0; each < 2; each++) {
      const { request, code } = await askCode(api, number);
      await fail(5, () => logIn(api, { request, code: otherCode(code) }));
    }
    expect((await logIn(api, await askCode(api, number))).problem?.code).toBe('too-many-requests');
    expect(await lockouts(own)).toHaveLength(1);
  });

  it('a device does not work', async () => {
    const login = await registered(api);
    const key = newKey();
    const device = await authorise(api, login, key);
    const wrong = newKey();
    await fail(10, async () => logIn(api, { device, ...(await signed(api, wrong)) }));
    expect((await logIn(api, { device, ...(await signed(api, key)) })).problem?.code).toBe('too-many-requests');
    expect(await lockouts(login.own)).toHaveLength(1);
  });

  it('an unknown number is locked out in the same way, so it cannot be recognised', async () => {
    const [{ number: known }, unknown] = [await withPassword(), anyNumber()];
    const answers = [];
    for (const number of [known, unknown]) {
      const codes = [];
      const begin = performance.now();
      for (let each = 0; each < 10; each++) codes.push((await guess(number)).problem?.code);
      const { problem, headers } = await guess(number);
      answers.push([codes, problem, Number(headers.get('retry-after')) > 29 * 60]);
      // The response of a lock-out takes the same time, whether or not an account gets a notice.
      expect(performance.now() - begin).toBeGreaterThan(400);
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  it('the account in the name of the person gets one notice, and their company none', async () => {
    const login = await withPassword();
    await api.owner.query('update session set account = null where token_hash = $1', [tokenHash(login.token)]);
    const company = await register(api, login, 'company');
    await fail(10, () => guess(login.number));
    await guess(login.number);
    expect([await lockouts(login.own), await lockouts(company)]).toMatchObject([{ length: 1 }, { length: 0 }]);
  });
});

describe('guesses', () => {
  it('sent fifty at once count like those sent one by one, and send one notice', async () => {
    const { number, own } = await withPassword();
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess(number)));
    expect(answers.filter(({ problem }) => problem?.code === 'proof-refused')).toHaveLength(10);
    expect(answers.filter(({ problem }) => problem?.code === 'too-many-requests')).toHaveLength(40);
    expect(await lockouts(own)).toHaveLength(1);
  });

  it('from one address at many numbers stop at its limit, whatever its headers claim (X-Forwarded-For)', async () => {
    await setParameter(api.owner, 'failedProofsPerAddress', 8);
    await api.owner.query(`update failed_proof set at = at - interval '2 hours'`);
    try {
      const answers = await Promise.all(
        Array.from({ length: 15 }, (_, each) =>
          guess(anyNumber(), { 'X-Forwarded-For': `198.51.100.${each}`, Forwarded: `for=198.51.100.${each}` }),
        ),
      );
      expect(answers.filter(({ problem }) => problem?.code === 'proof-refused')).toHaveLength(8);
      expect(answers.filter(({ problem }) => problem?.code === 'too-many-requests')).toHaveLength(7);
      // Also by another way.
      expect((await logIn(api, { request: randomUUID(), code: '000000' })).problem?.code).toBe('too-many-requests');
    } finally {
      await setParameter(api.owner, 'failedProofsPerAddress', 10_000);
    }
  });

  it('are counted outside the lives: no event, and nothing about the person concerned', async () => {
    const { number, own } = await withPassword();
    const told = await toldOf(api, own);
    await fail(5, () => guess(number));
    expect(await toldOf(api, own)).toEqual(told);
    expect(JSON.stringify(await api.rows('select * from failed_proof'))).not.toContain(number.slice(1));
  });

  it('are kept for the number of days in a parameter, and then deleted', async () => {
    const old = () => api.rows(`select from failed_proof where at < clock_timestamp() - interval '2 days'`);
    await api.owner.query(`update failed_proof set at = at - interval '3 days'`);
    await setParameter(api.owner, 'authenticationRetentionDays', 4);
    await guess(anyNumber());
    expect(await old()).not.toEqual([]);
    await setParameter(api.owner, 'authenticationRetentionDays', 2);
    await guess(anyNumber());
    expect(await old()).toEqual([]);
  });
});
