import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Genuine hooks of providers, byte for byte: once for each message, however often it was delivered. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table webhook (
      provider text not null,
      message text not null,
      about text not null,
      timestamp text not null,
      bytes bytea not null,
      received_at timestamptz(3) not null default clock_timestamp(),
      primary key (provider, message)
    );
    create trigger webhook_is_append_only before update or delete on webhook for each row execute function forbid();
    grant select, insert on webhook to akjet_app;
  `);
}
