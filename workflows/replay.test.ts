/**
 * Runs outlive releases, so the current workflow code must replay the histories of earlier code. The golden histories in `histories/` were recorded
 * by earlier code. UPDATE_HISTORIES=1 records them again: only if no run of the earlier code can be alive.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { HistoryAndWorkflowId } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { Party } from '../charts/law.ts';
import { catchUp } from '../lives/commit.ts';
import { posting } from '../testing/charts/examples/task.ts';
import type { History } from '../testing/engine/histories.ts';
import { stringsIn } from '../testing/engine/histories.ts';
import { pass } from '../testing/engine/pass.ts';
import { historiesOf, replay } from '../testing/engine/replay.ts';
import type { Till } from '../testing/stand-ins/till.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, growLong, HOUR, inHours, openErrands, REMINDER } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';

const folder = new URL('./histories/', import.meta.url);
const ENDING = '.history.json';

interface Golden {
  workflowId: string;
  history: { events: StoredEvent[] };
}
interface StoredEvent {
  eventId: string;
  eventType: string;
  [attributes: string]: unknown;
}

/** Stores the histories of a life's runs as golden ones, if UPDATE_HISTORIES is set. */
function storeGolden(name: string, runs: HistoryAndWorkflowId[]): void {
  if (process.env.UPDATE_HISTORIES !== '1') return;
  mkdirSync(folder, { recursive: true });
  for (const [index, { workflowId, history }] of runs.entries()) {
    const file = `${name}${runs.length > 1 ? `-${index + 1}` : ''}${ENDING}`;
    writeFileSync(new URL(file, folder), `${JSON.stringify({ workflowId, history: withoutMachine(history as History) }, undefined, 1)}\n`);
  }
}

/** A history as JSON without traces of the machine that recorded it: processes, hosts, queues, paths. */
const withoutMachine = (history: History): unknown =>
  JSON.parse(historyToJSON(history), (name, value: unknown) => {
    if (name === 'identity') return 'worker';
    if (name === 'taskQueue') return { name: 'queue', kind: 'TASK_QUEUE_KIND_NORMAL' };
    if (name === 'stackTrace' || name === 'workerVersion') return undefined;
    return value;
  });

describe('the history of a life', () => {
  const till: Till = openTill();
  let world: Errands;
  beforeAll(async () => {
    world = await openErrands({ performers: { pay: till }, sweeping: false, working: true });
  });
  afterAll(() => world.close());

  const handle = (life: string) => world.client.workflow.getHandle(life);
  const untilState = (life: string, state: string) => until(async () => (await world.knownState(life)) === state, `${life} to be ${state}`);
  /** An effect that ends later has the run read its life anew, in the midst of a pass. */
  const untilPerformed = (life: string) =>
    until(async () => (await world.rows('select from effect where life = $1 and open', life)).length === 0, `the effects of ${life}`);
  const untilEvent = (life: string, type: string) => until(async () => (await world.types(life)).includes(type), `${type} in ${life}`);

  const acceptedErrand = async (doneBy?: string): Promise<string> => {
    const life = await world.post({ openUntil: inHours(24), reminders: [inHours(10)] });
    await world.say(life, 'accept', 'contractor', world.contractor, doneBy === undefined ? {} : { doneBy });
    return life;
  };
  const finish = async (life: string): Promise<void> => {
    await world.say(life, 'finish', 'contractor', world.contractor);
    await expect(world.ended(life)).resolves.toBe('finished');
  };
  /** Creates an errand with a payment that waits, as an ordinary activity, until `letGo` is called. */
  const charging = async (): Promise<{ life: string; letGo(): void }> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const life = await acceptedErrand();
    till.trouble(life, promise);
    await world.say(life, 'charge', 'customer', world.customer, { amount: 9 });
    await until(async () => till.attempts.some((id) => id.startsWith(life)), 'the payment to wait');
    return { life, letGo: resolve };
  };

  /** Expects that every run of the life replays, and stores the histories as golden ones under the name `as`. */
  const expectReplays = async (life: string, { runs = 1, as }: { runs?: number; as?: string } = {}): Promise<HistoryAndWorkflowId[]> => {
    const histories = await historiesOf(world, life, runs);
    expect(await replay(histories)).toEqual(histories.map(() => undefined));
    if (as !== undefined) storeGolden(as, histories);
    return histories;
  };

  it.concurrent('replays if it has only commands', async () => {
    const life = await acceptedErrand();
    await finish(life);
    await expectReplays(life);
  });

  it.concurrent('replays if it expires after reminders', async () => {
    const life = await world.post({ openUntil: inHours(24), reminders: [inHours(5), inHours(10)] });
    await pass(world, life, 30 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    expect(await world.types(life)).toEqual(['post', REMINDER, REMINDER, EXPIRY]);
    await expectReplays(life, { as: 'errand-expired' });
  });

  it.concurrent('replays with moved, cancelled and restarted timers', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.say(life, 'postpone', 'customer', world.customer, { openUntil: inHours(48) });
    await world.say(life, 'accept', 'contractor', world.contractor, { doneBy: inHours(50) });
    await world.say(life, 'giveBack', 'contractor', world.contractor, { openUntil: inHours(30) });
    await world.dispatch.settled();
    await untilState(life, 'open');
    await pass(world, life, 31 * HOUR);
    await expect(world.ended(life)).resolves.toBe('expired');
    await expectReplays(life);
  });

  it.concurrent('replays with effects that answer, fail and are refused', async () => {
    const life = await acceptedErrand();
    till.trouble(life, 'fails', 'answer lost');
    await world.say(life, 'charge', 'customer', world.customer, { amount: 9 });
    await untilEvent(life, 'charged');
    till.trouble(life, 'refuses');
    await world.say(life, 'charge', 'customer', world.customer, { amount: 9 });
    await untilEvent(life, 'chargeFailed');
    await finish(life);
    await expectReplays(life);
  });

  it.concurrent('replays with a slow effect, an ignored cancellation and signals that nobody sends', async () => {
    const { life, letGo } = await charging();
    await handle(life).cancel();
    await handle(life).signal('command', { type: 'nothing', name: 'Aigerim' });
    await handle(life).signal('command', 'garbage');
    await until(
      async () => ((await handle(life).fetchHistory()).events ?? []).some((event) => event.activityTaskScheduledEventAttributes),
      'an ordinary activity',
    );
    letGo();
    await untilEvent(life, 'charged');
    await finish(life);
    await expectReplays(life, { as: 'errand-charged-slowly' });
  });

  it.concurrent('replays with a child, and the history of the child replays', async () => {
    const life = await acceptedErrand();
    await world.say(life, 'send', 'customer', world.customer, { to: 'Almaty', arrivesBy: inHours(5) });
    const child = `parcel/${life.split('/')[1]}/1`;
    await untilState(child, 'underway');
    await pass(world, life, 6 * HOUR);
    await untilEvent(life, 'arrived');
    await finish(life);
    await expect(world.ended(child)).resolves.toBe('there');
    await expectReplays(life, { as: 'errand-with-child' });
    await expectReplays(child, { as: 'parcel' });
  });

  it.concurrent('replays in a terminated run and in its replacement', async () => {
    const { life, letGo } = await charging();
    await handle(life).terminate('made by a test');
    letGo();
    await untilEvent(life, 'charged');
    await finish(life);
    await expectReplays(life, { runs: 2, as: 'errand-resumed' });
  });

  it.concurrent('replays in runs that continue as new', async () => {
    const { life, letGo } = await charging();
    const { runId } = await world.shown(life);
    await growLong(world, life);
    await until(async () => (await world.shown(life)).runId !== runId, 'the next run');
    letGo();
    await untilEvent(life, 'charged');
    await finish(life);
    await expectReplays(life, { runs: 2 });
  });

  it.concurrent('replays with forged and invalid signals', async () => {
    const life = await acceptedErrand();
    await world.dispatch.settled();
    const last = (await catchUp(world.lives, life))?.whole;
    for (const signal of [null, 'an update', {}, { ...last, seq: 99, hash: 'f'.repeat(64), previous: last?.hash }])
      await handle(life).signal('accept', signal);
    await finish(life);
    await expectReplays(life);
  });

  it.concurrent('replays while the run continues', async () => {
    const life = await acceptedErrand(inHours(100));
    await untilState(life, 'taken');
    await expectReplays(life);
    await finish(life);
  });

  it.concurrent('replays for a task, from its posting to the confirmed payment', async () => {
    const life = `task/${randomUUID()}`;
    const text = () => ({ text: randomUUID(), hash: '0'.repeat(64) });
    const say = async (type: string, by: Party, input: object = {}) => {
      const actor = by === 'customer' ? world.customer : world.contractor;
      expect(await world.say(life, type, by, actor, input)).toMatchObject({ outcome: 'done' });
    };
    const paidOn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty' }).format(Date.now());
    await say('post', 'customer', posting(new Date().toISOString(), { match: 'choice', wording: text(), acceptance: randomUUID() }));
    await say('respond', 'contractor', { version: 1, price: '1400000' });
    await say('choose', 'customer', { version: 1, contractor: world.contractor, response: 1 });
    await say('accept', 'contractor', { version: 1 });
    await untilState(life, 'agreed.awaited');
    await untilPerformed(life);
    await pass(world, life, 50 * HOUR);
    await say('start', 'contractor');
    await say('submit', 'contractor');
    await say('refuse', 'customer', { submission: 1, reasons: text() });
    await say('submit', 'contractor');
    await say('approve', 'customer', { submission: 2 });
    await say('report', 'customer', { amount: '500000', paidOn });
    await say('confirm', 'contractor', { report: 1 });
    await untilState(life, 'settling.due');
    await untilPerformed(life);
    await pass(world, life, 15 * 24 * HOUR);
    await say('confirm', 'contractor');
    await expect(world.ended(life)).resolves.toBe('closed');
    expect((await world.events(life)).filter(({ by }) => by === 'clock').map(({ type }) => type)).toEqual([
      'startReminder',
      'startBy',
      'lateNotice',
      'noShow',
      'payReminder',
      'payBy',
      'openReminder',
      'openReminder',
    ]);
    await expectReplays(life, { as: 'task-closed' });
  });
});

describe('a golden history', () => {
  const read = (file: string): Golden => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const files = () => readdirSync(folder).filter((file) => file.endsWith(ENDING));

  it('is replayed by the current code', async () => {
    const golden = files();
    expect(golden.length).toBeGreaterThan(3);
    const errors = await replay(golden.map(read));
    expect(golden.filter((_, index) => errors[index] !== undefined)).toEqual([]);
  });

  it('is replayed also where each of its events came some seconds later than the one before', async () => {
    const slowly = (events: StoredEvent[]): StoredEvent[] =>
      events.map((event, index) => ({
        ...event,
        eventTime: new Date(Date.parse(event.eventTime as string) + index * 7_000).toISOString(),
      }));
    const golden = files();
    const errors = await replay(
      golden.map((file) => {
        const { workflowId, history } = read(file);
        return { workflowId, history: { events: slowly(history.events) } };
      }),
    );
    expect(golden.filter((_, index) => errors[index] !== undefined)).toEqual([]);
  });

  it('has no traces of the machine that recorded it', () => {
    for (const file of files()) {
      const all = stringsIn(historyFromJSON(read(file).history));
      expect([file, all.match(/\d+@\S+|node_modules|file:\/\/|\w+\.ts:\d+/)?.[0]]).toEqual([file, undefined]);
    }
  });

  const isOf = (type: string) => (event: StoredEvent) => event.eventType === `EVENT_TYPE_${type}`;
  const find = (events: StoredEvent[], type: string): StoredEvent => {
    const found = events.find(isOf(type));
    if (found === undefined) throw new Error(`there is no ${type}`);
    return found;
  };
  /** Removes an event and renumbers the later ones. */
  const without = (events: StoredEvent[], gone: StoredEvent): StoredEvent[] => {
    const at = Number(gone.eventId);
    const counted = (name: string, value: unknown) => (/eventId$/i.test(name) && Number(value) > at ? String(Number(value) - 1) : value);
    return JSON.parse(JSON.stringify(events.filter((event) => event !== gone)), counted);
  };
  const attributesOf = (event: StoredEvent, name: string) => event[`${name}EventAttributes`] as Record<string, never>;

  it.each<[string, string, (events: StoredEvent[]) => StoredEvent[]]>([
    ['that lacks the start of a timer', 'errand-expired', (events) => without(events, find(events, 'TIMER_STARTED'))],
    [
      'that lacks a signal',
      'errand-with-child',
      (events) => without(events, events.filter(isOf('WORKFLOW_EXECUTION_SIGNALED')).at(-1) as StoredEvent),
    ],
    [
      'with another activity',
      'errand-charged-slowly',
      (events) => {
        Object.assign(attributesOf(find(events, 'ACTIVITY_TASK_SCHEDULED'), 'activityTaskScheduled'), { activityType: { name: 'other' } });
        return events;
      },
    ],
    [
      'with another local activity',
      'errand-with-child',
      (events) => {
        const { details } = attributesOf(find(events, 'MARKER_RECORDED'), 'markerRecorded') as unknown as {
          details: { data: { payloads: [{ data: string }] } };
        };
        const [payload] = details.data.payloads;
        const marker = Buffer.from(payload.data, 'base64').toString();
        expect(marker).toContain('"performBatch"');
        payload.data = Buffer.from(marker.replace('"performBatch"', '"other"')).toString('base64');
        return events;
      },
    ],
  ])('%s does not replay', async (_, name, alter) => {
    const { workflowId, history } = read(`${name}${ENDING}`);
    expect(await replay([{ workflowId, history }])).toEqual([undefined]);
    const [error] = await replay([{ workflowId, history: { events: alter(history.events) } }]);
    expect(error).toBeInstanceOf(DeterminismViolationError);
  });
});
