import { randomUUID } from 'node:crypto';
import { approved, declare } from '../../testing/lives/qualifications.ts';
import { closes } from '../../testing/people/closing.ts';
import { command, does, read, settle } from '../../testing/people/registration.ts';
import { walk } from '../../testing/probes/pages.ts';
import type { Statement } from '../../testing/probes/plans.ts';
import { planFaults, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

interface Contractor {
  id: string;
  number: number;
  name: string;
  taxStatus: string | null;
  version: number;
  headline: string;
  about: string;
  services: object[];
}

let api: Api;
let customer: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  customer = await api.join(['customer']);
});
afterAll(() => api.close());

const profile = (headline: string, given: object = {}) => ({ profile: { headline, ...given } });
const contractor = async (headline: string, given: object = {}) => {
  const made = await settle(api);
  await does(api, made.person, made.account, 'describe', profile(headline, given));
  return made;
};
const page = async (query: string, reader = customer) =>
  (await api.as(reader).get<{ items: Contractor[]; next: string | null }>(`/v1/contractors?${query}`)).body;
const found = async (words: string): Promise<string[]> =>
  (await page(`search=${encodeURIComponent(words)}`)).items.map(({ headline }) => headline).toSorted();

describe('the profile of a contractor (3.3)', () => {
  it('has versions, with prices and services in the contractor’s words, and no number, address or document', async () => {
    const services = [{ title: 'Настройка пианино', unit: 'час', priceFrom: 500_000 }];
    const { person, account } = await contractor('Настройщик', { about: 'Двадцать лет', services });
    const { body } = await api.as(customer).get<Contractor>(`/v1/contractors/${account.id}`);
    expect(body).toMatchObject({ id: account.id, name: 'Айгүл', version: 1, headline: 'Настройщик', about: 'Двадцать лет', services });
    expect(body).toMatchObject({ identity: { proved: expect.any(Boolean) }, rating: null, reviews: 0, tasksDone: 0 });
    expect(JSON.stringify(body)).not.toMatch(/aigul@|\+7701|900101/);
    await does(api, person, account, 'describe', profile('Мастер'));
    expect((await api.as(customer).get<Contractor>(`/v1/contractors/${account.id}`)).body).toMatchObject({
      version: 2,
      headline: 'Мастер',
      about: '',
      services: [],
    });
    expect((await read(api, person)).profile).toMatchObject({ version: 2, headline: 'Мастер' });
  });

  it('shows what is proved, without number, issuer and file, and nothing that is undecided or revoked (4.2.2)', async () => {
    const { person, account } = await contractor('Кровельщик');
    const operator = await api.join(['operator']);
    const holder = { ...person, id: account.id } as Person;
    const path = await approved(api, holder, operator, { categories: ['roofing'], documentNumber: 'ZX-55', validUntil: '2099-12-31' });
    await declare(api, holder, { title: 'Undecided' });
    const read = async () => (await api.as(customer).get<{ proved: object[] }>(`/v1/contractors/${account.id}`)).body;
    const shown = await read();
    expect(shown.proved).toEqual([
      {
        ...{ categories: [{ code: 'roofing', name: 'Roofing' }], kind: 'licence' },
        ...{ title: 'Licence for construction works', until: '2099-12-31' },
      },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/ZX-55|An authority|sha256/);
    await api.as(operator).post(`${path}/revoke`, { reasons: 'Unknown' });
    expect((await read()).proved).toEqual([]);
  });

  it('exists only for contractors, and has a maximum size', async () => {
    const { person, account } = await settle(api, { roles: ['customer'] });
    expect((await command(api, person, account, 'describe', profile('x'))).problem).toMatchObject({ status: 409, rule: 'isContractor' });
    const made = await settle(api);
    for (const body of [
      {},
      profile(''),
      profile('x'.repeat(201)),
      profile('x', { services: Array.from({ length: 51 }, () => ({ title: 'y' })) }),
      profile('x', { services: [{ title: 'y', priceFrom: 0 }] }),
      profile('x', { services: [{ title: 'y', priceFrom: 1.5 }] }),
      profile('x', { rating: 5 }),
    ])
      expect((await command(api, made.person, made.account, 'describe', body)).problem?.code).toBe('invalid-input');
    expect((await api.as(customer).get(`/v1/contractors/${made.account.id}`)).status).toBe(404);
    expect((await api.as(customer).get(`/v1/contractors/${randomUUID()}`)).status).toBe(404);
    expect((await api.as().get('/v1/contractors')).status).toBe(401);
  });
});

describe('the search for contractors (3.1)', () => {
  beforeAll(async () => {
    await contractor('Перевозка роялей', { about: 'Грузчики и машина' });
    await contractor('Перевозки мебели', { services: [{ title: 'Сборка шкафов' }] });
    await contractor('Жүк тасымалдау', { about: 'Алматы қаласы бойынша' });
    await contractor('Piano tuning', { about: 'Pianos of every kind' });
  });

  it.each([
    ['рояль', ['Перевозка роялей']],
    ['РОЯЛЯ', ['Перевозка роялей']],
    ['перевозкам', ['Перевозка роялей', 'Перевозки мебели']],
    ['шкаф', ['Перевозки мебели']],
    ['перевозка -мебель', ['Перевозка роялей']],
    ['перевозка -рояль', ['Перевозки мебели']],
    ['"перевозка мебели"', ['Перевозки мебели']],
    ['рояль or шкаф', ['Перевозка роялей', 'Перевозки мебели']],
    ['рояль шкаф', []],
    ['тасымалдау', ['Жүк тасымалдау']],
    ['қаласы', ['Жүк тасымалдау']],
    ['pianos', ['Piano tuning']],
    ['tuned', ['Piano tuning']],
    ['и', ['Перевозка роялей']],
    ["' or 1=1 --", []],
  ])('finds by %s', async (words, headlines) => {
    expect(await found(words)).toEqual(headlines);
  });

  it('returns pages, newest first, each contractor once', async () => {
    for (const each of ['Один', 'Два', 'Три']) await contractor(`Постраничный ${each}`);
    const walked = await walk((query) => page(`search=постраничный&${query}`), 1);
    const seen = walked.map(({ headline }) => headline);
    expect(seen).toEqual(['Постраничный Три', 'Постраничный Два', 'Постраничный Один']);
    const all = await page('limit=3');
    expect(all.items.map(({ headline }) => headline)).toEqual(seen);
    for (const query of ['limit=0', 'limit=101', 'after=x', 'search=', 'search=:*%26!|()', 'nonsense=1'])
      expect((await api.as(customer).get(`/v1/contractors?${query}`)).problem?.code).toBe('invalid-input');
  });

  it('uses only the last version, and omits accounts that are closed or may begin nothing', async () => {
    const staff = await api.join(['operator']);
    const { person, account } = await contractor('Ковровщик');
    await does(api, person, account, 'describe', profile('Паркетчик'));
    expect([await found('ковровщик'), await found('паркетчик')]).toEqual([[], ['Паркетчик']]);
    await does(api, staff, account, 'suspend', { ground: 'threat', reasons: 'A threat' });
    expect(await found('паркетчик')).toEqual([]);
    await does(api, staff, account, 'lift', { reasons: 'No threat' });
    expect(await found('паркетчик')).toEqual(['Паркетчик']);
    await closes(api, person);
    expect(await found('паркетчик')).toEqual([]);
    expect((await api.as(customer).get(`/v1/contractors/${account.id}`)).status).toBe(404);
  });
});

describe('with twenty thousand accounts an index serves', () => {
  const ACCOUNTS = 20_000;
  const MOST_IN_VAIN = 2_000;
  const OURS = ['contractor_profile', 'account', 'membership'];
  /** The faults of a statement's plan. */
  async function faultsOf(statement: Statement, drop = ''): Promise<string[]> {
    const client = await api.owner.connect();
    try {
      await client.query(`begin; ${drop}`);
      return await planFaults((sql, bind) => client.query(sql, bind), statement, { tables: OURS, mostInVain: MOST_IN_VAIN });
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  const statementsOf = (path: string, table: RegExp, reader = customer): Promise<Statement[]> =>
    saidDuring(api, table, async () => {
      expect((await api.as(reader).get(path)).status).toBe(200);
    });

  beforeAll(async () => {
    await api.owner.query(`
      set session_replication_role = replica;
      insert into account (id, name, roles, may_act, may_open)
        select (lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000')::uuid, 'Contractor', '{contractor}', true, n % 20 > 0 from generate_series(1, ${ACCOUNTS}) as n;
      insert into contractor_profile (account, number, version, headline, about, services, changed_at, search, skills, languages, places, listed, proved,
          rating, reviews, tasks_done)
        select (lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000')::uuid, 1000000 + n, 1, 'Мастер на все руки', '', '[]', now(),
          to_tsvector('russian', case when n % 500 = 0 then 'редкость' else 'обычное' end || case when n % 5 = 0 then ' рояль' else '' end)
            || array_to_tsvector(array['~обыкнов']),
          array[(array['plumbing', 'loaders', 'photo', 'websites', 'nannies'])[n % 5 + 1]],
          array['ru', case when n % 1000 = 0 then 'de' else 'kk' end], array[(array['almaty', 'medeu-almaty', 'astana', 'semey'])[n % 4 + 1]],
          n % 20 > 0, n % 3 > 0, (n % 41 + 10) / 10.0, n % 7, (n * 7919) % 100
        from generate_series(1, ${ACCOUNTS}) as n;
      insert into membership (account, person, roles) select (lpad(n::text, 8, '0') || '-0000-4000-8000-000000000000')::uuid, md5('person' || n)::uuid, '{owner}' from generate_series(1, ${ACCOUNTS}) as n;
      insert into offer_acceptance (id, account, revision, form, seq, at) select gen_random_uuid(), id, 'x', 'checkbox', 1, now() from account;
      set session_replication_role = origin`);
    // The index of words includes new rows late.
    await api.owner.query('vacuum analyze');
  });

  it.each([
    '',
    'search=редкость',
    'search=рояль',
    'search=редкость%20-рояль',
    'search=никто',
    'search=абыкновенное',
    'limit=100',
    'category=home-repair',
    'category=photo&place=almaty',
    'place=almaty&sort=rating',
    'sort=done&language=kk',
    'language=de',
    'rating=4.9',
    'sort=rating&rating=4',
    'tasksDone=99',
    'identity=proved&sort=done',
    'facets=true',
    'facets=true&search=редкость&place=astana',
  ])('the search ?%s and its next page', async (query) => {
    const { next } = await page(query);
    const [first, second] = await Promise.all([
      statementsOf(`/v1/contractors?${query}`, /from contractor_profile|membership as own/),
      next === null ? [] : statementsOf(`/v1/contractors?${query}&after=${next}`, /from contractor_profile/),
    ]);
    expect(first.length).toBeGreaterThan(1);
    for (const each of [...first, ...second]) expect(await faultsOf(each)).toEqual([]);
  });

  it('a profile, and the acceptances of an account', async () => {
    const { person, account } = await contractor('Последний');
    for (const [path, table] of [
      [`/v1/contractors/${account.id}`, /from contractor_profile/],
      ['/v1/offer/acceptances', /FROM "offer_acceptance"/],
      ['/v1/accounts/me', /FROM "account"/],
    ] as const) {
      const statements = await statementsOf(path, table, person);
      expect([path, statements.length]).toEqual([path, 1]);
      expect([path, await faultsOf(statements[0] as Statement)]).toEqual([path, []]);
    }
  });

  it.each([
    ['search=редкость', 'drop index contractor_words'],
    ['sort=rating', 'drop index contractor_best'],
    ['sort=done', 'drop index contractor_done'],
    ['language=de', 'drop index contractor_offers'],
    ['', 'alter table contractor_profile drop constraint contractor_profile_number_key'],
  ])('control: without its index, the check reports the search ?%s', async (query, drop) => {
    const [statement] = await statementsOf(`/v1/contractors?${query}`, /from contractor_profile/);
    expect(await faultsOf(statement as Statement, drop)).not.toEqual([]);
  });
});
