import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { liveThrough, WHOLE_LIFE } from './deal.ts';
import type { Acknowledged } from './invariants.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';

const LIVES = 10;
const KILLS = 3;
/** Milliseconds between a couple's commands, long enough that every kill finds all of them under way. */
const PAUSE = 800;

/** Every run has a new seed. `LOAD_SEED` repeats the delays of a failed run. */
const SEED = Number(process.env.LOAD_SEED ?? randomInt(2 ** 32));

/** Reproducible numbers between 0 and 1 (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe(`tasks while the API and the worker are killed repeatedly, with seed ${SEED}`, () => {
  let scene: Scene;
  let running: Started[] = [];
  const couples: { customer: Person; contractor: Person }[] = [];
  let acknowledged: Acknowledged[] = [];

  beforeAll(async () => {
    scene = await openScene();
    for (let count = 0; count < LIVES; count++) {
      const [customer, contractor] = await Promise.all([scene.person('customer'), scene.person('contractor')]);
      couples.push({ customer, contractor });
    }
    const api = await scene.start('server.ts');
    running = [api, await scene.start('worker.ts')];
    await Promise.all(running.map(({ up }) => up()));

    const completed = Promise.all(
      couples.map((couple, index) => {
        // One sequence per couple, because the order in which couples draw numbers is not reproducible.
        const random = seededRandom(SEED + 1 + index);
        return liveThrough(api.url, couple, () => pause(PAUSE * (0.5 + random())));
      }),
    );
    const random = seededRandom(SEED);
    for (let count = 0; count < KILLS; count++) {
      await pause(300 + random() * 1_000);
      for (const each of running) each.kill('SIGKILL');
      await Promise.all(running.map(({ ended }) => ended));
      running = [await scene.start('server.ts', { PORT: new URL(api.url).port }), await scene.start('worker.ts')];
      await Promise.all(running.map(({ up }) => up()));
    }
    acknowledged = (await completed).flat();
    // Ends the leases of the killed workers at once.
    await scene.owner.query('update effect set lease_until = clock_timestamp() where open and lease_until is not null');
  });
  afterAll(() => scene.close());

  it('lose nothing, repeat nothing and reach their end', async () => {
    expect(acknowledged).toHaveLength(LIVES * WHOLE_LIFE.length);
    const people = couples.flatMap(({ customer, contractor }) => [customer, contractor]);
    expect(await scene.broken(async () => ({ acknowledged, letters: await scene.letters(...people) }))).toEqual([]);
    expect(await scene.rows('select kind, state, seq, count(*)::int from life group by kind, state, seq order by kind, seq')).toEqual([
      { kind: 'fee', state: 'charged', seq: 1, count: LIVES },
      { kind: 'review', state: 'open', seq: 1, count: LIVES },
      // The order, confirmed by posting and accepting, and the act.
      { kind: 'signing', state: 'signed', seq: 1, count: LIVES },
      { kind: 'signing', state: 'signed', seq: 2, count: LIVES },
      { kind: 'task', state: 'closed', seq: WHOLE_LIFE.length, count: LIVES },
    ]);
  });
});
