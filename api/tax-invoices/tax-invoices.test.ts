/** Tax invoices (ЭСФ) over HTTP, with a worker that asks for them and whose timers remind of them. */
import { XMLParser } from 'fast-xml-parser';
import type { z } from 'zod';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { pass } from '../../testing/engine/pass.ts';
import { drawInvoice, invoicePath } from '../../testing/lives/invoices.ts';
import { agree } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import { taxInvoiceFaults } from '../../testing/schemas/validate.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { TaxInvoiceFacts } from './schema.ts';

type TaxInvoice = z.output<typeof TaxInvoiceFacts> & { id: string; state: string };

const DAY = 86_400_000;
const VAT = { OPERATOR_VAT_SERIES: '60001', OPERATOR_VAT_NUMBER: '0012345', OPERATOR_VAT_SINCE: '2026-02-01' };

let api: Api;
let customer: Person;
let finance: Person;
let second: Person;
const over = Promise.withResolvers<void>();
let work: Promise<void>;
beforeAll(async () => {
  api = await openApi({ settings: VAT });
  [customer, finance, second] = await Promise.all([api.join(['customer']), api.join(['operator']), api.join(['operator'])]);
  work = api.withWorker(() => over.promise);
});
afterAll(async () => {
  over.resolve();
  await work;
  await api.close();
});

const uuidOf = (invoice: string): string => invoice.slice('invoice/'.length);
const pathOf = (invoice: string, nth = 1): string => `/v1/tax-invoices/${uuidOf(invoice)}.${nth}`;
const lifeOf = (invoice: string, nth = 1): string => `tax-invoice/${uuidOf(invoice)}/${nth}`;
const read = async (path: string): Promise<TaxInvoice> => (await api.as(finance).get<TaxInvoice>(path)).body;
const say = (path: string, name: string, body: object) => api.as(finance).post<TaxInvoice>(`${path}/${name}`, body);
const isAsked = (invoice: string, nth = 1): Promise<unknown> =>
  until(async () => (await api.as(finance).get(pathOf(invoice, nth))).status === 200, `the tax invoice ${nth} of ${invoice}`);
const fileOf = async (path: string): Promise<string> => String(done(await api.as(finance).get<string>(`${path}/file`)));
const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });
const invoiceIn = (xml: string) => parser.parse(xml)['esf:invoiceContainer'].invoiceSet['v2:invoice'];
const duties = async (life: string): Promise<string[]> =>
  (await api.rows<{ duty: string }>('select duty from work where life = $1', life)).map(({ duty }) => duty);
const noticesOf = async (life: string): Promise<string[]> =>
  (await api.rows<{ template: string }>('select template from notice where life = $1 order by seq', life)).map(({ template }) => template);

it('is asked for when an invoice is drawn: the finance take the file, register it and record the number', async () => {
  const invoice = await drawInvoice(api, customer.id, { number: '2026-501', principal: '1160000' });
  await isAsked(invoice);
  const path = pathOf(invoice);
  expect(await read(path)).toMatchObject({
    ...{
      state: 'due',
      paper: '2026-501',
      amount: { amount: 1_160_000 },
      turnoverOn: todayInAlmaty(),
      dueOn: addCalendarDays(todayInAlmaty(), 15),
    },
    registered: [],
  });
  expect(await duties(lifeOf(invoice))).toEqual(['issueTaxInvoice']);
  const xml = await fileOf(path);
  expect(await taxInvoiceFaults(xml)).toEqual([]);
  expect(invoiceIn(xml)).toMatchObject({
    ...{ invoiceType: 'ORDINARY_INVOICE', num: '2026000501' },
    productSet: { totalNdsAmount: '1600.00', totalPriceWithTax: '11600.00', totalPriceWithoutTax: '10000.00' },
    customers: { customer: { statuses: { status: 'INDIVIDUAL' } } },
    sellers: { seller: { certificateSeries: '60001' } },
  });

  expect((await say(path, 'record', { registration: 'ESF-1', on: addCalendarDays(todayInAlmaty(), 1) })).problem?.rule).toBe(
    'dayIsPossible',
  );
  expect((await say(path, 'record', { registration: 'ESF-1', on: addCalendarDays(todayInAlmaty(), -1) })).problem?.rule).toBe(
    'dayIsPossible',
  );
  expect(done(await say(path, 'record', { registration: 'ESF-1', on: todayInAlmaty() })).state).toBe('registered');
  expect(await duties(lifeOf(invoice))).toEqual([]);

  // A corrected one refers to the one that counts and takes its place.
  const corrected = await fileOf(path);
  expect(await taxInvoiceFaults(corrected)).toEqual([]);
  expect(invoiceIn(corrected)).toMatchObject({
    ...{ invoiceType: 'FIXED_INVOICE', num: '20260005010101' },
    relatedInvoice: { num: '2026000501', registrationNumber: 'ESF-1' },
  });
  expect((await say(path, 'correct', { registration: 'ESF-1', on: todayInAlmaty() })).problem?.rule).toBe('numberIsNew');
  done(await say(path, 'correct', { registration: 'ESF-2', on: todayInAlmaty() }));
  expect(done(await say(path, 'annul', { on: todayInAlmaty(), reasons: 'Issued by mistake' }))).toMatchObject({
    ...{ state: 'annulled', annulledOn: todayInAlmaty() },
    registered: [{ registration: 'ESF-1' }, { registration: 'ESF-2' }],
  });
  expect(JSON.stringify(await read(path))).toContain('Issued by mistake');
});

it('follows a credit note, once the first one has a number', async () => {
  const invoice = await drawInvoice(api, customer.id, { number: '2026-502' });
  await isAsked(invoice);
  await agree(api, [finance, second], `${invoicePath(invoice)}/credit`, { amount: 40_000, reasons: 'Another task' });
  await isAsked(invoice, 2);
  const path = pathOf(invoice, 2);
  expect(await read(path)).toMatchObject({ paper: '2026-502/1', amount: { amount: -40_000 } });
  expect((await api.as(finance).get(`${path}/file`)).problem?.rule).toBe('firstIsRegistered');
  done(await say(pathOf(invoice), 'record', { registration: 'ESF-10', on: todayInAlmaty() }));
  const xml = await fileOf(path);
  expect(await taxInvoiceFaults(xml)).toEqual([]);
  // 400 × 16 / 116 = 55.172…
  expect(invoiceIn(xml)).toMatchObject({
    ...{ invoiceType: 'ADDITIONAL_INVOICE', num: '202600050202', relatedInvoice: { num: '2026000502', registrationNumber: 'ESF-10' } },
    productSet: { totalPriceWithTax: '-400.00', totalNdsAmount: '-55.17' },
  });
});

it('reminds the finance before its fifteen days end, and is overdue after them, until the number is recorded', async () => {
  const [late, early] = [await drawInvoice(api, customer.id), await drawInvoice(api, customer.id)];
  await Promise.all([isAsked(late), isAsked(early)]);
  done(await say(pathOf(early), 'record', { registration: 'ESF-20', on: todayInAlmaty() }));
  for (const invoice of [late, early]) await pass(api, lifeOf(invoice), 17 * DAY);
  expect(await noticesOf(lifeOf(late))).toEqual([...Array(3).fill('tax-invoice-reminder'), 'tax-invoice-overdue']);
  expect(await noticesOf(lifeOf(early))).toEqual([]);
  expect((await read(pathOf(late))).state).toBe('overdue');
  expect(await duties(lifeOf(late))).toEqual(['issueTaxInvoice']);
  expect(done(await say(pathOf(late), 'record', { registration: 'ESF-21', on: todayInAlmaty() })).state).toBe('registered');
});

it('is asked for once, however often the order is carried out, and not of an operator without VAT', async () => {
  const other = await openApi();
  const mine = await other.join(['customer']);
  await other.withWorker(async () => {
    const invoice = await drawInvoice(other, mine.id);
    await until(
      async () =>
        (await other.rows<{ done: boolean }>(`select not open as done from effect where life = $1 and kind = 'askTaxInvoice'`, invoice))[0]
          ?.done,
      'the order',
    );
    expect(await other.rows('select id from life where id = $1', lifeOf(invoice))).toEqual([]);
  });
  await other.close();
});

it('is for the staff: its file for the finance alone, and hidden from its customer', async () => {
  const invoice = await drawInvoice(api, customer.id);
  await isAsked(invoice);
  for (const end of ['', '/file', '/events']) expect((await api.as(customer).get(`${pathOf(invoice)}${end}`)).status).toBe(404);
  // Who reads it is noted for the customer, whose data it has.
  await fileOf(pathOf(invoice));
  const readings = (await api.as(customer).get<{ items: { operation: string }[] }>('/v1/accounts/me/readings')).body.items;
  expect(readings.map(({ operation }) => operation)).toContain('readTaxInvoiceFile');
});

it('of a customer whose data are erased has no file any more, and says so', async () => {
  const gone = await api.join(['customer']);
  const invoice = await drawInvoice(api, gone.id);
  await isAsked(invoice);
  await api.owner.query(`update account set name = '', kept_name = null where id = $1`, [gone.id]);
  expect((await api.as(finance).get(`${pathOf(invoice)}/file`)).problem?.code).toBe('erased');
});
