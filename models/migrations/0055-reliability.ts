import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** What the figures about an account rest on: how its tasks began, what it objects to of that, and the stars of its published reviews. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table start_record (
      task text primary key references life,
      number bigint not null,
      contractor uuid not null,
      -- the event of the task that recorded it, and its moment
      seq integer not null,
      recorded_at timestamptz not null,
      outcome text not null check (outcome in ('inTime', 'late', 'missed'))
    ) with (fillfactor = 80);
    create index start_record_of_contractor on start_record (contractor, outcome);
    create index start_record_to_object on start_record (contractor, number desc) where outcome <> 'inTime';

    -- What contractors object to. It outlives the record, which goes if both move the start.
    create table objection (
      life text primary key references life,
      task text not null references life,
      seq integer not null,
      contractor uuid not null,
      standing text not null check (standing in ('contested', 'excused', 'counted')),
      unique (task, seq)
    ) with (fillfactor = 80);
    create index objection_of_contractor on objection (contractor, standing);

    create index published_review_of_account on published_review (account, party, stars, author);
  `);
}
