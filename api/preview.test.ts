/** A preview of a command: it shows the command's later result, and writes nothing. */
import { employ, registerUnderOffer } from '../testing/people/accounts.ts';
import type { Api, Person, Task } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';

interface PreviewBody {
  state: string;
  consequences: string | null;
  commands: { name: string }[];
  deadlines: { name: string; at: string; title: string }[];
  notices: { template: string; subject: string; to: string }[];
  effects: string[];
  ifNobodyActs: { at: string } | null;
}

let api: Api;
let customer: Person;
let contractor: Person;
let task: Task;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
beforeEach(async () => {
  task = await api.as(customer).postTask();
});
afterAll(() => api.close());

const preview = (person: Person, name: string, body: object = {}) =>
  api.as(person).post<PreviewBody>(`/v1/tasks/${task.id}/${name}?preview=true`, body, { key: null });

it('a preview needs no key, writes nothing, and shows the later result of the command', async () => {
  const before = await api.countEvents();
  const shown = await preview(contractor, 'accept', { version: 1 });
  expect(shown.status).toBe(200);
  expect(await api.countEvents()).toBe(before);

  const done = await api.as(contractor).command(task.id, 'accept', { version: 1 });
  expect(shown.body.state).toBe(done.stage);
  expect(shown.body.commands.map(({ name }) => name)).toEqual(done.commands.map(({ name }) => name));
  expect(shown.body.deadlines.length).toBeGreaterThan(0);
  expect(shown.body.ifNobodyActs).not.toBeNull();
  expect(shown.body.effects).toContain('issueDocument');
});

it('shows the sum that leaving costs, and what of it was paid in advance', async () => {
  const { id } = await api.as(customer).postTask({ terms: { cancelCost: 1_000 } });
  await api.as(contractor).command(id, 'accept', { version: 1 });
  await api.as(customer).command(id, 'report', { amount: 100_000, paidOn: new Date().toISOString().slice(0, 10) });
  await api.as(contractor).command(id, 'confirm', {});
  const { body } = await api
    .as(customer)
    .post<PreviewBody>(`/v1/tasks/${id}/cancel?preview=true`, { reasons: 'The piano was sold' }, { key: null });
  // A tenth of 15 000 tenge, of which 1 000 are paid.
  const said = body.consequences?.replaceAll('\u00a0', ' ');
  expect(said).toContain('you owe for leaving without a ground: 1,500.00 ₸; in all, with approved work: 1,500.00 ₸');
  expect(said).toContain('Of that paid already: 1,000.00 ₸; to be paid still: 500.00 ₸');
});

it('a preview shows only the caller’s own notices', async () => {
  const { body } = await preview(contractor, 'accept', { version: 1 });
  expect(body.notices.every(({ to }) => to === 'contractor')).toBe(true);
});

it('a preview is refused as the command would be', async () => {
  expect((await preview(customer, 'start')).problem).toMatchObject({ status: 409, code: 'not-in-this-state' });
  expect((await preview(contractor, 'withdraw')).problem).toMatchObject({ status: 403, code: 'wrong-party' });
  expect((await preview(contractor, 'accept', { version: 2 })).problem).toMatchObject({ status: 422, code: 'rule-refused' });
  expect((await preview(contractor, 'accept', { version: 'x' })).problem).toMatchObject({ status: 400, code: 'invalid-input' });
});

it('without `preview=true` a key is required', async () => {
  const { problem } = await api.as(contractor).post(`/v1/tasks/${task.id}/accept`, { version: 1 }, { key: null });
  expect(problem).toMatchObject({ code: 'key-missing' });
});

it('a preview of a hidden life is not found', async () => {
  const stranger = await api.join(['customer']);
  expect((await preview(stranger, 'withdraw')).status).toBe(404);
});

it('a preview of a command that creates a child life shows the child’s notices in its words', async () => {
  const staff = await employ(api, ['moderator']);
  const { id } = await registerUnderOffer(api, ['contractor']);
  const body = { kinds: ['identity'], what: 'Show who you are' };
  const { status, body: shown } = await api.as(staff).post<PreviewBody>(`/v1/accounts/${id}/verify?preview=true`, body, { key: null });
  expect(status).toBe(200);
  expect(shown.notices.map(({ template }) => template)).toContain('verification-asked');
});

it('a preview of a new member creates no person', async () => {
  const owner = await registerUnderOffer(api, ['customer'], { kind: 'company' });
  const persons = () => api.rows('select id from person');
  const before = (await persons()).length;
  const body = { number: '+77029990011', roles: ['manager'] };
  const { status } = await api.as(owner).post(`/v1/accounts/${owner.id}/add-member?preview=true`, body, { key: null });
  expect(status).toBe(200);
  expect((await persons()).length).toBe(before);
});
