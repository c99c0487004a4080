import { liftLimits } from '../../testing/people/limits.ts';
import type { Login } from '../../testing/people/logins.ts';
import { askCode, enter, logIn, otherCode, registered, toldOf, withToken } from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { sealedNumber } from '../../testing/people/sealed.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  await liftLimits(api.owner);
});
afterAll(() => api.close());

const GOOD = 'қызыл шатыр 47 тау';
const OTHER = 'ақ бұлт 12 өзен бойы';
const refused = { code: 'proof-refused', status: 401 };
const set = (login: Pick<Login, 'token'>, body: object, language = 'en') =>
  withToken(api, login.token).post<{ ended: number }>('/v1/auth/password', body, { language });
const withPassword = async () => {
  const login = await registered(api);
  expect((await set(login, { password: GOOD, ...(await askCode(api, login.number, 'confirm')) })).status).toBe(200);
  return login;
};

describe('a password (1.9)', () => {
  it('is set with a code to one’s own number, logs in with the number, and sends a notice', async () => {
    const { number, own } = await withPassword();
    expect((await toldOf(api, own)).at(-1)).toMatchObject({ type: 'passwordSet', by: 'platform', input: {} });
    const { status, body } = await logIn(api, { number, password: GOOD });
    expect([status, body.session?.account, body.session?.how]).toEqual([201, own, 'password']);
    // In any form of the number.
    expect((await logIn(api, { number: number.replace('+7', '8 '), password: GOOD })).status).toBe(201);
  });

  it('cannot be set without proof: neither with the session alone, nor with codes of another purpose or number', async () => {
    const login = await registered(api);
    const confirm = await askCode(api, login.number, 'confirm');
    const attempts = [
      { password: GOOD, ...(await askCode(api, login.number, 'enter')) },
      { password: GOOD, ...(await askCode(api, anyNumber(), 'confirm')) },
      { password: GOOD, request: confirm.request, code: otherCode(confirm.code) },
      { password: GOOD, present: 'whatever it is' },
    ];
    for (const body of attempts) expect((await set(login, body)).problem).toMatchObject(refused);
    expect((await set(login, { password: GOOD })).problem?.code).toBe('invalid-input');
    expect((await logIn(api, { number: login.number, password: GOOD })).problem).toMatchObject(refused);
    expect((await set(login, { password: GOOD, ...confirm })).status).toBe(200);
    expect((await set(login, { password: OTHER, ...confirm })).problem).toMatchObject(refused);
  });

  it('is changed with the current one; then the old one and all other sessions are invalid', async () => {
    const first = await withPassword();
    await setParameter(api.owner, 'keepOtherSessions', 1);
    const other = await enter(api, first.number);
    await setParameter(api.owner, 'keepOtherSessions', 0);
    expect((await set(first, { password: OTHER, present: 'not this one' })).problem).toMatchObject(refused);
    expect(await set(first, { password: OTHER, present: GOOD })).toMatchObject({ status: 200, body: { ended: 1 } });
    expect((await withToken(api, other.token).get('/v1/auth/sessions')).problem?.code).toBe('unauthenticated');
    expect((await withToken(api, first.token).get('/v1/auth/sessions')).status).toBe(200);
    expect((await logIn(api, { number: first.number, password: GOOD })).problem).toMatchObject(refused);
    expect((await logIn(api, { number: first.number, password: OTHER })).status).toBe(201);
  });

  it.each([
    ['short7!', 'at least 15 characters'],
    ['x'.repeat(50) + ' y'.repeat(50), 'at most 128 characters'],
    ['password123', 'Many people choose this password'],
    ['12345678', 'only a repetition or a sequence'],
  ])('%j is refused with the reason', async (password, reason) => {
    const login = await registered(api);
    const asked = await askCode(api, login.number, 'confirm');
    const { problem } = await set(login, { password, ...asked });
    expect(problem?.code).toBe('invalid-input');
    expect(problem?.errors?.map(({ path }) => path)).toContain('password');
    expect(problem?.errors?.map(({ message }) => message).join()).toContain(reason);
    // The code is still good.
    expect((await set(login, { password: GOOD, ...asked })).status).toBe(200);
  });

  it('that contains one’s number or the name of an account is refused, in the caller’s language', async () => {
    const login = await registered(api);
    const asked = await askCode(api, login.number, 'confirm');
    for (const [password, reason] of [
      [`my ${login.number.slice(2)} phone`, 'есть номер вашего телефона'],
      ['Серікова бағы 9', 'есть ваше имя'],
    ] as const)
      expect((await set(login, { password, ...asked }, 'ru')).problem?.errors?.[0]?.message).toContain(reason);
  });

  it('gets the same responses whether or not the number is known or has a password', async () => {
    const [{ number: own }, { number: without }] = [await withPassword(), await registered(api)];
    const answers = await Promise.all(
      [own, without, anyNumber()].map(async (number) => {
        const { status, problem, headers } = await logIn(api, { number, password: 'not this one' });
        return [status, problem, [...headers.keys()].toSorted()];
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is stored nowhere in plain', async () => {
    const { number } = await withPassword();
    const [row] = await api.rows<{ password: string }>('select password from person where number_hash = $1', sealedNumber('', number)[1]);
    expect(row?.password).toMatch(/^\$argon2id\$/);
    const [{ events = '' } = {}] = await api.rows<{ events: string }>(
      `select string_agg(input::text || coalesce(actor::text, ''), ' ') as events from event`,
    );
    for (const place of [events, api.logged()]) expect(place).not.toContain(GOOD);
  });

  it('changed during a login with the old one leaves no session of that login', async () => {
    const login = await withPassword();
    const logins = Array.from({ length: 8 }, () => logIn(api, { number: login.number, password: GOOD }));
    const changed = await set(login, { password: OTHER, ...(await askCode(api, login.number, 'confirm')) });
    const answers = await Promise.all(logins);
    if (changed.status !== 200) return;
    const open = await Promise.all(
      answers.filter(({ status }) => status === 201).map(({ body }) => withToken(api, body.token).get('/v1/auth/sessions')),
    );
    expect(open.map(({ status }) => status)).toEqual(open.map(() => 401));
  });
});
