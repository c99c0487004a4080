import { randomUUID } from 'node:crypto';
import { pass } from '../../testing/engine/pass.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import { askCode, authorise, enter, logIn, newKey, otherCode, registered, signed, withToken } from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { textsOf } from '../../testing/people/sealed.ts';
import { working } from '../../testing/people/work.ts';
import { setParameter, textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  await liftLimits(api.owner, 'failedProofs');
  await setParameter(api.owner, 'workLeastBits', 4);
});
afterAll(() => api.close());

const GOOD = 'қызыл шатыр 47 тау';
const refused = { code: 'proof-refused', status: 401 };
/** Asks, and does the work if it is asked for: a request with documents always needs it. */
const ask = (body: object) => working((headers) => api.as().post<{ message: string }>('/v1/reidentifications', body, { headers }));
/** The requests about an account's person, as they are recorded. */
const asks = (account: string): Promise<{ life: string; by: string; input: Record<string, unknown>; actor: object }[]> =>
  api.rows(
    `select life, by, input, actor from event where type = 'ask' and life in
       (select life from reidentification join membership using (person) where account = $1)`,
    account,
  );
const isPaused = async (account: string) =>
  (await api.rows<{ paused: boolean }>('select paused from account where id = $1', account))[0]?.paused;

const someone = async () => {
  const login = await registered(api);
  const body = { password: GOOD, ...(await askCode(api, login.number, 'confirm')) };
  expect((await withToken(api, login.token).post('/v1/auth/password', body)).status).toBe(200);
  return login;
};

describe('a new number (1.2)', () => {
  it('can be requested with a code to it and the password: the account gets an event and pauses', async () => {
    const { number, own, person } = await someone();
    const fresh = anyNumber();
    const code = await askCode(api, fresh, 'reidentify');
    expect((await ask({ number, ...code, proof: { password: GOOD } })).status).toBe(202);
    expect(await asks(own)).toMatchObject([{ by: 'platform', input: { person: person.id, proof: 'password', terms: expect.any(Object) } }]);
    expect(await isPaused(own)).toBe(true);
    // The number is in a row that can be erased, not in the chain.
    const [told] = await asks(own);
    expect(JSON.stringify(told)).not.toContain(fresh);
    const { text = '' } = (told?.input.number ?? {}) as { text?: string };
    expect(await textsOf(api.owner, told?.life ?? '')).toContainEqual({ id: text, body: { number: fresh } });
    // The code is used up, and the request is not made twice.
    expect((await ask({ number, ...code, proof: { password: GOOD } })).problem).toMatchObject(refused);
    const again = await ask({ number, ...(await askCode(api, fresh, 'reidentify')), proof: { password: GOOD } });
    expect(again.problem?.code).toBe('not-in-this-state');
    expect(await api.rows('select from unexpected where life = $1', `account/${own}`)).toEqual([]);
  });

  it('can be requested with a device', async () => {
    const login = await registered(api);
    const key = newKey();
    const device = await authorise(api, login, key);
    const code = await askCode(api, anyNumber(), 'reidentify');
    const forLogin = { device, ...(await signed(api, key, 'enter')) };
    expect((await ask({ number: login.number, ...code, proof: forLogin })).problem).toMatchObject(refused);
    const proof = { device, ...(await signed(api, key, 'reidentify')) };
    expect((await ask({ number: login.number, ...code, proof })).status).toBe(202);
    expect(await asks(login.own)).toMatchObject([{ input: { proof: 'device' } }]);
  });

  it('can be requested with documents, sealed, for the operator to check', async () => {
    const { number, own } = await registered(api);
    const documents = 'Удостоверение личности, фото';
    expect((await ask({ number, ...(await askCode(api, anyNumber(), 'reidentify')), proof: { documents } })).status).toBe(202);
    const [told] = await asks(own);
    expect(told).toMatchObject({ input: { proof: 'documents', evidence: { text: expect.any(String) } } });
    // No person is proved yet, and the chain does not claim it.
    expect(Object.keys(told?.actor ?? {})).toEqual(['note']);
    expect(JSON.stringify(told)).not.toContain(documents);
  });

  it('cannot be requested without proof of the number and of the person', async () => {
    const [{ number, own }, other] = [await someone(), await someone()];
    const code = await askCode(api, anyNumber(), 'reidentify');
    const key = newKey();
    const device = await authorise(api, other, key);
    const attempts = [
      { number, request: code.request, code: otherCode(code.code), proof: { password: GOOD } },
      { number, request: randomUUID(), code: code.code, proof: { password: GOOD } },
      { number, ...(await askCode(api, anyNumber(), 'enter')), proof: { password: GOOD } },
      { number, ...code, proof: { password: 'not this one' } },
      { number, ...code, proof: { password: 'nor this one' } },
      { number: anyNumber(), ...code, proof: { password: GOOD } },
      // The device of another person.
      { number, ...code, proof: { device, ...(await signed(api, key, 'reidentify')) } },
    ];
    for (const body of attempts) expect((await ask(body)).problem).toMatchObject(refused);
    expect(await asks(own)).toEqual([]);
    expect(await asks(other.own)).toEqual([]);
    expect((await ask({ number, ...code, account: other.own, proof: { password: GOOD } })).problem?.code).toBe('invalid-input');
    // Each try was one of the code's five.
    expect((await ask({ number, ...code, proof: { password: GOOD } })).problem).toMatchObject(refused);
  });

  it('has the same limits of failures as the login', async () => {
    const { number } = await someone();
    const wrong = { password: 'not this one' };
    const own = async () => ({ number, ...(await askCode(api, anyNumber(), 'reidentify')) });
    for (let each = 0; each < 2; each++) {
      expect((await ask({ ...(await own()), proof: wrong })).problem).toMatchObject(refused);
      expect((await logIn(api, { number, ...wrong })).problem).toMatchObject(refused);
    }
    expect((await logIn(api, { number, ...wrong })).problem).toMatchObject(refused);
    expect((await logIn(api, { number, ...wrong })).problem?.code).toBe('proof-of-work-needed');
    const asked = { ...(await own()), proof: { password: GOOD } };
    expect((await api.as().post('/v1/reidentifications', asked)).problem?.code).toBe('proof-of-work-needed');
    expect((await ask(asked)).status).toBe(202);
  });

  it('by documents always needs work, and a number is told of one a day, whoever asks: strangers cannot fill its phone or the work list', async () => {
    await setParameter(api.owner, 'documentRequestsPerNumber', 1);
    await setParameter(api.owner, 'documentRequestsPerAddress', 3);
    await api.owner.query('delete from failed_proof');
    try {
      const [{ number, own }, unknown] = [await registered(api), anyNumber()];
      const from = async (old: string) => ({
        number: old,
        ...(await askCode(api, anyNumber(), 'reidentify')),
        proof: { documents: 'A passport' },
      });
      const seen = [];
      for (const old of [number, unknown]) {
        const first = await from(old);
        expect((await api.as().post('/v1/reidentifications', first)).problem?.code).toBe('proof-of-work-needed');
        seen.push([(await ask(first)).status, (await ask(await from(old))).problem?.code]);
      }
      expect(seen).toEqual([
        [202, 'too-many-requests'],
        [202, 'too-many-requests'],
      ]);
      expect(await asks(own)).toHaveLength(1);
      expect((await ask(await from(anyNumber()))).status).toBe(202);
      // The address has asked for three numbers.
      expect((await ask(await from(anyNumber()))).problem?.code).toBe('too-many-requests');
    } finally {
      await setParameter(api.owner, 'documentRequestsPerNumber', 10_000);
      await setParameter(api.owner, 'documentRequestsPerAddress', 10_000);
    }
  });

  it('gets the same response if the old number is unknown', async () => {
    const { number } = await registered(api);
    const answers = [];
    for (const each of [number, anyNumber(), number]) {
      const { status, body } = await ask({
        number: each,
        ...(await askCode(api, anyNumber(), 'reidentify')),
        proof: { documents: 'A passport' },
      });
      answers.push([status, body]);
    }
    expect(answers[1]).toEqual(answers[0]);
    // Also if one is already running.
    expect(answers[2]).toEqual(answers[0]);
    expect(await api.rows('select from unexpected')).toEqual([]);
  });

  it('must differ from the old one', async () => {
    const { number } = await someone();
    const { problem } = await ask({ number, ...(await askCode(api, number, 'reidentify')), proof: { password: GOOD } });
    expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ path: 'number' }] });
  });

  it('becomes the authorised number after the waiting time: it logs in, and the old one and its sessions do not', async () => {
    await api.withWorker(async () => {
      const { number, own, token } = await someone();
      const fresh = anyNumber();
      // A login with the new number before does not block the change.
      expect((await enter(api, fresh)).accounts).toEqual([]);
      expect((await ask({ number, ...(await askCode(api, fresh, 'reidentify')), proof: { password: GOOD } })).status).toBe(202);
      const [{ life = '' } = {}] = await asks(own);
      const stateOf = async () => (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
      await until(async () => (await stateOf()) === 'coolingOff', 'the waiting time');
      await until(async () => (await textsTo(number)).some(({ id }) => id.startsWith(life)), 'what the old number is told');
      const [terms] = await api.rows<{ hours: number }>(
        `select value::int as hours from parameter where code = 'reidentificationCoolingOffHours'`,
      );
      await pass(api, life, ((terms?.hours ?? 0) + 1) * 3_600_000);
      await until(async () => (await stateOf()) === 'done', 'the change');
      await until(async () => (await isPaused(own)) === false, 'the end of the pause');

      expect((await withToken(api, token).get('/v1/auth/sessions')).problem?.code).toBe('unauthenticated');
      expect((await enter(api, fresh)).session.account).toBe(own);
      // Who holds the old number may know the password too.
      expect((await logIn(api, { number: fresh, password: GOOD })).problem).toMatchObject(refused);
      expect((await logIn(api, { number, password: GOOD })).problem).toMatchObject(refused);
      expect((await enter(api, number)).accounts).toEqual([]);
    });
  });
});
