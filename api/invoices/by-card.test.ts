/** An invoice that is paid by card (5.1), with the sandbox provider and the books. Sums are tiyn. */
import type { z } from 'zod';
import { reconcile } from '../../activities/reconcile.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { pass } from '../../testing/engine/pass.ts';
import { drawInvoice, invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { done } from '../../testing/people/registration.ts';
import type { Sandbox } from '../../testing/stand-ins/payments.ts';
import { openSandbox } from '../../testing/stand-ins/payments.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { InvoiceFacts } from './schema.ts';

type Invoice = z.output<typeof InvoiceFacts> & { id: string; state: string; commands: { name: string }[] };

const DAY = 86_400_000;
const money = (amount: number) => ({ amount, currency: 'KZT' });

let sandbox: Sandbox;
let api: Api;
let operator: Person;
beforeAll(async () => {
  sandbox = await openSandbox();
  api = await openApi({ settings: sandbox.settings, ownDatabase: true });
  operator = await api.join(['operator']);
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

const read = async (life: string, person = operator): Promise<Invoice> => done(await api.as(person).get<Invoice>(invoicePath(life)));
const say = (person: Person, life: string, name: string, body: object = {}): Promise<Reply<Invoice>> =>
  api.as(person).post<Invoice>(`${invoicePath(life)}/${name}`, body);
const stateOf = async (life: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', life))[0]?.state;
const comes = (life: string, state: string): Promise<unknown> =>
  until(async () => (await stateOf(life)) === state, `${life} ${state}`).catch(async (error) => {
    throw new Error(`${error.message}; it is ${await stateOf(life)}`);
  });
const cardOf = (life: string, n = 1): string => `${life.replace('invoice', 'payment')}/${n}`;
const balance = async (account: string): Promise<number> =>
  Number((await api.rows<{ sum: string }>('select balance($1) as sum', account))[0]?.sum);
/** Tiyn that the customer owes and has in advance, and that is kept or taken back for the invoice. */
const books = async (life: string, customer: Person): Promise<number[]> => {
  const codes = [`receivable/${customer.id}`, `advance/${customer.id}`, `held/${life}`, `taken-back/${life}`];
  return (await Promise.all(codes.map(balance))).map((sum) => sum + 0);
};
const told = async (life: string, person: Person): Promise<string[]> =>
  done(await api.as(person).get<{ items: { template: string }[] }>(`${invoicePath(life)}/notices`)).items.map(({ template }) => template);

/** An invoice of 1 000 tenge that was sent. */
async function invoiced(): Promise<{ customer: Person; life: string }> {
  const customer = await api.join(['customer']);
  const life = await drawInvoice(api, customer.id);
  await until(async () => (await stateOf(life)) !== 'drawn', 'the sending');
  if ((await stateOf(life)) === 'withheld') await say(operator, life, 'send-again');
  if ((await stateOf(life)) === 'drawn') await invoiceIsSent(api, life).catch(() => undefined);
  await comes(life, 'sent');
  return { customer, life };
}
async function pageOf(customer: Person, life: string, n = 1): Promise<string> {
  await comes(cardOf(life, n), 'waiting');
  const id = `${life.slice('invoice/'.length)}.${n}`;
  const { page, invoice } = done(await api.as(customer).get<{ page: string; invoice: string }>(`/v1/payments/${id}`));
  expect(invoice).toBe(life.slice('invoice/'.length));
  return page;
}
/** What counts for the limit of 6.2. */
const paidInAll = async (person: Person, on = todayInAlmaty()): Promise<number> =>
  done(await api.as(person).get<{ paid: { amount: number } }>(`/v1/accounts/${person.id}/liability?on=${on}`)).paid.amount;
const reference = async (life: string): Promise<string> => (await sandbox.book(cardOf(life)))[0]?.id as string;

test('is as it was until the provider has the money, and then settled, with the money at the provider and not at the bank', () =>
  api.withWorker(async () => {
    const { customer, life } = await invoiced();
    const stranger = await api.join(['customer']);
    expect([(await say(stranger, life, 'pay')).status, (await say(operator, life, 'pay')).status]).toEqual([404, 403]);
    const asked = done(await say(customer, life, 'pay'));
    expect(asked).toMatchObject({ state: 'sent', card: { amount: money(100_000) }, payments: [], principalOwed: money(100_000) });
    const page = await pageOf(customer, life);
    expect((await say(customer, life, 'pay')).problem?.code).toBe('not-in-this-state');
    expect(await books(life, customer)).toEqual([-100_000, 0, 0, 0]);
    const bank = await balance('bank/operator');

    await sandbox.onPage(page, 'approve');
    await comes(life, 'settled');
    expect(await read(life)).toMatchObject({
      ...{ card: null, principalOwed: money(0), penaltyOwed: money(0) },
      payments: [{ on: todayInAlmaty(), amount: money(100_000) }],
    });
    expect([await books(life, customer), (await balance('bank/operator')) - bank]).toEqual([[0, 0, 0, 0], 0]);
    expect(await told(life, customer)).toEqual(['invoice-sent', 'invoice-paid']);
    // A payment to the operator has no parties that are told of a task.
    expect(done(await api.as(customer).get<{ items: unknown[] }>(`/v1/payments/${asked.id}.1/notices`)).items).toEqual([]);
    expect(await paidInAll(customer)).toBe(100_000);
  }));

test('declined and abandoned, the invoice is as it was, and can be paid again', () =>
  api.withWorker(async () => {
    const { customer, life } = await invoiced();
    done(await say(customer, life, 'pay'));
    await sandbox.onPage(await pageOf(customer, life), 'decline');
    await comes(cardOf(life), 'declined');
    expect(await read(life)).toMatchObject({ state: 'sent', payments: [], principalOwed: money(100_000) });
    await pass(api, cardOf(life), DAY);
    await comes(cardOf(life), 'expired');
    await until(async () => (await read(life)).card === null, 'the page to be closed');
    expect(await told(life, customer)).toEqual(['invoice-sent', 'invoice-card-unpaid']);
    expect(await books(life, customer)).toEqual([-100_000, 0, 0, 0]);

    done(await say(customer, life, 'pay'));
    await sandbox.onPage(await pageOf(customer, life, 2), 'approve');
    await comes(life, 'settled');
  }));

test('a sum above the dated one is not taken by card', () =>
  api.withWorker(async () => {
    const { customer } = await invoiced();
    const most = parameters.find(({ code }) => code === 'invoiceCardMostTiyn')?.value as number;
    const life = await drawInvoice(api, customer.id, { principal: String(most + 1) });
    await comes(life, 'sent');
    expect((await say(customer, life, 'pay')).problem).toMatchObject({ code: 'rule-refused', rule: 'sumIsSmall' });
  }));

test('a transfer and a card at once: nothing is lost, and what is too much is an advance', () =>
  api.withWorker(async () => {
    const { customer, life } = await invoiced();
    done(await say(customer, life, 'pay'));
    const page = await pageOf(customer, life);
    done(await say(operator, life, 'record-payment', { amount: 60_000, paidOn: todayInAlmaty() }));
    await sandbox.onPage(page, 'approve');
    await comes(life, 'settled');
    expect(await books(life, customer)).toEqual([0, 60_000, 0, 0]);
  }));

test('a page is closed once the invoice is paid otherwise, and what was paid on it before is an advance', () =>
  api.withWorker(async () => {
    const { customer, life } = await invoiced();
    done(await say(customer, life, 'pay'));
    await pageOf(customer, life);
    done(await say(operator, life, 'record-payment', { amount: 100_000, paidOn: todayInAlmaty() }));
    await comes(cardOf(life), 'cancelled');
    await comes(life, 'paid');

    const other = await drawInvoice(api, customer.id);
    await comes(other, 'sent');
    done(await say(customer, other, 'pay'));
    const page = await pageOf(customer, other);
    // The provider has the money, and nobody has told us yet.
    await sandbox.trouble(cardOf(other), 'hook-lost');
    await sandbox.onPage(page, 'approve');
    done(await say(operator, other, 'record-payment', { amount: 100_000, paidOn: todayInAlmaty() }));
    await comes(cardOf(other), 'captured');
    await until(async () => (await books(other, customer))[1] === 100_000, 'the advance');
    expect([await stateOf(other), await books(other, customer)]).toEqual(['settled', [0, 100_000, 0, 0]]);
    expect((await told(other, customer)).at(-1)).toBe('invoice-paid-twice');
  }));

test('a chargeback opens it again, with the penalty of all its days', () =>
  api.withWorker(async () => {
    const { customer, life } = await invoiced();
    done(await say(customer, life, 'pay'));
    await sandbox.onPage(await pageOf(customer, life), 'approve');
    await comes(life, 'settled');
    const { dueOn } = await read(life);
    const passed = Date.parse(addCalendarDays(dueOn, 3)) - Date.parse(todayInAlmaty());
    await api.owner.query('update life set clock_offset = clock_offset + $2 where id = $1', [life, passed]);
    await sandbox.become(await reference(life), 'takenBack', 100_000);
    await comes(life, 'overdue');
    // Three days at 0.1 % of 1 000 tenge.
    expect(await read(life)).toMatchObject({ payments: [], principalOwed: money(100_000), penaltyOwed: money(300) });
    await until(async () => (await books(life, customer))[3] === 0, 'the books to be even');
    expect(await books(life, customer)).toEqual([-100_300, 0, 0, 0]);
    expect((await told(life, customer)).filter((each) => each === 'invoice-taken-back')).toHaveLength(1);
    expect(await paidInAll(customer, addCalendarDays(dueOn, 3))).toBe(0);
  }));

test('the nightly comparison knows these payments, and finds one that the provider has otherwise', () =>
  api.withWorker(async () => {
    const { customer, life } = await invoiced();
    done(await say(customer, life, 'pay'));
    await sandbox.onPage(await pageOf(customer, life), 'approve');
    await comes(life, 'settled');
    const night = () => reconcile({ lives: api.worker.lives, payments: api.worker.payments }, new Date(Date.now() + 11 * 60_000));
    const about = async () =>
      (await api.rows<{ about: string }>(`select about from provider_difference where closed_at is null`)).map((row) => row.about);
    await night();
    expect(await about()).not.toContain(cardOf(life));
    // The control: the bank takes a part back, and nobody tells us.
    await sandbox.trouble(cardOf(life), 'hook-lost');
    await sandbox.become(await reference(life), 'takenBack', 40_000);
    await night();
    expect(await about()).toContain(cardOf(life));
  }));
