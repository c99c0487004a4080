import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Which effect changed whose authorised number: a change that is performed again finds itself done. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table number_change (
      effect text primary key,
      person uuid not null references person,
      changed_at timestamptz(3) not null default clock_timestamp()
    );
    create trigger number_change_is_append_only before update or delete on number_change for each row execute function forbid();
    grant select, insert on number_change to akjet_app;
  `);
}
