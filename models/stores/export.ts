/**
 * Reads what accountants take away: invoices, payments, postings. All of it page by page, so a year costs no more memory than a day. Sums are tiyn, days are
 * civil dates in Almaty.
 */
import type { Sequelize } from 'sequelize';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { query } from '../statement.ts';

const PAGE = 500;

/** Both days are included. `customer`: only what is of this account. */
export interface ExportPeriod {
  from: string;
  to: string;
  customer?: string | undefined;
}

/** Page after page, each after the key of the last row. */
async function* pages<Row, Key extends readonly unknown[]>(
  first: Key,
  keyOf: (row: Row) => Key,
  read: (after: Key) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let after = first; ; ) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = keyOf(last);
  }
}

/** The moments at which the days from one to another begin and end. */
function* daysOf(from: string, to: string): Generator<[begins: string, ends: string]> {
  for (let day = from; day <= to; day = addCalendarDays(day, 1)) yield [endOfDay(addCalendarDays(day, -1)), endOfDay(day)];
}

interface Named {
  customer: string;
  /** As the account is named today. Both are null once they are erased. */
  name: string | null;
  identifier: Buffer | null;
  kind: string | null;
}

/** An invoice, or a credit note (`nth` from 1) that lowers it. */
export interface BillRow extends Named {
  /** The life of the invoice. */
  id: string;
  nth: number;
  /** `2026-17`, `2026-17/1` */
  number: string;
  day: string;
  /** The month of the services, and the days of the invoice. */
  period: string;
  drawn_on: string;
  due_on: string;
  state: string;
  /** Negative for a credit note. */
  amount: string;
  /** Of the invoice, until now. */
  paid: string;
  credited: string;
  /** The tax invoice that counts: its number and day in the State's system. */
  registration: string | null;
  registered_on: string | null;
  place: string;
}

const told = (nth: string): string => `left join lateral (
     select tax.snapshot -> 'context' -> 'registered' -> -1 as registered from life as tax
     where tax.id = 'tax-invoice/' || substr(invoice.id, 9) || '/' || ${nth} and tax.snapshot -> 'context' ->> 'annulledOn' is null) as told on true`;
const BILL = `invoice.id, invoice.customer, account.name, account.identifier, account.kind, invoice.period, invoice.drawn_on::text, invoice.due_on::text,
     invoice.state, invoice.paid::text, invoice.credited::text, told.registered ->> 'registration' as registration, told.registered ->> 'on' as registered_on, invoice.number::text as place`;

const invoices = query<BillRow>(
  'export-invoices',
  `select ${BILL}, 0 as nth, invoice.paper_number as number, invoice.drawn_on::text as day, invoice.principal::text as amount
   from invoice left join account on account.id = invoice.customer ${told('1')}
   where invoice.drawn_on between $1::date and $2::date and ($3::uuid is null or invoice.customer = $3::uuid)
     and (invoice.drawn_on, invoice.number) > ($4::date, $5::bigint)
   order by invoice.drawn_on, invoice.number limit ${PAGE}`,
);
/** The invoices of a period in the order of their days and numbers. Each has an act of services of the same day, number and sum. */
export const invoicesIn = (database: Sequelize, { from, to, customer }: ExportPeriod): AsyncGenerator<BillRow> =>
  pages<BillRow, [string, string]>(
    [from, '0'],
    ({ day, place }) => [day, place],
    (after) => invoices(database, [from, to, customer, ...after]),
  );

const credits = query<BillRow>(
  'export-credits',
  `select ${BILL}, credit.nth::int as nth, invoice.paper_number || '/' || credit.nth as number, note ->> 'on' as day, '-' || (note ->> 'amount') as amount
   from invoice join life as own on own.id = invoice.id
     cross join lateral jsonb_array_elements(own.snapshot -> 'context' -> 'credits') with ordinality as credit (note, nth)
     left join account on account.id = invoice.customer ${told('(credit.nth + 1)')}
   where invoice.credited > 0 and invoice.drawn_on <= $2::text::date and note ->> 'on' between $1::text and $2::text
     and ($3::uuid is null or invoice.customer = $3::uuid) and (note ->> 'on', invoice.number, credit.nth) > ($4::text, $5::bigint, $6::bigint)
   order by note ->> 'on', invoice.number, credit.nth limit ${PAGE}`,
);
/** The credit notes of a period. */
export const creditNotesIn = (database: Sequelize, { from, to, customer }: ExportPeriod): AsyncGenerator<BillRow> =>
  pages<BillRow, [string, string, number]>(
    ['', '0', 0],
    ({ day, place, nth }) => [day, place, nth],
    (after) => credits(database, [from, to, customer, ...after]),
  );

/** Money that came. */
export interface PaymentRow extends Omit<Named, 'customer'> {
  life: string;
  seq: number;
  index: number;
  at: Date;
  /** The day on which the bank booked it, and what it is of: the code of its posting. */
  day: string;
  reason: string;
  amount: string;
  customer: string | null;
  /** The number of the invoice that it is for. */
  invoice: string | null;
  way: 'statement' | 'card' | 'recorded';
  /** The text of the entry of the bank's statement: who paid and for what. */
  entry: string | null;
}

const paymentsOf = (name: string, of: string, day: string) =>
  query<PaymentRow>(
    name,
    `select posting.life, posting.seq, posting.index, posting.at, came.day, posting.code as reason, posting.amount::text as amount, account.id as customer,
       account.name, account.identifier, account.kind, invoice.paper_number as invoice,
       case when starts_with(posting.debit, 'held/') then 'card' when inflow.entry is null then 'recorded' else 'statement' end as way, inflow.entry
     from ledger_account join entry on entry.account = ledger_account.id join posting using (life, seq, index)
       join event on (event.life, event.seq) = (posting.life, posting.seq) join life as own on own.id = posting.life
       cross join lateral (select coalesce(event.input ->> 'paidOn', ${day}, to_char(posting.at at time zone 'Asia/Almaty', 'YYYY-MM-DD')) as day) as came
       left join lateral (
         select snapshot -> 'context' -> 'entry' ->> 'text' as entry from life as entered
         where entered.id = coalesce('inflow/' || (event.input ->> 'inflow'), own.id)) as inflow on true
       left join lateral (select input ->> 'customer' as customer from event as decided where decided.life = own.id and decided.type = 'keep') as kept on true
       cross join lateral (select coalesce(own.snapshot -> 'context' ->> 'pays', own.id) as life) as paid
       left join invoice on invoice.id = paid.life
       left join debt on debt.id = paid.life
       left join account on account.id = coalesce(invoice.customer, debt.debtor, kept.customer::uuid,
         case own.kind when 'extra' then (own.snapshot -> 'context' ->> 'contractor')::uuid end)
     where ${of} and entry.at >= $1 and entry.at < $2 and came.day between $3 and $4
       and (posting.at, posting.life, posting.seq, posting.index) > ($5::timestamptz, $6, $7::int, $8::int)
     order by posting.at, posting.life, posting.seq, posting.index limit ${PAGE}`,
  );
const received = paymentsOf(
  'export-payments',
  `(ledger_account.code = 'bank/operator' and entry.debit > 0
     or ledger_account.kind = 'receivable' and entry.credit > 0 and starts_with(posting.debit, 'held/'))`,
  `event.input ->> 'on'`,
);
const own = paymentsOf(
  'export-own-payments',
  `ledger_account.code in ('receivable/' || $9, 'advance/' || $9) and entry.credit > 0
     and (posting.debit = 'bank/operator' or starts_with(posting.debit, 'suspense/') or starts_with(posting.debit, 'held/'))`,
  `(select input ->> 'on' from event as entered where entered.life = posting.life and entered.type = 'enter')`,
);
const paymentPages = (begins: string, read: (after: [string, string, number, number]) => Promise<PaymentRow[]>) =>
  pages<PaymentRow, [string, string, number, number]>(
    [begins, '', 0, 0],
    ({ at, life, seq, index }) => [at.toISOString(), life, seq, index],
    read,
  );

/**
 * What came to the operator, at the bank or by card, by the bank's days of a period, in the order in which it was recorded: that may be later. Of one
 * customer: what it paid. `today`: no record is later.
 */
export async function* paymentsIn(database: Sequelize, { from, to, customer }: ExportPeriod, today: string): AsyncGenerator<PaymentRow> {
  if (customer !== undefined) {
    const [begins, ends] = [endOfDay(addCalendarDays(from, -1)), endOfDay(LAST)];
    yield* paymentPages(begins, (after) => own(database, [begins, ends, from, to, ...after, customer]));
    return;
  }
  const last = today > to ? today : to;
  for (const [begins, ends] of daysOf(from, last))
    yield* paymentPages(begins, (after) => received(database, [begins, ends, from, to, ...after]));
}
/** After every day. */
const LAST = '2199-12-31';

/** A line of the journal. */
export interface JournalRow {
  life: string;
  seq: number;
  index: number;
  at: Date;
  debit: string;
  credit: string;
  amount: string;
  reason: string;
  /** The type of the event that made it. */
  event: string;
}
const journal = query<JournalRow>(
  'export-journal',
  `select posting.life, posting.seq, posting.index, posting.at, debit, credit, amount::text as amount, posting.code as reason, event.type as event
   from posting join event on (event.life, event.seq) = (posting.life, posting.seq)
   where posting.at >= $1 and posting.at < $2 and phase in ('single', 'post')
     and (posting.at, posting.life, posting.seq, posting.index) > ($3::timestamptz, $4, $5::int, $6::int)
   order by posting.at, posting.life, posting.seq, posting.index limit ${PAGE}`,
);
/** Everything that was posted in a period, in order. What is only pending is no posting of the books yet. */
export async function* journalIn(database: Sequelize, { from, to }: ExportPeriod): AsyncGenerator<JournalRow> {
  for (const [begins, ends] of daysOf(from, to))
    yield* pages<JournalRow, [string, string, number, number]>(
      [begins, '', 0, 0],
      ({ at, life, seq, index }) => [at.toISOString(), life, seq, index],
      (after) => journal(database, [begins, ends, ...after]),
    );
}

const accountsOf = (name: string, from: string) =>
  query<{ id: string }>(name, `select distinct id from (${from}) as found where id is not null`);
const billed = accountsOf(
  'export-billed-accounts',
  `select customer as id from invoice where drawn_on between $1::date and $2::date or (credited > 0 and drawn_on <= $2::date)`,
);
const booked = accountsOf(
  'export-booked-accounts',
  `select account.id from ledger_account join account on account.id::text = split_part(ledger_account.code, '/', 2)
   where ledger_account.kind = any ($3::text[])
     and exists (select from entry where account = ledger_account.id and at >= $1 and at < $2)`,
);
/** The customers of invoices and credit notes of a period: nobody else's data are in a file of them. */
export const accountsBilled = async (database: Sequelize, { from, to }: ExportPeriod): Promise<string[]> =>
  (await billed(database, [from, to])).map(({ id }) => id);
/** The accounts about whom something was posted in a period, in their own accounts of the books of these kinds. */
export const accountsBooked = async (database: Sequelize, { from, to }: ExportPeriod, kinds: readonly string[]): Promise<string[]> =>
  (await booked(database, [endOfDay(addCalendarDays(from, -1)), endOfDay(to), kinds])).map(({ id }) => id);
