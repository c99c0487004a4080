/** What money that came is compared with. */
import type { Sequelize } from 'sequelize';
import { sealingOf } from '../sealed-column.ts';
import { query } from '../statement.ts';
import { IDENTIFIER } from './account.ts';

export interface PayableRow {
  id: string;
  number: string;
  /** Tiyn. */
  left: string;
  /** Whether the payer's IIN or BIN is that of its customer; null if none is named. */
  isOfPayer: boolean | null;
}

const payable = query<PayableRow>(
  'inflow-payable',
  `select invoice.id, paper_number as number, (principal - credited - paid)::text as left,
     case when $2::text[] is null then null else account.identifier_hash = any ($2::text[]) end as "isOfPayer"
   from invoice join account on account.id = invoice.customer join life on life.id = invoice.id
   where not life.done and (paper_number = any ($1::text[]) or account.identifier_hash = any ($2::text[]) or principal - credited - paid = $3::bigint)
   order by invoice.number limit 100`,
);
/** The unpaid invoices that a payment may be for: of these numbers, of the payer, or of the sum. */
export const payableBy = (
  database: Sequelize,
  { numbers, identifier, amount }: { numbers: readonly string[]; identifier: string | null; amount: string },
): Promise<PayableRow[]> =>
  payable(database, [numbers, identifier === null ? null : sealingOf(database).searchHashes(IDENTIFIER, identifier), amount]);
