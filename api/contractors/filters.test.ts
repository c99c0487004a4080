import type { z } from 'zod';
import { closedTask } from '../../testing/lives/tasks.ts';
import { closes } from '../../testing/people/closing.ts';
import type { Newcomer } from '../../testing/people/registration.ts';
import { does, done, settle } from '../../testing/people/registration.ts';
import { walk } from '../../testing/probes/pages.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { FoundContractors } from './schema.ts';

type Found = z.output<typeof FoundContractors>;
type Query = Record<string, string>;

let api: Api;
let customer: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  [customer, staff] = await Promise.all([api.join(['customer']), api.join(['operator'])]);
});
afterAll(() => api.close());

const contractor = async (headline: string, given: object = {}): Promise<Newcomer> => {
  const { person, account } = await settle(api);
  await does(api, person, account, 'describe', { profile: { headline, ...given } });
  return person;
};
const ask = (query: Query | string, reader = customer, language = 'en') =>
  api.as(reader).get<Found>(`/v1/contractors?${new URLSearchParams(query)}`, { language });
const found = async (query: Query, reader = customer): Promise<string[]> =>
  done(await ask({ limit: '100', ...query }, reader)).items.map(({ headline }) => headline);
const sorted = async (query: Query, reader = customer): Promise<string[]> => (await found(query, reader)).toSorted();

describe('contractors are found', () => {
  beforeAll(async () => {
    await contractor('Ринат', { skills: ['plumbing'], places: ['medeu-almaty'], languages: ['kk', 'ru'], about: 'Бақшадағы крандар' });
    await contractor('Олег', { skills: ['electricity'], places: ['almaty'], languages: ['ru'] });
    await contractor('Jane', { skills: ['translation', 'photo'], places: ['astana'], languages: ['en', 'de'], about: 'Certified' });
    await contractor('Айдос', {
      skills: ['loaders', 'plumbing', 'electricity'],
      languages: ['kk'],
      services: [{ title: 'Жүк тасымалдау' }],
    });
  });

  it.each([
    ['plumber', ['Айдос', 'Ринат']],
    ['сантехника', ['Айдос', 'Ринат']],
    ['Алма-Ата', ['Олег', 'Ринат']],
    ['кран', ['Айдос', 'Ринат']],
    ['бақша', ['Ринат']],
    ['жук', ['Айдос']],
    ['translators', ['Jane']],
    ['сантехник -алматы', ['Айдос']],
  ])('by %s: names and synonyms of their categories and places count, in three languages', async (search, headlines) => {
    expect(await sorted({ search })).toEqual(headlines);
  });

  it('by a word with one wrong letter, where nothing is found as written', async () => {
    const { spelling, items } = done(await ask({ search: 'сантехнека' }));
    expect([spelling, items.map(({ headline }) => headline).toSorted()]).toEqual(['similar', ['Айдос', 'Ринат']]);
    expect(done(await ask({ search: 'сантехника' })).spelling).toBe('asWritten');
  });

  it.each([
    [{ category: 'plumbing' }, ['Айдос', 'Ринат']],
    [{ category: 'home-repair' }, ['Айдос', 'Олег', 'Ринат']],
    [{ category: 'photo', language: 'de' }, ['Jane']],
    [{ language: 'kk' }, ['Айдос', 'Ринат']],
    [{ place: 'almaty' }, ['Олег', 'Ринат']],
    // Who works in all the city works in its districts too.
    [{ place: 'medeu-almaty' }, ['Олег', 'Ринат']],
    [{ place: 'auezov-almaty' }, ['Олег']],
    [{ place: 'astana', category: 'plumbing' }, []],
  ])('by %j', async (query, headlines) => {
    expect(await sorted(query)).toEqual(headlines);
  });

  it.each([
    { category: 'alchemy' },
    { place: 'atlantis' },
    { language: 'xx' },
    { rating: '0' },
    { rating: '5.1' },
    { rating: '4.55' },
    { rating: 'NaN' },
    { tasksDone: '-1' },
    { identity: 'unproved' },
    { sort: 'dearest' },
    { search: '-'.repeat(33) },
  ])('never by %j', async (query) => {
    expect((await ask(query as unknown as Query)).problem?.code).toBe('invalid-input');
  });

  it('with counts by category and place, each contractor once in what lies above its skills', async () => {
    const { facets } = done(await ask({ facets: 'true' }));
    expect(facets).toMatchObject({ counted: 4, atLeast: false });
    const counts = Object.fromEntries([...(facets?.categories ?? []), ...(facets?.places ?? [])].map(({ code, count }) => [code, count]));
    expect(counts).toMatchObject({ 'home-repair': 3, plumbing: 2, electricity: 2, photo: 1, almaty: 2, 'medeu-almaty': 1, astana: 1 });
  });

  it('only by whom they have not blocked, whom they have not blocked themselves, and while they may begin something; in counts too', async () => {
    const skills = ['nannies'];
    const [blocked, blocking, suspended, closed] = await Promise.all(
      ['Blocked', 'Blocking', 'Suspended', 'Closed'].map((name) => contractor(name, { skills })),
    );
    if (!blocked || !blocking || !suspended || !closed) throw new Error('no contractors');
    const seen = async (reader = customer) => {
      const { items, facets } = done(await ask({ category: 'nannies', facets: 'true' }, reader));
      return [items.length, facets?.counted, facets?.categories.find(({ code }) => code === 'nannies')?.count ?? 0];
    };
    expect(await seen()).toEqual([4, 4, 4]);
    done(await api.as(customer).put(`/v1/accounts/me/blocked/${blocked.id}`));
    expect(await seen()).toEqual([3, 3, 3]);
    done(await api.as(blocking).put(`/v1/accounts/me/blocked/${customer.id}`));
    expect(await seen()).toEqual([2, 2, 2]);
    await does(api, staff, suspended, 'suspend', { ground: 'threat', reasons: 'A threat' });
    expect(await seen()).toEqual([1, 1, 1]);
    await closes(api, closed);
    expect(await seen()).toEqual([0, 0, 0]);
    // To others they are there, and to the staff.
    expect([await seen(await api.join(['customer'])), await seen(staff)]).toEqual([
      [2, 2, 2],
      [2, 2, 2],
    ]);
  });
});

describe('contractors are put in order', () => {
  const skills = ['websites'];
  const reviewed = async (worker: Person, stars: number): Promise<void> => {
    const path = `/v1/reviews/${await closedTask(api, customer, worker)}.1`;
    for (const [person, given] of [
      [customer, stars],
      [worker, 5],
    ] as const)
      done(await api.as(person).post(`${path}/write`, { stars: given }));
  };
  beforeAll(async () => {
    const [good, best] = [await contractor('Good', { skills }), await contractor('Best', { skills })];
    await contractor('New', { skills });
    // Who has done tasks before has a profile later.
    const { person: early, account } = await settle(api);
    await reviewed(good, 4);
    await reviewed(good, 5);
    await reviewed(best, 5);
    for (let nth = 0; nth < 3; nth++) await closedTask(api, customer, early);
    await does(api, early, account, 'describe', { profile: { headline: 'Early', skills } });
    await Promise.all([good, best, early].map((each) => api.owner.query("update account set proof = 'x' where id = $1", [each.id])));
  });

  it.each([
    ['newest', ['Early', 'New', 'Best', 'Good']],
    ['rating', ['Best', 'Good', 'Early', 'New']],
    ['done', ['Early', 'Good', 'Best', 'New']],
  ])('by %s, said in words, in pages that fit the search and the account alone', async (sort, headlines) => {
    const query = { category: 'websites', sort };
    expect(await found(query)).toEqual(headlines);
    const pages = await walk(async (rest) => done(await ask(`${new URLSearchParams(query)}&${rest}`)), 1);
    expect(pages.map(({ headline }) => headline)).toEqual(headlines);
    const { next, sortedBy } = done(await ask({ ...query, limit: '2' }));
    const rules = await api.as().get<{ contractors: { sort: string; words: string }[] }>('/v1/search-rules', { language: 'en' });
    expect(rules.body.contractors.find((each) => each.sort === sort)).toEqual(sortedBy);
    const after = String(next);
    const stranger = await api.join(['customer']);
    for (const [asked, reader] of [
      [{ ...query, after }, stranger],
      [{ ...query, category: 'it', after }, customer],
      [{ ...query, language: 'ru', after }, customer],
      [{ ...query, after: `${after.slice(0, -2)}AA` }, customer],
    ] as const)
      expect((await ask(asked as Query, reader)).problem?.code).toBe('invalid-input');
  });

  it.each([
    [{ rating: '4.5' }, ['Best', 'Good']],
    [{ rating: '4.6' }, ['Best']],
    [{ tasksDone: '2' }, ['Early', 'Good']],
    [{ tasksDone: '0', identity: 'proved' }, ['Best', 'Early', 'Good']],
  ])('and found by %j', async (query, headlines) => {
    expect(await sorted({ category: 'websites', ...query })).toEqual(headlines);
  });

  it('with what the profile says of each', async () => {
    const { items } = done(await ask({ category: 'websites', sort: 'rating' }));
    const [best, good] = items;
    expect([best, good]).toMatchObject([
      { rating: 5, reviews: 1, tasksDone: 1, identity: { proved: true } },
      { rating: 4.5, reviews: 2, tasksDone: 2 },
    ]);
    for (const item of items) expect((await api.as(customer).get<object>(`/v1/contractors/${item.id}`)).body).toMatchObject(item);
  });

  it('also if a profile is written while tasks close', async () => {
    const { person, account } = await settle(api);
    await Promise.all([
      closedTask(api, customer, person),
      closedTask(api, customer, person),
      ...[1, 2, 3].map((nth) => does(api, person, account, 'describe', { profile: { headline: `Busy ${nth}` } })),
    ]);
    expect((await api.as(customer).get<Found['items'][number]>(`/v1/contractors/${account.id}`)).body.tasksDone).toBe(2);
  });
});

describe('before a deal both sides see alike who the other is', () => {
  it('the customer those who respond, also without a profile, and they the customer', async () => {
    const { person } = await settle(api);
    const task = await api.as(customer).postTask({ match: 'choice' });
    await api.as(person).command(task.id, 'respond', { version: 1 });
    interface Seen {
      postedBy?: object;
      contractors?: { id: string }[];
    }
    const seenBy = async (reader: Person) => (await api.as(reader).get<Seen>(`/v1/tasks/${task.id}`)).body;
    const known = {
      kind: 'natural',
      name: 'Айгүл',
      identity: { proved: false, words: 'IIN/BIN not proved' },
      ...{ rating: null, reviews: 0, tasksDone: 0 },
      since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    };
    const forCustomer = await seenBy(customer);
    expect(forCustomer.contractors).toMatchObject([{ id: person.id, ...known }]);
    expect(forCustomer.postedBy).toBeUndefined();
    expect((await seenBy(staff)).contractors).toHaveLength(1);
    const forContractor = await seenBy(person);
    expect(forContractor.contractors).toBeUndefined();
    const [{ id: _, ...responder } = { id: '' }] = forCustomer.contractors ?? [];
    expect(Object.keys(forContractor.postedBy ?? {}).toSorted()).toEqual(Object.keys(responder).toSorted());
    // Another candidate sees the customer, and nobody else.
    expect((await seenBy(await api.join(['contractor']))).contractors).toBeUndefined();
  });
});
