import { randomUUID } from 'node:crypto';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { liftLimits } from '../../testing/people/limits.ts';
import type { Login } from '../../testing/people/logins.ts';
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
import { solve, working } from '../../testing/people/work.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { tokenHash } from '../session.ts';

const MOST = 20;
let api: Api;
beforeAll(async () => {
  // The test is the proxy: X-Forwarded-For says where a request comes from.
  api = await openApi({ connections: 20, settings: { TRUSTED_PROXIES: ['127.0.0.1'] } });
  await liftLimits(api.owner, 'failedProofs', 'failedProofsOfNumber', 'failedProofsOfNumberMost', 'failedProofsPerAddress');
  await setParameter(api.owner, 'workLeastBits', 4);
  // Fifty and 160 in production: checking a password takes long on purpose.
  await setParameter(api.owner, 'failedProofsOfNumberMost', MOST);
  await setParameter(api.owner, 'failedProofsPerWideNetwork', 30);
});
afterAll(() => api.close());

const GOOD = 'қызыл шатыр 47 тау';
const withPassword = async () => {
  const login = await registered(api);
  const body = { password: GOOD, ...(await askCode(api, login.number, 'confirm')) };
  expect((await withToken(api, login.token).post('/v1/auth/password', body)).status).toBe(200);
  return login;
};
let hosts = 0;
/** An address that nobody used yet. */
const anyAddress = (): string => `198.18.${hosts >> 8}.${hosts++ & 255}`;
const at = (address: string, more: Record<string, string> = {}) => ({ 'X-Forwarded-For': address, ...more });
const send = (body: object, headers: Record<string, string>) => api.as().post<Login>('/v1/auth/sessions', body, { headers });
const guess = (number: string, headers: Record<string, string> = at(anyAddress())) => send({ number, password: 'not this one' }, headers);
const right = (number: string, headers: Record<string, string> = at(anyAddress())) => send({ number, password: GOOD }, headers);
const fail = async (times: number, work: () => Promise<{ problem: { code: string } | undefined }>): Promise<void> => {
  for (let each = 0; each < times; each++) expect((await work()).problem?.code).toBe('proof-refused');
};
/** Strangers all over the world guess, and do the work that is asked of them. */
const guessEverywhere = async (number: string, times: number): Promise<void> => {
  for (let each = 0; each < times; each++) {
    const from = at(anyAddress());
    expect((await working((headers) => guess(number, { ...from, ...headers }))).problem?.code).toBe('proof-refused');
  }
};
const lockouts = async (account: string) => (await toldOf(api, account)).filter(({ type }) => type === 'lockedOut');
const later = (minutes: number) => api.owner.query(`update failed_proof set at = at - interval '${minutes} minutes'`);

describe('after five failures from one address', () => {
  it('that address waits for this number, longer with each failure; others and other numbers do not', async () => {
    const { number } = await withPassword();
    const from = at(anyAddress());
    await fail(5, () => guess(number, from));
    for (const [wait, next] of [
      [30, 60],
      [60, 120],
    ] as const) {
      const { problem, headers } = await right(number, from);
      expect(problem).toMatchObject({ code: 'proof-of-work-needed', status: 429, work: { challenge: expect.any(String), bits: 4 } });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(wait - 5);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(wait);
      await api.owner.query(`update failed_proof set at = at - $1::interval`, [`${wait} seconds`]);
      await fail(1, () => guess(number, from));
      expect(next).toBe(wait * 2);
    }
    await fail(1, () => guess(anyNumber(), from));
    expect((await right(number)).status).toBe(201);
  });

  it('the right password passes at once with a proof of work, or after the pause, and ends the pauses', async () => {
    const { number } = await withPassword();
    const from = at(anyAddress());
    await fail(5, () => guess(number, from));
    expect((await working((headers) => right(number, { ...from, ...headers }))).status).toBe(201);
    await fail(4, () => guess(number, from));
    expect((await right(number, from)).status).toBe(201);
    const other = await withPassword();
    await fail(5, () => guess(other.number, from));
    expect((await right(other.number, from)).problem?.code).toBe('proof-of-work-needed');
    await later(1);
    expect((await right(other.number, from)).status).toBe(201);
  });

  it('a proof of work counts once, for this number and address alone', async () => {
    const [one, other] = [await withPassword(), await withPassword()];
    const [from, elsewhere] = [at(anyAddress()), at(anyAddress())];
    for (const [number, headers] of [
      [one.number, from],
      [one.number, elsewhere],
      [other.number, from],
    ] as const)
      await fail(5, () => guess(number, headers));
    const { problem } = await right(one.number, from);
    const solved = { 'Proof-Of-Work': solve(problem?.work as NonNullable<typeof problem>['work'] & object) };
    expect((await right(one.number, { ...elsewhere, ...solved })).problem?.code).toBe('proof-of-work-needed');
    expect((await right(other.number, { ...from, ...solved })).problem?.code).toBe('proof-of-work-needed');
    const answers = await Promise.all(Array.from({ length: 5 }, () => guess(one.number, { ...from, ...solved })));
    expect(answers.map(({ problem: each }) => each?.code).toSorted()).toEqual([...Array(4).fill('proof-of-work-needed'), 'proof-refused']);
  });
});

describe('guesses of the whole world at one number', () => {
  it('need work after ten, the more the later; the owner on a known device does nothing', async () => {
    const { number, knownDevice } = await withPassword();
    await fail(10, () => guess(number));
    const bits: (number | undefined)[] = [];
    for (let each = 0; each < 8; each++) {
      const from = at(anyAddress());
      bits.push((await working((headers) => guess(number, { ...from, ...headers }))).bits);
    }
    expect([bits[0], bits.at(-1)]).toEqual([4, 5]);
    expect((await right(number)).problem?.code).toBe('proof-of-work-needed');
    expect((await right(number, at(anyAddress(), { 'Known-Device': knownDevice as string }))).status).toBe(201);
  });

  it('have a bound a day, whatever work is done: then the password counts on known devices, and every other way goes on', async () => {
    const { number, own, knownDevice, ...login } = await withPassword();
    const key = newKey();
    const device = await authorise(api, login, key);
    await guessEverywhere(number, MOST);
    for (const password of ['not this one', GOOD]) {
      const from = at(anyAddress());
      const { problem, headers } = await working((solved) => send({ number, password }, { ...from, ...solved }));
      expect(problem?.code).toBe('too-many-requests');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(23 * 3_600);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(24 * 3_600);
    }
    expect((await logIn(api, await askCode(api, number))).status).toBe(201);
    expect((await logIn(api, { device, ...(await signed(api, key)) })).status).toBe(201);
    expect((await right(number, at(anyAddress(), { 'Known-Device': knownDevice as string }))).status).toBe(201);
    // Its being right opens nothing for strangers.
    expect((await right(number)).problem?.code).toBe('too-many-requests');
    const told = await lockouts(own);
    expect(told).toMatchObject([{ by: 'platform', input: { until: expect.any(String) } }]);
    expect(Date.parse(told[0]?.input.until as string) - Date.now()).toBeGreaterThan(23 * 3_600_000);
  });

  it('are fifty in production, also if they come at once from everywhere', async () => {
    const { number, own } = await withPassword();
    await setParameter(api.owner, 'failedProofsOfNumber', 10_000);
    const [{ value } = { value: 0 }] = parameters.filter(({ code }) => code === 'failedProofsOfNumberMost') as { value: number }[];
    expect(value).toBe(50);
    await setParameter(api.owner, 'failedProofsOfNumberMost', value);
    const answers = await Promise.all(Array.from({ length: 80 }, () => guess(number)));
    await setParameter(api.owner, 'failedProofsOfNumber', 10);
    await setParameter(api.owner, 'failedProofsOfNumberMost', MOST);
    expect(answers.filter(({ problem }) => problem?.code === 'proof-refused')).toHaveLength(50);
    expect(answers.filter(({ problem }) => problem?.code === 'too-many-requests')).toHaveLength(30);
    expect(await lockouts(own)).toHaveLength(1);
  });

  it('stay counted when the owner logs in between: a right password takes nothing from the bound of all', async () => {
    const { number } = await withPassword();
    const home = at(anyAddress());
    for (let each = 0; each < 3; each++) {
      await guessEverywhere(number, 4);
      await working((headers) => guess(number, { ...home, ...headers }));
      expect((await working((headers) => right(number, { ...home, ...headers }))).status).toBe(201);
    }
    await guessEverywhere(number, 5);
    expect((await right(number)).problem?.code).toBe('too-many-requests');
  });

  it('are told to every account of the person, at most once a day', async () => {
    const login = await withPassword();
    await api.owner.query('update session set account = null where token_hash = $1', [tokenHash(login.token)]);
    const company = await register(api, login, 'company');
    for (let day = 0; day < 2; day++) {
      await guessEverywhere(login.number, MOST);
      expect((await right(login.number)).problem?.code).toBe('too-many-requests');
      // A company does not learn it.
      expect([await lockouts(login.own), await lockouts(company)]).toMatchObject([{ length: 1 }, { length: 0 }]);
      await later(24 * 60);
    }
  });

  it('meet the same limits at an unknown number, so it cannot be recognised', async () => {
    const [{ number: known }, unknown] = [await withPassword(), anyNumber()];
    const answers = [];
    for (const number of [known, unknown]) {
      const from = at(anyAddress());
      const seen: unknown[] = [];
      for (let each = 0; each < 6; each++) seen.push((await guess(number, from)).problem?.code);
      for (let each = 0; each < MOST - 5; each++) {
        const elsewhere = at(anyAddress());
        const { problem, bits } = await working((headers) => guess(number, { ...elsewhere, ...headers }));
        seen.push([problem?.code, bits]);
      }
      const { problem, headers } = await guess(number);
      seen.push(problem?.code, Object.keys(problem ?? {}), [...headers.keys()].toSorted());
      answers.push(seen);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]).toContainEqual(['proof-refused', 5]);
  });
});

describe('a known device', () => {
  it('has limits of its own: a pause after five failures, and after twenty it is a stranger', async () => {
    const { number, knownDevice } = await withPassword();
    const from = at(anyAddress(), { 'Known-Device': knownDevice as string });
    await fail(5, () => guess(number, from));
    expect((await right(number, from)).problem?.code).toBe('proof-of-work-needed');
    // What fails there does not slow down the owner elsewhere.
    expect((await right(number)).status).toBe(201);
    for (let each = 5; each < 20; each++)
      expect((await working((h) => guess(number, { ...from, ...h }))).problem?.code).toBe('proof-refused');
    await fail(5, () => guess(number, from));
    expect((await right(number, from)).problem?.code).toBe('proof-of-work-needed');
  });

  it('is known for its own person, while it is not revoked, and for half a year', async () => {
    const [mine, other] = [await withPassword(), await withPassword()];
    await fail(10, () => guess(mine.number));
    const needed = async (known: string | undefined) =>
      (await guess(mine.number, at(anyAddress(), { 'Known-Device': known as string }))).problem?.code;
    expect(await needed(other.knownDevice)).toBe('proof-of-work-needed');
    expect(await needed('x'.repeat(43))).toBe('proof-of-work-needed');
    expect(await needed(mine.token)).toBe('proof-of-work-needed');
    expect(await needed(mine.knownDevice)).toBe('proof-refused');
    await api.owner.query(`update device set authorised_at = authorised_at - interval '180 days' where id = $1`, [mine.session.device]);
    expect(await needed(mine.knownDevice)).toBe('proof-of-work-needed');
    await api.owner.query('update device set authorised_at = clock_timestamp() where id = $1', [mine.session.device]);
    expect(await needed(mine.knownDevice)).toBe('proof-refused');
    expect((await withToken(api, mine.token).remove(`/v1/auth/devices/${mine.session.device}`)).status).toBe(200);
    expect(await needed(mine.knownDevice)).toBe('proof-of-work-needed');
  });

  it('logs nobody in by its token', async () => {
    const { knownDevice } = await withPassword();
    expect((await withToken(api, knownDevice as string).get('/v1/auth/sessions')).problem?.code).toBe('unauthenticated');
    const kept = await api.rows<{ known_hash: string }>('select known_hash from device where known_hash is not null');
    expect(JSON.stringify(kept)).not.toContain(knownDevice);
  });
});

describe('an address that fails', () => {
  it('at many numbers needs work for any further one; it is never closed, and others are not affected', async () => {
    const { number, knownDevice } = await withPassword();
    const from = at(anyAddress());
    await fail(20, () => guess(anyNumber(), from));
    expect((await right(number, from)).problem).toMatchObject({ code: 'proof-of-work-needed', work: { bits: 4 } });
    expect((await right(number)).status).toBe(201);
    expect((await right(number, { ...from, 'Known-Device': knownDevice as string })).status).toBe(201);
    for (let each = 0; each < 20; each++) {
      const another = anyNumber();
      await working((headers) => guess(another, { ...from, ...headers }));
    }
    const { status, bits } = await working((headers) => right(number, { ...from, ...headers }));
    expect([status, bits]).toEqual([201, 6]);
  });

  it('with a hundred unknown devices and code requests costs nobody anything', async () => {
    const { number } = await withPassword();
    const from = at(anyAddress());
    const { body } = await api.as().post<{ challenge: string }>('/v1/auth/challenges', undefined, { headers: from });
    for (let each = 0; each < 100; each++) {
      const unknown =
        each % 2
          ? { request: randomUUID(), code: '000000' }
          : { device: randomUUID(), ...body, nonce: undefined, expiresAt: undefined, signature: 'AAAA' };
      expect((await send(unknown, from)).problem?.code).toBe('proof-refused');
    }
    expect(await api.rows(`select from failed_proof where at > clock_timestamp() - interval '1 hour' and kind = 'code'`)).toEqual([]);
    expect((await right(number, from)).status).toBe(201);
    expect((await send(await askCode(api, number), from)).status).toBe(201);
  });

  it('is a network of IPv6, and a wide network has a larger limit of its own', async () => {
    const [network, wide] = ['2001:db8:aa:1', '2001:db8:bb'];
    await fail(20, () => guess(anyNumber(), at(`${network}::${(hosts++).toString(16)}`)));
    expect((await guess(anyNumber(), at(`${network}:9::1`))).problem?.code).toBe('proof-of-work-needed');
    expect((await guess(anyNumber(), at('2001:db8:aa:2::1'))).problem?.code).toBe('proof-refused');
    await fail(30, () => guess(anyNumber(), at(`${wide}:${(hosts++).toString(16)}::1`)));
    expect((await guess(anyNumber(), at(`${wide}:ffff::1`))).problem?.code).toBe('proof-of-work-needed');
    expect((await guess(anyNumber(), at('2001:db8:cc:1::1'))).problem?.code).toBe('proof-refused');
  });

  it('cannot be another by a header: of X-Forwarded-For the last hop that is no proxy counts, of Forwarded and X-Real-IP nothing', async () => {
    const address = anyAddress();
    const statuses: (string | undefined)[] = [];
    for (let each = 0; each < 21; each++) {
      const claimed = `203.0.113.${each}`;
      const headers = {
        'X-Forwarded-For': `${claimed}, ${address}:${5_000 + each}, 127.0.0.1`,
        Forwarded: `for=${claimed}`,
        'X-Real-IP': claimed,
      };
      statuses.push((await guess(anyNumber(), headers)).problem?.code);
    }
    expect(statuses.at(-2)).toBe('proof-refused');
    expect(statuses.at(-1)).toBe('proof-of-work-needed');
  });
});

describe('wrong codes', () => {
  it('of strangers close nothing: the owner requests a code and enters, from any address, also from theirs', async () => {
    const { number, own } = await registered(api);
    const from = at(anyAddress());
    for (let each = 0; each < 3; each++) {
      const { request, code } = await askCode(api, number);
      await fail(5, () => send({ request, code: otherCode(code) }, from));
      expect((await send({ request, code }, from)).problem?.code).toBe('proof-refused');
    }
    expect((await send(await askCode(api, number), from)).status).toBe(201);
    expect((await logIn(api, await askCode(api, number))).status).toBe(201);
    expect(await lockouts(own)).toEqual([]);
  });

  it('cost their network work for further codes', async () => {
    const from = at(anyAddress());
    for (let each = 0; each < 4; each++) {
      const { request, code } = await askCode(api, anyNumber());
      await fail(5, () => send({ request, code: otherCode(code) }, from));
    }
    const ask = (headers: Record<string, string>) =>
      api.as().post('/v1/auth/codes', { number: anyNumber(), purpose: 'enter' }, { headers });
    expect((await ask(from)).problem?.code).toBe('proof-of-work-needed');
    expect((await ask(at(anyAddress()))).status).toBe(202);
  });
});

describe('wrong signatures', () => {
  it('close no device: nobody guesses one', async () => {
    const login = await registered(api);
    const key = newKey();
    const device = await authorise(api, login, key);
    const wrong = newKey();
    await fail(30, async () => logIn(api, { device, ...(await signed(api, wrong)) }));
    expect((await logIn(api, { device, ...(await signed(api, key)) })).status).toBe(201);
    expect(await lockouts(login.own)).toEqual([]);
  });
});

describe('failures', () => {
  it('are counted outside the lives: no event, and nothing about the person concerned', async () => {
    const { number, own } = await withPassword();
    const told = await toldOf(api, own);
    await fail(5, () => guess(number));
    expect(await toldOf(api, own)).toEqual(told);
    const address = anyAddress();
    await fail(1, () => guess(number, at(address)));
    const stored = JSON.stringify(await api.rows('select * from failed_proof'));
    expect(stored).not.toContain(number.slice(1));
    expect(stored).not.toContain(address);
  });

  it('are kept for the number of days in a parameter, and then deleted', async () => {
    const old = () => api.rows(`select from failed_proof where at < clock_timestamp() - interval '2 days'`);
    await api.owner.query(`delete from failed_proof where id not in (select id from failed_proof limit 50)`);
    await api.owner.query(`update failed_proof set at = at - interval '3 days'`);
    await setParameter(api.owner, 'authenticationRetentionDays', 4);
    await guess(anyNumber());
    expect(await old()).not.toEqual([]);
    await setParameter(api.owner, 'authenticationRetentionDays', 2);
    await guess(anyNumber());
    expect(await old()).toEqual([]);
  });
});
