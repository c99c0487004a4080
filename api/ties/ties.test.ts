import { join, registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';

interface List {
  items: { account: string; number: number; name: string; since: string }[];
  next: string | null;
}

let api: Api;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
});
afterAll(() => api.close());

const keep = (by: Person, list: 'favourites' | 'blocked', other: Person) => api.as(by).put(`/v1/accounts/me/${list}/${other.id}`);
const drop = (by: Person, list: 'favourites' | 'blocked', other: Person) => api.as(by).remove(`/v1/accounts/me/${list}/${other.id}`);
const listed = async (by: Person, list: 'favourites' | 'blocked', query = ''): Promise<List> =>
  done(await api.as(by).get<List>(`/v1/accounts/me/${list}${query}`));

describe('a favourite', () => {
  it('is kept once, listed newest first and dropped; others do not see it', async () => {
    const [customer, one, two] = await Promise.all([api.join(['customer']), api.join(['contractor']), api.join(['contractor'])]);
    for (const other of [one, two, one]) expect(done(await keep(customer, 'favourites', other))).toEqual({ account: other.id, kept: true });
    const { items } = await listed(customer, 'favourites');
    expect(items.map(({ account }) => account)).toEqual([two.id, one.id]);
    expect(await listed(customer, 'favourites', '?limit=1')).toMatchObject({ items: [{ account: two.id }], next: expect.any(String) });
    expect(await listed(one, 'favourites')).toEqual({ items: [], next: null });
    expect(await listed(customer, 'blocked')).toEqual({ items: [], next: null });
    for (let time = 0; time < 2; time++) expect(done(await drop(customer, 'favourites', two))).toEqual({ account: two.id, kept: false });
    expect((await listed(customer, 'favourites')).items.map(({ account }) => account)).toEqual([one.id]);
  });

  it('is an account of a user, and not the own one; and there are so many at most', async () => {
    const [customer, staff, ...others] = await Promise.all([
      api.join(['customer']),
      api.join(['operator']),
      ...Array.from({ length: 3 }, () => api.join(['contractor'])),
    ]);
    for (const other of [customer, staff]) expect((await keep(customer, 'favourites', other)).status).toBe(404);
    expect((await api.as(customer).put('/v1/accounts/me/favourites/00000000-0000-4000-8000-000000000001')).status).toBe(404);
    await api.owner.query(`update parameter set value = '2' where code = 'tiesMost'`);
    try {
      const [one, two, three] = others as [Person, Person, Person];
      done(await keep(customer, 'favourites', one));
      done(await keep(customer, 'favourites', two));
      expect((await keep(customer, 'favourites', three)).problem).toMatchObject({ code: 'rule-refused', rule: 'tiesAreBounded' });
      // A repeat is no new one.
      done(await keep(customer, 'favourites', one));
    } finally {
      await api.owner.query(`update parameter set value = '500' where code = 'tiesMost'`);
    }
  });
});

describe('who is blocked', () => {
  const REFUSED = { code: 'rule-refused', rule: 'partiesDealWithEachOther' };
  const say = (by: Person, { id }: Pick<Task, 'id'>, name: string, body: object = { version: 1 }) =>
    api.as(by).post(`/v1/tasks/${id}/${name}`, body);

  it.each(['customer', 'contractor'] as const)(
    'by the %s: neither invites, responds, is chosen nor accepts; what runs goes on',
    async (by) => {
      const [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
      const running = await api.as(customer).postTask();
      await api.as(contractor).command(running.id, 'accept', { version: 1 });
      const chosen = await api.as(customer).postTask({ match: 'choice' });
      await api.as(contractor).command(chosen.id, 'respond', { version: 1 });
      const [one, other] = by === 'customer' ? [customer, contractor] : [contractor, customer];
      done(await keep(one, 'blocked', other));

      expect((await say(contractor, await api.as(customer).postTask(), 'accept')).problem).toMatchObject(REFUSED);
      expect((await say(contractor, await api.as(customer).postTask({ match: 'choice' }), 'respond')).problem).toMatchObject(REFUSED);
      const named = { contractor: contractor.id, response: 1, version: 1 };
      expect((await say(customer, chosen, 'choose', named)).problem).toMatchObject(REFUSED);
      const invitation = posting({ match: 'invited', invited: [contractor.id] });
      expect((await api.as(customer).post('/v1/tasks', invitation)).problem).toMatchObject(REFUSED);
      // The deal that runs is not touched.
      expect((await say(contractor, running, 'start', {})).status).toBe(200);
      // Nobody was told, and everything is as before once it is over.
      expect(await listed(other, 'blocked')).toEqual({ items: [], next: null });
      done(await drop(one, 'blocked', other));
      expect((await say(customer, chosen, 'choose', named)).status).toBe(200);
    },
  );

  it('is a person: another account of who registered the blocked one is refused too, and one where they are a mere member is not', async () => {
    const contractor = await registerUnderOffer(api, ['contractor']);
    const [one, other] = await Promise.all([
      registerUnderOffer(api, ['customer'], { kind: 'company' }),
      registerUnderOffer(api, ['customer'], { kind: 'company' }),
    ]);
    const accepts = async () => (await say(contractor, await api.as(other).postTask(), 'accept')).problem?.rule;
    done(await keep(contractor, 'blocked', one));
    await join(api, other, one, ['accountant']);
    expect(await accepts()).toBeUndefined();
    await api.owner.query(
      `update membership set registered = true where account = $1 and person = (select person from membership where account = $2 and registered)`,
      [other.id, one.id],
    );
    expect(await accepts()).toBe('partiesDealWithEachOther');
  });
});
