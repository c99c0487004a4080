/** The worker dies in the middle of erasing a closed account, and another one finishes. */
import { verify } from '../lives/verify.ts';
import { choosePorts } from '../local/ports.ts';
import { loginAs } from '../local/postgresql.ts';
import { registerUnderOffer } from '../testing/people/accounts.ts';
import { closes } from '../testing/people/closing.ts';
import { liftLimits } from '../testing/people/limits.ts';
import { done } from '../testing/people/registration.ts';
import { textsTo } from '../testing/stand-ins/sms.ts';
import type { Api } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import { startProgram } from './program.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  await liftLimits(api.owner);
});
afterAll(() => api.close());

const startEraser = () =>
  startProgram('faults/eraser.ts', { LOG_LEVEL: 'warn', DATABASE_URL: loginAs(api.config.DATABASE_URL, 'akjet_worker') });

it('dies after the first life and before a person, and each time loses nothing and leaves nothing', async () => {
  const person = await registerUnderOffer(api, ['customer']);
  const drafts = await Promise.all([1, 2, 3].map(async (n) => api.as(person).postTask({ title: `Draft ${n}`, match: 'choice' })));
  for (const { id } of drafts) done(await api.as(person).post(`/v1/tasks/${id}/withdraw`));
  await closes(api, person);
  await api.owner.query(`update notice set status = 'delivered' where account = $1`, [person.id]);
  const words = async () =>
    (
      await api.rows<{ life: string }>('select life from erasable_text where author = $1 and sealed is not null order by life', person.id)
    ).map(({ life }) => life);
  const lives = [`account/${person.id}`, ...drafts.map(({ id }) => `task/${id}`)].toSorted();
  expect([...new Set(await words())]).toEqual(lives);

  const die = async (of: string) => {
    // The one that died held the stage for a minute.
    await api.owner.query('update erasure set next_try = now() where account = $1', [person.id]);
    const eraser = startEraser();
    await eraser.arm({ moment: 'between two erasures', of });
    return eraser.ended;
  };
  expect(await die(lives[1] as string)).toBe('SIGKILL');
  const left = await words();
  expect(left).toEqual([lives[0], ...lives.slice(2)]);
  // What is half done holds in every life.
  for (const life of lives) expect([life, await verify(api.lives, life)]).toEqual([life, undefined]);
  expect(await api.rows('select from erasure where account = $1 and done_at is not null', person.id)).toEqual([]);

  expect(await die('person')).toBe('SIGKILL');
  expect(await words()).toEqual([]);
  expect(
    await api.rows(`select stage from erasure where account = $1 and stage = 'closing' and done_at is not null`, person.id),
  ).toHaveLength(1);

  expect(await die('nobody')).toBe(0);
  expect(await api.rows('select stage from erasure where account = $1 and done_at is null', person.id)).toEqual([{ stage: 'traces' }]);
  const { rows } = await api.owner.query('select number, number_hash, password from person where id = $1', [person.person]);
  expect(rows).toEqual([{ number: null, number_hash: null, password: null }]);
  for (const life of lives) expect([life, await verify(api.lives, life)]).toEqual([life, undefined]);
});

it('is done by the worker itself, without anybody asking', async () => {
  const person = await registerUnderOffer(api, ['customer']);
  await closes(api, person);
  const port = String((await choosePorts('test')).api);
  const worker = startProgram('worker.ts', {
    LOG_LEVEL: 'warn',
    DATABASE_URL: loginAs(api.config.DATABASE_URL, 'akjet_worker'),
    TASK_QUEUE: api.config.TASK_QUEUE,
    METRICS_PORT: port,
  });
  try {
    await until(
      async () => (await api.owner.query('select from person where id = $1 and number is null', [person.person])).rows.length > 0,
      'the person to be erased',
    ).catch((error) => Promise.reject(new Error(`${error}\n${worker.output()}`)));
    expect(await textsTo(person.number)).toContainEqual(expect.objectContaining({ text: expect.stringContaining('is closed') }));
    const left = () => api.rows<{ stage: string }>(`select stage from erasure where account = $1 and done_at is null`, person.id);
    await until(async () => (await left()).length === 1, 'the stages of today');
    expect(await left()).toEqual([{ stage: 'traces' }]);
  } finally {
    worker.kill('SIGKILL');
    await worker.ended;
  }
});
