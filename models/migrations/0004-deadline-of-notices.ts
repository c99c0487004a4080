import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** A notice keeps the deadline that its event left; a step keeps only whether it was heard: all else is reckoned from the life. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    alter table notice add column deadline timestamptz(3);
    update notice set deadline = (
      select (timer ->> 'due')::timestamptz from outbox, jsonb_array_elements(body -> 'timers') as timer
      where outbox.life = notice.life and outbox.seq = notice.seq and not (timer ->> 'reminder')::boolean limit 1);
    alter table outbox drop column body;
  `);
}
