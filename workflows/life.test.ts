import { randomUUID } from 'node:crypto';
import { commit } from '../lives/commit.ts';
import { sweep } from '../lives/sweep.ts';
import type { AccountRow } from '../models/stores/account.ts';
import { findAccount } from '../models/stores/account.ts';
import { stringsIn } from '../testing/engine/histories.ts';
import { pass, shiftClock } from '../testing/engine/pass.ts';
import type { Till } from '../testing/stand-ins/till.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands, Shown } from '../testing/worlds/errands.ts';
import { EXPIRY, growLong, HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';

const till: Till = openTill();
let world: Errands;
beforeAll(async () => {
  world = await openErrands({ performers: { pay: till }, sweeping: false, working: true });
});
afterAll(() => world.close());

const handle = (life: string) => world.client.workflow.getHandle(life);
const settled = async (life: string): Promise<void> => {
  await world.dispatch.settled();
  await world.details(life);
};
/** Waits until the life's run knows this state. */
const untilState = (life: string, state: string) => until(async () => (await world.knownState(life)) === state, `${life} to be ${state}`);

/** Creates an errand with a payment that waits until `letGo` is called. */
async function charging(input: object = {}): Promise<{ life: string; letGo(): void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const life = await world.post(input);
  till.trouble(life, promise);
  await world.say(life, 'accept', 'contractor', world.contractor, { doneBy: inHours(48) });
  await world.say(life, 'charge', 'customer', world.customer, { amount: 9 });
  await until(async () => till.attempts.some((id) => id.startsWith(life)), 'the payment to wait');
  return { life, letGo: resolve };
}

/** The search attributes, once they show this state: they follow a burst of updates within seconds. */
const published = (shown: Shown, state: string): Shown | undefined => (shown.state === state ? shown : undefined);

/** Expects that the payment ends, and then the life by its timer, each once. */
async function expectNormalEnd(life: string, letGo: () => void): Promise<void> {
  letGo();
  await until(async () => (await world.types(life)).includes('charged'), 'the payment');
  await untilState(life, 'taken');
  await pass(world, life, 50 * HOUR);
  await expect(world.ended(life)).resolves.toBe('expired');
  expect(await world.types(life)).toEqual(['post', 'accept', 'charge', 'charged', 'doneBy']);
  expect([...till.book.keys()].filter((id) => id.startsWith(life))).toEqual([`${life}/3/0`]);
}

describe('a run', () => {
  it.concurrent('that is cancelled in Temporal continues, and its details state the reason', async () => {
    const { life, letGo } = await charging();
    await handle(life).cancel();
    await until(async () => (await world.details(life)).includes('Cancel was requested here and is ignored'), 'the note');
    expect((await world.shown(life)).status).toBe('RUNNING');
    await expectNormalEnd(life, letGo);
  });

  it.concurrent('that is terminated is replaced at the next command', async () => {
    const { life, letGo } = await charging();
    const { runId } = await world.shown(life);
    await handle(life).terminate('made by a test');
    letGo();
    await until(async () => (await world.types(life)).includes('charged'), 'the payment that was in progress');
    await world.say(life, 'charge', 'customer', world.customer, { amount: 9 });
    await until(async () => (await world.types(life)).filter((type) => type === 'charged').length === 2, 'the next payment');
    expect((await world.shown(life)).runId).not.toBe(runId);
    await untilState(life, 'taken');
    await pass(world, life, 50 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
  });

  it.concurrent('that is terminated is replaced once the sweep finds its deadline overdue', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await settled(life);
    await handle(life).terminate('made by a test');
    await shiftClock(world, life, 25 * HOUR);
    await sweep(world.lives, world.dispatch);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', EXPIRY]);
  });

  it.concurrent('that was never started is started once the sweep finds an overdue effect', async () => {
    const life = await world.postOnly();
    await world.commitOnly(life, 'accept', 'contractor', world.contractor);
    await world.commitOnly(life, 'charge', 'customer', world.customer, { amount: 3 });
    await world.owner.query('update outbox set delivered = true where life = $1', [life]);
    await world.owner.query("update effect set next_try = clock_timestamp() - interval '61 s' where life = $1", [life]);
    await sweep(world.lives, world.dispatch);
    await until(async () => (await world.types(life)).includes('charged'), 'the payment');
    await until(async () => (await world.rows('select from effect where life = $1 and open', life)).length === 0, 'the letter');
  });

  it.concurrent.each([
    ['its first workflow task', 0],
    ['its last workflow task', -1],
  ])('that is reset to %s continues, and nothing happens twice', async (_, index) => {
    const { life, letGo } = await charging();
    const tasks = await until(async () => {
      const { events } = await handle(life).fetchHistory();
      const completed = (events ?? []).filter(({ workflowTaskCompletedEventAttributes }) => workflowTaskCompletedEventAttributes);
      return completed.length > 0 && completed;
    }, 'a workflow task to complete');
    const { runId } = await world.shown(life);
    await world.client.workflowService.resetWorkflowExecution({
      namespace: world.config.TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: life, runId },
      workflowTaskFinishEventId: tasks.at(index)?.eventId as never,
      requestId: randomUUID(),
      reason: 'made by a test',
    });
    expect((await world.shown(life)).runId).not.toBe(runId);
    await expectNormalEnd(life, letGo);
  });

  it.concurrent('with a long history continues as new, with its timers and open effects', async () => {
    const { life, letGo } = await charging();
    const { runId, kind, customer } = await world.shown(life);
    await growLong(world, life);
    await until(async () => (await world.shown(life)).runId !== runId, 'the next run');
    expect((await world.client.workflow.getHandle(life, runId).describe()).status.name).toBe('CONTINUED_AS_NEW');
    await until(async () => (await world.details(life)).includes('charging'), 'the new run to know');
    const shown = await until(async () => published(await world.shown(life), 'charging'), 'the attributes');
    expect(shown).toMatchObject({ kind, customer, contractor: world.contractor });
    await expectNormalEnd(life, letGo);
  });

  it.concurrent('of a life that does not exist fails at once', async () => {
    const life = `errand/${randomUUID()}`;
    await world.client.workflow.start('errand', { workflowId: life, taskQueue: world.config.TASK_QUEUE });
    await handle(life).signal('refresh');
    await expect(handle(life).result()).rejects.toThrow('Workflow execution failed');
    expect(await world.rows('select from life where id = $1', life)).toEqual([]);
  });
});

describe('somebody in the Temporal UI', () => {
  const signal = (life: string, payload: unknown) => handle(life).signal('command', payload);

  it.concurrent('cannot give a command: no signal is one, whatever it holds, and the life goes on', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await settled(life);
    const forged = { by: 'operator', actor: { account: world.operator }, key: 'account/one/key', life };
    for (const payload of [
      { type: 'block', input: { reason: 'fraud' }, name: 'Aigerim', ...forged },
      { type: 'accept', name: 'Aigerim', ...forged },
      null,
      'block',
      [{ type: 'block', name: 'x' }],
      { type: 'x'.repeat(5_000), name: 'x' },
    ])
      await signal(life, payload);
    await handle(life).signal('block', { reason: 'fraud' });
    await world.details(life);
    expect(await world.types(life)).toEqual(['post']);
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'finish', 'contractor', world.contractor);
    await expect(world.ended(life)).resolves.toBe('finished');
    expect(await world.types(life)).toEqual(['post', 'accept', 'finish']);
  });
});

describe('the Temporal UI', () => {
  it.concurrent('shows kind, state, deadline, parties and menu', async () => {
    const openUntil = inHours(24);
    const life = await world.post({ openUntil, reminders: [inHours(10)] });
    await settled(life);
    const [row] = await world.rows<{ number: string }>('select number from life where id = $1', life);
    const number = row?.number;
    await untilState(life, 'open');
    expect(await world.shown(life)).toMatchObject({
      status: 'RUNNING',
      kind: 'errand',
      state: 'open',
      customer: world.customer,
      contractor: undefined,
      summary: `errand ${number}: a test`,
    });
    const details = await world.details(life);
    expect(details).toContain(`errand ${number}: open`);
    expect(details).toMatch(/openReminder \(platform\)[\s\S]*openUntil \(platform\)/);
    expect(details).toContain('- customer: postpone (platform)');
    expect(details).toContain('- contractor: accept (platform)');
    expect(details).toContain('- operator: block (platform)');
    await world.say(life, 'accept', 'contractor', world.contractor);
    await settled(life);
    expect(await until(async () => published(await world.shown(life), 'taken'), 'the attributes')).toMatchObject({
      customer: world.customer,
      contractor: world.contractor,
      nextDeadline: undefined,
    });
    expect(await world.details(life)).toContain(`errand ${number}: taken`);
    expect(await world.details(life)).toContain('Notices: news');
    await world.say(life, 'giveBack', 'contractor', world.contractor, { openUntil });
    await settled(life);
    expect(await until(async () => published(await world.shown(life), 'open'), 'the attributes')).toMatchObject({ contractor: undefined });
  });

  it.concurrent('answers queries for the state, the timers and the notices that the run knows', async () => {
    const openUntil = inHours(24);
    const life = await world.post({ openUntil, reminders: [inHours(1)] });
    await world.say(life, 'accept', 'contractor', world.contractor, { doneBy: inHours(48) });
    await settled(life);
    await untilState(life, 'taken');
    const ask = <Answer>(name: string): Promise<Answer> => handle(life).query<Answer>(name);
    expect(await ask('state')).toMatchObject({ life, seq: 2, state: 'taken', done: false, parties: { contractor: world.contractor } });
    expect(await ask('timers')).toMatchObject([{ name: 'doneBy', reminder: false }]);
    expect(await ask('notices')).toEqual(['news']);
  });

  it.concurrent('names timers and activities', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await settled(life);
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'finish', 'contractor', world.contractor);
    await world.ended(life);
    const { events } = await handle(life).fetchHistory();
    const summaries = (events ?? []).map(({ userMetadata }) => Buffer.from(userMetadata?.summary?.data ?? []).toString());
    expect(summaries.some((summary) => /^"openUntil \(platform\) \d{4}-/.test(summary))).toBe(true);
    expect(summaries).toContain('"sendEmail"');
    const signals = (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName ?? []);
    expect(signals).toEqual(['post', 'accept', 'finish']);
  });

  it.concurrent('finds lives by their search attributes', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await settled(life);
    const query = `LifeKind = 'errand' and LifeState = 'open' and Customer = '${world.customer}' and NextDeadline > '${inHours(23)}' and WorkflowId = '${life}'`;
    const found = async () => {
      const ids: string[] = [];
      for await (const { workflowId } of world.client.workflow.list({ query })) ids.push(workflowId);
      return ids;
    };
    await until(async () => (await found()).includes(life), 'the life in the list');
  });

  it.concurrent('shows no personal data: histories hold no names, addresses or free texts', async () => {
    const { name, email } = (await findAccount(world.lives.database, world.customer)) as AccountRow;
    const id = randomUUID();
    const life = `errand/${id}`;
    const texts = [{ id: randomUUID(), body: { title: 'A secret errand' } }];
    const post = {
      life,
      idempotencyKey: `account/${world.customer}/${id}`,
      type: 'post',
      by: 'customer',
      actor: { account: world.customer, session: 'session-of-mine' },
    } as const;
    const { updates } = await commit(world.lives, {
      ...post,
      input: { id, openUntil: inHours(24), note: texts[0]?.id },
      texts,
      create: true,
    });
    world.dispatch(updates);
    await world.say(life, 'accept', 'contractor', world.contractor);
    await world.say(life, 'finish', 'contractor', world.contractor);
    await world.ended(life);
    expect(await world.rows('select status from notice where life = $1', life)).toEqual([{ status: 'delivered' }]);
    const all = stringsIn(await handle(life).fetchHistory());
    expect(all).toContain(world.customer);
    for (const secret of [name, email as string, '@example.kz', 'A secret errand', 'session-of-mine']) expect(all).not.toContain(secret);
  });
});
