import { pass, shiftClock } from '../testing/engine/pass.ts';
import { waitsForLock } from '../testing/probes/locks.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, HOUR, inHours, openErrands, REMINDER } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';

describe('a deadline in the commit, without Temporal', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands();
  });
  afterAll(() => world.close());

  const accept = (life: string) => world.commitOnly(life, 'accept', 'contractor', world.contractor);

  it('that passes while a command waits for the lock fires before the command', async () => {
    const openUntil = new Date(Date.now() + 1_000).toISOString();
    const life = await world.postOnly({ openUntil });
    const holder = await world.owner.connect();
    try {
      await holder.query('begin');
      await holder.query('select from life where id = $1 for update', [life]);
      const accepted = accept(life);
      await waitsForLock(world, '%');
      expect(Date.now()).toBeLessThan(Date.parse(openUntil));
      await until(
        async () => (await world.owner.query('select from (select 1) as one where clock_timestamp() > $1', [openUntil])).rowCount === 1,
        'the moment',
      );
      await holder.query('commit');
      expect(await accepted).toMatchObject({
        outcome: 'refused',
        refusal: { reason: 'state' },
        updates: [{ name: 'openUntil', state: 'expired', done: true }],
      });
    } finally {
      holder.release();
    }
    expect(await world.events(life)).toMatchObject([{ type: 'post' }, { type: EXPIRY, by: 'clock', input: { due: openUntil } }]);
  });

  it('does not stop a command that got the lock before it', async () => {
    const life = await world.postOnly({ openUntil: new Date(Date.now() + 5_000).toISOString() });
    expect(await accept(life)).toMatchObject({ outcome: 'done', receipt: { seq: 2 } });
    await shiftClock(world, life, HOUR);
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({ outcome: 'done' });
    expect(await world.types(life)).toEqual(['post', 'accept', 'finish']);
  });

  it('fires before a command a day later, and its event stays though the command is refused', async () => {
    const life = await world.postOnly({ openUntil: inHours(24), reminders: [inHours(10)] });
    await shiftClock(world, life, 30 * HOUR);
    const late = await accept(life);
    expect(late).toMatchObject({
      outcome: 'refused',
      updates: [
        { seq: 2, state: 'open' },
        { seq: 3, state: 'expired', timers: [] },
      ],
    });
    const events = await world.events(life);
    expect(events.map(({ type, by }) => [type, by])).toEqual([
      ['post', 'customer'],
      [REMINDER, 'clock'],
      [EXPIRY, 'clock'],
    ]);
    expect(events[2]?.at.getTime()).toBeGreaterThan(Date.now() + 29 * HOUR);
    expect(await world.rows('select seq, state, done, next_due from life where id = $1', life)).toEqual([
      { seq: 3, state: 'expired', done: true, next_due: null },
    ]);
    expect(await accept(life)).toMatchObject({ outcome: 'refused', updates: [] });
  });

  it('with several missed reminders fires only one of them', async () => {
    const life = await world.postOnly({ openUntil: inHours(24), reminders: [inHours(1), inHours(2), inHours(3)] });
    await shiftClock(world, life, 10 * HOUR);
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({
      outcome: 'refused',
      updates: [{ name: 'openReminder' }],
    });
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({ outcome: 'refused', updates: [] });
    expect(await world.types(life)).toEqual(['post', REMINDER]);
  });

  it('set in the past fires; a reminder set in the past does not', async () => {
    const life = await world.postOnly({ openUntil: inHours(24), reminders: [inHours(-2), inHours(-1)] });
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({ outcome: 'refused', updates: [] });
    await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(-1) });
    expect(await accept(life)).toMatchObject({ outcome: 'refused' });
    expect(await world.types(life)).toEqual(['post', 'postpone', EXPIRY]);
  });

  it('fires once, however many commands come at once after it', async () => {
    const life = await world.postOnly({ openUntil: inHours(1) });
    await shiftClock(world, life, 2 * HOUR);
    const results = await Promise.all(Array.from({ length: 8 }, () => accept(life)));
    expect(results.flatMap(({ updates }) => updates)).toHaveLength(1);
    expect(await world.types(life)).toEqual(['post', EXPIRY]);
  });

  it('never gets a moment before the last event, even if the clock was set back', async () => {
    const life = await world.postOnly({ openUntil: inHours(48) });
    await shiftClock(world, life, 24 * HOUR);
    await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(72) });
    await shiftClock(world, life, -24 * HOUR);
    await accept(life);
    const [, postponed, accepted] = await world.events(life);
    expect(accepted?.at).toEqual(postponed?.at);
  });

  it('that passed without a worker is caught up by the next worker', async () => {
    const life = await world.post({ openUntil: inHours(24), reminders: [inHours(10)] });
    await shiftClock(world, life, 30 * HOUR);
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.withWorker(async () => {
      await expect(world.ended(life)).resolves.toBe('expired');
    });
    expect(await world.types(life)).toEqual(['post', REMINDER, EXPIRY]);
  });
});

describe('a deadline kept by the workflow', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ working: true });
  });
  afterAll(() => world.close());

  /** Waits until the life's run shows this next deadline, to the minute. */
  async function untilNextDeadline(life: string, moment: string): Promise<void> {
    await world.dispatch.settled();
    await until(async () => {
      const { searchAttributes } = await world.client.workflow.getHandle(life).describe();
      const next = searchAttributes.NextDeadline?.[0] as Date | undefined;
      return next !== undefined && Math.abs(next.getTime() - Date.parse(moment)) < 60_000;
    }, `${life} to wait for ${moment}`);
  }

  it.concurrent('fires once on time, after each of its reminders fired once on time', async () => {
    const moments = [inHours(5), inHours(10), inHours(24)];
    const life = await world.post({ openUntil: moments[2], reminders: moments.slice(0, 2) });
    await pass(world, life, 30 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    const events = await world.events(life);
    expect(events.map(({ type }) => type)).toEqual(['post', REMINDER, REMINDER, EXPIRY]);
    expect(events.slice(1).map(({ input }) => input.due)).toEqual(moments);
    for (const { at, input } of events.slice(1)) expect(at.getTime() - Date.parse(input.due as string)).toBeLessThan(60_000);
  });

  it.concurrent('that was moved does nothing at its old moment, and fires at the new one', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await untilNextDeadline(life, inHours(24));
    await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(48) });
    // As if the update had been delivered and lost: it is not sent again.
    await world.owner.query('update outbox set delivered = true where life = $1', [life]);
    await pass(world, life, 25 * HOUR);
    await untilNextDeadline(life, inHours(48));
    expect(await world.types(life)).toEqual(['post', 'postpone']);
    await pass(world, life, 24 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', 'postpone', EXPIRY]);
  });

  it.concurrent('is armed again if its state is left and entered again', async () => {
    const openUntil = inHours(24);
    const reminders = [inHours(10)];
    const life = await world.post({ openUntil, reminders });
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'giveBack', 'contractor', world.contractor, { openUntil });
    await pass(world, life, 30 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', 'accept', 'giveBack', REMINDER, EXPIRY]);
  });

  it.concurrent('does not fire after its state was left', async () => {
    const life = await world.post({ openUntil: inHours(24), reminders: [inHours(10)] });
    await world.say(life, 'accept', 'contractor', world.contractor, { doneBy: inHours(100) });
    await pass(world, life, 30 * HOUR);
    expect(await world.types(life)).toEqual(['post', 'accept']);
    await pass(world, life, 80 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', 'accept', 'doneBy']);
  });
});
