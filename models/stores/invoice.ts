/** Reads the read model of invoices. Its projection writes it. */
import type { Sequelize } from 'sequelize';
import { query, select } from '../statement.ts';
import type { Page, Reader } from './list.ts';
import { collect } from './list.ts';

export interface InvoiceRow {
  id: string;
  number: string;
  paper_number: string;
  customer: string;
  period: string;
  state: string;
  principal: string;
  credited: string;
  paid: string;
  drawn_on: string;
  due_on: string;
  changed_at: Date;
}

interface InvoiceFilter extends Page {
  state?: string | undefined;
}

/** One page of the invoices that an account may see, newest first: its own, or all for the operator. */
export async function listInvoices(
  database: Sequelize,
  { account, roles }: Reader,
  { state, after, limit }: InvoiceFilter,
): Promise<InvoiceRow[]> {
  const { bind, put } = collect(limit);
  const conditions = [
    ...(roles.includes('operator') ? [] : [`customer = ${put(account)}`]),
    ...(state === undefined ? [] : [`state = ${put(state)}`]),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return select<InvoiceRow>(
    database,
    `select id, number, paper_number, customer, period, state, principal, credited, paid, drawn_on::text, due_on::text, changed_at
     from invoice ${where} order by number desc limit $1`,
    bind,
  );
}

export interface LineRow {
  fee: string;
  principal: string;
  charged_at: Date;
  /** Of the task; null for a subscription. */
  task_number: string | null;
  /** The month of a subscription. */
  period: string | null;
}

const lines = query<LineRow>(
  'invoice-lines',
  `select fee.id as fee, fee.principal, fee.charged_at, task.number as task_number, life.snapshot -> 'context' ->> 'period' as period
   from bill_line join fee on fee.id = bill_line.fee join life on life.id = fee.id left join task on task.id = fee.parent
   where bill_line.invoice = $1 order by fee.number`,
);
/** The fees that an invoice gathers, as its papers list them. */
export const linesOf = (database: Sequelize, invoice: string): Promise<LineRow[]> => lines(database, [invoice]);
