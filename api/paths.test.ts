/**
 * Every transition of each life's chart, reached over HTTP with days passing in the store: after each step the life stands where the chart says, and
 * at the end of a way each party's menu is the chart's. Every event of every state is in paths.exhaustive.test.ts.
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
