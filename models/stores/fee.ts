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
  paid: string;
  due_on: string;
  charged_at: Date;
  changed_at: Date;
}

interface FeeFilter extends Page {
  state?: string | undefined;
}

/** One page of the fees that an account may see, newest first: its own, or all for the operator. */
export async function listFees(database: Sequelize, { account, roles }: Reader, { state, after, limit }: FeeFilter): Promise<FeeRow[]> {
  const { bind, put } = collect(limit);
  const conditions = [
    ...(roles.includes('operator') ? [] : [`customer = ${put(account)}`]),
    ...(state === undefined ? [] : [`state = ${put(state)}`]),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return select<FeeRow>(
    database,
    `select id, number, state, parent, customer, principal, paid, due_on::text, charged_at, changed_at
     from fee ${where} order by number desc limit $1`,
    bind,
  );
}
