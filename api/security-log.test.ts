/** The log can say who: every kind of security event is provoked here, over HTTP where there is a way, and no line of the run names anybody. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { changeNumber } from '../activities/change-number.ts';
import { anchorHeads } from '../anchors/anchor.ts';
import { signatureOf } from '../gateways/payments/signature.ts';
import { catchUp } from '../lives/commit.ts';
import type { SecurityEvent } from '../lives/security-log.ts';
import { SECURITY_EVENTS } from '../lives/security-log.ts';
import { performEffect } from '../testing/engine/effects.ts';
import { bundleForeign, callAsForeigner } from '../testing/engine/foreign-calls.ts';
import { shiftClock } from '../testing/engine/pass.ts';
import type { Registered } from '../testing/people/accounts.ts';
import { employ, openSessionFor, registerUnderOffer } from '../testing/people/accounts.ts';
import { liftLimits } from '../testing/people/limits.ts';
import type { Login } from '../testing/people/logins.ts';
import { askCode, authorise, logIn, newKey, otherCode, registered, signed, withToken } from '../testing/people/logins.ts';
import { anyNumber } from '../testing/people/people.ts';
import { decide, proposeTermination } from '../testing/people/proposals.ts';
import { done } from '../testing/people/registration.ts';
import { askToChangeNumber } from '../testing/people/reidentifications.ts';
import { setParameter } from '../testing/stand-ins/sms.ts';
import { openTestAnchors } from '../testing/worlds/anchors.ts';
import type { Api, Client, Person } from '../testing/worlds/api.ts';
import { openApi, posting } from '../testing/worlds/api.ts';
import { codeAt } from './auth/one-time-codes.ts';
import { makeEnrolment } from './auth/second-factor.ts';

const HOUR = 3_600_000;
const STEP = 30_000;
const UNKEYED = { key: null };
const PASSWORD = 'қызыл шатыр 47 тау';

interface Line extends Record<string, unknown> {
  level: number;
  security?: SecurityEvent;
  caller?: { account?: string; person: string; session: string };
}

let api: Api;
const provoked = new Set<SecurityEvent>();
/** Whatever no line may contain. */
const secrets = new Set<string>();
const secret = <Text extends string>(...texts: (Text | undefined)[]): void => {
  for (const text of texts) if (text) secrets.add(text);
};

beforeAll(async () => {
  api = await openApi({ sweeping: false });
  await liftLimits(api.owner, 'failedProofs');
});
afterAll(() => api.close());

const allLines = (): Line[] =>
  api
    .logged()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** The security events that the work wrote, in order. */
async function eventsOf(work: () => Promise<unknown>): Promise<(Line & { security: SecurityEvent })[]> {
  const before = allLines().length;
  await work();
  const lines = allLines()
    .slice(before)
    .filter((line): line is Line & { security: SecurityEvent } => line.security !== undefined);
  for (const { security } of lines) provoked.add(security);
  return lines;
}

/** The one event of this kind that the work wrote. */
async function eventOf(kind: SecurityEvent, work: () => Promise<unknown>): Promise<Line> {
  const found = (await eventsOf(work)).filter(({ security }) => security === kind);
  expect(found.map(({ security }) => security)).toEqual([kind]);
  return found[0] as Line;
}

async function user(): Promise<Registered> {
  const person = await registerUnderOffer(api, ['customer']);
  secret(person.number, person.name, person.email, person.token, person.identifier);
  return person;
}
const member = async (...roles: Parameters<typeof employ>[1]): Promise<Registered> => {
  const person = await employ(api, roles);
  secret(person.number, person.name, person.email, person.token);
  return person;
};
const codeTo = async (number: string, purpose?: Parameters<typeof askCode>[2]): Promise<{ request: string; code: string }> => {
  const asked = await askCode(api, number, purpose);
  secret(number, asked.code);
  return asked;
};
const HASH = expect.stringMatching(/^[0-9a-f]{16}$/);
const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe('logging in', () => {
  let login: Login & { number: string; own: string };
  beforeAll(async () => {
    login = await registered(api);
    secret(login.number, login.token, login.knownDevice);
  });

  it('is told with how, who and from where; and so is each failed proof, by the same name of the number', async () => {
    const { number, own } = login;
    const asked = await eventOf('code-asked', async () => codeTo(number));
    expect(asked).toMatchObject({ purpose: 'enter', about: HASH, from: HASH, network: '127.0.0.0/24', operation: 'askCode', door: 'both' });
    expect(asked).not.toHaveProperty('caller');

    const { request, code } = await codeTo(number);
    const wrong = await eventOf('proof-failed', () => logIn(api, { request, code: otherCode(code) }));
    expect(wrong).toMatchObject({ way: 'code', about: asked.about, refusal: 'proof-refused', level: 40 });
    const right = await eventOf('logged-in', async () => {
      const opened = done(await logIn(api, { request, code }));
      secret(opened.token, opened.knownDevice);
    });
    expect(right).toMatchObject({
      ...{ how: 'code', isNew: true, accounts: [own], device: HASH },
      caller: { account: own, person: HASH, session: HASH },
    });
    const guessed = await eventOf('proof-failed', () => logIn(api, { number, password: 'a guess of a stranger' }));
    expect(guessed).toMatchObject({ way: 'password', about: asked.about, person: right.caller?.person });
    const unknown = await eventOf('proof-failed', () => logIn(api, { number: anyNumber(), password: 'a guess of a stranger' }));
    expect(unknown).not.toHaveProperty('person');
    expect(unknown.about).not.toBe(asked.about);

    const key = newKey();
    const device = await signed(api, key);
    expect(await eventOf('proof-failed', () => logIn(api, { device: randomUUID(), ...device }))).toMatchObject({ way: 'device-key' });
    const link = () => api.as().post('/v1/email-refusals', { token: 'x'.repeat(43) }, UNKEYED);
    expect(await eventOf('proof-failed', link)).toMatchObject({ way: 'email-link' });
  });

  it('tells when tries are to wait or to work, and when the guesses of a day are used up', async () => {
    const { number, own } = await registered(api);
    secret(number);
    await setParameter(api.owner, 'failedProofs', 1);
    await setParameter(api.owner, 'failedProofsOfNumberMost', 1);
    const guess = () => logIn(api, { number, password: 'a guess of a stranger' });
    const [used] = (await eventsOf(guess)).filter(({ security }) => security === 'guesses-used-up');
    expect(used).toMatchObject({ way: 'password', accounts: [own], level: 40 });
    expect(await eventOf('limit-reached', guess)).toMatchObject({ refusal: 'too-many-requests', operation: 'logIn' });
    await liftLimits(api.owner);
  });

  it('tells of sessions that end, and of tokens that are none', async () => {
    const opened = await registered(api);
    secret(opened.number, opened.token);
    const client = withToken(api, opened.token);
    const ended = await eventOf('sessions-ended', () => client.remove(`/v1/auth/sessions/${opened.session.id}`, UNKEYED));
    expect(ended).toMatchObject({ ended: 1, caller: { account: opened.own } });
    expect(await eventOf('session-refused', () => client.get('/v1/tasks'))).toMatchObject({ token: 'not open' });
    expect(await eventOf('session-refused', () => api.as().get('/v1/tasks'))).toMatchObject({ token: 'none' });
  });

  it('tells of new keys, a new password, and a change of the number', async () => {
    const opened = await registered(api);
    const { number, token, own, session } = opened;
    secret(number, token, PASSWORD);
    const client = withToken(api, token);
    const caller = { account: own, person: HASH, session: HASH };
    expect(await eventOf('device-authorised', () => authorise(api, opened, newKey()))).toMatchObject({ caller });
    const other = newKey();
    const badly = { publicKey: other.publicKey, name: 'Phone', ...(await signed(api, other)), proof: await codeTo(number, 'device') };
    expect(await eventOf('proof-failed', () => client.post('/v1/auth/devices', badly, UNKEYED))).toMatchObject({
      way: 'device-key',
      caller,
    });
    const confirmation = await codeTo(number, 'confirm');
    expect(
      await eventOf('password-set', () => client.post('/v1/auth/password', { password: PASSWORD, ...confirmation }, UNKEYED)),
    ).toMatchObject({ caller });

    const next = anyNumber();
    const proof = { ...(await codeTo(next, 'reidentify')), number, proof: { password: PASSWORD } };
    expect(await eventOf('number-change-asked', () => api.as().post('/v1/reidentifications', proof, UNKEYED))).toMatchObject({
      ...{ proof: 'password', about: HASH },
    });
    const { items } = (await client.get<{ items: { id: string }[] }>('/v1/auth/reidentifications')).body;
    expect(
      await eventOf('number-change-objected', () => client.post(`/v1/auth/reidentifications/${items[0]?.id}/object`, undefined, UNKEYED)),
    ).toMatchObject({ caller });
    expect(await eventOf('device-revoked', () => client.remove(`/v1/auth/devices/${session.device}`, UNKEYED))).toMatchObject({ caller });

    const { life, holder, number: another } = await askToChangeNumber(api);
    secret(holder.number, another, holder.name, holder.email);
    await shiftClock(api, life, 25 * HOUR);
    await catchUp(api.lives, life);
    await api.owner.query(`update effect set open = false where life = $1 and kind <> 'changeNumber'`, [life]);
    const [effect] = await api.rows<{ id: string }>(
      `select life || '/' || seq || '/' || index as id from effect where life = $1 and kind = 'changeNumber'`,
      life,
    );
    const perform = () => performEffect(api.worker.lives, { changeNumber: changeNumber(api.worker.lives) }, effect?.id as string);
    expect(await eventOf('number-changed', perform)).toMatchObject({ subject: life, person: HASH });
  });
});

describe('a change of an account', () => {
  it('is told with who made it', async () => {
    const one = await user();
    expect(await eventOf('account-changed', () => api.as(one).patch('/v1/accounts/me', { language: 'ru' }))).toMatchObject({
      ...{ operation: 'changeOwnAccount', caller: { account: one.id } },
    });
    const report = () => api.as(one).post(`/v1/accounts/${one.id}/report-access`, { reasons: 'Сумма 99' });
    expect(await eventOf('access-reported', report)).toMatchObject({ caller: { account: one.id }, subject: `account/${one.id}` });
  });
});

describe('a request that is refused', () => {
  it('is told with who asked, for which operation, and what was answered', async () => {
    const [one, other] = [await user(), await user()];
    const caller = { account: one.id, person: HASH, session: HASH };
    const { id } = done(await api.as(other).post('/v1/tasks', posting({ match: 'choice' })));
    expect(await eventOf('not-shown', () => api.as(one).get(`/v1/accounts/${other.id}`))).toMatchObject({
      ...{ caller, operation: 'readAccount', subject: `account/${other.id}`, from: HASH, network: '127.0.0.0/24', requestId: UUID },
    });
    expect(
      await eventOf('denied', () => api.as(one).post(`/v1/accounts/${one.id}/suspend`, { ground: 'fraud', reasons: 'a reason' })),
    ).toMatchObject({
      ...{ caller, refusal: expect.any(String) },
    });
    expect(await eventOf('denied', () => api.as(one).get('/v1/operator/work'))).toMatchObject({ caller, refusal: 'wrong-party' });
    for (const body of ['{"title":', { ...posting(), [one.number]: one.email }])
      expect(await eventOf('input-refused', () => api.as(one).post('/v1/tasks', body))).toMatchObject({ caller, operation: 'postTask' });
    expect(await eventOf('wrong-door', () => api.as(one, 'staff').get('/v1/tasks'))).toMatchObject({ caller, door: 'staff' });
    await setParameter(api.owner, 'quotaTasks', 1);
    expect(await eventOf('quota-used', () => api.as(other).post('/v1/tasks', posting()))).toMatchObject({ quota: 'quotaTasks' });
    await setParameter(api.owner, 'quotaTasks', 1_000);
    // What the parties do in a deal is no matter of security, also if it is refused.
    expect(await eventsOf(() => api.as(other).post(`/v1/tasks/${id}/approve`, { submission: 1 }))).toEqual([]);
    // A path that does not exist may contain anything, and has no line but that of its request.
    expect(await eventsOf(() => api.as().get('/v1/nonsense'))).toEqual([]);
  });

  it('is told if it is a webhook that is forged or repeated', async () => {
    const body = JSON.stringify({ about: 'payment/none/1/0' });
    const send = (hookSecret: string, id: string) => {
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const signature = signatureOf(hookSecret, { id, timestamp, bytes: Buffer.from(body) });
      const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
      return api.as().post('/v1/hooks/payments/sandbox', body, { headers, key: null });
    };
    const [genuine = '', id] = [api.config.PAYMENTS_HOOK_SECRET, randomUUID()];
    secret(genuine, api.config.PAYMENTS_SECRET, ...api.config.AKJET_SECRET, ...api.config.SEALING_SECRETS);
    expect(await eventOf('webhook-forged', () => send(randomBytes(32).toString('hex'), randomUUID()))).toMatchObject({ from: HASH });
    expect(await eventsOf(() => send(genuine, id))).toEqual([]);
    expect(await eventOf('webhook-repeated', () => send(genuine, id))).toMatchObject({ message: id, provider: 'sandbox' });
  });
});

describe('the staff', () => {
  const say = (client: Client, path: string, body: object) => client.post<never>(`/v1/auth/second-factor${path}`, body, UNKEYED);
  const without = async (person: Registered): Promise<Person> => {
    const token = await openSessionFor(api.owner, person.person, person.id, { provedMinutesAgo: null });
    secret(token);
    return { ...person, token };
  };

  it('are told with each step of the second factor', async () => {
    const person = await member('finance');
    const client = api.as(await without(person));
    const caller = { account: person.id, person: HASH, session: HASH };
    expect(await eventOf('denied', () => client.get('/v1/operator/work'))).toMatchObject({ caller, refusal: 'second-factor-needed' });
    expect(await eventOf('proof-failed', () => say(client, '', { enrolment: 'a guess' }))).toMatchObject({ way: 'enrolment', caller });
    const { secret: enrolment } = await makeEnrolment(api.lives.database, person.person, 'a test');
    let key = '';
    await eventOf('second-factor-begun', async () => {
      ({ key } = done(await say(client, '', { enrolment })) as unknown as { key: string });
    });
    let recovery: string[] = [];
    const first = codeAt(key, Date.now() - STEP);
    expect(
      await eventOf('second-factor-set', async () => {
        ({ recoveryCodes: recovery } = done(await say(client, '/confirmation', { code: first })) as unknown as { recoveryCodes: string[] });
      }),
    ).toMatchObject({ caller, accounts: [person.id] });
    const code = codeAt(key);
    secret(enrolment, key, first, code, ...recovery);
    expect(await eventOf('second-factor-proved', () => say(client, '/proof', { code }))).toMatchObject({ caller, way: 'second-factor' });
    expect(await eventOf('proof-failed', () => say(client, '/proof', { code }))).toMatchObject({ caller, way: 'second-factor' });
    expect(await eventOf('second-factor-proved', () => say(client, '/proof', { recovery: recovery[0] }))).toMatchObject({
      way: 'recovery-code',
    });
    expect(await eventOf('proof-failed', () => say(client, '/proof', { recovery: recovery[0] }))).toMatchObject({ way: 'recovery-code' });
    await setParameter(api.owner, 'failedProofsOfNumberMost', 4);
    const told = await eventsOf(() => say(client, '/proof', { code }));
    expect(told.find(({ security }) => security === 'guesses-used-up')).toMatchObject({ way: 'second-factor', accounts: [person.id] });
    await setParameter(api.owner, 'failedProofsOfNumberMost', 10_000);
  });

  it('are told with what they read, do, propose and decide, and where a second person must', async () => {
    const [one, other, target] = [await member('administrator', 'moderator'), await member('administrator'), await user()];
    const caller = { account: one.id, person: HASH, session: HASH };
    const subject = `account/${target.id}`;
    expect(await eventOf('staff-read', () => api.as(one).get(`/v1/accounts/${target.id}`))).toMatchObject({
      caller,
      subject,
      reason: 'check',
    });
    const body = { ground: 'fraud', reasons: 'Сумма 99 тенге, Айгүл' };
    secret('Сумма 99');
    const propose = (): Promise<{ id: string }> => proposeTermination(api, one, target, body).then(done);
    let proposed = { id: '' };
    expect(
      await eventOf('proposal-made', async () => {
        proposed = await propose();
      }),
    ).toMatchObject({ caller, subject, operation: 'terminateAccount' });
    expect(await eventOf('second-person-refused', () => decide(api, one, proposed))).toMatchObject({
      caller,
      refusal: 'secondPersonDecides',
    });
    expect(await eventOf('proposal-refused', () => decide(api, other, proposed, 'Сумма 99 не та'))).toMatchObject({
      proposal: 'termination',
      subject,
    });
    proposed = await propose();
    expect(await eventOf('proposal-confirmed', () => decide(api, other, proposed))).toMatchObject({
      ...{ proposal: 'termination', subject, caller: { account: other.id } },
    });

    const stale = { ...one, token: await openSessionFor(api.owner, one.person, one.id, { provedMinutesAgo: 600 }) };
    secret(stale.token);
    const second = await user();
    const suspend = (by: Person) =>
      api.as(by).post(`/v1/accounts/${second.id}/suspend`, { ground: 'fraud', reasons: 'Сумма 99' }, { key: 'the-same-key' });
    expect(await eventOf('step-up-needed', () => suspend(stale))).toMatchObject({ caller: { account: one.id } });
    const acted = { caller, operation: 'suspendAccount', subject: `account/${second.id}` };
    expect(await eventOf('staff-acted', () => suspend(one))).toMatchObject(acted);
    expect(await eventOf('staff-acted', () => suspend(one))).toMatchObject({ ...acted, repeated: true });
  });
});

describe('the evidence', () => {
  it('is told to be damaged, contradicted, or touched from a foreign workflow', async () => {
    const customer = await user();
    const anchors = openTestAnchors(api);
    const { id } = done(await api.as(customer).post('/v1/tasks', posting()));
    const life = `task/${id}`;
    await anchors.anchor();
    const asOwner = async (sql: string): Promise<void> => {
      const client = await api.owner.connect();
      await client.query(`begin; set local session_replication_role = replica; ${sql}; commit`);
      client.release();
    };
    await asOwner(`update life set head = repeat('0', 64) where id = '${life}'`);
    expect(await eventOf('record-contradicted', () => anchorHeads(anchors.anchoring))).toMatchObject({ subject: life, level: 50 });
    anchors.remove();

    const { id: changed } = done(await api.as(customer).post('/v1/tasks', posting()));
    await asOwner(`update life set snapshot = jsonb_set(snapshot, '{context,seq}', '77') where id = 'task/${changed}'`);
    expect(await eventOf('record-damaged', () => api.as(customer).post(`/v1/tasks/${changed}/withdraw`))).toMatchObject({
      ...{ subject: `task/${changed}`, caller: { account: customer.id }, level: 50 },
    });

    const bundle = await bundleForeign();
    const call = () =>
      api.withWorker(() => callAsForeigner(api, bundle, `foreign/${randomUUID()}`, [['performBatch', [`task/${changed}/1/0`]]]));
    expect((await eventsOf(call)).find(({ security }) => security === 'foreign-call')).toMatchObject({
      ...{ subject: `task/${changed}`, calledBy: expect.stringMatching(/^foreign/) },
    });
  });

  it('includes that a process started with settings for development', () => {
    const weak = allLines().find(({ security }) => security === 'weak-settings');
    expect(weak).toMatchObject({ settings: expect.arrayContaining(['NODE_ENV', 'SMS_URL', 'PUBLIC_URL', 'STAFF_PORT']) });
    provoked.add('weak-settings');
  });
});

describe('the lines', () => {
  it('are of every kind of the catalogue, at its level', () => {
    expect([...provoked].toSorted()).toEqual(Object.keys(SECURITY_EVENTS).toSorted());
    const numbers = { info: 30, warn: 40, error: 50 };
    for (const { security, level } of allLines())
      if (security) expect([security, level]).toEqual([security, numbers[SECURITY_EVENTS[security].level]]);
  });

  it('name nobody: no number, name, address, identifier, token, code or password is in any line of the run', () => {
    const found = (): string[] => {
      const logged = api.logged();
      const isIn = (text: string): boolean =>
        /^\d{4,8}$/.test(text) ? new RegExp(`(?<![\\w.:-])${text}(?![\\w.-])`).test(logged) : logged.includes(text);
      return [...secrets].filter((text) => [text, text.replace(/^\+/, ''), encodeURIComponent(text)].some(isIn));
    };
    expect(secrets.size).toBeGreaterThan(60);
    expect(found()).toEqual([]);
    // Control: the search finds each kind of them.
    const samples = [...secrets].filter((text) => /^\+77|^\d{6}$|@|^\d{12}$|Айгүл|^[\w-]{43}$/.test(text));
    for (const text of samples) api.lives.log.info({ said: text }, 'a test');
    expect(found()).toEqual(samples);
    expect(samples.length).toBeGreaterThan(30);
  });
});

it('the table of docs/operating.md has a row for each kind, in its words', () => {
  const text = readFileSync('docs/operating.md', 'utf8');
  const rows = Object.entries(SECURITY_EVENTS).map(([kind, event]: [string, { means: string; alarm?: string }]) => {
    const alarm = event.alarm === undefined ? '' : event.alarm;
    return `| \`${kind}\` | ${event.means} | ${alarm} |`;
  });
  for (const row of rows) expect(text).toContain(row);
  expect(text.match(/^\| `[a-z-]+` \| .* \| (each|many|) \|$/gm)?.length).toBe(rows.length);
});
