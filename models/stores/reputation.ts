/** What others know of an account before they deal with it. The projections of tasks and reviews keep the sums. */
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

/** The verifications of an account are numbered from one. */
const reputation = query<Reputation>(
  'reputation',
  `select account.kind, account.name, round(done.stars::numeric / nullif(done.reviews, 0), 1)::float8 as rating,
       coalesce(done.reviews, 0) as reviews, coalesce(done.tasks_done, 0) as tasks_done, exists (
       select from life as verification
       where verification.id = any (array(
           select 'verification/' || account.id || '/' || nth
           from life as own, generate_series(1, (own.snapshot #>> '{context,children,verification}')::int) as nth
           where own.id = 'account/' || account.id))
         and verification.state = 'approved'
         and verification.snapshot #> '{context,kinds}' ?| array['identity', 'company']) as verified
     from account left join reputation as done on done.account = account.id and done.party = $2 where account.id = $1`,
);

/** Of a customer: what its contractors wrote and closed. Undefined where there is no such account. */
export const reputationOfCustomer = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await reputation(database, [account, 'customer']))[0];

/** Of a contractor: what its customers wrote and closed. Undefined where there is no such account. */
export const reputationOfContractor = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await reputation(database, [account, 'contractor']))[0];
