import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** The places of one post are listed by their group. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`create index task_of_group on task ("group", number desc) where "group" is not null`);
}
