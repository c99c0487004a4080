import { randomUUID } from 'node:crypto';
import type { CaughtUp } from '../lives/commit.ts';
import { catchUp } from '../lives/commit.ts';
import { pass } from '../testing/engine/pass.ts';
import type { Till } from '../testing/stand-ins/till.ts';
import { openTill } from '../testing/stand-ins/till.ts';
import type { Errands } from '../testing/worlds/errands.ts';
import { EXPIRY, HOUR, inHours, openErrands } from '../testing/worlds/errands.ts';
import { until } from '../testing/worlds/world.ts';
import { isUpdateOf } from './signals.ts';

const till: Till = openTill();
let world: Errands;
beforeAll(async () => {
  // No sweep: the workflow itself must recover from a forgery.
  world = await openErrands({ performers: { pay: till }, sweeping: false, working: true });
});
afterAll(() => world.close());

const FALSE_HASH = 'f'.repeat(64);

interface Forgery {
  [part: string]: unknown;
}

/** An update that seems to follow the life's last event, forged with knowledge of the chain. */
async function forged(life: string, changes: Forgery = {}): Promise<Forgery> {
  const { seq, hash, ...rest } = ((await catchUp(world.lives, life)) as CaughtUp).whole;
  return { ...rest, seq: seq + 1, hash: FALSE_HASH, previous: hash, ...changes };
}

const send = (life: string, what: unknown, name = 'accept') => world.client.workflow.getHandle(life).signal(name, what);

/** Waits until the workflow has handled all earlier signals: a query is answered after them. */
const settle = (life: string) => world.details(life);

/** Expects that the life follows genuine commands, ends by its timer, and has no other events. */
async function expectUnharmed(life: string): Promise<void> {
  await world.say(life, 'postpone', 'customer', world.customer, { openUntil: inHours(30) });
  await world.say(life, 'accept', 'contractor', world.contractor);
  await world.say(life, 'giveBack', 'contractor', world.contractor, { openUntil: inHours(5) });
  await until(
    async () => (await world.rows("select from notice where id = $1 and status = 'delivered'", `${life}/3/0`)).length === 1,
    'the letter',
  );
  await world.dispatch.settled();
  await until(async () => {
    const { state, nextDeadline } = await world.shown(life);
    return state === 'open' && Math.abs((nextDeadline?.getTime() ?? 0) - Date.now() - 5 * HOUR) < 60_000;
  }, 'the workflow to know the state');
  await pass(world, life, 6 * HOUR);
  await expect(world.ended(life)).resolves.toBe('expired');
  expect(await world.types(life)).toEqual(['post', 'postpone', 'accept', 'giveBack', EXPIRY]);
  expect(await world.rows('select from unexpected where life = $1', life)).toEqual([]);
}

const soon = (): object => ({
  type: 'forged',
  name: 'forged',
  due: new Date(Date.now() + 300).toISOString(),
  in: 300,
  clause: '1.1',
  reminder: false,
});

describe('a forged update', () => {
  it.concurrent.each<[string, (life: string) => Promise<Forgery>]>([
    ['that follows an unknown hash', (life) => forged(life, { previous: 'e'.repeat(64), seq: 77 })],
    ['that follows the last event with a far higher number', (life) => forged(life, { seq: 1_000_000 })],
    ['that follows the last event', (life) => forged(life)],
    ['with invented timers instead of the genuine ones', (life) => forged(life, { timers: [soon()] })],
    [
      'with invented effects',
      (life) => forged(life, { effects: ['x', '', `${life}/1/0`, `${life}/2/99`, `${life}/9e9/0`].map((id) => ({ id, kind: 'pay' })) }),
    ],
    [
      'with an effect that another life ordered',
      (life) => forged(life, { effects: [`errand/${randomUUID()}/1/0`].map((id) => ({ id, kind: 'pay' })) }),
    ],
    ['that says there are more effects', (life) => forged(life, { more: true })],
    ['that says the life is blocked', (life) => forged(life, { state: 'blocked', timers: [] })],
    ['of a far future', (life) => forged(life, { at: '2099-01-01T00:00:00.000Z', state: 'blocked' })],
    ['of a far past', (life) => forged(life, { at: '1999-01-01T00:00:00.000Z', state: 'blocked' })],
  ])('%s does no harm', async (_, forge) => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.dispatch.settled();
    await settle(life);
    await send(life, await forge(life));
    await settle(life);
    expect(till.attempts).toEqual([]);
    await expectUnharmed(life);
    expect(till.attempts).toEqual([]);
  });

  it.concurrent('that ends the run is repaired by the next command', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.dispatch.settled();
    await settle(life);
    await send(life, await forged(life, { state: 'finished', done: true, timers: [] }));
    await expect(world.ended(life)).resolves.toBe('finished');
    expect(await world.rows('select done from life where id = $1', life)).toEqual([{ done: false }]);
    await expectUnharmed(life);
  });

  it.concurrent('that starts a chain of forgeries is undone by the first genuine update', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.dispatch.settled();
    await settle(life);
    const first = await forged(life, { timers: [] });
    await send(life, first);
    const digits = '0123456789';
    for (let seq = 3; seq < 13; seq++) {
      const hash = (at: number) => (at === 2 ? FALSE_HASH : (digits[at % 10] as string).repeat(64));
      await send(life, { ...first, seq, previous: hash(seq - 1), hash: hash(seq) });
    }
    await settle(life);
    await expectUnharmed(life);
  });
});

describe('a signal that is no update', () => {
  const garbage: unknown[] = [
    null,
    undefined,
    '',
    'an update',
    0,
    true,
    [],
    {},
    [[]],
    { seq: 1 },
    { seq: 'x', hash: {}, previous: null, timers: 'none', effects: 5, parties: null },
  ];
  const parts: [string, unknown[]][] = [
    ['seq', [null, '2', 1.5, Number.MAX_VALUE]],
    ['hash', [null, 1, '', 'F'.repeat(64)]],
    ['previous', [null, 7, undefined]],
    ['at', [null, 5, 'today', '2026-99-99T00:00:00.000Z', '2026-11-30']],
    ['state', [null, 5, 'x'.repeat(1_000)]],
    ['details', [null, {}, 'x'.repeat(100_000)]],
    ['done', [null, 'yes', 1]],
    ['parties', [null, 'x', [], { contractor: 5 }, { contractor: null }, { contractor: 'x'.repeat(1_000) }]],
    [
      'timers',
      [
        null,
        {},
        [null],
        [{}],
        [{ ...soon(), in: 'never' }],
        [{ ...soon(), in: -1 }],
        [{ ...soon(), due: '2026-99-99T00:00:00.000Z' }],
        [{ ...soon(), name: 5 }],
      ],
    ],
    [
      'effects',
      [null, 'x', [null], [5], [{ id: 5, kind: 'pay' }], [{ id: 'x' }], Array.from({ length: 201 }, () => ({ id: 'x', kind: 'pay' }))],
    ],
    ['notices', [null, undefined, {}, [5]]],
    ['life', [null, undefined, 7, `errand/${randomUUID()}`]],
  ];

  it.each(parts)('only causes a refresh, such as one with an invalid %s', async (part, values) => {
    const life = `errand/${randomUUID()}`;
    const whole = {
      life,
      seq: 2,
      hash: FALSE_HASH,
      previous: FALSE_HASH,
      at: new Date().toISOString(),
      state: 'open',
      details: '',
      done: false,
      parties: {},
      timers: [soon()],
      effects: [],
      notices: [],
    };
    expect(isUpdateOf(life, whole)).toBe(true);
    for (const value of values) expect([value, isUpdateOf(life, { ...whole, [part]: value })]).toEqual([value, false]);
  });

  it.concurrent('does no harm, whatever it is', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.dispatch.settled();
    for (const what of garbage) await send(life, what, 'accept');
    for (const name of ['', 'refresh', 'unexpected', 'xstate.init', EXPIRY, 'constructor', 'x'.repeat(200)])
      await send(life, {}, name || 'nothing');
    const update = await forged(life);
    for (const [part, values] of parts) {
      for (const value of values) {
        // The workflow is refreshed before each, so that only the one wrong part can be the reason to reject it.
        await send(life, {}, 'refresh');
        await settle(life);
        await send(life, { ...update, [part]: value });
        await settle(life);
      }
    }
    await expectUnharmed(life);
  });

  it.concurrent('does no harm with extreme moments or numbers', async () => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.dispatch.settled();
    await settle(life);
    const lengths = [1e12, 1e13, 1e15, 1e18, 2 ** 63, Number.MAX_VALUE];
    const far = lengths.map((length, index) => ({ ...soon(), type: `far ${index}`, due: `999${index}-12-31T23:59:59.999Z`, in: length }));
    await send(life, await forged(life, { timers: [...far, { ...soon(), type: 'other', due: '0000-01-01T00:00:00.000Z', in: 0 }] }));
    await settle(life);
    await expectUnharmed(life);
  });

  it.concurrent.each([
    ['of an unknown encoding', 'json/protobuf', '{}'],
    ['encrypted', 'binary/encrypted', 'x'],
    ['not JSON at all', 'json/plain', 'not JSON'],
  ])('does no harm if it cannot be decoded: %s', async (_, encoding, data) => {
    const life = await world.post({ openUntil: inHours(24) });
    await world.dispatch.settled();
    await settle(life);
    await world.client.workflowService.signalWorkflowExecution({
      namespace: world.config.TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: life },
      signalName: 'accept',
      input: { payloads: [{ metadata: { encoding: Buffer.from(encoding) }, data: Buffer.from(data) }] },
    });
    await settle(life);
    await expectUnharmed(life);
  });
});
