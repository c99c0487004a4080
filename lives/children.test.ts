import { sendToLife } from '../activities/send-to-life.ts';
import { performEffect } from '../testing/engine/effects.ts';
import { pass } from '../testing/engine/pass.ts';
import type { Errands, EventRow } from '../testing/worlds/errands.ts';
import { HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import type { Performer } from './effects.ts';

describe('a child life', () => {
  let errands: Errands;
  beforeAll(async () => {
    errands = await openErrands({ working: true });
  });
  afterAll(() => errands.close());

  const acceptedErrand = async (): Promise<string> => {
    const life = await errands.post();
    await errands.say(life, 'accept', 'contractor', errands.contractor);
    return life;
  };
  const send = (life: string, hours: number) =>
    errands.say(life, 'send', 'customer', errands.customer, { to: 'Almaty', arrivesBy: inHours(hours) });
  const lastOf = async (life: string): Promise<EventRow | undefined> => (await errands.events(life)).at(-1);
  const childOf = (life: string, number: number): string => `parcel/${life.split('/')[1]}/${number}`;

  it('is created by its parent’s event, under a key that names that event', async () => {
    const life = await acceptedErrand();
    await send(life, 5);
    const child = childOf(life, 1);
    const created = await until(() => lastOf(child), 'the child');
    expect(created).toMatchObject({ type: 'send', key: `create/${life}/3/0`, seq: 1, state: 'underway' });
    await until(
      async () =>
        (
          await errands.client.workflow
            .getHandle(child)
            .describe()
            .catch(() => undefined)
        )?.status.name === 'RUNNING',
      'its run',
    );
  });

  it('ends by its own timer, and its message puts its hash into the parent’s chain', async () => {
    const life = await acceptedErrand();
    await send(life, 5);
    const child = childOf(life, 1);
    await until(() => lastOf(child), 'the child');
    await pass(errands, life, 6 * HOUR);
    const arrival = await until(async () => (await errands.events(life)).find(({ type }) => type === 'arrived'), 'the message');
    const there = (await lastOf(child)) as EventRow;
    expect(there.state).toBe('there');
    expect(arrival).toMatchObject({
      by: 'platform',
      key: `message/${child}/2/0`,
      input: { from: child, seq: 2, hash: there.hash },
      state: 'delivered',
    });
    await expect(errands.ended(child)).resolves.toBe('there');
  });

  it('goes on after its parent has ended, and its message is recorded as unexpected', async () => {
    const life = await acceptedErrand();
    await send(life, 5);
    const child = childOf(life, 1);
    await until(() => lastOf(child), 'the child');
    await errands.say(life, 'finish', 'customer', errands.customer);
    await expect(errands.ended(life)).resolves.toBe('finished');
    await pass(errands, life, 6 * HOUR);
    await expect(errands.ended(child)).resolves.toBe('there');
    const kept = await until(
      async () => ((await lastOf(life))?.type === 'unexpected' ? lastOf(life) : undefined),
      'the unexpected message',
    );
    expect(kept).toMatchObject({ state: 'finished', key: `message/${child}/2/0`, input: { type: 'arrived' } });
  });

  it('is created once and sends one message, however often its effects are performed', async () => {
    const life = await acceptedErrand();
    await send(life, 5);
    await send(life, 5);
    const id = life.split('/')[1];
    const [child, second] = [childOf(life, 1), childOf(life, 2)];
    await until(() => lastOf(second), 'the second child');
    await pass(errands, life, 6 * HOUR);
    await until(
      async () => (await errands.types(life)).filter((type) => type === 'arrived' || type === 'unexpected').length === 2,
      'both messages',
    );
    await until(async () => (await errands.rows('select from effect where open')).length === 0, 'all effects to be closed');

    const before = (await errands.rows<{ n: number }>('select count(*)::int as n from event'))[0]?.n;
    await errands.owner.query(
      `update effect set open = true, lease_until = null where kind in ('startChild', 'sendToLife') and life like '%${id}%'`,
    );
    const performers: Record<string, Performer> = {
      sendToLife: sendToLife(errands.lives, errands.dispatch),
    };
    for (const effect of [`${life}/3/0`, `${life}/4/0`, `${child}/2/0`, `${second}/2/0`])
      await performEffect(errands.worker.lives, performers, effect);
    expect((await errands.rows<{ n: number }>('select count(*)::int as n from event'))[0]?.n).toBe(before);
    expect(await errands.rows('select from effect where open and life like $1', `%${id}%`)).toEqual([]);
  });
});
