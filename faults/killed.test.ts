import { randomUUID } from 'node:crypto';
import { numberOf } from '../testing/stand-ins/sms.ts';
import type { StandIn } from '../testing/stand-ins/sms-providers.ts';
import { standInForMobizon } from '../testing/stand-ins/sms-providers.ts';
import { startable } from '../testing/worlds/api.ts';
import { until } from '../testing/worlds/world.ts';
import type { Bank } from './bank.ts';
import { openBank } from './bank.ts';
import { acknowledgedBy, ask, pathOf } from './deal.ts';
import type { Acknowledged } from './invariants.ts';
import { messageId } from './invariants.ts';
import type { Person, Scene, Started } from './scene.ts';
import { openScene } from './scene.ts';
import { giveIin, signs } from './signer.ts';
import type { Moment } from './strike.ts';

const HOUR = 3_600_000;
/** Of the customer and of the contractor. */
const IINS = ['900101300007', '851231400011'] as const;

let scene: Scene;
let bank: Bank;
/** The only provider that does not accept our ids as idempotency keys. */
let smsProvider: StandIn;
let api: Started;
let worker: Started;
let customer: Person;
let contractor: Person;

const startWorker = async (): Promise<void> => {
  worker = await scene.start('faults/worker.ts', { BANK_URL: bank.url, MOBIZON_URL: smsProvider.url });
  await worker.up();
};

beforeAll(async () => {
  [scene, bank, smsProvider] = await Promise.all([openScene(), openBank(), standInForMobizon()]);
  [customer, contractor] = await Promise.all([scene.person('customer'), scene.person('contractor')]);
  api = await scene.start('server.ts');
  await Promise.all([api.up(), startWorker()]);
});
afterAll(async () => {
  await scene.close();
  bank.close();
  await smsProvider.close();
});

describe('the API, killed during a command', () => {
  const acknowledged: Acknowledged[] = [];
  let id = '';

  const startArmed = async (moment: Moment, of: string): Promise<Started> => {
    const started = await scene.start('faults/api.ts');
    await started.up();
    await started.arm({ moment, of });
    return started;
  };

  it.each([
    ['before the signal', 'post', startable()],
    ['before the answer', 'accept', { version: 1 }],
  ] as const)('%s: repeating "%s" with the same key returns the receipt of the one event', async (moment, name, body) => {
    const started = await startArmed(moment, name);
    const caller = name === 'post' ? customer : contractor;
    const key = randomUUID();
    await expect(ask(started.url + pathOf(name, id), caller, body, key)).rejects.toThrow();
    expect(await started.ended).toBe('SIGKILL');

    const stored = await scene.rows<{ life: string }>('select life from event where key = $1', `account/${caller.account}/${key}`);
    expect(stored).toHaveLength(1);
    const again = await ask(api.url + pathOf(name, id), caller, body, key);
    expect(again).toMatchObject({ replayed: true, body: { receipt: { type: name } } });
    id = again.body.id;
    expect(stored).toEqual([{ life: `task/${id}` }]);
    acknowledged.push(acknowledgedBy(caller, key, again));
  });

  it('after the answer and before the signal: the sweep delivers the update', async () => {
    // The sweep's nudge for the earlier update would make the run read this one as well.
    const undelivered = () => scene.rows('select from outbox where not delivered');
    await until(async () => (await undelivered()).length === 0, 'the earlier updates to be delivered');
    const started = await startArmed('after the answer', 'start');
    const key = randomUUID();
    const answer = await ask(started.url + pathOf('start', id), contractor, {}, key);
    expect(await started.ended).toBe('SIGKILL');
    acknowledged.push(acknowledgedBy(contractor, key, answer));
    expect(await scene.broken(() => ({ acknowledged }), 0)).toContain(`task/${id}/3 is an undelivered update`);
    expect(await scene.broken(() => ({ acknowledged }))).toEqual([]);
  });
});

describe('the worker, killed during its work', () => {
  const lives: Partial<Record<Moment, string>> = {};
  let smsReader: Person;
  let number: string;
  const readers: Person[] = [];
  let thread: string;

  /** Kills the worker at this point of the work, ends its leases and starts another worker. */
  const killWorker = async (moment: Moment, of: string, work: () => Promise<unknown>, meanwhile?: () => Promise<void>): Promise<void> => {
    await worker.arm({ moment, of });
    working.push(work());
    expect(await worker.ended).toBe('SIGKILL');
    await meanwhile?.();
    await scene.owner.query('update effect set lease_until = clock_timestamp() where open and lease_until is not null');
    await startWorker();
  };
  const working: Promise<unknown>[] = [];

  const post = async (given: Parameters<typeof startable>[0] = {}): Promise<string> => {
    const { status, body } = await ask(`${api.url}/v1/tasks`, customer, startable(given));
    expect(status).toBe(201);
    const life = `task/${body.id}`;
    // The API signals after its response. If time passed before the signal, the run would not know of it.
    const undelivered = () => scene.rows('select from outbox where life = $1 and not delivered', life);
    await until(async () => (await undelivered()).length === 0, `the update of ${life} to be delivered`);
    return life;
  };
  const acceptedErrand = async (): Promise<string> => {
    const id = randomUUID();
    await scene.say(`errand/${id}`, 'post', 'customer', customer.account, { id });
    const doneBy = new Date(Date.now() + HOUR).toISOString();
    await scene.say(`errand/${id}`, 'accept', 'contractor', contractor.account, { doneBy });
    return `errand/${id}`;
  };
  const eventsOf = (life: string | undefined): Promise<{ type: string; by: string }[]> =>
    scene.rows('select type, by from event where life = $1 order by seq', life);

  // Crashes one after another. The system recovers from each while the next is prepared.
  beforeAll(async () => {
    smsReader = await scene.person('contractor');
    number = await numberOf(scene.owner, smsReader.account);
    const life = await post();
    lives['after the timer'] = life;
    await killWorker('after the timer', life, () => scene.pass(life, 25 * HOUR));
    await scene.owner.query(`update parameter set value = '0' where code in ('quietFromHour', 'quietToHour')`);
    const talked = (await post()).slice('task/'.length);
    expect(await ask(`${api.url}${pathOf('accept', talked)}`, contractor, { version: 1 })).toMatchObject({ status: 200 });
    for (const text of ['One', 'Two']) {
      const { body } = await ask(`${api.url}/v1/tasks/${talked}/messages`, contractor, { text });
      thread = `thread/${body.id}`;
    }
    await until(
      async () => (await scene.rows('select from outbox where life = $1 and not delivered', thread)).length === 0,
      'the messages to be delivered',
    );
    await killWorker('after the timer', thread, () => scene.pass(thread, HOUR));
    for (const moment of ['before the letter', 'after the letter'] as const) {
      const reader = await scene.person('contractor');
      readers.push(reader);
      await killWorker(moment, reader.email, async () => (lives[moment] = await post({ match: 'invited', invited: [reader.account] })));
    }
    for (const moment of ['after the payment', 'after its answer'] as const) {
      const errand = await acceptedErrand();
      lives[moment] = errand;
      await killWorker(moment, errand, () => scene.say(errand, 'charge', 'customer', customer.account, { amount: 700 }));
    }
    const work = await post();
    lives['after the text'] = work;
    const say = (name: string, by: Person, body: object) => ask(api.url + pathOf(name, work.slice('task/'.length)), by, body);
    await say('accept', smsReader, { version: 1 });
    await killWorker('after the text', number, () => say('report-force-majeure', customer, { evidence: 'A flood' }));
    await Promise.all([giveIin(scene, customer, IINS[0]), giveIin(scene, contractor, IINS[1])]);
    for (const moment of ['before the check', 'after the check'] as const) {
      const task = await post({ terms: { paper: 'signed-contract' } });
      expect(await ask(api.url + pathOf('accept', task.slice('task/'.length)), contractor, { version: 1 })).toMatchObject({ status: 200 });
      const signing = `signing/${task.slice('task/'.length)}/1`;
      lives[moment] = signing;
      await until(async () => (await eventsOf(signing)).length > 0, 'the contract');
      await signs(api.url, customer, IINS[0], signing);
      await killWorker(
        moment,
        signing,
        () => signs(api.url, contractor, IINS[1], signing),
        // All have signed, and the worker is dead: the document is not called signed.
        async () =>
          expect(await scene.rows('select state, done from life where id = $1', signing)).toEqual([{ state: 'checking', done: false }]),
      );
    }
    await Promise.all(working);
  });

  it('loses nothing and repeats nothing', async () => {
    expect(await scene.broken(async () => ({ letters: await scene.letters(customer, contractor, smsReader, ...readers) }))).toEqual([]);
  });

  it('after a timer was committed: the timer fires once', async () => {
    expect(await eventsOf(lives['after the timer'])).toMatchObject([{ type: 'post' }, { by: 'clock' }]);
  });

  it('after the timer of unread messages was committed: one letter tells of all of them', async () => {
    expect(await eventsOf(thread)).toMatchObject([
      { type: 'open' },
      { type: 'say' },
      { type: 'say' },
      { type: 'letterToCustomer', by: 'clock' },
    ]);
    const notices = await until(async () => {
      const found = await scene.rows<{ status: string }>('select status from notice where life = $1', thread);
      return found.every(({ status }) => status === 'delivered') && found;
    }, 'the letter to be sent');
    expect(notices).toHaveLength(1);
    // A worker that dies after the mail server took a letter sends it again under the same id, so a mailbox keeps one.
    expect(new Set((await scene.letters(customer)).filter((id) => id.startsWith('<thread.'))).size).toBe(1);
  });

  it.each([
    ['before the letter', 'arrives once', 1],
    ['after the letter', 'may arrive twice, under one Message-ID', 2],
  ] as const)('%s was sent: it %s', async (moment, _, times) => {
    const letters = await scene.letters(...readers);
    const own = letters.filter((id) => id === messageId(`${lives[moment]}/1/0`));
    const [effect] = await scene.rows<{ tries: number }>(
      'select tries from effect where life = $1 and seq = 1 and index = 0',
      lives[moment],
    );
    // Two tries: the killed one and the next. On a slow machine the kill that follows may meet that one too.
    const more = (effect?.tries ?? 0) - 2;
    expect(own.length).toBeGreaterThanOrEqual(times);
    expect(own.length).toBeLessThanOrEqual(times + more);
  });

  it('after an SMS was sent: it arrives twice, because the provider does not know our ids, but never a third time', async () => {
    const sent = await until(
      async () => (await scene.rows<{ status: string; doubts: number }>(`select status, doubts from sms where status = 'sent'`))[0],
      'the SMS to be recorded',
    );
    expect(sent).toEqual({ status: 'sent', doubts: 0 });
    const own = smsProvider.taken.filter(({ to }) => to === number);
    expect(own).toHaveLength(2);
    expect(new Set(own.map(({ text }) => text)).size).toBe(1);
  });

  it.each(['before the check', 'after the check'] as const)(
    '%s of signatures: they are checked, the document is signed once, and the task goes on',
    async (moment) => {
      expect(await eventsOf(lives[moment])).toMatchObject([{ type: 'ask' }, { type: 'sign' }, { type: 'sign' }, { type: 'checked' }]);
      expect(await scene.rows(`select type from event where key like $1 order by seq`, `message/${lives[moment]}/%`)).toEqual([
        { type: 'partySigned' },
        { type: 'signed' },
      ]);
    },
  );

  it.each([
    ['after the payment', 'and before its answer was committed', 2],
    ['after its answer', 'and before Temporal knew of it', 1],
  ] as const)('%s %s: the provider has booked it once, and the life has its answer', async (moment, _, times) => {
    const key = `${lives[moment]}/3/0`;
    expect(await eventsOf(lives[moment])).toMatchObject([{ type: 'post' }, { type: 'accept' }, { type: 'charge' }, { type: 'charged' }]);
    const asked = bank.requests.filter((each) => each === key).length;
    const [effect] = await scene.rows<{ tries: number }>(
      'select tries from effect where life = $1 and seq = 3 and index = 0',
      lives[moment],
    );
    expect(asked).toBeGreaterThanOrEqual(times);
    // As with the letters: on a slow machine the kill that follows may meet the try that repeats.
    expect(asked).toBeLessThanOrEqual(effect?.tries ?? 0);
    expect([...bank.book].filter(([of]) => of === key)).toEqual([[key, { amount: 700, receipt: expect.any(String) }]]);
  });
});
