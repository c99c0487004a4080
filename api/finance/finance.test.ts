import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { shiftClock } from '../../testing/engine/pass.ts';
import { createChild, seal } from '../../testing/lives/creations.ts';
import { drawInvoice, invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { employ } from '../../testing/people/accounts.ts';
import { agree } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';

import { planFaults, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';
import type { Finance } from './schema.ts';

type Figures = z.output<typeof Finance>;

const DAY = 86_400_000;

let api: Api;
let finance: Person;
let second: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [finance, second] = await Promise.all([api.join(['operator']), api.join(['operator'])]);
});
afterAll(() => api.close());

const on = async (day: string): Promise<Figures> => done(await api.as(finance).get<Figures>(`/v1/operator/finance?on=${day}`));
/** What the chart of accounts says now, on the side of the kind. */
async function book(kind: string, side: 'debit' | 'credit'): Promise<number> {
  const [row] = await api.rows<{ sum: string }>(
    `select coalesce(sum(credits_posted - debits_posted), 0)::text as sum from ledger_account where kind = $1`,
    kind,
  );
  return Number(row?.sum) * (side === 'debit' ? -1 : 1);
}
/** The ages of what is owed, as sums in tiyn. */
const ages = ({ notDue, upTo30, upTo60, upTo90, over90, penalty }: Figures['receivables']['total']): number[] =>
  [notDue, upTo30, upTo60, upTo90, over90, penalty].map(({ amount }) => amount);

/**
 * 1 000,00 and 2 000,00 of one customer and 500,00 of another are due on one day; 300,00 are no line of an invoice yet. The penalty is 0,1 % a day: 1,00, 2,00
 * and 0,50. On the 45th day 400,00 of the first come, with 45,00 of penalty booked: 1 000,00 + 45,00 − 400,00 = 645,00 in the books, and 0,60 a day go on.
 * On the 70th day the second is forgiven.
 */
it('the figures of a day agree with the chart of accounts to the tiyn, with months passing', async () => {
  const [one, other, neither] = await Promise.all([api.join(['customer']), api.join(['customer']), api.join(['customer'])]);
  const invoices = [
    await drawInvoice(api, one.id),
    await drawInvoice(api, one.id, { principal: '200000' }),
    await drawInvoice(api, other.id, { principal: '50000' }),
  ];
  const [first = '', forgiven = ''] = invoices;
  const unbilled = await drawInvoice(api, neither.id, { principal: '30000' });
  await api.owner.query(
    `set session_replication_role = replica; delete from bill_line where invoice = '${unbilled}'; set session_replication_role = origin`,
  );
  for (const life of invoices) await invoiceIsSent(api, life);
  const { dueOn } = done(await api.as(finance).get<{ dueOn: string }>(invoicePath(first)));
  const after = (days: number): string => addCalendarDays(dueOn, days);
  const agrees = async (day: string) => {
    const figures = await on(day);
    expect(figures.receivables.total.total.amount).toBe(await book('receivable', 'debit'));
    expect(
      ages(figures.receivables.total)
        .slice(0, 5)
        .reduce((sum, each) => sum + each),
    ).toBe(figures.receivables.total.total.amount);
    expect([figures.advances.amount, figures.suspense.amount]).toEqual([await book('advance', 'credit'), await book('suspense', 'credit')]);
    return figures;
  };
  const total = async (day: string): Promise<number[]> => ages((await agrees(day)).receivables.total);

  expect(await total(dueOn)).toEqual([380_000, 0, 0, 0, 0, 0]);
  expect(await total(after(1))).toEqual([30_000, 350_000, 0, 0, 0, 350]);
  expect(await total(after(30))).toEqual([30_000, 350_000, 0, 0, 0, 10_500]);
  expect(await total(after(31))).toEqual([30_000, 0, 350_000, 0, 0, 10_850]);

  const passed = (Date.parse(after(45)) - Date.parse(todayInAlmaty())) / DAY;
  for (const life of invoices) await shiftClock(api, life, passed * DAY);
  done(await api.as(finance).post(`${invoicePath(first)}/record-payment`, { amount: 40_000, paidOn: after(45) }));
  // Before it the books are what they were; from it 645,00 + 2 000,00 + 500,00.
  expect(ages((await on(after(44))).receivables.total)).toEqual([30_000, 0, 350_000, 0, 0, 15_400]);
  expect(await total(after(45))).toEqual([30_000, 0, 314_500, 0, 0, 4_500 + 9_000 + 2_250]);
  expect(await total(after(61))).toEqual([30_000, 0, 0, 314_500, 0, 4_500 + 16 * 60 + 12_200 + 3_050]);
  const { customers } = (await on(after(61))).receivables;
  expect(customers.map(({ customer, upTo90 }) => [customer, upTo90.amount]).filter(([, amount]) => amount !== 0)).toEqual(
    expect.arrayContaining([
      [one.id, 264_500],
      [other.id, 50_000],
    ]),
  );

  for (const life of invoices) await shiftClock(api, life, 25 * DAY);
  await agree(api, [finance, second], `${invoicePath(forgiven)}/write-off`, { reasons: 'It is little' });
  expect(await total(after(70))).toEqual([30_000, 0, 0, 64_500 + 50_000, 0, 4_500 + 25 * 60 + 3_500]);
  // The penalty of 500,00 has stopped at its cap of 50,00 on the hundredth day.
  expect(await total(after(150))).toEqual([30_000, 0, 0, 0, 114_500, expect.any(Number)]);

  // Revenue: 3 800,00 of fees, all of tasks that there are not. In the year of the fees alone.
  const { revenue } = await on(todayInAlmaty());
  expect([revenue.year.amount, revenue.month.amount]).toEqual([380_000, 380_000]);
  expect(revenue.year.amount).toBe(await book('income/fee', 'credit'));
  expect(revenue.lines.map(({ kind, year }) => [kind, year.amount])).toEqual([['commission', 380_000]]);
  expect((await on(addCalendarDays(`${todayInAlmaty().slice(0, 4)}-01-01`, -1))).receivables.total.total.amount).toBe(0);
});

it('names what providers hold, what is on its way, social payments by their due day, advances and suspense', async () => {
  await api.owner.query(CHART);
  const [contractor, customer] = [randomUUID(), await api.join(['customer'])];
  const write = (bookings: Parameters<typeof writeBooked>[2], life?: string) => writeBooked(api.owner, BOOK, bookings, life);
  await write([{ debit: 'provider/one', credit: `owed/${contractor}`, amount: 1_000_000 }]);
  await write([{ debit: 'provider/two', credit: `owed/${contractor}`, amount: 20_000 }]);
  // 500,00 of October and 300,00 of November are withheld. 600,00 are transferred: all of October, and a part of November.
  await write([{ debit: `owed/${contractor}`, credit: 'social/opv', amount: 50_000, at: '2026-10-20T06:00:00.000Z' }]);
  await write([{ debit: `owed/${contractor}`, credit: 'social/opv', amount: 30_000, at: '2026-11-03T06:00:00.000Z' }]);
  await write([{ debit: 'social/opv', credit: 'bank/operator', amount: 60_000, at: '2026-11-20T06:00:00.000Z' }]);
  const payout = await write([{ debit: `owed/${contractor}`, credit: 'in-transit/payouts', amount: 70_000, phase: 'pending' }]);
  const inflow = async (amount: string): Promise<string> => {
    const id = randomUUID();
    const entry = await seal(api, `inflow/${id}`, { payer: 'Name', identifier: null, purpose: 'Paint', reference: id });
    await createChild(api, 'bank', {
      ...{ child: `inflow/${id}`, type: 'enter', by: 'platform' },
      input: { inflow: id, amount, on: todayInAlmaty(), statement: 'a'.repeat(64), entry },
    });
    return id;
  };
  done(await api.as(finance).post(`/v1/inflows/${await inflow('12300')}/keep`, { customer: customer.id }));
  await inflow('4500');

  const figures = await on(todayInAlmaty());
  expect(figures.heldByProvider.map(({ provider, amount }) => [provider, amount.amount])).toEqual([
    ['one', 1_000_000],
    ['two', 20_000],
  ]);
  expect([figures.payoutsInTransit.amount, figures.advances.amount, figures.suspense.amount]).toEqual([70_000, 12_300, 4_500]);
  expect(figures.socialPayable.byDueDay.map(({ month, amount }) => [month, amount.amount])).toEqual([['2026-11', 20_000]]);
  expect(figures.socialPayable.byDueDay[0]?.dueOn).toBe('2026-12-25');
  expect(figures.socialPayable.total.amount).toBe(await book('social', 'credit'));
  // As the 10th of November ended, nothing was transferred yet.
  expect((await on('2026-11-10')).socialPayable.byDueDay.map(({ dueOn, amount }) => [dueOn, amount.amount])).toEqual([
    ['2026-11-25', 50_000],
    ['2026-12-25', 30_000],
  ]);
  await write([{ debit: `owed/${contractor}`, credit: 'in-transit/payouts', amount: 70_000, phase: 'post' }], payout);
  expect((await on(todayInAlmaty())).payoutsInTransit.amount).toBe(70_000);
  await write([
    { debit: `outgoing/${randomUUID()}`, credit: 'bank/operator', amount: 900 },
    { debit: 'provider/two', credit: 'income/extra', amount: 5_000 },
  ]);
  const { outgoing, revenue } = await on(todayInAlmaty());
  expect([outgoing.amount, revenue.lines.find(({ kind }) => kind === 'extra')?.month.amount]).toEqual([900, 5_000]);

  const { body, headers } = await api.as(finance).get<string>(`/v1/operator/finance.csv?on=${todayInAlmaty()}`, { language: 'ru' });
  expect(headers.get('content-type')).toContain('text/csv');
  expect(body.split('\r\n')).toEqual(
    expect.arrayContaining([
      '\uFEFFПоказатель;По чему;Сумма, тенге',
      `На дату;${todayInAlmaty()};`,
      'Деньги у платёжного провайдера;one;10000,00',
      'Удержанные социальные платежи к перечислению;2026-12-25;200,00',
      'Аванс: оплачено сверх счетов;всего;123,00',
      'Поступления до выяснения;всего;45,00',
    ]),
  );
});

it('are for the finance alone, and read the books by their indexes', async () => {
  const support = await employ(api, ['support']);
  for (const path of ['/v1/operator/finance', '/v1/operator/finance.csv']) {
    expect((await api.as(support).get(path)).problem?.code).toBe('role-missing');
    expect((await api.as(await api.join(['customer'])).get(path)).status).toBe(403);
  }
  expect((await api.as(finance).get('/v1/operator/finance?on=2026-02-30')).status).toBe(400);
  const said = await saidDuring(api, /ledger_account/, () => on(todayInAlmaty()));
  expect(said).toHaveLength(5);
  // Of other books than these: 20 000 postings of money of deals.
  await api.owner.query(`set session_replication_role = replica;
    insert into ledger_account (code, shard, kind, keeps) select 'held/' || n, 0, 'held', 'credit' from generate_series(1, 2000) as n;
    insert into entry (account, version, life, seq, index, debit, credit, debit_pending, credit_pending, balance, at)
      select id, n, 'payment/x', n, 0, 0, 1, 0, 0, n, now() - n * interval '1 hour' from ledger_account, generate_series(1, 10) as n where kind = 'held';
    set session_replication_role = origin; analyze ledger_account; analyze entry`);
  for (const statement of said) {
    const faults = await planFaults((sql, bind) => api.owner.query(sql, bind), statement, {
      tables: ['entry', 'posting'],
      mostInVain: 3_000,
    });
    expect(faults.filter((fault) => !fault.includes('ledger_account looks'))).toEqual([]);
  }
});
