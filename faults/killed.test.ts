import { randomUUID } from 'node:crypto';
import { numberOf } from '../testing/stand-ins/sms.ts';
import type { StandIn } from '../testing/stand-ins/sms-providers.ts';
import { standInForMobizon } from '../testing/stand-ins/sms-providers.ts';
import { posting } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import type { Bank } from './bank.ts';
import { openBank } from './bank.ts';
import { acknowledgedBy, ask, pathOf } from './deal.ts';
import type { Acknowledged } from './invariants.ts';
import { messageId } from './invariants.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';
import type { Moment } from './strike.ts';

const HOUR = 3_600_000;

let scene: Scene;
let bank: Bank;
/** Of all providers the one that does not know our ids. */
let texts: StandIn;
let api: Started;
let worker: Started;
let customer: Person;
let contractor: Person;

/** A worker that does its work until it is told to die. */
const startWorker = async (): Promise<void> => {
  worker = await scene.start('faults/worker.ts', { BANK_URL: bank.url, MOBIZON_URL: texts.url });
  await worker.up();
};

beforeAll(async () => {
  [scene, bank, texts] = await Promise.all([openScene(), openBank(), standInForMobizon()]);
  [customer, contractor] = await Promise.all([scene.person('customer'), scene.person('contractor')]);
  api = await scene.start('server.ts');
  await Promise.all([api.up(), startWorker()]);
});
afterAll(async () => {
  await scene.close();
  bank.close();
  await texts.close();
});

describe('the API, killed in the middle of a command', () => {
  const acknowledged: Acknowledged[] = [];
  let id = '';

  const dying = async (moment: Moment, of: string): Promise<Started> => {
    const started = await scene.start('faults/api.ts');
    await started.up();
    await started.arm({ moment, of });
    return started;
  };

  it.each([
    ['before the signal', 'post', posting()],
    ['before the answer', 'accept', { version: 1 }],
  ] as const)('%s: who repeats "%s" with the same key has the receipt of the one event', async (moment, name, body) => {
    const started = await dying(moment, name);
    const asker = name === 'post' ? customer : contractor;
    const key = randomUUID();
    await expect(ask(started.url + pathOf(name, id), asker, body, key)).rejects.toThrow();
    expect(await started.ended).toBe('SIGKILL');

    const said = await scene.rows<{ life: string }>('select life from event where key = $1', `account/${asker.account}/${key}`);
    expect(said).toHaveLength(1);
    const again = await ask(api.url + pathOf(name, id), asker, body, key);
    expect(again).toMatchObject({ replayed: true, body: { receipt: { type: name } } });
    id = again.body.id;
    expect(said).toEqual([{ life: `task/${id}` }]);
    acknowledged.push(acknowledgedBy(asker, key, again));
  });

  it('after the answer and before the signal: the workflow hears of it all the same', async () => {
    const started = await dying('after the answer', 'start');
    const key = randomUUID();
    const answer = await ask(started.url + pathOf('start', id), contractor, {}, key);
    expect(await started.ended).toBe('SIGKILL');
    acknowledged.push(acknowledgedBy(contractor, key, answer));
    expect(await scene.broken(() => ({ acknowledged }), 0)).toContain(`task/${id}/3 is an unheard step`);
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
  });
});

describe('the worker, killed in the middle of its work', () => {
  const lives: Partial<Record<Moment, string>> = {};
  let numbered: Person;
  let number: string;
  const readers: Person[] = [];

  /** Has the worker die at the moment that the work brings, and another one go on. What the dead one held is free at once. */
  const die = async (moment: Moment, of: string, work: () => Promise<unknown>): Promise<void> => {
    await worker.arm({ moment, of });
    working.push(work());
    expect(await worker.ended).toBe('SIGKILL');
    await scene.owner.query('update effect set lease_until = clock_timestamp() where open and lease_until is not null');
    await startWorker();
  };
  const working: Promise<unknown>[] = [];

  const post = async (given: Parameters<typeof posting>[0] = {}): Promise<string> => {
    const { status, body } = await ask(`${api.url}/v1/tasks`, customer, posting(given));
    expect(status).toBe(201);
    const life = `task/${body.id}`;
    // The API tells the engine behind its answer: days that passed before would be unknown to the run.
    const unheard = () => scene.rows('select from outbox where life = $1 and not delivered', life);
    await until(async () => (await unheard()).length === 0, `the engine to hear of ${life}`);
    return life;
  };
  const takenErrand = async (): Promise<string> => {
    const id = randomUUID();
    await scene.say(`errand/${id}`, 'post', 'customer', customer.account, { id });
    const doneBy = new Date(Date.now() + HOUR).toISOString();
    await scene.say(`errand/${id}`, 'accept', 'contractor', contractor.account, { doneBy });
    return `errand/${id}`;
  };
  const eventsOf = (life: string | undefined): Promise<{ type: string; by: string }[]> =>
    scene.rows('select type, by from event where life = $1 order by seq', life);

  // One death after the other; what they left behind is mended meanwhile.
  beforeAll(async () => {
    numbered = await scene.person('contractor');
    number = await numberOf(scene.owner, numbered.account);
    const life = await post();
    lives['after the timer'] = life;
    await die('after the timer', life, () => scene.pass(life, 25 * HOUR));
    for (const moment of ['before the letter', 'after the letter'] as const) {
      const reader = await scene.person('contractor');
      readers.push(reader);
      await die(moment, reader.email, async () => (lives[moment] = await post({ match: 'invited', invited: [reader.account] })));
    }
    for (const moment of ['after the payment', 'after its answer'] as const) {
      const errand = await takenErrand();
      lives[moment] = errand;
      await die(moment, errand, () => scene.say(errand, 'charge', 'customer', customer.account, { amount: 700 }));
    }
    const work = await post();
    lives['after the text'] = work;
    const say = (name: string, by: Person, body: object) => ask(api.url + pathOf(name, work.slice('task/'.length)), by, body);
    await say('accept', numbered, { version: 1 });
    await die('after the text', number, () => say('report-force-majeure', customer, { evidence: 'A flood' }));
    await Promise.all(working);
  }, 180_000);

  it('leaves nothing undone and nothing done twice', async () => {
    expect(await scene.broken(async () => ({ letters: await scene.letters(customer, contractor, numbered, ...readers) }))).toEqual([]);
  }, 40_000);

  it('between a timer and the engine: the timer happened once', async () => {
    expect(await eventsOf(lives['after the timer'])).toMatchObject([{ type: 'post' }, { by: 'clock' }]);
  });

  it.each([
    ['before the letter', 'comes once', 1],
    ['after the letter', 'may come twice, under one Message-ID', 2],
  ] as const)('%s was handed over: it %s', async (moment, _, times) => {
    const letters = await scene.letters(...readers);
    expect(letters.filter((id) => id === messageId(`${lives[moment]}/1/0`))).toHaveLength(times);
  });

  it('after a text was handed over: it comes twice, for its provider does not know our ids, and never a third time', async () => {
    const sent = await until(
      async () => (await scene.rows<{ status: string; doubts: number }>(`select status, doubts from sms where status = 'sent'`))[0],
      'the text to be noted',
    );
    expect(sent).toEqual({ status: 'sent', doubts: 0 });
    const own = texts.taken.filter(({ to }) => to === number);
    expect(own).toHaveLength(2);
    expect(new Set(own.map(({ text }) => text)).size).toBe(1);
  });

  it.each([
    ['after the payment', 'and before its answer was committed', 2],
    ['after its answer', 'and before the engine heard of it', 1],
  ] as const)('%s %s: the provider has it once in its book, and the life its answer', async (moment, _, times) => {
    const key = `${lives[moment]}/3/0`;
    expect(await eventsOf(lives[moment])).toMatchObject([{ type: 'post' }, { type: 'accept' }, { type: 'charge' }, { type: 'charged' }]);
    expect(bank.asked.filter((each) => each === key)).toHaveLength(times);
    expect([...bank.book].filter(([of]) => of === key)).toEqual([[key, { amount: 700, receipt: expect.any(String) }]]);
  });
});
