import { createHash, randomUUID } from 'node:crypto';
import { offerRevisions } from '../../documents/offer.ts';
import { HEAD, requisitesOf, requisitesOfCompany } from '../../local/fictitious-requisites.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { civilDate } from '../../rules/working-days.ts';
import { openSessionFor } from '../../testing/people/accounts.ts';
import { createNewcomer } from '../../testing/people/people.ts';
import { inForceOn, publishes } from '../../testing/people/proposals.ts';
import type { Newcomer } from '../../testing/people/registration.ts';
import { acceptance, accepts, done, read, register, settle } from '../../testing/people/registration.ts';
import { waitsForLock } from '../../testing/probes/locks.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, ProblemBody } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { actsForAccount } from '../route.ts';
import { CHECKBOX } from './schema.ts';

const FIRST = offerRevisions[0]?.text as string;
const FIRST_HASH = offerRevisions[0]?.sha256 as string;

let api: Api;
let staff: Person;
// A revision is published once a day and stays, so each test has its own database.
beforeEach(async () => {
  api = await openApi();
  staff = await api.join(['operator']);
});
afterEach(() => api.close());

interface Acceptances {
  items: { id: string; revision: string; form: string; at: string; statement: string | null }[];
}
interface Link {
  type: string;
  at: string;
  by: string;
  actor: { account?: string; person?: string; session?: string; device?: string };
  input: { acceptance?: string; revision?: string; act?: string };
}

const post = (person: Person, body: object, wish?: { key: string }) => api.as(person).post('/v1/offer/acceptances', body, wish);
const answers = async (person: Person, act: 'acknowledge' | 'decline', revision: string): Promise<void> => {
  const { status, problem } = await post(person, { act, revision });
  expect([status, problem]).toEqual([201, undefined]);
};
const refusalOf = ({ status, problem }: { status: number; problem: ProblemBody | undefined }) => [status, problem?.rule ?? problem?.code];
const listed = async (person: Person) => (await api.as(person).get<Acceptances>('/v1/offer/acceptances')).body.items;
const chain = async (person: Person) => (await api.as(person).get<{ items: Link[] }>(`/v1/accounts/${person.id}/events`)).body.items;

/** A company whose owner acts for it by the charter. */
async function registerCompany() {
  const registered = await register(api, { kind: 'company', roles: ['customer'], name: 'ТОО Строй' });
  done(await api.as(registered.person).put('/v1/accounts/me/requisites', requisitesOfCompany('ТОО Строй', registered.person.person)));
  return registered;
}

/** A revision that is in force from its publication. */
async function publish(words = 'Ещё один пункт'): Promise<string> {
  const today = todayInAlmaty();
  const text = `${inForceOn(FIRST, today)}\n10.4. ${words}.\n`;
  return done(await publishes(api, [staff, await api.join(['operator'])], text, today)).sha256;
}

describe('acceptance of the offer (2.1)', () => {
  it('is given by a contractor with the checkbox and its exact words', async () => {
    const { person } = await register(api);
    for (const checkbox of ['Я принимаю условия публичной оферты.', 'я принимаю условия публичной оферты', 'I accept', ''])
      expect(refusalOf(await post(person, { act: 'accept', revision: FIRST_HASH, checkbox }))).toEqual([422, 'checkboxIsTheirs']);
    expect(refusalOf(await post(person, { act: 'accept', revision: FIRST_HASH }))).toEqual([422, 'formFitsRoles']);
    const { status, body } = await post(person, { act: 'accept', revision: FIRST_HASH, checkbox: CHECKBOX });
    expect([status, body]).toEqual([201, expect.objectContaining({ accepted: FIRST_HASH })]);
    expect(await listed(person)).toEqual([
      { id: expect.any(String), revision: FIRST_HASH, form: 'checkbox', at: expect.any(String), statement: null, signature: null },
    ]);
    const accepted = (await chain(person)).find(({ type }) => type === 'acceptOffer');
    expect(accepted?.input).toMatchObject({ checkbox: CHECKBOX, revision: FIRST_HASH });
  });

  it('is given by a customer with the generated statement, kept sealed and read back byte for byte', async () => {
    const { person } = await registerCompany();
    const { body: drawn } = await api.as(person).get<{ text: string; sha256: string; revision: string }>('/v1/offer/statement');
    expect(drawn.sha256).toBe(createHash('sha256').update(drawn.text).digest('hex'));
    for (const part of ['ТОО Строй', FIRST_HASH, person.number, `Устава действует: директор ${HEAD.name}`])
      expect(drawn.text).toContain(part);
    expect(refusalOf(await post(person, { act: 'accept', revision: FIRST_HASH, checkbox: CHECKBOX }))).toEqual([422, 'formFitsRoles']);
    expect(refusalOf(await post(person, { act: 'accept', revision: FIRST_HASH, statement: 'f'.repeat(64) }))).toEqual([
      422,
      'statementIsCurrent',
    ]);
    await accepts(api, person);
    const [one] = await listed(person);
    expect(one).toMatchObject({ form: 'statement', statement: drawn.sha256 });
    const kept = await api.as(person).get<string>(`/v1/offer/acceptances/${one?.id}/statement`);
    expect(kept.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(kept.body).toBe(drawn.text);
    // It contains BIN and number, so it is stored nowhere in plain, and nobody else reads it.
    const [row] = await api.rows<{ statement: Buffer }>('select statement from offer_acceptance where id = $1', one?.id);
    expect(row?.statement.includes('Строй')).toBe(false);
    for (const other of [staff, (await settle(api)).person])
      for (const form of ['statement', 'paper'])
        expect((await api.as(other).get(`/v1/offer/acceptances/${one?.id}/${form}`)).status).toBe(404);
  });

  it('is shown by a customer as a PDF too, drawn from what was accepted', async () => {
    const { person } = await settle(api, { roles: ['customer'] });
    const [one] = await listed(person);
    const { headers, status } = await api.as(person).get<string>(`/v1/offer/acceptances/${one?.id}/paper`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(headers.get('content-disposition')).toContain('accession-statement.pdf');
    // Before statements were papers only their text was kept.
    const [row] = await api.rows<{ account: string }>('select account from offer_acceptance where id = $1', one?.id);
    expect(row?.account).toBe(person.id);
    const place = { table: 'offer_acceptance', column: 'statement', row: `${one?.id}` };
    await api.owner.query('update offer_acceptance set statement = $2 where id = $1', [one?.id, api.sealing.seal('ЗАЯВЛЕНИЕ\n', place)]);
    expect((await api.as(person).get<string>(`/v1/offer/acceptances/${one?.id}/statement`)).body).toBe('ЗАЯВЛЕНИЕ\n');
    expect((await api.as(person).get(`/v1/offer/acceptances/${one?.id}/paper`)).status).toBe(404);
  });

  it('is given for a company by who may act for it: it names them, and nobody else can', async () => {
    const { person: owner } = await register(api, { kind: 'company', roles: ['customer'], name: 'ТОО Строй' });
    const lacking = await api.as(owner).get('/v1/offer/statement');
    expect(lacking.problem).toMatchObject({ code: 'requisites-missing', next: { href: '/v1/accounts/me/requisites' } });
    expect(lacking.problem?.detail).toContain('представитель с полномочиями');
    expect(refusalOf(await post(owner, { act: 'accept', revision: FIRST_HASH, statement: 'f'.repeat(64) }))).toEqual([
      422,
      'requisites-missing',
    ]);
    done(await api.as(owner).put('/v1/accounts/me/requisites', requisitesOfCompany('ТОО Строй', owner.person)));
    const other = await createNewcomer(api.owner);
    await api.owner.query(`insert into membership (account, person, roles, staff, registered) values ($1, $2, '{owner}', false, false)`, [
      owner.id,
      other.person,
    ]);
    const second = { ...other, id: owner.id, token: await openSessionFor(api.owner, other.person, owner.id) };
    // Other members read it, as the account's tariff.
    expect((await api.as(second).get('/v1/offer/statement')).status).toBe(200);
    const shown = (await acceptance(api, owner)) as { statement: string };
    expect(refusalOf(await post(second, shown))).toEqual([422, 'accedesWhoMayAct']);
    await accepts(api, owner);
    expect((await listed(owner))[0]?.statement).toBe(shown.statement);
  });

  it('needs both if the account is both', async () => {
    const { person } = await register(api, { roles: ['customer', 'contractor'] });
    const whole = (await acceptance(api, person)) as { checkbox: string; statement: string };
    for (const part of [
      { ...whole, checkbox: undefined },
      { ...whole, statement: undefined },
    ])
      expect(refusalOf(await post(person, part))).toEqual([422, 'formFitsRoles']);
    expect((await post(person, whole)).status).toBe(201);
  });

  it('must name the revision in force and a statement with its current text', async () => {
    const { person } = await register(api, { roles: ['customer'] });
    const old = await acceptance(api, person);
    const second = await publish();
    expect(refusalOf(await post(person, old))).toEqual([422, 'revisionIsInForce']);
    expect(refusalOf(await post(person, { ...old, revision: second }))).toEqual([422, 'statementIsCurrent']);
    expect(refusalOf(await post(person, { ...old, revision: 'f'.repeat(64) }))).toEqual([422, 'revisionIsInForce']);
    await accepts(api, person);
    expect((await listed(person)).map(({ revision }) => revision)).toEqual([second]);
  });

  it('repeated with its key gets the same response, also under a later revision, and is recorded once', async () => {
    const { person } = await register(api, { roles: ['customer'] });
    const body = await acceptance(api, person);
    const first = await post(person, body, { key: 'once' });
    await publish();
    const again = await post(person, body, { key: 'once' });
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect((again.body as unknown as { receipt: object }).receipt).toEqual((first.body as unknown as { receipt: object }).receipt);
    expect(refusalOf(await post(person, { ...body, act: 'decline' }, { key: 'once' }))[0]).toBe(422);
    expect(await listed(person)).toHaveLength(1);
  });

  it('cannot be given by the staff', async () => {
    for (const act of ['accept', 'acknowledge', 'decline']) expect((await post(staff, { act, revision: FIRST_HASH })).status).toBe(404);
    expect((await api.as(staff).get('/v1/offer/statement')).status).toBe(404);
    expect(await listed(staff)).toEqual([]);
  });

  it('must precede every command of any life, and the refusal says what to do; reading needs none', async () => {
    const { person } = await register(api, { roles: ['customer', 'contractor'] });
    const moving = api.routes.filter(
      (route) => route.method !== 'get' && route.moves && !route.always && !route.beforeOffer && actsForAccount(route),
    );
    expect(moving.length).toBeGreaterThanOrEqual(80);
    const events = await api.countEvents();
    // Routes without a body reach admission; the others are refused before for their body.
    const codes = await Promise.all(
      moving.map(async ({ method, path }) => {
        const address = path.replaceAll(/\{\w+\}/g, /\/(social-transfers|months)\//.test(path) ? '2101-01' : randomUUID());
        const { problem } = await api.as(person)[method as 'post' | 'put' | 'patch'](address, {});
        if (problem?.code === 'offer-not-accepted')
          expect(problem).toMatchObject({ clause: '2.1', next: { method: 'POST', href: '/v1/offer/acceptances', revision: FIRST_HASH } });
        return `${problem?.code}`;
      }),
    );
    expect(new Set(codes)).toEqual(new Set(['offer-not-accepted', 'invalid-input']));
    expect(codes.filter((code) => code === 'offer-not-accepted').length).toBeGreaterThan(20);
    expect(refusalOf(await api.as(person).post('/v1/tasks', posting()))).toEqual([403, 'offer-not-accepted']);
    expect(await api.countEvents()).toBe(events);
    for (const path of ['/v1/tasks', '/v1/accounts/me', '/v1/contractors', '/v1/offer'])
      expect((await api.as(person).get(path)).status).toBe(200);
    await accepts(api, person);
    done(await api.as(person).put('/v1/accounts/me/requisites', requisitesOf('Somebody')));
    expect((await api.as(person).post('/v1/tasks', posting())).status).toBe(201);
  });
});

describe('a new revision (10.2)', () => {
  let customer: Newcomer;
  let second: string;
  let task: string;
  beforeEach(async () => {
    customer = (await settle(api, { roles: ['customer'] })).person;
    task = (await api.as(customer).postTask()).id;
    second = await publish();
  });
  const change = () => api.as(customer).post(`/v1/tasks/${task}/withdraw`);

  it('refuses every command until it was shown', async () => {
    const next = { href: '/v1/offer/acceptances', revision: second };
    expect((await change()).problem).toMatchObject({ code: 'offer-not-shown', clause: '10.2', next });
    expect((await api.as(customer).post('/v1/tasks', posting())).problem).toMatchObject({ code: 'offer-not-shown', next });
    expect((await read(api, customer)).offer).toMatchObject({ inForce: second, next: 'acknowledge', accepted: { revision: FIRST_HASH } });
    expect(refusalOf(await post(customer, { act: 'acknowledge', revision: FIRST_HASH }))).toEqual([422, 'revisionIsInForce']);
  });

  it('is consented to by the next command: the chain records when it was shown, the command, the actor and the device', async () => {
    await answers(customer, 'acknowledge', second);
    expect((await read(api, customer)).offer).toMatchObject({
      next: null,
      shown: { revision: second },
      accepted: { revision: FIRST_HASH },
    });
    expect((await api.as(customer).post('/v1/tasks', posting())).status).toBe(201);
    const links = await chain(customer);
    const [shown, consent] = [links.find(({ type }) => type === 'showOffer'), links.find(({ type }) => type === 'consent')];
    expect(consent?.input).toMatchObject({ revision: second, act: 'POST /v1/tasks' });
    const { person, session, device } = shown?.actor ?? {};
    expect(consent?.actor).toEqual({ account: customer.id, person, session, device });
    for (const hash of [person, session, device]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const { offer } = await read(api, customer);
    expect(offer).toMatchObject({
      shown: null,
      next: null,
      accepted: { form: 'conduct', revision: second, shownAt: shown?.at, at: consent?.at },
    });
    const items = await listed(customer);
    expect(items.map(({ form }) => form)).toEqual(['statement', 'conduct']);
    expect(items[1]?.id).toBe(consent?.input.acceptance);
    expect(items[1]?.id).toBe(offer?.accepted?.acceptance);
    // Once is enough.
    await change();
    expect((await chain(customer)).filter(({ type }) => type === 'consent')).toHaveLength(1);
  });

  it('is consented to once, by the first of several concurrent commands', async () => {
    await answers(customer, 'acknowledge', second);
    await setParameter(api.owner, 'unprovedTasksMost', 100);
    const replies = await Promise.all(Array.from({ length: 6 }, () => api.as(customer).post('/v1/tasks', posting())));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    const links = await chain(customer);
    expect(links.filter(({ type }) => type === 'consent' || type === 'unexpected').map(({ type }) => type)).toEqual(['consent']);
    expect(await listed(customer)).toHaveLength(2);
  });

  it('declined while the first command is being handled is not consented to, and makes no work for the staff', async () => {
    await answers(customer, 'acknowledge', second);
    const client = await api.owner.connect();
    const waiting = '%from life where id = $1 for update%';
    try {
      await client.query('begin');
      await client.query('select from life where id = $1 for update', [`account/${customer.id}`]);
      const declining = post(customer, { act: 'decline', revision: second });
      await waitsForLock(api, waiting);
      const asking = api.as(customer).post('/v1/tasks', posting());
      await waitsForLock(api, waiting, 2);
      await client.query('commit');
      expect((await declining).status).toBe(201);
      expect((await asking).problem?.code).toBe('offer-declined');
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect((await chain(customer)).map(({ type }) => type).slice(-2)).toEqual(['showOffer', 'declineOffer']);
  });

  it('is consented to by a command that then fails, but not by one that was not admitted', async () => {
    await answers(customer, 'acknowledge', second);
    expect((await api.as(customer).post(`/v1/tasks/${task}/withdraw`, { nonsense: 1 })).problem?.code).toBe('invalid-input');
    expect((await chain(customer)).filter(({ type }) => type === 'consent')).toHaveLength(0);
    expect((await api.as(customer).post(`/v1/tasks/${task}/approve`, { round: 1 })).status).toBeGreaterThanOrEqual(400);
    const refused = await api.as(customer).post(`/v1/tasks/${randomUUID()}/withdraw`);
    expect(refused.problem?.code).toBe('not-found');
    expect((await chain(customer)).filter(({ type }) => type === 'consent')).toHaveLength(1);
    expect((await change()).status).toBe(200);
  });

  it('that is declined lets tasks finish and none begin, is not shown again, and may be accepted later', async () => {
    await answers(customer, 'decline', second);
    expect((await read(api, customer)).offer).toMatchObject({ declined: second, next: 'accept', accepted: { revision: FIRST_HASH } });
    expect((await api.as(customer).post('/v1/tasks', posting())).problem).toMatchObject({ code: 'offer-declined', clause: '10.2' });
    expect((await change()).status).toBe(200);
    expect((await chain(customer)).filter(({ type }) => type === 'consent')).toHaveLength(0);
    expect(refusalOf(await post(customer, { act: 'acknowledge', revision: second }))).toEqual([422, 'revisionIsNew']);
    await accepts(api, customer);
    expect((await read(api, customer)).offer).toMatchObject({
      declined: null,
      next: null,
      accepted: { revision: second, form: 'statement' },
    });
    expect((await api.as(customer).post('/v1/tasks', posting())).status).toBe(201);
  });

  it('that is declined also stops running tasks, if the parameter of the day says so', async () => {
    await answers(customer, 'decline', second);
    await setParameter(api.owner, 'offerDeclinedMayFinish', 0);
    expect((await change()).problem?.code).toBe('offer-declined');
    await setParameter(api.owner, 'offerDeclinedMayFinish', 1);
    expect((await change()).status).toBe(200);
  });

  it('that was shown may still be declined before any command', async () => {
    await answers(customer, 'acknowledge', second);
    await answers(customer, 'decline', second);
    expect((await api.as(customer).post('/v1/tasks', posting())).problem?.code).toBe('offer-declined');
  });

  it('counts as the explicit answer says, also if a command is handled at the same time', async () => {
    await answers(customer, 'acknowledge', second);
    const again = await acceptance(api, customer);
    const [accepted, ...posted] = await Promise.all([
      post(customer, again),
      ...Array.from({ length: 4 }, () => api.as(customer).post<{ id: string }>('/v1/tasks', posting())),
    ]);
    expect([accepted.status, ...posted.map(({ status }) => status)]).toEqual([201, 201, 201, 201, 201]);
    const ids = (await listed(customer)).map(({ id }) => id);
    const pinned = await api.rows<{ acceptance: string }>(
      `select snapshot #>> '{context,acceptances,customer}' as acceptance from life where id = any($1)`,
      posted.map(({ body }) => `task/${body.id}`),
    );
    expect(pinned).toHaveLength(4);
    for (const { acceptance: each } of pinned) expect(ids).toContain(each);
  });

  it('requires nothing before it is in force', async () => {
    await answers(customer, 'acknowledge', second);
    expect((await change()).status).toBe(200);
    const day = civilDate(new Date(Date.now() + 5 * 86_400_000).toISOString());
    const third = `${inForceOn(FIRST, day)}\n10.4. Позже.\n`;
    expect((await publishes(api, [staff, await api.join(['operator'])], third, day)).status).toBe(200);
    expect((await api.as(customer).post('/v1/tasks', posting())).status).toBe(201);
  });
});
