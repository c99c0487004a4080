/** What others know of an account before they deal with it. The projections of tasks and reviews keep the sums. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface Reputation {
  kind: string;
  name: string;
  /** The operator has approved documents that show whose IIN or BIN it is (4.4.1). */
  proved: boolean;
  /** Of the published reviews, to one decimal; null where there are none. */
  rating: number | null;
  reviews: number;
  /** Closed tasks. */
  tasks_done: number;
}

const reputation = query<Reputation>(
  'reputation',
  `select account.kind, account.name, round(done.stars::numeric / nullif(done.reviews, 0), 1)::float8 as rating,
       coalesce(done.reviews, 0) as reviews, coalesce(done.tasks_done, 0) as tasks_done, account.proof is not null as proved
     from account left join reputation as done on done.account = account.id and done.party = $2 where account.id = $1`,
);

/** Of a customer: what its contractors wrote and closed. Undefined where there is no such account. */
export const reputationOfCustomer = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await reputation(database, [account, 'customer']))[0];

/** Of a contractor: what its customers wrote and closed. Undefined where there is no such account. */
export const reputationOfContractor = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await reputation(database, [account, 'contractor']))[0];
