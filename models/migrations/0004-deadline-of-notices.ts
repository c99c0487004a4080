import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** A notice keeps the deadline that its event left; a step keeps only whether it was heard: all else is reckoned from the life. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    alter table notice add column deadline timestamptz(3);
    update notice set deadline = (
      select (timer ->> 'due')::timestamptz from step, jsonb_array_elements(body -> 'timers') as timer
      where step.life = notice.life and step.seq = notice.seq and not (timer ->> 'reminder')::boolean limit 1);
    alter table step drop column body;
  `);
}
