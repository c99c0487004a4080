/** Reads the ledger as it stood at a moment, for the finance. Sums are tiyn. */
import type { Sequelize } from 'sequelize';
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import { query } from '../statement.ts';

export interface Balance {
  kind: string;
  code: string;
  /** Credits less debits. */
  posted: string;
  pending: string;
}

// The counters of the accounts are those of now: what came since goes off again. So the cost is that of the entries since then.
const AT = `since as (
    select account, sum(credit - debit) as posted, sum(credit_pending - debit_pending) as pending from entry where at >= $1 group by account),
  stood as (
    select id, kind, code, credits_posted - debits_posted - coalesce(since.posted, 0) as posted,
      credits_pending - debits_pending - coalesce(since.pending, 0) as pending
    from ledger_account left join since on since.account = ledger_account.id)`;

const balances = query<Balance>(
  'finance-balances',
  `with ${AT} select kind, code, sum(posted)::text as posted, sum(pending)::text as pending from stood
   where kind = any ($2) group by kind, code having sum(posted) <> 0 or sum(pending) <> 0 order by kind, code`,
);
/** The accounts of some kinds that had a balance at a moment. */
export const balancesAt = (database: Sequelize, moment: string, kinds: readonly string[]): Promise<Balance[]> =>
  balances(database, [moment, kinds]);

export interface OwedRow {
  customer: string;
  /** The life that it is owed for: an invoice, a debt, or a fee that was no line of an invoice yet. */
  item: string;
  amount: string;
  invoice: InvoiceContext | null;
  /** Of a debt. */
  due_on: string | null;
}
const owed = query<OwedRow>(
  'finance-owed',
  `with ${AT},
   items as (
     select code, coalesce(invoice.id, entry.life) as item, sum(entry.debit - entry.credit) as amount
     from stood join entry on entry.account = stood.id and entry.at < $1
       left join bill_line on bill_line.fee = entry.life left join invoice on invoice.id = bill_line.invoice and invoice.drawn_on <= $2::date
     where kind = 'receivable' and posted <> 0 group by 1, 2 having sum(entry.debit - entry.credit) <> 0)
   select right(code, 36) as customer, item, items.amount::text, case when life.kind = 'invoice' then life.snapshot -> 'context' end as invoice,
     debt.due_on::text from items join life on life.id = item left join debt on debt.id = item order by code, item`,
);
/** What customers owed at the end of a civil date, which `moment` is: the parts of each account `receivable`. */
export const owedAt = (database: Sequelize, moment: string, on: string): Promise<OwedRow[]> => owed(database, [moment, on]);

export interface FeeIncome {
  kind: 'commission' | 'subscription' | 'credited' | 'extra';
  /** Basis points of a commission. */
  rate: number | null;
  /** The price of a subscription. */
  per_month: string | null;
  month: string;
  year: string;
}
const income = query<FeeIncome>(
  'finance-income',
  `select case when code = 'income/extra' then 'extra' when fee.id is null then 'credited' when fee.parent like 'account/%' then 'subscription' else 'commission' end as kind,
     (task.snapshot -> 'context' -> 'terms' -> 'fee' ->> 'rate')::int as rate,
     case when fee.parent like 'account/%' then fee.principal::text end as per_month,
     coalesce(sum(entry.credit - entry.debit) filter (where entry.at >= $2), 0)::text as month, sum(entry.credit - entry.debit)::text as year
   from ledger_account join entry on entry.account = ledger_account.id and entry.at >= $1 and entry.at < $3
     left join fee on fee.id = entry.life left join life as task on task.id = fee.parent
   where code in ('income/fee', 'income/extra') group by 1, 2, 3 order by 1, 2, 3`,
);
/** Income by tariff from the beginnings of a year and of a month until a moment. */
export const incomeUntil = (
  database: Sequelize,
  { year, month, until }: Record<'year' | 'month' | 'until', string>,
): Promise<FeeIncome[]> => income(database, [year, month, until]);

const spent = query<Record<'month' | 'year', string>>(
  'finance-spent',
  `select coalesce(sum(debit - credit) filter (where at >= $3), 0)::text as month, coalesce(sum(debit - credit), 0)::text as year
   from ledger_account join entry on entry.account = ledger_account.id where code = $1 and at >= $2 and at < $4`,
);
/** An expense from the beginnings of a year and of a month until a moment. */
export const spentUntil = async (
  database: Sequelize,
  account: string,
  { year, month, until }: Record<'year' | 'month' | 'until', string>,
): Promise<Record<'month' | 'year', string>> => (await spent(database, [account, year, month, until]))[0] ?? { month: '0', year: '0' };

export interface SocialRow {
  code: string;
  month: string;
  withheld: string;
  settled: string;
}
const social = query<SocialRow>(
  'finance-social',
  `select code, to_char(at at time zone 'Asia/Almaty', 'YYYY-MM') as month, sum(credit)::text as withheld, sum(debit)::text as settled
   from ledger_account join entry on entry.account = ledger_account.id
   where kind = 'social' and at < $1 group by 1, 2 having sum(credit) + sum(debit) > 0 order by 1, 2`,
);
/** What was withheld for social payments and settled, by account and month, until a moment. */
export const socialUntil = (database: Sequelize, moment: string): Promise<SocialRow[]> => social(database, [moment]);
