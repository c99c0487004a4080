/** What was booked, compared with what TipTopPay lists: four differences that were planted, a clean control, and a month of nights. */
import { randomUUID } from 'node:crypto';
import { reconcile } from '../../activities/reconcile.ts';
import { smtpMail } from '../../gateways/mail/smtp.ts';
import { commit } from '../../lives/commit.ts';
import type { Transaction } from '../../local/tiptoppay/book.ts';
import { tellDifferences } from '../../notices/difference-alarm.ts';
import { keepSchedules } from '../../schedules.ts';
import { createChild } from '../../testing/lives/creations.ts';
import { bookOwed } from '../../testing/lives/owed.ts';
import { payToCard } from '../../testing/people/people.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import type { TipTopPay } from '../../testing/stand-ins/tiptoppay.ts';
import { openTipTopPay } from '../../testing/stand-ins/tiptoppay.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const AMOUNT = 1_500_000;
const MAILBOX = `finance-${randomUUID()}@example.kz`;

let provider: TipTopPay;
let api: Api;
let customer: Person;
let contractor: Person;
let finance: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;
beforeAll(async () => {
  provider = await openTipTopPay();
  // The sandbox of the stack has the payments of other tests.
  const none = { PAYMENTS_URL: undefined, PAYMENTS_SECRET: undefined, PAYMENTS_HOOK_SECRET: undefined };
  api = await openApi({
    settings: { ...none, ...provider.settings, PAYMENTS_PROVIDER: 'tiptoppay', OPERATOR_EMAIL: MAILBOX },
    ownDatabase: true,
  });
  await provider.notify(api.url);
  work = api.withWorker(() => over.promise);
  [customer, contractor, finance] = await Promise.all([api.join(['customer']), api.join(['contractor']), api.join(['operator'])]);
  await payToCard(api.owner, contractor);
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
  await provider.close();
});

const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> => until(async () => (await stateOf(life)) === state, `${life} ${state}`);
/** A life of which the provider is being asked for something is left to the next night. */
const nothingIsAsked = (): Promise<unknown> =>
  until(
    async () => (await api.rows(`select from effect where life ~ '^pay' and open and kind <> all('{askPayment,askPayout}')`)).length === 0,
    'what is asked of the provider to be answered',
  );

async function bear(kind: 'payment' | 'payout', input: object): Promise<{ life: string; id: string; parent: string }> {
  const id = randomUUID();
  const [parent, life] = [`errand/${id}`, `${kind}/${id}/1`];
  await api.say(parent, 'post', 'customer', customer.id, { id });
  const given = { parent, contractor: contractor.id, amount: String(AMOUNT), ...input };
  if (kind === 'payout') await bookOwed(api, contractor.id);
  await createChild(api, parent, { child: life, type: 'ask', by: 'platform', input: given });
  return { life, id, parent };
}
async function paid(mode: 'hold' | 'charge', end: string): Promise<string> {
  const payBy = new Date(Date.now() + 2 * DAY).toISOString();
  const { life, id } = await bear('payment', { customer: customer.id, mode, payBy, reminders: [] });
  await comes(life, 'waiting');
  await provider.onPage((await api.as(customer).get<{ page: string }>(`/v1/payments/${id}.1`)).body.page, 'approve');
  await comes(life, end);
  return life;
}
async function told(life: string, type: string, input: object, state: string): Promise<void> {
  const idempotencyKey = `message/errand/${randomUUID()}/2/0`;
  const { updates } = await commit(api.lives, { life, idempotencyKey, type, by: 'platform', input });
  api.dispatch(updates);
  await comes(life, state);
}

/** One night. Ten minutes and more are between what happened and the comparison. */
const night = async (days = 0) => {
  const parts = { lives: api.worker.lives, payments: api.worker.payments };
  const [run] = await reconcile(parts, new Date(Date.now() + 11 * MINUTE + days * DAY));
  return run;
};
interface Shown {
  number: number;
  kind: string;
  about: string;
  words: string;
  href: string | null;
  ours: Record<string, { amount: number }> | null;
  theirs: { id: string; kind: string; amount: { amount: number }; status: string }[];
  closedBy: string | null;
  note: string | null;
}
const list = async (closed = false): Promise<Shown[]> =>
  (await api.as(finance).get<{ items: Shown[] }>(`/v1/operator/differences?limit=100&closed=${closed}`)).body.items;
const kinds = async (): Promise<[string, string][]> => (await list()).map(({ kind, about }): [string, string] => [about, kind]).toSorted();
const ofLife = async (life: string): Promise<Transaction[]> => (await provider.book(life)).transactions;

it('finds four planted differences, each once, and nothing where the two agree', async () => {
  // The control: every way in which money is or was at the provider.
  const held = await paid('hold', 'held');
  const captured = await paid('hold', 'held');
  await told(captured, 'capture', { amount: '1000001' }, 'captured');
  const released = await paid('hold', 'held');
  await told(released, 'release', {}, 'released');
  const refunded = await paid('charge', 'captured');
  await told(refunded, 'release', {}, 'refunded');
  const { life: payout } = await bear('payout', {});
  await comes(payout, 'confirmed');
  await bear('payment', { customer: customer.id, mode: 'hold', payBy: new Date(Date.now() + DAY).toISOString(), reminders: [] });
  await nothingIsAsked();
  expect(await night()).toMatchObject({ provider: 'tiptoppay', operations: 6, differences: 0 });
  expect(await list()).toEqual([]);

  // What lies between: a payment lost by the provider, one more of another's, one that was made twice, one of another sum.
  const [missing] = await ofLife(held);
  const [changed] = await ofLife(captured);
  const [paidOut] = await ofLife(payout);
  const foreign: Transaction = { ...(changed as Transaction), id: 7_000_001, invoice: 'INV-77', amount: 500 };
  const doubled: Transaction = { ...(paidOut as Transaction), id: 7_000_002 };
  await provider.plant({
    drop: [missing?.id as number],
    add: [foreign, doubled, { ...(changed as Transaction), amount: 1_000_000 }],
  });
  expect(await night()).toMatchObject({ differences: 4 });
  const planted = [
    [held, 'missing'],
    ['7000001', 'foreign'],
    [payout, 'doubled'],
    [captured, 'changed'],
  ].toSorted();
  expect(await kinds()).toEqual(planted);

  // Both sides are shown, and the words say what to do.
  const shown = (await list()).find(({ kind }) => kind === 'changed');
  expect(shown).toMatchObject({
    ours: { taken: { amount: 1_000_001 }, held: { amount: 0 } },
    theirs: [{ id: String(changed?.id), kind: 'payment', amount: { amount: 1_000_000 }, status: 'done' }],
    href: `/v1/payments/${captured.split('/')[1]}.1`,
  });
  expect(shown?.words).toMatch(/provider/);
  expect((await list()).find(({ kind }) => kind === 'missing')).toMatchObject({ theirs: [], ours: { held: { amount: AMOUNT } } });

  // A month of nights adds nothing, and each difference is told once.
  const mail = smtpMail(api.config.SMTP_URL);
  const tell = () => tellDifferences({ ...api.worker.lives, mail, operatorEmail: MAILBOX });
  expect(await tell()).toBe(4);
  for (let day = 1; day <= 30; day++) await night(day);
  expect(await kinds()).toEqual(planted);
  expect(await tell()).toBe(0);
  mail.close();
  expect((await lettersTo(MAILBOX)).filter(({ subject }) => subject.includes('расхождений 4'))).toHaveLength(1);
  expect(await api.rows('select from reconciliation')).toHaveLength(32);
  // No life was touched.
  expect(await stateOf(held)).toBe('held');

  // The provider puts two right: they are gone. A person closes one: it does not come back. One stays.
  await provider.plant({ drop: [7_000_002], add: [missing as Transaction] });
  const { number = 0 } = (await list()).find(({ kind }) => kind === 'foreign') ?? {};
  const closed = await api.as(finance).post<Shown>(`/v1/operator/differences/${number}/close`, { note: 'A test payment of the bank' });
  expect(closed.body).toMatchObject({ closedBy: finance.id, note: 'A test payment of the bank' });
  await night();
  expect(await kinds()).toEqual([[captured, 'changed']]);
  expect((await list(true)).filter(({ closedBy }) => closedBy === null)).toHaveLength(3);
  // What comes again, comes again to the list.
  await provider.plant({ add: [doubled] });
  await night();
  expect(await kinds()).toEqual(
    [
      [captured, 'changed'],
      [payout, 'doubled'],
    ].toSorted(),
  );
});

it('is closed by the finance alone, once, and with a note', async () => {
  const { number = 0 } = (await list())[0] ?? {};
  const path = `/v1/operator/differences/${number}/close`;
  expect((await api.as(customer).post(path, { note: 'Mine' })).problem?.code).toBe('wrong-party');
  expect((await api.as(finance).post(path, {})).problem?.code).toBe('invalid-input');
  expect((await api.as(finance).post('/v1/operator/differences/999999/close', { note: 'None' })).problem?.code).toBe('not-found');
  await api.as(finance).post(path, { note: 'Settled' });
  expect((await api.as(finance).post<Shown>(path, { note: 'Settled otherwise' })).body.note).toBe('Settled');
});

it('leaves what is under way to the next night', async () => {
  const before = await kinds();
  const life = await paid('charge', 'captured');
  await provider.trouble(life, 'maintenance', 1_000);
  await told(life, 'release', {}, 'refunding.asked');
  const [payment] = await ofLife(life);
  // The refund was made, and its answer is not here yet.
  await provider.plant({
    add: [{ ...(payment as Transaction), id: 7_000_003, type: 'refund', original: (payment as Transaction).id }],
  });
  await night();
  expect(await kinds()).toEqual(before);
});

it('runs every night by a schedule, which a worker makes once, and after it the balances of the day', async () => {
  const { client, config } = api;
  await keepSchedules(client, config.TASK_QUEUE);
  await keepSchedules(client, config.TASK_QUEUE);
  for (const [workflow, table] of [
    ['reconciliation', 'reconciliation'],
    ['balances', 'balance_day'],
  ]) {
    const handle = client.schedule.getHandle(`${workflow}/${config.TASK_QUEUE}`);
    const { info, spec } = await handle.describe();
    expect([spec.timezone, info.nextActionTimes[0]?.getUTCHours()]).toEqual(['Asia/Almaty', 23]);
    const runs = async (): Promise<number> => (await api.rows(`select from ${table}`)).length;
    const before = await runs();
    await handle.trigger();
    await until(async () => (await runs()) > before, `a run of ${workflow}`);
    await handle.delete();
  }
});
