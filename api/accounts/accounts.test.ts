import { randomUUID } from 'node:crypto';
import { todayInAlmaty } from '../../models/today.ts';
import { owe } from '../../testing/lives/debts.ts';
import { join, openSessionFor } from '../../testing/people/accounts.ts';
import { asksToClose, closes } from '../../testing/people/closing.ts';
import { anyIdentifier, identifierFrom } from '../../testing/people/identifiers.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import { askCode, otherCode } from '../../testing/people/logins.ts';
import { anyNumber, createNewcomer } from '../../testing/people/people.ts';
import { terminates } from '../../testing/people/proposals.ts';
import type { Account } from '../../testing/people/registration.ts';
import {
  accepts,
  command,
  confirmsEmail,
  consentOf,
  does,
  done,
  read,
  register,
  registration,
  settle,
} from '../../testing/people/registration.ts';
import { sealedNumber, textsOf } from '../../testing/people/sealed.ts';
import { tablesWith } from '../../testing/probes/plain-values.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { setParameter, textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, ProblemBody, Reply } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import { tokenHash } from '../session.ts';

let api: Api;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  staff = await api.join(['operator']);
  await liftLimits(api.owner);
});
afterAll(() => api.close());

/** A code for a change of the email. */
const proofOf = ({ number }: Person) => askCode(api, number, 'email');
const attempt = async (given: object, wish?: { key: string }, person?: Person): Promise<Reply<Account>> => {
  const who = person ?? (await createNewcomer(api.owner));
  return api.as(who).post<Account>('/v1/accounts', await registration(api, who, given), wish);
};
const refusalOf = ({ status, problem }: { status: number; problem: ProblemBody | undefined }) => [status, problem?.rule ?? problem?.code];

/** Another session of the person, acting for an account: the result of a switch. */
async function sessionFor(person: string, account: string | null): Promise<Person> {
  const token = randomUUID().replaceAll('-', '');
  await api.owner.query(
    `insert into session (id, token_hash, person, account, device, idle_until, expires_at)
     select gen_random_uuid(), $1, $2, $3, device.id, now() + interval '1 day', now() + interval '1 day' from device limit 1`,
    [tokenHash(token), person, account],
  );
  return { id: account ?? '', token, name: '', email: '', number: '' };
}

describe('registration', () => {
  it.each([
    ['natural', ['customer']],
    ['natural', ['contractor']],
    ['entrepreneur', ['customer', 'contractor']],
    ['company', ['customer']],
  ])('of the kind %s as %p gives an account for which the session acts at once (1.4, 1.6, 1.7)', async (kind, roles) => {
    const { person, account } = await register(api, { kind, roles });
    expect(account).toMatchObject({
      state: 'active',
      kind,
      roles,
      name: 'Айгүл',
      language: 'ru',
      mayAct: true,
      mayBegin: true,
      paused: false,
    });
    expect(account.offer).toMatchObject({ accepted: null, next: 'accept' });
    expect(account.members).toEqual([{ person: person.person, number: expect.stringMatching(/^\+7701•{5}\d\d$/), roles: ['owner'] }]);
    expect((await read(api, person)).id).toBe(account.id);
  });

  it('is refused for roles that the kind cannot have, and for additional fields', async () => {
    expect(refusalOf(await attempt({ kind: 'company', roles: ['contractor'] }))).toEqual([422, 'rolesFitKind']);
    expect(refusalOf(await attempt({ kind: 'company', roles: ['customer', 'contractor'] }))).toEqual([422, 'rolesFitKind']);
    for (const given of [
      { kind: 'staff' },
      { roles: [] },
      { roles: ['operator'] },
      { roles: ['customer', 'customer'] },
      { staff: ['administrator'] },
      { mayAct: true },
      { id: randomUUID() },
      { person: randomUUID() },
      { email: 'a@b.kz\r\nBcc: c@d.kz' },
      { name: ' ' },
    ])
      expect([given, ...refusalOf(await attempt(given))]).toEqual([given, 400, 'invalid-input']);
  });

  it('checks digits, kind, date and age of IIN and BIN, and explains what is wrong', async () => {
    const now = new Date();
    const ofAge = (years: number, days = 0): string => {
      const date = new Date(Date.UTC(now.getUTCFullYear() - years, now.getUTCMonth(), now.getUTCDate() + days));
      return identifierFrom(date.toISOString().slice(2, 10).replaceAll('-', '') + (date.getUTCFullYear() < 2000 ? '3' : '5'));
    };
    const good = anyIdentifier();
    const mistyped = `${good.slice(0, 11)}${(Number(good[11]) + 1) % 10}`;
    for (const given of [
      { identifier: mistyped },
      { identifier: '12345' },
      { identifier: identifierFrom('9013013') },
      { identifier: ofAge(18, 3) },
      { identifier: anyIdentifier('company') },
      { kind: 'company', roles: ['customer'], identifier: anyIdentifier() },
    ]) {
      const { status, problem } = await attempt(given);
      expect([given, status, problem?.errors]).toEqual([given, 400, [{ path: 'identifier', message: expect.any(String) }]]);
    }
    expect((await attempt({ identifier: ofAge(18, -3) })).status).toBe(201);
    const pasted = anyIdentifier();
    const wide = [...pasted].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect((await attempt({ identifier: `\u202a${pasted.slice(0, 6)}\u00a0${pasted.slice(6)}\u202c ` })).status).toBe(201);
    for (const identifier of [pasted, wide, `${pasted.slice(0, 6)}\u2011${pasted.slice(6)}\u200b`])
      expect((await attempt({ identifier })).body.identifier).toBe(`${pasted.slice(0, 6)}••••${pasted.slice(-2)}`);
    await setParameter(api.owner, 'accountAge', 21);
    expect((await attempt({ identifier: ofAge(18, -3) })).status).toBe(400);
    await setParameter(api.owner, 'accountAge', 18);
  });

  it('answers the same for the number of a closed or a terminated account', async () => {
    const identifier = anyIdentifier();
    const first = await register(api, { identifier, roles: ['customer'] });
    await accepts(api, first.person);
    await closes(api, first.person);
    const second = await attempt({ identifier });
    expect(second.status).toBe(201);
    await terminates(api, [staff, await api.join(['operator'])], second.body, { ground: 'fraud', reasons: 'Forged papers' });
    expect((await attempt({ identifier })).status).toBe(201);
  });

  it.each(['ru', 'kk'] as const)(
    'accepts the consent that was shown to this person in %s by its hash, and no other; keeps its text (7.2)',
    async (language) => {
      const person = await createNewcomer(api.owner);
      const body = { name: 'Айгүл', kind: 'natural', identifier: anyIdentifier() };
      const { text, sha256: consent } = await consentOf(api, person, body, language);
      for (const part of ['Айгүл', body.identifier, person.number, api.config.OPERATOR_BIN]) expect(text).toContain(part);
      for (const other of [
        consent.replace(/./, (digit) => (digit === '0' ? '1' : '0')),
        (await consentOf(api, person, { ...body, name: 'Болат' })).sha256,
      ])
        expect(refusalOf(await attempt({ ...body, consent: other }, undefined, person))).toEqual([422, 'consentIsCurrent']);
      expect(refusalOf(await attempt({ consent: undefined }))).toEqual([400, 'invalid-input']);
      // It names who gives it: nobody else can give it, and its hash tells nothing to who knows the name and the number.
      expect(refusalOf(await attempt({ ...body, consent }))).toEqual([422, 'consentIsCurrent']);
      const { body: account } = await attempt({ ...body, consent }, undefined, person);
      expect(account.id).toEqual(expect.any(String));
      // The text is kept as it was accepted. Neither members nor the staff read number and IIN of a person by it.
      expect(await textsOf(api.owner, `account/${account.id}`)).toContainEqual({
        id: expect.any(String),
        body: expect.objectContaining({ personalDataConsent: text }),
      });
      // Who gave it reads it again, and no other member of the account.
      const again = async (who: { person: string }) => {
        const token = await openSessionFor(api.owner, who.person, account.id);
        return api.as({ ...person, token }).get<object>('/v1/accounts/me/personal-data-consent');
      };
      expect((await again(person)).body).toEqual({ text, sha256: consent, at: expect.any(String) });
      const other = await createNewcomer(api.owner);
      await api.owner.query(`insert into membership (account, person, roles, staff, registered) values ($1, $2, '{owner}', false, false)`, [
        account.id,
        other.person,
      ]);
      expect((await again(other)).status).toBe(404);
      for (const reader of [person, staff])
        expect(JSON.stringify(done(await api.as(reader).get<object>(`/v1/accounts/${account.id}`)))).not.toContain(text.slice(0, 40));
    },
  );

  it('repeated with its key gets the same response, even if the consent has a new text by then; another request is refused', async () => {
    const person = await createNewcomer(api.owner);
    const body = await registration(api, person);
    const post = (given: object) => api.as(person).post<Account & { receipt: object }>('/v1/accounts', given, { key: 'once' });
    const first = await post(body);
    await setParameter(api.owner, 'retentionYears', 9);
    const again = await post(body);
    await setParameter(api.owner, 'retentionYears', 5);
    expect([again.status, again.headers.get('idempotent-replayed'), again.body.receipt]).toEqual([201, 'true', first.body.receipt]);
    expect(again.body.id).toBe(first.body.id);
    const other = { ...body, name: 'Болат' };
    const { sha256: consent } = await consentOf(api, person, other);
    expect(refusalOf(await post({ ...other, consent }))).toEqual([422, 'key-reused']);
    expect((await api.rows('select from membership where person = $1', person.person)).length).toBe(1);
  });

  it('of a second account keeps the session with the first', async () => {
    const { person, account } = await register(api);
    const { body } = await attempt({ kind: 'company', roles: ['customer'] }, undefined, person);
    expect(body).toMatchObject({ kind: 'company', state: 'active' });
    expect((await read(api, person)).id).toBe(account.id);
    // It may act for the other account as soon as a session does.
    expect((await read(api, await sessionFor(person.person, body.id))).kind).toBe('company');
  });

  it('needs only the session of a person', async () => {
    expect((await api.as().post('/v1/accounts', await registration(api, await createNewcomer(api.owner)))).status).toBe(401);
    const newcomer = await createNewcomer(api.owner);
    expect((await api.as(newcomer).get('/v1/accounts/me')).problem).toMatchObject({
      code: 'account-needed',
      next: { href: '/v1/accounts' },
    });
    expect((await api.as(newcomer).post('/v1/tasks', posting())).problem?.code).toBe('account-needed');
  });
});

describe('personal data', () => {
  it('is stored where it can be erased: no plain IIN in the database, no name or email in an event, snapshot or update', async () => {
    const identifier = anyIdentifier();
    const [name, email] = [`Жанна ${randomUUID().slice(0, 8)}`, `${randomUUID()}@example.kz`];
    const { person, account } = await settle(api, { identifier, roles: ['customer', 'contractor'], name, email });
    await does(api, person, account, 'describe', { profile: { headline: 'Настройка роялей' } });
    expect(account.identifier).toBe(`${identifier.slice(0, 6)}••••${identifier.slice(-2)}`);
    const seen = await api.as(staff).get<Account>(`/v1/accounts/${account.id}`);
    expect(seen.body.identifier).toBe(account.identifier);
    expect(await tablesWith(api.owner, identifier)).toEqual([]);
    expect(await tablesWith(api.owner, person.number)).toEqual([]);
    expect(await tablesWith(api.owner, name)).toEqual(['account']);
    expect(await tablesWith(api.owner, email)).toEqual([]);
    // A keyed hash finds it: the same hash for the same number, in the account's row and in its chain.
    const hash = api.sealing.searchHash('identifier', identifier);
    expect(await tablesWith(api.owner, hash)).toEqual(['account', 'event', 'life']);
    for (const text of [identifier, name, email, person.number]) expect(api.logged()).not.toContain(text);
  });

  it('is shown only to the account and to the operator', async () => {
    const { account } = await register(api);
    const stranger = (await settle(api)).person;
    for (const path of ['', '/events', '/notices'])
      expect((await api.as(stranger).get(`/v1/accounts/${account.id}${path}`)).problem?.code).toBe('not-found');
    expect((await command(api, stranger, account, 'describe', { profile: { headline: 'x' } })).problem?.code).toBe('not-found');
  });

  it('can be changed by its owner, with a notice to the number that stays; emails go to the new address in the new language', async () => {
    const { person } = await settle(api);
    const email = `${randomUUID()}@example.kz`;
    await api.withWorker(async () => {
      const { body } = await api
        .as(person)
        .patch<Account>('/v1/accounts/me', { name: 'Айгерим', email, language: 'kk', proof: await proofOf(person) });
      expect(body).toMatchObject({ name: 'Айгерим', email, language: 'kk', emailConfirmation: { lettersGoTo: null } });
      await confirmsEmail(api, person);
      await api.as(person).patch('/v1/accounts/me', { name: 'Айгерім' });
      await until(async () => (await lettersTo(email)).some(({ subject }) => subject.includes('деректері өзгерді')), 'the letter');
    });
    const { body } = await api
      .as(person)
      .get<{ items: { template: string; channels: { channel: string }[] }[] }>(`/v1/accounts/${person.id}/notices`);
    const [notice] = body.items.filter(({ template }) => template === 'details-changed');
    expect(notice?.channels.map(({ channel }) => channel).toSorted()).toEqual(['mail', 'sms']);
    const cleared = await api.as(person).patch<Account>('/v1/accounts/me', { email: null, proof: await proofOf(person) });
    expect(cleared.body).toMatchObject({ name: 'Айгерім', email: null, language: 'kk' });
    const proof = await proofOf(person);
    for (const given of [
      {},
      { proof },
      { roles: ['operator'] },
      { email: 'x@y.kz' },
      { email: 'x@y.kz\nBcc: z@y.kz', proof },
      { language: 'de' },
    ])
      expect(refusalOf(await api.as(person).patch('/v1/accounts/me', given))).toEqual([400, 'invalid-input']);
  });

  it('changes field by field: concurrent changes do not undo each other', async () => {
    const { person } = await settle(api);
    for (let round = 0; round < 5; round++) {
      const email = `${randomUUID()}@example.kz`;
      const [name, language] = [`Айгерим ${round}`, (['kk', 'en'] as const)[round % 2]];
      const [proof, again] = [await proofOf(person), await proofOf(person)];
      const changes = [{ name }, { email, proof }, { language }, { email, proof: again }, { name }].map((given) =>
        api.as(person).patch('/v1/accounts/me', given),
      );
      expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect(await read(api, person)).toMatchObject({ name, email, language });
    }
    const key = randomUUID();
    const same = await Promise.all([1, 2, 3].map(() => api.as(person).patch('/v1/accounts/me', { name: 'Айгүл' }, { key })));
    expect(same.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await read(api, person)).name).toBe('Айгүл');
    const { body } = await api.as(person).get<{ items: { type: string }[] }>(`/v1/accounts/${person.id}/events`);
    expect(body.items.filter(({ type }) => type === 'changeDetails')).toHaveLength(26);
  });

  it('of the email need a code or the password in the same request: the token of a fresh session is not enough (ASVS 7.5.1)', async () => {
    const { person } = await settle(api, { email: 'owner@example.kz' });
    const steal = (body: object, key: string = randomUUID()) =>
      api.as(person).patch<Account>('/v1/accounts/me', { email: 'thief@example.kz', ...body }, { key });
    expect((await steal({})).problem?.code).toBe('invalid-input');
    const right = await proofOf(person);
    for (const proof of [
      await askCode(api, person.number, 'enter'),
      await askCode(api, person.number, 'device'),
      await askCode(api, anyNumber(), 'email'),
      { ...right, code: otherCode(right.code) },
      { password: 'a guess of the thief' },
    ])
      expect([proof, (await steal({ proof })).problem?.code]).toEqual([proof, 'proof-refused']);
    expect((await read(api, person)).email).toBe('owner@example.kz');

    const own = { email: 'new@example.kz', proof: await proofOf(person) };
    const first = await steal(own, 'own');
    expect([first.status, first.body.email]).toEqual([200, 'new@example.kz']);
    // A repeat gets its receipt, and another request with the same code is refused.
    expect((await steal(own, 'own')).status).toBe(200);
    expect((await steal({ ...own, email: 'other@example.kz' })).problem?.code).toBe('proof-refused');
    expect((await read(api, person)).email).toBe('new@example.kz');
  });

  it('sends a notice to the previous email address, but only if the address changes', async () => {
    const [former, email] = [`${randomUUID()}@example.kz`, `${randomUUID()}@example.kz`];
    const { person, account } = await settle(api, { email: former });
    await confirmsEmail(api, account);
    const subject = `Изменена электронная почта Аккаунта № ${account.number}`;
    const subjectsTo = async (address: string) => (await lettersTo(address)).map((letter) => letter.subject);
    const settled = async () => (await api.rows('select from effect where life = $1 and open', `account/${account.id}`)).length === 0;
    await api.withWorker(async () => {
      await api.as(person).patch('/v1/accounts/me', { name: 'Айгерим' });
      await until(settled, 'the letters about the name');
      expect(await subjectsTo(former)).not.toContain(subject);
      await api.as(person).patch('/v1/accounts/me', { email, proof: await proofOf(person) });
      await until(settled, 'the letters about the email');
      // Until the new address is confirmed, the former one stays in force.
      expect(await subjectsTo(former)).not.toContain(subject);
      expect(await subjectsTo(email)).toEqual([`Подтвердите электронную почту (Аккаунт № ${account.number})`]);
      await confirmsEmail(api, account);
      await until(settled, 'the letter to the former address');
      expect(await subjectsTo(former)).toContain(subject);
      // An account without an email had none before, so no address gets a notice when one is added.
      await api.as(person).patch('/v1/accounts/me', { email: null, proof: await proofOf(person) });
      await until(settled, 'the letters about the lost email');
      expect(await subjectsTo(email)).toContain(subject);
      await api.as(person).patch('/v1/accounts/me', { email: former, proof: await proofOf(person) });
      await confirmsEmail(api, account);
      await until(settled, 'the letters about the email again');
    });
    const told = await api.rows('select from notice where life = $1 and template = $2', `account/${account.id}`, 'email-changed');
    expect(told).toHaveLength(2);
  });

  it('without an email address, no email is sent to anybody', async () => {
    const { person, account } = await register(api, { email: undefined });
    const notices = () =>
      api.as(person).get<{ items: { channels: { channel: string; status: string }[] }[] }>(`/v1/accounts/${account.id}/notices`);
    await api.withWorker(() =>
      until(
        async () =>
          (await notices()).body.items[0]?.channels.some(({ channel, status }) => channel === 'mail' && status === 'undeliverable'),
        'the notice',
      ),
    );
    const registered = (await lettersTo(api.config.OPERATOR_EMAIL)).filter(({ subject }) =>
      subject.startsWith(`Аккаунт № ${account.number} `),
    );
    expect(registered).toEqual([]);
  });
});

describe('the members of a company (1.4)', () => {
  const company = () => settle(api, { kind: 'company', roles: ['customer'], name: 'ТОО Строй' });
  const memberOf = (account: Account, number: string) =>
    account.members.find((each) => each.number.endsWith(number.slice(-2)) && each.roles[0] !== 'owner');
  /** Whoever has the number accepts the invitation. Returns the person. */
  const joins = async (owner: Person, account: Account, number: string, roles: string[]): Promise<string> => {
    await does(api, owner, account, 'add-member', { number, roles });
    const [row] = await api.rows<{ id: string }>('select id from person where number_hash = $1', sealedNumber('', number)[1]);
    const person = row?.id as string;
    const anybody = await sessionFor(person, null);
    const { items } = (await api.as(anybody).get<{ items: { id: string; account: { id: string } }[] }>('/v1/auth/invitations')).body;
    const invitation = items.find((each) => each.account.id === account.id);
    expect((await api.as(anybody).post(`/v1/auth/invitations/${invitation?.id}/accept`, undefined, { key: null })).status).toBe(200);
    return person;
  };
  const about = async (number: string): Promise<string[]> =>
    (await textsTo(number)).map(({ text }) => text).filter((text) => !text.includes('приглашает'));

  it('are invited by number, also before their first login, and are shown masked', async () => {
    const { person, account } = await company();
    const number = anyNumber();
    const invited = await does(api, person, account, 'add-member', { number: number.replace('+7', '8 '), roles: ['manager'] });
    expect(invited.members).toHaveLength(1);
    expect(invited.invitations).toEqual([
      { id: expect.any(String), number: `${number.slice(0, 5)}•••••${number.slice(-2)}`, roles: ['manager'], until: expect.any(String) },
    ]);
    expect(refusalOf(await command(api, person, account, 'add-member', { number, roles: ['owner'] }))).toEqual([422, 'isNotInvited']);
    const { person: other, account: another } = await company();
    const member = await joins(other, another, number, ['manager']);
    const { members } = await read(api, other);
    const named = memberOf({ ...another, members }, number);
    expect(named).toEqual({ person: member, number: `${number.slice(0, 5)}•••••${number.slice(-2)}`, roles: ['manager'] });
    expect(refusalOf(await command(api, other, another, 'add-member', { number, roles: ['owner'] }))).toEqual([422, 'isNoMember']);
    expect(await tablesWith(api.owner, number)).toEqual([]);
  });

  it.each([
    [{ number: '+1 202 555 0123', roles: ['manager'] }],
    [{ number: 'x', roles: ['manager'] }],
    [{ number: '+77011234567', roles: [] }],
    [{ number: '+77011234567', roles: ['manager', 'manager'] }],
    [{ number: '+77011234567', roles: ['administrator'] }],
  ])('cannot be %p', async (body) => {
    const { person, account } = await company();
    expect(refusalOf(await command(api, person, account, 'add-member', body))).toEqual([400, 'invalid-input']);
  });

  it('can do what their roles allow, and nothing else', async () => {
    const { person: owner, account } = await company();
    const accountant = await sessionFor(await joins(owner, account, anyNumber(), ['accountant']), account.id);
    const { kind, members } = await read(api, accountant);
    expect(kind).toBe('company');
    for (const [name, body] of [
      ['add-member', { number: anyNumber(), roles: ['owner'] }],
      ['withdraw-invitation', { invitation: randomUUID() }],
      ['change-member', { person: members[1]?.person, roles: ['owner'] }],
      ['remove-member', { person: members[0]?.person }],
      ['close', {}],
    ] as const)
      expect([name, ...refusalOf(await command(api, accountant, account, name, body))]).toEqual([name, 403, 'role-missing']);
    expect(refusalOf(await api.as(accountant).patch('/v1/accounts/me', { name: 'Моё' }))).toEqual([403, 'role-missing']);
    expect(refusalOf(await api.as(accountant).post('/v1/tasks', posting()))).toEqual([403, 'role-missing']);
  });

  it('always include an owner who accepted', async () => {
    const { person, account } = await company();
    const self = person.person;
    expect(refusalOf(await command(api, person, account, 'remove-member', { person: self }))).toEqual([422, 'ownerRemains']);
    expect(refusalOf(await command(api, person, account, 'change-member', { person: self, roles: ['manager'] }))).toEqual([
      422,
      'ownerRemains',
    ]);
    expect(refusalOf(await command(api, person, account, 'remove-member', { person: randomUUID() }))).toEqual([422, 'isMember']);
    await does(api, person, account, 'add-member', { number: anyNumber(), roles: ['owner'] });
    expect(refusalOf(await command(api, person, account, 'remove-member', { person: self }))).toEqual([422, 'ownerRemains']);
    await joins(person, account, anyNumber(), ['owner']);
    const { members } = await does(api, person, account, 'change-member', { person: self, roles: ['manager'] });
    expect(members.map(({ roles }) => roles).toSorted()).toEqual([['manager'], ['owner']]);
    expect((await read(api, person)).commands.map(({ name }) => name)).not.toContain('add-member');
  });

  it('lose their sessions at once and for good when they are removed', async () => {
    const { person: owner, account } = await company();
    const number = anyNumber();
    const member = await joins(owner, account, number, ['manager']);
    const manager = await sessionFor(member, account.id);
    expect((await api.as(manager).post('/v1/tasks', posting())).status).toBe(201);
    await does(api, owner, account, 'remove-member', { person: member });
    await api.withWorker(() => until(async () => (await about(number)).length > 0, 'the text to the member'));
    const told = `Вы больше не являетесь представителем Аккаунта № ${account.number}. akjet.kz`;
    expect(await about(number)).toEqual([told]);
    expect((await textsTo(owner.number)).map(({ text }) => text)).not.toContain(told);
    expect((await api.as(manager).get('/v1/accounts/me')).status).toBe(401);
    expect((await api.as(manager).post('/v1/tasks', posting())).status).toBe(401);
    // Invited again, the member accepts and logs in again.
    await joins(owner, account, number, ['manager']);
    expect((await api.as(manager).get('/v1/accounts/me')).status).toBe(401);
    expect((await read(api, owner)).members).toHaveLength(2);
  });

  it('get a notice at their own number when somebody changes their roles, and nobody else does', async () => {
    const { person: owner, account } = await company();
    const [number, other] = [anyNumber(), anyNumber()];
    const member = await joins(owner, account, number, ['manager']);
    await joins(owner, account, other, ['manager']);
    await does(api, owner, account, 'change-member', { person: member, roles: ['accountant'] });
    await api.withWorker(() => until(async () => (await about(number)).length > 0, 'the text to the member'));
    expect(await about(number)).toEqual([`Изменены ваши роли в Аккаунте № ${account.number}. akjet.kz`]);
    expect(await about(other)).toEqual([]);
  });

  it('exist only in companies', async () => {
    const { person, account } = await settle(api, { roles: ['customer'] });
    expect(refusalOf(await command(api, person, account, 'add-member', { number: anyNumber(), roles: ['manager'] }))).toEqual([
      409,
      'isCompany',
    ]);
  });
});

describe('reported access (4.1.6)', () => {
  it('ends every session at once and pauses the commands until the staff have checked it', async () => {
    const { person, account } = await settle(api, { roles: ['customer'] });
    const done = await command(api, person, account, 'report-access', { reasons: 'A stranger posts' });
    expect([done.status, done.body.paused, done.body.report]).toEqual([200, true, 'A stranger posts']);
    expect((await api.as(person).get('/v1/accounts/me')).status).toBe(401);
    const anew = await sessionFor(person.person, account.id);
    expect((await api.as(anew).post('/v1/tasks', posting())).problem).toMatchObject({ code: 'commands-paused', clause: '4.1.6' });
    expect((await api.as(staff).get<Account>(`/v1/accounts/${account.id}`)).body.report).toBe('A stranger posts');
    expect(await does(api, staff, account, 'restore-access', { reasons: 'Called back' })).toMatchObject({ paused: false, report: null });
    expect((await api.as(anew).post('/v1/tasks', posting())).status).toBe(201);
  });

  it('ends the person’s sessions for another account and for none too, and those of nobody else', async () => {
    const { person, account } = await settle(api, { roles: ['customer'] });
    const { person: owner, account: company } = await settle(api, { kind: 'company', roles: ['customer'] });
    const inCompany = await join(api, { ...owner, id: company.id, identifier: '' }, person, ['manager']);
    const forNone = await sessionFor(person.person, null);
    const reads = async (one: Person) => (await api.as(one).get('/v1/auth/sessions')).status;
    expect([await reads(inCompany), await reads(forNone), await reads(owner)]).toEqual([200, 200, 200]);
    await does(api, staff, account, 'report-access', { reasons: 'By phone' });
    expect([await reads(inCompany), await reads(forNone), await reads(owner)]).toEqual([401, 401, 200]);
    // A company's access is not the person's own.
    const again = await sessionFor(person.person, null);
    await does(api, staff, company, 'report-access', { reasons: 'By phone' });
    expect([await reads(again), await reads(owner)]).toEqual([200, 401]);
  });

  it('can be recorded for a locked-out person by support, and by no other staff', async () => {
    const { person, account } = await settle(api, { roles: ['customer'] });
    const finance = await api.join(['operator']);
    await api.owner.query(`update account set staff = '{finance}' where id = $1`, [finance.id]);
    expect(refusalOf(await command(api, finance, account, 'report-access', { reasons: 'By phone' }))).toEqual([403, 'role-missing']);
    expect((await does(api, staff, account, 'report-access', { reasons: 'By phone' })).paused).toBe(true);
    expect((await api.as(person).get('/v1/accounts/me')).status).toBe(401);
  });
});

describe('closing an account', () => {
  it('is refused while a task runs; without one, it ends every session', async () => {
    const { person } = await settle(api, { roles: ['customer'] });
    const task = await api.as(person).postTask();
    expect(refusalOf(await asksToClose(api, person))).toEqual([422, 'nothingRuns']);
    await api.as(person).command(task.id, 'withdraw');
    const closed = await asksToClose(api, person);
    expect([closed.status, closed.body.state, closed.body.mayAct]).toEqual([200, 'closed', false]);
    expect((await api.as(person).get('/v1/accounts/me')).status).toBe(401);
  });

  it('takes a proof beside the session, because a token may be stolen and what is erased does not come back', async () => {
    const [{ person, account }, other] = [await settle(api, { roles: ['customer'] }), await settle(api, { roles: ['customer'] })];
    const attempt = (proof?: object) => command(api, person, account, 'close', proof && { proof });
    expect(refusalOf(await attempt())).toEqual([400, 'invalid-input']);
    const { request, code } = await askCode(api, person.number, 'close');
    expect(refusalOf(await attempt({ request, code: otherCode(code) }))).toEqual([401, 'proof-refused']);
    expect(refusalOf(await attempt(await askCode(api, other.person.number, 'close')))).toEqual([401, 'proof-refused']);
    expect(refusalOf(await attempt(await askCode(api, person.number, 'email')))).toEqual([401, 'proof-refused']);
    const shown = await api.as(person).post<{ state: string }>(`/v1/accounts/${account.id}/close?preview=true`, {}, { key: null });
    expect(shown.status).toBe(200);
    expect((await read(api, person)).state).toBe('active');
    expect((await attempt({ request, code })).body.state).toBe('closed');
  });

  it('is refused while a dispute is open', async () => {
    const { person } = await settle(api, { roles: ['customer'] });
    const claim = {
      against: 'operator',
      happenedOn: todayInAlmaty(),
      about: 'conduct',
      demand: 'A day without service',
    };
    const { status, problem } = await api.as(person).post('/v1/disputes', claim);
    expect([status, problem]).toEqual([201, undefined]);
    expect(refusalOf(await asksToClose(api, person))).toEqual([422, 'nothingRuns']);
  });

  it('is refused to a debtor, but not to a creditor', async () => {
    const [debtor, creditor] = await Promise.all([settle(api, { roles: ['customer'] }), settle(api, { roles: ['contractor'] })]);
    await owe(api, { customer: debtor.person.id, contractor: creditor.person.id });
    expect(refusalOf(await asksToClose(api, debtor.person))).toEqual([422, 'nothingRuns']);
    expect((await asksToClose(api, creditor.person)).status).toBe(200);
  });

  it("is not for the operator's staff, who dismiss only each other and terminate users", async () => {
    const [administrator, { account }] = [await api.join(['operator']), await register(api)];
    expect(refusalOf(await command(api, administrator, account, 'close'))).toEqual([403, 'wrong-party']);
    expect(refusalOf(await command(api, administrator, account, 'dismiss', { reasons: 'None' }))).toEqual([409, 'isStaff']);
  });
});

describe('a name that imitates the operator', () => {
  it('is refused at registration, later, and in the headline of a profile, also with look-alike letters', async () => {
    for (const name of ['AkJet', 'АkJеt', 'Служба поддержки', '0perat0r', 'Көмек'])
      expect([name, ...refusalOf(await attempt({ name }))]).toEqual([name, 422, 'nameIsFree']);
    const { person, account } = await settle(api);
    const renamed = (name: string) => api.as(person).patch('/v1/accounts/me', { name });
    expect(refusalOf(await renamed('Akjet support'))).toEqual([422, 'nameIsFree']);
    expect((await renamed('Оператор экскаватора')).status).toBe(200);
    const described = (headline: string) => command(api, person, account, 'describe', { profile: { headline } });
    expect(refusalOf(await described('Администратор AkJet'))).toEqual([422, 'nameIsFree']);
    expect((await described('Оператор экскаватора')).status).toBe(200);
  });

  it.each([
    ['ru', 'Оператору'],
    ['kk', 'Операторға'],
    ['en', 'operator'],
  ])('is refused with an explanation in %s', async (language, word) => {
    const { person } = await settle(api);
    const { problem } = await api.as(person).patch('/v1/accounts/me', { name: 'AkJet' }, { language });
    expect(problem).toMatchObject({ clause: 'platform', detail: expect.stringContaining(word) });
  });
});
