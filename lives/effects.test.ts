import { randomUUID } from 'node:crypto';
import { tsToMs } from '@temporalio/common/lib/time.js';
import { performEffect } from '../testing/engine/effects.ts';
import { lettersTo, openMailServer } from '../testing/stand-ins/mailbox.ts';
import type { Till } from '../testing/stand-ins/till.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { failOn, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import { commit } from './commit.ts';
import type { Performer } from './effects.ts';
import { MOST_EFFECTS } from './life-update.ts';

const effectsOf = (world: Errands, life: string) =>
  world.rows<{ kind: string; open: boolean; tries: number; fault: string | null }>(
    'select kind, open, tries, fault from effect where life = $1 order by seq, index',
    life,
  );

/** Creates an errand with an ordered payment. The order is its third event. */
async function orderPayment(world: Errands): Promise<{ life: string; effect: string }> {
  const life = await world.postOnly();
  await world.commitOnly(life, 'accept', 'contractor', world.contractor);
  await world.commitOnly(life, 'charge', 'customer', world.customer, { amount: 500 });
  return { life, effect: `${life}/3/0` };
}

/** Ends a lease, as if its performer had died long ago. */
const endLease = ({ owner }: Errands, life: string) =>
  owner.query("update effect set lease_until = clock_timestamp() - interval '1 s' where life = $1 and lease_until is not null", [life]);

describe('an effect', () => {
  let world: Errands;
  let till: Till;
  beforeAll(async () => {
    world = await openErrands();
  });
  beforeEach(() => {
    till = openTill({ tries: 3 });
  });
  afterAll(() => world.close());
  const perform = (effect: string) => performEffect(world.worker.lives, { pay: till }, effect);

  it('is performed, and its answer becomes an event that closes it', async () => {
    const { life, effect } = await orderPayment(world);
    expect(await perform(effect)).toMatchObject([{ seq: 4, name: 'charged' }]);
    expect(till.book).toEqual(new Map([[effect, 500]]));
    expect((await world.events(life)).at(-1)).toMatchObject({
      type: 'charged',
      by: 'platform',
      actor: null,
      key: `effect/${effect}`,
      input: { receipt: `receipt of ${effect}` },
      state: 'taken',
    });
    expect((await effectsOf(world, life)).at(-1)).toMatchObject({ kind: 'pay', open: false, tries: 1 });
  });

  it('is performed only while its row is open: an invented or closed effect is ignored', async () => {
    const { life, effect } = await orderPayment(world);
    const invented = [`errand/${randomUUID()}/1/0`, `${life}/3/1`, `${life}/99/0`, `${life}/3/-1`, `${life}/3`, 'errand', ''];
    for (const id of invented) expect(await perform(id).catch(String)).toBeUndefined();
    expect(till.attempts).toEqual([]);
    await perform(effect);
    expect(await perform(effect)).toBeUndefined();
    expect(till.attempts).toEqual([effect]);
    expect(await world.types(life)).toEqual(['post', 'accept', 'charge', 'charged']);
  });

  it('that fails for a while stays open for another try, with growing pauses and its last fault', async () => {
    const { life, effect } = await orderPayment(world);
    till.trouble(life, 'fails', 'fails');
    const pauses: number[] = [];
    for (const _ of [1, 2]) {
      await expect(perform(effect)).rejects.toThrow('the till is shut');
      const [row] = await world.rows<{ pause: number }>(
        'select extract(epoch from next_try - clock_timestamp())::float as pause from effect where life = $1 and seq = 3 and open',
        life,
      );
      pauses.push(Math.ceil(row?.pause ?? 0));
    }
    expect(pauses).toEqual([1, 2]);
    expect((await effectsOf(world, life)).at(-1)).toEqual({ kind: 'pay', open: true, tries: 2, fault: 'the till is shut' });
    await perform(effect);
    expect((await effectsOf(world, life)).at(-1)).toMatchObject({ open: false, tries: 3 });
    expect(await world.types(life)).toEqual(['post', 'accept', 'charge', 'charged']);
  });

  it.each([
    ['is refused', ['refuses'], 'no such card', 1],
    ['has used up its tries', ['fails', 'fails', 'fails'], 'the till is shut', 3],
  ] as const)('that %s commits its failure to the life', async (_, troubles, fault, tries) => {
    const { life, effect } = await orderPayment(world);
    till.trouble(life, ...troubles);
    for (let count = 1; count < tries; count++) await expect(perform(effect)).rejects.toThrow(fault);
    expect(await perform(effect)).toMatchObject([{ name: 'chargeFailed' }]);
    expect(till.book.size).toBe(0);
    expect((await world.events(life)).at(-1)).toMatchObject({ type: 'chargeFailed', input: { fault }, state: 'taken' });
    expect((await effectsOf(world, life))[1]).toMatchObject({ kind: 'pay', open: false, tries });
  });

  it('that is leased is not performed by another', async () => {
    const { life, effect } = await orderPayment(world);
    const { promise, resolve } = Promise.withResolvers<void>();
    till.trouble(life, promise);
    const first = perform(effect);
    await until(async () => till.attempts.length === 1, 'the first performer');
    await expect(perform(effect)).rejects.toThrow('leased by another');
    resolve();
    expect(await first).toMatchObject([{ name: 'charged' }]);
    expect(await world.types(life)).toEqual(['post', 'accept', 'charge', 'charged']);
  });

  it('that two performers hold, because one is slow, has one answer and is booked once', async () => {
    const { life, effect } = await orderPayment(world);
    const { promise, resolve } = Promise.withResolvers<void>();
    till.trouble(life, promise);
    const slow = perform(effect);
    await until(async () => till.attempts.length === 1, 'the first performer');
    await endLease(world, life);
    expect(await perform(effect)).toMatchObject([{ seq: 4 }]);
    resolve();
    expect(await slow).toBeUndefined();
    expect(till.attempts).toEqual([effect, effect]);
    expect(till.book.size).toBe(1);
    expect(await world.types(life)).toEqual(['post', 'accept', 'charge', 'charged']);
  });

  it('whose answer could not be committed is performed again under the same id', async () => {
    const { life, effect } = await orderPayment(world);
    await failOn(world, 'charged', '53100');
    await expect(perform(effect)).rejects.toThrow('made by a test');
    expect((await effectsOf(world, life)).at(-1)).toMatchObject({ open: true });
    await expect(perform(effect)).rejects.toThrow('leased by another');
    await endLease(world, life);
    expect(await perform(effect)).toMatchObject([{ name: 'charged' }]);
    expect(till.attempts).toEqual([effect, effect]);
    expect(till.book.size).toBe(1);
  });

  it('without a performer stays open and throws', async () => {
    const { life, effect } = await orderPayment(world);
    await expect(performEffect(world.worker.lives, {}, effect)).rejects.toThrow('no performer for effects of kind pay');
    expect((await effectsOf(world, life)).at(-1)).toMatchObject({ open: true });
  });
});

describe('an answer that the chart does not expect', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands();
  });
  afterAll(() => world.close());

  const snapshotOf = async (life: string) => (await world.rows('select snapshot, state, done from life where id = $1', life))[0];
  const unexpectedOf = (life: string) => world.rows('select seq, type from unexpected where life = $1', life);

  it('is recorded in the chain, notifies the operators, and changes nothing else', async () => {
    const { life, effect } = await orderPayment(world);
    const before = await snapshotOf(life);
    const strange = { tries: 1, perform: async () => ({ type: 'arrived', input: { from: 'nowhere' } }), failed: async () => undefined };
    expect(await performEffect(world.worker.lives, { pay: strange }, effect)).toMatchObject([{ name: 'unexpected', state: 'charging' }]);
    expect((await world.events(life)).at(-1)).toMatchObject({
      type: 'unexpected',
      by: 'platform',
      key: `effect/${effect}`,
      input: { type: 'arrived', input: { from: 'nowhere' } },
      state: 'charging',
    });
    expect(await unexpectedOf(life)).toEqual([{ seq: 4, type: 'arrived' }]);
    expect(await snapshotOf(life)).toEqual(before);
    expect((await effectsOf(world, life)).slice(-2)).toMatchObject([
      { kind: 'pay', open: false },
      { kind: 'sendEmail', open: true },
    ]);
    expect(await world.rows('select account, template from notice where life = $1 and seq = 4', life)).toEqual([
      { account: null, template: 'unexpected-answer' },
    ]);
  });

  it('is recorded once, even if the life is done', async () => {
    const life = await world.postOnly();
    await world.commitOnly(life, 'block', 'operator', world.operator);
    const before = await snapshotOf(life);
    const late = {
      life,
      idempotencyKey: `message/parcel/${randomUUID()}/2`,
      type: 'arrived',
      by: 'platform',
      input: { from: 'far away' },
    } as const;
    expect(await commit(world.lives, late)).toMatchObject({
      outcome: 'done',
      updates: [{ done: true, timers: [], effects: [{ kind: 'sendEmail' }] }],
    });
    expect(await commit(world.lives, late)).toMatchObject({ outcome: 'replayed', receipt: { seq: 3 } });
    expect(await unexpectedOf(life)).toEqual([{ seq: 3, type: 'arrived' }]);
    expect(await snapshotOf(life)).toEqual(before);
  });
});

describe('effects performed by the workflow', () => {
  let world: Errands;
  const till = openTill();
  const idle: Performer = { tries: 1, perform: async () => undefined, failed: async () => undefined };
  beforeAll(async () => {
    world = await openErrands({ performers: { pay: till, idle }, working: true });
  });
  afterAll(() => world.close());

  it.concurrent('are retried until they succeed, booked once, and answered to the life', async () => {
    const life = await world.post();
    till.trouble(life, 'fails', 'answer lost', 'fails');
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'charge', 'customer', world.customer, { amount: 7 });
    await until(async () => (await world.types(life)).includes('charged'), 'the payment');
    await world.say(life, 'finish', 'customer', world.customer);
    await expect(world.ended(life)).resolves.toBe('finished');
    expect(await world.types(life)).toEqual(['post', 'accept', 'charge', 'charged', 'finish']);
    expect(till.attempts.filter((id) => id.startsWith(life))).toHaveLength(4);
    expect([...till.book].filter(([id]) => id.startsWith(life))).toEqual([[`${life}/3/0`, 7]]);
    expect((await effectsOf(world, life)).every(({ open }) => !open)).toBe(true);
  });

  it.concurrent('are all performed, even if there are more than fit into one payload', async () => {
    const life = await world.post();
    const many = MOST_EFFECTS + 30;
    await world.owner.query(
      "insert into effect (life, seq, index, kind, params) select $1, 1, i, 'idle', '{}' from generate_series(1, $2::int) i",
      [life, many],
    );
    await world.dispatch.nudge(life);
    await until(async () => (await effectsOf(world, life)).filter(({ open }) => !open).length === many, 'all of them');
    expect((await effectsOf(world, life)).every(({ tries }) => tries === 1)).toBe(true);
    await world.say(life, 'block', 'operator', world.operator);
    await expect(world.ended(life)).resolves.toBe('blocked');
  });

  it.concurrent('that fail for good commit their failure to the life, which goes on', async () => {
    const life = await world.post();
    till.trouble(life, 'refuses');
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'charge', 'customer', world.customer, { amount: 7 });
    await until(async () => (await world.types(life)).includes('chargeFailed'), 'the refusal');
    await world.say(life, 'charge', 'customer', world.customer, { amount: 8 });
    await until(async () => (await world.types(life)).includes('charged'), 'the payment');
    await world.say(life, 'finish', 'customer', world.customer);
    await expect(world.ended(life)).resolves.toBe('finished');
  });

  it.concurrent('that outlast their first attempt still reach the workflow', async () => {
    const life = await world.post();
    till.trouble(life, new Promise((answered) => setTimeout(answered, 2_500)));
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'charge', 'customer', world.customer, { amount: 7 });
    await until(async () => (await world.types(life)).includes('charged'), 'the payment');
    expect(await world.rows('select seq from outbox where life = $1 and not delivered', life)).toEqual([]);
    await until(async () => (await world.knownState(life)) === 'taken', 'the workflow to know');
    expect(till.attempts.filter((id) => id.startsWith(life))).toHaveLength(1);
  });

  it.concurrent('do not block each other: while a payment waits, letters and other lives go on', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const life = await world.post();
    till.trouble(life, promise);
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'charge', 'customer', world.customer, { amount: 7 });
    await until(async () => till.attempts.some((id) => id.startsWith(life)), 'the payment to wait');
    const other = await world.post();
    await world.say(other, 'accept', 'contractor', world.contractor);
    await world.say(other, 'finish', 'contractor', world.contractor);
    await expect(world.ended(other)).resolves.toBe('finished');
    await world.commitOnly(life, 'charged', 'platform', undefined, { receipt: 'by another way' });
    const again = await world.commitOnly(life, 'giveBack', 'contractor', world.contractor, { openUntil: '2100-01-01T00:00:00.000Z' });
    world.dispatch(again.updates);
    await world.say(life, 'accept', 'contractor', world.contractor);
    const letter = `${life}/6/0`;
    await until(
      async () => (await world.rows("select from notice where id = $1 and status = 'delivered'", letter)).length === 1,
      'the letter',
    );
    expect((await effectsOf(world, life)).filter(({ open }) => open)).toMatchObject([{ kind: 'pay' }]);
    resolve();
    await until(async () => (await effectsOf(world, life)).every(({ open }) => !open), 'the payment');
    expect(Math.max(...(await taskDurationsOf(life)))).toBeLessThan(6_000);
  });

  /** The durations of the run's workflow tasks, in which it receives no signals. Milliseconds. */
  const taskDurationsOf = async (life: string): Promise<number[]> => {
    const { events } = await world.client.workflow.getHandle(life).fetchHistory();
    const at = (id: unknown): number => tsToMs((events ?? []).find(({ eventId }) => String(eventId) === String(id))?.eventTime);
    return (events ?? []).flatMap(({ eventId, workflowTaskCompletedEventAttributes: ended }) =>
      ended ? [at(eventId) - at(ended.startedEventId)] : [],
    );
  };
});

describe('a notice', () => {
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ working: true });
  });
  afterAll(() => world.close());

  const noticesOf = (from: Errands, life: string) =>
    from.rows('select id, account, template, channel, status, proof from notice where life = $1 order by seq', life);

  it.concurrent('arrives once for each event, as a letter under its id', async () => {
    const life = await world.post();
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'giveBack', 'contractor', world.contractor, { openUntil: '2100-01-01T00:00:00.000Z' });
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'finish', 'contractor', world.contractor);
    await expect(world.ended(life)).resolves.toBe('finished');
    const letters = await lettersTo(`${world.customer}@example.kz`);
    const ids = letters.map(({ headers }) => headers['message-id']);
    expect(ids.toSorted()).toEqual([2, 4].map((seq) => `<${life.replace('/', '.')}.${seq}.0@akjet.kz>`));
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^News of your errand \d+$/), expect.anything()]);
    expect(await noticesOf(world, life)).toEqual(
      [2, 4].map((seq) => ({
        id: `${life}/${seq}/0`,
        account: world.customer,
        template: 'news',
        channel: 'mail',
        status: 'delivered',
        proof: expect.stringContaining('250'),
      })),
    );
  });

  it.concurrent('that the mail server refuses for good is recorded as undeliverable, and the life goes on', async () => {
    const server = await openMailServer('550 no such mailbox');
    const refused = await openErrands({ settings: { SMTP_URL: server.url } });
    await refused.withWorker(async () => {
      const life = await refused.post();
      await refused.say(life, 'accept', 'contractor', refused.contractor);
      await refused.say(life, 'finish', 'contractor', refused.contractor);
      await expect(refused.ended(life)).resolves.toBe('finished');
      expect(await noticesOf(refused, life)).toMatchObject([{ status: 'undeliverable', proof: expect.stringContaining('550') }]);
      expect(await effectsOf(refused, life)).toMatchObject([{ kind: 'sendEmail', open: false, tries: 1 }]);
      expect(server.accepted).toEqual([]);
    });
    await refused.close();
    await server.close();
  });

  it.concurrent('that the mail server rejects temporarily is sent again', async () => {
    const server = await openMailServer('450 later', '421 not now');
    const patient = await openErrands({ settings: { SMTP_URL: server.url } });
    await patient.withWorker(async () => {
      const life = await patient.post();
      await patient.say(life, 'accept', 'contractor', patient.contractor);
      await patient.say(life, 'finish', 'contractor', patient.contractor);
      await expect(patient.ended(life)).resolves.toBe('finished');
      expect(await noticesOf(patient, life)).toMatchObject([{ status: 'delivered' }]);
      expect(server.accepted).toEqual([`<${life.replace('/', '.')}.2.0@akjet.kz>`]);
    });
    await patient.close();
    await server.close();
  });

  it.concurrent('to a missing account is recorded as undeliverable', async () => {
    const life = `errand/${randomUUID()}`;
    await world.say(life, 'post', 'customer', randomUUID(), { id: life.slice('errand/'.length) });
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'finish', 'contractor', world.contractor);
    await expect(world.ended(life)).resolves.toBe('finished');
    expect(await noticesOf(world, life)).toMatchObject([{ status: 'undeliverable', proof: 'there is no such notice' }]);
  });
});
