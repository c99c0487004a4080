import type { Account } from '../../testing/accounts.ts';
import { acceptOffer, anyIdentifier, register } from '../../testing/accounts.ts';
import type { Api, Person } from '../../testing/api.ts';
import { openApi, posting } from '../../testing/api.ts';

let api: Api;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  staff = await api.join(['operator']);
});
afterAll(() => api.close());

it('a contractor registers, ticks the box, and may respond', async () => {
  const { person, account } = await register(api);
  expect(account).toMatchObject({ state: 'active', name: 'Айгүл', offer: { accepted: null, next: 'accept' } });
  expect(account.identifier).toMatch(/^900101••••\d\d$/);
  const customer = await api.join(['customer']);
  const task = await api.as(customer).postTask();
  const refused = await api.as(person).post(`/v1/tasks/${task.id}/accept`, { version: 1 });
  expect(refused.problem).toMatchObject({ code: 'offer-not-accepted', clause: '2.1', next: { href: '/v1/offer/acceptances' } });
  await acceptOffer(api, person, { checkbox: true });
  expect((await api.as(person).post(`/v1/tasks/${task.id}/accept`, { version: 1 })).status).toBe(200);
  const me = (await api.as(person).get<Account>('/v1/accounts/me')).body;
  expect(me.offer).toMatchObject({ accepted: { form: 'checkbox' }, next: null });
});

it('a company confirms its accession statement and posts', async () => {
  const { person } = await register(api, { kind: 'company', roles: ['customer'], name: 'ТОО Строй', identifier: anyIdentifier('company') });
  await acceptOffer(api, person, { statement: true });
  expect((await api.as(person).post('/v1/tasks', posting())).status).toBe(201);
});

it('suspended, an account finishes and begins nothing', async () => {
  const { person, account } = await register(api, { roles: ['customer'] });
  await acceptOffer(api, person, { statement: true });
  const task = await api.as(person).postTask();
  const done = await api.as(staff).post<Account>(`/v1/accounts/${account.id}/suspend`, { ground: 'laundering', reasons: 'A report' });
  expect(done.body).toMatchObject({ mayAct: true, mayBegin: false, sanction: { ground: null, reasons: 'laundering: A report' } });
  expect((await api.as(person).get<Account>('/v1/accounts/me')).body.sanction).toMatchObject({ ground: null, reasons: null });
  expect((await api.as(person).post('/v1/tasks', posting())).problem?.code).toBe('account-suspended');
  expect((await api.as(person).post(`/v1/tasks/${task.id}/withdraw`)).status).toBe(200);
});

it('reported access ends every session at once', async () => {
  const { person, account } = await register(api);
  expect((await api.as(person).post(`/v1/accounts/${account.id}/report-access`, { reasons: 'A stranger' })).status).toBeLessThan(500);
  expect((await api.as(person).get('/v1/accounts/me')).status).toBe(401);
});
