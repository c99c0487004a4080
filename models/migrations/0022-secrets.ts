import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Which secrets values were sealed or hashed with, by their ids. A process that lacks one of them does not start, so a secret that is still needed is
 * missed at once and not with the first value. An id reveals nothing of its secret.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table secret (
      -- sealing: encrypts columns; until its last value is sealed anew. keys: keys the hashes in the chains; for ever
      use text not null check (use in ('sealing', 'keys')),
      id text not null,
      number bigint generated always as identity,
      first_used_at timestamptz(3) not null default clock_timestamp(),
      primary key (use, id)
    );

    grant select, insert, delete on secret to akjet_app;
  `);
}
