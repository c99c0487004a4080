/** What the API reads of disputes. Readers never lock. */
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { DisputeContext } from '../../charts/dispute/types.ts';
import type { Session } from '../session.ts';

export interface DisputeRow {
  id: string;
  number: string;
  stage: string;
  about: string | null;
  against: 'counterparty' | 'operator';
  side: 'customer' | 'contractor';
  claimant: string;
  /** Nobody in particular where the operator responds. */
  respondent: string | null;
  amount: string | null;
  deadlines: DisputeContext['deadlines'];
  sent_at: Date;
  changed_at: Date;
}

interface ListFilter {
  state?: string | undefined;
  party?: 'claimant' | 'respondent' | undefined;
  against?: 'counterparty' | 'operator' | undefined;
  task?: string | undefined;
  /** The number of the last dispute of the page before. */
  after?: number | undefined;
  limit: number;
}

/**
 * One page of the disputes an account may see, newest first: those it stands on a side of, or all for the operator. Each side is a query with an
 * index of its own, cut at the page's length; nobody stands on both.
 */
export async function listDisputes(
  database: Sequelize,
  { account, roles }: Pick<Session, 'account' | 'roles'>,
  { state, party, against, task, after, limit }: ListFilter,
): Promise<DisputeRow[]> {
  const bind: unknown[] = [limit];
  const put = (value: unknown): string => `$${bind.push(value)}`;
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
  return database.query<DisputeRow>(`select * from (${parts.join(' union all ')}) as seen order by number desc limit $1`, {
    bind,
    type: QueryTypes.SELECT,
  });
}
