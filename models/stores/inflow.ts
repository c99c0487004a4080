/** What money that came is compared with. */
import type { Sequelize, Transaction } from 'sequelize';
import { sealingOf } from '../sealed-column.ts';
import { query, statement } from '../statement.ts';
import { IDENTIFIER } from './account.ts';
import { lockAll } from './advisory-lock.ts';

export interface PayableRow {
  id: string;
  number: string;
  /** Tiyn. */
  left: string;
  /** Whether the payer's IIN or BIN is that of its debtor; null if none is named. */
  isOfPayer: boolean | null;
}

const payable = query<PayableRow>(
  'inflow-payable',
  `with payable as (
     select invoice.id, invoice.number as turn, paper_number as number, (principal - credited - paid) as left, customer as debtor
     from invoice join life on life.id = invoice.id where not life.done
     union all
     select debt.id, debt.number, '№ ' || debt.number, owed, debtor from debt join life on life.id = debt.id where creditor is null and not life.done)
   select payable.id, payable.number, payable.left::text, case when $2::text[] is null then null else identifier_hash = any ($2::text[]) end as "isOfPayer"
   from payable join account on account.id = payable.debtor
   where payable.number = any ($1::text[]) or identifier_hash = any ($2::text[]) or payable.left = $3::bigint
   order by turn limit 100`,
);
/** The unpaid invoices and debts to the operator that a payment may be for: of these numbers, of the payer, or of the sum. */
export const payableBy = (
  database: Sequelize,
  { numbers, identifier, amount }: { numbers: readonly string[]; identifier: string | null; amount: string },
): Promise<PayableRow[]> =>
  payable(database, [numbers, identifier === null ? null : sealingOf(database).searchHashes(IDENTIFIER, identifier), amount]);

const held = statement<{ held: string }>('inflow-held', `select (-balance('provider/' || $1))::text as held`);
/** What a provider holds by the books, in tiyn. Two settlements with one provider wait for each other. */
export async function heldByProvider(transaction: Transaction, provider: string): Promise<bigint> {
  await lockAll(transaction, [`settlement/${provider}`]);
  const [row] = await held(transaction, [provider]);
  return BigInt(row?.held ?? 0);
}
