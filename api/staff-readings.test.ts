import type { Registered } from '../testing/people/accounts.ts';
import { employ, registerUnderOffer } from '../testing/people/accounts.ts';
import { done } from '../testing/people/registration.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';

interface Readings {
  items: { number: number; at: string; what: string; operation: string; roles: string[]; reason: string; reasonName: string }[];
  next: string | null;
}

let api: Api;
let customer: Registered;
let stranger: Registered;
let staff: Registered;
let moderator: Registered;
beforeAll(async () => {
  api = await openApi();
  [customer, stranger, staff, moderator] = await Promise.all([
    registerUnderOffer(api, ['customer']),
    registerUnderOffer(api, ['customer']),
    employ(api, ['support', 'finance']),
    employ(api, ['moderator']),
  ]);
});
afterAll(() => api.close());

const readingsOf = async (person: Person, query = ''): Promise<Readings> =>
  done(await api.as(person).get<Readings>(`/v1/accounts/me/readings${query}`));
const because = (reason: string) => ({ headers: { 'Staff-Reason': reason } });

describe('what the staff read of others', () => {
  it('needs a reason, is recorded, and can be read by whoever it is about, without the name of the reader', async () => {
    const { id } = await api.as(customer).postTask();
    for (const path of [`/v1/tasks/${id}`, `/v1/tasks/${id}/events`, `/v1/accounts/${customer.id}`, '/v1/tasks', '/v1/fees'])
      for (const reason of ['', 'because'])
        expect((await api.as(staff).get(path, because(reason))).problem).toMatchObject({
          code: 'reason-needed',
          reasons: expect.any(Array),
        });
    const preview = `/v1/tasks/${id}/block?preview=true`;
    expect((await api.as(moderator).post(preview, { reasons: 'None' }, because(''))).problem?.code).toBe('reason-needed');
    expect((await readingsOf(customer)).items).toEqual([]);
    expect((await api.as(moderator).post(preview, { reasons: 'None' }, because('check'))).status).toBe(200);
    expect((await readingsOf(customer)).items.map(({ operation }) => operation)).toEqual(['blockTask']);

    done(await api.as(staff).get(`/v1/tasks/${id}`, because('request')));
    done(await api.as(staff).get(`/v1/tasks/${id}/events`, because('work')));
    done(await api.as(staff).get(`/v1/accounts/${customer.id}`, because('check')));
    done(await api.as(staff).get('/v1/tasks', because('fault')));
    const { items } = await readingsOf(customer);
    expect(items.map(({ what, operation, reason }) => [what, operation, reason])).toEqual([
      ['/v1/tasks', 'listTasks', 'fault'],
      [`account/${customer.id}`, 'readAccount', 'check'],
      [`task/${id}`, 'readTaskEvents', 'work'],
      [`task/${id}`, 'readTask', 'request'],
      [`task/${id}`, 'blockTask', 'check'],
    ]);
    expect(items[0]).toMatchObject({ roles: ['support', 'finance'], reasonName: 'a fault of the system' });
    const text = JSON.stringify(items);
    for (const secret of [staff.id, staff.person, staff.name]) expect(text).not.toContain(secret);
    // It is kept who read it.
    expect(
      await api.rows(
        'select distinct reader, reader_person from staff_reading where account = $1 and reader <> $2',
        customer.id,
        moderator.id,
      ),
    ).toEqual([{ reader: staff.id, reader_person: staff.person }]);
    const page = await readingsOf(customer, '?limit=3');
    expect((await readingsOf(customer, `?limit=3&after=${page.next}`)).items.map(({ operation }) => operation)).toEqual([
      'readTask',
      'blockTask',
    ]);
  });

  it('is not recorded for readings of one’s own, and is hidden from others', async () => {
    const { id } = await api.as(stranger).postTask();
    done(await api.as(stranger).get(`/v1/tasks/${id}`, because('')));
    done(await api.as(staff).get(`/v1/accounts/${staff.id}`));
    expect((await readingsOf(stranger)).items).toEqual([]);
    expect((await readingsOf(staff)).items).toEqual([]);
    done(await api.as(staff).get(`/v1/tasks/${id}`));
    expect((await readingsOf(stranger)).items).toHaveLength(1);
    // A life that the staff do not find leaves no trace either.
    expect((await api.as(staff).get('/v1/tasks/00000000-0000-4000-8000-000000000000')).problem?.code).toBe('not-found');
  });

  it('cannot be changed or removed', async () => {
    for (const sql of [`update staff_reading set reason = 'x'`, 'delete from staff_reading']) {
      await expect(api.rows(sql)).rejects.toThrow('permission denied');
      await expect(api.owner.query(sql)).rejects.toThrow('staff_reading is append-only');
    }
  });
});

test('every route that shows the matters of others to the staff records it', () => {
  const shows = api.routes.filter(
    ({ method, access, path, operation }) =>
      method === 'get' &&
      access === 'session' &&
      // One's own, and what contractors publish about themselves.
      !/^\/v1\/(accounts\/me|balance|statement|contractors|offer|events|uploads|searches|push)/.test(path) &&
      operation !== 'readOwnAccount',
  );
  expect(shows.length).toBeGreaterThan(30);
  expect(shows.filter(({ reads }) => reads === undefined).map(({ operation }) => operation)).toEqual([]);
});
