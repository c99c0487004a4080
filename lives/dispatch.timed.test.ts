import { Client, Connection } from '@temporalio/client';
import { shiftClock } from '../testing/engine/pass.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import type { Dispatch } from './dispatch.ts';
import { createDispatch } from './dispatch.ts';
import { sweep } from './sweep.ts';

/** An address without a server. */
const NO_SERVER = '127.0.0.1:9';

const undelivered = (world: Errands, life: string) =>
  world.rows<{ seq: number }>('select seq from outbox where life = $1 and not delivered order by seq', life);
const markDelivered = (world: Errands, life: string) => world.owner.query('update outbox set delivered = true where life = $1', [life]);

describe('the delivery of updates', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ working: true });
  });
  afterAll(() => world.close());

  it.concurrent('lets a workflow that missed one refresh at the next, and make up for missed effects and timers', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.commitOnly(life, 'accept', 'contractor', world.contractor, { doneBy: inHours(48) });
    // Keeps the sweep from delivering it.
    await markDelivered(world, life);
    await world.say(life, 'send', 'customer', world.customer, { to: 'Almaty', arrivesBy: inHours(1) });
    const letter = () => world.rows("select from notice where id = $1 and status = 'delivered'", `${life}/2/0`);
    await until(async () => (await letter()).length === 1, 'the letter of the missed update');
    await until(async () => (await world.shown(life)).state === 'taken', 'the workflow to show it');
    const { nextDeadline, contractor } = await world.shown(life);
    expect(contractor).toBe(world.contractor);
    expect(Math.abs((nextDeadline?.getTime() ?? 0) - Date.now() - 48 * HOUR)).toBeLessThan(60_000);
  });

  it.concurrent('is repeated by the sweep within seconds if the last ones were lost', async () => {
    const life = await world.postOnly();
    await world.commitOnly(life, 'accept', 'contractor', world.contractor);
    await world.commitOnly(life, 'finish', 'contractor', world.contractor);
    expect(await undelivered(world, life)).toHaveLength(3);
    await until(async () => (await undelivered(world, life)).length === 0, 'the sweep', 12_000);
    await expect(world.ended(life)).resolves.toBe('finished');
    expect(await world.types(life)).toEqual(['post', 'accept', 'finish']);
  });

  it.concurrent('happens at once when they are dispatched, and is recorded', async () => {
    const life = await world.post();
    await world.say(life, 'accept', 'contractor', world.contractor);
    await until(async () => (await undelivered(world, life)).length === 0, 'the marks', 2_000);
    expect(await world.rows('select from nudge where life = $1', life)).toEqual([]);
  });
});

describe('while Temporal is away', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ settings: { TEMPORAL_ADDRESS: NO_SERVER }, sweeping: false });
  });
  afterAll(() => world.close());

  it('commands go on without waiting, and their updates stay undelivered', async () => {
    const began = performance.now();
    const lives = await Promise.all([world.post(), world.post(), world.post()]);
    expect(performance.now() - began).toBeLessThan(2_000);
    await world.dispatch.settled();
    expect(performance.now() - began).toBeLessThan(15_000);
    for (const life of lives) expect(await undelivered(world, life)).toEqual([{ seq: 1 }]);
  });
});

describe('a signal', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ sweeping: false });
  });
  afterAll(() => world.close());

  const signalsOf = async (life: string): Promise<number> => {
    const { events } = await until(
      () =>
        world.client.workflow
          .getHandle(life)
          .fetchHistory()
          .catch(() => undefined),
      'a run',
    );
    return (events ?? []).filter(({ workflowExecutionSignaledEventAttributes: signal }) => signal).length;
  };
  const postpone = (life: string, hours: number) => world.say(life, 'postpone', 'customer', world.customer, { openUntil: inHours(hours) });

  it('is sent at once, and the next carries all quiet updates of a second', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await until(async () => (await signalsOf(life)) === 1, 'the first signal', 900);
    for (const hours of [25, 26, 27]) await postpone(life, hours);
    await world.dispatch.settled();
    expect(await signalsOf(life)).toBe(2);
  });

  it('with an effect is sent without that wait, and carries the waiting updates along', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await until(async () => (await signalsOf(life)) === 1, 'the first signal');
    await postpone(life, 25);
    await world.say(life, 'accept', 'contractor', world.contractor);
    await until(async () => (await signalsOf(life)) === 2, 'the second signal', 900);
    await world.dispatch.settled();
    expect(await signalsOf(life)).toBe(2);
  });
});

describe('the sweep', () => {
  let world: Errands;
  let nudged: string[];
  /** The real dispatch, which records the nudges. */
  let recording: Dispatch;
  beforeAll(async () => {
    world = await openErrands({ sweeping: false });
    const { dispatch } = world;
    const nudge = (life: string): Promise<void> => {
      nudged.push(life);
      return dispatch.nudge(life);
    };
    recording = Object.assign((...given: Parameters<Dispatch>) => dispatch(...given), dispatch, { nudge });
  });
  beforeEach(async () => {
    nudged = [];
    await world.owner.query('update outbox set delivered = true; update life set next_due = null; delete from nudge');
  });
  afterAll(() => world.close());

  const undeliveredLife = async (): Promise<string> => {
    const life = await world.postOnly();
    await world.owner.query("update outbox set made_at = made_at - interval '5 s' where life = $1", [life]);
    return life;
  };
  const beforeNudge = async (action: string): Promise<void> => {
    await world.owner.query(`
      create or replace function meddle() returns trigger language plpgsql as $$ begin ${action}; return new; end $$;
      create trigger meddle before insert or update on nudge for each row execute function meddle()`);
  };
  const nudgeOf = async (life: string) =>
    (
      await world.rows<{ tries: number; pause: number }>(
        'select tries, extract(epoch from next_at - clock_timestamp())::float as pause from nudge where life = $1',
        life,
      )
    )[0];

  it('nudges a life whose update is undelivered for some seconds, and not before', async () => {
    const life = await world.postOnly();
    expect(await sweep(world.lives, recording)).toBe(0);
    await world.owner.query("update outbox set made_at = made_at - interval '5 s' where life = $1", [life]);
    expect(await sweep(world.lives, recording)).toBe(1);
    expect(nudged).toEqual([life]);
  });

  it('nudges a life again after pauses that grow to five minutes', async () => {
    const life = await undeliveredLife();
    const pauses: number[] = [];
    for (let round = 1; round <= 11; round++) {
      expect(await sweep(world.lives, recording)).toBe(1);
      expect(await sweep(world.lives, recording)).toBe(0);
      pauses.push(Math.ceil((await nudgeOf(life))?.pause ?? 0));
      await world.owner.query('update nudge set next_at = clock_timestamp() where life = $1', [life]);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    expect(nudged).toHaveLength(11);
  });

  it('goes on for every life though one has been nudged for days', async () => {
    const old = await undeliveredLife();
    await sweep(world.lives, recording);
    await world.owner.query(`update nudge set tries = 2000, next_at = clock_timestamp() where life = $1`, [old]);
    const life = await undeliveredLife();
    nudged = [];
    expect(await sweep(world.lives, recording)).toBe(2);
    expect(nudged.toSorted()).toEqual([old, life].toSorted());
    expect((await nudgeOf(old))?.pause).toBeGreaterThan(290);
  });

  it('resets the pauses of a life that needed no nudge for long', async () => {
    const life = await undeliveredLife();
    await sweep(world.lives, recording);
    await world.owner.query("update nudge set tries = 9, next_at = clock_timestamp() - interval '11 min'");
    await markDelivered(world, life);
    await sweep(world.lives, recording);
    expect(await nudgeOf(life)).toBeUndefined();
  });

  it('nudges each life once, however many sweeps run at once', async () => {
    const lives = [await undeliveredLife(), await undeliveredLife(), await undeliveredLife()];
    // Makes every sweep find the lives before another has claimed them.
    await beforeNudge('perform pg_sleep(0.05)');
    const counts = await Promise.all(Array.from({ length: 4 }, () => sweep(world.lives, recording)));
    await world.owner.query('drop trigger meddle on nudge');
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(nudged.toSorted()).toEqual(lives.toSorted());
  });

  it('nudges a life several times without the claim (control)', async () => {
    const life = await undeliveredLife();
    await beforeNudge('new.next_at = clock_timestamp()');
    await Promise.all(Array.from({ length: 3 }, () => sweep(world.lives, recording)));
    await world.owner.query('drop trigger meddle on nudge');
    expect(nudged.filter((each) => each === life).length).toBeGreaterThan(1);
  });

  it('nudges a life whose deadline passed a minute ago, though all its updates were delivered', async () => {
    const life = await world.postOnly({ openUntil: inHours(24) });
    await markDelivered(world, life);
    await shiftClock(world, life, 24 * HOUR + 50_000);
    expect(await sweep(world.lives, recording)).toBe(0);
    await shiftClock(world, life, 20_000);
    expect(await sweep(world.lives, recording)).toBe(1);
    expect(nudged).toEqual([life]);
  });

  it('nudges a life whose effect has waited for a minute, even if the life is done', async () => {
    const life = await world.postOnly();
    await world.commitOnly(life, 'accept', 'contractor', world.contractor);
    await world.commitOnly(life, 'finish', 'contractor', world.contractor);
    await markDelivered(world, life);
    expect(await sweep(world.lives, recording)).toBe(0);
    await world.owner.query("update effect set next_try = clock_timestamp() - interval '61 s' where life = $1", [life]);
    expect(await sweep(world.lives, recording)).toBe(1);
    await world.withWorker(async () => {
      await expect(world.ended(life)).resolves.toBe('finished');
    });
    expect(await world.rows('select from effect where life = $1 and open', life)).toEqual([]);
  });

  it('goes on if one life cannot be nudged', async () => {
    const lives = [await undeliveredLife(), await undeliveredLife()];
    const broken: Dispatch = Object.assign((...given: Parameters<Dispatch>) => recording(...given), recording, {
      nudge: async (life: string) => {
        if (life === lives[0]) throw new Error('made by a test');
        await recording.nudge(life);
      },
    });
    expect(await sweep(world.lives, broken)).toBe(1);
    expect(nudged).toEqual([lives[1]]);
    expect((await nudgeOf(lives[0] as string))?.tries).toBe(1);
  });

  it('lets no pause grow of a life for which Temporal could not be asked, though it was asked for another', async () => {
    const [unasked, asked] = [await undeliveredLife(), await undeliveredLife()];
    await world.owner.query('insert into nudge (life, tries, next_at) values ($1, 8, clock_timestamp())', [unasked]);
    const connection = Connection.lazy({ address: NO_SERVER });
    const away = createDispatch({ client: new Client({ connection }), taskQueue: world.config.TASK_QUEUE, lives: world.lives });
    const returning: Dispatch = Object.assign((...given: Parameters<Dispatch>) => recording(...given), recording, {
      nudge: (life: string) => (life === unasked ? away : recording).nudge(life),
    });
    expect(await sweep(world.lives, returning)).toBe(1);
    await connection.close();
    expect(nudged).toEqual([asked]);
    expect(await nudgeOf(unasked)).toMatchObject({ tries: 8 });
    expect((await nudgeOf(unasked))?.pause).toBeLessThanOrEqual(0);
  });
});
