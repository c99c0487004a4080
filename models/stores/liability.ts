/** What accounts paid to the operator, as the ledger has it. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Outcome } from '../../charts/dispute/types.ts';
import { either, query, statement } from '../statement.ts';
import { lockAll } from './advisory-lock.ts';

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

const joined = query<{ on: string }>(
  'liability-joined',
  `select to_char(created_at at time zone 'Asia/Almaty', 'YYYY-MM-DD') as on from account where id = $1`,
);
/** The civil date from which the account is there: nothing can have happened to it before. */
export const dayOfAccount = async (database: Sequelize, account: string): Promise<string | undefined> =>
  (await joined(database, [account]))[0]?.on;

export interface AnsweredRow {
  /** The dispute, and the civil date of its event. */
  claim: string;
  on: string;
  by: Outcome['by'];
  /** Tiyn; above zero. */
  amount: string;
}

// What was admitted of a claim stands, whatever becomes of the rest.
const ANSWERED = `select dispute.id as claim, life.snapshot #>> '{context,happenedOn}' as on, coalesce(life.snapshot #>> '{context,outcome,by}', 'admission') as by,
     coalesce(life.snapshot #>> '{context,outcome,toClaimant}', life.snapshot #>> '{context,admitted}') as amount
   from dispute join life using (id)
   where dispute.against = 'operator' and dispute.amount is not null
     and coalesce(life.snapshot #>> '{context,outcome,toClaimant}', life.snapshot #>> '{context,admitted}', '0') <> '0'`;

const answered = query<AnsweredRow>('liability-answered', `${ANSWERED} and dispute.claimant = $1 order by dispute.number`);
/** What the operator answers for to an account by its claims. */
export const answeredTo = (database: Sequelize, account: string): Promise<AnsweredRow[]> => answered(database, [account]);

const beside = either<AnsweredRow>(
  'liability-answered-beside',
  `${ANSWERED} and dispute.id <> $1 and dispute.claimant = (select claimant from dispute where id = $1)
     and life.snapshot #>> '{context,happenedOn}' between
       (select snapshot #>> '{context,terms,liability,from}' from life where id = $1) and (select snapshot #>> '{context,terms,liability,to}' from life where id = $1)
   order by dispute.number`,
);
/** What it answers for by other claims of the same account, for events of the days whose payments the limit of this claim counts. */
export const answeredBeside = (from: Sequelize | Transaction, dispute: string): Promise<AnsweredRow[]> => beside(from, [dispute]);

const claimant = statement<{ claimant: string }>('liability-claimant', 'select claimant from dispute where id = $1');
/** The same, and nothing is answered for to the account until the transaction ends. */
export async function holdAnswered(transaction: Transaction, dispute: string): Promise<AnsweredRow[]> {
  const [row] = await claimant(transaction, [dispute]);
  await lockAll(transaction, [`answers to ${row?.claimant}`]);
  return answeredBeside(transaction, dispute);
}
