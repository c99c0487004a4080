import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { requisitesOf, requisitesOfCompany } from '../../local/fictitious-requisites.ts';
import { partyOfPaper } from '../../models/stores/requisites.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { owe } from '../../testing/lives/debts.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { employ, joinCompany, openSessionFor, register, registerUnderOffer } from '../../testing/people/accounts.ts';
import { identifierFrom } from '../../testing/people/identifiers.ts';
import { terminates } from '../../testing/people/proposals.ts';
import { accepts, done } from '../../testing/people/registration.ts';
import { textsOf } from '../../testing/people/sealed.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi, posting, startable } from '../../testing/worlds/api.ts';
import type { OwnRequisites } from './schema.ts';

type Shown = z.output<typeof OwnRequisites>;

const PATH = '/v1/accounts/me/requisites';
const SHA = 'a'.repeat(64);

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const put = (person: Person, body: object, wish?: { key?: string; language?: string }) => api.as(person).put<Shown>(PATH, body, wish);
const shown = async (person: Person, language?: string): Promise<Shown> =>
  done(await api.as(person).get<Shown>(PATH, language ? { language } : {}));
const inDays = (days: number): string => addCalendarDays(todayInAlmaty(), days);
const now = () => ({ at: new Date().toISOString() });

/** What a refusal names: whose it is, the field, and the papers. */
const missingIn = ({ problem }: { problem: unknown }) =>
  (problem as { missing?: { party: string; own: boolean; field: string; papers: { paper: string }[] }[] } | undefined)?.missing?.map(
    ({ party, own, field, papers }) => [party, own ? 'own' : 'of the other', field, papers.map(({ paper }) => paper).join()],
  );
const refusalOf = ({ status, problem }: { status: number; problem: { rule?: string; code: string } | undefined }) => [
  status,
  problem?.rule ?? problem?.code,
];

const representative = (person: string, ground: object = { kind: 'charter' }) => ({
  ...{ person, name: 'Серікбаев Серік', iin: '900101300007', position: { kk: 'директор', ru: 'директор' }, ground },
});
const power = (from: string, until: string) => ({ kind: 'powerOfAttorney', number: '7', from, until, sha256: SHA });

describe('the requisites of an account', () => {
  it('are none at first: what each paper would lack is named in three languages', async () => {
    const fresh = await registerWithout(['contractor']);
    const { version, requisites, missing, acting, warnings } = await shown(fresh);
    expect({ version, requisites, acting, warnings }).toEqual({ version: null, requisites: null, acting: [], warnings: [] });
    expect(missing.find(({ paper }) => paper === 'order')).toEqual({
      paper: 'order',
      title: 'Order',
      fields: [
        { field: 'name', title: 'the full legal name' },
        { field: 'address', title: 'the address' },
        { field: 'bank', title: 'the bank details (bank, BIC, IBAN, KBe), to which direct payments go' },
      ],
    });
    expect(missing.map(({ paper }) => paper)).not.toContain('consent');
    const titles = async (language: string) => (await shown(fresh, language)).missing[0]?.fields[1]?.title;
    expect([await titles('kk'), await titles('ru')]).toEqual(['мекенжайы', 'адрес']);
  });

  it('are replaced whole, and an earlier version stays for the papers that pin it', async () => {
    const person = await registerWithout(['contractor']);
    const first = done(await put(person, { ...requisitesOf('Серікбаев Серік'), phone: '8 (727) 200-00-00', email: 'A@example.kz' }));
    expect(first.requisites).toMatchObject({ name: 'Серікбаев Серік', phone: '+77272000000', email: 'a@example.kz' });
    expect(first.missing).toEqual([]);
    const second = done(await put(person, { name: 'Серікбаева Сәуле', address: 'Астана' }));
    expect(second.requisites).toMatchObject({ name: 'Серікбаева Сәуле', address: 'Астана', phone: null, email: null, bank: null });
    expect(await shown(person)).toEqual(second);

    const { database } = api.lives;
    const [earlier, present] = [
      await partyOfPaper(database, person.id, { ...now(), version: first.version as string }),
      await partyOfPaper(database, person.id, now()),
    ];
    expect(earlier).toEqual({
      ...{ kind: 'natural', name: 'Серікбаев Серік', identifier: person.identifier, proved: false, phone: '+77272000000' },
      ...{ address: requisitesOf('').address, email: 'a@example.kz', bank: requisitesOf('').bank, vat: null, representative: null },
      version: first.version,
    });
    // The authorised number stands in where no phone is named.
    expect(present).toMatchObject({ name: 'Серікбаева Сәуле', phone: person.number, version: second.version });
    // The version of somebody else is none of this account.
    const stranger = await registerWithout(['contractor']);
    expect(await partyOfPaper(database, stranger.id, { ...now(), version: first.version as string })).toMatchObject({
      ...{ name: stranger.name, address: null, bank: null, version: null },
    });
    const events = await api.rows<{ input: object }>(
      `select input from event where life = $1 and type = 'setRequisites'`,
      `account/${person.id}`,
    );
    expect(events.map(({ input }) => Object.keys(input))).toEqual([
      ['acting', 'requisites'],
      ['acting', 'requisites'],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Сер|KZ|@/);
  });

  it('are set once by one key', async () => {
    const person = await registerWithout(['customer']);
    const key = randomUUID();
    const [one, other] = [await put(person, requisitesOf('One'), { key }), await put(person, requisitesOf('One'), { key })];
    expect(other.headers.get('idempotent-replayed')).toBe('true');
    expect(other.body).toEqual(one.body);
    expect((await put(person, requisitesOf('Two'), { key })).problem?.code).toBe('key-reused');
    expect(await api.rows(`select from event where life = $1 and type = 'setRequisites'`, `account/${person.id}`)).toHaveLength(1);
  });

  it('can be set before the offer is accepted, and that accepts nothing; but not while access is reported', async () => {
    const person = await register(api, ['contractor']);
    expect((await put(person, requisitesOf('Early'))).status).toBe(200);
    expect((await api.as(person).post('/v1/tasks', posting())).problem?.code).toBe('offer-not-accepted');
    await accepts(api, person);
    // The session ends with the report, so the pause is set alone.
    await api.owner.query('update account set paused = true where id = $1', [person.id]);
    expect((await put(person, requisitesOf('A thief'))).problem?.code).toBe('commands-paused');
  });

  const BANK = requisitesOf('').bank;
  test.each<[string, object, string]>([
    ['a control character', { name: 'A\u0007' }, 'name'],
    ['a line end', { address: 'A\nB' }, 'address'],
    ['a mark that turns the direction', { name: 'ТОО \u202Eнилап' }, 'name'],
    ['a zero-width space', { name: 'ТОО\u200B' }, 'name'],
    ['nothing visible', { name: ' \u3164 ' }, 'name'],
    ['10 000 characters', { address: 'A'.repeat(10_000) }, 'address'],
    ['a number that is no phone', { phone: '12345' }, 'phone'],
    ['a wrong address of mail', { email: 'a@b' }, 'email'],
    ['a mistyped IBAN', { bank: { ...BANK, iban: 'KZ41722C000000000002' } }, 'bank.iban'],
    ['an IBAN of another country', { bank: { ...BANK, iban: 'DE89370400440532013000' } }, 'bank.iban'],
    ['a BIC of 7 characters', { bank: { ...BANK, bic: 'CASPKZK' } }, 'bank.bic'],
    ['a beneficiary code of one digit', { bank: { ...BANK, beneficiaryCode: '1' } }, 'bank.beneficiaryCode'],
    ['half of a bank', { bank: { name: 'АО «Банк»', bic: 'CASPKZKA', beneficiaryCode: '17' } }, 'bank.iban'],
    ['a VAT certificate of tomorrow', { vat: { series: '60001', number: '1', registeredOn: inDays(1) } }, 'vat.registeredOn'],
    ['a day that does not exist', { vat: { series: '60001', number: '1', registeredOn: '2026-02-30' } }, 'vat.registeredOn'],
    ['a tax regime beside a tax status', { taxRegime: 'general' }, 'taxRegime'],
    ['a field that there is not', { iin: '900101300007' }, ''],
  ])('are refused with %s', async (_, wrong, path) => {
    const person = await someContractor();
    const { status, problem } = await put(person, { ...requisitesOf('Right'), ...wrong });
    expect([status, problem?.code, ...new Set(problem?.errors?.map((each) => each.path))]).toEqual([400, 'invalid-input', path]);
  });

  it('warn of a bank whose code belongs to another BIC, and are accepted', async () => {
    const person = await registerWithout(['contractor']);
    const bank = { ...BANK, bic: 'kcjb kzkx', iban: 'kz41 722c 0000 0000 0001' };
    const { requisites, warnings } = done(await put(person, { ...requisitesOf('Right'), bank }, { language: 'ru' }));
    expect(requisites?.bank).toMatchObject({ bic: 'KCJBKZKX', iban: 'KZ41722C000000000001' });
    expect(warnings).toEqual([{ path: 'bank.bic', message: expect.stringContaining('CASPKZKA') }]);
  });

  it('tell the account of each change, because papers are paid by them', async () => {
    const person = await registerWithout(['contractor']);
    done(await put(person, requisitesOf('Right')));
    const { items } = done(await api.as(person).get<{ items: { template: string }[] }>(`/v1/accounts/${person.id}/notices`));
    expect(items.map(({ template }) => template)).toContain('requisites-changed');
  });
});

const registerWithout = async (roles: ('customer' | 'contractor')[]): Promise<Registered> => {
  const person = await register(api, roles);
  await accepts(api, person);
  return person;
};
let contractorOfFaults: Registered | undefined;
/** One for all refused inputs: none of them changes anything. */
const someContractor = async (): Promise<Registered> => {
  contractorOfFaults ??= await registerWithout(['contractor']);
  return contractorOfFaults;
};

describe('who acts for a company', () => {
  const minor = identifierFrom('1501016');
  let company: Registered;
  beforeAll(async () => {
    company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
  });
  const of = (...representatives: object[]) => ({ ...requisitesOfCompany('ТОО «Пример»', company.person), representatives });
  const tryWith = (...representatives: object[]) => put(company, of(...representatives));

  test.each<[string, object, string]>([
    ['the IIN of a minor', { iin: minor }, 'iin'],
    ['a mistyped IIN', { iin: '900101300008' }, 'iin'],
    ['a BIN', { iin: '240140000011' }, 'iin'],
    ['a power of attorney that ended yesterday', { ground: power(inDays(-30), inDays(-1)) }, 'ground.until'],
    ['a power of attorney that ends before it begins', { ground: power(inDays(5), inDays(4)) }, 'ground.until'],
    ['a hash that is none', { ground: { ...power(inDays(-1), inDays(1)), sha256: 'abc' } }, 'ground.sha256'],
    ['two lines of a position', { position: { kk: 'директор', ru: 'директора\nи всё' } }, 'position.ru'],
  ])('is refused with %s', async (_, wrong, path) => {
    const { status, problem } = await tryWith({ ...representative(company.person), ...wrong });
    expect([status, problem?.errors?.map((each) => each.path)]).toEqual([400, [`representatives.0.${path}`]]);
  });

  it('is a member who may bind it, each once, and nobody for a person', async () => {
    expect(refusalOf(await tryWith(representative(randomUUID())))).toEqual([422, 'actingMayBind']);
    const accountant = await joinCompany(api, company, ['accountant', 'manager']);
    expect(refusalOf(await tryWith(representative(accountant.person)))).toEqual([422, 'actingMayBind']);
    expect((await tryWith(representative(company.person), representative(company.person))).status).toBe(400);
    const natural = await someContractor();
    expect(refusalOf(await put(natural, { ...requisitesOf('X'), representatives: [representative(natural.person)] }))).toEqual([
      422,
      'actingMayBind',
    ]);
  });

  it('has powers from the first day of a power of attorney, and none after leaving the company', async () => {
    const signatory = await joinCompany(api, company, ['signatory']);
    const ahead = done(await tryWith(representative(signatory.person, power(inDays(1), inDays(100)))));
    expect([ahead.acting, ahead.missing.find(({ paper }) => paper === 'contract')?.fields.map(({ field }) => field)]).toEqual([
      [],
      ['representative'],
    ]);
    expect(missingIn(await api.as(company).post('/v1/tasks', posting()))).toEqual([
      ['customer', 'own', 'representative', 'order,completion-act'],
    ]);
    const set = done(await tryWith(representative(signatory.person, power(inDays(0), inDays(0))), representative(company.person)));
    expect(set.acting).toEqual([signatory.person, company.person]);
    const { database } = api.lives;
    expect((await partyOfPaper(database, company.id, now()))?.representative?.ground.ru).toMatch(/^доверенности № 7 от /);
    const acted = ({ person }: { person: string }) => person === company.person;
    expect((await partyOfPaper(database, company.id, { ...now(), acted }))?.representative?.ground.ru).toBe('Устава');
    done(await api.as(company).post(`/v1/accounts/${company.id}/remove-member`, { person: signatory.person }));
    expect((await shown(company)).acting).toEqual([company.person]);
    expect((await partyOfPaper(database, company.id, now()))?.representative?.ground.ru).toBe('Устава');
  });

  it('is asked for again, when the last powers end during a deal', async () => {
    const owner = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const contractor = await api.join(['contractor']);
    const { id } = await api.as(owner).postTask();
    for (const name of ['accept', 'start', 'submit']) await api.as(contractor).command(id, name, name === 'accept' ? { version: 1 } : {});
    const second = await joinCompany(api, owner, ['owner']);
    done(await api.as(second).post(`/v1/accounts/${owner.id}/remove-member`, { person: owner.person }));
    const approve = (preview = '') => api.as(second).post(`/v1/tasks/${id}/approve${preview}`, { submission: 1 });
    for (const preview of ['', '?preview=true'])
      expect(missingIn(await approve(preview))).toEqual([['customer', 'own', 'representative', 'completion-act']]);
    // Silence would accept the work: a refusal, or a claim in its place, waits for no form.
    const refused = await api.as(second).post(`/v1/tasks/${id}/refuse?preview=true`, { submission: 1, reasons: 'Not done' });
    const claim = { about: 'price', submission: 1, amount: 100, demand: 'Not done' };
    expect([refused.status, (await api.as(second).post(`/v1/tasks/${id}/claim?preview=true`, claim)).status]).toEqual([200, 200]);
    const damages = { ...claim, about: 'damages', calculation: [{ what: 'A wall', amount: 100 }] };
    expect(missingIn(await api.as(second).post(`/v1/tasks/${id}/claim?preview=true`, damages))).toEqual([
      ['customer', 'own', 'representative', 'claim'],
    ]);
    done(await put(second, requisitesOfCompany('ТОО «Пример»', second.person)));
    expect((await approve()).status).toBe(200);
  });
});

describe('before a paper is drawn', () => {
  it('a customer who lacks its own posts nothing: each field is named, with where to set it', async () => {
    const customer = await api.join(['customer'], 'en', 'requisites');
    const { status, problem } = await api.as(customer).post('/v1/tasks', posting({ places: 3 }));
    expect([status, problem]).toEqual([
      422,
      {
        type: 'urn:akjet:problem:requisites-missing',
        title: expect.stringContaining('PUT /v1/accounts/me/requisites'),
        status: 422,
        code: 'requisites-missing',
        clause: '4.1.4',
        detail: 'Papers lack these requisites of yours: the full legal name; the address.',
        missing: ['name', 'address'].map((field) => ({
          ...{ party: 'customer', own: true, field },
          title: field === 'name' ? 'the full legal name' : 'the address',
          papers: [
            { paper: 'order', title: 'Order' },
            { paper: 'completion-act', title: 'Act of completed works' },
          ],
        })),
        next: { method: 'PUT', href: PATH },
      },
    ]);
    const inLanguage = async (language: string) => (await api.as(customer).post('/v1/tasks', posting(), { language })).problem?.detail;
    expect([await inLanguage('ru'), await inLanguage('kk')]).toEqual([
      'Для документов не хватает ваших реквизитов: полное официальное наименование или имя; адрес.',
      'Құжаттарға сіздің мына деректемелеріңіз жетіспейді: толық ресми атауы не аты-жөні; мекенжайы.',
    ]);
    expect(await api.rows('select from task where customer = $1', customer.id)).toEqual([]);
  });

  it('a contractor who lacks its own accepts nothing, and needs a bank only where the customer pays directly', async () => {
    const [customer, contractor] = [await api.join(['customer']), await api.join(['contractor'], 'en', 'requisites')];
    const [direct, through] = [
      await api.as(customer).postTask({ payment: 'direct', terms: { paper: 'signed-contract' } }),
      await api.as(customer).postTask({ payment: 'platform' }),
    ];
    const accept = (id: string, preview = '') => api.as(contractor).post(`/v1/tasks/${id}/accept${preview}`, { version: 1 });
    for (const preview of ['', '?preview=true']) {
      expect(missingIn(await accept(direct.id, preview))).toEqual([
        ['contractor', 'own', 'name', 'contract,completion-act'],
        ['contractor', 'own', 'address', 'contract,completion-act'],
        ['contractor', 'own', 'bank', 'contract'],
      ]);
      expect(missingIn(await accept(through.id, preview))?.map(([, , field]) => field)).toEqual(['name', 'address']);
    }
    expect((await api.as(customer).get(`/v1/tasks/${direct.id}`)).body).toMatchObject({ state: 'posted', seq: 1 });
  });

  it('a contractor is told of what the customer lacks before the deal, and not that it is its own', async () => {
    const [customer, contractor] = [await api.join(['customer']), await api.join(['contractor'])];
    const { id } = await api.as(customer).postTask();
    await api.owner.query('update account set requisites = null where id = $1', [customer.id]);
    const reply = await api.as(contractor).post(`/v1/tasks/${id}/accept`, { version: 1 });
    expect(missingIn(reply)?.map(([party, whose, field]) => [party, whose, field])).toEqual([
      ['customer', 'of the other', 'name'],
      ['customer', 'of the other', 'address'],
    ]);
    expect(reply.problem).not.toHaveProperty('next');
    expect(reply.problem?.detail).toMatch(/of the other party/);
  });

  it('nobody is held up by what the other party has lost since: the work is handed in', async () => {
    const [customer, contractor] = [await api.join(['customer']), await api.join(['contractor'])];
    const { id } = await api.as(customer).postTask();
    await api.as(contractor).command(id, 'accept', { version: 1 });
    await api.as(contractor).command(id, 'start');
    await api.owner.query('update account set requisites = null where id = $1', [customer.id]);
    await api.as(contractor).command(id, 'submit');
    expect(missingIn(await api.as(customer).post(`/v1/tasks/${id}/approve`, { submission: 1 }))).toEqual([
      ['customer', 'own', 'name', 'completion-act'],
      ['customer', 'own', 'address', 'completion-act'],
    ]);
  });
});

describe('a claim, its answer and a set-off', () => {
  const against = (about: string) => ({ against: 'operator', happenedOn: todayInAlmaty(), about, demand: 'It did not work' });
  const forget = ({ id }: Person) => api.owner.query('update account set requisites = null where id = $1', [id]);
  const fieldsOf = (reply: { problem: unknown }) => missingIn(reply)?.map(([party, , field, papers]) => [party, field, papers]);

  it('begins with what the claimant lacks: where to pay only where a sum is claimed', async () => {
    const customer = await registerWithout(['customer']);
    const claim = (body: object) => api.as(customer).post('/v1/disputes', body);
    const damages = { ...against('damages'), amount: 100, calculation: [{ what: 'A day', amount: 100 }] };
    expect(fieldsOf(await claim(damages))).toEqual(['name', 'address', 'bank'].map((field) => ['customer', field, 'claim']));
    expect(fieldsOf(await claim(against('conduct')))).toEqual(['name', 'address'].map((field) => ['customer', field, 'claim']));
    done(await put(customer, requisitesOf('Үлгі')));
    expect((await claim(damages)).status).toBe(201);
  });

  /** A claim of the contractor beside a running deal. */
  async function claimed(customer: Person): Promise<{ path: string; contractor: Person }> {
    const contractor = await registerUnderOffer(api, ['contractor']);
    const task = await acceptedTask(api, customer, contractor);
    const sum = { amount: 100, calculation: [{ what: 'A ladder', amount: 100 }] };
    const claim = { task, against: 'counterparty', about: 'damages', demand: 'It fell', ...sum };
    const { id } = done(await api.as(contractor).post<{ id: string }>('/v1/disputes', claim));
    return { path: `/v1/disputes/${id}`, contractor };
  }

  it('is answered and settled with what each side has itself, in any order', async () => {
    const customer = await registerUnderOffer(api, ['customer']);
    const { path, contractor } = await claimed(customer);
    await forget(customer);
    const answer = (preview = '') => api.as(customer).post(`${path}/reject${preview}`, { reasons: 'No' });
    for (const preview of ['', '?preview=true'])
      expect(fieldsOf(await answer(preview))).toEqual(['name', 'address'].map((field) => ['customer', field, 'answer']));
    done(await put(customer, requisitesOf('Үлгі')));
    expect((await answer()).status).toBe(200);
    await forget(customer);
    await forget(contractor);
    const offer = (person: Person) => api.as(person).post(`${path}/offer`, { version: 1, amount: 50 });
    expect(fieldsOf(await offer(customer))).toEqual([['customer', 'name', 'settlement']]);
    expect(fieldsOf(await offer(contractor))).toEqual(['name', 'bank'].map((field) => ['contractor', field, 'settlement']));
    done(await put(contractor, requisitesOf('Үлгі')));
    expect((await offer(contractor)).status).toBe(200);
    // Nothing is asked of who declines or ends the talks.
    expect((await api.as(customer).post(`${path}/decline-offer`, { version: 1 })).status).toBe(200);
  });

  it('can be answered by a terminated account, which may set its requisites, and by one that is over, which is asked for none', async () => {
    const before = await registerUnderOffer(api, ['customer']);
    const [{ path }, { path: other }] = [await claimed(before), await claimed(before)];
    const staff = [await employ(api, ['administrator']), await employ(api, ['administrator'])] as const;
    await terminates(api, [...staff], before, { ground: 'complaints', reasons: 'Three complaints' });
    const customer = { ...before, token: await openSessionFor(api.owner, before.person, before.id) };
    await forget(customer);
    const answer = (to: string) => api.as(customer).post(`${to}/reject`, { reasons: 'No' });
    expect((await answer(path)).problem?.code).toBe('requisites-missing');
    done(await put(customer, requisitesOf('Үлгі')));
    expect((await answer(path)).status).toBe(200);
    await forget(customer);
    await api.owner.query(`update account set standing = 'ended' where id = $1`, [customer.id]);
    expect((await answer(other)).status).toBe(200);
  });

  it('asks whoever proposes or accepts a set-off for its name', async () => {
    const [customer, contractor] = [await api.join(['customer']), await api.join(['contractor'])];
    const sides = { customer: customer.id, contractor: contractor.id };
    const one = await owe(api, sides);
    const debt = await owe(api, { ...sides, debtor: 'contractor', creditor: 'customer' });
    await forget(customer);
    const set = (person: Person, name: string, body: object) => api.as(person).post(`/v1/debts/${one}/${name}`, { ...body, debt });
    expect(fieldsOf(await set(customer, 'propose-set-off', {}))).toEqual([['customer', 'name', 'set-off-statement']]);
    expect((await set(contractor, 'propose-set-off', {})).status).toBe(200);
    expect(fieldsOf(await set(customer, 'accept-set-off', { proposal: 1 }))).toEqual([['customer', 'name', 'set-off-statement']]);
  });
});

describe('a change during a deal', () => {
  it('takes nothing away that its papers need, and may add and correct', async () => {
    const customer = await api.join(['customer']);
    const contractor = await registerUnderOffer(api, ['contractor']);
    const { id } = await api.as(customer).postTask({ payment: 'direct' });
    expect((await put(contractor, {})).status).toBe(200);
    expect((await put(contractor, requisitesOf('Whole'))).status).toBe(200);
    await api.as(contractor).command(id, 'accept', { version: 1 });
    const { version } = await shown(contractor);
    expect(missingIn(await put(contractor, {}))).toEqual([
      ['contractor', 'own', 'name', 'contract,completion-act'],
      ['contractor', 'own', 'address', 'contract,completion-act'],
      ['contractor', 'own', 'bank', 'contract'],
    ]);
    expect((await shown(contractor)).version).toBe(version);
    expect((await put(contractor, requisitesOf('Another name'))).status).toBe(200);
    await api.as(contractor).command(id, 'resign', { reasons: 'Ill' });
  });

  it('and a deal that is being made wait for each other', async () => {
    const customer = await api.join(['customer']);
    const contractor = await registerUnderOffer(api, ['contractor']);
    for (let round = 0; round < 5; round += 1) {
      done(await put(contractor, requisitesOf('Whole')));
      const { id } = await api.as(customer).postTask(startable());
      const [accepted, emptied] = await Promise.all([
        api.as(contractor).post(`/v1/tasks/${id}/accept`, { version: 1 }),
        put(contractor, {}),
      ]);
      expect([accepted.status, emptied.status].toSorted()).toEqual([200, 422]);
      if (accepted.status === 200) await api.as(contractor).command(id, 'resign', { reasons: 'Ill' });
    }
  });
});

describe('the requisites are read', () => {
  it('by members with the role and by staff with a reason, and by nobody else: not in statements, chains or lists', async () => {
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const [manager, signatory] = [await joinCompany(api, company, ['manager']), await joinCompany(api, company, ['signatory'])];
    const mark = `ул. Секретная, ${randomUUID()}`;
    done(await put(manager, { ...requisitesOfCompany('ТОО «Пример»', company.person), address: mark }));
    expect((await shown(company)).requisites?.address).toBe(mark);
    expect(refusalOf(await api.as(signatory).get(PATH))).toEqual([403, 'role-missing']);
    const own = ['/v1/accounts/me', `/v1/accounts/${company.id}`, `/v1/accounts/${company.id}/events`];
    for (const path of own) expect(JSON.stringify((await api.as(company).get(path)).body)).not.toContain(mark);

    const staff = await employ(api, ['support']);
    expect((await api.as(staff).get(PATH)).problem?.code).toBe('wrong-party');
    expect((await api.as(staff).get(`/v1/accounts/${company.id}`, { headers: { 'Staff-Reason': '' } })).problem?.code).toBe(
      'reason-needed',
    );
    expect(JSON.stringify((await api.as(staff).get(`/v1/accounts/${company.id}`)).body)).toContain(mark);
    const { items } = done(await api.as(company).get<{ items: { operation: string }[] }>('/v1/accounts/me/readings'));
    expect(items.map(({ operation }) => operation)).toEqual(['readAccount']);

    const stranger = await api.join(['customer', 'contractor']);
    expect((await api.as(stranger).get(`/v1/accounts/${company.id}`)).status).toBe(404);
    expect(api.logged()).not.toContain(mark);
    const texts = await textsOf(api.owner, `account/${company.id}`);
    expect(texts.some(({ body }) => JSON.stringify(body).includes(mark))).toBe(true);
  });
});
