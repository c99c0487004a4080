/** What others know of an account before they deal with it. The projections of tasks and reviews keep the sums. */
import type { Sequelize } from 'sequelize';
import type { AccountKind } from '../../charts/account/types.ts';
import type { Start } from '../../charts/task/types.ts';
import { query } from '../statement.ts';

export interface Reputation {
  account: string;
  kind: AccountKind;
  name: string;
  /** The operator has approved documents that show whose IIN or BIN it is (4.4.1). */
  proved: boolean;
  /** Of the published reviews, to one decimal; null where there are none. */
  rating: number | null;
  reviews: number;
  /** Closed tasks. */
  tasks_done: number;
  /** How many published reviews have one star, two, and so on to five. */
  stars: number[];
  /** How many accounts wrote the published reviews. */
  reviewers: number;
  /** Claims about tasks that the account made or got from the other party, whoever was right. */
  disputes: number;
  /** How its tasks began, without what was excused: of a contractor alone. What it contests is not counted either, until that is decided. */
  starts: Record<Start | 'contested', number> | null;
  /** When the account was registered. */
  since: Date;
}

const reputation = query<Reputation>(
  'reputation',
  `select account.id as account, account.kind, account.name, round(done.stars::numeric / nullif(done.reviews, 0), 1)::float8 as rating,
       coalesce(done.reviews, 0) as reviews, coalesce(done.tasks_done, 0) as tasks_done, account.proof is not null as proved, account.created_at as since,
       (select array_agg((select count(*) from published_review as each where each.account = account.id and party = $2 and each.stars = star)::int order by star)
        from generate_series(1, 5) as star) as stars,
       (select count(distinct author) from published_review as each where each.account = account.id and party = $2)::int as reviewers,
       ((select count(*) from dispute where claimant = account.id and against = 'counterparty' and side = $2)
        + (select count(*) from dispute where respondent = account.id and against = 'counterparty' and side <> $2))::int as disputes,
       case $2 when 'contractor' then (select jsonb_object_agg(outcome, (select count(*) from start_record where contractor = account.id and start_record.outcome = each.outcome
           and not exists (select from objection where objection.task = start_record.task and objection.seq = start_record.seq and standing <> 'counted')))
         from unnest(array['inTime', 'late', 'missed']) as each (outcome))
         || jsonb_build_object('contested', (select count(*) from objection join start_record using (task, seq)
           where objection.contractor = account.id and standing = 'contested')) end as starts
     from account left join reputation as done on done.account = account.id and done.party = $2 where account.id = any($1::uuid[])`,
);

/** Of a customer: what its contractors wrote and closed. Undefined where there is no such account. */
export const reputationOfCustomer = async (database: Sequelize, account: string): Promise<Reputation | undefined> =>
  (await reputation(database, [[account], 'customer']))[0];

/** Of contractors: what their customers wrote and closed. */
export const reputationsOfContractors = (database: Sequelize, accounts: readonly string[]): Promise<Reputation[]> =>
  reputation(database, [accounts, 'contractor']);
