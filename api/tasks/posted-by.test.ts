import { pass } from '../../testing/engine/pass.ts';
import { enliven } from '../../testing/lives/creations.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let operator: Person;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff: operator } = await joinParties(api));
});
afterAll(() => api.close());

const knownOf = async (reader: Person, { id }: Task) => (await api.as(reader).get<Task>(`/v1/tasks/${id}`)).body.postedBy;

/** A task that was done and paid. Returns the path of its reviews. */
async function closed(by: Person = customer, worker: Person = contractor): Promise<string> {
  const task = await api.as(by).postTask();
  for (const [person, name, body] of [
    [worker, 'accept', { version: 1 }],
    [worker, 'start', {}],
    [worker, 'submit', {}],
    [by, 'approve', {}],
    [worker, 'confirm', {}],
  ] as const)
    await api.as(person).command(task.id, name, body);
  return `/v1/reviews/${task.id}.1`;
}

describe('before acceptance a contractor sees who the customer is', () => {
  it('by kind and name, tasks done, and published reviews of contractors only', async () => {
    const [first, second] = [await closed(), await closed()];
    const write = async (person: Person, path: string, stars: number) =>
      expect((await api.as(person).post(`${path}/write`, { stars })).status).toBe(200);
    await write(contractor, first, 4);
    const task = await api.as(customer).postTask();
    const { name } = customer;
    // One review of two is hidden until the other party has written.
    const known = {
      kind: 'natural',
      name,
      identity: { proved: true, words: 'IIN/BIN proved' },
      rating: null,
      reviews: 0,
      tasksDone: 2,
      starts: null,
      disputes: 0,
    };
    expect(await knownOf(stranger, task)).toMatchObject({ ...known, stars: [0, 0, 0, 0, 0] });
    await write(customer, first, 1);
    await write(customer, second, 1);
    await write(contractor, second, 5);
    expect(await knownOf(stranger, task)).toMatchObject({ ...known, rating: 4.5, reviews: 2, stars: [0, 0, 0, 1, 1] });
    expect(await knownOf(operator, task)).toMatchObject({ ...known, rating: 4.5, reviews: 2, stars: [0, 0, 0, 1, 1] });
    expect(await knownOf(customer, task)).toBeUndefined();
  });

  it('by sums that agree with a count of its tasks and their reviews, however many close at once and whatever follows', async () => {
    const [first, second] = [await api.join(['customer', 'contractor']), await api.join(['customer', 'contractor'])];
    // Each is the customer of the other, so that commits lock the two rows from both sides.
    const pairs = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? ([first, second] as const) : ([second, first] as const)));
    const reviews = await Promise.all(pairs.map(([one, other]) => closed(one, other)));
    const stars = (index: number): number => 1 + (index % 5);
    await Promise.all(
      pairs.flatMap(([one, other], index) => [
        api.as(one).post(`${reviews[index]}/write`, { stars: stars(index) }),
        ...(index < 9 ? [api.as(other).post(`${reviews[index]}/write`, { stars: stars(index + 1) })] : []),
      ]),
    );
    expect((await api.as(pairs[0]?.[0]).post(`${reviews[0]}/reply`, { message: 'Thank you' })).status).toBe(200);
    // The term to write ends for one with a single review, and the term to reply after it.
    await api.withWorker(() => pass(api, `review/${reviews[11]?.slice('/v1/reviews/'.length).replace('.', '/')}`, 40 * 86_400_000));
    const counted = await api.rows<{ account: string; party: string }>(
      `select account, party, count(*)::int as tasks_done, count(stars)::int as reviews, coalesce(sum(stars), 0)::int as stars
       from task cross join lateral (values (customer, 'customer', 'contractor'), (contractor, 'contractor', 'customer')) as each (account, party, author)
         left join lateral (
           select (snapshot #>> array['context', 'written', author, 'stars'])::int as stars from life
           where id = 'review/' || substr(task.id, 6) || '/1' and snapshot #>> '{context,publishedAt}' is not null) as review on true
       where task.state = 'closed' group by account, party order by account, party`,
    );
    expect(await api.rows('select * from reputation order by account, party')).toEqual(counted);
    const ours = counted.filter(({ account }) => account === first.id || account === second.id);
    expect(ours).toMatchObject([6, 6, 6, 6].map((tasks_done) => ({ tasks_done })));
    expect(ours.reduce((sum, row) => sum + (row as unknown as { reviews: number }).reviews, 0)).toBe(9 * 2 + 1);
  });

  it('including whether the operator has approved identity documents', async () => {
    const person = await api.join(['customer']);
    await api.owner.query('update account set proof = null where id = $1', [person.id]);
    const task = await api.as(person).postTask();
    await enliven(api, person, 'customer');
    const say = async (who: Person, path: string, body: object) => expect((await api.as(who).post(path, body)).status).toBe(200);
    const verify = async (nth: number, kinds: string[]) => {
      const path = `/v1/verifications/${person.id}.${nth}`;
      await say(operator, `/v1/accounts/${person.id}/verify`, { what: 'A document', kinds });
      await say(person, `${path}/submit`, { evidence: 'The document' });
      expect(await knownOf(stranger, task)).toMatchObject({ identity: { proved: false, words: 'IIN/BIN not proved' } });
      await say(operator, `${path}/approve`, { version: 1 });
    };
    await api.withWorker(async () => {
      await verify(1, ['licence']);
      expect(await knownOf(stranger, task)).toMatchObject({ identity: { proved: false, words: 'IIN/BIN not proved' } });
      await until(
        async () => (await api.as(operator).get<{ verification: string | null }>(`/v1/accounts/${person.id}`)).body.verification === null,
        'the end of the first',
      );
      await verify(2, ['identity', 'other']);
    });
    expect(await knownOf(stranger, task)).toMatchObject({ identity: { proved: true } });
  });
});
