import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../config.ts';
import { inHours, startable } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import { ask, liveThrough } from './deal.ts';
import type { Acknowledged } from './invariants.ts';
import type { TcpProxy } from './proxy.ts';
import { openProxy } from './proxy.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';

const SECOND = 1 / 3_600;
/** No response may wait for Temporal, not even the five seconds that a signal may take. Milliseconds. */
const SLOWEST = 2_000;
/** Seconds that are not over before this file is, on any machine. */
const LONG = 3_600;

describe('while Temporal is away', () => {
  let proxy: TcpProxy;
  let scene: Scene;
  let api: Started;
  let worker: Started;
  let couple: { customer: Person; contractor: Person };
  const acknowledged: Acknowledged[] = [];
  const people = () => Object.values(couple);
  const broken = (within?: number): Promise<string[]> =>
    scene.broken(async () => ({ acknowledged, letters: await scene.letters(...people()) }), within);

  /** Drives a task to its payment, reads it, and posts another that expires after these seconds. All responses must be fast. */
  const useApi = async (seconds: number): Promise<void> => {
    const took: number[] = [];
    acknowledged.push(...(await liveThrough(api.url, couple, async (reply) => took.push(reply.took))));
    for (const path of ['/v1/tasks', `/v1/tasks/${acknowledged.at(-1)?.life.slice('task/'.length)}`])
      took.push((await ask(api.url + path, couple.customer)).took);
    const { status, took: last } = await ask(`${api.url}/v1/tasks`, couple.customer, startable({ acceptBy: inHours(seconds * SECOND) }));
    expect(status).toBe(201);
    expect(Math.max(...took, last)).toBeLessThan(SLOWEST);
  };

  beforeAll(async () => {
    proxy = await openProxy(readConfig().TEMPORAL_ADDRESS);
    await proxy.refuse();
    scene = await openScene({ environment: { TEMPORAL_ADDRESS: proxy.address } });
    couple = { customer: await scene.person('customer'), contractor: await scene.person('contractor') };
    worker = await scene.start('worker.ts');
    api = await scene.start('server.ts');
  });
  afterAll(async () => {
    await scene.close();
    await proxy.close();
  });

  it('the API starts and serves requests', async () => {
    await api.up();
    await useApi(2);
    // A life that is over at once needs no run.
    expect(await scene.rows('select from outbox join life on life.id = outbox.life where delivered and not done')).toEqual([]);
  });

  it('a worker starts, waits for Temporal, and works once it is there', async () => {
    await pause(4_000);
    expect(worker.isOver()).toBe(false);
    await proxy.restore();
    await worker.up();
    expect(await broken()).toEqual([]);
  });

  it('commands and reads go on as usual, and the sweep keeps retrying, however long it lasts', async () => {
    proxy.silence();
    await useApi(LONG);
    await proxy.refuse();
    await useApi(2);
    const undelivered = 'select distinct life from outbox where not delivered';
    await until(async () => (await scene.rows(`${undelivered} except select life from nudge`)).length === 0, 'the sweep to try every life');
    await scene.owner.query('update nudge set tries = 8, next_at = clock_timestamp()');
    await pause(12_000);
    const lives = await scene.rows<{ life: string }>(undelivered);
    const due = new Set<string>();
    const allDue = async (): Promise<boolean> => {
      const rows = await scene.rows<{ life: string }>(`select life from nudge where next_at < clock_timestamp() + interval '6 s'`);
      for (const { life } of rows) due.add(life);
      return lives.every(({ life }) => due.has(life));
    };
    await until(allDue, 'every life to be due for another try');
  });

  it('a worker shuts down on SIGTERM', async () => {
    const began = performance.now();
    worker.kill('SIGTERM');
    await worker.ended;
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('after it returns, the API alone starts a run for every life within seconds', async () => {
    const lives = await scene.rows<{ id: string }>('select distinct life as id from outbox where not delivered');
    const hasRun = ({ id }: { id: string }): Promise<boolean> =>
      scene.client.workflow
        .getHandle(id)
        .describe()
        .then(
          () => true,
          () => false,
        );
    const runs = async (): Promise<boolean[]> => Promise.all(lives.map(hasRun));
    expect(new Set(await runs())).toEqual(new Set([false]));
    await proxy.restore();
    await until(async () => (await runs()).every(Boolean), 'a run for every life');
  });

  it('with a worker again, timers fire, letters go out, and all invariants hold', async () => {
    worker = await scene.start('worker.ts');
    await worker.up();
    expect(await broken()).toEqual([]);
    expect(await scene.rows(`select count(*)::int from life where state = 'expired'`)).toEqual([{ count: 2 }]);
  });

  it('silent: the API and the worker shut down on SIGTERM, though a long poll is open', async () => {
    proxy.silence();
    await useApi(LONG);
    const [open] = await scene.rows<{ id: string }>('select id from life where not done');
    ask(`${api.url}/v1/${open?.id.replace('task', 'tasks')}?after=99&wait=25`, couple.customer).catch(() => {});
    const began = performance.now();
    api.kill('SIGTERM');
    worker.kill('SIGTERM');
    expect(await Promise.all([api.ended, worker.ended])).toEqual([0, 0]);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
