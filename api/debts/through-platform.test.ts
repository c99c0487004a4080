/** A debt that is paid through the platform (5.2), with the sandbox provider and the books. Sums in comments are tenge. */
import type { z } from 'zod';
import { pass } from '../../testing/engine/pass.ts';
import { debtLife, owe } from '../../testing/lives/debts.ts';
import { done } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { DebtFacts } from './schema.ts';

const DAY = 86_400_000;

type Debt = z.output<typeof DebtFacts> & { id: string; state: string };

let sandbox: Sandbox;
let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings });
  ({ customer, contractor, stranger, staff } = await joinParties(api));
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const story = (name: string, work: () => Promise<void>) => test(name, () => api.withWorker(work));
const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });
/** The contractor owes the customer 1 000: the opposite direction of a price. */
const begin = () => owe(api, { customer: customer.id, contractor: contractor.id, debtor: 'contractor', creditor: 'customer' });
const ask = (person: Person, id: string, name: string, body: object = {}) => api.as(person).post<Debt>(`/v1/debts/${id}/${name}`, body);
const read = async (person: Person, id: string): Promise<Debt> => done(await api.as(person).get<Debt>(`/v1/debts/${id}`));
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> =>
  until(async () => (await stateOf(life)) === state, `${life} ${state}`).catch(async (error) => {
    throw new Error(`${error.message}; it is ${await stateOf(life)}`);
  });
const lifeOf = (kind: string, id: string, n = 1): string => `${debtLife(id).replace('debt', kind)}/${n}`;

async function payOnPage(id: string, n = 1): Promise<void> {
  await comes(lifeOf('payment', id, n), 'waiting');
  const { page, debt } = done(await api.as(contractor).get<{ page: string; debt: string }>(`/v1/payments/${id}.${n}`));
  expect(debt).toBe(id);
  await sandbox.onPage(page, 'approve');
}
const at = async (life: string): Promise<string> => (await sandbox.book(life))[0]?.id as string;

/** Tenge by account over the payments and payouts of a debt. Accounts at zero are left out; the sum over all is zero. */
async function balances(id: string): Promise<Record<string, number>> {
  const rows = await api.rows<{ account: string; sum: number }>(
    `select code as account, sum(credit - debit)::float / 100 as sum from entry join ledger_account on id = account
     where life like 'pay%/' || $1 || '/%' group by code having sum(credit - debit) <> 0`,
    id.replaceAll('.', '/'),
  );
  expect(rows.reduce((all, { sum }) => all + sum, 0)).toBe(0);
  const names: Record<string, string> = {
    [`held/${debtLife(id)}`]: 'held',
    [`taken-back/${debtLife(id)}`]: 'takenBack',
    [`owed/${customer.id}`]: 'owed',
    'provider/sandbox': 'provider',
    'loss/payments': 'loss',
  };
  return Object.fromEntries(rows.map(({ account, sum }) => [names[account] ?? account, sum]));
}

/** The notice templates of a life that an account reads, in order. */
async function reads(person: Person, path: string): Promise<string[]> {
  const { items } = done(await api.as(person).get<{ items: { template: string }[] }>(`${path}/notices`));
  return items.map(({ template }) => template);
}

story('in part and then in whole: the money is received, paid out to the creditor and counted once, and the books balance', async () => {
  const id = await begin();
  for (const person of [customer, staff]) expect((await ask(person, id, 'pay')).status).toBe(403);
  const asked = done(await ask(contractor, id, 'pay', { amount: 40_000 }));
  expect(asked).toMatchObject({
    state: 'paying.asked',
    owed: tenge(1_000),
    transfer: { amount: tenge(400), payment: `${id}.1`, payout: null },
  });
  for (const name of ['waive', 'confirm'])
    expect((await ask(customer, id, name, name === 'waive' ? { reasons: 'No need' } : { amount: 60_001 })).status).toBe(
      name === 'waive' ? 409 : 422,
    );
  expect((await ask(stranger, id, 'pay')).status).toBe(404);
  expect((await api.as(customer).get<{ page: unknown }>(`/v1/payments/${id}.1`)).body.page).toBeNull();
  await payOnPage(id);
  await until(async () => (await read(customer, id)).paid.amount === 40_000, 'the part to count');
  expect(await read(customer, id)).toMatchObject({ state: 'open', owed: tenge(600), transfer: null });
  expect(await balances(id)).toEqual({});

  done(await ask(contractor, id, 'pay'));
  await payOnPage(id, 2);
  await comes(debtLife(id), 'paid');
  expect(await balances(id)).toEqual({});
  expect(await sandbox.book(lifeOf('payout', id, 2))).toMatchObject([
    { status: 'confirmed', amount: 60_000, recipient: { account: customer.id } },
  ]);
  const told = ['debt-money-received', 'debt-paid-through', 'debt-money-received', 'debt-paid-through'];
  expect(await reads(contractor, `/v1/debts/${id}`)).toEqual(['debt-arisen', ...told]);
  expect(await reads(customer, `/v1/debts/${id}`)).toEqual(['debt-arisen-creditor', ...told]);
  // A payment of a debt sends nothing about a task.
  for (const person of [customer, contractor]) expect(await reads(person, `/v1/payments/${id}.1`)).toEqual([]);
});

story('cancelled by its payer: the debt is open again as before', async () => {
  const id = await begin();
  done(await ask(contractor, id, 'pay'));
  await comes(lifeOf('payment', id), 'waiting');
  done(await api.as(contractor).post(`/v1/payments/${id}.1/cancel`, {}));
  await comes(debtLife(id), 'open');
  expect(await read(contractor, id)).toMatchObject({ owed: tenge(1_000), transfer: null });
  expect(await reads(contractor, `/v1/debts/${id}`)).toEqual(['debt-arisen', 'debt-payment-not-made']);
  expect(await balances(id)).toEqual({});
  done(await ask(contractor, id, 'pay'));
});

story('not paid within the term: the payment expires, and the debt is open again', async () => {
  const id = await begin();
  done(await ask(contractor, id, 'pay'));
  await comes(lifeOf('payment', id), 'waiting');
  await pass(api, lifeOf('payment', id), 7 * DAY);
  await comes(lifeOf('payment', id), 'expired');
  await comes(debtLife(id), 'open');
  expect(await read(contractor, id)).toMatchObject({ owed: tenge(1_000), transfer: null });
});

story('taken back by the bank before it arrived: the debt is owed again, both parties get a notice, and the books balance', async () => {
  const id = await begin();
  await sandbox.trouble(lifeOf('payout', id), 'payout-refused');
  done(await ask(contractor, id, 'pay'));
  await payOnPage(id);
  await comes(lifeOf('payout', id), 'refused');
  expect(await balances(id)).toEqual({ owed: 1_000, provider: -1_000 });
  expect(await reads(customer, `/v1/payouts/${id}.1`)).toEqual(['debt-payout-waits']);
  await sandbox.become(await at(lifeOf('payment', id)), 'takenBack');
  await comes(debtLife(id), 'open');
  expect(await read(customer, id)).toMatchObject({ paid: tenge(0), owed: tenge(1_000), transfer: null });
  await comes(lifeOf('payout', id), 'stopped');
  await until(async () => Object.keys(await balances(id)).length === 0, 'the books to be even');
  for (const person of [customer, contractor]) expect(await reads(person, `/v1/debts/${id}`)).toContain('debt-payment-taken-back');
  done(await ask(contractor, id, 'pay'));
  await payOnPage(id, 2);
  await comes(debtLife(id), 'paid');
  expect(await balances(id)).toEqual({});
});

story('taken back after it arrived: the debt stays paid, and the loss is the operator’s until it is closed', async () => {
  const id = await begin();
  done(await ask(contractor, id, 'pay'));
  await payOnPage(id);
  await comes(debtLife(id), 'paid');
  await sandbox.become(await at(lifeOf('payment', id)), 'takenBack');
  await comes(lifeOf('payment', id), 'takenBack');
  expect(await balances(id)).toEqual({ loss: -1_000, provider: 1_000 });
  expect(await stateOf(debtLife(id))).toBe('paid');
  for (const person of [customer, contractor]) expect(await reads(person, `/v1/payments/${id}.1`)).toEqual(['debt-payment-lost']);
});

story('is refused while the account of a side is suspended, for any ground: its money does not go through the platform', async () => {
  const id = await begin();
  await api.owner.query('update account set may_open = false where id = $1', [customer.id]);
  const { status, problem } = await ask(contractor, id, 'pay');
  await api.owner.query('update account set may_open = true where id = $1', [customer.id]);
  expect([status, problem?.rule]).toEqual([422, 'sidesMayDeal']);
});
