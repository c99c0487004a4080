import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The accession statement that an acceptance was given by (2.1.1): it names IIN and number, so its bytes are sealed. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    alter table offer_acceptance add column statement_sha256 text, add column statement bytea;
    grant update (statement_sha256, statement) on offer_acceptance to akjet_app;
  `);
}
