import { randomUUID } from 'node:crypto';
import { comesFromOutside } from '../charts/judge.ts';
import { errandChart } from '../testing/charts/errand.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, failOn, inHours, openErrands, REMINDER, slowDown } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import type { Command } from './command.ts';
import { commit } from './commit.ts';

describe('a race', () => {
  const CROWD = 30;
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ connections: CROWD });
  });
  afterAll(() => world.close());

  it.each([
    ['', 0],
    [' while each commit takes its time', 0.2],
  ])('of thirty who accept at once%s has one winner, and it is the one in the chain', async (_, seconds) => {
    if (seconds > 0) await slowDown(world, 'accept', seconds);
    const life = await world.postOnly();
    const people = Array.from({ length: CROWD }, () => randomUUID());
    const answers = await Promise.all(people.map((person) => world.commitOnly(life, 'accept', 'contractor', person)));
    const winners = people.filter((_person, index) => answers[index]?.outcome === 'done');
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'refused')).toHaveLength(CROWD - 1);
    expect(await world.events(life)).toMatchObject([{ type: 'post' }, { type: 'accept', actor: { account: winners[0] } }]);
    expect(await world.rows('select snapshot -> $2 ->> $3 as contractor from life where id = $1', life, 'context', 'contractor')).toEqual([
      { contractor: winners[0] },
    ]);
  });
});

describe('what only the platform may say', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands();
  });
  afterAll(() => world.close());

  it.each(['customer', 'contractor', 'operator'] as const)('a %s does not: neither a timer nor an answer nor a report', async (by) => {
    const life = await world.postOnly({ openUntil: inHours(1), reminders: [inHours(0.5)] });
    for (const name of [REMINDER, EXPIRY]) {
      expect(await world.commitOnly(life, name, by, world[by])).toMatchObject({ outcome: 'refused', refusal: { reason: 'state' } });
      const type = `xstate.after.${name}.errand.open`;
      expect(await world.commitOnly(life, type, by, world[by])).toMatchObject({ outcome: 'refused', refusal: { reason: 'party' } });
    }
    await world.commitOnly(life, 'accept', 'contractor', world.contractor);
    expect(await world.commitOnly(life, 'arrived', by, world[by])).toMatchObject({ outcome: 'refused', refusal: { reason: 'party' } });
    await world.commitOnly(life, 'charge', 'customer', world.customer, { amount: 1 });
    expect(await world.commitOnly(life, 'charged', by, world[by])).toMatchObject({ outcome: 'refused', refusal: { reason: 'party' } });
    expect(await world.types(life)).toEqual(['post', 'accept', 'charge']);
  });

  it.each([REMINDER, EXPIRY, 'charged', 'chargeFailed', 'arrived', 'unexpected', 'timer', 'xstate.init'])(
    '%s does not come from outside',
    (type) => {
      expect(comesFromOutside(errandChart, type)).toBe(false);
    },
  );

  it('a timer is never let happen by name: only its moment does', async () => {
    const life = await world.postOnly({ openUntil: inHours(1) });
    const early = world.commitOnly(life, EXPIRY, 'clock', undefined, { due: inHours(0) });
    await expect(early).rejects.toThrow('clock');
    expect(await world.types(life)).toEqual(['post']);
  });

  it('a stranger to the chart is refused, whoever says it', async () => {
    const life = await world.postOnly();
    for (const type of ['constructor', '', '*', 'xstate.init', 'xstate.stop', 'unexpected']) {
      expect(await world.commitOnly(life, type, 'customer', world.customer)).toMatchObject({
        outcome: 'refused',
        refusal: { reason: 'state' },
      });
    }
    expect(await world.types(life)).toEqual(['post']);
  });

  it('nobody moves a life that is not there', async () => {
    const nowhere: Command = {
      life: `errand/${randomUUID()}`,
      idempotencyKey: 'account/one/key',
      type: 'accept',
      by: 'contractor',
      input: {},
    };
    expect(await commit(world.lives, nowhere)).toEqual({ outcome: 'notFound', updates: [] });
    await expect(commit(world.lives, { ...nowhere, life: 'castle/one', create: true })).rejects.toThrow('no chart');
    expect(await world.rows('select from life where id in ($1, $2)', nowhere.life, 'castle/one')).toEqual([]);
  });
});

describe('a commit that the database fails', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ connections: 4 });
  });
  afterAll(() => world.close());

  const rowsOf = async (life: string) => {
    const [counts] = await world.rows(
      `select (select count(*) from event where life = $1)::int as events, (select count(*) from outbox where life = $1)::int as steps,
         (select count(*) from effect where life = $1)::int as effects, (select count(*) from notice where life = $1)::int as notices,
         (select seq || state from life where id = $1) as stands`,
      life,
    );
    return counts;
  };

  it.each([
    ['40001', 'a serialization failure'],
    ['40P01', 'a deadlock'],
    ['23505', 'a key that was just taken'],
  ])('is made again after %s, %s, and leaves its event once', async (sqlState) => {
    const life = await world.postOnly();
    await failOn(world, 'accept', sqlState, 2);
    expect(await world.commitOnly(life, 'accept', 'contractor', world.contractor)).toMatchObject({ outcome: 'done', receipt: { seq: 2 } });
    expect(await rowsOf(life)).toEqual({ events: 2, steps: 2, effects: 1, notices: 1, stands: '2taken' });
  });

  it.each([
    ['40001', 3, 'three times in a row'],
    ['53100', 1, 'for want of room'],
    ['57014', 1, 'for want of time'],
    ['23514', 1, 'by a rule of the database'],
  ])('with %s, %i times, is told to the caller (%s), leaves nothing, and may be repeated', async (sqlState, times) => {
    const life = await world.postOnly();
    const before = await rowsOf(life);
    await failOn(world, 'accept', sqlState, times);
    const accept: Command = {
      life,
      idempotencyKey: `account/${world.contractor}/${randomUUID()}`,
      type: 'accept',
      by: 'contractor',
      actor: { account: world.contractor },
      input: {},
    };
    await expect(commit(world.lives, accept)).rejects.toThrow('made by a test');
    expect(await rowsOf(life)).toEqual(before);
    expect(await commit(world.lives, accept)).toMatchObject({ outcome: 'done' });
  });

  it('as the last of several things it writes leaves none of them', async () => {
    const life = await world.postOnly();
    const before = await rowsOf(life);
    await world.owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'made by a test'; end $$;
      create trigger refuse before update on life for each row when (new.state = 'taken') execute function refuse()`);
    await expect(world.commitOnly(life, 'accept', 'contractor', world.contractor)).rejects.toThrow('made by a test');
    await world.owner.query('drop trigger refuse on life');
    expect(await rowsOf(life)).toEqual(before);
  });

  it('whose connection is cut is told to the caller and leaves nothing', async () => {
    const life = await world.postOnly();
    const warnings = jest.spyOn(console, 'warn').mockReturnValue();
    await slowDown(world, 'accept', 5);
    const cut = expect(world.commitOnly(life, 'accept', 'contractor', world.contractor)).rejects.toThrow(/terminat/i);
    const sleeping = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
    await until(async () => (await world.owner.query(sleeping)).rowCount === 1, 'the commit at work');
    await cut;
    warnings.mockRestore();
    await slowDown(world, 'nothing', 0);
    expect(await world.commitOnly(life, 'accept', 'contractor', world.contractor)).toMatchObject({ outcome: 'done', receipt: { seq: 2 } });
    expect(await world.types(life)).toEqual(['post', 'accept']);
  });

  it('keeps its connections: none is lost to failures', async () => {
    const life = await world.postOnly();
    await failOn(world, 'postpone', '53100', 20);
    for (let count = 0; count < 20; count++) {
      await expect(world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(1) })).rejects.toThrow(
        'made by a test',
      );
    }
    expect(await world.commitOnly(life, 'postpone', 'customer', world.customer, { openUntil: inHours(1) })).toMatchObject({
      outcome: 'done',
    });
  });
});
