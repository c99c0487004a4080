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
async function closed(): Promise<string> {
  const task = await api.as(customer).postTask();
  for (const [person, name, body] of [
    [contractor, 'accept', { version: 1 }],
    [contractor, 'start', {}],
    [contractor, 'submit', {}],
    [customer, 'approve', {}],
    [contractor, 'confirm', {}],
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
    const known = { kind: 'natural', name, verified: false, rating: null, reviews: 0, tasksDone: 2 };
    expect(await knownOf(stranger, task)).toEqual(known);
    await write(customer, first, 1);
    await write(customer, second, 1);
    await write(contractor, second, 5);
    expect(await knownOf(stranger, task)).toEqual({ ...known, rating: 4.5, reviews: 2 });
    expect(await knownOf(operator, task)).toEqual({ ...known, rating: 4.5, reviews: 2 });
    expect(await knownOf(customer, task)).toBeUndefined();
  });

  it('including whether the operator has approved identity documents', async () => {
    const person = await api.join(['customer']);
    const task = await api.as(person).postTask();
    await enliven(api, person, 'customer');
    const say = async (who: Person, path: string, body: object) => expect((await api.as(who).post(path, body)).status).toBe(200);
    const verify = async (nth: number, kinds: string[]) => {
      const path = `/v1/verifications/${person.id}.${nth}`;
      await say(operator, `/v1/accounts/${person.id}/verify`, { what: 'A document', kinds });
      await say(person, `${path}/submit`, { evidence: 'The document' });
      expect(await knownOf(stranger, task)).toMatchObject({ verified: false });
      await say(operator, `${path}/approve`, { version: 1 });
    };
    await api.withWorker(async () => {
      await verify(1, ['licence']);
      expect(await knownOf(stranger, task)).toMatchObject({ verified: false });
      await until(
        async () => (await api.as(operator).get<{ verification: string | null }>(`/v1/accounts/${person.id}`)).body.verification === null,
        'the end of the first',
      );
      await verify(2, ['identity', 'other']);
    });
    expect(await knownOf(stranger, task)).toMatchObject({ verified: true });
  });
});
