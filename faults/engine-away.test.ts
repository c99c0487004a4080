import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../config.ts';
import { inHours, posting } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import { ask, liveThrough } from './deal.ts';
import type { Acknowledged } from './invariants.ts';
import type { TcpProxy } from './proxy.ts';
import { openProxy } from './proxy.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';

const SECOND = 1 / 3_600;
/** Without the engine no answer waits for it: not even for the five seconds that a signal may take. Milliseconds. */
const SLOWEST = 2_000;

describe('while the engine is away', () => {
  let proxy: TcpProxy;
  let scene: Scene;
  let api: Started;
  let worker: Started;
  let couple: { customer: Person; contractor: Person };
  const acknowledged: Acknowledged[] = [];
  const people = () => Object.values(couple);
  const whole = (within?: number): Promise<string[]> =>
    scene.broken(async () => ({ acknowledged, letters: await scene.letters(...people()) }), within);

  /** A life from its post to its money, and a look at it; and a task whose time to wait ends after some seconds. */
  const goOn = async (seconds: number): Promise<void> => {
    const took: number[] = [];
    acknowledged.push(...(await liveThrough(api.url, couple, async (reply) => took.push(reply.took))));
    for (const path of ['/v1/tasks', `/v1/tasks/${acknowledged.at(-1)?.life.slice('task/'.length)}`])
      took.push((await ask(api.url + path, couple.customer)).took);
    const { status, took: last } = await ask(`${api.url}/v1/tasks`, couple.customer, posting({ acceptBy: inHours(seconds * SECOND) }));
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

  it('the API starts and serves', async () => {
    await api.up();
    await goOn(2);
    expect(await scene.rows('select from outbox where delivered')).toEqual([]);
  });

  it('a worker starts, waits, and works when it comes', async () => {
    await pause(4_000);
    expect(worker.isOver()).toBe(false);
    await proxy.restore();
    await worker.up();
    expect(await whole()).toEqual([]);
  });

  it('silent or refusing, and for long: commands and reads go on as ever, and it is tried again all the time', async () => {
    proxy.silence();
    await goOn(60);
    await proxy.refuse();
    await goOn(2);
    const unheard = 'select distinct life from outbox where not delivered';
    await until(async () => (await scene.rows(`${unheard} except select life from nudge`)).length === 0, 'the sweep to try all');
    await scene.owner.query('update nudge set tries = 8, next_at = clock_timestamp()');
    await pause(12_000);
    const lives = await scene.rows<{ life: string }>(unheard);
    const free = new Set<string>();
    const seeFree = async (): Promise<boolean> => {
      const rows = await scene.rows<{ life: string }>(`select life from nudge where next_at < clock_timestamp() + interval '6 s'`);
      for (const { life } of rows) free.add(life);
      return lives.every(({ life }) => free.has(life));
    };
    await until(seeFree, 'every life to be tried again at once', 12_000);
  }, 40_000);

  it('a worker ends when asked to', async () => {
    const began = performance.now();
    worker.kill('SIGTERM');
    await worker.ended;
    expect(performance.now() - began).toBeLessThan(9_000);
  });

  it('and comes back: the API alone tells it of everything within seconds', async () => {
    const lives = await scene.rows<{ id: string }>('select distinct life as id from outbox where not delivered');
    const hasRun = ({ id }: { id: string }): Promise<boolean> =>
      scene.client.workflow
        .getHandle(id)
        .describe()
        .then(
          () => true,
          () => false,
        );
    const told = async (): Promise<boolean[]> => Promise.all(lives.map(hasRun));
    expect(new Set(await told())).toEqual(new Set([false]));
    await proxy.restore();
    await until(async () => (await told()).every(Boolean), 'a run for every life', 12_000);
  });

  it('and with a worker timers happen, letters go out, and all is whole', async () => {
    worker = await scene.start('worker.ts');
    await worker.up();
    expect(await whole()).toEqual([]);
    expect(await scene.rows(`select count(*)::int from life where state = 'expired'`)).toEqual([{ count: 2 }]);
  });

  it('silent: API and worker end when asked to, though somebody waits for a change', async () => {
    proxy.silence();
    await goOn(60);
    const [open] = await scene.rows<{ id: string }>('select id from life where not done');
    ask(`${api.url}/v1/${open?.id.replace('task', 'tasks')}?after=99&wait=25`, couple.customer).catch(() => {});
    const began = performance.now();
    api.kill('SIGTERM');
    worker.kill('SIGTERM');
    expect(await Promise.all([api.ended, worker.ended])).toEqual([0, 0]);
    expect(performance.now() - began).toBeLessThan(9_000);
  });
});
