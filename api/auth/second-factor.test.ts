import type { Registered } from '../../testing/people/accounts.ts';
import { employ, openSessionFor, registerUnderOffer } from '../../testing/people/accounts.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import type { Login } from '../../testing/people/logins.ts';
import { askCode, toldOf, withToken } from '../../testing/people/logins.ts';
import { done } from '../../testing/people/registration.ts';
import { sealedNumber } from '../../testing/people/sealed.ts';
import { STEP, setUpSecondFactor } from '../../testing/people/second-factors.ts';
import { working } from '../../testing/people/work.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Client, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { codeAt } from './one-time-codes.ts';
import { makeEnrolment } from './second-factor.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await liftLimits(api.owner, 'failedProofs');
});
afterAll(() => api.close());

const UNKEYED = { key: null };
const say = (client: Client, path: string, body: object) => client.post<never>(`/v1/auth/second-factor${path}`, body, UNKEYED);
const without = async (person: Registered): Promise<Person> => ({
  ...person,
  token: await openSessionFor(api.owner, person.person, person.id, { provedMinutesAgo: null }),
});

const setUp = (person: Registered, client: Client) => setUpSecondFactor(api, person, client);

describe('a session of the staff without a second factor', () => {
  it('can do nothing but set it up, prove it and end', async () => {
    const person = await employ(api, ['support']);
    const bare = await without(person);
    for (const path of ['/v1/operator/work', '/v1/accounts/me', '/v1/tasks', `/v1/accounts/${person.id}`, '/v1/auth/devices'])
      expect((await api.as(bare).get(path)).problem).toMatchObject({
        code: 'second-factor-needed',
        next: { method: 'POST', href: '/v1/auth/second-factor/proof' },
      });
    expect((await api.as(bare).post('/v1/auth/password', { password: 'a long password', present: 'x' }, UNKEYED)).problem?.code).toBe(
      'second-factor-needed',
    );
    // Without the one-time secret the first factor alone would be enough.
    for (const body of [
      { enrolment: 'guess' },
      { enrolment: (await makeEnrolment(api.lives.database, (await employ(api, ['support'])).person, 'a test')).secret },
    ])
      expect((await say(api.as(bare), '', body)).problem?.code).toBe('proof-refused');
    const { secret: replaced } = await makeEnrolment(api.lives.database, person.person, 'a test');
    await makeEnrolment(api.lives.database, person.person, 'a test');
    expect((await say(api.as(bare), '', { enrolment: replaced })).problem?.code).toBe('proof-refused');
    await setUp(person, api.as(bare));
    expect((await api.as(bare).get('/v1/operator/work')).status).toBe(200);
    expect((await toldOf(api, person.id)).map(({ type }) => type)).toContain('secondFactorSet');
    const { items } = (await api.as(await without(person)).get<{ items: { id: string; own: boolean }[] }>('/v1/auth/sessions')).body;
    expect(items.length).toBeGreaterThan(0);
  });

  it('is what a login opens, and what a user’s session becomes that turns to the staff account', async () => {
    const user = await registerUnderOffer(api, ['customer']);
    const staff = await employ(api, ['finance'], user);
    const { token } = done(
      await api.as().post<Login>('/v1/auth/sessions', { ...(await askCode(api, user.number)), account: user.id }, UNKEYED),
    );
    expect((await withToken(api, token).get('/v1/accounts/me')).status).toBe(200);
    const turned = done(await withToken(api, token).post<Login>(`/v1/auth/accounts/${staff.id}`, undefined, UNKEYED));
    expect((await withToken(api, turned.token).get('/v1/operator/work')).problem?.code).toBe('second-factor-needed');
    const login = done(
      await api.as().post<Login>('/v1/auth/sessions', { ...(await askCode(api, user.number)), account: staff.id }, UNKEYED),
    );
    expect((await withToken(api, login.token).get('/v1/operator/work')).problem?.code).toBe('second-factor-needed');
  });
});

describe('a code of the second factor', () => {
  it('counts once, also for concurrent requests, and within one step of drift', async () => {
    const person = await employ(api, ['support']);
    const { key } = await setUp(person, api.as(await without(person)));
    const wrong = codeAt(key, Date.now() + 100 * STEP);
    expect((await say(api.as(await without(person)), '/proof', { code: wrong })).problem?.code).toBe('proof-refused');
    // The code that confirmed it is used up.
    expect((await say(api.as(await without(person)), '/proof', { code: codeAt(key, Date.now() - STEP) })).problem?.code).toBe(
      'proof-refused',
    );
    const sessions = await Promise.all([1, 2, 3, 4, 5].map(() => without(person)));
    const code = codeAt(key, Date.now() + STEP);
    const replies = await Promise.all(sessions.map((each) => say(api.as(each), '/proof', { code })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const inside = await Promise.all(sessions.map(async (each) => (await api.as(each).get('/v1/operator/work')).status));
    expect(inside.filter((status) => status === 200)).toHaveLength(1);
    // Earlier codes are used up with it.
    expect((await say(api.as(await without(person)), '/proof', { code: codeAt(key) })).problem?.code).toBe('proof-refused');
  });

  it('cannot be guessed: each try costs more, at last only a known device may try, and the person is told', async () => {
    const person = await employ(api, ['support']);
    const bare = await without(person);
    const { key } = await setUp(person, api.as(bare));
    const prove = (at: number, headers: Record<string, string> = {}, client = api.as(bare)) =>
      client.post<never>('/v1/auth/second-factor/proof', { code: codeAt(key, Date.now() + at * STEP) }, { ...UNKEYED, headers });
    const guess = (index: number, headers?: Record<string, string>) => prove(50 + index, headers);
    const told = async () => (await toldOf(api, person.id)).map(({ type }) => type);
    await setParameter(api.owner, 'failedProofsOfNumberMost', 6);
    try {
      for (let index = 0; index < 5; index++) expect((await guess(index)).problem?.code).toBe('proof-refused');
      expect((await guess(5)).problem?.code).toBe('proof-of-work-needed');
      expect(await told()).not.toContain('secondFactorGuessed');
      expect((await working((headers) => guess(5, headers))).problem?.code).toBe('proof-refused');
      expect(await told()).toContain('secondFactorGuessed');
      expect(await told()).not.toContain('lockedOut');
      // Nor does the right one count any more, but on a device that this person has used.
      expect((await prove(1)).problem?.code).toBe('too-many-requests');
      const { token, knownDevice = '' } = done(
        await api.as().post<Login>('/v1/auth/sessions', { ...(await askCode(api, person.number)), account: person.id }, UNKEYED),
      );
      expect(done(await prove(1, { 'Known-Device': knownDevice }, withToken(api, token)))).toEqual({ factor: 'fresh' });
    } finally {
      await setParameter(api.owner, 'failedProofsOfNumberMost', 10_000);
    }
  });

  it('is replaced once by each recovery code', async () => {
    const person = await employ(api, ['support']);
    const { recoveryCodes } = await setUp(person, api.as(await without(person)));
    const [recovery] = recoveryCodes as [string];
    const bare = await without(person);
    expect(done(await say(api.as(bare), '/proof', { recovery: recovery.toUpperCase() }))).toEqual({ factor: 'fresh' });
    expect((await api.as(bare).get('/v1/operator/work')).status).toBe(200);
    expect((await say(api.as(await without(person)), '/proof', { recovery })).problem?.code).toBe('proof-refused');
  });

  it('is of a new factor after one was set up anew: the earlier one no longer counts, and each one-time secret works once', async () => {
    const person = await employ(api, ['support']);
    const bare = api.as(await without(person));
    const { secret } = await makeEnrolment(api.lives.database, person.person, 'a test');
    const { key } = done(await say(bare, '', { enrolment: secret })) as unknown as { key: string };
    done(await say(bare, '/confirmation', { code: codeAt(key) }));
    expect((await say(bare, '', { enrolment: secret })).problem?.code).toBe('proof-refused');
    await setUp(person, bare);
    expect((await say(api.as(await without(person)), '/proof', { code: codeAt(key, Date.now() + STEP) })).problem?.code).toBe(
      'proof-refused',
    );
    const stored = await api.rows<{ secret: Buffer }>('select secret from second_factor');
    for (const { secret: sealed } of stored) expect(sealed.toString('utf8')).not.toContain(key);
  });
});

describe('a command about money, identity, sanctions or authority', () => {
  it('needs a fresh second factor, and the proof makes it fresh again', async () => {
    const [person, user] = await Promise.all([employ(api, ['moderator']), registerUnderOffer(api, ['contractor'])]);
    const { key } = await setUp(person, api.as(await without(person)));
    const old = { ...person, token: await openSessionFor(api.owner, person.person, person.id, { provedMinutesAgo: 16 }) };
    const suspend = () => api.as(old).post(`/v1/accounts/${user.id}/suspend`, { ground: 'complaints', reasons: 'Many' });
    expect((await suspend()).problem).toMatchObject({
      code: 'step-up-needed',
      next: { method: 'POST', href: '/v1/auth/second-factor/proof' },
    });
    expect((await api.as(old).get('/v1/operator/work')).status).toBe(200);
    done(await say(api.as(old), '/proof', { code: codeAt(key) }));
    expect((await suspend()).status).toBe(200);
  });
});

describe('the doors', () => {
  it('serve staff and users apart: routes, sessions and logins', async () => {
    const user = await registerUnderOffer(api, ['customer']);
    const staff = await employ(api, ['finance', 'support'], user);
    const code = (reply: { status: number; problem: { code: string } | undefined }) => reply.problem?.code ?? reply.status;
    expect(code(await api.as(staff, 'public').get('/v1/operator/work'))).toBe('not-found');
    expect(code(await api.as(staff, 'public').get(`/v1/accounts/${user.id}`))).toBe('wrong-door');
    expect(code(await api.as(staff, 'staff').get(`/v1/accounts/${user.id}`))).toBe(200);
    expect(code(await api.as(user, 'staff').get(`/v1/accounts/${user.id}`))).toBe('wrong-door');
    expect(code(await api.as(undefined, 'public').get('/metrics'))).toBe('not-found');
    expect(code(await api.as(undefined, 'staff').get('/metrics'))).toBe(200);
    for (const path of ['/METRICS', '/metrics/', '/V1/offer', '/v1/offer/'])
      for (const door of ['public', 'staff', 'both'] as const) expect(code(await api.as(undefined, door).get(path))).toBe('not-found');

    const enter = async (door: 'public' | 'staff', more: object = {}) =>
      api.as(undefined, door).post<Login>('/v1/auth/sessions', { ...(await askCode(api, user.number)), ...more }, UNKEYED);
    expect(done(await enter('public')).session.account).toBe(user.id);
    expect(done(await enter('staff')).session.account).toBe(staff.id);
    expect(code(await enter('public', { account: staff.id }))).toBe('not-found');
    const token = await openSessionFor(api.owner, user.person, user.id);
    expect(code(await api.as({ token } as Person, 'public').post(`/v1/auth/accounts/${staff.id}`, undefined, UNKEYED))).toBe('not-found');
    // Nobody registers at the door of the staff, and no person comes into being there.
    const stranger = await askCode(api, '+77019998877');
    expect(code(await api.as(undefined, 'staff').post('/v1/auth/sessions', stranger, UNKEYED))).toBe('wrong-door');
    expect(await api.rows('select from person where number_hash = $1', sealedNumber('', '+77019998877')[1])).toEqual([]);
  });
});
