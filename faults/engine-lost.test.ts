import { readConfig } from '../config.ts';
import { loginAs } from '../local/postgresql.ts';
import { inHours, startable } from '../testing/worlds/api.ts';
import { acknowledgedBy, ask, liveThrough, pathOf } from './deal.ts';
import type { Acknowledged } from './invariants.ts';
import type { OwnEngine } from './own-engine.ts';
import { createEngine } from './own-engine.ts';
import type { TcpProxy } from './proxy.ts';
import { openProxy } from './proxy.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';

const DAY = 24;

describe('a Temporal server', () => {
  let engine: OwnEngine;
  let mail: TcpProxy;
  let scene: Scene;
  let api: Started;
  let worker: Started;
  let customer: Person;
  let contractor: Person;
  const acknowledged: Acknowledged[] = [];

  const say = async (person: Person, name: string, id: string, body: object): Promise<string> => {
    const key = `${name}-${id}-${acknowledged.length}`;
    const reply = await ask(api.url + pathOf(name, id), person, body, key);
    acknowledged.push(acknowledgedBy(person, key, reply));
    return reply.body.id;
  };
  const post = (given: Parameters<typeof startable>[0] = {}): Promise<string> =>
    say(customer, 'post', '', startable({ startAt: inHours(4 * DAY), dueAt: inHours(5 * DAY), ...given }));
  /** What the engine had handed out when it was lost, it hands out again after a minute: the worker may have died with it. */
  const broken = (within?: number): Promise<string[]> =>
    scene.broken(async () => ({ acknowledged, letters: await scene.letters(customer, contractor) }), within);
  /** Moves the clock of all lives in the database. Temporal does not notice. */
  const passHours = (hours: number): Promise<unknown> =>
    scene.owner.query(
      `update life set clock_offset = clock_offset + $1::bigint * 3600000, next_due = next_due - $1::bigint * interval '1 hour' where not done`,
      [hours],
    );
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await scene.rows<{ state: string }>('select state from life where id = $1', `task/${id}`))[0]?.state;

  beforeAll(async () => {
    const { DATABASE_URL, SMTP_URL } = readConfig();
    engine = await createEngine(loginAs(DATABASE_URL, 'postgres'));
    await engine.start();
    mail = await openProxy(new URL(SMTP_URL).host);
    const own = { TEMPORAL_ADDRESS: engine.address, TEMPORAL_NAMESPACE: 'default' };
    scene = await openScene({ config: own, environment: { SMTP_URL: `smtp://${mail.address}`, TEMPORAL_NAMESPACE: 'default' } });
    [customer, contractor] = await Promise.all([scene.person('customer'), scene.person('contractor')]);
    [api, worker] = await Promise.all([scene.start('server.ts'), scene.start('worker.ts')]);
    await Promise.all([api.up(), worker.up()]);
  });
  afterAll(async () => {
    await scene?.close();
    await mail?.close();
    await engine?.remove();
  });

  it('that is frozen delays no request, and recovers when it resumes', async () => {
    engine.freeze();
    const took: number[] = [];
    try {
      acknowledged.push(...(await liveThrough(api.url, { customer, contractor }, async (reply) => took.push(reply.took))));
      // A life that is over at once needs no run.
      expect(await scene.rows('select from outbox join life on life.id = outbox.life where delivered and not done')).toEqual([]);
    } finally {
      engine.thaw();
    }
    // Each would wait for it. On a busy machine one or another may be slow.
    expect(took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)]).toBeLessThan(2_000);
    expect(await broken()).toEqual([]);
  });

  it('that was away for a day: commands meet the fired deadlines, and the runs follow', async () => {
    const late = await post({ acceptBy: inHours(20) });
    const reminded = await post({ acceptBy: inHours(2 * DAY - 4) });
    expect(await broken()).toEqual([]);
    await engine.stop();
    await passHours(DAY);

    const refused = await ask(`${api.url}/v1/tasks/${late}/accept`, contractor, { version: 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-in-this-state' } });
    expect(await stateOf(late)).toBe('expired');
    await say(contractor, 'accept', reminded, { version: 1 });
    expect(await scene.rows('select by, type from event where life = $1 order by seq', `task/${reminded}`)).toMatchObject([
      { type: 'post' },
      { by: 'clock', type: expect.stringMatching(/acceptReminder/) },
      { type: 'accept' },
    ]);

    await engine.start();
    expect(await broken()).toEqual([]);
  });

  it('that lost all its data is filled again: timers fire and effects are performed, nothing twice', async () => {
    const waiting = await post({ acceptBy: inHours(20) });
    const quiet = await post();
    expect(await broken()).toEqual([]);
    await mail.refuse();
    const invited = await post({ match: 'invited', invited: [contractor.account] });
    await engine.stop();
    await engine.forgetAll();
    await engine.start();

    const lost = [
      `task/${waiting} has no run`,
      `task/${quiet} has no run`,
      `task/${invited} has no run`,
      `task/${invited}/1/0 is an open effect`,
    ];
    expect(await broken(0)).toEqual(expect.arrayContaining(lost));
    await mail.restore();
    // The sweep starts a lost run only when something of its life is due. So time passes until this is true of every life.
    await passHours(3 * DAY);
    await scene.owner.query(`update effect set next_try = next_try - interval '10 min', lease_until = null where open`);
    await say(contractor, 'accept', quiet, { version: 1 });
    // Last are the fee and the reviews of the closed task.
    await passHours(9 * DAY);
    expect(await broken()).toEqual([]);
    expect(await stateOf(waiting)).toBe('expired');
    expect(worker.isOver()).toBe(false);
  });
});
