/** Reads the read model of debts. Its projection writes it. */
import type { Sequelize } from 'sequelize';
import type { DebtParty, Ground, Side } from '../../charts/debt/types.ts';
import { select } from '../statement.ts';
import type { Page, Reader } from './list.ts';
import { collect } from './list.ts';

export interface DebtRow {
  id: string;
  number: string;
  stage: string;
  about: string | null;
  ground: Ground;
  debtor_party: DebtParty;
  creditor_party: DebtParty;
  amount: string;
  paid: string;
  owed: string;
  /** Civil dates. */
  due_on: string;
  overdue_since: string | null;
  arisen_at: Date;
  changed_at: Date;
}

interface DebtFilter extends Page {
  state?: string | undefined;
  /** The reader's side. For the operator's staff, the operator's side. */
  party?: Side | undefined;
  task?: string | undefined;
}

/**
 * One page of the debts that an account may see, newest first: its own, or all for the operator. Each side is a query with its own index, limited to
 * the page's length. No account is on both sides of a debt.
 */
export async function listDebts(
  database: Sequelize,
  { account, roles }: Reader,
  { state, party, task, after, limit }: DebtFilter,
): Promise<DebtRow[]> {
  const { bind, put } = collect(limit);
  const narrowed = [
    ...(state === undefined ? [] : [`state = ${put(state)}`]),
    ...(task === undefined ? [] : [`about = ${put(`task/${task}`)}`]),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  const page = (...conditions: string[]): string =>
    `(select id, number, stage, about, ground, debtor_party, creditor_party, amount, paid, owed, due_on::text, overdue_since::text, arisen_at,
        changed_at
      from debt where ${[...conditions, ...narrowed].join(' and ') || 'true'} order by number desc limit $1)`;
  const isStaff = roles.includes('operator');
  const on = (side: Side): string => page(isStaff ? `${side} is null` : `${side} = ${put(account)}`);
  const sides: Side[] = party === undefined ? ['debtor', 'creditor'] : [party];
  const parts = isStaff && party === undefined ? [page()] : sides.map(on);
  return select<DebtRow>(database, `select * from (${parts.join(' union all ')}) as seen order by number desc limit $1`, bind);
}
