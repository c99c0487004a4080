import { randomUUID } from 'node:crypto';
import { registerUnderOffer } from '../testing/people/accounts.ts';
import { createNewcomer } from '../testing/people/people.ts';
import { registration } from '../testing/people/registration.ts';
import { setParameter } from '../testing/stand-ins/sms.ts';
import type { Api, Person, Reply, Task } from '../testing/worlds/api.ts';
import { openApi, posting } from '../testing/worlds/api.ts';

let api: Api;
let customer: Person;
let contractors: Person[];
beforeAll(async () => {
  api = await openApi();
});
beforeEach(async () => {
  [customer, ...contractors] = (await Promise.all([
    api.join(['customer']),
    ...Array.from({ length: 4 }, () => api.join(['contractor'])),
  ])) as [Person, ...Person[]];
});
afterAll(() => api.close());

const post = (given: Parameters<typeof posting>[0] = {}, wish?: { key: string }): Promise<Reply<Task>> =>
  api.as(customer).post('/v1/tasks', posting(given), wish);
const invited = () => contractors.map(({ id }) => id);
const count = async (sql: string): Promise<number> => (await api.rows<{ count: number }>(sql, customer.id))[0]?.count ?? -1;
const used = (quota: string) =>
  count(`select coalesce(sum(amount), 0)::int as count from quota_use where subject = $1 and quota = '${quota}'`);
const tasks = () => count('select count(*)::int as count from task where customer = $1');

/** Sets a quota for the time of a test. */
async function withQuota(quota: string, most: number, work: () => Promise<void>): Promise<void> {
  const [before] = await api.rows<{ value: number }>('select value from parameter where code = $1', quota);
  await setParameter(api.owner, quota, most);
  try {
    await work();
  } finally {
    await setParameter(api.owner, quota, before?.value ?? most);
  }
}

describe('quotas of an account and a day', () => {
  it('one request asks for 50 places with 100 invited: 5000 letters are refused, and nothing is posted', async () => {
    const many = Array.from({ length: 100 }, () => randomUUID());
    await api.owner.query(
      `insert into account (id, name, roles, standing) select id, 'invited', '{contractor}', 'active' from unnest($1::uuid[]) as id`,
      [many],
    );
    const { status, problem, headers } = await post({ places: 50, match: 'invited', invited: many });
    expect([status, problem?.code]).toEqual([429, 'quota-used']);
    expect(problem).toMatchObject({ quota: 'quotaInvitations', most: 1000, detail: expect.stringContaining('1000 invitations') });
    // So much never fits: there is no time after which it would.
    expect(headers.get('retry-after')).toBeNull();
    expect([await tasks(), await used('quotaInvitations'), await used('quotaTasks')]).toEqual([0, 0, 0]);
  });

  it('the places count, also of posts at once, and the answer says when to come back', async () => {
    await withQuota('quotaTasks', 5, async () => {
      expect((await post({ places: 3 })).status).toBe(201);
      const replies = await Promise.all([post(), post(), post(), post()]);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 201, 429, 429]);
      const refused = replies.find(({ status }) => status === 429);
      expect(refused?.problem).toMatchObject({ code: 'quota-used', quota: 'quotaTasks', most: 5 });
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(23 * 3_600);
      expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(24 * 3_600);
      expect([await tasks(), await used('quotaTasks')]).toEqual([5, 5]);
      // Another account is not held back, and a day later neither is this one.
      expect((await api.as(await api.join(['customer'])).post('/v1/tasks', posting())).status).toBe(201);
      await api.owner.query(`update quota_use set used_at = used_at - interval '25 hours' where subject = $1`, [customer.id]);
      expect((await post()).status).toBe(201);
    });
  });

  it('a use counts as long as quotaHours says, however long, and is deleted after that', async () => {
    const other = await api.join(['customer']);
    const age = (hours: number) =>
      api.owner.query(`update quota_use set used_at = clock_timestamp() - make_interval(hours => $2) where subject = $1`, [
        customer.id,
        hours,
      ]);
    const otherPosts = async () => expect((await api.as(other).post('/v1/tasks', posting())).status).toBe(201);
    await withQuota('quotaHours', 400, () =>
      withQuota('quotaTasks', 2, async () => {
        expect((await post({ places: 2 })).status).toBe(201);
        await age(399);
        await otherPosts();
        expect([(await post()).status, await used('quotaTasks')]).toEqual([429, 2]);
        await age(401);
        await otherPosts();
        expect([(await post()).status, await used('quotaTasks')]).toEqual([201, 1]);
      }),
    );
  });

  it('a repeated request uses up nothing, and neither does a refused one', async () => {
    await withQuota('quotaTasks', 1, async () => {
      expect((await post({ invited: [customer.id], match: 'invited' })).status).toBe(422);
      const key = randomUUID();
      const same = posting();
      expect([(await post(same, { key })).status, (await post(same, { key })).status]).toEqual([201, 201]);
      expect(await used('quotaTasks')).toBe(1);
      expect((await post()).status).toBe(429);
    });
  });

  it('letters to others count as they are caused: by posts, by changes, by responses', async () => {
    await withQuota('quotaLetters', 6, async () => {
      const { body: task } = await post({ match: 'invited', invited: invited() });
      expect(await used('quotaLetters')).toBe(4);
      const change = (version: number) =>
        api.as(customer).post(`/v1/tasks/${task.id}/change`, { ...posting({ title: 'Two pianos' }), version });
      expect((await change(1)).status).toBe(200);
      expect(await used('quotaLetters')).toBe(8);
      expect((await change(2)).problem).toMatchObject({ code: 'quota-used', quota: 'quotaLetters' });
      // What ends something is never held back.
      expect((await api.as(customer).post(`/v1/tasks/${task.id}/withdraw`, {})).status).toBe(200);
    });
  });

  it('responses count', async () => {
    const [contractor] = contractors as [Person];
    await withQuota('quotaResponses', 1, async () => {
      const [one, other] = await Promise.all([post({ match: 'choice' }), post({ match: 'choice' })]);
      const respond = ({ body: { id } }: Reply<Task>) => api.as(contractor).post(`/v1/tasks/${id}/respond`, { version: 1 });
      const statuses = await Promise.all([respond(one), respond(other)]);
      expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 429]);
    });
  });

  it('companies count for the person who registers them', async () => {
    const person = await createNewcomer(api.owner);
    await withQuota('quotaCompanies', 2, async () => {
      const register = async () =>
        (await api.as(person).post('/v1/accounts', await registration(api, person, { kind: 'company', roles: ['customer'] }))).status;
      expect([await register(), await register(), await register()]).toEqual([201, 201, 429]);
    });
  });

  it('changes of the details and of members count', async () => {
    const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    await withQuota('quotaDetails', 1, async () => {
      const rename = (name: string) => api.as(company).patch('/v1/accounts/me', { name });
      expect([(await rename('One')).status, (await rename('Two')).status]).toEqual([200, 429]);
    });
    await withQuota('quotaMembers', 1, async () => {
      const add = async () =>
        api
          .as(company)
          .post(`/v1/accounts/${company.id}/add-member`, { number: (await createNewcomer(api.owner)).number, roles: ['manager'] });
      expect([(await add()).status, (await add()).status]).toEqual([200, 429]);
    });
  });
});
