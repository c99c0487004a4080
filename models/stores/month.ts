/** The books of a month, and whether it is closed. */
import type { Sequelize, Transaction } from 'sequelize';
import type { MonthTotals } from '../../charts/month/types.ts';
import type { OpenMatters } from '../../rules/month-end.ts';
import { either, statement } from '../statement.ts';

const share = statement('month-share', 'select pg_advisory_xact_lock_shared(hashtextextended($1, 0))');
const hold = statement('month-hold', 'select pg_advisory_xact_lock(hashtextextended($1, 0))');
const closed = statement<{ closed: boolean }>(
  'month-closed',
  `select exists (select from life where kind = 'month' and starts_with(id, $1 || '/') and state = 'closed') as closed`,
);

/** Whether a month is closed, by its key. Until the transaction ends, nobody closes it. */
export async function isClosed(transaction: Transaction, key: string): Promise<boolean> {
  await share(transaction, [key]);
  return (await closed(transaction, [key]))[0]?.closed ?? false;
}

/** Waits for every record that asked whether the month is closed, and lets none ask until the transaction ends. */
export const holdMonth = async (transaction: Transaction, key: string): Promise<void> => {
  await hold(transaction, [key]);
};

export interface Closing {
  id: string;
  state: string;
  /** The hash of what was closed. */
  sha256: string;
}
const closings = either<Closing>(
  'month-closings',
  `select id, state, snapshot -> 'context' ->> 'sha256' as sha256 from life
   where kind = 'month' and starts_with(id, $1 || '/') and seq > 0 order by number`,
);
/** The closings of a month by its key, the first one first. All but the last were opened again. */
export const closingsOf = (database: Sequelize, key: string): Promise<Closing[]> => closings(database, [key]);

interface Span {
  /** The moments at which the month begins and ends (UTC, ISO-8601). */
  begins: string;
  ends: string;
}

// The counters of the accounts are those of now: what was posted since goes off again. So the cost is that of the entries since the month began.
const turnovers = either<MonthTotals['accounts'][number]>(
  'month-turnovers',
  `with since as (
     select account, coalesce(sum(credit - debit) filter (where at >= $2), 0) as later,
       coalesce(sum(debit) filter (where at < $2), 0) as debits, coalesce(sum(credit) filter (where at < $2), 0) as credits
     from entry where at >= $1 group by account),
   summed as (
     select kind, sum(credits_posted - debits_posted - coalesce(later, 0)) as closing,
       sum(coalesce(debits, 0)) as debits, sum(coalesce(credits, 0)) as credits
     from ledger_account left join since on since.account = ledger_account.id group by kind)
   select kind, (closing - credits + debits)::text as opening, debits::text, credits::text, closing::text from summed
   where closing <> 0 or debits + credits > 0 or closing - credits + debits <> 0 order by kind`,
);
// The day of the bank is never later than its record, so the entries since the month began are enough.
const received = either<{ sum: string }>(
  'month-received',
  `select coalesce(sum(entry.debit), 0)::text as sum
   from ledger_account join entry on entry.account = ledger_account.id join event on (event.life, event.seq) = (entry.life, entry.seq)
   where ledger_account.code = 'bank/operator' and entry.at >= $1 and entry.debit > 0
     and left(coalesce(event.input ->> 'paidOn', event.input ->> 'on', to_char(entry.at at time zone 'Asia/Almaty', 'YYYY-MM-DD')), 7) = $2`,
);

/** What is hashed when a month is closed. */
export async function totalsOf(from: Sequelize | Transaction, month: string, { begins, ends }: Span): Promise<MonthTotals> {
  const accounts = await turnovers(from, [begins, ends]);
  const [row] = await received(from, [begins, month]);
  return { accounts, received: row?.sum ?? '0' };
}

const matters = either<OpenMatters>(
  'month-matters',
  `select
     (select count(*)::int from life where kind in ('inflow', 'outflow') and not done and snapshot -> 'context' ->> 'on' < $3) as suspense,
     (select count(*)::int from unbilled_fee join fee on fee.id = unbilled_fee.fee where charged_at < $2) as unbilled,
     (select count(*)::int from provider_difference where closed_at is null) as differences,
     (select count(distinct code)::int from ledger_account
       where kind = 'provider' and exists (select from entry where account = ledger_account.id and at >= $1 and at < $2 and debit + credit > 0)
         and not exists (select from reconciliation where 'provider/' || provider = code and to_at >= $2)) as "notCompared",
     (select count(*)::int from ledger_fault) as "ledgerFaults"`,
);
/** What may stand in the way of closing. `next`: the first day of the next month. */
export async function openMatters(from: Sequelize | Transaction, { begins, ends, next }: Span & { next: string }): Promise<OpenMatters> {
  const [row] = await matters(from, [begins, ends, next]);
  return row as OpenMatters;
}

export interface MonthFigures {
  drawn: number;
  /** Tiyn, as all sums. */
  billed: string;
  unpaid: number;
  owed: string;
  /** Money in suspense now that came by the month's last day. */
  suspense: string;
  /** Payouts ordered now and not confirmed. */
  in_transit: string;
}
const figures = either<MonthFigures>(
  'month-figures',
  `select drawn.*,
     (select coalesce(sum((snapshot -> 'context' ->> 'amount')::bigint), 0)::text from life
       where kind in ('inflow', 'outflow') and not done and snapshot -> 'context' ->> 'on' < $2::text) as suspense,
     (select coalesce(sum(credits_pending + credits_posted - debits_posted), 0)::text from ledger_account where code = 'in-transit/payouts') as in_transit
   from (
     select count(*)::int as drawn, coalesce(sum(principal), 0)::text as billed, count(*) filter (where open)::int as unpaid,
       coalesce(sum(greatest(principal - credited - paid, 0)) filter (where open), 0)::text as owed
     from (select *, state not in ('paid', 'credited', 'writtenOff') as open from invoice where drawn_on >= $1::date and drawn_on < $2::text::date) as of_month) as drawn`,
);
/** What an accountant looks at besides the books: it may change after the month. `first`, `next`: the first days of the month and of the next one. */
export async function monthFigures(database: Sequelize, first: string, next: string): Promise<MonthFigures> {
  const [row] = await figures(database, [first, next]);
  return row as MonthFigures;
}

export interface RevenueRow {
  /** Basis points of the commission; null for a subscription. */
  rate: number | null;
  /** Tiyn: the subscription for a month; null for a commission. */
  per_month: string | null;
  fees: number;
  sum: string;
}
const revenue = either<RevenueRow>(
  'month-revenue',
  `select (task.snapshot -> 'context' -> 'terms' -> 'fee' ->> 'rate')::int as rate,
     case when fee.parent like 'account/%' then fee.principal::text end as per_month, count(*)::int as fees, sum(fee.principal)::text as sum
   from fee left join life as task on task.id = fee.parent
   where fee.charged_at >= $1 and fee.charged_at < $2 and fee.principal > 0 group by 1, 2 order by 1, 2`,
);
/** The fees of a month by tariff: commissions by their rate, subscriptions by their price. */
export const revenueOf = (database: Sequelize, { begins, ends }: Span): Promise<RevenueRow[]> => revenue(database, [begins, ends]);
