import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The read model of disputes, with an index for each listed query. */
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
    create index dispute_of_claimant on dispute (claimant, number desc);
    create index dispute_of_claimant_in_state on dispute (claimant, state, number desc);
    create index dispute_of_respondent on dispute (respondent, number desc) where respondent is not null;
    create index dispute_of_respondent_in_state on dispute (respondent, state, number desc) where respondent is not null;
    create index dispute_in_state on dispute (state, number desc);
    create index dispute_against on dispute (against, number desc);
    create index dispute_against_in_state on dispute (against, state, number desc);
    create index dispute_about on dispute (about, number desc) where about is not null;
  `);
}
