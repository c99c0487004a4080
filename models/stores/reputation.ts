/** What others know of an account before they deal with it, read from its tasks and their reviews. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface Reputation {
  kind: string;
  name: string;
  /** The operator has approved documents of the account that show who it is (4.4.1). */
  verified: boolean;
  /** Of the published reviews, to one decimal; null where there are none. */
  rating: number | null;
  reviews: number;
  /** Closed tasks. */
  tasks_done: number;
}

/** The verifications of an account are numbered from one. Each closed task may have one life of reviews. */
const reputationAs = (party: 'customer' | 'contractor', author: 'customer' | 'contractor') =>
  query<Reputation>(
    `reputation-of-${party}`,
    `select account.kind, account.name, done.rating, done.reviews, done.tasks_done, exists (
       select from life as verification
       where verification.id = any (array(
           select 'verification/' || account.id || '/' || nth
           from life as own, generate_series(1, (own.snapshot #>> '{context,children,verification}')::int) as nth
           where own.id = 'account/' || account.id))
         and verification.state = 'approved'
         and verification.snapshot #> '{context,kinds}' ?| array['identity', 'company']) as verified
     from account cross join lateral (
       select count(*)::int as tasks_done, count(review.stars)::int as reviews, round(avg(review.stars), 1)::float8 as rating
       from task left join lateral (
         select (life.snapshot #>> '{context,written,${author},stars}')::int as stars from life
         where life.id = 'review/' || substr(task.id, 6) || '/1' and life.snapshot #>> '{context,publishedAt}' is not null
       ) as review on true
       where task.${party} = account.id and task.state = 'closed') as done
     where account.id = $1`,
  );

const asCustomer = reputationAs('customer', 'contractor');
const asContractor = reputationAs('contractor', 'customer');

/** Of a customer: what its contractors wrote and closed. Undefined where there is no such account. */
export const reputationOfCustomer = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await asCustomer(database, [account]))[0];

/** Of a contractor: what its customers wrote and closed. Undefined where there is no such account. */
export const reputationOfContractor = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await asContractor(database, [account]))[0];
