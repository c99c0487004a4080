import { setTimeout as pause } from 'node:timers/promises';
import type { Api, Person, Task } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import { watchChanges } from './changes.ts';

let api: Api;
let customer: Person;
let contractor: Person;
let looks = 0;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
  api.lives.database.addHook('afterQuery', (_options, query) => {
    if (String((query as unknown as { sql: string }).sql).includes('from life where id = any')) looks++;
  });
});
afterAll(() => api.close());

const timed = async <Answer>(work: Promise<Answer>): Promise<[Answer, number]> => {
  const begin = performance.now();
  return [await work, (performance.now() - begin) / 1000];
};
const wait = (id: string, after: number, seconds: number, person = customer, signal?: AbortSignal) =>
  timed(api.as(person).get(`/v1/tasks/${id}?after=${after}&wait=${seconds}`, signal ? { signal } : {}));
/** Until a request waits and its queries are seen. */
const waited = async (): Promise<void> => {
  const before = looks;
  await until(async () => looks > before, 'a waiter');
};

describe('a long-polling read', () => {
  it('responds when a change comes, long before the wait is over', async () => {
    const { id } = await api.as(customer).postTask();
    const waiting = wait(id, 1, 20);
    await waited();
    await api.as(contractor).command(id, 'accept', { version: 1 });
    const [{ body }, seconds] = await waiting;
    expect(body).toMatchObject({ seq: 2, state: 'agreed' });
    expect(seconds).toBeLessThan(5);
  });

  it('responds at once if a change has come, or if it waits for nothing', async () => {
    const { id } = await api.as(customer).postTask();
    for (const [after, seconds] of [
      [0, 20],
      [1, 0],
    ] as const) {
      const [{ body }, took] = await wait(id, after, seconds);
      expect(body.seq).toBe(1);
      expect(took).toBeLessThan(2);
    }
    const [, took] = await timed(api.as(customer).get(`/v1/tasks/${id}?wait=20`));
    expect(took).toBeLessThan(2);
  });

  it('responds with the current state when the wait is over', async () => {
    const { id } = await api.as(customer).postTask();
    const [{ status, body }, seconds] = await wait(id, 1, 1);
    expect([status, body.seq]).toEqual([200, 1]);
    expect(seconds).toBeGreaterThanOrEqual(0.9);
    expect(seconds).toBeLessThan(3);
  });

  it('is woken only by its own task', async () => {
    const [quiet, busy] = [await api.as(customer).postTask(), await api.as(customer).postTask()];
    const waiting = wait(quiet.id, 1, 2);
    await waited();
    await api.as(contractor).command(busy.id, 'accept', { version: 1 });
    const [{ body }, seconds] = await waiting;
    expect(body.seq).toBe(1);
    expect(seconds).toBeGreaterThanOrEqual(1.9);
  });

  it('gets 404 if the reader has lost access to the task meanwhile', async () => {
    const { id } = await api.as(customer).postTask();
    const loser = await api.join(['contractor']);
    const waiting = wait(id, 1, 20, loser);
    await waited();
    await api.as(contractor).command(id, 'accept', { version: 1 });
    const [{ problem }, seconds] = await waiting;
    expect(problem?.code).toBe('not-found');
    expect(seconds).toBeLessThan(5);
  });

  it('costs one query for all concurrent readers, and none without readers', async () => {
    const tasks: Task[] = await Promise.all(Array.from({ length: 5 }, () => api.as(customer).postTask()));
    const waiting = Array.from({ length: 200 }, (_, index) => wait(tasks[index % 5]?.id as string, 1, 3));
    await waited();
    const before = looks;
    const begin = performance.now();
    await Promise.all(waiting);
    const seconds = (performance.now() - begin) / 1000;
    expect(looks - before).toBeGreaterThanOrEqual(1);
    expect(looks - before).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
    await pause(400);
    const after = looks;
    await pause(600);
    expect(looks).toBe(after);
  });

  it('ends when the caller disconnects', async () => {
    const { id } = await api.as(customer).postTask();
    const gone = new AbortController();
    const waiting = wait(id, 1, 20, customer, gone.signal);
    await waited();
    gone.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
    await until(async () => {
      const before = looks;
      await pause(600);
      return looks === before;
    }, 'the end of looking');
  });

  it('does not wait if too many readers are waiting', async () => {
    const gone = new AbortController();
    const waitForChange = watchChanges(api.lives);
    const crowd = Array.from({ length: 2_000 }, (_, each) => waitForChange(`person ${each}`, 'task/nowhere', 0, 60_000, gone.signal));
    const [, seconds] = await timed(waitForChange('one more', 'task/nowhere', 0, 60_000, gone.signal));
    expect(seconds).toBeLessThan(1);
    gone.abort();
    await Promise.all(crowd);
  });

  it('does not wait if the same person waits too often already, and others still wait', async () => {
    const { id } = await api.as(customer).postTask();
    const gone = new AbortController();
    const crowd = Array.from({ length: 20 }, () => wait(id, 1, 20, customer, gone.signal).catch(() => 'gone'));
    await waited();
    const [, seconds] = await timed(wait(id, 1, 20));
    expect(seconds).toBeLessThan(2);
    const [, others] = await timed(wait(id, 1, 1, contractor));
    expect(others).toBeGreaterThan(0.9);
    gone.abort();
    await Promise.all(crowd);
    // Their places are free again.
    await until(async () => (await wait(id, 1, 1))[1] > 0.9, 'a free place');
  });
});
