/** Whoever reaches Temporal may run a workflow on a queue of their own and call the product's activities from it. They must get nothing. */
import { randomUUID } from 'node:crypto';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { Call } from '../testing/engine/foreign-calls.ts';
import { bundleForeign, callAsForeigner } from '../testing/engine/foreign-calls.ts';
import { pass } from '../testing/engine/pass.ts';
import type { Till } from '../testing/stand-ins/till.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { createActivities } from './index.ts';

const till: Till = openTill();
let world: Errands;
let workflowBundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  world = await openErrands({ performers: { pay: till }, sweeping: false, working: true });
  workflowBundle = await bundleForeign();
});
afterAll(() => world.close());

const call = (workflowId: string, calls: Call[]) => callAsForeigner(world, workflowBundle, workflowId, calls);

/** An errand whose payment waits at the provider, and which then expires. */
async function victim(): Promise<{ life: string; effect: string; letGo(): void }> {
  const life = await world.post({ openUntil: inHours(24) });
  await world.dispatch.settled();
  await world.details(life);
  const { promise, resolve } = Promise.withResolvers<void>();
  till.trouble(life, promise);
  return { life, effect: `${life}/1/0`, letGo: resolve };
}

const calls = (life: string, effect: string): Call[] => [
  ['catchUp', life],
  ['performBatch', [effect]],
  ['performOne', effect],
];

it('is offered no activity that commits what it says', () => {
  expect(Object.keys(createActivities({ ...world, performers: {} })).sort()).toEqual([
    'bill',
    'catchUp',
    'collectSocialPayments',
    'lookForSearches',
    'performBatch',
    'performOne',
    'reconcile',
    'tellBalances',
    'tellTariffs',
  ]);
});

describe('a foreign workflow', () => {
  it("under an id of its own learns nothing of another's life, moves nothing and burns no key", async () => {
    const { life, effect, letGo } = await victim();
    letGo();
    const results = await call(`foreign/${randomUUID()}`, calls(life, effect));
    expect(results).toEqual([
      null,
      expect.stringMatching(/^failed: .* is no effect of foreign/),
      expect.stringMatching(/^failed: .* is no effect of foreign/),
    ]);
    expect(await world.types(life)).toEqual(['post']);
    await pass(world, life, 25 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', EXPIRY]);
  });

  it('under the id of an errand of its own moves no other errand', async () => {
    const { life, effect, letGo } = await victim();
    letGo();
    const own = await world.post({ openUntil: inHours(48) });
    const [whole, ...others] = await call(own, calls(life, effect));
    expect(whole).toMatchObject({ life: own, seq: 1 });
    expect(others.every((each) => String(each).startsWith('failed: '))).toBe(true);
    expect(await world.types(life)).toEqual(['post']);
    expect(await world.types(own)).toEqual(['post']);
    await pass(world, life, 25 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
  });

  it('in the place of a run does only what is due, and the next command starts a genuine run', async () => {
    const { life, effect, letGo } = await victim();
    letGo();
    const [whole] = await call(life, calls(life, effect));
    expect(whole).toMatchObject({ life, seq: 1, state: 'open' });
    expect(await world.types(life)).toEqual(['post']);
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'finish', 'contractor', world.contractor);
    await expect(world.ended(life)).resolves.toBe('finished');
    expect(await world.types(life)).toEqual(['post', 'accept', 'finish']);
  });
});
