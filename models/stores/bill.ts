/**
 * A bill: which fees become one invoice, and its number. It is written in one statement under a lock, and its life is created after that: so numbers have no
 * holes, a fee is invoiced once, and what a process left half done is finished by the next run.
 */
import type { Sequelize } from 'sequelize';
import type { ChosenPlan } from '../../charts/account/types.ts';
import type { PayTerms } from '../../rules/pay-terms.ts';
import { query, statement } from '../statement.ts';
import { BEFORE_ALL_ACCOUNTS } from './account.ts';

/** An invoice with more lines is split. */
const MOST_LINES = 500;
/** Customers whose fees one statement gathers: a month of all would take longer than a statement may. */
const AT_ONCE = 500;

const queue = statement('bill-queue', `select pg_advisory_xact_lock(hashtextextended('bill', 0))`);
const gather = statement<{ customer: string }>(
  'bill-gather',
  `with own as materialized (
     select distinct customer from unbilled_fee where customer > $5 order by customer limit ${AT_ONCE}),
   open as (
     select fee.id, fee.customer, principal, terms, (row_number() over (partition by fee.customer, terms order by fee.number) - 1) / ${MOST_LINES} as part
     from own join unbilled_fee using (customer) join fee on fee.id = unbilled_fee.fee where charged_at < $1),
   summed as (
     select 'invoice/' || gen_random_uuid() as id, customer, terms, part, sum(principal)::bigint as principal, count(*)::int as lines
     from open group by customer, terms, part having sum(principal) >= $2),
   placed as (
     select summed.*, row_number() over (order by customer, part, id) as place, row_number() over (partition by customer order by part, id) as own from summed),
   billed as (
     insert into bill (id, customer, period, year, seq, principal, advance, lines, terms)
     select id, customer, $3, $4::int, coalesce((select max(seq) from bill where year = $4::int), 0) + place, principal,
       -- What another invoice is about to take is not taken twice.
       case when own > 1 or exists (select from bill as other where other.customer = placed.customer
           and not exists (select from life where life.id = other.id)) then 0
         else least(principal, greatest(0, balance('advance/' || customer))) end, lines, terms
     from placed),
   lined as (
     insert into bill_line (fee, invoice)
     select open.id, placed.id from open join placed on placed.customer = open.customer and placed.terms = open.terms and placed.part = open.part)
   select customer from own order by customer desc limit 1`,
);

interface Gathered {
  /** Fees that arose before this moment (UTC, ISO-8601). */
  before: string;
  /** Only where they come to so many tiyn. */
  least: number;
  /** The month that the invoice names: `2026-11`. */
  period: string;
  /** Of the number. */
  year: number;
}

/** Gathers the fees that are no line of an invoice yet, by customer and terms of payment. Two at once wait for each other. `alive` is called in between. */
export async function gatherFees(database: Sequelize, { before, least, period, year }: Gathered, alive: () => void): Promise<void> {
  for (let last: string | undefined = BEFORE_ALL_ACCOUNTS; last !== undefined; alive()) {
    const after: string = last;
    const rows = await database.transaction(async (transaction) => {
      await queue(transaction, []);
      return gather(transaction, [before, least, period, year, after]);
    });
    last = rows[0]?.customer;
  }
}

export interface Bill {
  id: string;
  customer: string;
  period: string;
  year: number;
  seq: number;
  principal: string;
  advance: string;
  lines: number;
  terms: PayTerms;
}
const open = query<Bill>(
  'bills-open',
  `select id, customer, period, year, seq, principal, advance, lines, terms from bill
   where (year, seq) > ($2::int, $3::int) and not exists (select from life where life.id = bill.id) order by year, seq limit $1`,
);
/** Bills whose life was not created yet, in the order of their numbers, after one of them. */
export const openBills = (database: Sequelize, most: number, after?: Pick<Bill, 'year' | 'seq'>): Promise<Bill[]> =>
  open(database, [most, after?.year ?? 0, after?.seq ?? 0]);

const customers = query<{ account: string; plans: ChosenPlan[] | null }>(
  'bill-customers',
  `select account.id as account, life.snapshot -> 'context' -> 'plans' as plans from account join life on life.id = 'account/' || account.id
   where account.id > $2 and 'customer' = any (account.roles) and account.kind <> 'staff' and account.offer_accepted is not null and not life.done
     and account.created_at < $1::date::timestamp at time zone 'Asia/Almaty'
     and not exists (select from fee where fee.id = 'fee/' || account.id || '/' || to_char($1::date, 'YYYYMM'))
   order by account.id limit $3`,
);
/** Customers who had joined before a month began and have no fee of its subscription yet, after an account. `month`: its first day. */
export const customersToSubscribe = async (database: Sequelize, month: string, after: string, most: number) =>
  (await customers(database, [month, after, most])).map(({ account, plans }) => ({ account, plans: plans ?? [] }));
