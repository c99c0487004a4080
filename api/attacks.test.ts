import { randomUUID } from 'node:crypto';
import { todayInAlmaty } from '../models/today.ts';
import { shiftClock } from '../testing/engine/pass.ts';
import { createChild } from '../testing/lives/creations.ts';
import { acceptedTask, closedTask } from '../testing/lives/tasks.ts';
import type { Registered } from '../testing/people/accounts.ts';
import { employ, join, joinCompany, openSessionFor, register, registerUnderOffer } from '../testing/people/accounts.ts';
import { anyIdentifier } from '../testing/people/identifiers.ts';
import { askCode, newKey, registered, signed, withToken } from '../testing/people/logins.ts';
import { anyNumber, createNewcomer } from '../testing/people/people.ts';
import type { Proposed } from '../testing/people/proposals.ts';
import { agree, decide } from '../testing/people/proposals.ts';
import { accepts, confirmsEmail, done, registration } from '../testing/people/registration.ts';
import { openedNumber } from '../testing/people/sealed.ts';
import { working } from '../testing/people/work.ts';
import { lettersTo } from '../testing/stand-ins/mailbox.ts';
import { textsTo } from '../testing/stand-ins/sms.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { inHours, openApi, posting } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';

let api: Api;
let moderator: Registered;
let colleague: Registered;
beforeAll(async () => {
  api = await openApi();
  [moderator, colleague] = await Promise.all([employ(api, ['moderator', 'finance']), employ(api, ['moderator', 'finance'])]);
});
afterAll(() => api.close());

interface Account {
  id: string;
  kind: string;
  roles: string[];
  staff: string[];
  name: string;
  state: string;
  sanction: object | null;
  commands: { name: string }[];
}
interface Chain {
  items: { seq: number; type: string; by: string; input: Record<string, unknown> | null; actor: { account?: string } | null }[];
}

/** The same person on another device. */
const elsewhere = async (person: Registered): Promise<Person> => ({
  ...person,
  token: await openSessionFor(api.owner, person.person, person.id),
});

describe('an account that sends fields it may not set', () => {
  const GREEDY: object[] = [
    { kind: 'staff' },
    { roles: ['operator'] },
    { roles: ['customer', 'operator'] },
    { roles: [] },
    { kind: 'company', roles: ['contractor'] },
    { staff: ['administrator'] },
    { member: ['owner'] },
    { standing: 'active' },
    { mayAct: true },
    { acceptance: randomUUID() },
    { id: randomUUID() },
    { person: randomUUID() },
    { members: {} },
  ];

  it.each(GREEDY)('gets no right from them: %j', async (greedy) => {
    const identifier = anyIdentifier('kind' in greedy && greedy.kind === 'company' ? 'company' : 'natural');
    const newcomer = await createNewcomer(api.owner);
    const plain = await registration(api, newcomer, { roles: ['customer'], identifier });
    const events = await api.countEvents();
    const { status } = await api.as(newcomer).post('/v1/accounts', { ...plain, ...greedy });
    expect([400, 422]).toContain(status);
    expect(await api.countEvents()).toBe(events);
    expect((await api.as(newcomer).get('/v1/accounts/me')).problem?.code).toBe('account-needed');
    // Control: without the change it is accepted.
    if (!('kind' in greedy)) expect((await api.as(newcomer).post('/v1/accounts', plain)).status).toBe(201);
  });

  it.each(GREEDY)('changes no other data with them: %j', async (greedy) => {
    const person = await registerUnderOffer(api, ['customer']);
    const before = done(await api.as(person).get<Account>('/v1/accounts/me'));
    expect((await api.as(person).patch('/v1/accounts/me', { name: 'Another', ...greedy })).problem?.code).toBe('invalid-input');
    expect(done(await api.as(person).get<Account>('/v1/accounts/me'))).toEqual(before);
    expect(done(await api.as(person).patch<Account>('/v1/accounts/me', { name: 'Another' })).name).toBe('Another');
  });

  it('gives no staff role to a member or to itself', async () => {
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const { number } = await createNewcomer(api.owner);
    const say = (name: string, body: object) => api.as(company).post(`/v1/accounts/${company.id}/${name}`, body);
    expect((await say('add-member', { number, roles: ['administrator'] })).problem?.code).toBe('invalid-input');
    expect((await say('add-member', { number, roles: ['manager'], staff: ['support'] })).problem?.code).toBe('invalid-input');
    expect((await say('set-staff-roles', { staff: ['administrator'] })).status).toBe(403);
    const administrator = await employ(api, ['administrator']);
    const greedy = await api
      .as(administrator)
      .post(`/v1/accounts/${administrator.id}/set-staff-roles`, { staff: ['finance', 'moderator'] });
    expect(greedy.status).toBeGreaterThanOrEqual(403);
    expect(done(await api.as(administrator).get<Account>('/v1/accounts/me')).staff).toEqual(['administrator']);
  });
});

describe('the stolen token of a fresh session', () => {
  it('adds no key of a device, changes no email and sets no password', async () => {
    const victim = await registered(api);
    await accepts(api, { token: victim.token } as Person);
    const events = await api.countEvents();
    const thief = withToken(api, victim.token);
    const key = newKey();
    const device = { publicKey: key.publicKey, name: 'Phone', ...(await signed(api, key, 'device')) };
    for (const proof of [{}, { proof: { password: 'a guess of the thief' } }, { proof: { request: randomUUID(), code: '000000' } }]) {
      expect([400, 401]).toContain((await thief.post('/v1/auth/devices', { ...device, ...proof })).status);
      expect([400, 401]).toContain((await thief.patch('/v1/accounts/me', { email: 'thief@example.kz', ...proof })).status);
    }
    const password = 'a lantern over the river';
    for (const proof of [{}, { present: 'a guess of the thief' }, { request: randomUUID(), code: '000000' }])
      expect([400, 401]).toContain((await thief.post('/v1/auth/password', { password, ...proof })).status);
    expect(await api.countEvents()).toBe(events);
    // Control: with a code to the number each of them works.
    const proof = () => askCode(api, victim.number, 'email');
    expect((await thief.patch('/v1/accounts/me', { email: 'own@example.kz', proof: await proof() })).status).toBe(200);
  });
});

describe('a member of a company', () => {
  it('has the rights of its current roles; after removal it has none, also if it is added again', async () => {
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const member = await joinCompany(api, company, ['manager']);
    const say = async (name: string, body: object) => done(await api.as(company).post(`/v1/accounts/${company.id}/${name}`, body));
    const posts = async (): Promise<number> => (await api.as(member).post('/v1/tasks', posting())).status;
    expect(await posts()).toBe(201);
    await say('change-member', { person: member.person, roles: ['accountant'] });
    expect((await api.as(member).post('/v1/tasks', posting())).problem?.code).toBe('role-missing');
    await say('change-member', { person: member.person, roles: ['manager'] });
    expect(await posts()).toBe(201);
    await say('remove-member', { person: member.person });
    expect(await posts()).toBe(401);
    await join(api, company, member, ['manager']);
    expect(await posts()).toBe(401);
    expect(
      (await api.as({ ...member, token: await openSessionFor(api.owner, member.person, company.id) }).get('/v1/accounts/me')).status,
    ).toBe(200);
  });

  it('cannot become an owner by its own request', async () => {
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const member = await joinCompany(api, company, ['manager', 'signatory', 'accountant']);
    const owner = { person: member.person, roles: ['owner'] };
    for (const [name, body] of [
      ['change-member', owner],
      ['remove-member', { person: company.person }],
      ['close', {}],
    ] as const)
      expect((await api.as(member).post(`/v1/accounts/${company.id}/${name}`, body)).problem?.code).toBe('role-missing');
  });
});

describe('the operator’s staff', () => {
  const suspend = (person: Registered, ground: string): Promise<unknown> =>
    api.as(moderator).post(`/v1/accounts/${person.id}/suspend`, { ground, reasons: 'Of the operator' }).then(done);

  it('cannot decide an appeal against their own suspension, from any device', async () => {
    const person = await registerUnderOffer(api, ['contractor']);
    await suspend(person, 'complaints');
    done(await api.as(person).post(`/v1/accounts/${person.id}/appeal`, { reasons: 'They are wrong' }));
    const say = (staff: Person, name: string) => api.as(staff).post<Account>(`/v1/accounts/${person.id}/${name}`, { reasons: 'Because' });
    for (const same of [moderator, await elsewhere(moderator)]) {
      for (const name of ['grant-appeal', 'refuse-appeal', 'lift'])
        expect([name, (await say(same, name)).status >= 403]).toEqual([name, true]);
      const { commands } = done(await api.as(same).get<Account>(`/v1/accounts/${person.id}`));
      expect(commands.map(({ name }) => name).filter((name) => /appeal|lift/.test(name))).toEqual([]);
    }
    expect(done(await say(colleague, 'grant-appeal')).sanction).toBeNull();
  });

  it('cannot decide about an account of their own, from any staff account', async () => {
    const person = await registerUnderOffer(api, ['contractor']);
    await suspend(person, 'complaints');
    // The colleague's staff account gets the suspended person as a member.
    await api.owner.query(`insert into membership (account, person, roles) values ($1, $2, '{owner}')`, [colleague.id, person.person]);
    const same = { ...colleague, token: await openSessionFor(api.owner, person.person, colleague.id) };
    const lift = (by: Person) => api.as(by).post(`/v1/accounts/${person.id}/lift`, { reasons: 'Because' });
    expect((await lift(same)).problem).toMatchObject({ code: 'rule-refused', rule: 'accountIsOfAnother', clause: 'platform' });
    await api.owner.query('delete from membership where account = $1 and person = $2', [colleague.id, person.person]);
    expect((await lift(moderator)).status).toBe(200);
  });

  /** A court act that the moderator recorded, after the days in which both sides may object. Returns a function that confirms it. */
  async function recordedCourtAct() {
    const customer = await registerUnderOffer(api, ['customer']);
    const contractor = await registerUnderOffer(api, ['contractor']);
    const claim = {
      task: await closedTask(api, customer, contractor),
      against: 'counterparty',
      about: 'damages',
      demand: 'A scratch',
      amount: 100_000,
      calculation: [{ what: 'A scratch', amount: 100_000 }],
    };
    const { id } = done(await api.as(customer).post<{ id: string }>('/v1/disputes', claim));
    const say = (by: Person, name: string, body: object) => api.as(by).post(`/v1/disputes/${id}/${name}`, body);
    done(await say(contractor, 'reject', { reasons: 'It was there' }));
    done(await say(customer, 'end-talks', {}));
    const act = { court: 'Court', caseNumber: '1', decidedOn: '2026-10-01', inForceOn: '2026-11-01', proof: 'A copy' };
    done(await say(moderator, 'record-court-act', { amount: 50_000, ...act }));
    // Both sides may object for five working days.
    await shiftClock(api, `dispute/${id}`, 10 * 86_400_000);
    return (by: Person) => say(by, 'confirm-court-act', { version: 1 });
  }

  it('cannot confirm a court act that they recorded with another account of theirs', async () => {
    const confirm = await recordedCourtAct();
    await api.owner.query(`insert into membership (account, person, roles) values ($1, $2, '{owner}')`, [colleague.id, moderator.person]);
    const same = { ...colleague, token: await openSessionFor(api.owner, moderator.person, colleague.id) };
    expect((await confirm(same)).problem?.rule).toBe('confirmedByAnother');
    await api.owner.query('delete from membership where account = $1 and person = $2', [colleague.id, moderator.person]);
    done(await confirm(colleague));
  });

  it('cannot confirm a court act that they recorded themselves', async () => {
    const confirm = await recordedCourtAct();
    for (const same of [moderator, await elsewhere(moderator)]) expect((await confirm(same)).status).toBeGreaterThanOrEqual(403);
    done(await confirm(colleague));
  });

  it('reveal an undisclosed ground in no response', async () => {
    const [untold, told] = await Promise.all([registerUnderOffer(api, ['customer']), registerUnderOffer(api, ['customer'])]);
    for (const [person, ground] of [
      [untold, 'laundering'],
      [told, 'complaints'],
    ] as const)
      await suspend(person, ground);
    const of = async (reader: Person, { id }: Registered) => {
      const paths = ['', '/events', '/notices'].map((path) => `/v1/accounts/${id}${path}`);
      return (await Promise.all(paths.map((path) => api.as(reader).get<Chain>(path)))).map(done);
    };
    const seen = await of(untold, untold);
    expect(JSON.stringify(seen)).not.toMatch(/laundering|stopsMoney|"told"|Of the operator/);
    const eventOf = ([, chain]: Chain[]) => chain?.items.find(({ type }) => type === 'suspend');
    expect(eventOf(seen)?.input).toBeNull();
    // An omission must not reveal what was omitted.
    expect(eventOf(await of(told, told))?.input).toBeNull();
    expect(JSON.stringify(await of(told, told))).toContain('complaints');
    expect(JSON.stringify(await of(colleague, untold))).toMatch(/laundering.*stopsMoney/);
  });

  it('have no access after they lost every role', async () => {
    const [administrator, former] = await Promise.all([employ(api, ['administrator']), employ(api, ['support'])]);
    const person = await registerUnderOffer(api, ['customer']);
    expect((await api.as(former).get(`/v1/accounts/${person.id}`)).status).toBe(200);
    await agree(api, [administrator, await employ(api, ['administrator'])], `/v1/accounts/${former.id}/set-staff-roles`, { staff: [] });
    expect((await api.as(former).get(`/v1/accounts/${person.id}`)).status).toBe(404);
    expect((await api.as(former).get('/v1/operator/work')).status).toBe(403);
    const { items } = done(await api.as(former).get<{ items: object[] }>('/v1/tasks'));
    expect(items).toEqual([]);
  });

  it('are removed only by two administrators, who close their account', async () => {
    const [administrator, second, support] = await Promise.all([
      employ(api, ['administrator']),
      employ(api, ['administrator']),
      employ(api, ['support']),
    ]);
    const dismiss = (by: Registered, { id }: Registered) => api.as(by).post(`/v1/accounts/${id}/dismiss`, { reasons: 'Left' });
    expect((await dismiss(support, administrator)).problem?.code).toBe('role-missing');
    expect((await api.as(administrator).post(`/v1/accounts/${support.id}/close`, {})).problem?.code).toBe('wrong-party');
    const proposal = done(await dismiss(administrator, support)) as unknown as Proposed;
    expect((await api.as(support).get('/v1/operator/work')).status).toBe(200);
    for (const same of [administrator, await elsewhere(administrator)])
      expect((await decide(api, same, proposal)).problem?.rule).toBe('secondPersonDecides');
    done(await decide(api, second, proposal));
    expect((await api.as(support).get('/v1/operator/work')).status).toBe(401);
  });

  it('are given a role only by two administrators, and never by themselves', async () => {
    const [administrator, second, greedy] = await Promise.all([
      employ(api, ['administrator']),
      employ(api, ['administrator']),
      employ(api, ['administrator', 'support']),
    ]);
    const gives = (by: Registered) => api.as(by).post(`/v1/accounts/${greedy.id}/set-staff-roles`, { staff: ['administrator', 'finance'] });
    expect((await gives(greedy)).problem?.rule).toBe('isNotOneself');
    const proposal = done(await gives(administrator)) as unknown as Proposed;
    expect(done(await api.as(greedy).get<Account>('/v1/accounts/me')).staff).toEqual(['administrator', 'support']);
    expect((await decide(api, greedy, proposal)).problem?.rule).toBe('isNotOneself');
    expect(done(await decide(api, second, proposal)).staffRoles).toMatchObject({ staff: ['administrator', 'finance'] });
    expect(done(await api.as(greedy).get<Account>('/v1/accounts/me')).staff).toEqual(['administrator', 'finance']);
  });

  it('cannot confirm what was proposed by somebody who has lost the role since', async () => {
    const [administrator, second, third] = (await Promise.all([1, 2, 3].map(() => employ(api, ['administrator'])))) as [
      Registered,
      Registered,
      Registered,
    ];
    const target = await employ(api, ['support']);
    const roles = { staff: ['finance'] };
    const proposal = done(await api.as(administrator).post(`/v1/accounts/${target.id}/set-staff-roles`, roles)) as unknown as Proposed;
    await agree(api, [second, third], `/v1/accounts/${administrator.id}/set-staff-roles`, { staff: ['support'] });
    expect((await decide(api, third, proposal)).problem?.rule).toBe('bothAreInOffice');
  });

  it('leave two administrators, even if all of them remove each other at the same time', async () => {
    const own = await openApi();
    try {
      const administrators = await Promise.all(Array.from({ length: 4 }, () => employ(own, ['administrator'])));
      const at = (index: number) => administrators[index % 4] as Registered;
      const left = async () =>
        (await own.rows<{ count: number }>(`select count(*)::int as count from account where may_act and 'administrator' = any (staff)`))[0]
          ?.count;
      const proposals = await Promise.all(
        administrators.map(async ({ id }, index) => {
          const [path, body] =
            index % 2 === 0 ? [`/v1/accounts/${id}/dismiss`, { reasons: 'Left' }] : [`/v1/accounts/${id}/set-staff-roles`, { staff: [] }];
          return done(await own.as(at(index + 1)).post(path as string, body)) as unknown as Proposed;
        }),
      );
      const replies = await Promise.all(proposals.map((proposal, index) => decide(own, at(index + 2), proposal)));
      expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
      expect(await left()).toBe(2);
      // Neither of the two who are left can remove the other, nor confirm what waits.
      for (const each of administrators)
        for (const proposal of proposals) {
          const { status, problem } = await decide(own, each, proposal);
          expect(status === 200 ? 'done before' : (problem?.rule ?? problem?.code)).toMatch(
            /secondPersonDecides|bothAreInOffice|isNotOneself|not-found|unauthenticated|not-in-this-state|done before/,
          );
        }
      expect(await left()).toBe(2);
    } finally {
      await own.close();
    }
  });

  it('have one account each', async () => {
    const support = await employ(api, ['support']);
    await expect(employ(api, ['moderator'], support)).rejects.toThrow(/unique|personHasNoStaffAccount/);
    // Control: after it was closed the person may get another.
    await agree(api, [await employ(api, ['administrator']), await employ(api, ['administrator'])], `/v1/accounts/${support.id}/dismiss`, {
      reasons: 'Left',
    });
    expect((await employ(api, ['moderator'], support)).person).toBe(support.person);
  });

  it('decide nothing about a matter of an account of their own', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const claim = {
      against: 'operator',
      happenedOn: todayInAlmaty(),
      about: 'price',
      amount: 500_000,
      demand: 'My account was closed',
    };
    const { id } = done(await api.as(customer).post<{ id: string }>('/v1/disputes', claim));
    const own = await employ(api, ['finance', 'administrator'], customer);
    const reject = (by: Person) => api.as(by).post(`/v1/disputes/${id}/reject`, { reasons: 'No' });
    expect((await reject(own)).problem?.rule).toBe('accountIsOfAnother');
    const sanction = { ground: 'complaints', reasons: 'Mine' };
    expect((await api.as(own).post(`/v1/accounts/${customer.id}/terminate`, sanction)).problem?.rule).toBe('accountIsOfAnother');
    done(await reject(moderator));
  });

  it('cannot publish anything after their access was reported', async () => {
    const [administrator, support] = await Promise.all([employ(api, ['administrator']), employ(api, ['support'])]);
    done(await api.as(support).post(`/v1/accounts/${administrator.id}/report-access`, { reasons: 'Lost a telephone' }));
    const thief = await elsewhere(administrator);
    const offer = { text: '1.1. Everything is mine', inForceFrom: '2030-01-01' };
    expect((await api.as(thief).post('/v1/offer/revisions', offer)).problem?.code).toBe('commands-paused');
    expect((await api.as(thief).post('/v1/operator/work/1/seen', {})).problem?.code).toBe('commands-paused');
  });
});

describe('a suspended account', () => {
  it('begins nothing new as a contractor either', async () => {
    const [contractor, customer] = await Promise.all([registerUnderOffer(api, ['contractor']), registerUnderOffer(api, ['customer'])]);
    const [{ id: running }, { id: open }, { id: choice }] = await Promise.all([
      api.as(customer).postTask(),
      api.as(customer).postTask(),
      api.as(customer).postTask({ match: 'choice' }),
    ]);
    await api.as(contractor).command(running, 'accept', { version: 1 });
    done(await api.as(moderator).post(`/v1/accounts/${contractor.id}/suspend`, { ground: 'complaints', reasons: 'Many' }));
    const code = async (id: string, name: string, body: object = {}) =>
      (await api.as(contractor).post(`/v1/tasks/${id}/${name}`, body)).problem?.code;
    expect(await code(open, 'accept', { version: 1 })).toBe('account-suspended');
    expect(await code(choice, 'respond', { version: 1 })).toBe('account-suspended');
    expect(await code(running, 'start')).toBe('account-suspended');
    expect(await code(running, 'resign', { reasons: 'I cannot' })).toBeUndefined();
  });
});

describe('the chain of a task', () => {
  it('does not show a contractor the offer of another contractor', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const [rival, contractor] = await Promise.all([registerUnderOffer(api, ['contractor']), registerUnderOffer(api, ['contractor'])]);
    const { id } = await api.as(customer).postTask({ match: 'choice' });
    await api.as(rival).command(id, 'respond', { version: 1, price: 777_700, message: 'Cheaper' });
    await api.as(contractor).command(id, 'respond', { version: 1, price: 888_800 });
    await api.as(customer).command(id, 'choose', { version: 1, contractor: contractor.id });
    await api.as(contractor).command(id, 'accept', { version: 1 });
    const chainOf = async (person: Person) => done(await api.as(person).get<Chain>(`/v1/tasks/${id}/events`)).items;
    const [theirs, whole] = await Promise.all([chainOf(contractor), chainOf(customer)]);
    expect(JSON.stringify(theirs)).not.toContain('777700');
    expect(JSON.stringify(theirs)).not.toContain(rival.id);
    expect(JSON.stringify(theirs)).toContain('888800');
    expect(whole).toMatchObject([{}, { input: { price: '777700' }, actor: { account: rival.id } }, {}, {}, {}]);
    expect(theirs.filter(({ input }) => input === null).map(({ seq }) => seq)).toEqual([2]);

    const rows = await api.rows<{ id: string; account: string }>('select id, account from notice where life = $1', `task/${id}`);
    expect(new Set(rows.map(({ account }) => account)).size).toBeGreaterThan(1);
    for (const person of [customer, contractor]) {
      const own = rows.filter(({ account }) => account === person.id).map((row) => row.id);
      const { items } = done(await api.as(person).get<{ items: { id: string }[] }>(`/v1/tasks/${id}/notices`));
      expect(items.filter((item) => !own.includes(item.id))).toEqual([]);
      expect(items.length).toBeGreaterThan(0);
    }
  });
});

describe('the list of contractors', () => {
  it('contains only active contractors with a published profile', async () => {
    const word = `пианино${randomUUID().slice(0, 8)}`;
    const [quiet, open, suspended, stranger] = await Promise.all([
      registerUnderOffer(api, ['contractor'], { name: `Quiet ${word}` }),
      ...[1, 2].map(() => registerUnderOffer(api, ['contractor'])),
      registerUnderOffer(api, ['customer']),
    ]);
    const describe = (person: Registered) =>
      api
        .as(person)
        .post(`/v1/accounts/${person.id}/describe`, { profile: { headline: word, about: 'Moves' } })
        .then(done);
    await Promise.all([open, suspended].map((person) => describe(person as Registered)));
    const listed = async (query: string): Promise<string[]> =>
      done(await api.as(stranger).get<{ items: { id: string }[] }>(`/v1/contractors?limit=100${query}`)).items.map(({ id }) => id);
    const search = `&search=${encodeURIComponent(word)}`;
    expect((await listed(search)).toSorted()).toEqual([open?.id, suspended?.id].toSorted());
    expect(await listed('')).not.toContain(quiet?.id);
    expect((await api.as(stranger).get(`/v1/contractors/${quiet?.id}`)).status).toBe(404);
    done(await api.as(moderator).post(`/v1/accounts/${suspended?.id}/suspend`, { ground: 'fraud', reasons: 'Of the operator' }));
    expect(await listed(search)).toEqual([open?.id]);
    const unaccepted = await register(api, ['contractor']);
    const profile = { headline: word };
    expect((await api.as(unaccepted).post(`/v1/accounts/${unaccepted.id}/describe`, { profile })).problem?.code).toBe('offer-not-accepted');
    await accepts(api, unaccepted);
    done(await api.as(unaccepted).post(`/v1/accounts/${unaccepted.id}/describe`, { profile }));
    expect(await listed(search)).toContain(unaccepted.id);
  });
});

describe('an email', () => {
  const THIEF = `thief-${randomUUID()}@example.kz`;
  const LINE_ENDS = /[\r\n\u2028\u2029]+/g;
  const INJECTIONS = [
    `Piano\r\nBcc: ${THIEF}\r\nX-Injected: yes`,
    `Piano\nX-Injected: yes\n\nSend money to ${THIEF}`,
    `Piano%0D%0ABcc:%20${THIEF}%0D%0AX-Injected:%20yes`,
    `Piano=0D=0ABcc: ${THIEF}=0D=0AX-Injected: yes`,
    `=?utf-8?Q?Piano=0D=0ABcc:_${THIEF}=0D=0AX-Injected:_yes?=`,
    `=?utf-8?B?${Buffer.from(`Piano\r\nBcc: ${THIEF}\r\nX-Injected: yes`).toString('base64')}?=`,
    `Piano\u2028Bcc: ${THIEF}\u2029X-Injected: yes`,
  ];

  /** A customer with this name, who gets emails about a task with this title; the subject of a payment's email contains it. */
  async function provoke(text: string): Promise<Person> {
    const [customer, contractor] = await Promise.all([
      registerUnderOffer(api, ['customer'], { name: text.replace(LINE_ENDS, ' ') }),
      registerUnderOffer(api, ['contractor']),
    ]);
    await confirmsEmail(api, customer);
    const id = await acceptedTask(api, customer, contractor, { title: text });
    const parent = `task/${id}`;
    const sides = { parent, customer: customer.id, contractor: contractor.id };
    const input = { ...sides, amount: '100000', mode: 'hold', payBy: inHours(24), reminders: [] };
    await createChild(api, parent, { child: `payment/${id}/1`, type: 'ask', by: 'platform', input });
    return customer;
  }

  it('is never sent under a name with several lines: such a name is refused', async () => {
    const person = await registerUnderOffer(api, ['customer']);
    const broken = INJECTIONS.filter((text) => text.replace(LINE_ENDS, ' ') !== text);
    expect(broken).toHaveLength(3);
    for (const name of broken) expect((await api.as(person).patch('/v1/accounts/me', { name })).problem?.code).toBe('invalid-input');
  });

  it('takes no header and no line from a name or a title', async () => {
    const arrived = ({ email }: Person) =>
      until(async () => {
        const own = await lettersTo(email);
        return ['Task ', 'Payment: '].every((start) => own.some(({ subject }) => subject.startsWith(start))) && own;
      }, 'the letters');
    const letters = await api.withWorker(async () => {
      const customers = await Promise.all(INJECTIONS.map(provoke));
      const all = [];
      for (const customer of customers) all.push(...(await arrived(customer)));
      return all;
    });
    expect(letters.length).toBeGreaterThan(INJECTIONS.length);
    for (const letter of letters) {
      expect(letter.to).toHaveLength(1);
      expect(Object.keys(letter.headers).map((name) => name.toLowerCase())).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(bcc|cc|x-injected)$/)]),
      );
      expect(letter.subject).not.toMatch(/[\r\n\u2028\u2029]/);
      // A user's text is one line, within the quotation marks of the email.
      expect(letter.text.split(/[\r\n\u2028\u2029]+/).filter((line) => /^(Bcc|X-Injected|Send money)/.test(line))).toEqual([]);
    }
    expect(await lettersTo(THIEF)).toEqual([]);
  });

  it('is not sent to a field that contains several addresses', async () => {
    const person = await registerUnderOffer(api, ['customer']);
    const proof = await askCode(api, person.number, 'email');
    for (const email of [
      `a@example.kz\r\nBcc: ${THIEF}`,
      `a@example.kz, ${THIEF}`,
      `a@example.kz;${THIEF}`,
      `"${THIEF}" <a@example.kz>`,
      `a@example.kz%0ABcc:${THIEF}`,
    ])
      expect([email, (await api.as(person).patch('/v1/accounts/me', { email, proof })).problem?.code]).toEqual([email, 'invalid-input']);
    expect((await api.as(person).patch('/v1/accounts/me', { email: 'a@example.kz', proof })).status).toBe(200);
  });
});

describe('a company that asks for another number for a person whom it names as its member (1.2)', () => {
  const PASSWORD = 'қызыл шатыр 47 тау';
  const VICTIMS = {
    'a user': () => registerUnderOffer(api, ['customer']),
    'a member of staff': () => employ(api, ['administrator']),
  };
  type Ask = { number: string; request: string; code: string; proof: object };
  /** Names the own company as the account, as long as the API takes that. */
  const ask = async (body: Ask, company: Registered) => {
    const named = await api.as().post('/v1/reidentifications', { ...body, account: company.id });
    if (named.problem?.code !== 'invalid-input') return named;
    return working((headers) => api.as().post('/v1/reidentifications', body, { headers }));
  };
  const aboutNumbers = async (number: string) => (await textsTo(number)).filter(({ text }) => /number will be|number is asked/.test(text));
  const lifeAbout = async ({ person }: Registered): Promise<string> => {
    const [row] = await api.rows<{ life: string }>('select life from reidentification where person = $1 and open', person);
    return row?.life as string;
  };

  it.each([
    ['a user', 'documents'],
    ['a user', 'password'],
    ['a member of staff', 'documents'],
    ['a member of staff', 'password'],
  ] as const)(
    'cannot take over %s by %s: the old number is told, their own accounts object, and the company learns nothing',
    async (who, way) => {
      await api.withWorker(async () => {
        const [company, victim] = await Promise.all([registerUnderOffer(api, ['customer'], { kind: 'company' }), VICTIMS[who]()]);
        if (way === 'password')
          done(await api.as(victim).post('/v1/auth/password', { password: PASSWORD, ...(await askCode(api, victim.number, 'confirm')) }));
        done(await api.as(company).post(`/v1/accounts/${company.id}/add-member`, { number: victim.number, roles: ['accountant'] }));
        const proof = way === 'password' ? { password: PASSWORD } : { documents: 'I am the director of the company' };
        const mine = anyNumber();
        expect((await ask({ number: victim.number, ...(await askCode(api, mine, 'reidentify')), proof }, company)).status).toBe(202);

        await until(async () => (await aboutNumbers(victim.number)).length > 0, 'the text to the number that would change');
        expect(await aboutNumbers(company.number)).toEqual([]);
        const isPaused = async ({ id }: { id: string }) =>
          (await api.rows<{ paused: boolean }>('select paused from account where id = $1', id))[0]?.paused;
        expect([await isPaused(victim), await isPaused(company)]).toEqual([way === 'password', false]);
        // Who is named a member without a yes is none: the company has nothing to do with the request.
        const life = await lifeAbout(victim);
        const address = `/v1/reidentifications/${life.replace('reidentification/', '')}`;
        expect((await api.as(company).get(address)).status).toBe(404);
        expect((await api.as(company).post(`${address}/object`, {})).status).toBe(404);

        const { items } = done(await api.as(victim).get<{ items: { id: string }[] }>('/v1/auth/reidentifications'));
        expect(items).toHaveLength(1);
        done(await api.as(victim).post(`/v1/auth/reidentifications/${items[0]?.id}/object`, undefined, { key: null }));
        const state = async () => (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
        expect(await state()).toBe('refused');
        await until(async () => (await isPaused(victim)) === false, 'the end of the pause');
        const [row] = await api.rows<{ id: string; number: Buffer }>('select id, number from person where id = $1', victim.person);
        expect(openedNumber(row)).toBe(victim.number);
      });
    },
  );

  it('needs two of the staff who have nothing to do with the person, and administrators for a member of staff', async () => {
    const [support, second, administrator, other] = await Promise.all([
      employ(api, ['support']),
      employ(api, ['support']),
      employ(api, ['administrator']),
      employ(api, ['administrator']),
    ]);
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const asked = async (victim: Registered) => {
      const proof = { documents: 'A passport' };
      const body = { number: victim.number, ...(await askCode(api, anyNumber(), 'reidentify')), proof };
      expect((await working((headers) => api.as().post('/v1/reidentifications', body, { headers }))).status).toBe(202);
      const address = `/v1/reidentifications/${(await lifeAbout(victim)).replace('reidentification/', '')}`;
      return async (by: Person, name: string) => {
        const { status, problem } = await api.as(by).post<{ state: string }>(`${address}/${name}`, {});
        return problem ? `${status} ${(problem as { rule?: string }).rule ?? problem.code}` : status;
      };
    };
    const user = await registerUnderOffer(api, ['customer']);
    const member = await join(api, company, user, ['accountant']);
    const colleagueOfUser = { ...support, token: support.token };
    await join(api, company, support, ['manager']);
    const ofUser = await asked(user);
    expect(await ofUser(colleagueOfUser, 'approve')).toBe('422 personIsOfAnother');
    expect(await ofUser(second, 'approve')).toBe(200);
    expect(await ofUser(second, 'confirm')).toMatch(/^403/);
    // The same person with another account of the staff.
    const again = await employ(api, ['support']);
    await api.owner.query(`insert into membership (account, person, roles) values ($1, $2, '{owner}')`, [again.id, second.person]);
    const twin = { ...again, token: await openSessionFor(api.owner, second.person, again.id) };
    expect(await ofUser(twin, 'confirm')).toMatch(/^403/);
    expect(await ofUser(administrator, 'confirm')).toBe(200);
    expect((await api.as(member).get('/v1/accounts/me')).status).toBe(200);

    const ofStaff = await asked(other);
    expect(await ofStaff(second, 'approve')).toBe('422 administratorsDecide');
    expect(await ofStaff(other, 'approve')).toBe('404 not-found');
    expect(await ofStaff(administrator, 'approve')).toBe(200);
    expect(await ofStaff(administrator, 'confirm')).toMatch(/^403/);
    expect(await ofStaff(await employ(api, ['administrator']), 'confirm')).toBe(200);
  });
});
