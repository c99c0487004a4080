import { requisitesOf } from '../../local/fictitious-requisites.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { join, joinCompany, openSessionFor, registerUnderOffer } from '../../testing/people/accounts.ts';
import { anyIdentifier } from '../../testing/people/identifiers.ts';
import { createNewcomer } from '../../testing/people/people.ts';
import { acceptance, done, registration } from '../../testing/people/registration.ts';
import { waitsForLock } from '../../testing/probes/locks.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';

let api: Api;
let company: Registered;
let contractor: Registered;
beforeAll(async () => {
  api = await openApi();
});
beforeEach(async () => {
  [company, contractor] = await Promise.all([
    registerUnderOffer(api, ['customer'], { kind: 'company' }),
    registerUnderOffer(api, ['contractor']),
  ]);
});
afterAll(() => api.close());

const REFUSED = { code: 'rule-refused', rule: 'partiesAreTwoPeople', clause: 'platform', detail: expect.any(String) };
const say = (person: Person, { id }: Pick<Task, 'id'>, name: string, body: object) => api.as(person).post(`/v1/tasks/${id}/${name}`, body);
/** The contractor's owner becomes a member of the company. */
const joins = async (): Promise<void> => void (await join(api, company, contractor, ['accountant']));

describe('a person who is behind both accounts', () => {
  it('cannot be invited', async () => {
    await joins();
    const other = await registerUnderOffer(api, ['contractor']);
    const body = { match: 'invited' as const, invited: [other.id, contractor.id] };
    expect((await api.as(company).post('/v1/tasks', posting(body))).problem).toMatchObject(REFUSED);
    expect((await api.as(company).post('/v1/tasks', posting({ ...body, invited: [other.id] }))).status).toBe(201);
  });

  it('cannot respond, and cannot be chosen even after an earlier response', async () => {
    const [early, late] = [await api.as(company).postTask({ match: 'choice' }), await api.as(company).postTask({ match: 'choice' })];
    await api.as(contractor).command(early.id, 'respond', { version: 1 });
    await joins();
    expect((await say(contractor, late, 'respond', { version: 1 })).problem).toMatchObject(REFUSED);
    expect((await say(company, early, 'choose', { version: 1, contractor: contractor.id, response: 1 })).problem).toMatchObject(REFUSED);
  });

  it('cannot accept, also in a preview', async () => {
    const task = await api.as(company).postTask();
    await joins();
    for (const name of ['accept', 'accept?preview=true'])
      expect((await say(contractor, task, name, { version: 1 })).problem).toMatchObject(REFUSED);
    expect((await say(contractor, task, 'accept', { version: 1 })).problem?.detail).toContain('same person');
    const stranger = await registerUnderOffer(api, ['contractor']);
    expect((await say(stranger, task, 'accept', { version: 1 })).status).toBe(200);
  });

  it('is recognised by one IIN that both accounts have proved; a number that somebody only names blocks no deal and tells nothing', async () => {
    const identifier = anyIdentifier();
    const [natural, entrepreneur] = await Promise.all(
      (['natural', 'entrepreneur'] as const).map(async (kind) => {
        const person = await createNewcomer(api.owner);
        const body = await registration(api, person, { kind, identifier, roles: kind === 'natural' ? ['customer'] : ['contractor'] });
        const { id } = done(await api.as(person).post<{ id: string }>('/v1/accounts', body));
        done(await api.as(person).post('/v1/offer/acceptances', await acceptance(api, { ...person, id })));
        done(await api.as(person).put('/v1/accounts/me/requisites', requisitesOf('Somebody')));
        return { ...person, id };
      }),
    );
    const prove = (person: Person | undefined) =>
      api.owner.query(`update account set proof = 'verification/' || id || '/1' where id = $1`, [person?.id]);
    const accepts = async () => {
      const task = await api.as(natural).postTask();
      return say(entrepreneur as Person, task, 'accept', { version: 1 });
    };
    expect((await accepts()).status).toBe(200);
    await prove(natural);
    expect((await accepts()).status).toBe(200);
    await prove(entrepreneur);
    expect((await accepts()).problem).toMatchObject(REFUSED);
  });

  it('is recognised if the member is added while the acceptance is being handled', async () => {
    const task = await api.as(company).postTask();
    const client = await api.owner.connect();
    try {
      await client.query('begin');
      await client.query('update account set seq = seq where id = $1', [company.id]);
      await client.query(`insert into membership (account, person, roles) values ($1, $2, '{manager}')`, [company.id, contractor.person]);
      const accepting = say(contractor, task, 'accept', { version: 1 });
      await waitsForLock(api, '%order by id for share%');
      await client.query('commit');
      expect((await accepting).problem).toMatchObject(REFUSED);
      expect((await api.as(company).get<Task>(`/v1/tasks/${task.id}`)).body).toMatchObject({ state: 'posted', contractor: null });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('may make a deal with the company after leaving it', async () => {
    const member = await joinCompany(api, company, ['manager']);
    done(await api.as(company).post(`/v1/accounts/${company.id}/remove-member`, { person: member.person }));
    const alone = { ...member, token: await openSessionFor(api.owner, member.person, null) };
    const body = await registration(api, alone, { roles: ['contractor'] });
    const { id } = done(await api.as(alone).post<{ id: string }>('/v1/accounts', body));
    done(await api.as(alone).post('/v1/offer/acceptances', await acceptance(api, { ...alone, id })));
    done(await api.as(alone).put('/v1/accounts/me/requisites', requisitesOf('Somebody')));
    const task = await api.as(company).postTask();
    expect((await say(alone, task, 'accept', { version: 1 })).status).toBe(200);
  });
});

describe('the places of one post', () => {
  const places = async (count: number): Promise<Pick<Task, 'id'>[]> => {
    const { group } = await api.as(company).postTask({ places: count });
    return (await api.as(company).get<{ items: Task[] }>(`/v1/tasks?group=${group}`)).body.items;
  };

  it('give a contractor one place, however many it accepts concurrently', async () => {
    const tasks = await places(5);
    const replies = await Promise.all(tasks.map((task) => say(contractor, task, 'accept', { version: 1 })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422, 422]);
    expect(replies.flatMap(({ problem }) => problem?.rule ?? [])).toEqual(Array.from({ length: 4 }, () => 'onePlaceOfPost'));
  });

  it('stay free for others, and another post is free for the same contractor', async () => {
    const [first, second] = await places(2);
    const other = await registerUnderOffer(api, ['contractor']);
    await api.as(contractor).command(first?.id as string, 'accept', { version: 1 });
    expect((await say(contractor, second as Task, 'accept', { version: 1 })).problem).toMatchObject({
      rule: 'onePlaceOfPost',
      clause: 'platform',
    });
    await api.as(other).command(second?.id as string, 'accept', { version: 1 });
    const [elsewhere] = await places(2);
    await api.as(contractor).command(elsewhere?.id as string, 'accept', { version: 1 });
  });
});
