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

interface Line {
  req: { path: string };
  res: { statusCode: number };
  from: string;
  caller?: { account?: string; person: string; session: string };
}

it('a line of the log says who made a request and from where, by names that reveal nobody', async () => {
  const [one, other] = [await api.join(['customer']), await api.join(['customer'])];
  await api.as(one).get('/v1/tasks');
  await api.as(one).get(`/v1/accounts/${other.id}`);
  await api.as(other).get('/v1/tasks');
  await api.as({ ...one, token: 'x'.repeat(43) }).get('/v1/tasks');
  const lines = api
    .logged()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .filter(({ res }) => res !== undefined)
    .slice(-4);
  const callers = lines.map(({ res, caller }) => [res.statusCode, caller?.account]);
  expect(callers).toEqual([
    [200, one.id],
    [404, one.id],
    [200, other.id],
    [401, undefined],
  ]);
  expect(lines[0]?.caller).toEqual(lines[1]?.caller);
  expect(lines[0]?.caller).toEqual({
    account: one.id,
    person: expect.stringMatching(/^[0-9a-f]{16}$/),
    session: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(lines[2]?.caller?.person).not.toBe(lines[0]?.caller?.person);
  expect(new Set(lines.map(({ from }) => from)).size).toBe(1);
  expect(lines[0]?.from).toMatch(/^[0-9a-f]{16}$/);
  const [member] = await api.rows<{ person: string }>('select person from membership where account = $1', one.id);
  const shown = JSON.stringify(lines);
  for (const text of [member?.person as string, '127.0.0.1', one.token, one.number]) expect(shown).not.toContain(text);
});

it('a request without an id gets one', async () => {
  const { headers } = await api.as(customer).get('/v1/accounts/me');
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

it.each(['with space', 'x'.repeat(101), '{"level":60}', 'a,b'])('an id that could forge a log line is replaced: %j', async (given) => {
  const { headers } = await api.as(customer).get('/v1/accounts/me', { headers: { 'x-request-id': given } });
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});
