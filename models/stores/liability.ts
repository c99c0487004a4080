/** What accounts paid to the operator, as the ledger has it. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface PaidRow {
  /** The civil date of the payment: the one that its event names, else that of the record. */
  on: string;
  at: Date;
  life: string;
  /** The code of the posting. */
  reason: string;
  /** Tiyn. Negative for what came back. */
  amount: string;
}

// Money is the bank, what came by card or without a name, and an advance: from there a debt is paid, and there goes back what was paid of it. A set-off or a
// write-off is no money. What is paid for damage is a debt of its own and no fee.
const MONEY = `('bank/operator', 'advance/' || $1)`;
const paid = query<PaidRow>(
  'liability-paid',
  `select coalesce(event.input ->> 'paidOn', to_char(posting.at at time zone 'Asia/Almaty', 'YYYY-MM-DD')) as on, posting.at, posting.life, posting.code as reason,
     (case when posting.credit = own.code then amount else - amount end)::text as amount
   from ledger_account as own join entry on entry.account = own.id join posting using (life, seq, index) join event using (life, seq)
   where own.code = 'receivable/' || $1 and phase in ('single', 'post') and posting.life not like 'debt/%'
     and (posting.credit = own.code and (posting.debit in ${MONEY} or posting.debit like 'suspense/%' or posting.debit like 'held/%')
       or posting.debit = own.code and (posting.credit in ${MONEY} or posting.credit like 'held/%'))
   order by entry.version`,
);
/** Each sum that an account paid for fees and their penalties, and what came back of them. */
export const paidToOperator = (database: Sequelize, account: string): Promise<PaidRow[]> => paid(database, [account]);
