import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** What the figures about an account rest on: how its tasks began, and the stars of its published reviews. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table start_record (
      task text primary key references life,
      number bigint not null,
      contractor uuid not null,
      outcome text not null check (outcome in ('inTime', 'late', 'missed'))
    ) with (fillfactor = 80);
    create index start_record_of_contractor on start_record (contractor, outcome);

    create index published_review_of_account on published_review (account, party, stars);
  `);
}
