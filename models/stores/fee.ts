/** Reads the read model of fees. Its projection writes it. */
import type { Sequelize, Transaction } from 'sequelize';
import type { FeeTerms } from '../../charts/fee/types.ts';
import { either, select } from '../statement.ts';
import { lockAll } from './advisory-lock.ts';
import type { Page, Reader } from './list.ts';
import { collect } from './list.ts';

export interface FeeRow {
  id: string;
  number: string;
  state: string;
  parent: string;
  customer: string;
  principal: string;
  /** The invoice that it is a line of. */
  invoice: string | null;
  charged_at: Date;
}

interface FeeFilter extends Page {
  invoice?: string | undefined;
  /** Only what is no line of an invoice yet. */
  open: boolean;
}

/** One page of the fees that an account may see, newest first: its own, or all for the operator. */
export async function listFees(
  database: Sequelize,
  { account, roles }: Reader,
  { invoice, open, after, limit }: FeeFilter,
): Promise<FeeRow[]> {
  const { bind, put } = collect(limit);
  const conditions = [
    ...(roles.includes('operator') ? [] : [`customer = ${put(account)}`]),
    ...(invoice === undefined ? [] : [`bill_line.invoice = ${put(invoice)}`]),
    ...(open ? ['exists (select from unbilled_fee where unbilled_fee.fee = id)'] : []),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return select<FeeRow>(
    database,
    `select id, number, state, parent, customer, principal, bill_line.invoice, charged_at
     from fee left join bill_line on bill_line.fee = fee.id ${where} order by number desc limit $1`,
    bind,
  );
}

/** What the commission on a claim after a task is reckoned by. Sums are tiyn, as decimal strings. */
export interface TaskWork {
  customer: string;
  terms: FeeTerms;
  /** The account of the work, and the number of the claims' awards that are in it. */
  work: string;
  charged: string;
  awards: number;
}

const work = either<TaskWork>(
  'fee-task-work',
  `select task.snapshot #>> '{context,customer}' as customer, task.snapshot #> '{context,terms,fee}' as terms,
     coalesce(last.award ->> 'work', task.snapshot #>> '{context,approved}') as work,
     coalesce(last.award ->> 'charged', task.snapshot #>> '{context,charged}') as charged, coalesce((last.award ->> 'nth')::int, 0) as awards
   from life as task left join lateral (
     select life.snapshot #> '{context,award}' as award from fee join life using (id)
     where fee.parent = task.id and life.snapshot #> '{context,award}' is not null order by (life.snapshot #>> '{context,award,nth}')::int desc limit 1
   ) as last on true
   where task.id = $1`,
);
/** The work of a task that is over, with what claims after it brought. */
export const workOf = async (from: Sequelize | Transaction, task: string): Promise<TaskWork | undefined> => (await work(from, [task]))[0];

/** The same, and no other claim brings anything until the transaction ends. */
export async function holdWork(transaction: Transaction, task: string): Promise<TaskWork | undefined> {
  await lockAll(transaction, [`work of ${task}`]);
  return workOf(transaction, task);
}
