/** Reads the read model of disputes. Its projection writes it. */
import type { Sequelize } from 'sequelize';
import type { DisputeContext } from '../../charts/dispute/types.ts';
import { select } from '../statement.ts';
import type { Page, Reader } from './list.ts';
import { collect } from './list.ts';

export interface DisputeRow {
  id: string;
  number: string;
  stage: string;
  about: string | null;
  against: 'counterparty' | 'operator';
  side: 'customer' | 'contractor';
  claimant: string;
  /** Null if the operator is the respondent. */
  respondent: string | null;
  amount: string | null;
  deadlines: DisputeContext['deadlines'];
  sent_at: Date;
  changed_at: Date;
}

interface DisputeFilter extends Page {
  state?: string | undefined;
  party?: 'claimant' | 'respondent' | undefined;
  against?: 'counterparty' | 'operator' | undefined;
  task?: string | undefined;
}

/**
 * One page of the disputes that an account may see, newest first: its own, or all for the operator. Each side is a query with its own index, limited to
 * the page's length. No account is on both sides of a dispute.
 */
export async function listDisputes(
  database: Sequelize,
  { account, roles }: Reader,
  { state, party, against, task, after, limit }: DisputeFilter,
): Promise<DisputeRow[]> {
  const { bind, put } = collect(limit);
  const narrowed = [
    ...(state === undefined ? [] : [`state = ${put(state)}`]),
    ...(against === undefined ? [] : [`against = ${put(against)}`]),
    ...(task === undefined ? [] : [`about = ${put(`task/${task}`)}`]),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  const page = (...conditions: string[]): string =>
    `(select id, number, stage, about, against, side, claimant, respondent, amount, deadlines, sent_at, changed_at
      from dispute where ${[...conditions, ...narrowed].join(' and ') || 'true'} order by number desc limit $1)`;
  const on = (side: 'claimant' | 'respondent'): string => page(`${side} = ${put(account)}`);
  const all = party === undefined && roles.includes('operator');
  const parts = all ? [page()] : (party === undefined ? (['claimant', 'respondent'] as const) : [party]).map(on);
  return select<DisputeRow>(database, `select * from (${parts.join(' union all ')}) as seen order by number desc limit $1`, bind);
}
