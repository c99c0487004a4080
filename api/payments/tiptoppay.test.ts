/** Money through TipTopPay, from end to end, beside the sandbox: orders, notifications, checks, and which provider a payment stays with. */
import { pass } from '../../testing/engine/pass.ts';
import type { TipTopPay } from '../../testing/stand-ins/tiptoppay.ts';
import { openTipTopPay } from '../../testing/stand-ins/tiptoppay.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const DAY = 86_400_000;
const PRICE = 1_500_000;

let provider: TipTopPay;
let api: Api;
let customer: Person;
let contractor: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;
beforeAll(async () => {
  provider = await openTipTopPay();
  api = await openApi({ settings: { ...provider.settings, PAYMENTS_PROVIDER: 'tiptoppay', PAYMENTS_PROVIDER_COMPANIES: 'sandbox' } });
  await provider.notify(api.url);
  work = api.withWorker(() => over.promise);
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
  await provider.close();
});

const agreed = async (funding: 'none' | 'hold' | 'prepaid'): Promise<Task> => {
  const { id, version } = await api
    .as(customer)
    .postTask({ payment: 'platform', terms: { funding, cancelCost: 0, reviewWorkingDays: 1, earlyStart: true } });
  return api.as(contractor).command(id, 'accept', { version });
};
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> => until(async () => (await stateOf(life)) === state, `${life} ${state}`);
const pageOf = async (id: string): Promise<string> => {
  await comes(`payment/${id}/1`, 'waiting');
  return (await api.as(customer).get<{ page: string }>(`/v1/payments/${id}.1`)).body.page;
};
const does = async (id: string): Promise<void> => {
  await api.as(contractor).command(id, 'start');
  await api.as(contractor).command(id, 'submit');
  await api.as(customer).command(id, 'approve');
};
/** What the provider has of a task's lives by our books, in tiyn. What is pending is not posted yet. */
const booked = async (id: string): Promise<number> =>
  (
    await api.rows<{ sum: number }>(
      `select coalesce(sum(case when debit = 'provider/tiptoppay' then amount when credit = 'provider/tiptoppay' then -amount else 0 end), 0)::float as sum
       from posting where life like '%/' || $1 || '/%' and phase in ('single', 'post')`,
      id,
    )
  )[0]?.sum as number;
const transactionsOf = async (id: string) =>
  (await provider.book()).transactions
    .filter(({ invoice }) => invoice.includes(`/${id}/`))
    .map(({ type, status, amount }) => [type, status, amount]);

it('is held by an order with confirmation, captured for approved work and paid out, by notifications alone', async () => {
  const { id } = await agreed('hold');
  const page = await pageOf(id);
  await provider.onPage(page, 'decline', 5051);
  expect(await stateOf(`payment/${id}/1`)).toBe('waiting');
  await provider.onPage(page, 'secure');
  const attempt = (await provider.book()).transactions.findLast(({ invoice }) => invoice.includes(`/${id}/`));
  await provider.authenticate(attempt?.id as number, 'approve');
  await comes(`task/${id}`, 'agreed.awaited');
  // It is held: the money is still the payer's.
  expect(await booked(id)).toBe(0);
  await does(id);
  await comes(`task/${id}`, 'closed');
  expect(await booked(id)).toBe(0);
  expect(await transactionsOf(id)).toEqual([
    ['payment', 'Declined', PRICE],
    ['payment', 'Completed', PRICE],
    ['payout', 'Completed', PRICE],
  ]);
  const kept = await api.rows<{ message: string }>(
    `select message from webhook where provider = 'tiptoppay' and about like '%' || $1 || '%'`,
    id,
  );
  expect(kept.map(({ message }) => message.split('/')[0]).toSorted()).toEqual(['confirm', 'fail', 'pay', 'pay']);
});

it('is paid out at once, though the notification of the payout was told before it could be heard', async () => {
  const { id } = await agreed('prepaid');
  await provider.onPage(await pageOf(id), 'approve');
  await comes(`task/${id}`, 'agreed.awaited');
  await provider.trouble(`payout/${id}/`, 'hook-lost');
  await does(id);
  await comes(`payout/${id}/1`, 'confirmed');
});

it('is taken at once and given back when the task is left, though each answer is lost and each notification comes thrice', async () => {
  const { id } = await agreed('prepaid');
  await provider.trouble(`/${id}/`, 'hook-doubled', 9);
  await provider.onPage(await pageOf(id), 'approve');
  await comes(`task/${id}`, 'agreed.awaited');
  await provider.trouble(`/${id}/`, 'answer-lost');
  await api.as(customer).command(id, 'cancel', { reasons: 'Moved house' });
  await comes(`payment/${id}/1`, 'refunded');
  await comes(`task/${id}`, 'cancelled');
  expect(await booked(id)).toBe(0);
  expect(await transactionsOf(id)).toEqual([
    ['payment', 'Completed', PRICE],
    ['refund', 'Completed', PRICE],
  ]);
});

it('that nobody pays is closed, and its check refuses the money that comes to it', async () => {
  const { id } = await agreed('prepaid');
  const page = await pageOf(id);
  // The order stays open at the provider for a while: its cancelling fails at first.
  await provider.trouble(`/${id}/`, 'maintenance', 3);
  await api.as(customer).command(id, 'cancel', { reasons: 'Moved house' });
  await comes(`payment/${id}/1`, 'closing.asked');
  expect(await provider.onPage(page, 'approve')).toContain('код 13');
  await comes(`payment/${id}/1`, 'cancelled');
  expect(await provider.onPage(page, 'approve')).toContain('код 13');
  expect(await transactionsOf(id)).toEqual([]);
  expect(await booked(id)).toBe(0);
});

it('of another sum, of another order or after its term is refused by the check', async () => {
  const { id } = await agreed('hold');
  const page = await pageOf(id);
  const [order] = (await provider.book()).orders.filter(({ invoice }) => invoice.includes(`/${id}/`));
  const { TIPTOPPAY_URL: url, TIPTOPPAY_PUBLIC_ID: login, TIPTOPPAY_API_SECRET: secret } = provider.settings;
  /** Somebody with the merchant's login makes an order with this invoice. */
  const another = async (InvoiceId: string, Amount: number): Promise<string> => {
    const response = await fetch(`${url}/orders/create`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${login}:${secret}`)}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ Amount, Currency: 'KZT', Description: 'x', InvoiceId }),
    });
    return ((await response.json()) as { Model: { Url: string } }).Model.Url;
  };
  expect(await provider.onPage(await another(order?.invoice as string, 10), 'approve')).toContain('код 12');
  expect(await provider.onPage(await another('INV-1', 10), 'approve')).toContain('код 10');
  expect(await provider.onPage(await another(`task/${id}/1/0`, 10), 'approve')).toContain('код 10');
  await pass(api, `payment/${id}/1`, 30 * DAY);
  await comes(`payment/${id}/1`, 'expired');
  expect(await provider.onPage(page, 'approve')).toContain('код 20');
});

it('taken back by the payer’s bank after the payout is a loss', async () => {
  const { id } = await agreed('prepaid');
  await provider.onPage(await pageOf(id), 'approve');
  await comes(`task/${id}`, 'agreed.awaited');
  await does(id);
  await comes(`task/${id}`, 'closed');
  const payment = (await provider.book()).transactions.find(({ invoice, type }) => type === 'payment' && invoice.includes(`/${id}/`));
  await provider.chargeBack(payment?.id as number, PRICE);
  // Nobody tells of a chargeback: the payment asks by itself.
  await pass(api, `payment/${id}/1`, 3 * DAY);
  await comes(`payment/${id}/1`, 'takenBack');
  expect(await booked(id)).toBe(-PRICE);
});

it('stays with the provider that opened it: companies pay elsewhere, and a change of the setting moves nothing', async () => {
  const { id } = await agreed('prepaid');
  await pageOf(id);
  expect(await api.rows(`select snapshot -> 'context' ->> 'provider' as provider from life where id = $1`, `payment/${id}/1`)).toEqual([
    { provider: 'tiptoppay' },
  ]);
  expect(api.payments.forPayer({ isCompany: true }).name).toBe('sandbox');
  expect(() => api.payments.named('gone')).toThrow('settings');
});
