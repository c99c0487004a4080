/** Reads the read model of fees. Its projection writes it. */
import type { Sequelize } from 'sequelize';
import { select } from '../statement.ts';
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
    ...(open ? ['principal > 0 and not billed'] : []),
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
