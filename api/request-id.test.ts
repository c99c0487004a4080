/** A request's id is in the response, in the log and with the event, so one search finds a caller's complaint. */
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';

let api: Api;
let customer: Person;
beforeAll(async () => {
  api = await openApi();
  customer = await api.join(['customer']);
});
afterAll(() => api.close());

const eventOf = async (life: string): Promise<string | null | undefined> =>
  (await api.rows<{ request_id: string | null }>('select request_id from event where life = $1 and seq = 1', life))[0]?.request_id;

it('a caller’s request id is returned, and is stored with the event and in the log', async () => {
  const headers = { 'x-request-id': 'support-case:4711' };
  const seen = await api.as(customer).get('/v1/accounts/me', { headers });
  expect(seen.headers.get('x-request-id')).toBe('support-case:4711');
  const { id } = await api.as(customer).postTask({}, { headers });
  expect(await eventOf(`task/${id}`)).toBe('support-case:4711');
  expect(api.logged()).toContain('support-case:4711');
});

it('a request without an id gets one', async () => {
  const { headers } = await api.as(customer).get('/v1/accounts/me');
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

it.each(['with space', 'x'.repeat(101), '{"level":60}', 'a,b'])('an id that could forge a log line is replaced: %j', async (given) => {
  const { headers } = await api.as(customer).get('/v1/accounts/me', { headers: { 'x-request-id': given } });
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});
