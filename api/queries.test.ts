/** No text in a query makes an error of ours: every parameter of every route, with what parsers and databases stumble over. */
import fc from 'fast-check';
import type { z } from 'zod';
import type { Api, Person } from '../testing/worlds/api.ts';
import { joinParties, openApi, posting } from '../testing/worlds/api.ts';
import type { Route } from './route.ts';

let api: Api;
let people: Person[];
let task: string;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  const { customer, contractor, staff } = await joinParties(api);
  people = [customer, contractor, staff];
  ({ id: task } = await api.as(customer).postTask(posting()));
});
afterAll(() => api.close());

const part = fc.oneof(
  fc.constantFrom(
    ...['-', '-'.repeat(50), '"', ' ', 'or', '!', '&', '|', '(', ')', '<->', ':*', "'", '\\', '%', '_', '.*', '$1', '\u0000', '\n'],
    ...['0', '-1', '9007199254740993', '99999999999999999999', '1e400', 'NaN', 'true', 'null', '[]', '{}', '__proto__', 'constructor'],
    ...['2026-02-30', '2026-11-29T00:00:00Z', '9999-12-31T23:59:59.999Z', '00000000-0000-0000-0000-000000000000', 'ﷺ', '𐐨', 'рояль'],
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join('').slice(0, 400).toWellFormed());

const parameters = ({ query }: Route): string[] => Object.keys((query as z.ZodObject | undefined)?.shape ?? {});

it('responds to any text in any parameter of a query', async () => {
  const asked = api.routes.flatMap((route) =>
    route.method === 'get' ? parameters(route).map((name) => ({ path: route.path, name })) : [],
  );
  expect(new Set(asked.map(({ name }) => name)).size).toBeGreaterThan(10);
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...asked), fc.constantFrom(0, 1, 2), text, async ({ path, name }, who, value) => {
      const address = path.replace(/\{\w+\}/g, path.includes('/charts/') ? 'task' : task);
      const { status } = await api.as(people[who]).get(`${address}?${name}=${encodeURIComponent(value)}`);
      statuses.add(status);
      // A long poll answers at its end, which no parameter here sets.
      expect([address, name, value, status < 500]).toEqual([address, name, value, true]);
    }),
    { seed: 20261129, numRuns: 3_000 },
  );
  // Control: the values reach the lists, and the parameters are judged.
  expect([...statuses].toSorted()).toEqual(expect.arrayContaining([200, 400]));
});
