/** Membership begins with a yes of the person (1.4), and what happens to a person is not the company's business. */
import { randomUUID } from 'node:crypto';
import { authorisedNumber } from '../../models/stores/person.ts';
import { shiftClock } from '../../testing/engine/pass.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { invite, join, joinCompany, openSessionFor, registerUnderOffer } from '../../testing/people/accounts.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import { askCode, enter, logIn, registered, toldOf, withToken } from '../../testing/people/logins.ts';
import { anyNumber, createNewcomer } from '../../testing/people/people.ts';
import { done } from '../../testing/people/registration.ts';
import { openedNumber } from '../../testing/people/sealed.ts';
import { setParameter, textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api, Client, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ connections: 20 });
  await liftLimits(api.owner);
});
afterAll(() => api.close());

interface Invitation {
  id: string;
  account: { id: string; name: string; kind: string };
  invitedBy: string;
  roles: { role: string; allows: string }[];
  until: string;
}
interface Account {
  members: { person: string }[];
  invitations: { id: string; number: string }[];
}

const DAY = 86_400_000;
const UNKEYED = { key: null };
const company = (name?: string): Promise<Registered> =>
  registerUnderOffer(api, ['customer'], { kind: 'company', ...(name !== undefined && { name }) });
const invites = (by: Registered, number: string, roles = ['manager']) =>
  api.as(by).post<Account>(`/v1/accounts/${by.id}/add-member`, { number, roles });
const invitationsOf = async (client: Client): Promise<Invitation[]> =>
  done(await client.get<{ items: Invitation[] }>('/v1/auth/invitations')).items;
const answer = (client: Client, { id }: { id: string }, how: 'accept' | 'decline') =>
  client.post(`/v1/auth/invitations/${id}/${how}`, undefined, UNKEYED);
const membershipsOf = (person: string) => api.rows('select from membership where person = $1', person);

describe('an invitation', () => {
  it('makes nobody a member: the person sees who invites, with what, until when, and says yes or no', async () => {
    const [inviter, one] = [await company(), await registered(api)];
    const mine = withToken(api, one.token);
    done(await invites(inviter, one.number, ['owner', 'accountant']));
    expect(await membershipsOf(one.person.id)).toHaveLength(1);
    const [invitation] = await invitationsOf(mine);
    expect(invitation).toEqual({
      id: expect.any(String),
      account: { id: inviter.id, name: inviter.name, kind: 'company' },
      invitedBy: `${inviter.number.slice(0, 5)}•••••${inviter.number.slice(-2)}`,
      roles: [
        { role: 'owner', allows: expect.stringMatching(/everything/) },
        { role: 'accountant', allows: expect.stringMatching(/pays/) },
      ],
      until: expect.any(String),
    });
    expect(Date.parse(invitation?.until ?? '') - Date.now()).toBeGreaterThan(6 * DAY);
    // Until then no session acts for it, whatever it names.
    expect((await logIn(api, { ...(await askCode(api, one.number)), account: inviter.id })).problem?.code).toBe('not-found');

    const other = withToken(api, (await registered(api)).token);
    for (const how of ['accept', 'decline'] as const)
      expect((await answer(other, invitation as Invitation, how)).problem?.code).toBe('not-found');
    expect((await answer(mine, invitation as Invitation, 'accept')).status).toBe(200);
    expect(await membershipsOf(one.person.id)).toHaveLength(2);
    expect(await invitationsOf(mine)).toEqual([]);
    expect((await answer(mine, invitation as Invitation, 'accept')).problem?.code).toBe('not-found');
    const [accepted] = (await toldOf(api, inviter.id)).filter(({ type }) => type === 'invitationAccepted');
    expect(accepted).toMatchObject({
      by: 'platform',
      actor: { account: inviter.id, person: expect.any(String), session: expect.any(String) },
    });
  });

  it('ends with a no, with its withdrawal, and by its term', async () => {
    const [inviter, one] = [await company(), await registered(api)];
    const mine = withToken(api, one.token);
    done(await invites(inviter, one.number));
    const [declined] = await invitationsOf(mine);
    expect((await answer(mine, declined as Invitation, 'decline')).status).toBe(200);

    const { invitations } = done(await invites(inviter, one.number));
    const [withdrawn] = await invitationsOf(mine);
    expect(invitations.map(({ id }) => id)).toEqual([withdrawn?.id]);
    done(await api.as(inviter).post(`/v1/accounts/${inviter.id}/withdraw-invitation`, { invitation: withdrawn?.id }));
    expect((await answer(mine, withdrawn as Invitation, 'accept')).problem?.code).toBe('not-found');

    done(await invites(inviter, one.number));
    const [lapsed] = await invitationsOf(mine);
    await shiftClock(api, `account/${inviter.id}`, 8 * DAY);
    expect((await answer(mine, lapsed as Invitation, 'accept')).problem?.code).toBe('not-found');
    expect(await invitationsOf(mine)).toEqual([]);
    expect(await membershipsOf(one.person.id)).toHaveLength(1);
  });

  it('says nothing about a number to the account: a known one, an unknown one and one that was invited by others get the same', async () => {
    const [inviter, another, known] = [await company(), await company(), await registered(api)];
    const busy = anyNumber();
    done(await invites(another, busy));
    const answers = await Promise.all(
      [known.number, anyNumber(), busy].map(async (number) => {
        const asker = await company();
        const { status, body } = await invites(asker, number);
        const { invitations, members } = body;
        return [status, members.length, invitations.map((each) => Object.keys(each)), Object.keys(body).length];
      }),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    done(await invites(inviter, known.number));
    const told = JSON.stringify(
      await Promise.all(
        ['', '/notices'].map(async (part) => (await api.as(inviter).get<object>(`/v1/accounts/${inviter.id}${part}`)).body),
      ),
    );
    for (const secret of [known.number, known.person.id]) expect(told).not.toContain(secret);
  });

  it('is told by a text once a day, whoever invites, which holds no address and no words of the inviter', async () => {
    const number = anyNumber();
    const [first, second] = [await company('ТОО «Строй» http://evil.kz'), await company()];
    await api.withWorker(async () => {
      done(await invites(first, number));
      await until(async () => (await textsTo(number)).length > 0, 'the text');
      done(await invites(second, number));
      await until(
        async () =>
          (await api.rows(`select from notice where life = $1 and template = 'invitation' and status = 'repeated'`, `account/${second.id}`))
            .length > 0,
        'the second text, which is not sent',
      );
    });
    const texts = (await textsTo(number)).map(({ text }) => text);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/^Компания приглашает вас/);
    expect(texts[0]).not.toMatch(/Строй|evil/);
    expect((await invitationsOf(withToken(api, (await enter(api, number)).token))).map(({ account }) => account.id).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    );
  });

  it('has limits: of an account, of a number, and of what a person joins', async () => {
    const limits = { invitationsPerAccount: 20, invitationsPerPerson: 20, membershipsPerPerson: 20 };
    try {
      for (const code of Object.keys(limits)) await setParameter(api.owner, code, 1);
      const [inviter, other, number] = [await company(), await company(), anyNumber()];
      done(await invites(inviter, number));
      expect((await invites(inviter, anyNumber())).problem).toMatchObject({ code: 'rule-refused', rule: 'invitationsAreLeft' });
      expect((await invites(other, number)).problem).toMatchObject({ code: 'rule-refused', rule: 'invitationsToPersonAreLeft' });
      const one = await createNewcomer(api.owner);
      const accepts = async (by: Registered) => answer(withToken(api, one.token), await invite(api, by, one, ['manager']), 'accept');
      expect((await accepts(other)).status).toBe(200);
      expect((await accepts(await company())).problem).toMatchObject({ code: 'rule-refused', rule: 'membershipsAreLeft' });
    } finally {
      for (const [code, value] of Object.entries(limits)) await setParameter(api.owner, code, value);
    }
  });
});

describe('a member', () => {
  const leave = (person: Person, { id }: { id: string }) => api.as(person).post(`/v1/auth/accounts/${id}/leave`, undefined, UNKEYED);

  it('may leave at any time, and its sessions end; the last owner hands over first', async () => {
    const inviter = await company();
    const member = await joinCompany(api, inviter, ['manager']);
    expect((await leave(member, await company())).problem?.code).toBe('not-found');
    expect((await leave(member, inviter)).status).toBe(200);
    expect((await api.as(member).get('/v1/accounts/me')).status).toBe(401);
    expect(await membershipsOf(member.person)).toEqual([]);
    expect((await leave(inviter, inviter)).problem).toMatchObject({ code: 'rule-refused', rule: 'ownerRemains' });
    const heir = await joinCompany(api, inviter, ['owner']);
    expect((await leave(inviter, inviter)).status).toBe(200);
    expect(done(await api.as(heir).get<Account>('/v1/accounts/me')).members).toHaveLength(1);
  });

  it('is told alone of what happens to their access: the chain and the owner of a company learn nothing', async () => {
    await api.withWorker(async () => {
      const inviter = await company();
      const member = await joinCompany(api, inviter, ['manager']);
      const before = (await toldOf(api, inviter.id)).length;
      const login = await enter(api, member.number);
      const password = { password: 'қызыл шатыр 47 тау', ...(await askCode(api, member.number, 'confirm')) };
      done(await withToken(api, login.token).post('/v1/auth/password', password));
      const texts = async () => (await textsTo(member.number)).map(({ text }) => text);
      await until(async () => (await texts()).some((text) => text.includes('from a new device')), 'the text about the login');
      await until(async () => (await texts()).some((text) => text.includes('password for AkJet was set')), 'the text about the password');
      expect(await toldOf(api, inviter.id)).toHaveLength(before);
      expect((await textsTo(inviter.number)).filter(({ text }) => /device|password/.test(text) && !/account/.test(text))).toEqual([]);
      const alerts = await api.rows<{ type: string; actor: object }>(
        `select type, actor from event where life like 'alert/%' and input ->> 'person' = $1 order by at`,
        member.person,
      );
      expect(alerts.map(({ type }) => type)).toEqual(['loggedIn', 'passwordSet']);
      expect(Object.keys(alerts[0]?.actor ?? {}).toSorted()).toEqual(['device', 'person', 'session']);
    });
  });

  it('of many companies logs in at the cost of one: the login writes one event', async () => {
    const one = await registered(api);
    for (let each = 0; each < 3; each++) await join(api, await company(), { person: one.person.id, number: one.number }, ['manager']);
    const events = await api.countEvents();
    await enter(api, one.number);
    expect(await api.countEvents()).toBe(events + 1);
  });

  it('who is a newcomer acts for their own account after registering it, and not for the company', async () => {
    const [inviter, newcomer] = [await company(), await createNewcomer(api.owner)];
    await join(api, inviter, newcomer, ['manager']);
    const login = await enter(api, newcomer.number);
    expect(login.session.account).toBeNull();
    expect((await withToken(api, login.token).get('/v1/accounts/me')).problem?.code).toBe('account-needed');
    expect(
      (await api.as({ ...inviter, token: await openSessionFor(api.owner, newcomer.person, inviter.id) }).get('/v1/accounts/me')).status,
    ).toBe(200);
    expect((await answer(withToken(api, login.token), { id: randomUUID() }, 'accept')).problem?.code).toBe('not-found');
  });

  it('does not become the reader of a company’s texts by being invited as an owner, nor before the first owner', async () => {
    const inviter = await company();
    // Older than the owner of the company.
    const [row] = await api.rows<{ id: string; number: Buffer }>('select id, number from person order by created_at limit 1');
    const old = openedNumber(row);
    done(await invites(inviter, old ?? '', ['owner']));
    const numberOf = () => authorisedNumber(api.lives.database, inviter.id);
    expect(await numberOf()).toBe(inviter.number);
    const login = await enter(api, old);
    for (const each of await invitationsOf(withToken(api, login.token))) await answer(withToken(api, login.token), each, 'accept');
    expect(await numberOf()).toBe(inviter.number);
  });
});
