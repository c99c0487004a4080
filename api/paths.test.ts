/**
 * Every transition of each life's chart, over HTTP, with days passing in the database. After each step the life has the chart's state, and at the end
 * of a path each party's menu is the chart's. paths.exhaustive.test.ts has every event of every state.
 */
import type { Cast } from '../testing/charts/over-http.ts';
import { coverOf, openCast, taken, takeWays, waysThrough } from '../testing/charts/over-http.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.api.close());

test.each(taken)('every transition in the chart of a %s works over HTTP', async (life) => {
  const ways = coverOf(life, await waysThrough(cast, life));
  expect(ways.length).toBeGreaterThan(2);
  expect(await takeWays(cast, life, ways)).toEqual([]);
});
