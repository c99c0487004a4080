import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Indexes for lists by days, and for the notices about a task. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create index task_posted_at on task (posted_at, number);
    create index notice_of_life on notice (life, created_at);
  `);
}
