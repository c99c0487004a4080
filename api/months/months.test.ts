import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { commit } from '../../lives/commit.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { drawInvoice, invoicePath } from '../../testing/lives/invoices.ts';
import type { Proposed } from '../../testing/people/proposals.ts';
import { decide } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';
import type { Month } from './schema.ts';

type Shown = z.output<typeof Month>;

let api: Api;
let customer: Person;
let operator: Person;
let second: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [customer, operator, second] = await Promise.all([api.join(['customer']), api.join(['operator']), api.join(['operator'])]);
  await api.owner.query(CHART);
});
afterAll(() => api.close());

/** So many months before the present one in Almaty. The last one may not be over by the rule. */
function monthsAgo(count: number): string {
  let month = todayInAlmaty().slice(0, 7);
  for (let n = 0; n < count; n++) month = addCalendarDays(`${month}-01`, -1).slice(0, 7);
  return month;
}
const money = (amount: number) => ({ amount, currency: 'KZT' });
const read = async (month: string, person = operator): Promise<Shown> =>
  done(await api.as(person).get<Shown>(`/v1/operator/months/${month}`));
const close = (month: string, totals: string, key: string = randomUUID()): Promise<Reply<Shown>> =>
  api.as(operator).post<Shown>(`/v1/operator/months/${month}/close`, { totals }, { key });
const pay = (life: string, amount: number, paidOn: string) =>
  api.as(operator).post(`${invoicePath(life)}/record-payment`, { amount, paidOn });
const kinds = ({ obstacles }: Pick<Shown, 'obstacles'>) => obstacles.map(({ kind, count }) => [kind, count]);
const rule = ({ problem }: Reply<unknown>): unknown => problem?.rule;

const HEAD = 'Дата;№ документа;Приход;Расход;Контрагент;ИИН/БИН контрагента;Детали платежа';
const row = (day: string, number: number): string => `${day};${number};55.00;;ТОО Плательщик;;за услуги`;
const bring = (...rows: string[]) =>
  api.as(operator).post<{ entered: number }>('/v1/operator/statements', { format: 'csv', text: [HEAD, ...rows].join('\n') }, { key: null });
/** Keeps everything in suspense as an advance. */
async function settleSuspense(): Promise<void> {
  const lives = await api.rows<{ id: string }>(`select id from life where kind = 'inflow' and not done`);
  for (const { id } of lives)
    done(await api.as(operator).post(`/v1/inflows/${id.slice('inflow/'.length)}/keep`, { customer: customer.id }));
}

describe('the end of a month', () => {
  it('shows the books, refuses to close while something is unsettled, and closes what was seen once', async () => {
    const month = monthsAgo(2);
    const invoice = await drawInvoice(api, customer.id);
    const { id: task } = await api.as(customer).postTask();
    /** A fee of the month that no invoice has gathered yet. */
    const charged = async (number: number, parent: string, amount: number): Promise<string> => {
      const [fee, at] = [`fee/${randomUUID()}`, `${month}-10T07:00:00.000Z`];
      const posting = { code: 'fee-charged', debit: `receivable/${customer.id}`, credit: 'income/fee', amount, at };
      await writeBooked(api.owner, BOOK, [posting], fee);
      await api.owner.query(
        `insert into fee (id, number, state, parent, customer, principal, terms, charged_at) values ($1, $2, 'charged', $3, $4, $5, '{}', $6)`,
        [fee, 1_000_000 + number, parent, customer.id, amount, at],
      );
      return fee;
    };
    const fees = [await charged(1, `account/${customer.id}`, 40_000), await charged(2, `task/${task}`, 25_000)];
    done(await pay(invoice, 60_000, `${month}-28`));
    done(await bring(row(`${month}-28`, 1)));
    await api.owner.query(
      `insert into provider_difference (provider, kind, about, theirs, content_hash) values ('sandbox', 'foreign', 'x', '[]', 'x')`,
    );

    const seen = await read(month);
    expect(
      seen.accounts.map(({ kind, opening, debits, credits, closing }) =>
        [kind, opening, debits, credits, closing].map((each) => (typeof each === 'string' ? each : each.amount)),
      ),
    ).toEqual([
      ['income/fee', 0, 0, 65_000, 65_000],
      ['receivable', 0, 65_000, 0, 65_000],
    ]);
    expect(seen).toMatchObject({
      ...{ state: 'open', closings: [], agrees: null, received: money(65_500), suspense: money(5_500) },
      revenue: [
        { rate: expect.any(Number), perMonth: null, fees: 1, amount: money(25_000) },
        { rate: null, perMonth: money(40_000), fees: 1, amount: money(40_000) },
      ],
    });
    expect(kinds(seen)).toEqual([
      ['suspense', 1],
      ['unbilled', 2],
      ['differences', 1],
    ]);
    // Each leads to what has to be settled.
    for (const { href } of seen.obstacles)
      if (href !== null) expect([href, (await api.as(operator).get(href)).status]).toEqual([href, 200]);
    const refused = await close(month, seen.totals);
    expect([rule(refused), kinds(refused.problem as unknown as Shown)]).toEqual(['monthIsReady', kinds(seen)]);

    await settleSuspense();
    await api.owner.query(
      `insert into bill (id, customer, period, year, seq, principal, advance, lines, terms) values ('invoice/late', $1, $2, 1997, 1, 65000, 0, 2, '{}')`,
      [customer.id, month],
    );
    await api.owner.query(`insert into bill_line (fee, invoice) select unnest($1::text[]), 'invoice/late'`, [fees]);
    done(await api.as(operator).post('/v1/operator/differences/1/close', { note: 'It was a test' }, { key: null }));
    expect(kinds(await read(month))).toEqual([]);
    expect(rule(await close(month, 'a'.repeat(64)))).toBe('monthIsAsSeen');
    done(await pay(invoice, 1_000, `${month}-28`));
    expect(rule(await close(month, seen.totals))).toBe('monthIsAsSeen');

    const { totals } = await read(month);
    const key = randomUUID();
    const closed = done(await close(month, totals, key));
    expect(closed).toMatchObject({ state: 'closed', agrees: true, totals, received: money(66_500) });
    expect(done(await close(month, totals, key))).toEqual(closed);
    expect((await close(month, totals)).problem?.code).toBe('not-in-this-state');
    expect(await api.rows(`select type from event where life like 'month/%'`)).toEqual([{ type: 'close' }]);
    expect((await api.as(customer).get(closed.closings[0] as string)).status).toBe(404);
  });

  it('is not before the month is over and the bank has told its last day', async () => {
    const seen = await read(todayInAlmaty().slice(0, 7));
    expect(kinds(seen)).toContainEqual(['notOver', 1]);
    expect(rule(await close(seen.month, seen.totals))).toBe('monthIsReady');
  });
});

describe('a closed month', () => {
  it('takes no payment and no entry of a statement on its days, until two persons open it again', async () => {
    const month = monthsAgo(3);
    const invoice = await drawInvoice(api, customer.id);
    done(await bring(row(`${month}-05`, 1)));
    await settleSuspense();
    const [closing] = done(await close(month, (await read(month)).totals)).closings;

    expect(rule(await pay(invoice, 1_000, `${month}-28`))).toBe('monthIsOpen');
    done(await pay(invoice, 1_000, todayInAlmaty()));
    const late = await bring(row(`${month}-05`, 1), row(`${month}-06`, 2), row(todayInAlmaty(), 3));
    expect([rule(late), (late.problem as unknown as { late: number }).late]).toEqual(['monthIsOpen', 1]);
    // What was entered before is no new record, and what is of another month was entered.
    expect(done(await bring(row(`${month}-05`, 1), row(todayInAlmaty(), 3))).entered).toBe(0);
    expect(await read(month)).toMatchObject({ state: 'closed', agrees: true });

    const proposed = done(await api.as(operator).post<Proposed>(`${closing}/reopen`, { reasons: 'A payment was missing' }, { key: null }));
    expect(rule(await decide(api, operator, proposed))).toBe('secondPersonDecides');
    expect((await read(month)).state).toBe('closed');
    expect(done(await decide(api, second, proposed)).monthReopening).toMatchObject({ reasons: 'A payment was missing' });
    done(await pay(invoice, 1_000, `${month}-28`));
    const opened = await read(month);
    expect([opened.state, opened.agrees, opened.received]).toEqual(['open', false, money(6_500)]);
    const again = done(await close(month, opened.totals));
    expect(again).toMatchObject({ state: 'closed', agrees: true, closings: [closing, expect.any(String)] });
    const acts = async (path: string | undefined) => {
      const { items } = done(await api.as(second).get<{ items: { type: string; actor: { account: string } }[] }>(`${path}/events`));
      return items.map(({ type, actor }) => [type, actor.account]);
    };
    expect(await acts(closing)).toEqual([
      ['close', operator.id],
      ['reopen', second.id],
    ]);
    expect(await acts(again.closings[1])).toEqual([['close', operator.id]]);
    await settleSuspense();
  });

  it('has a payment that comes at the same time or refuses it', async () => {
    const invoice = await drawInvoice(api, customer.id);
    for (let count = 4; count < 9; count++) {
      const month = monthsAgo(count);
      const { totals } = await read(month);
      const [closing, payment] = await Promise.all([close(month, totals), pay(invoice, 1_000, `${month}-28`)]);
      const outcomes = [closing.status, payment.status];
      expect([
        [200, 422],
        [422, 200],
      ]).toContainEqual(outcomes);
      expect(closing.status === 200 ? rule(payment) : rule(closing)).toBe(closing.status === 200 ? 'monthIsOpen' : 'monthIsAsSeen');
      const after = await read(month);
      expect([after.state, after.received]).toEqual(closing.status === 200 ? ['closed', money(0)] : ['open', money(1_000)]);
    }
  });

  it('control: a payment past the check is found, because the books are no more what was closed', async () => {
    const month = monthsAgo(10);
    const invoice = await drawInvoice(api, customer.id);
    done(await close(month, (await read(month)).totals));
    const input = { amount: '1000', paidOn: `${month}-28` };
    const { outcome } = await commit(api.lives, {
      life: invoice,
      idempotencyKey: randomUUID(),
      type: 'recordPayment',
      by: 'operator',
      input,
    });
    expect([outcome, (await read(month)).agrees]).toEqual(['done', false]);
  });
});
