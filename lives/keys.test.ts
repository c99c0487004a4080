import { randomUUID } from 'node:crypto';
import { shiftClock } from '../testing/engine/pass.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, inHours, openErrands, slowDown } from '../testing/worlds/errands.ts';
import type { Command, Committed } from './command.ts';
import { catchUp, commit } from './commit.ts';
import { accountKey, effectKey, messageKey, proposalKey, timerKey } from './ids.ts';

const answering = (effect: string): Partial<Command> => ({ idempotencyKey: effectKey(effect), closesEffect: effect, by: 'platform' });
const receiptOf = (committed: Committed | undefined) => (committed && 'receipt' in committed ? committed.receipt : undefined);

describe('an idempotency key', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ connections: 15 });
  });
  afterAll(() => world.close());

  /** A posting as the API commits it. */
  const post = (account: string, key: string, given: Partial<Command> = {}): Command => {
    const id = randomUUID();
    return {
      life: `errand/${id}`,
      idempotencyKey: `account/${account}/${key}`,
      type: 'post',
      by: 'customer',
      actor: { account },
      input: { id },
      create: true,
      ...given,
    };
  };
  const withKey = (key: string) => world.rows<{ life: string; seq: number }>('select life, seq from event where key = $1', key);

  it('gives one event and the same receipt, however often it is used', async () => {
    const command = post(world.customer, randomUUID(), { requestHash: 'one' });
    const first = await commit(world.lives, command);
    expect(first).toMatchObject({ outcome: 'done', receipt: { life: command.life, seq: 1, type: 'post' } });
    const again = await commit(world.lives, command);
    expect(again).toMatchObject({ outcome: 'replayed', receipt: receiptOf(first), updates: [] });
    expect(await withKey(command.idempotencyKey)).toEqual([{ life: command.life, seq: 1 }]);
  });

  it('belongs to its account: another account may use the same one', async () => {
    const key = randomUUID();
    const one = post(world.customer, key);
    const other = post(world.contractor, key);
    expect(await commit(world.lives, one)).toMatchObject({ outcome: 'done', receipt: { life: one.life } });
    expect(await commit(world.lives, other)).toMatchObject({ outcome: 'done', receipt: { life: other.life } });
  });

  it('is refused with another request, which changes nothing', async () => {
    const command = post(world.customer, randomUUID(), { requestHash: 'one' });
    await commit(world.lives, command);
    expect(await commit(world.lives, { ...command, requestHash: 'another' })).toEqual({ outcome: 'keyConflict', updates: [] });
    expect(await world.types(command.life)).toEqual(['post']);
  });

  it('is refused for another life, also for a new one', async () => {
    const command = post(world.customer, randomUUID());
    const existing = await world.postOnly();
    await commit(world.lives, command);
    const elsewhere = { ...command, life: existing, type: 'postpone', input: { openUntil: inHours(1) } };
    expect(await commit(world.lives, elsewhere)).toEqual({ outcome: 'keyConflict', updates: [] });
    const another = post(world.customer, 'another');
    expect(await commit(world.lives, { ...another, idempotencyKey: command.idempotencyKey })).toEqual({
      outcome: 'keyConflict',
      updates: [],
    });
    expect(await world.types(existing)).toEqual(['post']);
    expect(await world.rows('select from life where id = $1', another.life)).toEqual([]);
  });

  it('may be used again after a refusal', async () => {
    const life = await world.postOnly();
    const early: Command = { ...post(world.contractor, randomUUID()), life, type: 'finish', by: 'contractor', input: {} };
    expect(await commit(world.lives, early)).toMatchObject({ outcome: 'refused', refusal: { reason: 'state' } });
    await world.commitOnly(life, 'accept', 'contractor', world.contractor);
    expect(await commit(world.lives, early)).toMatchObject({ outcome: 'done' });
  });

  it('replays its receipt after the life has ended', async () => {
    const life = await world.postOnly();
    const accept: Command = {
      ...post(world.contractor, randomUUID()),
      life,
      type: 'accept',
      by: 'contractor',
      input: {},
      requestHash: 'one',
    };
    const accepted = await commit(world.lives, accept);
    expect(await world.commitOnly(life, 'finish', 'customer', world.customer)).toMatchObject({ outcome: 'done' });
    expect(await commit(world.lives, accept)).toMatchObject({ outcome: 'replayed', receipt: receiptOf(accepted), updates: [] });
    expect(await world.types(life)).toEqual(['post', 'accept', 'finish']);
  });

  it('used twelve times at once creates one life with one event, and all get its receipt', async () => {
    const command = post(world.customer, randomUUID(), { requestHash: 'one' });
    const results = await Promise.all(Array.from({ length: 12 }, () => commit(world.lives, command)));
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['done', ...Array.from({ length: 11 }, () => 'replayed')]);
    expect(new Set(results.map((result) => JSON.stringify(receiptOf(result)))).size).toBe(1);
    expect(await world.types(command.life)).toEqual(['post']);
  });

  it('used at once for two new lives creates only one', async () => {
    const one = post(world.customer, randomUUID());
    const other = { ...post(world.customer, 'another'), idempotencyKey: one.idempotencyKey };
    const outcomes = (await Promise.all([commit(world.lives, one), commit(world.lives, other)])).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(['done', 'keyConflict']);
    expect(await withKey(one.idempotencyKey)).toHaveLength(1);
    expect(await world.rows('select from life where id in ($1, $2)', one.life, other.life)).toHaveLength(1);
  });

  it.each(['timer', 'effect', 'message', 'create'])(
    'of an account that imitates a key of the platform (%s) blocks nothing',
    async (kind) => {
      const life = await world.postOnly({ openUntil: inHours(1) });
      const imitation = { ...post(world.customer, `${kind}/${life}/3`), life, type: 'postpone', input: { openUntil: inHours(2) } };
      expect(await commit(world.lives, imitation)).toMatchObject({ outcome: 'done' });
      await world.owner.query('update life set clock_offset = clock_offset + 10800000 where id = $1', [life]);
      await world.commitOnly(life, 'accept', 'contractor', world.contractor);
      expect(await world.events(life)).toMatchObject([{}, { type: 'postpone' }, { type: EXPIRY, key: `timer/${life}/3` }]);
    },
  );
});

describe('a key that names its owner', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands();
  });
  afterAll(() => world.close());

  it.each<[string, (life: string, customer: string) => Partial<Command>]>([
    ['of a timer', (life) => ({ idempotencyKey: timerKey(life, 2), by: 'platform' })],
    ['of a timer, as a command of the operator', (life) => ({ idempotencyKey: timerKey(life, 2), by: 'operator' })],
    ['of another account', () => ({ idempotencyKey: accountKey(randomUUID(), 'key') })],
    ['of a confirmed proposal', () => ({ idempotencyKey: proposalKey(randomUUID()) })],
    ['of an effect that it does not answer', (life) => ({ idempotencyKey: effectKey(`${life}/1/0`), by: 'platform' })],
    ["of another life's effect", () => answering(`errand/${randomUUID()}/1/0`)],
    ['of a message, as a command of a person', (life) => ({ idempotencyKey: messageKey(`${life}/1/0`) })],
    ['of a provider, about another life', () => ({ idempotencyKey: `provider/bank/payment/${randomUUID()}/1/1/0/held`, by: 'platform' })],
    ["of a login to another's account", () => ({ idempotencyKey: `login/${randomUUID()}/${randomUUID()}`, by: 'platform' })],
    ["of another account's consent", () => ({ idempotencyKey: `consent/${randomUUID()}/x`, by: 'platform' })],
    ['with an unknown prefix', () => ({ idempotencyKey: 'constructor/x' })],
  ])('is refused to others: one %s', async (_, given) => {
    const life = await world.postOnly();
    const own = { account: world.customer };
    const command: Command = { life, idempotencyKey: 'x', type: 'postpone', by: 'customer', actor: own, input: { openUntil: inHours(1) } };
    await expect(commit(world.lives, { ...command, ...given(life, world.customer) })).rejects.toThrow('may not use the key');
    expect(await world.types(life)).toEqual(['post']);
  });

  it.each([
    ["a timer's", (victim: string) => timerKey(victim, 2)],
    ["an effect's answer's", (victim: string) => effectKey(`${victim}/1/0`)],
  ])("cannot be burnt in the database by another life's event: %s", async (_, keyOf) => {
    const [victim, other] = [await world.postOnly({ openUntil: inHours(1) }), await world.postOnly()];
    const burn = world.rows(
      `insert into event (life, seq, key, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash)
       select life, 2, $2, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash from event where life = $1`,
      other,
      keyOf(victim),
    );
    await expect(burn).rejects.toThrow('check constraint');
    await shiftClock(world, victim, 2 * 3_600_000);
    expect((await catchUp(world.lives, victim))?.whole.state).toBe('expired');
    expect(await world.types(victim)).toEqual(['post', EXPIRY]);
  });
});

/** Two postings under one key, in overlapping transactions. */
describe('without the unique index on keys (control)', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands();
    await world.owner.query('alter table event drop constraint event_key_key');
    await slowDown(world, 'post', 0.3);
  });
  afterAll(() => world.close());

  it('one key creates two lives', async () => {
    const begin = (id: string) =>
      commit(world.lives, {
        life: `errand/${id}`,
        idempotencyKey: 'one key',
        type: 'post',
        by: 'customer',
        input: { id },
        create: true,
      });
    const outcomes = (await Promise.all([begin(randomUUID()), begin(randomUUID())])).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['done', 'done']);
  });
});
