import { randomUUID } from 'node:crypto';
import { liftLimits } from '../../testing/people/limits.ts';
import { askCode, authorise, enter, logIn, newKey, otherCode, registered, signed, toldOf, withToken } from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  await liftLimits(api.owner);
});
afterAll(() => api.close());

const refused = { code: 'proof-refused', status: 401 };
/** A person with an account and an authorised device. */
const withDevice = async (type: 'P-256' | 'Ed25519' = 'P-256') => {
  const login = await registered(api);
  const key = newKey(type);
  return { ...login, key, device: await authorise(api, login, key, 'My phone') };
};

describe('an authorised device (1.1)', () => {
  it.each([
    ['P-256', 'der'],
    ['P-256', 'ieee-p1363'],
    ['Ed25519', 'der'],
  ] as const)('with a key of %s logs in without a code (1.3), with signatures as %s', async (type, encoding) => {
    const { device, key, own, person } = await withDevice(type);
    const { status, body } = await logIn(api, { device, ...(await signed(api, key, 'enter', encoding)) });
    expect([status, body.session?.account, body.session?.how, body.person?.id]).toEqual([201, own, 'device', person.id]);
  });

  it('is listed with its name, and every account of its person gets a notice', async () => {
    const { token, device, own } = await withDevice();
    const { body } = await withToken(api, token).get<{ items: object[] }>('/v1/auth/devices');
    expect(body.items).toMatchObject([{ id: device, name: 'My phone', hasKey: true, own: true }]);
    const told = await toldOf(api, own);
    expect(told.at(-1)).toMatchObject({ type: 'deviceAuthorised', by: 'platform', input: { device } });
  });

  it('can sign each challenge once', async () => {
    const { device, key } = await withDevice();
    const proof = { device, ...(await signed(api, key)) };
    expect((await logIn(api, proof)).status).toBe(201);
    expect((await logIn(api, proof)).problem).toMatchObject(refused);
    const fresh = { device, ...(await signed(api, key)) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => logIn(api, fresh)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('must sign within two minutes', async () => {
    const { device, key } = await withDevice();
    const proof = await signed(api, key);
    const [row] = await api.rows<{ lasts: string }>(
      'select (expires_at - created_at)::text as lasts from challenge where id = $1',
      proof.challenge,
    );
    expect(row?.lasts).toBe('00:02:00');
    await api.owner.query('update challenge set expires_at = clock_timestamp() where id = $1', [proof.challenge]);
    expect((await logIn(api, { device, ...proof })).problem).toMatchObject(refused);
  });

  it('is refused with another key, purpose or challenge, or with a signature of nothing', async () => {
    const { device, key } = await withDevice();
    const good = await signed(api, key);
    const attempts = [
      { device, ...(await signed(api, newKey())) },
      { device, ...(await signed(api, newKey('Ed25519'))) },
      { device, ...(await signed(api, key, 'device')) },
      { device, ...(await signed(api, key, 'reidentify')) },
      { device: randomUUID(), ...(await signed(api, key)) },
      { device, challenge: randomUUID(), signature: good.signature },
      { device, challenge: (await signed(api, key)).challenge, signature: good.signature },
      ...['AAAA', 'MAA=', 'MAYCAQACAQA=', Buffer.alloc(64).toString('base64'), Buffer.alloc(72, 1).toString('base64')].map((signature) => ({
        device,
        challenge: good.challenge,
        signature,
      })),
    ];
    for (const each of attempts) expect((await logIn(api, each)).problem).toMatchObject(refused);
    // A device without a key cannot sign.
    const { session } = await enter(api);
    expect((await logIn(api, { device: session.device, ...(await signed(api, key)) })).problem).toMatchObject(refused);
  });

  it('gets the same response whether it exists or not', async () => {
    const { device } = await withDevice();
    const [known, unknown] = await Promise.all(
      [device, randomUUID()].map(async (id) => logIn(api, { device: id, ...(await signed(api, newKey())) })),
    );
    expect(known?.problem).toEqual(unknown?.problem);
  });

  it('cannot log in after it was revoked, and its sessions end at once', async () => {
    const { device, key, own, number } = await withDevice();
    const phone = (await logIn(api, { device, ...(await signed(api, key)) })).body;
    await setParameter(api.owner, 'keepOtherSessions', 1);
    const laptop = await enter(api, number);
    await setParameter(api.owner, 'keepOtherSessions', 0);
    const pending = { device, ...(await signed(api, key)) };
    const { status, body } = await withToken(api, laptop.token).remove(`/v1/auth/devices/${device}`);
    expect([status, body]).toEqual([200, { ended: 1 }]);
    expect((await withToken(api, phone.token).get('/v1/auth/sessions')).problem?.code).toBe('unauthenticated');
    expect((await withToken(api, laptop.token).get('/v1/auth/sessions')).status).toBe(200);
    expect((await logIn(api, pending)).problem).toMatchObject(refused);
    expect((await toldOf(api, own)).at(-1)).toMatchObject({ type: 'deviceRevoked', input: { device } });
    const list = await withToken(api, laptop.token).get<{ items: { id: string }[] }>('/v1/auth/devices');
    expect(list.body.items.map(({ id }) => id)).toEqual([laptop.session.device]);
    expect((await withToken(api, laptop.token).remove(`/v1/auth/devices/${device}`)).problem?.code).toBe('not-found');
  });

  it('revoked during twenty concurrent logins keeps no session', async () => {
    const { device, key, token } = await withDevice();
    const proofs = await Promise.all(Array.from({ length: 10 }, () => signed(api, key)));
    await Promise.all([
      ...proofs.map((proof) => logIn(api, { device, ...proof })),
      withToken(api, token).remove(`/v1/auth/devices/${device}`),
    ]);
    const [row] = await api.rows<{ revoked: boolean; open: number }>(
      `select revoked_at is not null as revoked, (select count(*)::int from session where device = device.id and session.device = device.id
         and ended_at is null) as open from device where id = $1`,
      device,
    );
    // A login may end the session of the revoking request first. Then nothing was revoked.
    if (row?.revoked) expect(row.open).toBe(0);
  });

  it('of another person can be neither seen nor revoked', async () => {
    const [mine, other] = [await withDevice(), await withDevice()];
    expect((await withToken(api, mine.token).remove(`/v1/auth/devices/${other.device}`)).problem?.code).toBe('not-found');
    expect((await logIn(api, { device: other.device, ...(await signed(api, other.key)) })).status).toBe(201);
    expect((await logIn(api, { device: other.device, ...(await signed(api, mine.key)) })).problem).toMatchObject(refused);
  });

  it('cannot log in to an account of another person', async () => {
    const [mine, other] = [await withDevice(), await registered(api)];
    expect((await logIn(api, { device: mine.device, ...(await signed(api, mine.key)), account: other.own })).problem?.code).toBe(
      'not-found',
    );
  });
});

describe('the authorisation of a device', () => {
  const bodyFor = async (number: string, key = newKey()) => ({
    ...{ publicKey: key.publicKey, name: 'Phone', ...(await signed(api, key, 'device')) },
    proof: await askCode(api, number, 'device'),
  });

  it('needs a code or the password in the same request: the token of a fresh session is not enough (ASVS 7.5.1)', async () => {
    const { token, session, own, number } = await registered(api);
    const told = (await toldOf(api, own)).length;
    const add = (body: object) => withToken(api, token).post('/v1/auth/devices', body);
    const { proof, ...stolen } = await bodyFor(number);
    expect((await add(stolen)).problem?.code).toBe('invalid-input');
    const elsewhere = anyNumber();
    for (const wrong of [
      await askCode(api, number, 'enter'),
      await askCode(api, number, 'confirm'),
      await askCode(api, number, 'email'),
      await askCode(api, elsewhere, 'device'),
      { ...proof, code: otherCode(proof.code) },
      { password: 'a guess of the thief' },
    ])
      expect([wrong, (await add({ ...(await bodyFor(elsewhere)), proof: wrong })).problem?.code]).toEqual([wrong, 'proof-refused']);
    expect((await toldOf(api, own)).slice(told)).toEqual([]);
    expect(session.how).toBe('code');

    // The same with a code of its own, also long after the login. The code is used up.
    await api.owner.query(`update session set proved_at = proved_at - interval '5 hours' where id = $1`, [session.id]);
    const good = await bodyFor(number);
    expect((await add(good)).status).toBe(201);
    expect((await add({ ...(await bodyFor(number)), proof: good.proof })).problem).toMatchObject(refused);
    expect((await toldOf(api, own)).slice(told).map(({ type }) => type)).toEqual(['deviceAuthorised']);
  });

  it('is also proved by the password', async () => {
    const login = await registered(api);
    const password = 'a lantern over the river';
    await withToken(api, login.token).post('/v1/auth/password', { password, ...(await askCode(api, login.number, 'confirm')) });
    const body = { ...(await bodyFor(login.number)), proof: { password } };
    expect((await withToken(api, login.token).post('/v1/auth/devices', body)).status).toBe(201);
  });

  it('with a key that somebody else added ends with a new password, unless it is kept on purpose', async () => {
    const password = 'a lantern over the river';
    await setParameter(api.owner, 'keepOtherSessions', 1);
    const thief = await withDevice();
    const owner = await enter(api, thief.number);
    await setParameter(api.owner, 'keepOtherSessions', 0);
    const own = newKey();
    await authorise(api, owner, own, 'My laptop');
    const set = async (more: object) =>
      withToken(api, owner.token).post<{ revoked: object[]; kept: object[] }>('/v1/auth/password', {
        ...{ password, ...(await askCode(api, thief.number, 'confirm')) },
        ...more,
      });
    const kept = await set({ keepDevices: true });
    expect(kept.body).toMatchObject({
      revoked: [],
      kept: [
        { name: 'My laptop', own: true },
        { name: 'My phone', own: false },
      ],
    });
    expect((await set({})).body).toMatchObject({
      revoked: [{ id: thief.device, name: 'My phone' }],
      kept: [{ id: owner.session.device, name: 'My laptop', own: true }],
    });
    expect((await logIn(api, { device: thief.device, ...(await signed(api, thief.key)) })).problem).toMatchObject(refused);
    expect((await logIn(api, { device: owner.session.device, ...(await signed(api, own)) })).status).toBe(201);
  });

  it('needs the key that signed', async () => {
    const { token, number } = await registered(api);
    const body = await bodyFor(number);
    for (const wrong of [
      { ...body, publicKey: newKey().publicKey },
      { ...(await bodyFor(number)), signature: Buffer.alloc(64, 2).toString('base64') },
    ])
      expect((await withToken(api, token).post('/v1/auth/devices', wrong)).problem).toMatchObject(refused);
    const key = newKey();
    const forLogin = {
      publicKey: key.publicKey,
      name: 'Phone',
      ...(await signed(api, key, 'enter')),
      proof: await askCode(api, number, 'device'),
    };
    expect((await withToken(api, token).post('/v1/auth/devices', forLogin)).problem).toMatchObject(refused);
  });

  it.each([
    [
      'of RSA',
      'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCqGKukO1De7zhZj6+H0qtjTkVxwTCpvKe4eCZ0FPqri0cb2JZfXJ/DgYSF6vUpwmJG8wVQZKjeGcjDOL5UlsuusFncCzWBQ7RKNUSesmQRMSGkVb1/3j+skZ6UtW+5u09lHNsj6tQ51s1SPrCBkedbNf0Tp0GbMJDyR4e9T04ZZwIDAQAB',
    ],
    ['of nothing', 'AAAA'],
    ['of another curve', 'MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAEdrLXk3Kx'],
  ])('refuses a key %s', async (_, publicKey) => {
    const { token, number } = await registered(api);
    const { problem } = await withToken(api, token).post('/v1/auth/devices', { ...(await bodyFor(number)), publicKey });
    expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ path: 'publicKey' }] });
  });
});
