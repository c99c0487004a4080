/** Every event that every state of a chart accepts, reached by its shortest path over HTTP. */
import type { Cast } from '../testing/charts/over-http.ts';
import { openCast, taken, takeWays, waysThrough } from '../testing/charts/over-http.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.api.close());

test.each(taken)('every path through the chart of a %s works over HTTP', async (life) => {
  expect(await takeWays(cast, life, await waysThrough(cast, life))).toEqual([]);
});
