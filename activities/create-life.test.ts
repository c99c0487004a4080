import { randomUUID } from 'node:crypto';
import { createKey } from '../lives/ids.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { openErrands } from '../testing/worlds/errands.ts';
import { createLife } from './create-life.ts';

let world: Errands;
beforeAll(async () => {
  world = await openErrands();
});
afterAll(() => world.close());

test('a creation that the chart refuses is an error that names the life, so it is tried again and seen', async () => {
  const id = randomUUID();
  const life = `errand/${id}`;
  // Only a customer posts an errand.
  const creation = { life, key: createKey(life), type: 'post', input: { id } };
  await expect(createLife(world.lives, world.dispatch, creation)).rejects.toThrow(`${life} could not be created: refused`);
  expect(await world.events(life)).toEqual([]);
});
