/** Notices on the screen of a browser, through a push service that opens what it gets. */
import { createVapidKeys } from '../../gateways/push/vapid.ts';
import { openSessionFor } from '../../testing/people/accounts.ts';
import type { PushBrowser, PushService } from '../../testing/stand-ins/push-service.ts';
import { openPushService } from '../../testing/stand-ins/push-service.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

interface State {
  key: string | null;
  on: boolean;
}

const keys = createVapidKeys();
let service: PushService;
let api: Api;
let customer: Person;
let contractor: Person;
let browser: PushBrowser;
beforeAll(async () => {
  service = await openPushService();
  const settings = { PUSH_PUBLIC_KEY: keys.publicKey, PUSH_PRIVATE_KEY: keys.privateKey, PUSH_SERVICES: [service.origin] };
  api = await openApi({ settings });
  [customer, contractor] = await Promise.all([api.join(['customer'], 'ru'), api.join(['contractor'], 'ru')]);
  await wake();
});
afterAll(async () => {
  await api.close();
  service.close();
});
beforeEach(async () => {
  browser = service.browser();
  await subscribe();
});

/** No hour of the day is quiet. */
const wake = () => api.owner.query(`update parameter set value = '0' where code in ('quietFromHour', 'quietToHour')`);
const subscribe = async (by = customer, to = browser) => (await api.as(by).put<State>('/v1/push', to.subscription)).body;
const state = async (by = customer): Promise<State> => (await api.as(by).get<State>('/v1/push')).body;

/** The contractor accepts a task of the customer, who gets a notice. Returns once its letter has gone. */
async function accepted(title = 'Тайный кран'): Promise<string> {
  const { id } = await api.as(customer).postTask({ title });
  await api.withWorker(async () => {
    await api.as(contractor).command(id, 'accept', { version: 1 });
    await until(async () => {
      const [row] = await api.rows<{ waits: boolean }>(
        `select coalesce(bool_or(open), true) as waits from effect where life = $1 and kind = 'sendEmail'`,
        `task/${id}`,
      );
      return row?.waits === false;
    }, 'the letter');
  });
  return id;
}

it('a notice rings at the browser, signed with the operator’s key, and says what the subject of the letter says', async () => {
  const id = await accepted();
  const { body } = await api.as(customer).get<{ items: { subject: string }[] }>(`/v1/tasks/${id}/notices`, { language: 'ru' });
  const subjects = body.items.map(({ subject }) => subject);
  expect(browser.received.map(({ message }) => message.body).toSorted()).toEqual(subjects.toSorted());
  const [first] = browser.received;
  expect(first?.message).toMatchObject({ title: 'AkJet', path: `/v1/tasks/${id}` });
  expect(first).toMatchObject({ key: keys.publicKey, claims: { aud: service.origin, sub: `mailto:${api.operatorEntity.email}` } });
  expect(JSON.stringify(browser.received)).not.toMatch(new RegExp(`${customer.name}|${contractor.name}|\\+7`));
});

it('is on for the session that asked, and off when it says so', async () => {
  expect(await state()).toEqual({ key: keys.publicKey, on: true });
  expect(await state(contractor)).toEqual({ key: keys.publicKey, on: false });
  expect((await api.as(customer).remove<State>('/v1/push')).body).toEqual({ key: keys.publicKey, on: false });
  await accepted();
  expect(browser.received).toEqual([]);
});

it('a session has one browser: the last', async () => {
  const next = service.browser();
  await subscribe(customer, next);
  await accepted();
  expect([browser.received.length > 0, next.received.length > 0]).toEqual([false, true]);
});

it('ends with the session', async () => {
  const [member] = await api.rows<{ person: string }>('select person from membership where account = $1', customer.id);
  const token = await openSessionFor(api.owner, member?.person as string, customer.id);
  const other = { ...customer, token };
  const second = service.browser();
  await subscribe(other, second);
  const { body } = await api.as(other).get<{ items: { id: string; own: boolean }[] }>('/v1/auth/sessions');
  const own = body.items.find((each) => each.own);
  await api.as(other).remove(`/v1/auth/sessions/${own?.id}`);
  const rows = await api.rows('select from push_subscription where endpoint = $1', second.subscription.endpoint);
  expect(rows).toEqual([]);
});

it.each([404, 410])('a browser of which the service says %p is forgotten', async (status) => {
  browser.answers(status);
  await accepted();
  expect(await state()).toMatchObject({ on: false });
});

it('a service that fails is asked once, and the letter goes all the same', async () => {
  browser.answers(500);
  const id = await accepted();
  const { body } = await api.as(customer).get<{ items: { status: string }[] }>(`/v1/tasks/${id}/notices`, { language: 'ru' });
  expect(browser.received).toHaveLength(body.items.length);
  expect(body.items.map(({ status }) => status)).toEqual(body.items.map(() => 'delivered'));
  expect(await state()).toMatchObject({ on: true });
  expect(api.logged()).not.toContain(browser.subscription.endpoint);
});

it('at night only what is urgent rings', async () => {
  await api.owner.query(`update parameter set value = case code when 'quietFromHour' then '0' else '24' end::jsonb
    where code in ('quietFromHour', 'quietToHour')`);
  await accepted();
  expect(browser.received).toEqual([]);
  await wake();
});

it.each([
  ['an address that is no push service', { endpoint: 'https://10.0.0.1/x' }],
  ['an address within our network', { endpoint: 'http://127.0.0.1:1/x' }],
  ['a key that is none', { keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } }],
  ['a field more', { name: 'x' }],
])('%s is refused', async (_, wrong) => {
  const { problem } = await api.as(customer).put('/v1/push', { ...service.browser().subscription, ...wrong });
  expect(problem?.code).toBe('invalid-input');
  expect(await state()).toMatchObject({ on: true });
});

it('without keys nobody is offered it', async () => {
  const without = await openApi();
  const person = await without.join(['customer']);
  expect((await without.as(person).get('/v1/push')).body).toEqual({ key: null, on: false });
  expect((await without.as(person).put('/v1/push', browser.subscription)).problem?.code).toBe('not-found');
  await without.close();
});
