/** IIN and BIN: anybody may name one, one account proves it, and no response tells who has it (M1). */
import { randomUUID } from 'node:crypto';
import type { Registered } from '../../testing/people/accounts.ts';
import { employ, openSessionFor, registerUnderOffer } from '../../testing/people/accounts.ts';
import { anyIdentifier } from '../../testing/people/identifiers.ts';
import { createNewcomer } from '../../testing/people/people.ts';
import type { Proposed } from '../../testing/people/proposals.ts';
import { agree, decide } from '../../testing/people/proposals.ts';
import type { Account } from '../../testing/people/registration.ts';
import { command, does, done, read, registration, settle } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, ProblemBody, Task } from '../../testing/worlds/api.ts';
import { openApi, startable } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
let staff: Registered;
beforeAll(async () => {
  api = await openApi();
  staff = await employ(api, ['support', 'moderator']);
});
afterAll(() => api.close());

const refusalOf = ({ status, problem }: { status: number; problem: ProblemBody | undefined }) => [status, problem?.rule ?? problem?.code];
const templatesOf = async ({ id }: Pick<Account, 'id'>): Promise<string[]> =>
  (await api.rows<{ template: string }>(`select distinct on (seq) template from notice where life = $1 order by seq`, `account/${id}`)).map(
    ({ template }) => template,
  );
const counted = async (account: Pick<Account, 'id'>, template: string): Promise<number> =>
  (await templatesOf(account)).filter((each) => each === template).length;
const told = (account: Pick<Account, 'id'>, template: string, times = 1) =>
  until(async () => (await counted(account, template)) >= times, `${template} of ${account.id}`);

/** The account shows a document of its own accord. Returns the address of the verification. */
async function shows(person: Person): Promise<string> {
  await does(api, person, person, 'prove-identity', { what: 'My identity card' });
  const { verification } = await read(api, person);
  const path = `/v1/verifications/${verification}`;
  await until(async () => (await api.as(person).get(path)).status === 200, 'the verification');
  done(await api.as(person).post(`${path}/submit`, { evidence: 'The card, both sides' }));
  return path;
}
const approve = (path: string) => api.as(staff).post(`${path}/approve`, { version: 1 });
const proves = async (person: Person): Promise<void> => {
  done(await approve(await shows(person)));
  await told(person, 'identity-proved');
};

/** A response without what differs between any two accounts. */
function shapeOf(account: Account): object {
  const { id, number, receipt, identifier, members, ...rest } = account as Account & { receipt: object };
  const text = JSON.stringify(rest).replaceAll(id, 'ID');
  return { text, has: [number, receipt, identifier, members].map((each) => typeof each) };
}

describe('a registration', () => {
  it('answers the same whether the IIN is free, named by others, proved, or of a closed or terminated account', async () => {
    const [named, proved] = [anyIdentifier(), anyIdentifier()];
    await settle(api, { identifier: named });
    await api.withWorker(async () => proves((await settle(api, { identifier: proved })).person));
    const shape = async (identifier: string) => {
      const newcomer = await createNewcomer(api.owner);
      const body = await registration(api, newcomer, { identifier });
      const began = performance.now();
      const reply = await api.as(newcomer).post<Account>('/v1/accounts', body);
      return { time: performance.now() - began, status: reply.status, shape: shapeOf(reply.body) };
    };
    const numbers = Array.from({ length: 40 }, (_, index) => [anyIdentifier(), named, proved][index % 3] as string);
    const seen: (Awaited<ReturnType<typeof shape>> & { isFree: boolean })[] = [];
    for (const [index, identifier] of numbers.entries()) seen.push({ ...(await shape(identifier)), isFree: index % 3 === 0 });
    expect(new Set(seen.map(({ status, shape: body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(seen[0]?.status).toBe(201);
    // How often a free number took longer than a taken one: a half, if the time tells nothing.
    const [free, taken] = [seen.filter(({ isFree }) => isFree), seen.filter(({ isFree }) => !isFree)];
    const longer = free.flatMap(({ time }) => taken.filter((other) => time > other.time)).length / (free.length * taken.length);
    expect(longer).toBeGreaterThan(0.2);
    expect(longer).toBeLessThan(0.8);
  });

  it('with the number of another account is told to that account, once a day and without a name', async () => {
    const identifier = anyIdentifier();
    const holder = await settle(api, { identifier });
    await api.withWorker(async () => {
      const squatter = await settle(api, { identifier });
      await told(holder.person, 'identity-claimed');
      for (let nth = 0; nth < 3; nth++) await settle(api, { identifier });
      await until(async () => (await api.rows(`select from effect where kind = 'tellHolders' and open`)).length === 0, 'all told');
      expect(await counted(holder.person, 'identity-claimed')).toBe(1);
      const { body } = await api
        .as(holder.person)
        .get<{ items: { text?: string; body?: string }[] }>(`/v1/accounts/${holder.person.id}/notices`);
      for (const secret of [squatter.person.id, squatter.person.number, squatter.account.name])
        expect(JSON.stringify(body)).not.toContain(secret);
      // The registrant learns nothing: not from notices, not from the chain.
      const own = await api.as(squatter.person).get<{ items: { type: string }[] }>(`/v1/accounts/${squatter.person.id}/events`);
      expect(JSON.stringify(own.body)).not.toContain(holder.person.id);
    });
  });

  it('is possible a few times a day for a person, and a number of times for a network', async () => {
    const person = await createNewcomer(api.owner);
    const attempt = async (who: Person = person) => api.as(who).post('/v1/accounts', await registration(api, who));
    const key = randomUUID();
    const body = await registration(api, person);
    for (let nth = 0; nth < 3; nth++) expect((await api.as(person).post('/v1/accounts', body, { key })).status).toBe(201);
    for (let nth = 1; nth < 5; nth++) expect((await attempt()).status).toBe(201);
    const refused = await attempt();
    expect(refusalOf(refused)).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000);
    // A mistyped number is not counted, and another person still registers.
    expect((await attempt(await createNewcomer(api.owner))).status).toBe(201);
    await setParameter(api.owner, 'registrationsPerAddress', 1);
    expect(refusalOf(await attempt(await createNewcomer(api.owner)))).toEqual([429, 'too-many-requests']);
    await setParameter(api.owner, 'registrationsPerAddress', 10_000);
  });
});

describe('an unproved account', () => {
  it('is marked wherever another party reads of it, in three languages', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const { person: contractor } = await settle(api, { roles: ['contractor'] });
    await does(api, contractor, contractor, 'describe', { profile: { headline: 'Roofs' } });
    const task = await api.as(customer).postTask();
    for (const [language, words] of [
      ['kk', 'ЖСН/БСН расталмаған'],
      ['ru', 'ИИН/БИН не подтверждён'],
      ['en', 'IIN/BIN not proved'],
    ] as const) {
      const wish = { language };
      const identity = { proved: false, words };
      expect((await api.as(contractor).get<Task>(`/v1/tasks/${task.id}`, wish)).body.postedBy).toMatchObject({ identity });
      expect((await api.as(customer).get(`/v1/contractors/${contractor.id}`, wish)).body).toMatchObject({ identity });
      const list = await api.as(customer).get<{ items: { id: string }[] }>('/v1/contractors', wish);
      expect(list.body.items.find(({ id }) => id === contractor.id)).toMatchObject({ identity });
      expect((await api.as(customer).get('/v1/accounts/me', wish)).body).toMatchObject({ identity: { ...identity, displaced: false } });
    }
  });

  it('posts and accepts small tasks only, and few at a time; the problem says how to prove', async () => {
    const [customer, contractor] = [await registerUnderOffer(api, ['customer']), await registerUnderOffer(api, ['contractor'])];
    const proved = await api.join(['customer', 'contractor']);
    const lines = (unitPrice: number) => [{ name: 'Work', unit: 'hour', quantity: 1, unitPrice }];
    const post = (who: Person, unitPrice: number, more: object = {}) =>
      api.as(who).post<Task>('/v1/tasks', startable({ lines: lines(unitPrice), ...more }));
    const refused = await post(customer, 30_000_001);
    expect(refusalOf(refused)).toEqual([403, 'identity-unproved']);
    expect(refused.problem?.title).toContain('prove-identity');
    expect((await post(customer, 30_000_000)).status).toBe(201);
    const dear = done(await post(proved, 30_000_001));
    expect(refusalOf(await api.as(contractor).post(`/v1/tasks/${dear.id}/accept`, { version: 1 }))).toEqual([403, 'identity-unproved']);
    expect((await api.as(contractor).post(`/v1/tasks/${dear.id}/accept?preview=true`, { version: 1 })).problem?.code).toBe(
      'identity-unproved',
    );
    const other = await api.join(['contractor']);
    expect((await api.as(other).post(`/v1/tasks/${dear.id}/accept`, { version: 1 })).status).toBe(200);

    // Five at a time, however many are asked for at once.
    expect(refusalOf(await post(customer, 1_000_000, { places: 5 }))).toEqual([403, 'identity-unproved']);
    const many = await Promise.all(Array.from({ length: 8 }, () => post(customer, 1_000_000)));
    expect(many.filter(({ status }) => status === 201)).toHaveLength(4);
    expect((await Promise.all(Array.from({ length: 8 }, () => post(proved, 1_000_000)))).every(({ status }) => status === 201)).toBe(true);
  });

  it('changes a number that it mistyped, under the same limits; a proved one is not changed', async () => {
    const { person } = await settle(api);
    const change = (identifier: string) => api.as(person).post<Account>('/v1/accounts/me/identifier', { identifier });
    expect((await change('123')).status).toBe(400);
    const identifier = anyIdentifier();
    const { body } = await change(identifier);
    expect(body).toMatchObject({ identifier: `${identifier.slice(0, 6)}••••${identifier.slice(-2)}`, identity: { proved: false } });
    await api.withWorker(() => proves(person));
    expect(refusalOf(await change(anyIdentifier()))).toEqual([409, 'not-in-this-state']);
    expect((await read(api, person)).identifier).toBe(body.identifier);
  });
});

describe('a proof', () => {
  it('displaces the other accounts with the number: what runs goes on, nothing new begins, a corrected number ends it', async () => {
    const identifier = anyIdentifier();
    const [squatter, owner] = [await settle(api, { identifier, roles: ['customer'] }), await settle(api, { identifier })];
    const contractor = await api.join(['contractor']);
    const task = await api.as(squatter.person).postTask();
    await api.as(contractor).command(task.id, 'accept', { version: 1 });
    await api.as(contractor).command(task.id, 'start');
    await api.withWorker(async () => {
      await proves(owner.person);
      await told(squatter.person, 'identity-displaced');
    });
    expect(await read(api, owner.person)).toMatchObject({ identity: { proved: true }, mayBegin: true });
    expect(await read(api, squatter.person)).toMatchObject({ identity: { proved: false, displaced: true }, mayAct: true, mayBegin: false });
    const refused = await api.as(squatter.person).post('/v1/tasks', startable());
    expect(refusalOf(refused)).toEqual([403, 'identity-displaced']);
    expect(refused.problem).toMatchObject({ next: { href: `/v1/accounts/${squatter.person.id}/prove-identity` } });
    await api.as(contractor).command(task.id, 'submit');
    await api.as(squatter.person).command(task.id, 'approve');
    await api.as(contractor).command(task.id, 'confirm');

    // A later registration is unproved and displaces nobody, and looks like any other.
    expect((await settle(api, { identifier })).account).toMatchObject({ identity: { proved: false, displaced: false }, mayBegin: true });
    expect((await read(api, owner.person)).identity).toMatchObject({ proved: true, displaced: false });

    done(await api.as(squatter.person).post('/v1/accounts/me/identifier', { identifier: anyIdentifier() }));
    expect((await api.as(squatter.person).post('/v1/tasks', startable())).status).toBe(201);
  });

  it('is one for a number: where two show documents, the staff see both and decide', async () => {
    const identifier = anyIdentifier();
    const [first, second] = [await settle(api, { identifier }), await settle(api, { identifier })];
    await api.withWorker(async () => {
      const [one, two] = [await shows(first.person), await shows(second.person)];
      // Of two approvals at the same moment one holds.
      const answers = await Promise.all([approve(one), approve(two)]);
      expect(answers.map(refusalOf).filter(([status]) => status !== 200)).toEqual([[422, 'identityIsProvedElsewhere']]);
      const [winner, loser, path] = answers[0]?.status === 200 ? [first, second, two] : [second, first, one];
      await told(winner.person, 'identity-proved');
      await told(loser.person, 'identity-displaced');
      const seen = await api.as(staff).get<Account>(`/v1/accounts/${loser.person.id}`);
      expect(seen.body.identity.namesakes).toEqual([{ account: winner.person.id, standing: 'active', proved: true }]);
      expect((await read(api, loser.person)).identity.namesakes).toBeNull();

      expect((await command(api, loser.person, winner.person, 'withdraw-identity', { reasons: 'Mine' })).status).toBe(404);
      const path2 = `/v1/accounts/${winner.person.id}/withdraw-identity`;
      await agree(api, [staff, await employ(api, ['administrator'])], path2, { reasons: 'The card was forged' });
      expect(await read(api, winner.person)).toMatchObject({
        identity: { proved: false, displaced: true, withdrawal: 'The card was forged' },
        mayBegin: false,
      });
      expect((await approve(path)).status).toBe(200);
      await told(loser.person, 'identity-proved');
      expect(await read(api, loser.person)).toMatchObject({ identity: { proved: true, displaced: false }, mayBegin: true });
    });
  });

  it('is withdrawn by two persons of the staff, neither of whom has an account with that number', async () => {
    const identifier = anyIdentifier();
    const [winner, rival] = [await settle(api, { identifier }), await settle(api, { identifier })];
    await api.withWorker(() => proves(winner.person));
    const path = `/v1/accounts/${winner.person.id}/withdraw-identity`;
    const reasons = { reasons: 'The card was forged' };
    const [second, concerned] = [await employ(api, ['administrator']), await employ(api, ['moderator'], rival.person)];
    const isProved = async () => (await read(api, winner.person)).identity.proved;
    const propose = (by: Person) => api.as(by).post<Proposed>(path, reasons);

    // One person alone only proposes, and the account's user does not learn of it.
    const before = (await read(api, winner.person)).seq;
    const proposed = await propose(staff);
    expect([proposed.status, await isProved(), (await read(api, winner.person)).seq]).toEqual([202, true, before]);
    const proposal = done(proposed);
    expect(proposal.identityWithdrawal).toEqual({ account: winner.person.id, ...reasons });
    for (const same of [staff, { ...staff, token: await openSessionFor(api.owner, staff.person, staff.id) }])
      expect(refusalOf(await decide(api, same, proposal))).toEqual([422, 'secondPersonDecides']);
    // Who could prove the number next decides nothing about who has proved it.
    expect(refusalOf(await decide(api, concerned, proposal))).toEqual([422, 'accountIsOfAnother']);
    expect(refusalOf(await decide(api, await employ(api, ['support']), proposal))).toEqual([403, 'role-missing']);
    expect(await isProved()).toBe(true);

    done(await decide(api, second, proposal));
    expect(await read(api, winner.person)).toMatchObject({ identity: { proved: false, displaced: true, withdrawal: reasons.reasons } });
    expect(refusalOf(await decide(api, second, done(await api.as(staff).get<Proposed>(`/v1/operator/proposals/${proposal.id}`))))).toEqual([
      200,
      undefined,
    ]);
    expect(refusalOf(await propose(staff))).toEqual([409, 'not-in-this-state']);
    expect(refusalOf(await propose(concerned))).toEqual([409, 'not-in-this-state']);
  });

  it('is not proposed to be withdrawn, nor decided by documents, by who has an account with that number', async () => {
    const identifier = anyIdentifier();
    const [winner, rival] = [await settle(api, { identifier }), await settle(api, { identifier })];
    const concerned = await employ(api, ['moderator'], rival.person);
    await api.withWorker(async () => {
      const path = await shows(winner.person);
      expect(refusalOf(await api.as(concerned).post(`${path}/refuse`, { version: 1, reasons: 'Mine' }))).toEqual([
        422,
        'accountIsOfAnother',
      ]);
      done(await approve(path));
      await told(winner.person, 'identity-proved');
    });
    const asked = await api.as(concerned).post(`/v1/accounts/${winner.person.id}/withdraw-identity`, { reasons: 'Mine' });
    expect(refusalOf(asked)).toEqual([422, 'accountIsOfAnother']);
  });

  it('of a licence or a tax status proves no identity', async () => {
    const { person } = await settle(api);
    await api.withWorker(async () => {
      await does(api, staff, person, 'verify', { what: 'The licence', kinds: ['licence'] });
      const { verification } = await read(api, person);
      const path = `/v1/verifications/${verification}`;
      await until(async () => (await api.as(person).get(path)).status === 200, 'the verification');
      done(await api.as(person).post(`${path}/submit`, { evidence: 'The licence' }));
      done(await approve(path));
      await until(async () => (await read(api, person)).verification === null, 'the end');
    });
    expect((await read(api, person)).identity.proved).toBe(false);
  });
});
