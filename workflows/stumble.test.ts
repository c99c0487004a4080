/** A run holds no state of its own, so if it cannot go on, another replaces it and refreshes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pass } from '../testing/engine/pass.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';

let world: Errands;
let folder: string;
beforeAll(async () => {
  world = await openErrands({ sweeping: false });
  folder = mkdtempSync(join(tmpdir(), 'akjet-stumble-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Writes a bundle of the workflows with one place changed. Returns its path. */
function bundleWith(place: string, change: string): string {
  const code = readFileSync(process.env.WORKFLOW_BUNDLE as string, 'utf8');
  const [before, after, ...more] = code.split(place);
  if (after === undefined || more.length > 0) throw new Error(`the code has not one place like ${place}`);
  const file = join(folder, `${change.length}-${Date.now()}.js`);
  writeFileSync(file, `${before}${change}${after}`);
  return file;
}

/** Opens the same lives with another worker. */
const openWithWorker = (bundle?: string): Promise<Errands> => {
  const { DATABASE_URL, TASK_QUEUE } = world.config;
  const settings = { DATABASE_URL, TASK_QUEUE };
  return openErrands({
    ownDatabase: false,
    settings,
    sweeping: false,
    working: true,
    performers: { pay: openTill() },
    ...(bundle && { bundle }),
  });
};

const status = async (life: string, runId: string) => (await world.client.workflow.getHandle(life, runId).describe()).status.name;
const untilNextRun = (life: string, runId: string) => until(async () => (await world.shown(life)).runId !== runId, 'another run');

it('a run started by incompatible code is replaced, and its life continues', async () => {
  const other = await openWithWorker(
    bundleWith(
      'let confirmedSeq = 0;',
      "let confirmedSeq = 0; void (0,_temporalio_workflow__WEBPACK_IMPORTED_MODULE_0__.sleep)('5 days');",
    ),
  );
  const life = await world.post({ openUntil: inHours(24) });
  await world.dispatch.settled();
  await other.details(life);
  const { runId, customer } = await world.shown(life);
  await other.close();

  const current = await openWithWorker();
  await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(48) });
  await world.client.workflow.getHandle(life).signal('refresh');
  await untilNextRun(life, runId);
  expect(await status(life, runId)).toBe('FAILED');
  await until(async () => (await current.details(life)).includes(': open'), 'the new run to know');
  expect(await world.shown(life)).toMatchObject({ status: 'RUNNING', customer, state: 'open' });
  await pass(world, life, 49 * HOUR);
  await expect(world.ended(life)).resolves.toBe('expired');
  expect(await world.types(life)).toEqual(['post', 'postpone', EXPIRY]);
  await current.close();
});

it('a run that fails by a fault of its code is replaced until one succeeds', async () => {
  const faulty = await openWithWorker(
    bundleWith(
      'let confirmedSeq = 0;',
      "let confirmedSeq = 0; if ((0,_temporalio_workflow__WEBPACK_IMPORTED_MODULE_0__.workflowInfo)().attempt < 3) throw new Error('made by a test');",
    ),
  );
  const life = await world.post();
  await world.say(life, 'accept', 'contractor', world.contractor);
  await world.say(life, 'charge', 'customer', world.customer, { amount: 4 });
  await until(async () => (await world.types(life)).includes('charged'), 'the payment, by the third run');
  await world.say(life, 'finish', 'customer', world.customer);
  await world.dispatch.settled();
  await until(async () => (await world.shown(life)).status === 'COMPLETED', 'the end');
  expect(await world.types(life)).toEqual(['post', 'accept', 'charge', 'charged', 'finish']);
  expect(await world.rows('select from effect where life = $1 and open', life)).toEqual([]);
  const statuses = async () => {
    const found: string[] = [];
    for await (const each of world.client.workflow.list({ query: `WorkflowId = '${life}'` })) found.push(each.status.name);
    return found.toSorted();
  };
  await until(async () => (await statuses()).join() === 'COMPLETED,FAILED,FAILED', 'three runs in the list');
  await faulty.close();
});

it('a run flooded with signals continues, even when another worker replays it', async () => {
  const first = await openWithWorker();
  const life = await world.post({ openUntil: inHours(24) });
  await world.say(life, 'accept', 'contractor', world.contractor, { doneBy: inHours(24) });
  await world.dispatch.settled();
  const handle = world.client.workflow.getHandle(life);
  for (let wave = 0; wave < 3; wave++) {
    await world.say(life, 'charge', 'customer', world.customer, { amount: 4 });
    await Promise.all(Array.from({ length: 120 }, () => handle.signal('refresh')));
  }
  await until(async () => (await world.types(life)).includes('charged'), 'a payment');
  await first.close();

  const second = await openWithWorker();
  await world.say(life, 'charge', 'customer', world.customer, { amount: 4 });
  await until(async () => (await world.types(life)).at(-1) === 'charged', 'the last payment', 30_000);
  await until(async () => (await world.knownState(life)) === 'taken', 'the run to know');
  await pass(world, life, 25 * HOUR);
  await until(async () => (await world.shown(life)).status === 'COMPLETED', 'the end');
  expect((await world.types(life)).at(-1)).toBe('doneBy');
  await second.close();
});
