import { randomUUID } from 'node:crypto';
import { commit } from '../../lives/commit.ts';
import { shiftClock } from '../../testing/engine/pass.ts';
import { join, joinCompany, registerUnderOffer } from '../../testing/people/accounts.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import type { Login } from '../../testing/people/logins.ts';
import { askCode, authorise, enter, logIn, newKey, register, registered, signed, toldOf, withToken } from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { does, settle } from '../../testing/people/registration.ts';
import { waitsForLock } from '../../testing/probes/locks.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { tokenHash } from '../session.ts';

const DAY = 86_400_000;

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  await liftLimits(api.owner);
});
afterAll(() => api.close());

interface Listed {
  items: { id: string; account: string | null; device: { id: string; name: string }; own: boolean; since: string; seenAt: string }[];
}
const sessionsOf = ({ token }: Pick<Login, 'token'>) => withToken(api, token).get<Listed>('/v1/auth/sessions');
const isIn = async (login: Pick<Login, 'token'>): Promise<boolean> => (await sessionsOf(login)).status === 200;
const lastOf = async (account: string) => (await toldOf(api, account)).at(-1);

describe('a first login', () => {
  it('with an unknown number creates the person, who registers an account with it', async () => {
    const number = anyNumber();
    const login = await enter(api, number, { deviceName: 'Samsung A54' });
    expect(login).toMatchObject({ person: { number }, accounts: [], session: { account: null } });
    expect((await withToken(api, login.token).get('/v1/tasks')).problem?.code).toBe('account-needed');
    const account = await register(api, login);
    expect((await sessionsOf(login)).body.items).toMatchObject([{ account, device: { name: 'Samsung A54' }, own: true }]);
  });

  it('by twelve concurrent requests with twelve codes creates one person', async () => {
    const number = anyNumber();
    const codes = [];
    for (let each = 0; each < 6; each++) codes.push(await askCode(api, number));
    const answers = await Promise.all(codes.map((code) => logIn(api, code)));
    expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.person.id)).size).toBe(1);
    // Each ended those before it.
    expect(await Promise.all(answers.map(({ body }) => isIn(body)))).toEqual(expect.arrayContaining([true]));
    expect((await Promise.all(answers.map(({ body }) => isIn(body)))).filter(Boolean)).toHaveLength(1);
  });
});

describe('a login', () => {
  it('is recorded in the account’s chain by the platform, with the actor as keyed hashes', async () => {
    const { number, own } = await registered(api);
    const login = await enter(api, number);
    expect(login.session.account).toBe(own);
    const told = await lastOf(own);
    expect(told).toMatchObject({
      type: 'loggedIn',
      by: 'platform',
      input: { how: 'code', isNew: true, ended: 1, device: login.session.device },
    });
    expect(told?.actor).toMatchObject({
      account: own,
      person: expect.stringMatching(/^[0-9a-f]{64}$/),
      session: expect.any(String),
      device: expect.any(String),
    });
    const text = JSON.stringify(told) + JSON.stringify(await api.rows('select key from event where life = $1', `account/${own}`));
    for (const secret of [login.token, tokenHash(login.token), login.session.id, number]) expect(text).not.toContain(secret);
    const notices = await api.rows('select from notice where life = $1 and template = $2', `account/${own}`, 'logged-in-anew');
    expect(notices.length).toBeGreaterThan(0);
  });

  it('always gives a new token, and no earlier token works (session fixation)', async () => {
    const { number, token } = await registered(api);
    const fixed = 'A'.repeat(43);
    for (const headers of [{ Authorization: `Bearer ${fixed}` }, { Cookie: `token=${fixed}; session=${fixed}` }]) {
      const reply = await api.as().post<Login>('/v1/auth/sessions', await askCode(api, number), { headers });
      expect(reply.status).toBe(201);
      expect(reply.body.token).toMatch(/^[\w-]{43}$/);
      expect([fixed, token]).not.toContain(reply.body.token);
      expect(reply.headers.get('set-cookie')).toBeNull();
      expect(reply.headers.get('cache-control')).toBe('no-store');
    }
    expect(await isIn({ token: fixed })).toBe(false);
  });

  it('accepts no token in the address or a cookie, only in Authorization', async () => {
    const { token } = await registered(api);
    for (const query of [`?token=${token}`, `?access_token=${token}`])
      expect((await api.as().get(`/v1/auth/sessions${query}`)).problem?.code).toBe('unauthenticated');
    const inCookie = await api
      .as()
      .get('/v1/auth/sessions', { headers: { Cookie: `token=${token}; session=${token}; authorization=Bearer ${token}` } });
    expect(inCookie.problem?.code).toBe('unauthenticated');
    expect(api.logged()).not.toContain(token);
  });

  it('from a new device ends the session of the old one (1.13)', async () => {
    const first = await registered(api);
    const second = await enter(api, first.number);
    expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
    expect((await sessionsOf(second)).body.items).toHaveLength(1);
  });

  it('keeps the other sessions if the operator decides so', async () => {
    await setParameter(api.owner, 'keepOtherSessions', 1);
    try {
      const first = await registered(api);
      const second = await enter(api, first.number);
      expect([await isIn(first), await isIn(second)]).toEqual([true, true]);
      expect((await sessionsOf(second)).body.items).toMatchObject([{ own: true }, { own: false }]);
      expect(await lastOf(first.own)).toMatchObject({ input: { ended: 0 } });
    } finally {
      await setParameter(api.owner, 'keepOtherSessions', 0);
    }
  });

  it('that cannot be recorded does not happen: session and event are written together', async () => {
    const { number, own } = await registered(api);
    const asked = await askCode(api, number);
    await api.owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`);
    await api.owner.query('create trigger refused before insert on session for each row execute function refuse()');
    const before = (await toldOf(api, own)).length;
    try {
      expect((await logIn(api, asked)).status).toBe(500);
    } finally {
      await api.owner.query('drop trigger refused on session; drop function refuse()');
    }
    expect(await toldOf(api, own)).toHaveLength(before);
    // And the code is not lost.
    expect((await logIn(api, asked)).status).toBe(201);
  });
});

describe('a login whose code another request used meanwhile', () => {
  it('is refused, and timers of the account that were due before it stay fired', async () => {
    const { person, account } = await settle(api);
    const life = `account/${account.id}`;
    const until = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);
    await does(api, person, account, 'declare-tax-status', { status: 'selfEmployed', evidence: 'Receipt 17', until });
    await shiftClock(api, life, 40 * DAY);
    const asked = await askCode(api, person.number as string);
    const client = await api.owner.connect();
    try {
      await client.query('begin');
      await client.query('select from life where id = $1 for update', [life]);
      // The code was right when it was checked; then the login waits for the life.
      const login = logIn(api, asked);
      await waitsForLock(api, '%from life where id = $1 for update%');
      await client.query('update code set used_at = clock_timestamp() where id = $1', [asked.request]);
      await client.query('commit');
      expect((await login).problem?.code).toBe('proof-refused');
    } finally {
      await client.query('rollback');
      client.release();
    }
    const [declared, ...due] = (await toldOf(api, account.id)).slice(-3);
    expect([declared?.type, ...due.map(({ by }) => by)]).toEqual(['declareTaxStatus', 'clock', 'clock']);
  });
});

describe('a person with several accounts', () => {
  const withCompany = async () => {
    const login = await registered(api);
    const again = await enter(api, login.number, { account: login.own });
    // A second account, registered by a session without an account.
    await api.owner.query('update session set account = null where token_hash = $1', [tokenHash(again.token)]);
    const company = await register(api, again, 'company');
    return { ...login, company };
  };

  it('chooses one at login, or afterwards', async () => {
    const { number, own, company } = await withCompany();
    expect((await enter(api, number, { account: company })).session.account).toBe(company);
    const login = await enter(api, number);
    expect(login.session.account).toBeNull();
    // A login is about the person: the account in the own name gets the event, and the company does not.
    expect(await lastOf(own)).toMatchObject({ type: 'loggedIn', input: { isNew: true } });
    expect(login.accounts.map(({ id, kind, member }) => ({ id, kind, member }))).toEqual([
      { id: own, kind: 'natural', member: ['owner'] },
      { id: company, kind: 'company', member: ['owner'] },
    ]);
    const { status, body } = await withToken(api, login.token).post<Login>(`/v1/auth/accounts/${company}`);
    expect([status, body.session.account, body.session.device]).toEqual([201, company, login.session.device]);
    expect([await isIn(login), await isIn(body)]).toEqual([false, true]);
    expect(await lastOf(own)).toMatchObject({ type: 'loggedIn', input: { isNew: false, how: 'code', ended: 1 } });

    const back = await withToken(api, body.token).post<Login>(`/v1/auth/accounts/${own}`);
    expect(back.body.session).toMatchObject({ account: own, expiresAt: body.session.expiresAt });
    expect((await toldOf(api, company)).map(({ type }) => type)).toEqual(['register']);
    const list = await withToken(api, back.body.token).get<{ items: { id: string; own: boolean }[] }>('/v1/auth/accounts');
    expect(list.body.items.map(({ id, own: present }) => [id, present])).toEqual([
      [own, true],
      [company, false],
    ]);
  });

  it('cannot choose an account of another person, in any way', async () => {
    const [mine, other] = [await registered(api), await registered(api)];
    expect((await withToken(api, mine.token).post(`/v1/auth/accounts/${other.own}`)).problem?.code).toBe('not-found');
    expect((await withToken(api, mine.token).post(`/v1/auth/accounts/${randomUUID()}`)).problem?.code).toBe('not-found');
    expect(await isIn(mine)).toBe(true);
  });

  it('can switch once with one token: of ten concurrent requests one wins', async () => {
    const { number, own } = await withCompany();
    const login = await enter(api, number);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => withToken(api, login.token).post<Login>(`/v1/auth/accounts/${own}`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await toldOf(api, own)).filter(({ type }) => type === 'loggedIn').length).toBeGreaterThan(0);
  });

  it('acts by default for the one account that they registered, and for none if there are several', async () => {
    const { number } = await withCompany();
    expect((await enter(api, number)).session.account).toBeNull();
    const [one, company] = [await registered(api), await registerUnderOffer(api, ['customer'], { kind: 'company' })];
    await join(api, company, { person: one.person.id, number: one.number }, ['manager']);
    // To join an account changes nothing: not for the running session, and not for later ones.
    expect((await withToken(api, one.token).get<{ id: string }>('/v1/accounts/me')).body.id).toBe(one.own);
    expect((await enter(api, one.number)).session.account).toBe(one.own);
    expect((await enter(api, one.number, { account: company.id })).session.account).toBe(company.id);
  });

  it('acts by default for none, if they joined the only one', async () => {
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const { number } = await joinCompany(api, company, ['manager']);
    expect((await enter(api, number)).session.account).toBeNull();
  });
});

describe('a session', () => {
  it('ended by its owner ends at once, also for a thief of its token', async () => {
    const login = await registered(api);
    const { status, body } = await withToken(api, login.token).remove(`/v1/auth/sessions/${login.session.id}`);
    expect([status, body]).toEqual([200, { ended: 1 }]);
    expect(await isIn(login)).toBe(false);
    expect((await withToken(api, login.token).get('/v1/accounts/me')).problem?.code).toBe('unauthenticated');
    expect((await withToken(api, login.token).post(`/v1/auth/accounts/${login.own}`)).problem?.code).toBe('unauthenticated');
    expect(await lastOf(login.own)).toMatchObject({ type: 'loggedOut', by: 'platform', input: { ended: 1 } });
  });

  it('can end all others with one request', async () => {
    await setParameter(api.owner, 'keepOtherSessions', 1);
    const first = await registered(api);
    const others = [await enter(api, first.number), await enter(api, first.number)];
    await setParameter(api.owner, 'keepOtherSessions', 0);
    const mine = withToken(api, first.token);
    expect((await mine.remove('/v1/auth/sessions')).body).toEqual({ ended: 2 });
    expect(await Promise.all([first, ...others].map(isIn))).toEqual([true, false, false]);
    expect(await lastOf(first.own)).toMatchObject({ type: 'loggedOut', input: { ended: 2 } });
    // The repeat ends nothing and records nothing.
    const told = (await toldOf(api, first.own)).length;
    expect((await mine.remove('/v1/auth/sessions')).body).toEqual({ ended: 0 });
    expect(await toldOf(api, first.own)).toHaveLength(told);
  });

  it('of another person can be neither seen nor ended', async () => {
    const [mine, other] = [await registered(api), await registered(api)];
    expect((await withToken(api, mine.token).remove(`/v1/auth/sessions/${other.session.id}`)).problem?.code).toBe('not-found');
    expect((await sessionsOf(mine)).body.items.map(({ id }) => id)).toEqual([mine.session.id]);
    expect(await isIn(other)).toBe(true);
  });

  it('ends after a long time without requests, and after its last day in any case', async () => {
    for (const column of ['idle_until', 'expires_at']) {
      const login = await registered(api);
      await api.owner.query(`update session set ${column} = clock_timestamp() where id = $1`, [login.session.id]);
      expect(await isIn(login)).toBe(false);
    }
    const login = await registered(api);
    const [row] = await api.rows<{ idle: string; longest: string }>(
      `select (idle_until - created_at)::text as idle, (expires_at - created_at)::text as longest from session where id = $1`,
      login.session.id,
    );
    expect(row).toEqual({ idle: '3 days', longest: '30 days' });
  });

  it('without an account can see and end itself, and nothing else', async () => {
    const login = await enter(api);
    expect(await isIn(login)).toBe(true);
    expect((await withToken(api, login.token).get('/v1/accounts/me')).problem?.code).toBe('account-needed');
    expect((await withToken(api, login.token).remove(`/v1/auth/sessions/${login.session.id}`)).status).toBe(200);
    expect(await isIn(login)).toBe(false);
  });

  it('ends with the membership in its account', async () => {
    const login = await registered(api);
    await api.owner.query('delete from membership where account = $1', [login.own]);
    expect(await isIn(login)).toBe(false);
  });

  it('without a token is refused everywhere', async () => {
    for (const path of ['/v1/auth/sessions', '/v1/auth/devices', '/v1/auth/accounts'])
      expect((await api.as().get(path)).problem?.code).toBe('unauthenticated');
    for (const path of ['/v1/auth/devices', '/v1/auth/password', `/v1/auth/accounts/${randomUUID()}`])
      expect((await api.as().post(path, {})).problem?.code).toBe('unauthenticated');
    for (const path of ['/v1/auth/sessions', `/v1/auth/sessions/${randomUUID()}`, `/v1/auth/devices/${randomUUID()}`])
      expect((await api.as().remove(path)).problem?.code).toBe('unauthenticated');
  });
});

describe('a closed account', () => {
  it('gets no event and no notice when its person logs in', async () => {
    const login = await registered(api);
    const close = { type: 'close', by: 'customer' as const, actor: { account: login.own }, input: { running: 0 } };
    expect(await commit(api.lives, { life: `account/${login.own}`, idempotencyKey: randomUUID(), ...close })).toMatchObject({
      outcome: 'done',
    });
    expect(await isIn(login)).toBe(false);
    const told = await toldOf(api, login.own);
    const again = await enter(api, login.number);
    expect(await isIn(again)).toBe(true);
    expect(await toldOf(api, login.own)).toEqual(told);
    expect(await api.rows('select from unexpected where life = $1', `account/${login.own}`)).toEqual([]);
  });
});

test('an authorised device logs in again and replaces its own session', async () => {
  const login = await registered(api);
  const key = newKey();
  const device = await authorise(api, login, key);
  const again = await logIn(api, { device, ...(await signed(api, key)) });
  expect(again.body.session).toMatchObject({ account: login.own, device, how: 'device' });
  expect([await isIn(login), await isIn(again.body)]).toEqual([false, true]);
  expect(await lastOf(login.own)).toMatchObject({ type: 'loggedIn', input: { isNew: false, how: 'device', ended: 1 } });
});
