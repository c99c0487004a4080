/** The phone and the exact address that the two parties of a deal see. */
import { taskLife } from '../../lives/ids.ts';
import { pass, shiftClock } from '../../testing/engine/pass.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { joinParties, openApi, startable } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;
const ADDRESS = 'Абай даңғылы 150, 27 пәтер, домофон 27';

let api: Api;
let customer: Person & { number: string };
let contractor: Person & { number: string };
let stranger: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  ({ stranger, staff } = await joinParties(api));
  [customer, contractor] = await Promise.all([registerUnderOffer(api, ['customer']), registerUnderOffer(api, ['contractor'])]);
});
afterAll(() => api.close());

const contactsFor = async (person: Person, task: string): Promise<Task['contacts']> =>
  done(await api.as(person).get(`/v1/tasks/${task}`)).contacts;

it('appear with acceptance, and go some days after the end of the task', async () => {
  const { id: task } = await api.as(customer).postTask({ address: ADDRESS });
  expect(await contactsFor(customer, task)).toEqual({ phone: null, address: ADDRESS });
  expect(await contactsFor(contractor, task)).toBeUndefined();
  await api.as(contractor).command(task, 'accept', { version: 1 });
  expect(await contactsFor(customer, task)).toEqual({ phone: contractor.number, address: ADDRESS });
  expect(await contactsFor(contractor, task)).toEqual({ phone: customer.number, address: ADDRESS });
  expect(await contactsFor(staff, task)).toBeUndefined();
  await api.as(contractor).command(task, 'resign', { reasons: 'Ill' });
  await shiftClock(api, taskLife(task), 29 * DAY);
  expect(await contactsFor(contractor, task)).toEqual({ phone: customer.number, address: ADDRESS });
  await shiftClock(api, taskLife(task), 2 * DAY);
  expect(await contactsFor(contractor, task)).toBeUndefined();
  expect(await contactsFor(customer, task)).toEqual({ phone: null, address: ADDRESS });
});

it('are in nothing that others read, in no list, no event, no letter and no log', async () => {
  await api.withWorker(async () => {
    const { id: task } = await api.as(customer).postTask({ address: ADDRESS, match: 'choice' });
    await api.as(contractor).command(task, 'respond', { version: 1 });
    const secret = /Абай даңғылы/;
    for (const person of [contractor, stranger])
      for (const path of [`/v1/tasks/${task}`, '/v1/tasks', `/v1/tasks/${task}/events`, `/v1/tasks/${task}/notices`])
        expect(JSON.stringify((await api.as(person).get(path)).body)).not.toMatch(secret);
    const { responses } = done(await api.as(customer).get(`/v1/tasks/${task}`));
    await api.as(customer).command(task, 'choose', { version: 1, contractor: contractor.id, response: responses[0]?.number });
    await api.as(contractor).command(task, 'accept', { version: 1 });
    // A party reads them with the task alone: its events would show them for ever.
    for (const path of ['/v1/tasks', `/v1/tasks/${task}/events`, `/v1/tasks/${task}/notices`])
      expect(JSON.stringify((await api.as(contractor).get(path)).body)).not.toMatch(secret);
    expect(JSON.stringify((await api.as(staff).get(`/v1/tasks/${task}/events`)).body)).toMatch(secret);
    await pass(api, taskLife(task), 1_000);
    const told = await until(async () => (await lettersTo(contractor.email)).length > 0 && lettersTo(contractor.email), 'a letter');
    expect(JSON.stringify(told)).not.toMatch(secret);
    expect(api.logged()).not.toMatch(secret);
    expect(api.logged()).not.toContain(customer.number);
  });
});

it('name another address where the customer changes it: the contractor of the deal is told, and only the customer may', async () => {
  const task = await acceptedTask(api, customer, contractor);
  expect(await contactsFor(contractor, task)).toEqual({ phone: customer.number, address: null });
  await api.as(customer).command(task, 'set-address', { address: ADDRESS });
  await api.as(customer).command(task, 'set-address', { address: 'Сатпаева 1' });
  expect(await contactsFor(contractor, task)).toMatchObject({ address: 'Сатпаева 1' });
  const notices = done(await api.as(contractor).get<{ items: { template: string }[] }>(`/v1/tasks/${task}/notices`));
  expect(notices.items.filter(({ template }) => template === 'address-changed')).toHaveLength(2);
  expect((await api.as(contractor).post(`/v1/tasks/${task}/set-address`, { address: 'Elsewhere' })).problem).toMatchObject({
    code: 'wrong-party',
  });
  await api.as(contractor).command(task, 'resign', { reasons: 'Ill' });
  expect((await api.as(customer).post(`/v1/tasks/${task}/set-address`, { address: 'Too late' })).status).toBe(409);
});

it('belong to each place of a post, and to a repeated post once', async () => {
  const key = 'one-post-of-two-places';
  const post = startable();
  const posts = [];
  for (let nth = 0; nth < 2; nth++) posts.push(await api.as(customer).postTask({ ...post, address: ADDRESS, places: 2 }, { key }));
  expect(posts[0]?.id).toBe(posts[1]?.id);
  const { items } = done(await api.as(customer).get<{ items: Task[] }>(`/v1/tasks?group=${posts[0]?.group}`));
  expect(items).toHaveLength(2);
  for (const { id, seq } of items) {
    expect(seq).toBe(2);
    expect(await contactsFor(customer, id)).toMatchObject({ address: ADDRESS });
  }
});

it('warns of a prepayment before it is reported, and in the letter about the acceptance', async () => {
  await api.withWorker(async () => {
    const task = await acceptedTask(api, customer, contractor);
    const told = await until(async () => {
      const { items } = done(await api.as(customer).get<{ items: { template: string; body: string }[] }>(`/v1/tasks/${task}/notices`));
      return items.find(({ template }) => template === 'task-accepted')?.body;
    }, 'the letter about the acceptance');
    expect(told).toContain('paying in advance');
    const report = { amount: 100_000, paidOn: new Date().toISOString().slice(0, 10) };
    const shown = await api.as(customer).post(`/v1/tasks/${task}/report?preview=true`, report, { key: null });
    expect(JSON.stringify(done(shown))).toContain('4.1.7');
  });
});
