/** What others know of an account before they deal with it. The projections of tasks and reviews keep the sums. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface Reputation {
  account: string;
  kind: string;
  name: string;
  /** The operator has approved documents that show whose IIN or BIN it is (4.4.1). */
  proved: boolean;
  /** Of the published reviews, to one decimal; null where there are none. */
  rating: number | null;
  reviews: number;
  /** Closed tasks. */
  tasks_done: number;
  /** When the account was registered. */
  since: Date;
}

const reputation = query<Reputation>(
  'reputation',
  `select account.id as account, account.kind, account.name, round(done.stars::numeric / nullif(done.reviews, 0), 1)::float8 as rating,
       coalesce(done.reviews, 0) as reviews, coalesce(done.tasks_done, 0) as tasks_done, account.proof is not null as proved, account.created_at as since
     from account left join reputation as done on done.account = account.id and done.party = $2 where account.id = any($1::uuid[])`,
);

/** Of a customer: what its contractors wrote and closed. Undefined where there is no such account. */
export const reputationOfCustomer = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await reputation(database, [[account], 'customer']))[0];

/** Of contractors: what their customers wrote and closed. */
export const reputationsOfContractors = (database: Sequelize, accounts: readonly string[]): Promise<Reputation[]> =>
  reputation(database, [accounts, 'contractor']);
