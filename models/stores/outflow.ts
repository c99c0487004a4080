/** What money that left the operator's account is compared with. Sums are tiyn. */
import type { Sequelize } from 'sequelize';
import { sealingOf } from '../sealed-column.ts';
import { query } from '../statement.ts';
import { IDENTIFIER } from './account.ts';

/** A line of a payment order that the bank has. */
export interface DueRow {
  pays: string;
  order: string;
  /** `PP-2026-17` */
  number: string;
  nth: number;
  amount: string;
  /** Whether the IIN or BIN is that of its payee; null if the statement names none. */
  isOfPayee: boolean | null;
}

const NUMBER = `'PP-' || bank_order.year || '-' || bank_order.seq`;

const due = query<DueRow>(
  'outflow-due',
  `select line.payout as pays, line.bank_order as "order", ${NUMBER} as number, line.nth, line.amount::text,
     case when $2::text[] is null then null else account.identifier_hash = any ($2::text[]) end as "isOfPayee"
   from bank_order_line as line join bank_order on bank_order.id = line.bank_order join account on account.id = line.account
   where line.state = 'atBank'
     and (${NUMBER} = any ($1::text[]) or account.identifier_hash = any ($2::text[]) or line.amount = $3::bigint)
   order by bank_order.year, bank_order.seq, line.nth limit 1000`,
);
/** The lines at the bank that an entry may have paid: of these orders, of the payee, or of the sum. */
export const dueLines = (
  database: Sequelize,
  { orders, identifier, amount }: { orders: readonly string[]; identifier: string | null; amount: string },
): Promise<DueRow[]> =>
  due(database, [orders, identifier === null ? null : sealingOf(database).searchHashes(IDENTIFIER, identifier), amount]);

const records = query<{ record: string }>(
  'outflow-records',
  `select record from (
     select id as record, snapshot -> 'context' ->> 'amount' as amount from life where id = $1 and kind = 'inflow' and state = 'sentBack'
     union all
     select life.id || '/' || (paid.value ->> 'order'), sum((snapshot -> 'context' -> 'totals' ->> paid.key)::bigint)::text
     from life cross join jsonb_each(case kind when 'social-transfer' then snapshot -> 'context' -> 'paid' else '{}' end) as paid
     where life.id = $1 and paid.value ->> 'outflow' is null
     group by life.id, paid.value ->> 'order'
     having $4::text is null or bool_or(paid.key = $4)) as recorded
   where amount = $2 and not exists (select from bank_record where bank_record.record = recorded.record and outflow <> $3)
   order by record`,
);
/**
 * What the finance recorded of a life as paid from the bank account with this sum, and no entry but this stands for; of a social transfer what paid this
 * component.
 */
export const recordsOf = async (
  database: Sequelize,
  {
    life,
    amount,
    component = null,
    outflow = '',
  }: { life: string; amount: string; component?: string | null | undefined; outflow?: string },
): Promise<string[]> => (await records(database, [life, amount, outflow, component])).map(({ record }) => record);

const claim = query<{ outflow: string }>(
  'outflow-claim',
  `with claimed as (insert into bank_record (record, outflow) values ($1, $2) on conflict do nothing returning outflow)
   select outflow from claimed union select outflow from bank_record where record = $1 and outflow = $2`,
);
/** The entry stands for what was recorded, unless another one does. */
export const claimRecord = async (database: Sequelize, record: string, outflow: string): Promise<boolean> =>
  (await claim(database, [record, outflow])).length > 0;

const recorded = query<{ life: string }>(
  'outflow-recorded',
  `select life.id as life from life
   where (kind = 'inflow' and state = 'sentBack' and snapshot -> 'context' ->> 'amount' = $1
       and not exists (select from bank_record where record = life.id))
     or (kind = 'social-transfer' and exists (
       select from jsonb_path_query(snapshot, '$.context.paid.*') as paid where paid ->> 'order' = $2 and paid ->> 'outflow' is null))
   order by life.id limit 20`,
);
/** Money that was sent back with this sum, and social transfers of this order, without an entry of a statement yet. */
export const recordedAs = async (database: Sequelize, amount: string, order: string): Promise<string[]> =>
  (await recorded(database, [amount, order])).map(({ life }) => life);

const returnable = query<{ pays: string; number: string; nth: number; amount: string }>(
  'outflow-returnable',
  `select payout as pays, ${NUMBER} as number, nth, amount::text from bank_order_line as line join bank_order on bank_order.id = line.bank_order
   where line.state in ('atBank', 'paid') and ${NUMBER} = any ($1::text[])`,
);
/** The lines of these orders that may have come back. */
export const returnableLines = (database: Sequelize, orders: readonly string[]) => returnable(database, [orders]);
