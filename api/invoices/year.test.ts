/**
 * A company's year of invoices, month by month, paid on time, late, in part, in excess and not at all, reconciled with the ledger (3.2, 5.1, 6.3). Each month
 * is charged 20 000 tenge. All sums were worked by hand, in tenge.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { bill } from '../../activities/bill.ts';
import type { FeeInput } from '../../charts/fee/types.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { checkLedger } from '../../models/stores/ledger-check.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { payTermsAt } from '../../rules/pay-terms.ts';
import { addCalendarDays, civilDate, firstOfNextMonth } from '../../rules/working-days.ts';
import { shiftClock } from '../../testing/engine/pass.ts';
import { createChild } from '../../testing/lives/creations.ts';
import { invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { agree } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { InvoiceFacts, InvoiceList } from './schema.ts';

interface Act {
  opening: object;
  debits: { amount: number };
  credits: { amount: number };
  closing: object;
  inFavourOf: string | null;
}
type Invoice = z.output<typeof InvoiceFacts> & { id: string; state: string };

const tenge = (sum: number): { amount: number; currency: string } => ({ amount: sum * 100, currency: 'KZT' });

let api: Api;
let company: Person;
let finance: Person;
let second: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [company, finance, second] = await Promise.all([api.join(['customer']), api.join(['operator']), api.join(['operator'])]);
});
afterAll(() => api.close());

const read = async (life: string): Promise<Invoice> => done(await api.as(company).get<Invoice>(invoicePath(life)));
/** Lets the clock of an invoice come to a civil date, at the hour at which the test runs. */
async function comeTo(life: string, on: string): Promise<void> {
  const [row] = await api.rows<{ offset: string }>('select clock_offset as offset from life where id = $1', life);
  const here = civilDate(new Date(Date.now() + Number(row?.offset)).toISOString());
  await shiftClock(api, life, Date.parse(on) - Date.parse(here));
}

/** The invoice of a month, drawn and sent on the third day of the next. */
async function invoiced(month: string): Promise<string> {
  const parent = `task/${randomUUID()}`;
  const input: FeeInput = { parent, customer: company.id, principal: '2000000', terms: payTermsAt(parameters, `${month}-01`) };
  const fee = `${parent.replace('task', 'fee')}/1`;
  await createChild(api, parent, { child: fee, type: 'charge', by: 'platform', input });
  // As if the work had been accepted in that month.
  await api.owner.query('update fee set charged_at = $2 where id = $1', [fee, `${month}-17T06:00:00.000Z`]);
  const sentOn = addCalendarDays(firstOfNextMonth(month), 2);
  expect(await bill(api.worker, `${sentOn}T06:00:00.000Z`)).toBe(1);
  const { items } = done(await api.as(company).get<z.output<typeof InvoiceList>>('/v1/invoices?limit=1'));
  const life = `invoice/${items[0]?.id}`;
  expect(items[0]).toMatchObject({ period: month, principal: tenge(20_000) });
  await comeTo(life, sentOn);
  await invoiceIsSent(api, life, sentOn);
  return life;
}

/** Records what the company paid so many days after the end of the term. */
async function paid(life: string, days: number, sum: number): Promise<Invoice> {
  const paidOn = addCalendarDays((await read(life)).dueOn, days);
  await comeTo(life, paidOn);
  return done(await api.as(finance).post<Invoice>(`${invoicePath(life)}/record-payment`, { amount: sum * 100, paidOn }));
}
const credited = (life: string, sum: number): Promise<unknown> =>
  agree(api, [finance, second], `${invoicePath(life)}/credit`, { amount: sum * 100, reasons: 'The work was given back' });

/** What was owed, and how the month went on. */
const year: [what: string, live: (life: string) => Promise<unknown>, left: { state: string; penalty?: number; owed?: number }][] = [
  ['is paid on its last day', (life) => paid(life, 0, 20_000), { state: 'paid' }],
  [
    'is paid ten days late, and its penalty of 10 · 20 later',
    async (life) => {
      expect(await paid(life, 10, 20_000)).toMatchObject({ state: 'overdue', principalOwed: tenge(0), penalty: tenge(200) });
      return paid(life, 12, 200);
    },
    { state: 'paid', penalty: 200 },
  ],
  [
    'is paid in part before its term, and 5 000 twenty days late with 20 · 5',
    async (life) => {
      expect(await paid(life, -1, 15_000)).toMatchObject({ state: 'partlyPaid', principalOwed: tenge(5_000) });
      return paid(life, 20, 5_100);
    },
    { state: 'paid', penalty: 100 },
  ],
  ['is paid 5 000 too much', (life) => paid(life, 0, 25_000), { state: 'paid' }],
  ['has taken these 5 000, and the rest is paid', (life) => paid(life, -3, 15_000), { state: 'paid' }],
  [
    'is paid 150 days late: the penalty stopped at a tenth',
    async (life) => {
      await comeTo(life, addCalendarDays((await read(life)).dueOn, 120));
      return paid(life, 150, 22_000);
    },
    { state: 'paid', penalty: 2_000 },
  ],
  [
    'is lowered by a credit note of 8 000',
    async (life) => {
      await credited(life, 8_000);
      return paid(life, 0, 12_000);
    },
    { state: 'paid' },
  ],
  [
    'is contested without reason, and paid five days late with 5 · 20',
    async (life) => {
      done(await api.as(company).post(`${invoicePath(life)}/dispute`, { reasons: 'We ordered nothing' }));
      done(await api.as(finance).post(`${invoicePath(life)}/uphold`, { reasons: 'The act of 17 May is signed' }));
      return paid(life, 5, 20_100);
    },
    { state: 'paid', penalty: 100 },
  ],
  [
    'is forgiven',
    (life) => agree(api, [finance, second], `${invoicePath(life)}/write-off`, { reasons: 'A flood at the company' }),
    { state: 'writtenOff' },
  ],
  [
    'is paid, of which half was credited: 10 000 are an advance',
    async (life) => {
      await paid(life, -5, 15_000);
      return credited(life, 15_000);
    },
    { state: 'paid' },
  ],
  ['has taken these 10 000 and is paid 500 too much', (life) => paid(life, 0, 10_500), { state: 'paid' }],
  ['has taken these 500, and is paid in part', (life) => paid(life, -2, 10_000), { state: 'partlyPaid', owed: 9_500 }],
];

test('a company’s year agrees with the ledger to the tiyn', async () => {
  const today = todayInAlmaty();
  let month = today.slice(0, 7);
  const numbers: string[] = [];
  for (const [what, live, left] of year) {
    const life = await invoiced(month);
    await live(life);
    const { state, penalty, principalOwed, paperNumber } = await read(life);
    expect([what, state, penalty, principalOwed]).toEqual([what, left.state, tenge(left.penalty ?? 0), tenge(left.owed ?? 0)]);
    numbers.push(paperNumber);
    month = firstOfNextMonth(month).slice(0, 7);
  }
  expect(new Set(numbers).size).toBe(12);

  const balance = async (code: string): Promise<number> =>
    Number((await api.rows<{ sum: string }>('select balance($1) as sum', code))[0]?.sum) / 100;
  // 12 · 20 000, less 8 000 and 15 000 credited. Paid: 20 000 + 20 200 + 20 100 + 25 000 + 15 000 + 22 000 + 12 000 + 20 100 + 15 000 + 10 500 + 10 000.
  expect({
    fees: await balance('income/fee'),
    penalties: await balance('income/penalty'),
    forgiven: -(await balance('loss/fee')),
    bank: -(await balance('bank/operator')),
    advance: await balance(`advance/${company.id}`),
    owed: -(await balance(`receivable/${company.id}`)),
  }).toEqual({ fees: 217_000, penalties: 2_400, forgiven: 20_000, bank: 189_900, advance: 0, owed: 9_500 });

  const act = async (from: number, to: number): Promise<Act> =>
    done(
      await api
        .as(company)
        .get<Act>(`/v1/accounts/me/reconciliation-act?from=${addCalendarDays(today, from)}&to=${addCalendarDays(today, to)}`),
    );
  const [early, late] = await Promise.all([act(0, 200), act(201, 500)]);
  expect(late.opening).toEqual(early.closing);
  expect([early.opening, late.closing, late.inFavourOf]).toEqual([tenge(0), tenge(9_500), 'operator']);
  const sum = (side: 'debits' | 'credits'): number => (early[side].amount + late[side].amount) / 100;
  expect([sum('debits'), sum('credits')]).toEqual([240_000 + 2_400, 189_900 + 8_000 + 15_000 + 20_000]);
  expect(await checkLedger(api.lives.database)).toEqual([]);
});
