import { pass, shiftClock } from '../testing/engine/pass.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, HOUR, inHours, openErrands, REMINDER } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';

describe('a deadline in the commit, with the engine away', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands();
  });
  afterAll(() => world.close());

  const accept = (life: string) => world.commitOnly(life, 'accept', 'contractor', world.contractor);

  it('that passes while a command waits for its turn comes before the command', async () => {
    const openUntil = new Date(Date.now() + 1_000).toISOString();
    const life = await world.postOnly({ openUntil });
    const holder = await world.owner.connect();
    try {
      await holder.query('begin');
      await holder.query('select from life where id = $1 for update', [life]);
      const accepted = accept(life);
      const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      await until(async () => (await world.owner.query(waiting)).rowCount === 1, 'the command to wait');
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

  it('lets a command in that got its turn before the moment', async () => {
    const life = await world.postOnly({ openUntil: new Date(Date.now() + 5_000).toISOString() });
    expect(await accept(life)).toMatchObject({ outcome: 'done', receipt: { seq: 2 } });
    await shiftClock(world, life, HOUR);
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({ outcome: 'done' });
    expect(await world.types(life)).toEqual(['post', 'accept', 'finish']);
  });

  it('is met by a command a day later, and kept though the command is refused', async () => {
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

  it('before which several reminders were missed is reminded of once', async () => {
    const life = await world.postOnly({ openUntil: inHours(24), reminders: [inHours(1), inHours(2), inHours(3)] });
    await shiftClock(world, life, 10 * HOUR);
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({
      outcome: 'refused',
      updates: [{ name: 'openReminder' }],
    });
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({ outcome: 'refused', updates: [] });
    expect(await world.types(life)).toEqual(['post', REMINDER]);
  });

  it('set into the past is made up for, a reminder set into the past is not', async () => {
    const life = await world.postOnly({ openUntil: inHours(24), reminders: [inHours(-2), inHours(-1)] });
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({ outcome: 'refused', updates: [] });
    await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(-1) });
    expect(await accept(life)).toMatchObject({ outcome: 'refused' });
    expect(await world.types(life)).toEqual(['post', 'postpone', EXPIRY]);
  });

  it('does not come twice: many who move the life at once after it leave one event', async () => {
    const life = await world.postOnly({ openUntil: inHours(1) });
    await shiftClock(world, life, 2 * HOUR);
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(life)));
    expect(answers.flatMap(({ updates }) => updates)).toHaveLength(1);
    expect(await world.types(life)).toEqual(['post', EXPIRY]);
  });

  it('never comes before what has happened, though the clock was set back', async () => {
    const life = await world.postOnly({ openUntil: inHours(48) });
    await shiftClock(world, life, 24 * HOUR);
    await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(72) });
    await shiftClock(world, life, -24 * HOUR);
    await accept(life);
    const [, postponed, accepted] = await world.events(life);
    expect(accepted?.at).toEqual(postponed?.at);
  });

  it('that the workflow slept through is caught up when there is a worker again', async () => {
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
  async function workflowWaits(life: string, moment: string): Promise<void> {
    await world.dispatch.settled();
    await until(async () => {
      const { searchAttributes } = await world.client.workflow.getHandle(life).describe();
      const next = searchAttributes.NextDeadline?.[0] as Date | undefined;
      return next !== undefined && Math.abs(next.getTime() - Date.parse(moment)) < 60_000;
    }, `${life} to wait for ${moment}`);
  }

  it.concurrent('over which time passes comes after each of its reminders, each once, at its moment', async () => {
    const moments = [inHours(5), inHours(10), inHours(24)];
    const life = await world.post({ openUntil: moments[2], reminders: moments.slice(0, 2) });
    await pass(world, life, 30 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    const events = await world.events(life);
    expect(events.map(({ type }) => type)).toEqual(['post', REMINDER, REMINDER, EXPIRY]);
    expect(events.slice(1).map(({ input }) => input.due)).toEqual(moments);
    for (const { at, input } of events.slice(1)) expect(at.getTime() - Date.parse(input.due as string)).toBeLessThan(60_000);
  });

  it.concurrent('whose timer fires after the deadline was moved does nothing, and comes at the new moment', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await workflowWaits(life, inHours(24));
    await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(48) });
    // As if it had heard of it and forgotten: nobody tells it again.
    await world.owner.query('update outbox set delivered = true where life = $1', [life]);
    await pass(world, life, 25 * HOUR);
    await workflowWaits(life, inHours(48));
    expect(await world.types(life)).toEqual(['post', 'postpone']);
    await pass(world, life, 24 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', 'postpone', EXPIRY]);
  });

  it.concurrent('that is the same again after the state was left and entered comes again', async () => {
    const openUntil = inHours(24);
    const reminders = [inHours(10)];
    const life = await world.post({ openUntil, reminders });
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'giveBack', 'contractor', world.contractor, { openUntil });
    await pass(world, life, 30 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', 'accept', 'giveBack', REMINDER, EXPIRY]);
  });

  it.concurrent('is not kept for a state that was left', async () => {
    const life = await world.post({ openUntil: inHours(24), reminders: [inHours(10)] });
    await world.say(life, 'accept', 'contractor', world.contractor, { doneBy: inHours(100) });
    await pass(world, life, 30 * HOUR);
    expect(await world.types(life)).toEqual(['post', 'accept']);
    await pass(world, life, 80 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', 'accept', 'doneBy']);
  });
});
