/** What accountants take away (5.1): every file of some months with partial, late and excess payments says the same as the ledger, to the tiyn. */
import { XMLParser } from 'fast-xml-parser';
import { ownIdentifier } from '../../models/stores/account.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { drawInvoice, invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { agree } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import { saidDuring } from '../../testing/probes/plans.ts';
import { commerceMlFaults } from '../../testing/schemas/validate.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const VAT = { OPERATOR_VAT_SERIES: '60001', OPERATOR_VAT_NUMBER: '0012345', OPERATOR_VAT_SINCE: '2026-02-01' };

let api: Api;
let finance: Person;
let second: Person;
let one: Person;
let two: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true, settings: VAT });
  [finance, second, one, two] = await Promise.all([
    api.join(['operator']),
    api.join(['operator']),
    api.join(['customer']),
    api.join(['customer']),
  ]);
  await story();
});
afterAll(() => api.close());

/** Today, and a year from it: everything that happens here. */
const PERIOD = { from: todayInAlmaty(), to: addCalendarDays(todayInAlmaty(), 365) };
const DAY = 86_400_000;
const say = (life: string, name: string, body: object) => api.as(finance).post(`${invoicePath(life)}/${name}`, body);
const later = (life: string, days: number) =>
  api.owner.query('update life set clock_offset = clock_offset + $2 where id = $1', [life, days * DAY]);
const dueOf = async (life: string): Promise<string> => (await api.as(finance).get<{ dueOn: string }>(invoicePath(life))).body.dueOn;
const statement = (...rows: string[]) => ({
  format: 'csv',
  text: ['Дата;№ документа;Приход;Расход;Контрагент;ИИН/БИН контрагента;Детали платежа', ...rows].join('\n'),
});

/**
 * Three months of one customer: paid in part and late with its penalty, paid too much, and credited and not paid; a month of another, paid by a statement of
 * the bank. And money of which nobody knows what it is for.
 */
async function story(): Promise<void> {
  const drawn = async (person: Person, number: string, principal: string): Promise<string> => {
    const life = await drawInvoice(api, person.id, { number, principal, period: `2026-${number.slice(5, 7)}` });
    await invoiceIsSent(api, life);
    return life;
  };
  const late = await drawn(one, '2026-101', '1000050');
  const dueOn = await dueOf(late);
  await later(late, 60);
  done(await say(late, 'record-payment', { amount: 600_000, paidOn: addCalendarDays(dueOn, 10) }));
  // The rest and its penalty: 10 days on 10 000.50 and 10 days on 4 000.50, at 0.1 %.
  done(await say(late, 'record-payment', { amount: 414_051, paidOn: addCalendarDays(dueOn, 20) }));
  const excess = await drawn(one, '2026-102', '333333');
  done(await say(excess, 'record-payment', { amount: 400_000, paidOn: todayInAlmaty() }));
  const credited = await drawn(one, '2026-103', '777777');
  await agree(api, [finance, second], `${invoicePath(credited)}/credit`, { amount: 77_777, reasons: 'Another task' });
  const banked = await drawn(two, '2026-104', '250001');
  done(
    await api
      .as(finance)
      .post(
        '/v1/operator/statements',
        statement(
          `${todayInAlmaty()};=17;2500.01;;"ТОО Қуат; ""Әлем""";;счёт № 2026-104`,
          `${todayInAlmaty()};18;12.34;;"=HYPERLINK(""http://x"")";;+7 за услуги`,
        ),
        { key: null },
      ),
  );
  await api.withWorker(() =>
    until(async () => (await api.as(finance).get<{ state: string }>(invoicePath(banked))).body.state === 'paid', 'the payment'),
  );
}

const file = async (name: string, { by = finance, language = 'ru', from = PERIOD.from, to = PERIOD.to } = {}): Promise<string> => {
  const path = by === finance ? '/v1/operator/exports' : '/v1/accounts/me/exports';
  return String(done(await api.as(by).get<string>(`${path}/${name}?from=${from}&to=${to}`, { language })));
};
/** The cells of a line: quoted where they have a quote, a semicolon or a line end. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head = '', ...lines] = text.slice(1).split('\r\n').slice(0, -1);
  const names = cellsOf(head);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, index) => [names[index] ?? '', cell])));
};
const tiyn = (text: string | undefined): bigint => {
  expect(text).toMatch(/^-?\d+[,.]\d\d$/);
  return BigInt((text as string).replace(/[,.]/, ''));
};
const sum = (rows: readonly Row[], field: string): bigint => rows.reduce((all, row) => all + tiyn(row[field]), 0n);
const identifierOf = ({ id }: Person): Promise<string | null> => ownIdentifier(api.lives.database, id);
const balance = async (account: string): Promise<bigint> =>
  BigInt((await api.rows<{ sum: string }>('select balance($1)::text as sum', account))[0]?.sum ?? '0');

it('says of invoices, acts and VAT what was charged, one row a document', async () => {
  const invoices = rowsOf(await file('invoices.csv'));
  expect(invoices.map((row) => [row.Номер, row.Документ, row['Всего, тенге'], row['НДС, тенге'], row['НДС, %']])).toEqual([
    // 10 000.50 × 16 / 116 = 1 379.379…; 3 333.33 → 459.769…; 7 777.77 → 1 072.796…; 2 500.01 → 344.829…; 777.77 → 107.278…
    ['2026-101', 'Счёт на оплату', '10000,50', '1379,38', '16'],
    ['2026-102', 'Счёт на оплату', '3333,33', '459,77', '16'],
    ['2026-103', 'Счёт на оплату', '7777,77', '1072,80', '16'],
    ['2026-104', 'Счёт на оплату', '2500,01', '344,83', '16'],
    ['2026-103/1', 'Корректировочный счёт', '-777,77', '-107,28', '16'],
  ]);
  const acts = rowsOf(await file('service-acts.csv'));
  expect(acts.map((row) => [row.Дата, row.Номер, row['Без НДС, тенге']])).toEqual([
    [todayInAlmaty().split('-').reverse().join('.'), '2026-101', '8621,12'],
    ...[
      ['2026-102', '2873,56'],
      ['2026-103', '6704,97'],
      ['2026-104', '2155,18'],
    ].map((row) => [expect.any(String), ...row]),
  ]);
  // The income of fees in the books is what was charged less what was credited.
  expect(sum(invoices, 'Всего, тенге')).toBe(await balance('income/fee'));
  expect(sum(acts, 'Всего, тенге') - 77_777n).toBe(await balance('income/fee'));
  expect(new Set(invoices.map((row) => row['ИИН/БИН']))).toEqual(new Set([await identifierOf(one), await identifierOf(two)]));
});

it('says of payments what came to the bank account, with what a stranger wrote as no formula', async () => {
  const payments = rowsOf(await file('payments.csv'));
  expect(payments.map((row) => [row['Сумма, тенге'], row.Счёт, row.Источник]).toSorted()).toEqual(
    [
      ['12,34', '', 'Выписка банка'],
      ['2500,01', '2026-104', 'Выписка банка'],
      ['4000,00', '2026-102', 'Внесено вручную'],
      ['4140,51', '2026-101', 'Внесено вручную'],
      ['6000,00', '2026-101', 'Внесено вручную'],
    ].toSorted(),
  );
  expect(sum(payments, 'Сумма, тенге')).toBe(-(await balance('bank/operator')));
  expect(payments.find((row) => row.Счёт === '2026-104')).toMatchObject({ Плательщик: 'ТОО Қуат; "Әлем"', 'Платёжный документ': "'=17" });
  expect(payments.find((row) => row.Счёт === '')).toMatchObject({
    ...{ Плательщик: `'=HYPERLINK("http://x")`, 'Назначение платежа': "'+7 за услуги", Пользователь: '' },
  });
});

it('has a journal that comes to the balance of every account of the books', async () => {
  const journal = rowsOf(await file('postings.csv'));
  const accounts = await api.rows<{ code: string; balance: string }>(
    'select code, sum(credits_posted - debits_posted)::text as balance from ledger_account group by code',
  );
  const own = new Map<string, bigint>();
  for (const row of journal) {
    own.set(row.Дебет as string, (own.get(row.Дебет as string) ?? 0n) - tiyn(row['Сумма, тенге']));
    own.set(row.Кредит as string, (own.get(row.Кредит as string) ?? 0n) + tiyn(row['Сумма, тенге']));
  }
  expect(Object.fromEntries(own)).toEqual(Object.fromEntries(accounts.map(({ code, balance: sum }) => [code, BigInt(sum)])));
  expect(journal.find((row) => row['Наименование счёта кредита'] === 'Доход: неустойка')).toMatchObject({
    Основание: 'Неустойка за просрочку',
  });
});

it('gives 1C the same sums, in its encodings and by its schema', async () => {
  const xml = await file('sales.xml');
  expect(await commerceMlFaults(xml)).toEqual([]);
  const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });
  const documents: Row[] = parser.parse(xml).КоммерческаяИнформация.Документ;
  const of = (operation: string): bigint =>
    sum(
      documents.filter(({ ХозОперация }) => ХозОперация === operation),
      'Сумма',
    );
  const invoices = rowsOf(await file('invoices.csv'));
  const acts = rowsOf(await file('service-acts.csv'));
  expect([of('Отпуск товара'), of('Счет на оплату')]).toEqual([sum(acts, 'Всего, тенге'), sum(acts, 'Всего, тенге')]);
  expect(of('Отпуск товара') - of('Возврат товара')).toBe(sum(invoices, 'Всего, тенге'));
  expect(new Set(documents.map(({ Ид }) => Ид)).size).toBe(9);

  const exchange = await file('bank-exchange.txt');
  const came = [...exchange.matchAll(/^СуммаПриход=(.*)\r$/gm)].map(([, amount]) => ({ amount: amount as string }));
  expect(came).toHaveLength(5);
  expect(sum(came, 'amount')).toBe(-(await balance('bank/operator')));
  expect(exchange).toContain('ПлательщикНаименование=ТОО Куат; "Алем"\r\n');
  expect(exchange).toContain('НазначениеПлатежа=Оплата по счёту № 2026-101\r\n');
});

it('gives a customer its own, which come to what it owes', async () => {
  for (const person of [one, two]) {
    const [invoices, payments, acts] = await Promise.all(
      ['invoices.csv', 'payments.csv', 'service-acts.csv'].map(async (name) => rowsOf(await file(name, { by: person }))),
    );
    const penalty = person === one ? 14_001n : 0n;
    expect(sum(invoices as Row[], 'Всего, тенге') + penalty - sum(payments as Row[], 'Сумма, тенге')).toBe(
      -(await balance(`receivable/${person.id}`)) - (await balance(`advance/${person.id}`)),
    );
    expect(acts).toHaveLength(person === one ? 3 : 1);
    // Whoever else may have paid for it is not named.
    expect(Object.keys((payments as Row[])[0] as Row)).not.toContain('Плательщик');
    for (const row of [...(invoices as Row[]), ...(acts as Row[])]) expect(row['ИИН/БИН']).toBe(await identifierOf(person));
  }
});

it('speaks the reader’s language, keeps to the days that are asked for, and takes at most 366 of them', async () => {
  expect((await file('invoices.csv', { language: 'kk' })).split('\r\n')[0]).toContain('Күні;Нөмірі;Құжат;Тапсырыс беруші;ЖСН/БСН');
  expect((await file('postings.csv', { language: 'en' })).split('\r\n')[0]).toContain('Date;Debit;Name of the debit account');
  const tomorrow = addCalendarDays(todayInAlmaty(), 1);
  expect(rowsOf(await file('invoices.csv', { from: tomorrow }))).toEqual([]);
  // Two payments are of later days, as the bank has them.
  expect(sum(rowsOf(await file('payments.csv', { from: tomorrow })), 'Сумма, тенге')).toBe(1_014_051n);
  expect(sum(rowsOf(await file('payments.csv', { to: todayInAlmaty() })), 'Сумма, тенге')).toBe(651_235n);
  const path = `/v1/operator/exports/postings.csv?from=${todayInAlmaty()}&to=${addCalendarDays(todayInAlmaty(), 366)}`;
  expect((await api.as(finance).get(path)).problem?.code).toBe('invalid-input');
});

it('is for the finance, and who took it is told the customers', async () => {
  for (const name of ['invoices.csv', 'payments.csv', 'service-acts.csv', 'postings.csv', 'bank-exchange.txt', 'sales.xml'])
    expect((await api.as(one).get(`/v1/operator/exports/${name}`)).status).toBe(403);
  const readings = (await api.as(one).get<{ items: { operation: string }[] }>('/v1/accounts/me/readings?limit=100')).body.items;
  expect(readings.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['exportInvoices', 'exportPayments', 'exportPostings', 'exportBankExchange', 'exportSales']),
  );
});

it('comes page by page, none twice and none left out', async () => {
  const rich = await api.join(['customer']);
  await api.owner.query(
    `set session_replication_role = replica;
     insert into invoice (id, number, paper_number, customer, period, state, principal, credited, paid, drawn_on, due_on, changed_at)
     select 'invoice/x' || n, 2000000 + n, '1998-' || n, '${rich.id}', '2026-02', 'sent', 100, 0, 0, '2026-02-10'::date + n % 3, '2026-03-01', now()
     from generate_series(1, 1600) as n;
     set session_replication_role = origin`,
  );
  let rows: Row[] = [];
  const said = await saidDuring(api, /export-invoices/, async () => {
    rows = rowsOf(await file('invoices.csv', { by: rich, from: '2026-02-01', to: '2026-02-28' }));
  });
  // Five hundred at once, and no more are ever kept.
  expect(said).toHaveLength(4);
  expect(new Set(rows.map((row) => row.Номер)).size).toBe(1_600);
  expect(rows).toHaveLength(1_600);
  expect(rows.map((row) => row.Дата?.split('.').reverse().join('-'))).toEqual(
    rows.map((row) => row.Дата?.split('.').reverse().join('-')).toSorted(),
  );
});
