import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The operator's tariffs (3.2): their revisions as they were published. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table tariff_revision (
      number int primary key check (number > 0),
      -- an array of plans: rules/tariff.ts
      plans jsonb not null,
      -- a civil date in Asia/Almaty: in force from its 00:00. A month is charged by one revision
      in_force_from date not null unique check (extract(day from in_force_from) = 1),
      published_at timestamptz(3) not null default clock_timestamp(),
      -- null where it was published before the platform existed
      published_by uuid
    );
    create trigger tariff_revision_is_append_only before update or delete on tariff_revision for each row execute function forbid();
    create trigger tariff_revision_is_never_emptied before truncate on tariff_revision for each statement execute function forbid();
  `);
}
