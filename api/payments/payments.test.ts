import { randomUUID } from 'node:crypto';
import { signatureOf } from '../../gateways/payments/signature.ts';
import { commit } from '../../lives/commit.ts';
import { pass } from '../../testing/engine/pass.ts';
import { createChild } from '../../testing/lives/creations.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const SECOND = 1_000;
const DAY = 86_400_000;
const AMOUNT = 1_500_000;

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let contractor: Person;
let operator: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;

beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  work = api.withWorker(() => over.promise);
  [customer, contractor, operator] = await Promise.all([api.join(['customer']), api.join(['contractor']), api.join(['operator'])]);
  // What the payouts of this file are made of.
  await paid('charge', undefined, { amount: String(10 * AMOUNT) });
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
  await sandbox.close();
});

/** A life with its parent: an errand, whose chain keeps the messages as unexpected. */
interface Child {
  life: string;
  parent: string;
  path: string;
}

async function bear(
  kind: 'payment' | 'payout',
  input: object,
  before: (life: string) => Promise<unknown> = async () => {},
): Promise<Child> {
  const id = randomUUID();
  const [parent, life] = [`errand/${id}`, `${kind}/${id}/1`];
  await api.say(parent, 'post', 'customer', customer.id, { id });
  await before(life);
  const given = { parent, contractor: contractor.id, amount: String(AMOUNT), ...input };
  await createChild(api, parent, { child: life, type: 'ask', by: 'platform', input: given });
  return { life, parent, path: `/v1/${kind}s/${id}.1` };
}

type Mode = 'hold' | 'charge' | 'prepay';
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * SECOND).toISOString();
const askFor = (mode: Mode, input: object = {}, before?: (life: string) => Promise<unknown>): Promise<Child> =>
  bear('payment', { customer: customer.id, mode, payBy: inSeconds(2 * 86_400), reminders: [inSeconds(86_400)], ...input }, before);

/** What the task would send to its payment. */
async function tell({ life, parent }: Child, type: string, input: object = {}): Promise<void> {
  const { updates } = await commit(api.lives, { life, idempotencyKey: `message/${parent}/2/${randomUUID()}`, type, by: 'platform', input });
  api.dispatch(updates);
}

const stateOf = async ({ life }: Child): Promise<string> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state ?? 'none';
const comes = (child: Child, state: string): Promise<unknown> =>
  until(async () => (await stateOf(child)) === state, `${child.life} ${state}`).catch(async (error) => {
    throw new Error(`${error.message}; it is ${await stateOf(child)} after ${await eventsOf(child)}`);
  });
const eventsOf = async ({ life }: Child): Promise<string[]> =>
  (await api.rows<{ type: string }>('select type from event where life = $1 order by seq', life)).map(({ type }) => type);

interface Told {
  type: string;
  child: string;
  amount?: string;
  released?: string;
  returning?: string;
}

/** The messages to the parent, in the order of their effects, once there are so many: messages may overtake each other. */
async function reported({ life, parent }: Child, ...expected: Omit<Told, 'child'>[]): Promise<void> {
  const heard = async (): Promise<Told[]> => {
    const rows = await api.rows<{ input: { type: string; input: Told & { seq: number } } }>(
      `select input from event where life = $1 and type = 'unexpected' order by (input -> 'input' ->> 'seq')::int`,
      parent,
    );
    return rows.map(
      ({
        input: {
          type,
          input: { child, amount, released, returning },
        },
      }) => ({
        type,
        child,
        ...(amount !== undefined && { amount }),
        ...(released !== undefined && { released }),
        ...(returning !== undefined && { returning }),
      }),
    );
  };
  await until(async () => (await heard()).length >= expected.length, `reports of ${life}`);
  expect(await heard()).toEqual(expected.map((each) => ({ ...each, child: life })));
}

/** Tiyn by account, booked by this life, without accounts at zero; what is pending beside it. Every posting balances, so the sum over all is zero. */
async function balances({ life, parent }: Child): Promise<Record<string, number>> {
  const rows = await api.rows<{ account: string; what: string; sum: number }>(
    `select code as account, what, sum(sum)::float as sum from entry join ledger_account on id = account,
       lateral (values ('', credit - debit), (' pending', credit_pending - debit_pending)) as parts (what, sum)
     where life = $1 group by code, what having sum(sum) <> 0`,
    life,
  );
  expect(rows.reduce((all, { sum }) => all + sum, 0)).toBe(0);
  const names: Record<string, string> = {
    [`held/${parent}`]: 'held',
    [`owed/${contractor.id}`]: 'owed',
    'provider/sandbox': 'provider',
  };
  return Object.fromEntries(rows.map(({ account, what, sum }) => [`${names[account] ?? account}${what}`, sum]));
}
/** A hold is the payer's money: it is pending until it is captured. */
const HOLD = { 'provider pending': -AMOUNT, 'held pending': AMOUNT };
const PAID_OUT = { owed: -AMOUNT, provider: AMOUNT };

interface Shown {
  state: string;
  page: string | null;
  held: { amount: number };
  captured: { amount: number };
  refunded: { amount: number };
  commands: { name: string }[];
}

const show = async ({ path }: Child, person = customer): Promise<Shown> => (await api.as(person).get<Shown>(path)).body;
const onPage = async (child: Child, act: 'approve' | 'decline' | 'close'): Promise<string> =>
  sandbox.onPage((await show(child)).page as string, act);

async function paid(mode: Mode, before?: (life: string) => Promise<unknown>, input: object = {}): Promise<Child> {
  const child = await askFor(mode, input, before);
  await comes(child, 'waiting');
  await onPage(child, 'approve');
  await comes(child, { hold: 'held', charge: 'captured', prepay: 'prepaid' }[mode]);
  return child;
}

describe('a payment', () => {
  test('is held and captured in part: the rest goes back', async () => {
    const child = await paid('hold');
    expect(await balances(child)).toEqual(HOLD);
    await tell(child, 'capture', { amount: '1000000' });
    await comes(child, 'captured');
    expect(await balances(child)).toEqual({ provider: -1_000_000, owed: 1_000_000 });
    await reported(child, { type: 'paymentHeld', amount: '1500000' }, { type: 'paymentCaptured', amount: '1000000', released: '500000' });
    expect(await sandbox.book(child.life)).toMatchObject([{ status: 'captured', amount: 1_000_000 }]);
    expect(await show(child)).toMatchObject({ held: { amount: 0 }, captured: { amount: 1_000_000 } });
  });

  test('can be released whole', async () => {
    const child = await paid('hold');
    await tell(child, 'release');
    await comes(child, 'released');
    expect(await balances(child)).toEqual({});
    await reported(child, { type: 'paymentHeld', amount: '1500000' }, { type: 'paymentRefunded', amount: '1500000' });
    expect(await sandbox.book(child.life)).toMatchObject([{ status: 'cancelled' }]);
  });

  test('can be prepaid: it is kept until something is due, and the rest goes back', async () => {
    const child = await paid('prepay');
    expect(await balances(child)).toEqual({ provider: -AMOUNT, held: AMOUNT });
    await tell(child, 'capture', { amount: '1000000' });
    await comes(child, 'captured');
    expect(await balances(child)).toEqual({ provider: -1_000_000, owed: 1_000_000 });
    await reported(
      child,
      { type: 'paymentHeld', amount: '1500000' },
      { type: 'paymentCaptured', amount: '1000000', returning: '500000' },
      { type: 'paymentRefunded', amount: '500000' },
    );
    expect(await sandbox.book(child.life)).toMatchObject([{ mode: 'charge', status: 'captured', amount: AMOUNT }]);
    expect(await show(child)).toMatchObject({ held: { amount: 0 }, captured: { amount: AMOUNT }, refunded: { amount: 500_000 } });
  });

  test('can be prepaid and refunded whole; if all of it is due, nothing goes back', async () => {
    const [back, due] = [await paid('prepay'), await paid('prepay')];
    await Promise.all([tell(back, 'release'), tell(due, 'capture', { amount: String(AMOUNT) })]);
    await Promise.all([comes(back, 'refunded'), comes(due, 'captured')]);
    expect([await balances(back), await balances(due)]).toEqual([{}, { provider: -AMOUNT, owed: AMOUNT }]);
    await reported(due, { type: 'paymentHeld', amount: '1500000' }, { type: 'paymentCaptured', amount: '1500000' });
    expect(Object.values((await sandbox.book(due.life))[0] ?? {})).not.toContain('refunded');
  });

  test('is charged at once, and goes back whole if the task no longer wants it', async () => {
    const child = await paid('charge');
    expect(await balances(child)).toEqual({ provider: -AMOUNT, owed: AMOUNT });
    await tell(child, 'release');
    await comes(child, 'refunded');
    expect(await balances(child)).toEqual({});
    const [entry] = await sandbox.book(child.life);
    expect(Object.values((entry as { refunds: object }).refunds)).toEqual([AMOUNT]);
    await reported(child, { type: 'paymentCaptured', amount: '1500000', released: '0' }, { type: 'paymentRefunded', amount: '1500000' });
  });

  test('that is declined can be tried again by its customer, as another payment', async () => {
    const child = await askFor('hold');
    await comes(child, 'waiting');
    expect(await onPage(child, 'close')).toContain('Ожидает оплаты');
    await onPage(child, 'decline');
    await comes(child, 'declined');
    const { page } = await show(child);
    expect((await api.as(contractor).post(`${child.path}/retry`)).problem?.code).toBe('wrong-party');
    expect((await api.as(customer).post(`${child.path}/retry`)).status).toBe(200);
    await comes(child, 'waiting');
    expect((await show(child)).page).not.toBe(page);
    await onPage(child, 'approve');
    await comes(child, 'held');
    expect((await sandbox.book(child.life)).map(({ status }) => status)).toEqual(['declined', 'held']);
    expect(await balances(child)).toEqual(HOLD);
  });

  test('is cancelled by its customer, or when the task needs none, and cannot be paid after that', async () => {
    const [one, other] = [await askFor('hold'), await askFor('charge')];
    await Promise.all([comes(one, 'waiting'), comes(other, 'waiting')]);
    await sandbox.trouble(one.life, 'answer-lost');
    expect((await api.as(customer).post(`${one.path}/cancel`)).status).toBe(200);
    await tell(other, 'release');
    for (const child of [one, other]) {
      await comes(child, 'cancelled');
      expect(await onPage(child, 'approve')).toContain('Закрыто');
      await reported(child, { type: 'paymentCancelled' });
      expect(await balances(child)).toEqual({});
    }
  });

  test.each([
    ['hold', 'released'],
    ['charge', 'refunded'],
  ] as const)('made with %s just before the task releases it is given back', async (mode, end) => {
    const child = await askFor(mode, {}, (life) => sandbox.trouble(life, 'hook-lost', 9));
    await comes(child, 'waiting');
    await onPage(child, 'approve');
    await tell(child, 'release');
    await comes(child, end);
    await reported(child, { type: 'paymentRefunded', amount: '1500000' });
    expect(await balances(child)).toEqual({});
  });

  test('reminds its customer and expires after its term', async () => {
    const child = await askFor('hold');
    await comes(child, 'waiting');
    await pass(api, child.life, 2 * DAY);
    await comes(child, 'expired');
    await reported(child, { type: 'paymentExpired' });
    const templates = (await api.as(customer).get<{ items: { template: string }[] }>(`${child.path}/notices`)).body.items;
    expect(templates.map(({ template }) => template)).toEqual(['payment-awaited', 'payment-reminder', 'payment-expired']);
    expect(await sandbox.book(child.life)).toMatchObject([{ status: 'cancelled' }]);
    expect(await balances(child)).toEqual({});
  });

  test('made in time counts, even if the provider told nobody', async () => {
    const payBy = inSeconds(12);
    const child = await askFor('hold', { payBy, reminders: [] }, (life) => sandbox.trouble(life, 'hook-lost', 9));
    await comes(child, 'waiting');
    await onPage(child, 'approve');
    expect(await stateOf(child)).toBe('waiting');
    await pass(api, child.life, 13 * SECOND);
    await comes(child, 'held');
    expect((await eventsOf(child)).slice(-2)).toEqual(['payBy', 'held']);
    await reported(child, { type: 'paymentHeld', amount: '1500000' });
    expect(await balances(child)).toEqual(HOLD);
  });

  test('opened only after its term expires at once', async () => {
    const child = await askFor('hold', { payBy: inSeconds(1), reminders: [] }, (life) => sandbox.trouble(life, 'down', 2));
    await comes(child, 'expired');
    expect(await sandbox.book(child.life)).toMatchObject([{ status: 'cancelled' }]);
    await reported(child, { type: 'paymentExpired' });
  });

  test('learns its status by polling, with growing pauses, if no webhook comes', async () => {
    const child = await askFor('charge', {}, (life) => sandbox.trouble(life, 'hook-lost', 9));
    await comes(child, 'waiting');
    await pass(api, child.life, 40 * SECOND);
    await onPage(child, 'approve');
    await pass(api, child.life, 120 * SECOND);
    await comes(child, 'captured');
    expect((await eventsOf(child)).filter((type) => type === 'askAgain').length).toBeGreaterThanOrEqual(2);
  });

  test('released by the bank on its own is released in the books', async () => {
    const child = await paid('hold');
    const [entry] = await sandbox.book(child.life);
    await sandbox.become(entry?.id as string, 'cancelled');
    await comes(child, 'lapsed');
    await reported(child, { type: 'paymentHeld', amount: '1500000' }, { type: 'paymentFailed' });
    expect(await balances(child)).toEqual({});
  });

  test('ends when no bank can take it back any more', async () => {
    const child = await paid('charge');
    await pass(api, child.life, 541 * DAY);
    await comes(child, 'settled');
    await tell(child, 'release');
    expect((await eventsOf(child)).at(-1)).toBe('unexpected');
    expect(await balances(child)).toEqual({ provider: -AMOUNT, owed: AMOUNT });
  });
});

describe('a provider', () => {
  test('that loses every response after success is asked again, and nothing is done twice', async () => {
    const child = await paid('hold', (life) => sandbox.trouble(life, 'answer-lost'));
    expect(await sandbox.book(child.life)).toHaveLength(1);
    await sandbox.trouble(child.life, 'answer-lost');
    await sandbox.trouble(child.life, 'hook-lost', 9);
    await tell(child, 'capture', { amount: '1500000' });
    await comes(child, 'captured');
    await sandbox.trouble(child.life, 'answer-lost');
    await tell(child, 'release');
    await comes(child, 'refunded');
    const book = await sandbox.book(child.life);
    expect(book).toMatchObject([{ amount: AMOUNT }]);
    expect(Object.values((book[0] as { refunds: object }).refunds)).toEqual([AMOUNT]);
    expect(await balances(child)).toEqual({});
  });

  test('that is asked to capture and to give back at once has in the end what the books say', async () => {
    const children = await Promise.all(Array.from({ length: 6 }, () => paid('hold')));
    for (const [index, child] of children.entries()) {
      if (index % 2 === 0) await sandbox.trouble(child.life, 'answer-lost');
      const ways = [() => tell(child, 'capture', { amount: '1000000' }), () => tell(child, 'release')];
      await Promise.all((index < 3 ? ways : ways.toReversed()).map((way) => way()));
    }
    for (const child of children) {
      const isOver = async () => !/asked|held|refunding|capturing|releasing/.test(await stateOf(child));
      await until(isOver, `${child.life} to end`);
      const [book] = (await sandbox.book(child.life)) as unknown as { status: string; amount: number; refunds: Record<string, number> }[];
      const kept = book?.status === 'captured' ? book.amount - Object.values(book.refunds).reduce((all, sum) => all + sum, 0) : 0;
      expect([child.life, await balances(child)]).toEqual([child.life, kept === 0 ? {} : { provider: -kept, owed: kept }]);
    }
  });

  test('that is down and returns continues every payment from its state', async () => {
    const before = await paid('hold');
    await sandbox.kill();
    const [during] = await Promise.all([askFor('hold'), tell(before, 'capture', { amount: '1500000' })]);
    await until(
      async () =>
        (await api.rows(`select from effect where life = any($1) and fault is not null and open`, [during.life, before.life])).length === 2,
      'both were tried',
    );
    expect([await stateOf(during), await stateOf(before)]).toEqual(['created', 'capturing.asked']);
    await sandbox.start();
    await Promise.all([comes(during, 'waiting'), comes(before, 'captured')]);
    expect(await balances(before)).toEqual({ provider: -AMOUNT, owed: AMOUNT });
  });

  test('that is slow still opens a payment', async () => {
    const child = await askFor('hold', {}, (life) => sandbox.trouble(life, 'slow'));
    await comes(child, 'waiting');
    expect(await sandbox.book(child.life)).toHaveLength(1);
  });

  test.each([
    ['capturing', 'capture', { amount: '1500000' }, 'captured'],
    ['releasing', 'release', {}, 'released'],
  ])('that refuses for good while %s leaves the retry to the operator', async (state, type, input, end) => {
    const child = await paid('hold');
    await sandbox.trouble(child.life, 'refused');
    await tell(child, type, input);
    await comes(child, `${state}.refused`);
    expect(await balances(child)).toEqual(HOLD);
    expect((await api.as(customer).post(`${child.path}/try-again`)).problem?.code).toBe('wrong-party');
    expect((await show(child, operator)).commands.map(({ name }) => name)).toEqual(['try-again']);
    expect((await api.as(operator).post(`${child.path}/try-again`)).status).toBe(200);
    await comes(child, end);
  });

  test('that refuses a refund is asked again by the operator', async () => {
    const child = await paid('charge');
    await sandbox.trouble(child.life, 'refused');
    await tell(child, 'release');
    await comes(child, 'refunding.refused');
    await api.as(operator).post(`${child.path}/try-again`);
    await comes(child, 'refunded');
    expect(await balances(child)).toEqual({});
  });

  test('that refuses to return an unused prepayment keeps it until the operator has it tried again', async () => {
    const child = await paid('prepay');
    await sandbox.trouble(child.life, 'refused');
    await tell(child, 'capture', { amount: '1000000' });
    await comes(child, 'refunding.refused');
    expect(await balances(child)).toEqual({ provider: -AMOUNT, held: 500_000, owed: 1_000_000 });
    await api.as(operator).post(`${child.path}/try-again`);
    await comes(child, 'captured');
    expect(await balances(child)).toEqual({ provider: -1_000_000, owed: 1_000_000 });
  });

  test('that refuses to open a payment makes it fail', async () => {
    const child = await askFor('hold', {}, (life) => sandbox.trouble(life, 'refused'));
    await comes(child, 'failed');
    await reported(child, { type: 'paymentFailed' });
  });
});

describe('a webhook', () => {
  const reference = async ({ life }: Child): Promise<string> => (await sandbox.book(life))[0]?.id as string;
  const send = (
    body: string,
    {
      id = randomUUID() as string,
      timestamp = String(Math.floor(Date.now() / SECOND)),
      secret = sandbox.settings.PAYMENTS_HOOK_SECRET,
      covers = body,
      provider = 'sandbox',
    } = {},
  ) => {
    const signature = signatureOf(secret, { id, timestamp, bytes: Buffer.from(covers) });
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    return api.as().post(`/v1/hooks/payments/${provider}`, body, { headers, key: null });
  };
  const kept = async (about: string): Promise<number> => (await api.rows('select from webhook where about = $1', about)).length;

  test('that is doubled or overtaken by another changes a payment once', async () => {
    const child = await askFor('hold', {}, async (life) => {
      await sandbox.trouble(life, 'hook-doubled', 9);
    });
    await comes(child, 'waiting');
    await sandbox.trouble(child.life, 'hook-overtaken');
    await onPage(child, 'approve');
    const about = await reference(child);
    await send(JSON.stringify({ about }));
    await comes(child, 'held');
    await tell(child, 'capture', { amount: '1500000' });
    await comes(child, 'captured');
    // The webhook about the hold comes when the money is captured.
    await until(async () => (await kept(about)) === 4, 'all hooks');
    expect(await eventsOf(child)).toEqual(['ask', 'opened', 'held', 'capture', 'captured']);
    expect(await balances(child)).toEqual({ provider: -AMOUNT, owed: AMOUNT });
  });

  test('sent thirty times concurrently, half of them identical, changes a payment once', async () => {
    const child = await askFor('charge', {}, (life) => sandbox.trouble(life, 'hook-lost', 9));
    await comes(child, 'waiting');
    await onPage(child, 'approve');
    const body = JSON.stringify({ about: await reference(child) });
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => send(body, index % 2 === 0 ? { id } : {})));
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
    await comes(child, 'captured');
    expect((await eventsOf(child)).filter((type) => type !== 'ask' && type !== 'opened')).toEqual(['captured']);
    expect(await kept(await reference(child))).toBe(16);
    expect(await balances(child)).toEqual({ provider: -AMOUNT, owed: AMOUNT });
  });

  test('that is forged, old, from the future, changed or about nothing changes nothing and is not kept', async () => {
    const child = await askFor('hold', {}, (life) => sandbox.trouble(life, 'hook-lost', 9));
    await comes(child, 'waiting');
    await onPage(child, 'approve');
    const about = await reference(child);
    const body = JSON.stringify({ about });
    const now = Math.floor(Date.now() / SECOND);
    const forgeries = [
      send(body, { secret: 'f'.repeat(64) }),
      // The secret that our requests carry signs nothing.
      send(body, { secret: sandbox.settings.PAYMENTS_SECRET }),
      send(body, { timestamp: String(now - 301) }),
      send(body, { timestamp: String(now + 330) }),
      send(body, { timestamp: `${now}.5` }),
      send(body, { covers: `${body} ` }),
      send(body, { id: '../1' }),
      send('{}'),
      send('nonsense'),
      send(''),
      api.as().post('/v1/hooks/payments/sandbox', body, { key: null }),
    ];
    for (const { status, problem } of await Promise.all(forgeries)) expect([status, problem?.code]).toEqual([403, 'hook-refused']);
    expect((await send(body, { provider: 'other' })).status).toBe(404);
    expect((await send('x'.repeat(65 * 1024))).status).toBe(413);
    expect(await kept(about)).toBe(0);
    expect(await eventsOf(child)).toEqual(['ask', 'opened']);
    // Control: the genuine one does.
    expect((await send(body)).status).toBe(200);
    await comes(child, 'held');
  });

  test.each(['\u0000', 'payment/\u0000/1/0', 'payment/\u{1f3b9}/1/0', 'payment/\ud800/1/0', 'payment/ /1/0', '\ufffd'])(
    'that is genuine and names an impossible id (%j) is refused and not kept',
    async (about) => {
      const before = await api.rows('select from webhook');
      const { problem } = await send(JSON.stringify({ about }));
      expect(problem?.code).toBe('hook-refused');
      expect((await api.rows('select from webhook')).length).toBe(before.length);
    },
  );

  test('with a NUL elsewhere is kept byte for byte and handled', async () => {
    const child = await askFor('hold', {}, (life) => sandbox.trouble(life, 'hook-lost', 9));
    await comes(child, 'waiting');
    await onPage(child, 'approve');
    const about = await reference(child);
    const body = JSON.stringify({ about, note: 'a\u0000b\ud800', '\u0000': 1 });
    expect((await send(body)).status).toBe(200);
    await comes(child, 'held');
    expect(await api.rows('select convert_from(bytes, $2) as body from webhook where about = $1', about, 'UTF8')).toEqual([{ body }]);
  });

  test('about an unknown payment, or while the provider is away, is kept and changes nothing', async () => {
    const about = `payment/${randomUUID()}/1/1/0`;
    expect((await send(JSON.stringify({ about }))).status).toBe(200);
    await sandbox.trouble(about, 'down');
    expect((await send(JSON.stringify({ about }))).status).toBe(200);
    expect(await kept(about)).toBe(2);
    // Other lives continue meanwhile; this one has nothing.
    expect(await api.rows('select from event where strpos(key, $1) > 0', about)).toEqual([]);
  });
});

describe('access to payments', () => {
  test('shows the payment page only to the customer, with no trace of it in the chain or a log, and no secret anywhere', async () => {
    const child = await askFor('hold');
    await comes(child, 'waiting');
    const { page } = await show(child);
    expect(await (await fetch(page as string)).text()).toContain('15000.00 KZT');
    for (const person of [contractor, operator]) {
      expect((await show(child, person)).page).toBeNull();
      const { body } = await api.as(person).get<object>(`${child.path}/events`);
      expect(JSON.stringify(body)).not.toContain(String(page));
    }
    expect((await api.as(await api.join(['customer'])).get(child.path)).status).toBe(404);
    expect(api.logged()).not.toContain(String(page));
    for (const name of ['PAYMENTS_SECRET', 'PAYMENTS_HOOK_SECRET'] as const) expect(api.logged()).not.toContain(sandbox.settings[name]);
  });

  /** Every text in what somebody reads of a payment: its own, its list, chain, notices and proof, and the same of its task. */
  async function textsFor(person: Person, { path }: Child): Promise<string[]> {
    const paths = [path, `${path}/events`, `${path}/notices`, `${path}/proof`, '/v1/payments'];
    const replies = await Promise.all(paths.map((each) => api.as(person).get<object>(each)));
    const values = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap((each) => values(each));
    return replies.flatMap(({ body }) => values(body));
  }

  test('lets nobody but the customer decline it: what others read does not lead to the page', async () => {
    const child = await askFor('hold');
    await comes(child, 'waiting');
    const page = String((await show(child)).page);
    const [, own] = /^(?:.*)\/(.+)$/.exec(page) as unknown as [string, string];
    for (const person of [contractor, operator]) {
      const texts = await textsFor(person, child);
      expect(texts.filter((text) => text.includes(own))).toEqual([]);
      // Whatever they read is no name of a page.
      for (const text of new Set(texts)) {
        const tried = await fetch(page.replace(own, encodeURIComponent(text)), {
          method: 'POST',
          body: new URLSearchParams({ act: 'decline' }),
        });
        expect([text, tried.status]).toEqual([text, 404]);
      }
    }
    expect(await sandbox.book(child.life)).toMatchObject([{ status: 'waiting' }]);
    // Control: the customer's texts lead there.
    expect((await textsFor(customer, child)).filter((text) => text.includes(own))).toEqual([page, page]);
    await onPage(child, 'decline');
    await comes(child, 'declined');
  });

  test.each(['payment', 'payout'] as const)('shows what a provider said of a %s that it refused to the staff alone', async (kind) => {
    const refuse = (life: string) => sandbox.trouble(life, 'refused');
    const child = kind === 'payment' ? await askFor('hold', {}, refuse) : await bear('payout', {}, refuse);
    await until(async () => (await eventsOf(child)).includes('failed'), 'the refusal');
    const failed = async (person: Person) => {
      const { items } = (await api.as(person).get<{ items: { type: string; input: { fault: string } | null }[] }>(`${child.path}/events`))
        .body;
      return items.find(({ type }) => type === 'failed')?.input;
    };
    for (const person of kind === 'payment' ? [customer, contractor] : [contractor]) expect(await failed(person)).toBeNull();
    expect(await failed(operator)).toMatchObject({ fault: '422 refused' });
  });
});

describe('a payout', () => {
  const payOut = (before?: (life: string) => Promise<unknown>): Promise<Child> => bear('payout', {}, before);

  test('is sent and confirmed once, even if the response is lost', async () => {
    const child = await payOut((life) => sandbox.trouble(life, 'answer-lost'));
    await comes(child, 'confirmed');
    await reported(child, { type: 'paidOut', amount: '1500000' });
    expect(await sandbox.book(child.life)).toMatchObject([{ status: 'confirmed', amount: AMOUNT, recipient: { account: contractor.id } }]);
    expect(await balances(child)).toEqual(PAID_OUT);
    expect((await api.as(contractor).get<object>(child.path)).body).toMatchObject({ amount: { amount: AMOUNT }, state: 'confirmed' });
    expect((await api.as(customer).get(child.path)).status).toBe(404);
  });

  test('refused by the bank is owed again, and the operator sends it again', async () => {
    const child = await payOut((life) => sandbox.trouble(life, 'payout-refused'));
    await comes(child, 'refused');
    expect(await balances(child)).toEqual({});
    expect((await api.as(contractor).post(`${child.path}/try-again`)).problem?.code).toBe('wrong-party');
    expect((await api.as(operator).post(`${child.path}/try-again`)).status).toBe(200);
    await comes(child, 'confirmed');
    await reported(child, { type: 'payoutRefused', amount: '1500000' }, { type: 'paidOut', amount: '1500000' });
    expect(await balances(child)).toEqual(PAID_OUT);
  });

  test('refused by the provider counts as not sent', async () => {
    const child = await payOut((life) => sandbox.trouble(life, 'refused'));
    await comes(child, 'refused');
    await reported(child, { type: 'payoutRefused', amount: '1500000' });
    expect(await balances(child)).toEqual({});
  });

  test('returned days after its confirmation is noticed, even without a webhook', async () => {
    const child = await payOut();
    await comes(child, 'confirmed');
    await pass(api, child.life, DAY);
    await sandbox.trouble(child.life, 'hook-lost', 9);
    const [entry] = await sandbox.book(child.life);
    await sandbox.become(entry?.id as string, 'returned');
    await pass(api, child.life, 3 * DAY);
    await comes(child, 'returned');
    // The task has counted it as paid and may have ended, so the staff handle what comes back.
    await reported(child, { type: 'paidOut', amount: '1500000' });
    expect(await balances(child)).toEqual({});
    await api.as(operator).post(`${child.path}/try-again`);
    await comes(child, 'sent');
    await until(async () => (await sandbox.book(child.life)).at(-1)?.status === 'confirmed', 'the payment by the provider');
    await pass(api, child.life, 40 * SECOND);
    await comes(child, 'confirmed');
    expect(await balances(child)).toEqual(PAID_OUT);
  });
});
