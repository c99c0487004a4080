/** What the API reads of fees. Readers never lock. */
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { civilDate } from '../../rules/working-days.ts';
import type { Session } from '../session.ts';

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

interface ListFilter {
  state?: string | undefined;
  /** The number of the last fee of the page before. */
  after?: number | undefined;
  limit: number;
}

/** One page of the fees an account may see, newest first: its own, or all for the operator. */
export async function listFees(
  database: Sequelize,
  { account, roles }: Pick<Session, 'account' | 'roles'>,
  { state, after, limit }: ListFilter,
): Promise<FeeRow[]> {
  const bind: unknown[] = [limit];
  const put = (value: unknown): string => `$${bind.push(value)}`;
  const conditions = [
    ...(roles.includes('operator') ? [] : [`customer = ${put(account)}`]),
    ...(state === undefined ? [] : [`state = ${put(state)}`]),
    ...(after === undefined ? [] : [`number < ${put(after)}`]),
  ];
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return database.query<FeeRow>(
    `select id, number, state, parent, customer, principal, paid, due_on::text, charged_at, changed_at
     from fee ${where} order by number desc limit $1`,
    { bind, type: QueryTypes.SELECT },
  );
}

/** The civil date that it is for a life, by the store's clock. */
export async function todayOf(database: Sequelize, life: string): Promise<string> {
  const [row] = await database.query<{ now: Date }>(
    `select clock_timestamp() + clock_offset * interval '1 millisecond' as now from life where id = $1`,
    { bind: [life], type: QueryTypes.SELECT },
  );
  return civilDate((row as { now: Date }).now.toISOString());
}
