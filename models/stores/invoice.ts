/** Reads the read model of invoices. Its projection writes it. */
import type { Sequelize, Transaction } from 'sequelize';
import type { AwardGround } from '../../charts/fee/types.ts';
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import { query, select, statement } from '../statement.ts';
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

export interface LimitRow {
  id: string;
  paper_number: string;
  limit_from: string;
  limits: boolean;
  snapshot: { context: InvoiceContext };
  /** By the clock of its life. */
  now: Date;
}

const LIMITS = `select invoice.id, paper_number, limit_from::text, limits, snapshot, clock_timestamp() + clock_offset * interval '1 millisecond' as now
  from invoice join life on life.id = invoice.id where customer = $1 and limit_from is not null`;

const limits = query<LimitRow>('invoice-limits', `${LIMITS} order by invoice.number`);
/** The unpaid invoices because of which a customer was told that new tasks are limited, now or from a day to come. */
export const limitsOn = (database: Sequelize, customer: string): Promise<LimitRow[]> => limits(database, [customer]);

const limiting = statement<LimitRow>('invoice-limiting', `${LIMITS} and limits order by invoice.number for share of invoice`);
/** Those that limit new tasks now. Waits for a payment that is being recorded: paid before is paid, and posted before is posted. */
export const holdLimits = (transaction: Transaction, customer: string): Promise<LimitRow[]> => limiting(transaction, [customer]);

export interface LineRow {
  fee: string;
  principal: string;
  charged_at: Date;
  /** Of the task; null for a subscription. */
  task_number: string | null;
  /** The month of a subscription. */
  period: string | null;
  /** The number of the claim after the end of the task, and what decided it. */
  claim: { number: string; ground: AwardGround } | null;
}

const lines = query<LineRow>(
  'invoice-lines',
  `select fee.id as fee, fee.principal, fee.charged_at, task.number as task_number, life.snapshot -> 'context' ->> 'period' as period,
     case when claim.id is not null then jsonb_build_object('number', claim.number::text, 'ground', life.snapshot #>> '{context,award,ground}') end as claim
   from bill_line join fee on fee.id = bill_line.fee join life on life.id = fee.id left join task on task.id = fee.parent
     left join life as claim on claim.id = life.snapshot #>> '{context,award,claim}'
   where bill_line.invoice = $1 order by fee.number`,
);
/** The fees that an invoice gathers, as its papers list them. */
export const linesOf = (database: Sequelize, invoice: string): Promise<LineRow[]> => lines(database, [invoice]);
