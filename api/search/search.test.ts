import type { z } from 'zod';
import { done, settle } from '../../testing/people/registration.ts';
import { walk } from '../../testing/probes/pages.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { inHours, openApi } from '../../testing/worlds/api.ts';
import type { PostTask } from '../tasks/schema.ts';
import type { FoundTasks } from './schema.ts';

type Found = z.output<typeof FoundTasks>;
type Posting = Partial<z.input<typeof PostTask>>;

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  await api.owner.query(`update parameter set value = '10000' where code like 'quota%'`);
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
afterAll(() => api.close());

const post = (given: Posting, person = customer): Promise<Task> => api.as(person).postTask(given);
type Query = Record<string, string | number>;
const textOf = (query: Query): string =>
  String(new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])));
const ask = (query: Query, person = contractor, language = 'en') =>
  api.as(person).get<Found>(`/v1/tasks/search?${textOf(query)}`, { language });
const search = async (query: Query, person = contractor): Promise<Found> => {
  const { status, body } = await ask(query, person);
  expect([query, status]).toEqual([query, 200]);
  return body;
};
const titles = async (query: Query, person = contractor): Promise<string[]> =>
  (await search({ limit: 100, ...query }, person)).items.map(({ title }) => title).toSorted();
/** Only of this customer's tasks. */
const priced = (unitPrice: number) => [{ name: 'Loading', unit: 'hour', quantity: 1, unitPrice }];

describe('tasks are found by words', () => {
  const TASKS: Posting[] = [
    {
      title: 'Перевезти рояль',
      description: 'С третьего этажа, лифта нет',
      category: 'furniture-haulage',
      location: { place: 'medeu-almaty' },
    },
    { title: 'Бақшадағы кранды жөндеу', category: 'plumbing', location: { place: 'esil-astana' } },
    { title: 'Ремонт ёлочных гирлянд', category: 'electricity', location: { place: 'oskemen' } },
    { title: 'Жүк тасымалдау керек', category: 'loaders', location: { place: 'shymkent' } },
    { title: 'Translate a contract', requirements: 'Certified translators only', category: 'translation' },
  ];
  const [PIANO, TAP, LIGHTS, LOAD, CONTRACT] = TASKS.map(({ title }) => title) as [string, string, string, string, string];
  beforeAll(async () => {
    for (const each of TASKS) await post(each);
  });

  it.each([
    ['рояля', 'another form', [PIANO]],
    ['РОЯЛЬ этаж', 'words of title and description', [PIANO]],
    ['"третьего этажа"', 'a phrase', [PIANO]],
    ['"этажа третьего"', 'a phrase the other way round', []],
    ['рояль or договор or contracts', 'alternatives', [PIANO, CONTRACT].toSorted()],
    ['перевозка -рояль', 'without a word', [LOAD]],
    ['рояль и лифт', 'a stop word besides', [PIANO]],
    ['бақшада', 'another form in Kazakh', [TAP]],
    ['бақшалар', 'the plural in Kazakh', [TAP]],
    ['жук тасымалдау', 'a keyboard without Kazakh letters', [LOAD, PIANO]],
    ['елочная гирлянда', 'е for ё', [LIGHTS]],
    ['translator', 'another form in English', [CONTRACT]],
    ['сантехник', 'a synonym of the category', [TAP]],
    ['сантехники', 'a form of the synonym', [TAP]],
    ['plumber', 'a synonym in English', [TAP]],
    ['электрик', 'a synonym of the category in Kazakh and Russian', [LIGHTS]],
    ['переезд', 'a word of the category above', [PIANO, LOAD].toSorted()],
    ['Алма-Ата', 'the old name of the city of the district', [PIANO]],
    ['Алматыда', 'the name of the city in Kazakh', [PIANO]],
    ['Нур-Султан', 'a former name', [TAP]],
    ['Усть-Каменогорск', 'the Russian name', [LIGHTS]],
    ['Chimkent', 'a former English name', [LOAD]],
    ['йод\u0301 or роя\u0301ль', 'marks of letters', [PIANO]],
    ['ро\u200dяль', 'an invisible mark inside', [PIANO]],
  ])('%s: %s', async (words, _what, expected) => {
    const { items, spelling } = await search({ search: words, limit: 100 });
    expect([spelling, items.map(({ title }) => title).toSorted()]).toEqual(['asWritten', expected]);
  });

  it.each([
    ['раяль', [PIANO]],
    ['сонтехник', [TAP]],
    ['тасымалдуа керекк', [LOAD]],
    ['чимкенд', [LOAD]],
    ['гирлянтам', [LIGHTS]],
    ['contrackt', [CONTRACT]],
  ])('%s, which is misspelt', async (words, expected) => {
    const { items, spelling } = await search({ search: words });
    expect([spelling, items.map(({ title }) => title)]).toEqual(['similar', expected]);
  });

  it('finds by the words of today after a change, and not by the old ones', async () => {
    const { id } = await post({ title: 'Собрать стеллаж' });
    expect(await titles({ search: 'стеллаж' })).toEqual(['Собрать стеллаж']);
    await api.as(customer).command(id, 'change', {
      ...{ title: 'Собрать комод', version: 1, startAt: inHours(48), dueAt: inHours(56) },
      lines: priced(100_000),
    });
    expect([await titles({ search: 'стеллаж' }), await titles({ search: 'комод' })]).toEqual([[], ['Собрать комод']]);
  });
});

describe('a search finds', () => {
  it('only open tasks: not accepted, withdrawn or blocked ones', async () => {
    const staff = await api.join(['operator']);
    const found = () => titles({ search: 'открытый' });
    const [accepted, withdrawn, blocked] = [
      await post({ title: 'Открытый A' }),
      await post({ title: 'Открытый B' }),
      await post({ title: 'Открытый C' }),
    ];
    expect(await found()).toEqual(['Открытый A', 'Открытый B', 'Открытый C']);
    await api.as(contractor).command(accepted.id, 'accept', { version: 1 });
    await api.as(customer).command(withdrawn.id, 'withdraw');
    await api.as(staff).command(blocked.id, 'block', { reasons: 'Against the rules' });
    expect(await found()).toEqual([]);
  });

  it('what is open to invited contractors for them alone, and one’s own posts', async () => {
    const other = await api.join(['contractor']);
    const both = await api.join(['customer', 'contractor']);
    await post({ title: 'Секретный шкаф', match: 'invited', invited: [contractor.id] });
    const found = (person: Person) => titles({ search: 'секретный' }, person);
    expect(await found(contractor)).toEqual(['Секретный шкаф']);
    expect(await found(customer)).toEqual(['Секретный шкаф']);
    for (const person of [other, both, await api.join(['customer'])]) expect(await found(person)).toEqual([]);
    await post({ title: 'Секретный стол' }, both);
    expect([await found(both), await found(other)]).toEqual([['Секретный стол'], ['Секретный стол']]);
  });

  it('nothing that the same person has posted for another account', async () => {
    const { person, account } = await settle(api, { roles: ['customer', 'contractor'] });
    await api.owner.query('insert into membership (account, person, roles) select $1, person, roles from membership where account = $2', [
      customer.id,
      account.id,
    ]);
    await post({ title: 'Двойник' });
    expect(await titles({ search: 'двойник' }, person as unknown as Person)).toEqual([]);
    expect(await titles({ search: 'двойник' })).toEqual(['Двойник']);
    await api.owner.query('delete from membership where account = $1 and person in (select person from membership where account = $2)', [
      customer.id,
      account.id,
    ]);
  });

  it('nothing of a customer who has blocked the contractor, or whom the contractor has blocked', async () => {
    await post({ title: 'Несговорчивый' });
    const found = () => titles({ search: 'несговорчивый' });
    for (const [one, other] of [
      [customer, contractor],
      [contractor, customer],
    ] as const) {
      expect(await found()).toEqual(['Несговорчивый']);
      done(await api.as(one).put(`/v1/accounts/me/blocked/${other.id}`));
      expect(await found()).toEqual([]);
      done(await api.as(one).remove(`/v1/accounts/me/blocked/${other.id}`));
    }
  });

  it('shows a contractor who has not accepted no id of the customer', async () => {
    await post({ title: 'Безымянный' });
    const { items } = await search({ search: 'безымянный' });
    expect(items).toMatchObject([{ customer: null, contractor: null }]);
  });
});

describe('a search can be narrowed and ordered', () => {
  let poster: Person;
  let made: Record<string, Task>;
  beforeAll(async () => {
    poster = await api.join(['customer']);
    const each: [string, Posting][] = [
      [
        'center',
        {
          category: 'plumbing',
          location: { place: 'almaly-almaty', point: { latitude: 43.251_26, longitude: 76.927_81 } },
          lines: priced(500_000),
        },
      ],
      [
        'suburb',
        {
          category: 'electricity',
          location: { place: 'almaty', point: { latitude: 43.35, longitude: 76.92 } },
          lines: priced(300_000),
          startAt: inHours(24),
        },
      ],
      [
        'talgar',
        {
          category: 'welding',
          location: { place: 'talgar' },
          lines: priced(900_000),
          hazards: 'Sparks',
          measures: 'Gloves',
          match: 'choice',
        },
      ],
      ['region', { category: 'plumbing', location: { place: 'almaty-region' }, lines: priced(700_000), payment: 'direct' }],
      ['nowhere', { lines: priced(100_000), startAt: inHours(50) }],
    ];
    made = {};
    for (const [title, given] of each) made[title] = await post({ ...given, title: `narrow ${title}` }, poster);
  });
  const found = async (query: Query): Promise<string[]> =>
    (await search({ search: 'narrow', limit: 100, ...query })).items.map(({ title }) => title.replace('narrow ', ''));

  it('by category and place, with all below them', async () => {
    expect(await found({ category: 'plumbing' })).toEqual(['region', 'center']);
    expect(await found({ category: 'home-repair' })).toEqual(['region', 'suburb', 'center']);
    expect(await found({ category: 'building' })).toEqual(['talgar']);
    expect(await found({ place: 'almaty' })).toEqual(['suburb', 'center']);
    expect(await found({ place: 'almaly-almaty' })).toEqual(['center']);
    expect(await found({ place: 'almaty-region' })).toEqual(['region', 'talgar']);
    expect(await found({ place: 'almaty-region', category: 'plumbing' })).toEqual(['region']);
  });

  it('by price, start, payment, hazards and match', async () => {
    expect(await found({ priceFrom: 300_000, priceTo: 700_000 })).toEqual(['region', 'suburb', 'center']);
    expect(await found({ startUntil: inHours(30) })).toEqual(['suburb']);
    expect(await found({ startFrom: inHours(49) })).toEqual(['nowhere']);
    expect(await found({ payment: 'platform' })).toEqual([]);
    expect(await found({ hazards: 'yes' })).toEqual(['talgar']);
    expect(await found({ hazards: 'no', priceTo: 300_000 })).toEqual(['nowhere', 'suburb']);
    expect(await found({ match: 'choice' })).toEqual(['talgar']);
  });

  it('by distance: the point, or else the centre of the city; a region has none', async () => {
    const near = '43.25,76.92';
    const { items } = await search({ search: 'narrow', near, sort: 'nearest' });
    // 0.001° of latitude are 0.11 km, and 0.008° of longitude 0.65 km there; 0.1° of latitude are 11.1 km.
    expect(items.map(({ title, distanceKm }) => [title, distanceKm])).toEqual([
      ['narrow center', 0.7],
      ['narrow suburb', 11.1],
      ['narrow talgar', expect.closeTo(26.5, 0)],
    ]);
    expect(await found({ near, within: 10 })).toEqual(['center']);
    expect(await found({ near, within: 12, sort: 'nearest' })).toEqual(['center', 'suburb']);
    expect((await search({ search: 'narrow', near, priceTo: 100_000 })).items).toMatchObject([
      { title: 'narrow nowhere', distanceKm: null },
    ]);
  });

  it('shows the point only rounded, also to whoever posted it and in the chain', async () => {
    const { id, location } = made.center as Task;
    expect(location).toEqual({ place: 'almaly-almaty', name: 'Almaty, Almaly district', point: { latitude: 43.251, longitude: 76.928 } });
    for (const path of ['', '/events'])
      expect(JSON.stringify((await api.as(poster).get(`/v1/tasks/${id}${path}`)).body)).not.toMatch(/43\.2512|76\.9278/);
  });

  it('by each order, and says in words of the reader which', async () => {
    expect(await found({})).toEqual(['nowhere', 'region', 'talgar', 'suburb', 'center']);
    expect(await found({ sort: 'dearest' })).toEqual(['talgar', 'region', 'center', 'suburb', 'nowhere']);
    expect((await found({ sort: 'start' })).at(0)).toBe('suburb');
    expect((await found({ sort: 'start' })).at(-1)).toBe('nowhere');
    const rules = await api.as().get<{ tasks: object[] }>('/v1/search-rules', { language: 'ru' });
    const { sortedBy } = (await ask({ sort: 'dearest' }, contractor, 'ru')).body;
    expect(sortedBy).toEqual({ sort: 'dearest', words: 'Сначала дорогие: по цене всей работы.' });
    expect(rules.body.tasks).toContainEqual(sortedBy);
  });

  it.each(['newest', 'dearest', 'start', 'nearest'])('in pages, each task once, by %s', async (sort) => {
    const whole = await search({ search: 'narrow', sort, near: '43.25,76.92', limit: 100 });
    const query = new URLSearchParams({ search: 'narrow', sort, near: '43.25,76.92' });
    const walked = await walk(async (page) => (await api.as(contractor).get<Found>(`/v1/tasks/search?${query}&${page}`)).body, 1);
    expect(walked.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
    expect(whole.items.length).toBeGreaterThan(2);
    expect(whole.next).toBeNull();
  });

  it('and is counted by category and place: what is above counts what is below', async () => {
    const { facets } = await search({ search: 'narrow', facets: 'true', limit: 1 });
    expect(facets).toMatchObject({ counted: 5, atLeast: false });
    const of = (list: { code: string; count: number }[] = []) => Object.fromEntries(list.map(({ code, count }) => [code, count]));
    expect(of(facets?.categories)).toEqual({ 'home-repair': 3, plumbing: 2, electricity: 1, building: 1, welding: 1 });
    expect(of(facets?.places)).toEqual({ almaty: 2, 'almaly-almaty': 1, 'almaty-region': 2, talgar: 1 });
    expect(of((await search({ search: 'narrow', category: 'plumbing', facets: 'true' })).facets?.places)).toEqual({
      ...{ almaty: 1, 'almaly-almaty': 1, 'almaty-region': 1 },
    });
    expect((await search({ search: 'narrow' })).facets).toBeUndefined();
  });

  it('more than a thousand are not counted, and the answer says so', async () => {
    await api.owner.query(
      `
      insert into open_task_search (task, number, version, customer, match, payment, hazards, category, price, start_at, search)
      select 'task/' || gen_random_uuid(), -n, 1, '${poster.id}', 'first-come', 'direct', false, 'loaders', 1, now(), to_tsvector('simple', 'тысячный')
      from generate_series(1, 1001) as n`.replace('insert', `set session_replication_role = replica; insert`) +
        '; set session_replication_role = origin',
    );
    const { facets } = await search({ search: 'тысячный', facets: 'true' });
    expect(facets).toMatchObject({ counted: 1_000, atLeast: true });
    await api.owner.query('delete from open_task_search where number < 0');
  });
});

describe('a search that cannot be answered', () => {
  it.each([
    ['33 hyphens', { search: '-'.repeat(33) }, 'search'],
    ['emoji alone', { search: '🎹🎻' }, 'search'],
    ['marks alone', { search: '\u0301\u200b' }, 'search'],
    ['nothing', { search: '   ' }, 'search'],
    ['2 000 words', { search: 'a '.repeat(2_000) }, 'search'],
    ['signs alone', { search: '%_\\' }, 'search'],
    ['a category that is none', { category: 'magic' }, 'category'],
    ['a name of every object', { place: 'constructor' }, 'place'],
    ['the pole', { near: '90,0' }, 'near'],
    ['a point of another country', { near: '55.75,37.62' }, 'near'],
    ['no point', { near: 'Almaty' }, 'near'],
    ['a distance from nowhere', { within: 5 }, 'near'],
    ['the nearest to nowhere', { sort: 'nearest' }, 'near'],
    ['a smallest price above the largest', { priceFrom: 2, priceTo: 1 }, 'priceTo'],
    ['an end before the beginning', { startFrom: inHours(2), startUntil: inHours(1) }, 'startUntil'],
    ['a negative price', { priceFrom: -1 }, 'priceFrom'],
    ['an order that is none', { sort: 'best' }, 'sort'],
    ['no cursor', { after: 'x' }, 'after'],
    ['more than a page', { limit: 101 }, 'limit'],
  ])('%s', async (_what, query, path) => {
    const { status, problem } = await ask(query as unknown as Query);
    expect([status, problem?.code, problem?.errors?.map((each) => each.path)]).toEqual([400, 'invalid-input', [path]]);
  });

  it.each([
    `${'-'.repeat(33)}a`,
    '- a '.repeat(49),
    'a or '.repeat(39),
    '"a'.repeat(99),
    `'; drop table task; --`,
    "' or 1=1 --",
    'a & !b | (c <-> d:*) <2>',
    '%a_b%',
    `a${"\\'".repeat(50)}`,
    'ж'.repeat(200),
    'ﷺ'.repeat(200),
    '𐐨'.repeat(99),
    'и',
    'и на or в',
    '-и',
    'a\u0000b',
  ])('but %j can', async (words) => {
    await search({ search: words });
    await search({ search: words, facets: 'true', sort: 'nearest', near: '43.25,76.92' });
  });

  it('goes on only with a cursor of the same search and account', async () => {
    for (let count = 0; count < 3; count++) await post({ title: `Страничный ${count}` });
    const query = { search: 'страничный', limit: 1 };
    const { next } = await search(query);
    const after = String(next);
    expect((await search({ ...query, after })).items).toMatchObject([{ title: 'Страничный 1' }]);
    expect((await search({ ...query, after, limit: 2, facets: 'true' })).items).toHaveLength(2);
    const tampered = Buffer.from(Buffer.from(after, 'base64url').toString().replace('[false', '[true')).toString('base64url');
    for (const [other, person] of [
      [{ ...query, search: 'страница', after }, contractor],
      [{ ...query, sort: 'dearest', after }, contractor],
      [{ ...query, after: tampered }, contractor],
      [{ ...query, after }, await api.join(['contractor'])],
    ] as const) {
      const { problem } = await ask(other, person);
      expect([problem?.code, problem?.errors?.map(({ path }) => path)]).toEqual(['invalid-input', ['after']]);
    }
  });
});

describe('a post', () => {
  it('names a category and a place of the lists, and a point of the country', async () => {
    for (const given of [
      { category: 'magic' },
      { location: { place: 'moscow' } },
      { location: { point: { latitude: 43, longitude: 77 } } },
      { location: { place: 'almaty', point: { latitude: 90, longitude: 0 } } },
      { location: { place: 'almaty', point: { latitude: '43', longitude: 77 } } },
    ])
      expect(
        (await api.as(customer).post('/v1/tasks', { ...given, title: 'x', lines: priced(1), startAt: inHours(2), dueAt: inHours(3) }))
          .problem?.code,
      ).toBe('invalid-input');
  });

  it('shows its place in the language of the reader', async () => {
    const { id } = await post({ location: { place: 'semey' } });
    const read = async (language: string) => (await api.as(contractor).get(`/v1/tasks/${id}`, { language })).body.location?.name;
    expect([await read('kk'), await read('ru'), await read('en')]).toEqual([
      'Абай облысы, Семей',
      'область Абай, Семей',
      'Abai region, Semey',
    ]);
  });
});

describe('the lists of categories and places', () => {
  it.each(['categories', 'places'])('%s can be kept, and are not sent again unchanged', async (list) => {
    const { status, headers, body } = await api.as().get<{ items: object[] }>(`/v1/${list}`);
    expect([status, body.items.length > 100]).toEqual([200, true]);
    const again = await fetch(`${api.url}/v1/${list}`, {
      headers: { 'If-None-Match': headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' },
    });
    expect([again.status, (await again.text()).length]).toEqual([304, 0]);
  });
});
