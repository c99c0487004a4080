import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { bill } from '../../activities/bill.ts';
import type { FeeInput } from '../../charts/fee/types.ts';
import type { InvoiceInput } from '../../charts/invoice/types.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../../models/today.ts';
import { payTermsAt } from '../../rules/pay-terms.ts';
import { addCalendarDays, civilDate } from '../../rules/working-days.ts';
import { createChild } from '../../testing/lives/creations.ts';
import { drawInvoice, inTwoMonths, invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { register } from '../../testing/people/accounts.ts';
import type { Proposed } from '../../testing/people/proposals.ts';
import { agree } from '../../testing/people/proposals.ts';
import { walk } from '../../testing/probes/pages.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { PaperList } from '../documents/schema.ts';
import type { InvoiceFacts, InvoiceList } from './schema.ts';

type Invoice = z.output<typeof InvoiceFacts> & { id: string; state: string; commands: { name: string }[] };
type Invoices = z.output<typeof InvoiceList>;

/** The civil date this many days from now. */
const day = (days: number): string => addCalendarDays(todayInAlmaty(), days);
const money = (amount: number) => ({ amount, currency: 'KZT' });

let api: Api;
let customer: Person;
let operator: Person;
let second: Person;
let stranger: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [customer, operator, second, stranger] = await Promise.all([
    api.join(['customer']),
    api.join(['operator']),
    api.join(['operator']),
    api.join(['customer', 'contractor']),
  ]);
});
afterAll(() => api.close());

async function charge(person: Person, principal: number, given: Partial<FeeInput> = {}): Promise<void> {
  const id = randomUUID();
  const input: FeeInput = {
    ...{ parent: `task/${id}`, customer: person.id, principal: String(principal), terms: payTermsAt(parameters, todayInAlmaty()) },
    ...given,
  };
  await createChild(api, input.parent, { child: `fee/${id}/1`, type: 'charge', by: 'platform', input });
}
const list = async (query = '', person = customer): Promise<Invoices> => (await api.as(person).get<Invoices>(`/v1/invoices?${query}`)).body;
const read = async (life: string, query = '', person = operator): Promise<Invoice> =>
  (await api.as(person).get<Invoice>(`${invoicePath(life)}${query}`)).body;
const say = (life: string, name: string, body: object, person = operator): Promise<Reply<Invoice>> =>
  api.as(person).post<Invoice>(`${invoicePath(life)}/${name}`, body);
const receivable = async ({ id }: Person): Promise<number> =>
  Number((await api.rows<{ owed: string }>('select -balance($1) as owed', `receivable/${id}`))[0]?.owed);
/** An invoice whose term ended so many days ago, and whose fee is in the books. */
async function overdue(days: number, person = customer, given: Partial<InvoiceInput> = {}): Promise<string> {
  const life = await drawInvoice(api, person.id, given);
  await invoiceIsSent(api, life);
  const { dueOn } = await read(life);
  const passed = Date.parse(addCalendarDays(dueOn, days)) - Date.parse(todayInAlmaty());
  await api.owner.query('update life set clock_offset = clock_offset + $2 where id = $1', [life, passed]);
  return life;
}

describe('drawing invoices (5.1)', () => {
  it('gathers the fees of a month by customer once, numbered without holes, also by workers at once and run again', async () => {
    const people = await Promise.all([api.join(['customer']), api.join(['customer']), api.join(['customer'])]);
    for (const person of people) for (const sum of [100_000, 23_456]) await charge(person, sum);
    expect(await bill(api.worker, new Date().toISOString())).toBe(0);
    await Promise.all([bill(api.worker, inTwoMonths()), bill(api.worker, inTwoMonths())]);
    expect(await bill(api.worker, inTwoMonths())).toBe(0);

    const rows = await api.rows<{ seq: number; principal: string }>('select seq, principal from bill order by seq');
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ principal }) => Number(principal))).toEqual([123_456, 123_456, 123_456]);
    for (const person of people) {
      const { items } = await list('', person);
      expect(items).toMatchObject([{ state: 'drawn', principal: money(123_456), paid: money(0) }]);
      expect(items[0]?.paperNumber).toMatch(/^20\d\d-[123]$/);
    }
  });

  it('finishes what a worker left between plan and invoice, under the same number', async () => {
    const own = await api.join(['customer']);
    await charge(own, 5_000);
    const lives = { ...api.worker.lives, types: {} };
    await expect(bill({ ...api.worker, lives: lives as never }, inTwoMonths())).rejects.toThrow();
    const planned = await api.rows<{ seq: number }>('select seq from bill where customer = $1', own.id);
    expect([planned.length, (await list('', own)).items]).toEqual([1, []]);
    await bill(api.worker, inTwoMonths());
    expect((await list('', own)).items[0]?.paperNumber.endsWith(`-${planned[0]?.seq}`)).toBe(true);
  });

  it('invoices at once what comes to the dated sum, and nothing while the operator has named no account', async () => {
    const own = await api.join(['customer']);
    const least = parameters.find(({ code }) => code === 'invoiceAtOnceFromTiyn')?.value as number;
    await charge(own, least - 1);
    await bill(api.worker, new Date().toISOString());
    expect((await list('', own)).items).toEqual([]);
    await charge(own, 1);
    await api.owner.query(`update parameter set value = '0' where code = 'operatorRequisitesSet'`);
    await bill(api.worker, inTwoMonths());
    expect((await list('', own)).items).toEqual([]);
    await api.owner.query(`update parameter set value = '1' where code = 'operatorRequisitesSet'`);
    await bill(api.worker, new Date().toISOString());
    expect((await list('', own)).items).toMatchObject([{ principal: money(least), period: todayInAlmaty().slice(0, 7) }]);
  });

  it('takes what was paid too much before', async () => {
    const own = await api.join(['customer']);
    const first = await drawInvoice(api, own.id);
    await say(first, 'record-payment', { amount: 130_000, paidOn: todayInAlmaty() });
    await charge(own, 50_000);
    await bill(api.worker, inTwoMonths());
    const [next] = (await list('', own)).items;
    expect(next).toMatchObject({ principal: money(50_000), paid: money(30_000) });
  });

  it('is begun by a schedule, sends the invoice with its papers, and only then runs', async () => {
    const own = await api.join(['customer']);
    await charge(own, 1_300_000);
    await charge(own, 200_000, { parent: `account/${own.id}`, period: '2026-11' });
    // As if the month were over.
    await api.owner.query(`update fee set charged_at = charged_at - interval '40 days' where customer = $1`, [own.id]);
    await api.withWorker(async () => {
      await api.client.workflow.execute('billing', { workflowId: `billing-${randomUUID()}`, taskQueue: api.config.TASK_QUEUE, args: [] });
      const [{ id } = { id: '' }] = (await list('', own)).items;
      await until(async () => (await read(`invoice/${id}`)).state === 'sent', 'the sending');
      const papers = await until(async () => {
        const { items } = (await api.as(own).get<z.output<typeof PaperList>>(`/v1/documents?of=invoice/${id}`)).body;
        return items.length === 2 && items;
      }, 'the papers');
      expect(papers.map(({ kind, number }) => [kind, number])).toEqual(
        expect.arrayContaining([
          ['invoice', (await read(`invoice/${id}`)).paperNumber],
          ['service-act', (await read(`invoice/${id}`)).paperNumber],
        ]),
      );
      const paper = papers.find(({ kind }) => kind === 'invoice');
      const bytes = (await api.as(own).get<string>(`/v1/documents/${paper?.sha256}/content`)).body;
      const text = await textOfPdf(Buffer.from(bytes, 'latin1'));
      expect(text).toContain('15 000,00');
      expect(text).toContain('Пятнадцать тысяч тенге 00 тиынов');
    });
  });
});

describe('an invoice (5.1, 6.3)', () => {
  it('runs from the day on which its notice was sent, also by SMS alone', async () => {
    const own = await register(api, ['customer']);
    const life = await drawInvoice(api, own.id);
    await api.withWorker(async () => {
      await until(async () => (await read(life)).state === 'sent', 'the sending');
    });
    const sending = await api.rows<{ channel: string; at: Date }>(
      `select channel, settled_at as at from notice where life = $1 and template = 'invoice-sent' and status in ('sent', 'delivered')`,
      life,
    );
    expect(sending.map(({ channel }) => channel)).toEqual(['sms']);
    const { sentOn, dueOn } = await read(life);
    expect([sentOn, dueOn > day(9)]).toEqual([civilDate(sending[0]?.at.toISOString() ?? ''), true]);
  });

  it('paid in part lowers the sum that bears penalty, and shows the penalty for any day', async () => {
    const own = await api.join(['customer']);
    const life = await overdue(10, own);
    const { dueOn } = await read(life);
    const on = (days: number) => addCalendarDays(dueOn, days);
    const paid = await say(life, 'record-payment', { amount: 60_000, paidOn: on(10), proof: 'Payment order 17' });
    expect(paid.body).toMatchObject({ state: 'overdue', principalOwed: money(40_000), penalty: money(1_000) });
    expect(await read(life, `?asOf=${on(5)}`, own)).toMatchObject({ principalOwed: money(100_000), penalty: money(500) });
    const far = await read(life, `?asOf=${on(300)}`);
    expect(far.penaltyRanges.map(({ days, base, penalty, capped }) => [days, base.amount, penalty.amount, capped])).toEqual([
      [10, 100_000, 1_000, false],
      [75, 40_000, 3_000, false],
      [215, 40_000, 0, true],
    ]);
    expect(far.penaltyCappedOn).toBe(on(85));
    expect((await say(life, 'record-payment', { amount: 41_000, paidOn: on(10) })).body).toMatchObject({ state: 'paid' });
  });

  it('is contested by its customer alone, and credited and written off by two of the staff', async () => {
    const own = await api.join(['customer']);
    const life = await drawInvoice(api, own.id);
    await invoiceIsSent(api, life);
    expect((await say(life, 'dispute', { reasons: 'Another task' }, operator)).status).toBe(403);
    expect((await say(life, 'dispute', { reasons: 'Another task' }, own)).body.state).toBe('disputed');
    expect(
      (await api.as(operator).post<Proposed>(`${invoicePath(life)}/credit`, { amount: 100_001, reasons: 'So it is' })).problem?.rule,
    ).toBe('amountIsCharged');
    const credited = await agree(api, [operator, second], `${invoicePath(life)}/credit`, { amount: 40_000, reasons: 'So it is' });
    expect(credited.credit).toMatchObject({ amount: money(40_000), reasons: 'So it is' });
    expect((await say(life, 'uphold', { reasons: 'The rest is right' })).body).toMatchObject({
      state: 'sent',
      principalOwed: money(60_000),
    });
    const forgiven = await agree(api, [operator, second], `${invoicePath(life)}/write-off`, { reasons: 'Bankrupt' });
    expect(forgiven.writeOff).toMatchObject({ reasons: 'Bankrupt' });
    expect(await read(life)).toMatchObject({ state: 'writtenOff', principalOwed: money(0) });
    expect(JSON.stringify(await api.rows('select input from event where life = $1', life))).not.toMatch(/Bankrupt|Another task/);
  });

  it('refuses a payment of tomorrow, and is hidden from a stranger', async () => {
    const life = await drawInvoice(api, customer.id);
    const { status, problem } = await say(life, 'record-payment', { amount: 1_000, paidOn: day(1) });
    expect([status, problem?.rule, problem?.clause]).toEqual([422, 'paymentDayHasCome', '5.1']);
    for (const path of ['', '/events', '/notices']) expect((await api.as(stranger).get(`${invoicePath(life)}${path}`)).status).toBe(404);
    expect((await say(life, 'record-payment', { amount: 1_000, paidOn: day(0) }, customer)).status).toBe(403);
    expect((await api.as(customer).get(`${invoicePath(life)}?asOf=2026-02-30`)).status).toBe(400);
  });

  it('books what was owed and what was too much, and the sum over all accounts is zero', async () => {
    const own = await api.join(['customer']);
    const life = await overdue(3, own);
    await say(life, 'record-payment', { amount: 110_000, paidOn: (await read(life)).dueOn > todayInAlmaty() ? todayInAlmaty() : day(0) });
    expect(await receivable(own)).toBe(0);
    const [all] = await api.rows<{ sum: string }>('select balance($1) as sum', `advance/${own.id}`);
    expect(Number(all?.sum)).toBe(10_000);
  });
});

describe('the list of invoices', () => {
  it('shows a customer their own and the operator all, by state and page, newest first', async () => {
    const own = await api.join(['customer']);
    const lives: string[] = [];
    for (let count = 0; count < 4; count++) lives.unshift(await drawInvoice(api, own.id));
    await say(lives[1] as string, 'record-payment', { amount: 100_000, paidOn: todayInAlmaty() });
    const ids = lives.map((life) => life.slice('invoice/'.length));
    expect((await walk((query) => list(query, own), 2)).map(({ id }) => id)).toEqual(ids);
    expect((await list('state=paid', own)).items).toMatchObject([{ id: ids[1], paid: money(100_000) }]);
    expect((await list('', stranger)).items).toEqual([]);
    expect((await api.as(own).get('/v1/invoices?state=lost')).status).toBe(400);
  });

  it('uses an index for every reader and filter', async () => {
    await api.owner.query(`
      set session_replication_role = replica;
      insert into invoice (id, number, paper_number, customer, period, state, principal, credited, paid, drawn_on, due_on, changed_at)
      select 'invoice/' || n, 1000000 + n, 'x' || n, ('00000000-0000-4000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, '2026-11',
        case when n % 10 = 0 then 'overdue' else 'paid' end, 100, 0, 0, now(), now(), now() from generate_series(1, 5000) as n;
      set session_replication_role = origin;
      analyze invoice`);
    const said = await saidDuring(api, /from invoice /, async () => {
      for (const person of [customer, operator])
        for (const query of ['', 'state=overdue', 'after=1003000', 'state=overdue&after=1003000'])
          await api.as(person).get(`/v1/invoices?${query}`);
    });
    expect(said).toHaveLength(8);
    await expectIndexed(
      api,
      said,
      'drop index invoice_of_customer, invoice_of_customer_in_state, invoice_in_state; alter table invoice drop constraint invoice_number_key',
    );
  });
});
