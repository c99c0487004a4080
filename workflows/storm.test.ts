/**
 * Many lives at once under random actions: commands, timers, failing effects, lost, repeated and forged signals, operator commands. The actions
 * themselves prove nothing. The test is the invariants that must hold afterwards.
 */
import type { HistoryAndWorkflowId } from '@temporalio/client';
import { brokenInvariants } from '../faults/invariants.ts';
import { replay } from '../testing/engine/replay.ts';
import type { Till, Trouble } from '../testing/stand-ins/till.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, openErrands, REMINDER } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';

const LIVES = 12;
const ROUNDS = 12;

/** Reproducible random integers below a bound. The same seed repeats a life's actions. */
function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const rest = (milliseconds: number): Promise<void> => new Promise((over) => setTimeout(over, milliseconds));
const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

describe.each([
  ['a worker that caches runs', false],
  ['a worker that caches almost no runs', true],
])('random actions with %s', (_, forgetful) => {
  const till: Till = openTill();
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ performers: { pay: till }, working: true, forgetful });
  });
  afterAll(() => world.close());

  /** Drives one errand through random actions to its end. Returns its id and the number of ordered payments. */
  async function runLife(seed: number): Promise<{ life: string; charges: number }> {
    const draw = seededRandom(seed);
    const pick = <One>(...each: One[]): One => each[draw(each.length)] as One;
    const { customer, contractor } = world;
    const life = await world.post({ openUntil: soon(600_000), reminders: [soon(300), soon(1_200), soon(2_500)] });
    const handle = world.client.workflow.getHandle(life);
    let charges = 0;
    const say = async (type: string, by: 'customer' | 'contractor', input: object = {}): Promise<void> => {
      const isDispatched = draw(5) > 0;
      const { outcome } = await (isDispatched ? world.say : world.commitOnly)(
        life,
        type,
        by,
        by === 'customer' ? customer : contractor,
        input,
      );
      if (type === 'charge' && outcome === 'done') charges++;
    };
    const actions = [
      () => say('accept', 'contractor'),
      () => say('giveBack', 'contractor', { openUntil: soon(600_000) }),
      () => say('postpone', 'customer', { openUntil: soon(600_000 + draw(1_000)) }),
      async () => {
        till.trouble(life, pick<Trouble>('fails', 'answer lost', 'refuses', rest(draw(1_500))));
        await say('charge', 'customer', { amount: 1 + draw(100) });
      },
      () => say('send', 'customer', { to: 'Almaty', arrivesBy: soon(draw(2_000)) }),
      () => handle.signal('refresh'),
      () => handle.signal('accept', pick<unknown>(null, 'x', { seq: 1 })),
      () => handle.signal('command', pick<unknown>({ type: 'accept', name: 'Aigerim' }, null, {})),
      async () => {
        const [last] = await world.rows<{ body: { hash: string; seq: number } }>(
          'select body from outbox where life = $1 order by seq desc limit 1',
          life,
        );
        const effects = Array.from({ length: draw(6) }, (__, index) => ({ id: `${life}/${1 + draw(9)}/${index}`, kind: 'pay' }));
        await handle.signal('accept', {
          ...last?.body,
          previous: last?.body.hash,
          seq: (last?.body.seq ?? 0) + pick(1, 9),
          hash: 'f'.repeat(64),
          effects,
        });
      },
      () => handle.cancel(),
      () => rest(draw(150)),
    ];
    // A signal may fail because the run does not exist yet. That is one of the random conditions.
    for (let round = 0; round < ROUNDS; round++) await pick(...actions)().catch(() => {});
    await until(async () => {
      await world.say(life, 'finish', 'customer', customer);
      await world.say(life, 'accept', 'contractor', contractor);
      return (await world.rows('select from life where id = $1 and done', life)).length === 1;
    }, `${life} to end (seed ${seed})`);
    return { life, charges };
  }

  /** The histories of all runs of a life that Temporal lists. Waits for at least one. */
  const allRuns = (life: string): Promise<HistoryAndWorkflowId[]> =>
    until(async () => {
      const found: HistoryAndWorkflowId[] = [];
      for await (const { runId } of world.client.workflow.list({ query: `WorkflowId = '${life}'` })) {
        found.push({ workflowId: life, history: await world.client.workflow.getHandle(life, runId).fetchHistory() });
      }
      return found.length > 0 && found;
    }, `${life} to be listed`);

  it('leave every chain valid, each payment booked and answered once, and all histories replayable', async () => {
    const first = Date.now() % 100_000;
    const driven = await Promise.all(Array.from({ length: LIVES }, (__, index) => runLife(first + index)));
    const open = () => world.rows('select life from effect where open union all select id from life where not done');
    await until(async () => (await open()).length === 0, 'all effects and children');
    const undelivered = () => world.rows('select life, seq from outbox where not delivered');
    await until(async () => (await undelivered()).length === 0, 'all updates to be delivered');
    await world.dispatch.settled();
    for (const { life, charges } of driven) {
      const types = await world.types(life);
      const answered = types.filter((type) => type === 'charged' || type === 'chargeFailed').length;
      expect([first, life, answered]).toEqual([first, life, charges]);
      const booked = [...till.book.keys()].filter((id) => id.startsWith(`${life}/`));
      expect(booked.length).toBe(types.filter((type) => type === 'charged').length);
      const late = await world.rows('select from unexpected where life = $1 and type not in ($2, $3)', life, 'arrived', '');
      expect([first, life, late]).toEqual([first, life, []]);
      expect(types.filter((type) => type === REMINDER).length).toBeLessThanOrEqual(3);
      expect(types).not.toContain(EXPIRY);
    }
    // A parcel may arrive after its errand has ended: only such answers are unexpected here.
    const broken = async () => (await brokenInvariants(world)).filter((fault) => !fault.endsWith('is an unexpected answer'));
    await until(async () => !(await broken()).some((fault) => fault.includes('run')), 'the runs to end').catch(() => {});
    expect([first, await broken()]).toEqual([first, []]);
    const lives = await world.rows<{ id: string }>('select id from life');
    const runs = (await Promise.all(lives.map(({ id }) => allRuns(id)))).flat();
    const errors = await replay(runs);
    expect([first, errors.flatMap((error, index) => (error ? [`${runs[index]?.workflowId}: ${error}`] : []))]).toEqual([first, []]);
  });
});
