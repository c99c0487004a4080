import type { z } from 'zod';
import { pass } from '../../testing/engine/pass.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { WorkList } from '../operator/schema.ts';

type Item = z.output<typeof WorkList>['items'][number];
type Notices = { items: { template: string; body: string }[] };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let api: Api;
let customer: Person;
let contractor: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, staff } = await joinParties(api));
});
afterAll(() => api.close());

const noticesTo = async (person: Person, id: string) => (await api.as(person).get<Notices>(`/v1/tasks/${id}/notices`)).body.items;
const told = async (person: Person, id: string, template: string): Promise<number> =>
  (await noticesTo(person, id)).filter((each) => each.template === template).length;
const standing = async (id: string, language: 'en' | 'ru' = 'en'): Promise<Item[]> => {
  const { body } = await api.as(staff).get<{ items: Item[] }>('/v1/operator/work?kind=standing&limit=100', { language });
  return body.items.filter(({ href }) => href === `/v1/tasks/${id}`);
};

describe('a task that only people can move', () => {
  it('announces the delay after an hour, reminds both three times and then no more, and is work of the staff after 21 days', async () => {
    await api.withWorker(async () => {
      const startAt = new Date(Date.now() + 2 * HOUR).toISOString();
      const dueAt = new Date(Date.now() + 34 * HOUR).toISOString();
      const { id } = await api.as(customer).postTask({ startAt, dueAt });
      await api.as(contractor).command(id, 'accept', { version: 1 });
      const life = `task/${id}`;

      await pass(api, life, 2 * HOUR + 60_000);
      expect(await api.as(customer).get(`/v1/tasks/${id}`)).toMatchObject({ body: { stage: 'agreed.late' } });
      const { body: menu } = await api.as(customer).get<{ commands: { name: string }[] }>(`/v1/tasks/${id}`);
      expect(menu.commands.map(({ name }) => name)).toContain('give-up');
      expect(await told(customer, id, 'start-late')).toBe(0);
      await pass(api, life, HOUR);
      for (const person of [customer, contractor]) expect(await told(person, id, 'start-late')).toBe(1);

      // The grace is a quarter of the 32 hours of work.
      await pass(api, life, 7 * HOUR);
      expect(await api.as(customer).get(`/v1/tasks/${id}`)).toMatchObject({ body: { stage: 'agreed.missed', ifNobodyActs: null } });
      expect(await told(customer, id, 'start-still-missed')).toBe(0);
      // Two and seven working days have passed, fifteen have not.
      await pass(api, life, 14 * DAY);
      for (const person of [customer, contractor]) expect(await told(person, id, 'start-still-missed')).toBe(2);
      await pass(api, life, 6 * DAY);
      expect(await standing(id)).toEqual([]);

      await pass(api, life, 2 * DAY);
      const words = 'Nothing happens by itself. The contractor may still start; the customer may wait or give up the task.';
      const [item] = await standing(id);
      expect(item).toMatchObject({ kind: 'standing', title: words, life: 'task', href: `/v1/tasks/${id}`, answer: null, notice: null });
      const [russian] = await standing(id, 'ru');
      expect(russian?.title).toContain('Исполнитель ещё может приступить к работе');
      expect((await api.as(staff).get(`/v1/tasks/${id}`)).status).toBe(200);

      await pass(api, life, 60 * DAY);
      for (const person of [customer, contractor]) expect(await told(person, id, 'start-still-missed')).toBe(3);
      const letter = (await noticesTo(contractor, id)).find(({ template }) => template === 'start-still-missed');
      expect(letter?.body).toContain(words);

      expect(await api.as(customer).command(id, 'give-up', { reasons: 'Nobody came' })).toMatchObject({ state: 'cancelled' });
      expect(await standing(id)).toEqual([]);
    });
  });

  it('is not listed while another life decides: that life is, once it stands still itself', async () => {
    await api.withWorker(async () => {
      const { id } = await api.as(customer).postTask();
      await api.as(contractor).command(id, 'accept', { version: 1 });
      const claim = { about: 'damages', amount: 100_000, demand: 'Nobody came', calculation: [{ what: 'A day', amount: 100_000 }] };
      await api.as(customer).command(id, 'claim', claim);
      await until(async () => (await api.as(customer).get(`/v1/disputes/${id}.1`)).status === 200, 'the dispute');
      expect(await api.rows('select state from standing where life = $1', `task/${id}`)).toEqual([]);
      await api.as(contractor).post(`/v1/disputes/${id}.1/reject`, { reasons: 'I came' });
      await api.as(customer).post(`/v1/disputes/${id}.1/end-talks`, {});
      expect(await api.rows('select state from standing where life = $1', `dispute/${id}/1`)).toEqual([{ state: 'unsettled.open' }]);
      await pass(api, `dispute/${id}/1`, 22 * DAY);
      const listed = async () =>
        (await api.as(staff).get<{ items: Item[] }>('/v1/operator/work?limit=100')).body.items
          .filter(({ href }) => href === `/v1/disputes/${id}.1`)
          .map(({ kind }) => kind);
      expect(await listed()).toEqual(['standing']);
    });
  });
});

it('a task on hold says so before anything else, until the hold has ended', async () => {
  const { id } = await api.as(customer).postTask();
  await api.as(contractor).command(id, 'accept', { version: 1 });
  const waits = async () => (await api.as(customer).get<{ waits: string }>(`/v1/tasks/${id}`)).body.waits;
  const before = await waits();
  await api.as(contractor).command(id, 'report-no-access', { reasons: 'The gate is shut' });
  expect(await waits()).toMatch(/^The terms stand still .* The contractor starts at the agreed time/);
  await api.as(contractor).command(id, 'resume-work');
  expect(await waits()).toBe(before);
});
