import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * The present version of an account's requisites: the erasable text that holds them, sealed. Earlier versions are texts of the account's chain, which
 * papers pin. They are erased with the papers (`0023-erasure.ts`).
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query('alter table account add column requisites uuid');
}
