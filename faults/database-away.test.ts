import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../config.ts';
import { inDatabase, loginAs, query } from '../local/postgresql.ts';
import { inHours, startable } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import type { Reply } from './deal.ts';
import { acknowledgedBy, ask, pathOf } from './deal.ts';
import type { Acknowledged } from './invariants.ts';
import type { TcpProxy } from './proxy.ts';
import { openProxy } from './proxy.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';

const SECOND = 1 / 3_600;

describe('while the database is away', () => {
  /** One for the API's connections, one for the worker's. */
  let proxies: [TcpProxy, TcpProxy];
  let scene: Scene;
  let api: Started;
  let worker: Started;
  let customer: Person;
  let contractor: Person;
  /** A task that waits for a contractor. */
  let waiting: string;
  /** A task that expires while the database is away. */
  let expiring: string;
  const acknowledged: Acknowledged[] = [];
  /** Commands that must be repeated, because their response was 503. */
  const unanswered: { person: Person; name: string; body: object; key: string }[] = [];

  const events = async (): Promise<number> => (await scene.rows<{ count: number }>('select count(*)::int from event'))[0]?.count as number;
  const length = async (): Promise<number> =>
    (await scene.client.workflow.getHandle(`task/${expiring}`).fetchHistory()).events?.length ?? 0;
  const say = async (person: Person, name: string, body: object, key: string = randomUUID()): Promise<Reply> => {
    const reply = await ask(api.url + pathOf(name, waiting), person, body, key);
    if (reply.status < 300) acknowledged.push(acknowledgedBy(person, key, reply));
    else unanswered.push({ person, name, body, key });
    return reply;
  };

  beforeAll(async () => {
    const { host } = new URL(readConfig().DATABASE_URL);
    proxies = [await openProxy(host), await openProxy(host)];
    scene = await openScene();
    const through = ({ address }: TcpProxy) => ({
      DATABASE_URL: Object.assign(new URL(scene.config.DATABASE_URL), { host: address }).href,
    });
    [customer, contractor] = await Promise.all([scene.person('customer'), scene.person('contractor')]);
    [api, worker] = await Promise.all([scene.start('server.ts', through(proxies[0])), scene.start('worker.ts', through(proxies[1]))]);
    await Promise.all([api.up(), worker.up()]);
    waiting = (await say(customer, 'post', startable())).body.id;
    expiring = (await say(customer, 'post', startable({ acceptBy: inHours(5 * SECOND) }))).body.id;
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
  });
  afterAll(async () => {
    await scene.close();
    for (const proxy of proxies) await proxy.close();
  });

  it.each([
    ['silent', 'silence', 'accept', { version: 1 }],
    ['refusing connections', 'refuse', 'start', {}],
  ] as const)(
    '%s: every request answers 503 within seconds, may be repeated with the same key, and leaves nothing half done',
    async (_, how, name, body) => {
      const before = await events();
      for (const proxy of proxies) await proxy[how]();
      const requests = [
        () => say(contractor, name, body),
        () => ask(`${api.url}/v1/tasks/${waiting}`, customer),
        () => ask(`${api.url}/v1/tasks`, customer),
        () => say(customer, 'post', startable()),
        () => ask(`${api.url}/readyz`, customer),
      ];
      for (const send of requests) {
        const { took, ...reply } = await send();
        expect(reply).toMatchObject({ status: 503, body: { code: 'unavailable', title: expect.stringMatching(/same Idempotency-Key/) } });
        expect(took).toBeLessThan(7_500);
      }
      expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
      expect(await events()).toBe(before);
    },
  );

  it('a run that waits for the database adds nothing to its history', async () => {
    const run = scene.client.workflow.getHandle(`task/${expiring}`);
    await until(async () => (await run.describe()).raw.pendingActivities?.some(({ attempt }) => Number(attempt) > 1), 'the run to wait');
    const [before, began] = [await length(), performance.now()];
    await pause(18_000 - (performance.now() - began));
    expect(await length()).toBe(before);
    expect(before).toBeLessThan(30);
  });

  it('after it returns, the same keys complete, the deadline is kept, and all invariants hold', async () => {
    for (const proxy of proxies) await proxy.restore();
    for (const { person, name, body, key } of unanswered.splice(0)) {
      expect(await say(person, name, body, key)).toMatchObject({ body: { receipt: { type: name } } });
    }
    expect(acknowledged.map(({ type }) => type)).toEqual(['post', 'post', 'accept', 'post', 'start', 'post']);
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
    expect(await scene.rows('select state from life where id = $1', `task/${expiring}`)).toEqual([{ state: 'expired' }]);
  });

  it('lost between a commit and its response: a repeat returns the receipt of the one event', async () => {
    const before = await events();
    const key = randomUUID();
    proxies[0].loseAnswerTo('COMMIT');
    expect(await say(contractor, 'submit', {}, key)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    await until(async () => (await events()) === before + 1, 'the commit without a response');
    expect(await say(contractor, 'submit', {}, key)).toMatchObject({ status: 200, replayed: true, body: { receipt: { type: 'submit' } } });
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
  });

  it('read-only like a standby: reads go on, and commands answer 503', async () => {
    const setReadOnly = async (readOnly: 'on' | 'off'): Promise<void> => {
      const name = decodeURIComponent(new URL(scene.config.DATABASE_URL).pathname.slice(1));
      // From another database: a connection to this one would be read-only itself.
      const server = loginAs(inDatabase(scene.config.DATABASE_URL, 'postgres'), 'postgres');
      await query(server, `alter database "${name}" set default_transaction_read_only = ${readOnly}`);
      await query(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
      await pause(500);
    };
    const key = randomUUID();
    await setReadOnly('on');
    expect(await say(customer, 'approve', { submission: 1 }, key)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await ask(`${api.url}/v1/tasks/${waiting}`, customer)).toMatchObject({ status: 200 });
    await setReadOnly('off');
    expect(await say(customer, 'approve', { submission: 1 }, key)).toMatchObject({
      status: 200,
      replayed: false,
      body: { receipt: { type: 'approve' } },
    });
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
  });

  it('away for good: the API and the worker still shut down on SIGTERM', async () => {
    await ask(`${api.url}/v1/tasks`, customer);
    for (const proxy of proxies) proxy.silence();
    ask(`${api.url}/v1/tasks`, customer).catch(() => {});
    await pause(500);
    const began = performance.now();
    api.kill('SIGTERM');
    worker.kill('SIGTERM');
    expect(await Promise.all([api.ended, worker.ended])).toEqual([0, 0]);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
