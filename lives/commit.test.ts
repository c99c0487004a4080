import { randomUUID } from 'node:crypto';
import { comesFromOutside } from '../charts/judge.ts';
import { errandChart } from '../testing/charts/errand.ts';
import { askServer } from '../testing/probes/locks.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, failOn, inHours, openErrands, REMINDER, slowDown } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import type { Command } from './command.ts';
import { commit } from './commit.ts';

describe('concurrent commands', () => {
  const CONCURRENT = 30;
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ connections: CONCURRENT });
  });
  afterAll(() => world.close());

  it.each([
    ['', 0],
    [', with slow commits', 0.2],
  ])('have one winner, the one in the chain, when thirty accept at once%s', async (_, seconds) => {
    if (seconds > 0) await slowDown(world, 'accept', seconds);
    const life = await world.postOnly();
    const accounts = Array.from({ length: CONCURRENT }, () => randomUUID());
    const results = await Promise.all(accounts.map((account) => world.commitOnly(life, 'accept', 'contractor', account)));
    const winners = accounts.filter((_account, index) => results[index]?.outcome === 'done');
    expect(winners).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'refused')).toHaveLength(CONCURRENT - 1);
    expect(await world.events(life)).toMatchObject([{ type: 'post' }, { type: 'accept', actor: { account: winners[0] } }]);
    expect(await world.rows('select snapshot -> $2 ->> $3 as contractor from life where id = $1', life, 'context', 'contractor')).toEqual([
      { contractor: winners[0] },
    ]);
  });
});

describe('a command that the chart does not allow', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands();
  });
  afterAll(() => world.close());

  it.each(['customer', 'contractor', 'operator'] as const)('is refused to a %s if it is a timer, an answer or a message', async (by) => {
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
    'includes %s: only the platform may commit it',
    (type) => {
      expect(comesFromOutside(errandChart, type)).toBe(false);
    },
  );

  it('includes a timer fired by name: only the clock fires it', async () => {
    const life = await world.postOnly({ openUntil: inHours(1) });
    const early = world.commitOnly(life, EXPIRY, 'clock', undefined, { due: inHours(0) });
    await expect(early).rejects.toThrow('clock');
    expect(await world.types(life)).toEqual(['post']);
  });

  it('is refused if the chart does not know it', async () => {
    const life = await world.postOnly();
    for (const type of ['constructor', '', '*', 'xstate.init', 'xstate.stop', 'unexpected']) {
      expect(await world.commitOnly(life, type, 'customer', world.customer)).toMatchObject({
        outcome: 'refused',
        refusal: { reason: 'state' },
      });
    }
    expect(await world.types(life)).toEqual(['post']);
  });

  it('does not create a life that does not exist', async () => {
    const nowhere: Command = {
      life: `errand/${randomUUID()}`,
      idempotencyKey: randomUUID(),
      type: 'accept',
      by: 'contractor',
      input: {},
    };
    expect(await commit(world.lives, nowhere)).toEqual({ outcome: 'notFound', updates: [] });
    await expect(commit(world.lives, { ...nowhere, life: 'castle/one', create: true })).rejects.toThrow('no chart');
    expect(await world.rows('select from life where id in ($1, $2)', nowhere.life, 'castle/one')).toEqual([]);
  });
});

describe('what belongs to a command outside its life', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ connections: 4 });
  });
  afterAll(() => world.close());

  const NOT_NOW = { allowed: false, reason: 'precondition', rule: 'not-now' } as const;
  /** An errand whose term has passed before anybody noticed, and a command to it. */
  const late = async (): Promise<Command> => {
    const life = await world.postOnly({ openUntil: inHours(-1) });
    return { life, idempotencyKey: randomUUID(), type: 'withdraw', by: 'customer', input: {} };
  };

  it('is asked before the chart, in order, and not written after a refusal; the due timer stays', async () => {
    const command = await late();
    const asked: string[] = [];
    const inSameTransaction = async () => void asked.push('the work in the transaction');
    const answering = (name: string, answer?: typeof NOT_NOW) => async () => {
      asked.push(name);
      return answer;
    };
    const preconditions = [answering('first'), answering('second', NOT_NOW), answering('third')];
    const committed = await commit(world.lives, { ...command, preconditions, inSameTransaction });
    expect(committed).toMatchObject({ outcome: 'refused', refusal: NOT_NOW, updates: [{ seq: 2 }] });
    expect(asked).toEqual(['first', 'second']);
    expect(await world.types(command.life)).toEqual(['post', EXPIRY]);
  });

  it('is a bug if it throws: nothing is committed, not even the due timer', async () => {
    const life = await world.postOnly({ openUntil: inHours(1) });
    const accept = { life, type: 'accept', by: 'contractor', actor: { account: world.contractor }, input: {} } as const;
    const failing = async () => Promise.reject(new Error('made by a test'));
    const asCommand = (more: object): Command => ({ ...accept, idempotencyKey: randomUUID(), ...more });
    await expect(commit(world.lives, asCommand({ inSameTransaction: failing }))).rejects.toThrow('made by a test');
    await expect(commit(world.lives, asCommand({ preconditions: [failing] }))).rejects.toThrow('made by a test');
    const { life: expired } = await late();
    await expect(commit(world.lives, asCommand({ life: expired, preconditions: [failing] }))).rejects.toThrow('made by a test');
    expect([await world.types(life), await world.types(expired)]).toEqual([['post'], ['post']]);
  });
});

describe('a commit in which the database fails', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ connections: 4 });
  });
  afterAll(() => world.close());

  const rowsOf = async (life: string) => {
    const [counts] = await world.rows(
      `select (select count(*) from event where life = $1)::int as events, (select count(*) from outbox where life = $1)::int as updates,
         (select count(*) from effect where life = $1)::int as effects, (select count(*) from notice where life = $1)::int as notices,
         (select seq || state from life where id = $1) as head`,
      life,
    );
    return counts;
  };

  it.each([
    ['40001', 'a serialization failure'],
    ['40P01', 'a deadlock'],
    ['23505', 'a key that was just used'],
  ])('is retried after %s, %s, and appends its event once', async (sqlState) => {
    const life = await world.postOnly();
    await failOn(world, 'accept', sqlState, 2);
    expect(await world.commitOnly(life, 'accept', 'contractor', world.contractor)).toMatchObject({ outcome: 'done', receipt: { seq: 2 } });
    expect(await rowsOf(life)).toEqual({ events: 2, updates: 2, effects: 1, notices: 1, head: '2taken' });
  });

  it.each([
    ['40001', 3, 'three times in a row'],
    ['53100', 1, 'disk full'],
    ['57014', 1, 'statement timeout'],
    ['23514', 1, 'check violation'],
  ])('with %s, %i times (%s), throws, changes nothing, and may be repeated', async (sqlState, times) => {
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

  it('changes nothing if only its last statement fails', async () => {
    const life = await world.postOnly();
    const before = await rowsOf(life);
    await world.owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'made by a test'; end $$;
      create trigger refuse before update on life for each row when (new.state = 'taken') execute function refuse()`);
    await expect(world.commitOnly(life, 'accept', 'contractor', world.contractor)).rejects.toThrow('made by a test');
    await world.owner.query('drop trigger refuse on life');
    expect(await rowsOf(life)).toEqual(before);
  });

  it('throws and changes nothing if its connection is cut', async () => {
    const life = await world.postOnly();
    await slowDown(world, 'accept', 5);
    const cut = expect(world.commitOnly(life, 'accept', 'contractor', world.contractor)).rejects.toThrow(/terminat/i);
    const sleeping = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
    await until(async () => (await askServer(world, sleeping)).length === 1, 'the commit to wait');
    await cut;
    await slowDown(world, 'nothing', 0);
    expect(await world.commitOnly(life, 'accept', 'contractor', world.contractor)).toMatchObject({ outcome: 'done', receipt: { seq: 2 } });
    expect(await world.types(life)).toEqual(['post', 'accept']);
  });

  it('loses no connection of the pool', async () => {
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
