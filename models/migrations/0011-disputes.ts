import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The read model of disputes, with an index for each listed query, filled from the disputes that stand already. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table dispute (
      id text primary key references life,
      number bigint not null unique,
      state text not null,
      stage text not null,
      about text,
      against text not null check (against in ('counterparty', 'operator')),
      side text not null check (side in ('customer', 'contractor')),
      claimant uuid not null,
      respondent uuid,
      amount bigint,
      deadlines jsonb not null,
      sent_at timestamptz(3) not null,
      changed_at timestamptz(3) not null
    ) with (fillfactor = 80);

    insert into dispute (id, number, state, stage, about, against, side, claimant, respondent, amount, deadlines, sent_at, changed_at)
    select life.id, life.number, split_part(life.state, '.', 1), life.state, coalesce(its ->> 'about', its ->> 'parent'),
      coalesce(its ->> 'against', 'counterparty'), its ->> 'claimant', (its ->> (its ->> 'claimant'))::uuid,
      case when its ->> 'against' is null then (its ->> case its ->> 'claimant' when 'customer' then 'contractor' else 'customer' end)::uuid end,
      (its ->> 'amount')::bigint, its -> 'deadlines', (its ->> 'sentAt')::timestamptz, life.at
    from life, lateral (select life.snapshot -> 'context' as its) as said
    where life.kind = 'dispute' and life.seq > 0;

    create index dispute_of_claimant on dispute (claimant, number desc);
    create index dispute_of_claimant_in_state on dispute (claimant, state, number desc);
    create index dispute_of_respondent on dispute (respondent, number desc) where respondent is not null;
    create index dispute_of_respondent_in_state on dispute (respondent, state, number desc) where respondent is not null;
    create index dispute_in_state on dispute (state, number desc);
    create index dispute_against on dispute (against, number desc);
    create index dispute_against_in_state on dispute (against, state, number desc);
    create index dispute_about on dispute (about, number desc) where about is not null;

    grant select, insert, update on dispute to akjet_app;
  `);
}
