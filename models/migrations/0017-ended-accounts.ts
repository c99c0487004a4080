import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Whoever closed an account may come back with another; and the sessions of an account are ended together, so they are found by it. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    drop index account_of_identifier;
    create unique index account_of_identifier on account (kind, identifier_hash) where identifier_hash is not null and standing <> 'closed';

    create index session_of_account on session (account) where ended_at is null;
  `);
}
