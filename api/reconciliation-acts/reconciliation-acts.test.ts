import { randomUUID } from 'node:crypto';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import { createChild, seal } from '../../testing/lives/creations.ts';
import { drawInvoice, invoiceIsSent, invoicePath } from '../../testing/lives/invoices.ts';
import { agree } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { Movement } from '../../testing/worlds/ledger.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';

interface Sum {
  amount: number;
}
interface Act {
  opening: Sum;
  lines: { on: string; reason: string; paper: string | null; paidOn: string | null; debit: Sum; credit: Sum }[];
  debits: Sum;
  credits: Sum;
  closing: Sum;
  inFavourOf: string | null;
}

let api: Api;
let customer: Person;
let operator: Person;
let second: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [customer, operator, second] = await Promise.all([api.join(['customer']), api.join(['operator']), api.join(['operator'])]);
});
afterAll(() => api.close());

const OWN = '/v1/accounts/me/reconciliation-act';
const ofOperator = ({ id }: Person) => `/v1/operator/accounts/${id}/reconciliation-act`;
const yesterday = (): string => addCalendarDays(todayInAlmaty(), -1);
/** The act of some months around today: a test may let time pass for an invoice. */
const actOf = async (
  person: Person,
  from = addCalendarDays(todayInAlmaty(), -300),
  to = addCalendarDays(todayInAlmaty(), 60),
): Promise<Act> => done(await api.as(person).get<Act>(`${OWN}?from=${from}&to=${to}`));

describe('the reconciliation act (5.1)', () => {
  it('has each fee, penalty and payment of a period from the ledger, and opens with what the period before closed with', async () => {
    await api.owner.query(CHART);
    const receivable = `receivable/${customer.id}`;
    const life = `invoice/${randomUUID()}`;
    await api.owner.query(
      `insert into bill (id, customer, period, year, seq, principal, advance, lines, terms) values ($1, $2, '2026-02', 1998, 17, 5000000, 0, 1, '{}')`,
      [life, customer.id],
    );
    /** By the clock of Almaty. */
    const books = (moment: string, ...bookings: Omit<Movement, 'at'>[]) =>
      writeBooked(
        api.owner,
        BOOK,
        bookings.map((each) => ({ ...each, at: new Date(`2026-${moment}:00+05:00`).toISOString() })),
        life,
      );
    await books('03-01T00:00', { code: 'fee-charged', debit: receivable, credit: 'income/fee', amount: 5_000_000 });
    await books('03-15T23:59', { code: 'invoice-paid', debit: 'bank/operator', credit: receivable, amount: 2_000_000 });
    await books(
      '03-30T12:00',
      { code: 'penalty', debit: receivable, credit: 'income/penalty', amount: 70_000 },
      { code: 'invoice-paid', debit: 'bank/operator', credit: receivable, amount: 3_000_000 },
    );

    const march = await actOf(customer, '2026-03-01', '2026-03-31');
    expect(march.lines.map(({ on, paper, debit, credit }) => [on, paper, debit.amount, credit.amount])).toEqual([
      ['2026-03-01', '1998-17', 5_000_000, 0],
      ['2026-03-15', '1998-17', 0, 2_000_000],
      ['2026-03-30', '1998-17', 70_000, 0],
      ['2026-03-30', '1998-17', 0, 3_000_000],
    ]);
    const sums = ({ opening, debits, credits, closing, inFavourOf }: Act) => [
      ...[opening.amount, debits.amount, credits.amount, closing.amount, inFavourOf],
    ];
    expect(sums(march)).toEqual([0, 5_070_000, 5_000_000, 70_000, 'operator']);
    expect(sums(await actOf(customer, '2026-04-01', '2026-04-30'))).toEqual([70_000, 0, 0, 70_000, 'operator']);
    expect(sums(await actOf(customer, '2026-02-01', '2026-02-28'))).toEqual([0, 0, 0, 0, null]);
    expect(done(await api.as(operator).get<Act>(`${ofOperator(customer)}?from=2026-03-01&to=2026-03-31`))).toEqual(march);

    for (const [person, path] of [
      [customer, OWN],
      [operator, ofOperator(customer)],
    ] as const) {
      const { body, headers } = await api.as(person).get<string>(`${path}.pdf?from=2026-03-01&to=2026-03-31`);
      expect(headers.get('content-disposition')).toContain('reconciliation-act-2026-03-01-2026-03-31.pdf');
      const text = (await textOfPdf(Buffer.from(body, 'latin1'))).replaceAll('\u00a0', ' ');
      for (const said of ['АКТ СВЕРКИ', customer.name, '1998-17', '700,00 тенге (Семьсот тенге 00 тиынов)']) expect(text).toContain(said);
    }
  });

  it('closes with the receivable less the advance after each act of a history, and names the papers', async () => {
    const own = await api.join(['customer']);
    const agrees = async (): Promise<Act> => {
      const act = await actOf(own);
      const [row] = await api.rows<{ owed: string }>(
        'select -balance($1) - balance($2) as owed',
        `receivable/${own.id}`,
        `advance/${own.id}`,
      );
      expect(act.closing.amount).toBe(Number(row?.owed));
      expect((await actOf(own, addCalendarDays(todayInAlmaty(), 61), addCalendarDays(todayInAlmaty(), 62))).opening).toEqual(act.closing);
      return act;
    };
    const say = async (life: string, name: string, body: object) => {
      done(await api.as(operator).post(`${invoicePath(life)}/${name}`, body));
      return agrees();
    };
    const [first, late, last] = [await drawInvoice(api, own.id), await drawInvoice(api, own.id), await drawInvoice(api, own.id)];
    await say(first, 'record-payment', { amount: 60_000, paidOn: yesterday() });
    await agree(api, [operator, second], `${invoicePath(first)}/credit`, { amount: 70_000, reasons: 'Another task' });
    expect((await agrees()).closing.amount).toBe(300_000 - 60_000 - 70_000);
    await invoiceIsSent(api, late);
    const { dueOn } = done(await api.as(own).get<{ dueOn: string }>(invoicePath(late)));
    const passed = Date.parse(addCalendarDays(dueOn, 5)) - Date.parse(todayInAlmaty());
    await api.owner.query('update life set clock_offset = clock_offset + $2 where id = $1', [late, passed]);
    await say(late, 'claim-penalty', {});
    await agree(api, [operator, second], `${invoicePath(last)}/write-off`, { reasons: 'It is little' });
    const inflow = randomUUID();
    const entry = await seal(api, `inflow/${inflow}`, { payer: 'Name', identifier: null, purpose: 'Paint', reference: '1' });
    await createChild(api, 'bank', {
      ...{ child: `inflow/${inflow}`, type: 'enter', by: 'platform' },
      input: { inflow, amount: '500000', on: yesterday(), statement: 'a'.repeat(64), entry },
    });
    done(await api.as(operator).post(`/v1/inflows/${inflow}/keep`, { customer: own.id }));

    const act = await agrees();
    expect(act.inFavourOf).toBe('customer');
    const number = async (life: string) =>
      (await api.rows<{ of: string }>(`select year || '-' || seq as of from bill where id = $1`, life))[0]?.of;
    const [one, other, third] = [await number(first), await number(late), await number(last)];
    const penalty = act.lines.find(({ paper }) => paper?.includes('П'));
    expect(penalty?.debit.amount).toBeGreaterThan(0);
    const lines = act.lines.map(({ paper, paidOn, debit, credit }) => [paper, paidOn, debit.amount - credit.amount]);
    expect(lines).toEqual([
      ...[one, other, third].map((paper) => [paper, null, 100_000]),
      [one, yesterday(), -60_000],
      [`${one}/1`, null, -70_000],
      [third, null, -100_000],
      [null, yesterday(), -500_000],
      [`${other}/П1`, null, penalty?.debit.amount],
    ]);
  });

  it('is of the customer itself and of the finance, and of an account that exists', async () => {
    const other = await api.join(['customer']);
    expect((await api.as(other).get(ofOperator(customer))).problem?.code).toBe('wrong-party');
    expect((await actOf(other)).lines).toEqual([]);
    expect((await api.as(operator).get(ofOperator({ ...customer, id: randomUUID() }))).status).toBe(404);
    expect((await api.as(customer).get(`${OWN}?from=2026-03-02&to=2026-03-01`)).problem?.code).toBe('invalid-input');
  });
});
