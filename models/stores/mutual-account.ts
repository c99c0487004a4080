/** Reads what the ledger has of a customer's settlements with the operator. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

interface Row {
  /** Tiyn: what the customer owed when the period began. */
  opening: string;
  at: Date | null;
  debit: string;
  credit: string;
  amount: string;
  reason: string;
  event: string;
  nth: number;
  invoice: string | null;
  paid_on: string | null;
}
export type MutualRow = Row & { at: Date };

// Sums and not balances: of two entries at midnight the later moment may have been written first.
const read = query<Row>(
  'ledger-mutual-account',
  `with own as (
     select entry.*, entry.at < $2 as earlier from ledger_account join entry on entry.account = ledger_account.id
     where code in ('receivable/' || $1, 'advance/' || $1) and entry.at < $3 and entry.debit + entry.credit > 0)
   select coalesce((select sum(debit - credit) from own where earlier), 0)::text as opening, posted.*
   from (select) as one left join (
     select own.at, posting.debit, posting.credit, (own.debit + own.credit)::text as amount, posting.code as reason, event.type as event,
       (select count(*)::int from event as same where same.life = event.life and same.type = event.type and same.seq <= event.seq) as nth,
       bill.year || '-' || bill.seq as invoice,
       coalesce(event.input ->> 'paidOn', (select input ->> 'on' from event as first where first.life = own.life and first.type = 'enter')) as paid_on,
       own.life, own.seq, own.index
     from own join posting on (posting.life, posting.seq, posting.index) = (own.life, own.seq, own.index)
       join event on (event.life, event.seq) = (own.life, own.seq)
       left join bill_line on bill_line.fee = own.life
       left join bill on bill.id = coalesce(bill_line.invoice, own.life)
     where not own.earlier) as posted on true
   order by posted.at, posted.life, posted.seq, posted.index`,
);

/** What a customer owed at a moment (tiyn, less its advance), and what was posted from it until another moment. */
export async function mutualPostings(
  database: Sequelize,
  account: string,
  from: string,
  until: string,
): Promise<{ opening: string; rows: MutualRow[] }> {
  const rows = await read(database, [account, from, until]);
  return { opening: rows[0]?.opening ?? '0', rows: rows.filter((row): row is MutualRow => row.at !== null) };
}
