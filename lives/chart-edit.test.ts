/** A chart is edited while lives are in each of its states. They go on under the new chart; their past events keep the old one. */
import { assign, createMachine } from 'xstate';
import { answer, command, reminder, timeout } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import { errandChart, testLaws } from '../testing/charts/errand.ts';
import { pass } from '../testing/engine/pass.ts';
import { historiesOf, replay } from '../testing/engine/replay.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import { chartHash } from './chart-hash.ts';
import { catchUp, commit } from './commit.ts';
import type { Performer } from './effects.ts';
import { verify } from './verify.ts';

const old = testLaws.errand as LifeType;
const { config, implementations } = errandChart;
const { open, taken, charging, delivered, ...others } = config.states as Record<string, { on: object; after: object }>;

type Scope = { context: { openUntil?: string; doneBy?: string } };
const hoursAfter = (moment: string | undefined, hours: number): number =>
  moment === undefined ? Number.POSITIVE_INFINITY : Date.parse(moment) + hours * HOUR;
const tell = { type: 'notify', params: { to: 'customer', template: 'news' } };
const stamp = { type: 'stamp', params: { colour: 'red' } };
const finish = { finish: command(['customer', 'contractor'], 'platform', { target: 'stamping', actions: [stamp] }) };

/** The errand with new states, commands, timers and effects, and an hour of grace on every deadline. */
const edited: LifeType = {
  ...old,
  chart: createMachine(
    {
      ...config,
      states: {
        ...others,
        open: {
          on: { ...open?.on, pause: command('customer', 'platform', { target: 'paused' }) },
          after: open?.after,
        },
        paused: { on: { resume: command('customer', 'platform', { target: 'open' }) } },
        taken: {
          on: { ...taken?.on, ...finish },
          after: { doneReminder: reminder('platform', { actions: [tell] }), doneBy: timeout('platform', { target: 'expired' }) },
        },
        charging: {
          on: { ...charging?.on, charged: answer({ target: 'stamping', actions: ['keepReceipt', stamp] }) },
        },
        delivered: { on: finish },
        stamping: { on: { stamped: answer({ target: 'finished', actions: ['keepStamp'] }) } },
      },
    } as never,
    {
      ...implementations,
      delays: {
        ...implementations.delays,
        openUntil: ({ context }: Scope) => hoursAfter(context.openUntil, 1),
        doneBy: ({ context }: Scope) => hoursAfter(context.doneBy, 1),
        doneReminder: ({ context }: Scope) => hoursAfter(context.doneBy, -2),
      },
      actions: {
        ...implementations.actions,
        stamp: () => {},
        keepStamp: assign((({ event }: { event: { input: object } }) => ({ stamp: event.input })) as never),
      },
    } as never,
  ) as never,
};

const stamper: Performer<{ colour: string }> = {
  tries: 1,
  perform: async ({ id, params }) => ({ type: 'stamped', input: { id, ...params } }),
  failed: async () => undefined,
};

const hashes = { old: chartHash(old).hash, edited: chartHash(edited).hash };

/** A world under the old chart. */
const openBefore = (): Promise<Errands> => openErrands({ performers: { pay: openTill() } });
/** The same lives after the release: a new platform and worker on the same database and task queue. */
const openAfter = ({ config: { DATABASE_URL, TASK_QUEUE } }: Errands): Promise<Errands> =>
  openErrands({
    ownDatabase: false,
    settings: { DATABASE_URL, TASK_QUEUE },
    charts: { ...testLaws, errand: edited },
    performers: { pay: openTill(), stamp: stamper },
    working: true,
  });

describe('a chart that was edited', () => {
  let before: Errands;
  let after: Errands;
  const lives: Record<string, string> = {};
  beforeAll(async () => {
    before = await openBefore();
    await before.withWorker(async () => {
      const createIn = async (name: string, ...commands: [string, 'customer' | 'contractor' | 'operator', object?][]) => {
        const life = await before.post({ openUntil: inHours(24) });
        for (const [type, by, input] of commands) await before.say(life, type, by, before[by], input);
        lives[name] = life;
      };
      await createIn('open');
      await createIn('taken', ['accept', 'contractor', { doneBy: inHours(48) }]);
      await createIn('nudged', ['accept', 'contractor', { doneBy: inHours(48) }]);
      await createIn('delivered', ['accept', 'contractor'], ['send', 'customer', { to: 'Almaty', arrivesBy: inHours(0) }]);
      await createIn('blocked', ['block', 'operator']);
      await createIn('finished', ['accept', 'contractor'], ['finish', 'customer']);
      const arrived = async () => (await before.types(lives.delivered as string)).includes('arrived');
      await until(arrived, 'the parcel');
      await before.dispatch.settled();
      // Effects that the old worker leaves unfinished would keep their lease.
      await until(async () => (await before.rows('select from effect where open')).length === 0, 'the letters');
    });
    // This effect is ordered but not performed before the release.
    const life = await before.post({ openUntil: inHours(24) });
    await before.say(life, 'accept', 'contractor', before.contractor);
    await before.say(life, 'charge', 'customer', before.customer, { amount: 5 });
    lives.charging = life;
    await before.dispatch.settled();
    after = await openAfter(before);
  });
  afterAll(async () => {
    await after.close();
    await before.close();
  });

  const of = (name: string): string => lives[name] as string;

  it('has another hash, and both charts are stored', async () => {
    expect(hashes.edited).not.toBe(hashes.old);
    const charts = await after.rows<{ hash: string }>("select hash from chart where life = 'errand'");
    expect(charts.map(({ hash }) => hash).toSorted()).toEqual(Object.values(hashes).toSorted());
  });

  it.concurrent('leads an open life through a new state to the new deadline', async () => {
    const life = of('open');
    expect(await after.say(life, 'pause', 'customer', before.customer)).toMatchObject({ outcome: 'done' });
    expect(await after.say(life, 'resume', 'customer', before.customer)).toMatchObject({ outcome: 'done' });
    await pass(after, life, 24.5 * HOUR);
    expect(await after.types(life)).toEqual(['post', 'pause', 'resume']);
    await pass(after, life, HOUR);
    await expect(after.ended(life)).resolves.toBe('expired');
    expect(await after.types(life)).toEqual(['post', 'pause', 'resume', EXPIRY]);
  });

  it.concurrent('gives a taken life the new reminder and the new deadline, though its run sleeps until the old one', async () => {
    const life = of('taken');
    // The run sleeps until the old deadline, and learns of the new timers at its next catch-up.
    await pass(after, life, 48.5 * HOUR);
    expect(await after.types(life)).toEqual(['post', 'accept', 'doneReminder']);
    await pass(after, life, HOUR);
    await expect(after.ended(life)).resolves.toBe('expired');
    expect((await after.types(life)).slice(3)).toEqual(['doneBy']);
  });

  it.concurrent('gives a life the new reminder on time, once its run was nudged', async () => {
    const life = of('nudged');
    await after.dispatch.nudge(life);
    const reminded = Date.parse(inHours(46));
    await until(async () => Math.abs(((await after.shown(life)).nextDeadline?.getTime() ?? 0) - reminded) < 60_000, 'the new timer');
    await pass(after, life, 46.5 * HOUR);
    await until(async () => (await after.types(life)).length === 3, 'the reminder');
    expect(await after.types(life)).toEqual(['post', 'accept', 'doneReminder']);
  });

  it.concurrent('accepts the answer to an effect ordered under the old chart, and orders a new effect', async () => {
    const life = of('charging');
    await expect(after.ended(life)).resolves.toBe('finished');
    expect(await after.types(life)).toEqual(['post', 'accept', 'charge', 'charged', 'stamped']);
    const [row] = await after.rows<{ context: object }>("select snapshot -> 'context' as context from life where id = $1", life);
    expect(row?.context).toMatchObject({ charged: `receipt of ${life}/3/0`, stamp: { id: `${life}/4/0`, colour: 'red' } });
  });

  it.concurrent('leads a delivered life through the new state to its end', async () => {
    const life = of('delivered');
    expect(await after.say(life, 'finish', 'customer', before.customer)).toMatchObject({ outcome: 'done' });
    await expect(after.ended(life)).resolves.toBe('finished');
    expect((await after.types(life)).slice(-2)).toEqual(['finish', 'stamped']);
  });

  it.concurrent.each(['blocked', 'finished'])('leaves a %s life unchanged', async (name) => {
    const life = of(name);
    const events = await after.events(life);
    for (const type of ['pause', 'finish', 'accept']) {
      expect(await after.say(life, type, 'customer', before.customer)).toMatchObject({ outcome: 'refused', refusal: { reason: 'state' } });
    }
    expect(await after.events(life)).toEqual(events);
  });

  it('keeps every chain valid: earlier events name the old chart, hoursAfter ones the new chart', async () => {
    for (const [name, life] of Object.entries(lives)) {
      const charts = (await after.events(life)).map(({ chart_hash }) => (chart_hash === hashes.old ? 'old' : 'edited'));
      const ended = name === 'blocked' || name === 'finished';
      expect([name, [...new Set(charts)]]).toEqual([name, ended ? ['old'] : ['old', 'edited']]);
      for (const world of [before, after]) expect([name, await verify(world.lives, life)]).toEqual([name, undefined]);
    }
  });

  it('needs no workflow change: every run started before the edit replays', async () => {
    const histories = (await Promise.all(Object.values(lives).map((life) => historiesOf(after, life)))).flat();
    expect(await replay(histories)).toEqual(histories.map(() => undefined));
  });
});

describe('a chart that lost a state', () => {
  const { delivered: _, ...states } = config.states as Record<string, object>;
  const { arrived: __, ...on } = { ...taken?.on } as Record<string, object>;
  const reduced: LifeType = {
    ...old,
    chart: createMachine({ ...config, states: { ...states, taken: { ...taken, on } } } as never, implementations as never) as never,
  };

  it('refuses lives in that state and changes nothing; under a chart with the state they go on', async () => {
    const before = await openBefore();
    const without = await openErrands({
      ownDatabase: false,
      settings: { DATABASE_URL: before.config.DATABASE_URL },
      charts: { ...testLaws, errand: reduced },
      sweeping: false,
    });
    const life = await before.postOnly();
    await before.commitOnly(life, 'accept', 'contractor', before.contractor);
    await commit(before.lives, { life, idempotencyKey: `message/parcel/${life}/2`, type: 'arrived', by: 'platform', input: {} });
    const stored = async () => ({
      life: await before.rows('select * from life where id = $1', life),
      events: await before.events(life),
      updates: await before.rows('select * from outbox where life = $1 order by seq', life),
      effects: await before.rows('select * from effect where life = $1 order by seq, index', life),
      notices: await before.rows('select * from notice where life = $1 order by id', life),
      unexpected: await before.rows('select * from unexpected where life = $1', life),
    });
    const original = await stored();
    expect(original.life).toMatchObject([{ state: 'delivered', seq: 3 }]);

    const attempts: [string, () => Promise<unknown>][] = [
      ['a command', () => without.commitOnly(life, 'finish', 'customer', before.customer)],
      ['an answer', () => without.commitOnly(life, 'charged', 'platform', undefined, { receipt: 'one' })],
      ['a catch-up', () => catchUp(without.lives, life)],
    ];
    for (const [name, attempt] of attempts) {
      await expect(attempt()).rejects.toThrow('chart errand cannot take this snapshot');
      expect([name, await stored()]).toEqual([name, original]);
    }

    expect(await before.commitOnly(life, 'finish', 'customer', before.customer)).toMatchObject({ outcome: 'done', receipt: { seq: 4 } });
    expect(await verify(without.lives, life)).toBeUndefined();
    await without.close();
    await before.close();
  });
});

describe('after a chart was edited', () => {
  it('every event names the chart that it was committed under, and every chain is valid', async () => {
    const before = await openBefore();
    const life = await before.postOnly({ openUntil: inHours(24) });
    await before.commitOnly(life, 'accept', 'contractor', before.contractor);
    const after = await openAfter(before);
    await after.commitOnly(life, 'finish', 'customer', before.customer);
    const events = await after.events(life);
    expect(events.map(({ type, chart_hash }) => [type, chart_hash])).toEqual([
      ['post', hashes.old],
      ['accept', hashes.old],
      ['finish', hashes.edited],
    ]);
    for (const world of [before, after]) expect(await verify(world.lives, life)).toBeUndefined();
    await after.close();
    await before.close();
  });

  it('the API of the old release and that of the new one may both serve a life', async () => {
    const before = await openBefore();
    const after = await openAfter(before);
    const life = await before.postOnly({ openUntil: inHours(24) });
    expect(await after.commitOnly(life, 'pause', 'customer', before.customer)).toMatchObject({ outcome: 'done' });
    // The old release does not know the new state: it fails and changes nothing.
    await expect(before.commitOnly(life, 'accept', 'contractor', before.contractor)).rejects.toThrow('cannot take this snapshot');
    expect(await after.commitOnly(life, 'resume', 'customer', before.customer)).toMatchObject({ outcome: 'done' });
    expect(await before.commitOnly(life, 'accept', 'contractor', before.contractor)).toMatchObject({ outcome: 'done' });
    expect(await after.types(life)).toEqual(['post', 'pause', 'resume', 'accept']);
    expect(await verify(after.lives, life)).toBeUndefined();
    await after.close();
    await before.close();
  });
});
